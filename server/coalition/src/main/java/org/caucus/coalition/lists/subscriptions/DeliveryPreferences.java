package org.caucus.coalition.lists.subscriptions;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.lists.Delivery;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * What all seats chose, and since which commit: immutable. A post comes by the choice that held
 * when it was posted, no matter who asks and however late; so what sends letters and what gathers
 * digests agree without speaking to each other.
 *
 * @param chosen by seat and list, oldest first
 * @param personal by seat, oldest first
 * @param things what seats wish of one thing, by thing and seat, oldest first
 */
public record DeliveryPreferences(
    PMap<String, PersistentVector<Since<DeliveryPreference>>> chosen,
    PMap<SeatId, PersistentVector<Since<PersonalMailSettings>>> personal,
    PMap<Ref, PMap<SeatId, PersistentVector<Since<ThreadPreference>>>> things) {
  /** A choice, and the sequence of the commit that made it. */
  public record Since<T>(long sequence, T choice) {}

  /** Nobody chose. */
  public static DeliveryPreferences none() {
    return new DeliveryPreferences(
        PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());
  }

  /** After a seat chose for a list. */
  public DeliveryPreferences with(
      SeatId seat, String list, DeliveryPreference habit, long sequence) {
    String key = key(seat, list);
    return new DeliveryPreferences(
        chosen.plus(
            key,
            chosen.getOrDefault(key, PersistentVector.empty()).plus(new Since<>(sequence, habit))),
        personal,
        things);
  }

  /** After a seat chose for all its mail. */
  public DeliveryPreferences with(SeatId seat, PersonalMailSettings choice, long sequence) {
    return new DeliveryPreferences(
        chosen,
        personal.plus(
            seat,
            personal
                .getOrDefault(seat, PersistentVector.empty())
                .plus(new Since<>(sequence, choice))),
        things);
  }

  /** After a seat chose what it wants of a thing. */
  public DeliveryPreferences with(SeatId seat, Ref thing, ThreadPreference wish, long sequence) {
    PMap<SeatId, PersistentVector<Since<ThreadPreference>>> wishes =
        things.getOrDefault(thing, PersistentMap.empty());
    PersistentVector<Since<ThreadPreference>> earlier =
        wishes.getOrDefault(seat, PersistentVector.empty());
    return new DeliveryPreferences(
        chosen,
        personal,
        things.plus(thing, wishes.plus(seat, earlier.plus(new Since<>(sequence, wish)))));
  }

  /** After a part of a thing became one of its own: seats want of it what they want of that. */
  public DeliveryPreferences same(Ref of, Ref part, long sequence) {
    DeliveryPreferences now = this;
    for (SeatId seat : things.getOrDefault(of, PersistentMap.empty()).keySet()) {
      now = now.with(seat, part, wish(seat, of), sequence);
    }
    return now;
  }

  /**
   * After a thing became part of another: seats that followed it follow the other, unless they
   * chose something for that. A seat that muted it misses nothing of the other.
   */
  public DeliveryPreferences followed(Ref part, Ref into, long sequence) {
    DeliveryPreferences now = this;
    for (SeatId seat : followers(part)) {
      if (wish(seat, into) == ThreadPreference.USUAL) {
        now = now.with(seat, into, ThreadPreference.FOLLOW, sequence);
      }
    }
    return now;
  }

  /** What a seat wants of a thing now. */
  public ThreadPreference wish(SeatId seat, Ref thing) {
    return wish(seat, thing, Long.MAX_VALUE);
  }

  /** What it wanted of it as of that commit. */
  public ThreadPreference wish(SeatId seat, Ref thing, long sequence) {
    PMap<SeatId, PersistentVector<Since<ThreadPreference>>> wishes =
        things.getOrDefault(thing, PersistentMap.empty());
    return last(
        wishes.getOrDefault(seat, PersistentVector.empty()), sequence, ThreadPreference.USUAL);
  }

  /** Those who follow a thing now; whether they may still read it is asked each time. */
  public Set<SeatId> followers(Ref thing) {
    return things.getOrDefault(thing, PersistentMap.empty()).keySet().stream()
        .filter(seat -> wish(seat, thing) == ThreadPreference.FOLLOW)
        .collect(Collectors.toSet());
  }

  /** What a seat wants of a list now; the empty list stands for notices. */
  public DeliveryPreference now(SeatId seat, String list) {
    return at(seat, list, Long.MAX_VALUE);
  }

  /** What it wanted as of that commit. */
  public DeliveryPreference at(SeatId seat, String list, long sequence) {
    return last(
        chosen.getOrDefault(key(seat, list), PersistentVector.empty()),
        sequence,
        DeliveryPreference.USUAL);
  }

  /** How a list's mail came to a seat before it was stopped; each post, if it never came. */
  public Delivery beforeStopped(SeatId seat, String list) {
    PersistentVector<Since<DeliveryPreference>> all =
        chosen.getOrDefault(key(seat, list), PersistentVector.empty());
    for (int i = all.size() - 1; i >= 0; i--) {
      Delivery mode = all.get(i).choice().mode();
      if (mode != Delivery.NONE) {
        return mode;
      }
    }
    return DeliveryPreference.USUAL.mode();
  }

  /** What a seat wants of all its mail now. */
  public PersonalMailSettings now(SeatId seat) {
    return at(seat, Long.MAX_VALUE);
  }

  /** What it wanted as of that commit. */
  public PersonalMailSettings at(SeatId seat, long sequence) {
    return last(
        personal.getOrDefault(seat, PersistentVector.empty()),
        sequence,
        PersonalMailSettings.USUAL);
  }

  /**
   * How something comes to a seat.
   *
   * @param list empty for notices
   * @param sequence of the commit in which it happened
   * @param at when that was
   * @param special whether it is a special notice
   */
  public PostDelivery channel(
      SeatId seat, String list, long sequence, Instant at, boolean special) {
    DeliveryPreference habit = at(seat, list, sequence);
    if (isPaused(seat, habit, sequence, at)) {
      return PostDelivery.NONE;
    }
    return switch (habit.mode()) {
      case EACH -> PostDelivery.LETTER;
      case DIGEST, MIME_DIGEST, SUMMARY -> PostDelivery.DIGEST;
      case SPECIAL -> special ? PostDelivery.LETTER : PostDelivery.NONE;
      case NONE -> PostDelivery.NONE;
    };
  }

  private boolean isPaused(SeatId seat, DeliveryPreference habit, long sequence, Instant at) {
    PersonalMailSettings own = at(seat, sequence);
    return (habit.pause() != null && habit.pause().covers(at, own.zone()))
        || (own.pause() != null && own.pause().covers(at, own.zone()));
  }

  /** Whether nothing at all comes by now, whatever was chosen before. */
  public boolean isSilent(SeatId seat, String list) {
    return now(seat, list).mode() == Delivery.NONE;
  }

  private static <T> T last(PersistentVector<Since<T>> all, long sequence, T usual) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).sequence() <= sequence) {
        return all.get(i).choice();
      }
    }
    return usual;
  }

  private static String key(SeatId seat, String list) {
    return seat.value() + " " + list;
  }
}
