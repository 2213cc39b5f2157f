package org.caucus.lists.mail;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.lists.Delivery;
import org.caucus.trie.Row;
import org.caucus.trie.Trie;
import org.caucus.wishes.Wish;
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
public record Habits(
    PMap<String, Row<Since<Habit>>> chosen,
    PMap<SeatId, Row<Since<Personal>>> personal,
    PMap<Ref, PMap<SeatId, Row<Since<Wish>>>> things) {
  /** A choice, and the sequence of the commit that made it. */
  public record Since<T>(long sequence, T choice) {}

  /** Nobody chose. */
  public static Habits none() {
    return new Habits(Trie.empty(), Trie.empty(), Trie.empty());
  }

  /** After a seat chose for a list. */
  public Habits with(SeatId seat, String list, Habit habit, long sequence) {
    String key = key(seat, list);
    return new Habits(
        chosen.plus(key, chosen.getOrDefault(key, Row.empty()).plus(new Since<>(sequence, habit))),
        personal,
        things);
  }

  /** After a seat chose for all its mail. */
  public Habits with(SeatId seat, Personal choice, long sequence) {
    return new Habits(
        chosen,
        personal.plus(
            seat, personal.getOrDefault(seat, Row.empty()).plus(new Since<>(sequence, choice))),
        things);
  }

  /** After a seat chose what it wants of a thing. */
  public Habits with(SeatId seat, Ref thing, Wish wish, long sequence) {
    PMap<SeatId, Row<Since<Wish>>> wishes = things.getOrDefault(thing, Trie.empty());
    Row<Since<Wish>> earlier = wishes.getOrDefault(seat, Row.empty());
    return new Habits(
        chosen,
        personal,
        things.plus(thing, wishes.plus(seat, earlier.plus(new Since<>(sequence, wish)))));
  }

  /** What a seat wants of a thing now. */
  public Wish wish(SeatId seat, Ref thing) {
    return wish(seat, thing, Long.MAX_VALUE);
  }

  /** What it wanted of it as of that commit. */
  public Wish wish(SeatId seat, Ref thing, long sequence) {
    PMap<SeatId, Row<Since<Wish>>> wishes = things.getOrDefault(thing, Trie.empty());
    return last(wishes.getOrDefault(seat, Row.empty()), sequence, Wish.USUAL);
  }

  /** Those who follow a thing now; whether they may still read it is asked each time. */
  public Set<SeatId> followers(Ref thing) {
    return things.getOrDefault(thing, Trie.empty()).keySet().stream()
        .filter(seat -> wish(seat, thing) == Wish.FOLLOW)
        .collect(Collectors.toSet());
  }

  /** What a seat wants of a list now; the empty list stands for notices. */
  public Habit now(SeatId seat, String list) {
    return at(seat, list, Long.MAX_VALUE);
  }

  /** What it wanted as of that commit. */
  public Habit at(SeatId seat, String list, long sequence) {
    return last(chosen.getOrDefault(key(seat, list), Row.empty()), sequence, Habit.USUAL);
  }

  /** How a list's mail came to a seat before it was stopped; each post, if it never came. */
  public Delivery beforeStopped(SeatId seat, String list) {
    Row<Since<Habit>> all = chosen.getOrDefault(key(seat, list), Row.empty());
    for (int i = all.size() - 1; i >= 0; i--) {
      Delivery mode = all.get(i).choice().mode();
      if (mode != Delivery.NONE) {
        return mode;
      }
    }
    return Habit.USUAL.mode();
  }

  /** What a seat wants of all its mail now. */
  public Personal now(SeatId seat) {
    return at(seat, Long.MAX_VALUE);
  }

  /** What it wanted as of that commit. */
  public Personal at(SeatId seat, long sequence) {
    return last(personal.getOrDefault(seat, Row.empty()), sequence, Personal.USUAL);
  }

  /**
   * How something comes to a seat.
   *
   * @param list empty for notices
   * @param sequence of the commit in which it happened
   * @param at when that was
   * @param special whether it is a special notice
   */
  public Channel channel(SeatId seat, String list, long sequence, Instant at, boolean special) {
    Habit habit = at(seat, list, sequence);
    if (isPaused(seat, habit, sequence, at)) {
      return Channel.NONE;
    }
    return switch (habit.mode()) {
      case EACH -> Channel.LETTER;
      case DIGEST, MIME_DIGEST, SUMMARY -> Channel.DIGEST;
      case SPECIAL -> special ? Channel.LETTER : Channel.NONE;
      case NONE -> Channel.NONE;
    };
  }

  private boolean isPaused(SeatId seat, Habit habit, long sequence, Instant at) {
    Personal own = at(seat, sequence);
    return (habit.pause() != null && habit.pause().covers(at, own.zone()))
        || (own.pause() != null && own.pause().covers(at, own.zone()));
  }

  /** Whether nothing at all comes by now, whatever was chosen before. */
  public boolean isSilent(SeatId seat, String list) {
    return now(seat, list).mode() == Delivery.NONE;
  }

  private static <T> T last(Row<Since<T>> all, long sequence, T usual) {
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
