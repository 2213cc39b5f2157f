package org.caucus.views.history;

import java.util.List;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Event;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.pcollections.PMap;

/**
 * Where in the log each issue was changed. It follows from the log alone and knows nothing of
 * readers. Immutable.
 *
 * @param commits so many of the log were looked at
 * @param last the id of the last of them; empty before the first
 * @param first the state in which a tracker has issues begin, where it says so
 */
record IssueCommits(
    int commits, String last, PMap<String, IssueState> first, PMap<String, Changed> issues) {
  static final IssueCommits EMPTY =
      new IssueCommits(0, "", PersistentMap.empty(), PersistentMap.empty());

  /**
   * An issue, from when it was opened.
   *
   * @param first the state it began in
   * @param places where in the history its commits stand, in order
   */
  record Changed(IssueState first, PersistentVector<Integer> places) {
    private Changed at(int place) {
      boolean isKnown = !places.isEmpty() && places.getLast() == place;
      return isKnown ? this : new Changed(first, places.plus(place));
    }
  }

  /** The index of this state; of an older one it is known already. */
  IssueCommits with(Workspace now) {
    List<Commit> history = now.history();
    IssueCommits is = isOf(history) ? this : EMPTY;
    for (Commit commit : history.subList(Math.min(is.commits, history.size()), history.size())) {
      is = is.plus(commit);
    }
    return is;
  }

  private boolean isOf(List<Commit> history) {
    return commits == 0 || commits > history.size() || history.get(commits - 1).id().equals(last);
  }

  private IssueCommits plus(Commit commit) {
    PMap<String, IssueState> begins = first;
    PMap<String, Changed> all = issues;
    for (Event event : commit.events()) {
      switch (event) {
        case IssueEvent.TrackerArranged e -> begins = begins.plus(e.key(), e.arrangement().first());
        case IssueEvent.IssueOpened e -> {
          IssueState state = begins.getOrDefault(e.tracker(), TrackerConfig.USUAL.first());
          all = all.plus(e.id(), new Changed(state, PersistentVector.empty()).at(commits));
        }
        case IssueEvent.IssueChange e -> all = changed(all, e.id());
        default -> {}
      }
    }
    return new IssueCommits(commits + 1, commit.id(), begins, all);
  }

  private PMap<String, Changed> changed(PMap<String, Changed> all, String id) {
    Changed known = all.get(id);
    return known == null ? all : all.plus(id, known.at(commits));
  }
}
