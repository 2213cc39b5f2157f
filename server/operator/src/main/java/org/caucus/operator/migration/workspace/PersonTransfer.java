package org.caucus.operator.migration.workspace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.caucus.identity.Persons;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.SeatIndex;

/** Persons on their way from one installation to another. Waits; for virtual threads. */
final class PersonTransfer {
  private final SealedCollection persons;
  private final SealedCollection holders;
  private final SealedCollection seatings;
  private final Vault vault;

  PersonTransfer(Mongo mongo, Vault vault) {
    this.persons =
        new SealedCollection(mongo.documents(Persons.COLLECTION), vault, WorkspaceId.SYSTEM);
    this.holders =
        new SealedCollection(mongo.documents(Persons.HOLDERS), vault, WorkspaceId.SYSTEM);
    this.seatings =
        new SealedCollection(mongo.documents(SeatIndex.COLLECTION), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
  }

  /** A person as archives have it; empty if there is none any more. */
  Optional<byte[]> pack(String id) {
    return persons
        .find(id)
        .await()
        .map(
            stored ->
                new JsonObject()
                    .put("id", id)
                    .put("person", Base64.getEncoder().encodeToString(stored.plain()))
                    .toBuffer()
                    .getBytes());
  }

  /** A person out of an archive. */
  static SealedCollection.Entry unpack(byte[] packed) {
    var json = new JsonObject(new String(packed, UTF_8));
    String id = json.getString("id", "");
    if (!RandomIds.isId(id)) {
      throw new IllegalArgumentException("a person without an id");
    }
    byte[] plain = Base64.getDecoder().decode(json.getString("person"));
    var entry = new SealedCollection.Entry(id, 0, OptionalLong.empty(), plain);
    Persons.addressesIn(entry); // or it is not one
    return entry;
  }

  /**
   * An address of theirs that somebody else holds who has a seat here: one human would be two, each
   * with half of the seats.
   */
  Optional<MailAddress> conflict(SealedCollection.Entry person) {
    return Persons.addressesIn(person).stream()
        .filter(
            address ->
                holder(address)
                    .filter(other -> !other.equals(person.id()))
                    .filter(other -> !SeatIndex.of(seatings, other).await().isEmpty())
                    .isPresent())
        .findFirst();
  }

  /**
   * Lets a person in. The person who held one of their addresses and has no seat, such as an
   * operator who just started this installation, becomes them. Again is fine.
   */
  void settle(SealedCollection.Entry person) {
    byte[] plain = persons.find(person.id()).await().orElse(person).plain();
    var now = new SealedCollection.Entry(person.id(), 0, OptionalLong.empty(), plain);
    var others = others(person);
    for (String other : others) {
      var found = persons.find(other).await();
      if (found.isPresent()) {
        byte[] joined = Persons.joined(now, found.get());
        now = new SealedCollection.Entry(person.id(), 0, OptionalLong.empty(), joined);
      }
    }
    persons.put(now.id(), now.plain()).await();
    for (MailAddress address : Persons.addressesIn(now)) {
      holders.put(Persons.index(vault, address), now.id().getBytes(US_ASCII)).await();
    }
    others.forEach(other -> persons.delete(other).await());
  }

  private Set<String> others(SealedCollection.Entry person) {
    var others = new HashSet<String>();
    for (MailAddress address : Persons.addressesIn(person)) {
      holder(address).filter(id -> !id.equals(person.id())).ifPresent(others::add);
    }
    return others;
  }

  private Optional<String> holder(MailAddress address) {
    return holders
        .find(Persons.index(vault, address))
        .await()
        .map(found -> new String(found.plain(), US_ASCII));
  }

  void seat(String person, WorkspaceId workspace) {
    SeatIndex.add(seatings, person, workspace).await();
  }
}
