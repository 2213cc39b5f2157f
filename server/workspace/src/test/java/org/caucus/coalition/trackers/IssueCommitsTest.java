package org.caucus.coalition.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.ThingCommits;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** What was before a change of an issue is found in its own commits. */
class IssueCommitsTest {
  private static IssueEvent.IssueOpened opened(String id, String label) {
    return new IssueEvent.IssueOpened(
        id, label, "COP", "Title", "", "", List.of(), null, Audience.everyone(), AMINA);
  }

  private static List<Long> before(Workspace state, String id, long sequence) {
    Issue issue = state.issues().find(id).orElseThrow();
    return state
        .slices()
        .get(ThingCommits.SLICE)
        .before(sequence, Ref.to(Ref.Kind.TRACKER, issue.tracker()), issue.ref());
  }

  @Test
  void nothingButItsOwnChangesAndItsTrackersAreLookedAt() {
    Given given = Given.coalition();
    long start = given.state().sequence();
    long arranged = start; // with the coalition
    Workspace state =
        given
            .and(new IssueEvent.TrackerArranged("COP", TrackerConfig.USUAL))
            .and(opened("i1", "COP-1"))
            .and(opened("i2", "COP-2"))
            .and(new IssueEvent.IssueWatched("i1", AMINA))
            .and(new IssueEvent.IssueClosed("i2", IssueState.DONE))
            .and(new IssueEvent.IssueClosed("i1", IssueState.DONE))
            .and(new IssueEvent.IssueReopened("i1"))
            .state();

    assertThat(before(state, "i1", start + 7))
        .containsExactly(arranged, start + 1, start + 2, start + 6);
    assertThat(before(state, "i2", start + 5)).containsExactly(arranged, start + 1, start + 3);
  }
}
