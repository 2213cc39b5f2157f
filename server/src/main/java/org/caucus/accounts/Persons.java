package org.caucus.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.command.Refused;
import org.caucus.email.MailAddress;
import org.caucus.http.People;
import org.caucus.log.Ids;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;

/**
 * Persons, each by a random id, and the index that finds one by address. The index knows addresses
 * only as blind indexes of their comparison form, so one mailbox is one person however it is
 * spelled.
 */
public final class Persons implements People {
  /** Longest name, in characters. */
  public static final int NAME_LIMIT = 120;

  /** The collection of persons, by id. */
  public static final String COLLECTION = "persons";

  /** The collection that says who holds an address, by {@link #index}. */
  public static final String HOLDERS = "holders";

  private static final String PURPOSE = "person/address";

  private final SealedCollection persons;
  private final SealedCollection holders;
  private final Vault vault;
  private final Sessions sessions;
  private final Cookies cookies;
  private final Set<String> operators;
  private final InstantSource clock;

  /** An address that a person has proved to hold, and when. */
  public record DatedAddress(MailAddress address, Instant verified) {}

  /** A person as stored; the name is empty until somebody has stated one. */
  private record Stored(String id, long version, String name, List<DatedAddress> addresses) {}

  /**
   * @param operators addresses whose holders may open workspaces; a setting, so nothing in the
   *     database makes an operator
   */
  public Persons(
      Mongo mongo,
      Vault vault,
      Sessions sessions,
      Cookies cookies,
      List<MailAddress> operators,
      InstantSource clock) {
    this.persons = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
    this.holders = new SealedCollection(mongo.documents(HOLDERS), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
    this.sessions = sessions;
    this.cookies = cookies;
    this.operators =
        operators.stream().map(MailAddress::comparisonForm).collect(Collectors.toUnmodifiableSet());
    this.clock = clock;
  }

  @Override
  public Future<Optional<Person>> find(String id) {
    return stored(id).map(found -> found.map(this::shown));
  }

  @Override
  public Future<Optional<Person>> byAddress(String address) {
    return MailAddress.parse(address)
        .map(
            parsed ->
                holder(parsed)
                    .compose(
                        id ->
                            id.isEmpty()
                                ? Future.succeededFuture(Optional.<Person>empty())
                                : find(id.get())))
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  /** All addresses of a person, the first one first; none if there is no such person. */
  public Future<List<DatedAddress>> addresses(String id) {
    return stored(id).map(found -> found.map(Stored::addresses).orElse(List.of()));
  }

  /** Makes the operators persons, so that each can ask for a code. */
  public Future<Void> ensureOperators(List<MailAddress> addresses) {
    return Future.join(addresses.stream().map(a -> ensured(a, "")).toList()).mapEmpty();
  }

  /**
   * {@inheritDoc}
   *
   * <p>Fails with {@link Refused} if the address or the name is none.
   */
  @Override
  public Future<Person> ensure(String address, String name) {
    String stated = name.strip();
    if (stated.isEmpty()
        || stated.length() > NAME_LIMIT
        || stated.chars().anyMatch(Character::isISOControl)) {
      return Future.failedFuture(
          Refused.invalid("name", "A name has 1 to " + NAME_LIMIT + " characters, on one line."));
    }
    return MailAddress.parse(address)
        .map(parsed -> ensured(parsed, stated))
        .orElseGet(() -> Future.failedFuture(notAnAddress()));
  }

  @Override
  public Future<String> beginSession(String person, String device) {
    return sessions.begin(person, device).map(cookies::session);
  }

  static Refused notAnAddress() {
    return Refused.invalid(
        "address", "This is not a mail address. It has the form name@organisation.example.");
  }

  /**
   * Claims the address for a new id first; whoever finds it claimed goes on with the id found. So
   * two at once make one person, and one who fell over between claim and person is helped up by the
   * next.
   */
  private Future<Person> ensured(MailAddress address, String name) {
    return holder(address)
        .compose(
            known -> known.isPresent() ? Future.succeededFuture(known.get()) : claimed(address))
        .compose(id -> stored(id).compose(found -> madeOrNamed(id, found, address, name)));
  }

  private Future<String> claimed(MailAddress address) {
    String fresh = Ids.random();
    return holders
        .insertIfAbsent(index(address), fresh.getBytes(UTF_8))
        .compose(
            in -> in ? Future.succeededFuture(fresh) : holder(address).map(Optional::orElseThrow));
  }

  private Future<Person> madeOrNamed(
      String id, Optional<Stored> found, MailAddress address, String name) {
    if (found.isEmpty()) {
      var first = List.of(new DatedAddress(address, clock.instant()));
      return persons
          .insertIfAbsent(id, write(name, first))
          .compose(in -> find(id))
          .map(Optional::orElseThrow);
    }
    Stored person = found.get();
    if (person.name().isEmpty() && !name.isEmpty()) {
      // an operator from the settings, whose name nobody knew until now
      return persons
          .replaceIf(id, person.version(), write(name, person.addresses()), OptionalLong.empty())
          .compose(named -> find(id))
          .map(Optional::orElseThrow);
    }
    return Future.succeededFuture(shown(person));
  }

  private Future<Optional<String>> holder(MailAddress address) {
    return holders
        .find(index(address))
        .map(found -> found.map(entry -> new String(entry.plain(), UTF_8)));
  }

  private String index(MailAddress address) {
    return index(vault, address);
  }

  /** Where {@link #HOLDERS} has who holds this address. */
  public static String index(Vault vault, MailAddress address) {
    return vault.blindIndex(PURPOSE, address.comparisonForm());
  }

  /** The addresses of a person as stored. */
  public static List<MailAddress> addressesIn(SealedCollection.Entry stored) {
    return read(stored).addresses().stream().map(DatedAddress::address).toList();
  }

  /** A person as stored, who from now on holds the addresses of another one too. */
  public static byte[] joined(SealedCollection.Entry person, SealedCollection.Entry other) {
    Stored one = read(person);
    List<DatedAddress> all = new ArrayList<>(one.addresses());
    for (DatedAddress more : read(other).addresses()) {
      if (one.addresses().stream().noneMatch(a -> a.address().sameAs(more.address()))) {
        all.add(more);
      }
    }
    return write(one.name(), all);
  }

  private Future<Optional<Stored>> stored(String id) {
    return persons.find(id).map(found -> found.map(Persons::read));
  }

  private Person shown(Stored person) {
    MailAddress first = person.addresses().getFirst().address();
    String name = person.name().isEmpty() ? first.localPart() : person.name();
    boolean operator =
        person.addresses().stream().anyMatch(a -> operators.contains(a.address().comparisonForm()));
    return new Person(person.id(), name, first.toString(), operator);
  }

  private static byte[] write(String name, List<DatedAddress> addresses) {
    JsonArray dated = new JsonArray();
    for (DatedAddress each : addresses) {
      dated.add(
          new JsonObject()
              .put("address", each.address().toString())
              .put("verified", each.verified().toEpochMilli()));
    }
    return new JsonObject().put("name", name).put("addresses", dated).toBuffer().getBytes();
  }

  private static Stored read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    List<DatedAddress> addresses =
        json.getJsonArray("addresses").stream()
            .map(JsonObject.class::cast)
            .map(
                a ->
                    new DatedAddress(
                        MailAddress.of(a.getString("address")),
                        Instant.ofEpochMilli(a.getLong("verified"))))
            .toList();
    return new Stored(entry.id(), entry.version(), json.getString("name"), addresses);
  }
}
