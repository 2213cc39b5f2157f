package org.caucus.coalition.access.audience;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.moderation.HeldLetters;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * Which audience a thing had when, of those that were changed; immutable. What happened to a head
 * before it was widened stays with those who could read it then.
 */
public record AudienceHistory(PMap<Ref, PersistentVector<Era>> eras) {
  /** The key of this state. */
  public static final Slice<AudienceHistory> SLICE = Slice.of(AudienceHistory.class, none());

  /** What anyone who holds the state of all that has an audience can be asked. */
  public interface Held extends HeldLetters.Held {
    /** The audiences things had. */
    default AudienceHistory audiences() {
      return slices().get(SLICE);
    }
  }

  /**
   * A time in which a thing had one audience.
   *
   * @param from sequence of the commit it began with; 0 for the first
   * @param audience who could read it then, and at every time since
   */
  public record Era(long from, Audience audience) {}

  /** Before anything was changed. */
  public static AudienceHistory none() {
    return new AudienceHistory(PersistentMap.empty());
  }

  /** Who may know of what happened to this thing in that commit; empty if it never changed. */
  public Optional<Audience> at(Ref thing, long sequence) {
    Optional<Audience> found = Optional.empty();
    for (Era era : eras.getOrDefault(thing, PersistentVector.empty())) {
      if (era.from() <= sequence) {
        found = Optional.of(era.audience());
      }
    }
    return found;
  }

  /** The audience a thing had when anyone who reads this could first read it. */
  public Audience firstFor(Predicate<Scope> reads, Ref thing, Scope now) {
    return eras.getOrDefault(thing, PersistentVector.empty()).stream()
        .map(Era::audience)
        .filter(a -> reads.test(new Scope(a, now.at(), now.parent())))
        .findFirst()
        .orElse(now.audience());
  }

  /** How often it was widened. */
  int widenings(Ref thing) {
    return Math.max(0, eras.getOrDefault(thing, PersistentVector.empty()).size() - 1);
  }

  /** The state after it was widened in that commit. */
  public AudienceHistory widened(AudienceEvent.Widened e, long sequence) {
    PersistentVector<Era> before = eras.getOrDefault(e.of(), PersistentVector.empty());
    PersistentVector<Era> known = before.isEmpty() ? before.plus(new Era(0, e.from())) : before;
    return new AudienceHistory(eras.plus(e.of(), known.plus(new Era(sequence, e.to()))));
  }

  /** The state after a thing was narrowed: so is what happened to it at any time. */
  public AudienceHistory narrowed(Ref thing, UnaryOperator<Audience> narrower) {
    PersistentVector<Era> before = eras.get(thing);
    if (before == null) {
      return this;
    }
    PersistentVector<Era> after = PersistentVector.empty();
    for (Era era : before) {
      after = after.plus(new Era(era.from(), narrower.apply(era.audience())));
    }
    return new AudienceHistory(eras.plus(thing, after));
  }
}
