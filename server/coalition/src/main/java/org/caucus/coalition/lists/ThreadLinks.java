package org.caucus.coalition.lists;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread was before, and which threads it came from or became part of. Immutable.
 *
 * @param lists those it was moved away from, the oldest first
 * @param splitFrom the thread that it was split from; null if from none
 * @param splitOff threads that were split from it, the oldest first
 * @param mergedInto the thread that has its messages now; null if it has them itself
 * @param taken the messages that went there, by their ids; empty unless it is merged
 * @param merged threads whose messages came here, the oldest first
 */
public record ThreadLinks(
    List<FormerList> lists,
    @Nullable String splitFrom,
    List<String> splitOff,
    @Nullable String mergedInto,
    List<String> taken,
    List<String> merged) {
  /** Of a thread that always stood where it is. */
  static final ThreadLinks NONE =
      new ThreadLinks(List.of(), null, List.of(), null, List.of(), List.of());

  /**
   * A list that a thread was on.
   *
   * @param until the sequence of the commit that moved it away
   */
  public record FormerList(String list, long until, Instant at, SeatId by) {}

  /** A copy that nobody else can change. */
  public ThreadLinks {
    lists = List.copyOf(lists);
    splitOff = List.copyOf(splitOff);
    taken = List.copyOf(taken);
    merged = List.copyOf(merged);
  }

  ThreadLinks left(FormerList list) {
    return new ThreadLinks(plus(lists, list), splitFrom, splitOff, mergedInto, taken, merged);
  }

  ThreadLinks splitFrom(String thread) {
    return new ThreadLinks(lists, thread, splitOff, mergedInto, taken, merged);
  }

  ThreadLinks splitOff(String thread) {
    return new ThreadLinks(lists, splitFrom, plus(splitOff, thread), mergedInto, taken, merged);
  }

  ThreadLinks mergedInto(@Nullable String thread, List<String> entries) {
    return new ThreadLinks(lists, splitFrom, splitOff, thread, entries, merged);
  }

  ThreadLinks merged(String thread) {
    return new ThreadLinks(
        lists, splitFrom, splitOff, mergedInto, taken, plus(without(merged, thread), thread));
  }

  ThreadLinks unmerged(String thread) {
    return new ThreadLinks(lists, splitFrom, splitOff, mergedInto, taken, without(merged, thread));
  }

  /** The threads that show the title of this one, and whose titles it shows. */
  Stream<String> others() {
    return Stream.of(
            splitOff.stream(),
            merged.stream(),
            Stream.ofNullable(splitFrom),
            Stream.ofNullable(mergedInto))
        .flatMap(ids -> ids);
  }

  private static <T> List<T> plus(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }

  private static List<String> without(List<String> some, String one) {
    return some.stream().filter(each -> !each.equals(one)).toList();
  }
}
