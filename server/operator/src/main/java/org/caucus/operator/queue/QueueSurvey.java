package org.caucus.operator.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.caucus.messaging.delivery.QueuedLetter;
import org.jspecify.annotations.Nullable;

/** What a queue holds, summed up while it is read; of its letters only the oldest are kept. */
final class QueueSurvey {
  private static final Comparator<QueuedLetter> OLDEST =
      Comparator.comparing(QueuedLetter::put)
          .thenComparing(QueuedLetter::parcel)
          .thenComparing(QueuedLetter::index);

  private final int limit;
  private final PriorityQueue<QueuedLetter> oldest = new PriorityQueue<>(OLDEST.reversed());
  private final Map<String, Sum> destinations = new HashMap<>();
  private final Map<String, Sum> reasons = new HashMap<>();
  private final Sum all = new Sum("");

  /** How many letters there are of one sort. */
  static final class Sum {
    final String name;
    final Map<QueuedLetter.State, Long> states = new EnumMap<>(QueuedLetter.State.class);
    long letters;
    long octets;
    @Nullable Instant oldest;

    Sum(String name) {
      this.name = name;
    }

    private void add(QueuedLetter letter) {
      letters++;
      octets += letter.octets();
      states.merge(letter.state(), 1L, Long::sum);
      oldest = oldest == null || letter.put().isBefore(oldest) ? letter.put() : oldest;
    }

    long in(QueuedLetter.State state) {
      return states.getOrDefault(state, 0L);
    }
  }

  /**
   * Of nothing yet.
   *
   * @param limit letters kept
   */
  QueueSurvey(int limit) {
    this.limit = limit;
  }

  void add(QueuedLetter letter) {
    all.add(letter);
    destinations.computeIfAbsent(letter.destination(), Sum::new).add(letter);
    reasons.computeIfAbsent(letter.reason().label(), Sum::new).add(letter);
    if (limit == 0) {
      return;
    }
    QueuedLetter newest = oldest.peek();
    if (oldest.size() < limit || newest == null) {
      oldest.add(letter);
    } else if (OLDEST.compare(letter, newest) < 0) {
      oldest.poll();
      oldest.add(letter);
    }
  }

  Sum all() {
    return all;
  }

  /** The letters that are kept, oldest first. */
  List<QueuedLetter> letters() {
    List<QueuedLetter> sorted = new ArrayList<>(oldest);
    sorted.sort(OLDEST);
    return sorted;
  }

  /** By domain, most letters first. */
  List<Sum> destinations() {
    return sorted(destinations);
  }

  /** By reason, most letters first. */
  List<Sum> reasons() {
    return sorted(reasons);
  }

  private static List<Sum> sorted(Map<String, Sum> sums) {
    return sums.values().stream()
        .sorted(
            Comparator.comparingLong((Sum sum) -> -sum.letters)
                .thenComparing((Sum sum) -> sum.name))
        .toList();
  }
}
