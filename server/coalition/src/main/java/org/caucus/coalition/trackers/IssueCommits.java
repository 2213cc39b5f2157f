package org.caucus.coalition.trackers;

import java.util.List;
import java.util.stream.Stream;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.pcollections.PMap;

/**
 * In which commits issues and the arrangements of their trackers were changed, immutable: what was
 * before a change is read there, without a walk through all of the log.
 *
 * @param of of each issue and tracker their sequences, oldest first
 */
record IssueCommits(PMap<Ref, PersistentVector<Long>> of) {
  /** The key of this state. */
  static final Slice<IssueCommits> SLICE =
      Slice.of(IssueCommits.class, new IssueCommits(PersistentMap.empty()));

  /** The state after an event of the commit with this sequence. */
  IssueCommits evolve(IssueEvent event, long sequence) {
    return switch (event) {
      case IssueEvent.IssueChange e -> with(Ref.to(Ref.Kind.ISSUE, e.id()), sequence);
      case IssueEvent.TrackerArranged e -> with(Ref.to(Ref.Kind.TRACKER, e.key()), sequence);
      default -> this;
    };
  }

  private IssueCommits with(Ref thing, long sequence) {
    PersistentVector<Long> known = of(thing);
    boolean isThere = !known.isEmpty() && known.getLast() == sequence;
    return isThere ? this : new IssueCommits(of.plus(thing, known.plus(sequence)));
  }

  private PersistentVector<Long> of(Ref thing) {
    return of.getOrDefault(thing, PersistentVector.empty());
  }

  /** The commits of an issue and of its tracker's arrangement before this one, oldest first. */
  List<Long> before(Issue issue, long sequence) {
    return Stream.of(Ref.to(Ref.Kind.TRACKER, issue.tracker()), Ref.to(Ref.Kind.ISSUE, issue.id()))
        .flatMap(thing -> of(thing).stream())
        .filter(commit -> commit < sequence)
        .distinct()
        .sorted()
        .toList();
  }
}
