package org.caucus.coalition.capability;

import java.util.List;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * In which commits things were changed, immutable: what was before a change is read there, without
 * a walk through all of the log.
 *
 * @param of of each thing their sequences, oldest first
 */
public record ThingCommits(PMap<Ref, PersistentVector<Long>> of) {
  /** The key of this state. */
  public static final Slice<ThingCommits> SLICE =
      Slice.of(ThingCommits.class, new ThingCommits(PersistentMap.empty()));

  /** The state after the commit with this sequence changed a thing. */
  public ThingCommits with(Ref thing, long sequence) {
    PersistentVector<Long> known = of(thing);
    boolean isThere = !known.isEmpty() && known.getLast() == sequence;
    return isThere ? this : new ThingCommits(of.plus(thing, known.plus(sequence)));
  }

  private PersistentVector<Long> of(Ref thing) {
    return of.getOrDefault(thing, PersistentVector.empty());
  }

  /** The commits of these things before this one, oldest first. */
  public List<Long> before(long sequence, Ref... things) {
    return Stream.of(things)
        .flatMap(thing -> of(thing).stream())
        .filter(commit -> commit < sequence)
        .distinct()
        .sorted()
        .toList();
  }
}
