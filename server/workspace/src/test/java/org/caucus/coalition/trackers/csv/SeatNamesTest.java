package org.caucus.coalition.trackers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Two people of one name are told apart in a table, and found again by the person who reads it. */
class SeatNamesTest {
  private static final SeatId SECOND = new SeatId("second");
  private static final SeatId THIRD = new SeatId("third");
  private static final SeatId FOURTH = new SeatId("fourth");
  private static final SeatId GONE = new SeatId("gone");

  private static MemberEvent called(SeatId seat, String name, String organisation) {
    return new MemberEvent.SeatTaken(
        seat, "person-" + seat, name, organisation, Role.MEMBER, null, null);
  }

  /** Two called Bola in other organisations, two called Ada in one, and one who has left. */
  private static Given namesakes() {
    return Given.coalition()
        .and(called(SECOND, "Bola", "watch"))
        .and(called(THIRD, "Ada Eze", "rights"))
        .and(called(FOURTH, "Ada Eze", "rights"))
        .and(called(GONE, "Bola", "chirp"))
        .and(new MemberEvent.SeatEnded(GONE));
  }

  private static String name(Workspace now, SeatId seat) {
    return new SeatNames(now.members()).of(seat);
  }

  @Test
  void whoIsAloneWithANameIsCalledByIt() {
    Workspace now = Given.coalition().state();

    assertThat(name(now, Parties.AMINA)).isEqualTo("Amina");
    assertThat(name(now, Parties.EMEKA)).as("who has left").isEqualTo("Emeka");
  }

  @Test
  void othersAreCalledByTheirOrganisationOrElseByWhatNeverChanges() {
    Workspace now = namesakes().state();

    assertThat(name(now, Parties.BOLA)).isEqualTo("Bola (press)");
    assertThat(name(now, SECOND)).isEqualTo("Bola (watch)");
    assertThat(name(now, THIRD)).isEqualTo("third");
    assertThat(name(now, FOURTH)).isEqualTo("fourth");
    assertThat(name(now, GONE)).isEqualTo("Bola (chirp)");
  }

  @Test
  void whatIsWrittenOutIsReadBackAsTheSamePeople() {
    List<SeatId> all = List.of(Parties.BOLA, SECOND, THIRD, FOURTH, Parties.AMINA);
    Given given =
        namesakes()
            .does(
                Parties.AMINA,
                new IssueCommand.OpenIssue(
                    "COP", "Notice period", "", "", all, null, null, null, List.of(), null, false));
    Workspace now = given.state();
    Tracker tracker = now.issues().tracker("COP").orElseThrow();
    IssueCsvExport table = new IssueCsvExport(now, tracker, Parties.AMINA);
    List<Issue> issues = table.issues(IssueCsvExport.View.ALL);
    String csv = table.csv(issues, Language.ENGLISH);

    assertThat(csv).contains("Bola (press); Bola (watch); third; fourth; Amina");
    SeatNames names = new SeatNames(now.members());
    assertThat(
            all.stream().map(seat -> RowImporter.one("assignees", names.of(seat), names)).toList())
        .isEqualTo(all);
    assertThat(
            table
                .json(issues, given.state().history().getLast().at())
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("assigneeNames"))
        .containsExactly("Bola (press)", "Bola (watch)", "third", "fourth", "Amina");
  }
}
