package org.caucus.messaging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.Test;

/** Anyone who sets it by mail reads by mail what was set. */
class FactsTest extends AtPostOffice {
  private String last(String person) {
    return ParsedLetter.of(office.lettersOf(person).getLast()).text();
  }

  @Test
  void howPressingAnIssueBecomesIsToldToThePersonWhoHasIt() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "COP", "Fees", "Who pays?", "", List.of(office.seat("ben")), null, null, null));
    office.delivered();
    assertThat(last("ben")).contains("Priority: normal").doesNotContain("Labels");
    int before = office.lettersOf("ben").size();

    var urgent = new IssuePatch(null, Priority.URGENT, List.of("fees", "part 2"), null, null, null);
    office.submit(
        "ada",
        new IssueCommand.EditIssue(
            issue, null, null, "Who pays, and when?", null, null, null, false, null, urgent));
    office.delivered();

    assertThat(office.lettersOf("ben")).hasSize(before + 1);
    assertThat(last("ben"))
        .startsWith(
            """
            Ada Obi changed COP-1. Priority: urgent (was: normal); Labels: fees, part 2 (was: –)

            State: open
            """)
        .contains("Who pays, and when?")
        .endsWith(
            """
            --\s
            You received this because it is assigned to you. Email settings:
            https://caucus.example/w/code/my-mail\
            """);
  }

  @Test
  void aStateIsCalledAsItsTrackerCallsIt() {
    office.submit(
        "ada",
        new IssueCommand.OpenTracker(
            "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()));
    var names =
        List.of(
            new TrackerConfig.StateName(IssueState.OPEN, "To argue"),
            new TrackerConfig.StateName(IssueState.DONE, "Won"));
    office.submit(
        "ada",
        new IssueCommand.ArrangeTracker(
            "COP", new TrackerConfig(names, IssueState.OPEN, List.of())));
    String issue =
        office.submit(
            "ada",
            new IssueCommand.OpenIssue(
                "COP", "Fees", "", "", List.of(office.seat("ben")), null, null, null));
    office.delivered();
    assertThat(last("ben")).contains("State: To argue");

    office.submit(
        "ada",
        new IssueCommand.EditIssue(
            issue, null, null, null, null, IssueState.WAITING, null, false, null, null));
    office.delivered();
    assertThat(last("ben")).startsWith("Ada Obi changed COP-1. State: waiting (was: To argue)\n");

    office.submit("ada", new IssueCommand.CloseIssue(issue, IssueState.DONE, null));
    office.delivered();
    assertThat(last("ben")).contains("closed COP-1 as Won");
  }
}
