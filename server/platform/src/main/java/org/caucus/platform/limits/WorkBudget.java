package org.caucus.platform.limits;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What reading one input may cost, for the whole of it: many small parts cost what one large part
 * does. Anyone who reads asks first, and reads more simply, or not at all, when the answer is no.
 * Threads may share one.
 */
public final class WorkBudget {
  /** What is counted. */
  public enum Kind {
    /** Octets, or characters, that are held in memory at once. */
    OCTETS,
    /** Elements, parts, cells, properties: whatever a reader makes an object of. */
    NODES,
    /** Comparisons and other work that grows faster than the input. */
    STEPS
  }

  /**
   * Bounds of one input.
   *
   * @param octets that are held of it at once
   * @param nodes objects made of it
   * @param steps work that grows faster than the input
   * @param depth levels of what stands inside each other
   */
  public record Limits(long octets, long nodes, long steps, int depth) {}

  /** Octets of a letter's texts that are turned into words, in all its parts and inner letters. */
  public static final long LETTER_OCTETS = 4L * 1024 * 1024;

  /** Parts of a letter and elements of its markup together. */
  public static final long LETTER_NODES = 20_000;

  /** Of one letter, with all letters in it; elements deeper than that stand side by side. */
  public static final Limits LETTER = new Limits(LETTER_OCTETS, LETTER_NODES, 5_000_000, 100);

  private final Limits limits;
  private final Map<Kind, AtomicLong> left = new EnumMap<>(Kind.class);

  private WorkBudget(Limits limits) {
    this.limits = limits;
    left.put(Kind.OCTETS, new AtomicLong(limits.octets()));
    left.put(Kind.NODES, new AtomicLong(limits.nodes()));
    left.put(Kind.STEPS, new AtomicLong(limits.steps()));
  }

  private AtomicLong of(Kind kind) {
    return Objects.requireNonNull(left.get(kind));
  }

  /** A fresh one within these bounds. */
  public static WorkBudget of(Limits limits) {
    return new WorkBudget(limits);
  }

  /** A fresh one for a letter. */
  public static WorkBudget ofLetter() {
    return of(LETTER);
  }

  /** Takes so much if it is there, all or nothing. */
  public boolean takes(Kind kind, long amount) {
    AtomicLong there = of(kind);
    for (long now = there.get(); now >= amount; now = there.get()) {
      if (there.compareAndSet(now, now - amount)) {
        return true;
      }
    }
    return false;
  }

  /** Takes what is there of it, at most so much, and says how much that was. */
  public long takesUpTo(Kind kind, long most) {
    long before = of(kind).getAndUpdate(now -> now - Math.min(now, most));
    return Math.min(before, most);
  }

  /** How much of it is left. */
  public long left(Kind kind) {
    return of(kind).get();
  }

  /** Levels inside each other that are kept apart. */
  public int depth() {
    return limits.depth();
  }
}
