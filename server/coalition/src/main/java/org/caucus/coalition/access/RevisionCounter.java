package org.caucus.coalition.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * How often a thing was changed and when last, in each stretch of time between two widenings;
 * immutable. What is asked of it directly is what all its readers may know; {@link #seen} adds what
 * one of them may know besides.
 *
 * @param stretches oldest first; never empty
 */
public record RevisionCounter(List<Stretch> stretches) {
  /**
   * Between two widenings.
   *
   * @param audience who could read the thing in it, and at every time since
   * @param from when it began
   * @param number counts its beginning and each change in it
   * @param changedAt when the last change of it was; {@code from} while there is none
   */
  public record Stretch(Audience audience, Instant from, int number, Instant changedAt) {}

  /** A copy that nobody else can change. */
  public RevisionCounter {
    stretches = List.copyOf(stretches);
  }

  /** Made just now. */
  public static RevisionCounter begun(Audience audience, Instant at) {
    return new RevisionCounter(List.of(new Stretch(audience, at, 1, at)));
  }

  /** It was changed. */
  public RevisionCounter changed(Instant at) {
    Stretch last = stretches.getLast();
    List<Stretch> all = new ArrayList<>(stretches);
    all.set(all.size() - 1, new Stretch(last.audience(), last.from(), last.number() + 1, at));
    return new RevisionCounter(all);
  }

  /** More people read it from now on. */
  public RevisionCounter widened(Audience to, Instant at) {
    List<Stretch> all = new ArrayList<>(stretches);
    all.add(new Stretch(to, at, 1, at));
    return new RevisionCounter(all);
  }

  /** Fewer people read it, and what became of it at any time. */
  public RevisionCounter narrowed(UnaryOperator<Audience> narrower) {
    return new RevisionCounter(
        stretches.stream()
            .map(
                s -> new Stretch(narrower.apply(s.audience()), s.from(), s.number(), s.changedAt()))
            .toList());
  }

  /** Whether all who can read the thing may know the same of it: it was never widened. */
  public boolean isPlain() {
    return stretches.size() == 1;
  }

  /**
   * The same as one who can read the thing may know it.
   *
   * @param reads what this reader can read
   * @param thing where the thing stands
   */
  public RevisionCounter seen(Predicate<Scope> reads, Scope thing) {
    if (isPlain()) {
      return this;
    }
    Stretch last = stretches.getLast();
    List<Stretch> known =
        stretches.stream()
            .filter(s -> s.equals(last) || reads.test(thing.holds(s.audience(), s.from())))
            .toList();
    Instant changed =
        known.stream()
            .filter(s -> s.number() > 1)
            .map(Stretch::changedAt)
            .reduce(known.getFirst().from(), (first, second) -> second);
    int number = base() + known.stream().mapToInt(Stretch::number).sum();
    return new RevisionCounter(
        List.of(new Stretch(last.audience(), known.getFirst().from(), number, changed)));
  }

  /**
   * Grows with each change that its readers know of. After a widening it goes on from the seconds
   * that the thing has been there: higher than before also for those who had lost it, whose earlier
   * number nothing here remembers, and the same whatever happened until then.
   */
  public int number() {
    return base() + stretches.getLast().number();
  }

  /** When it was changed last; when it was opened to its newest readers if it was not since. */
  public Instant changedAt() {
    return stretches.getLast().changedAt();
  }

  /** Since when it is there to be read. */
  public Instant since() {
    return stretches.getLast().from();
  }

  private int base() {
    Duration there = Duration.between(stretches.getFirst().from(), stretches.getLast().from());
    return Math.toIntExact(there.toSeconds());
  }
}
