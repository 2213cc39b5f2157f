package org.caucus.identity.addresses;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of one person, those that were ended too, in the order they came. One of those held
 * now receives; from all of those held now the person writes and signs in. Immutable.
 *
 * @param all never without one that is held now
 * @param receiving where mail goes; one of those held now
 * @param receivingSince since when it goes there
 */
public record AddressHistory(
    List<DatedAddress> all, MailAddress receiving, Instant receivingSince) {
  /** Most addresses a person holds at once. */
  public static final int MOST = 10;

  /** Most that are kept with those that were ended; of more, the one ended longest ago goes. */
  public static final int KEPT = 100;

  private static final String ADDRESS = "address";

  /** A copy that nobody else can change. */
  public AddressHistory {
    all = List.copyOf(all);
  }

  /** The first one. */
  public static AddressHistory first(MailAddress address, Instant at) {
    return new AddressHistory(List.of(new DatedAddress(address, at, null)), address, at);
  }

  /** Those that are held now. */
  public List<DatedAddress> current() {
    return all.stream().filter(DatedAddress::current).toList();
  }

  /** The one held now that is the same mailbox; empty if none is. */
  public Optional<DatedAddress> held(MailAddress address) {
    return all.stream().filter(a -> a.current() && a.address().sameAs(address)).findFirst();
  }

  /** Whether this was theirs and is no more. */
  public boolean hasEnded(MailAddress address) {
    return held(address).isEmpty() && all.stream().anyMatch(a -> a.address().sameAs(address));
  }

  /** Whether mail goes there. */
  public boolean receivesAt(DatedAddress one) {
    return one.current() && one.address().sameAs(receiving);
  }

  /**
   * With one more; as it is if that is held already.
   *
   * @throws Refusal if there are {@link #MOST}
   */
  public AddressHistory with(MailAddress address, Instant at) {
    if (held(address).isPresent()) {
      return this;
    }
    mustHaveRoom();
    List<DatedAddress> more = new ArrayList<>(all);
    more.add(new DatedAddress(address, at, null));
    if (more.size() > KEPT) {
      more.stream().filter(a -> !a.current()).findFirst().ifPresent(more::remove);
    }
    return new AddressHistory(more, receiving, receivingSince);
  }

  /** Demands room for one more. */
  public void mustHaveRoom() {
    if (current().size() >= MOST) {
      throw Refusal.conflict(Message.of("you-have-addresses-and-more-cannot", "limit", MOST));
    }
  }

  /**
   * With mail going to this one.
   *
   * @throws Refusal as absent if it is not held now
   */
  public AddressHistory receivingAt(MailAddress address, Instant at) {
    DatedAddress one = held(address).orElseThrow(Refusal::absent);
    return receivesAt(one) ? this : new AddressHistory(all, one.address(), at);
  }

  /**
   * Without this one from now on; as it is if it has ended.
   *
   * @throws Refusal if mail goes there, or nothing else is left
   */
  public AddressHistory ending(MailAddress address, Instant at) {
    if (hasEnded(address)) {
      return this;
    }
    DatedAddress one = held(address).orElseThrow(Refusal::absent);
    if (current().size() == 1) {
      throw Refusal.conflict(Message.of("this-is-your-only-address-without"));
    }
    if (receivesAt(one)) {
      throw Refusal.conflict(Message.of("your-mail-goes-to-this-address"));
    }
    return new AddressHistory(
        all.stream().map(a -> a.equals(one) ? a.ended(at) : a).toList(), receiving, receivingSince);
  }

  /** With those of another account, whose owner turned out to be the same person. */
  public AddressHistory joined(AddressHistory other) {
    List<DatedAddress> both = new ArrayList<>(all);
    for (DatedAddress more : other.all) {
      if (both.stream().noneMatch(a -> a.address().sameAs(more.address()))) {
        both.add(more);
      }
    }
    return new AddressHistory(both, receiving, receivingSince);
  }

  /** Adds them to the JSON of a person. */
  public JsonObject write(JsonObject into) {
    JsonArray dated = new JsonArray();
    for (DatedAddress each : all) {
      JsonObject one =
          new JsonObject()
              .put(ADDRESS, each.address().toString())
              .put("verified", each.since().toEpochMilli());
      dated.add(each.until() == null ? one : one.put("until", each.until().toEpochMilli()));
    }
    return into.put("addresses", dated)
        .put("receives", receiving.toString())
        .put("receivesSince", receivingSince.toEpochMilli());
  }

  /** Reads them; of before one could be chosen, the first receives. */
  public static AddressHistory read(JsonObject json) {
    List<DatedAddress> all =
        json.getJsonArray("addresses").stream()
            .map(JsonObject.class::cast)
            .map(
                a ->
                    new DatedAddress(
                        MailAddress.of(a.getString(ADDRESS)),
                        Instant.ofEpochMilli(a.getLong("verified")),
                        instant(a.getLong("until"))))
            .toList();
    String receives = json.getString("receives");
    DatedAddress first = all.getFirst();
    return receives == null
        ? new AddressHistory(all, first.address(), first.since())
        : new AddressHistory(
            all, MailAddress.of(receives), Instant.ofEpochMilli(json.getLong("receivesSince")));
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
