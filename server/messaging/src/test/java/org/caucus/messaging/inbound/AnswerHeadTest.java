package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The person who opened an issue with lines at its head begins an answer with them, too: they are
 * obeyed, or nothing is posted; and what somebody says is no order because it has a colon in it.
 */
class AnswerHeadTest extends LetterWriting {
  private static final String QUOTE =
      """


      On Monday, 23 November 2026 at 10:00, Amina <amina@rights.example> wrote:
      > Priority: low
      > Too short.
      """;

  private String id;
  private String ticket;

  @BeforeEach
  void anIssueIsTold() {
    id = opened(null);
    ticket = ticketOf("bola");
  }

  private List<Entry> entries() {
    return office.state().entries().under(Ref.to(Ref.Kind.ISSUE, id));
  }

  @Test
  void linesAtTheBeginningOfAnAnswerAreObeyedAndNoPartOfIt() throws IOException {
    mail(
        BOLA,
        ticket,
        "Re: [COP-1] 24 hours",
        "Priority: high\nDue: 2026-12-01\nAssign: me\nLabel: takedown\nState: in progress\n"
            + "Number: 3(b)\n\nI take it."
            + QUOTE);

    Issue issue = issue("COP-1");
    assertThat(issue.facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(issue.due()).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(issue.assignees()).containsExactly(office.seats.get("bola"));
    assertThat(issue.facets().labels()).containsExactly("takedown");
    assertThat(issue.state()).isEqualTo(IssueState.IN_PROGRESS);
    assertThat(entries())
        .singleElement()
        .satisfies(e -> assertThat(e.text()).startsWith("I take it.").contains("> Priority: low"));
  }

  @Test
  void theyAreReadBelowAQuoteAndBesideTheSubject() throws IOException {
    mail(
        BOLA,
        TRACKER,
        "Re: [COP-1] 24 hours [due=2026-12-01]",
        answers(id),
        QUOTE.strip() + "\n\nPriority: urgent\n\nThe agency meets on Friday.");

    assertThat(issue("COP-1").facets().priority()).isEqualTo(Priority.URGENT);
    assertThat(issue("COP-1").due()).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(entries().getFirst().text())
        .contains("> Too short.", "The agency meets on Friday.")
        .doesNotContain("Priority: urgent");
  }

  @Test
  void oneThatIsNotUnderstoodRefusesAllOfItWithTheReasonAndAnExample() throws IOException {
    mail(BOLA, ticket, "Re: 24 hours", "Priority: urgnt\nDue: 2026-12-01\n\nI take it.");

    assertThat(refused().getFirst()).startsWith(ASKS_WRONGLY).contains("priority");
    assertThat(refused().getLast())
        .isEqualTo(AGAIN + "\n    Priority: urgent\n    Due: 2026-12-01");
    assertThat(entries()).isEmpty();
    assertThat(issue("COP-1").due()).isNull();
  }

  @Test
  void whatSaysNothingBesidesIsDoneAndItsReadersSeeWhat() throws IOException {
    mail(BOLA, ticket, "Re: 24 hours", "Priority: high" + QUOTE);

    assertThat(issue("COP-1").facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(entries().getFirst().text()).startsWith("Priority: high");
  }

  /** The change is for all who read the issue, so anyone who says its words to fewer is asked. */
  @Test
  void theLineThatSaysWhoReadsItStandsAboveThem() throws IOException {
    String words = "Audience: civil society\nPriority: high\n\nAmong ourselves.";
    mail(BOLA, ticket, "Re: 24 hours", words);
    LetterEvent.LetterHeld asked = office.events(LetterEvent.LetterHeld.class).getLast();
    assertThat(asked.awaits()).isEqualTo(Hold.Awaits.SENDER);
    assertThat(entries()).isEmpty();

    office.submit("bola", new LetterCommand.ApproveHold(asked.id()));
    assertThat(issue("COP-1").facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(entries())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.audience()).isEqualTo(Audience.civilSociety());
              assertThat(e.text()).isEqualTo("Among ourselves.");
            });
  }

  @Test
  void aRelationIsOneWhereItNamesAnIssue() throws IOException {
    opened(null);
    mail(BOLA, ticket, "Re: 24 hours", "Duplicate: COP-2\n\nThe same sentence.");

    assertThat(entries().getFirst().text()).isEqualTo("The same sentence.");
    assertThat(office.events(IssueEvent.IssueRelated.class)).hasSize(1);
  }

  /** Each is a comment as it stands, and changes nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Number: we counted twelve platforms, and none answered.",
        "Quote: 'within 24 hours' is what the draft says",
        "Evidence: see the report of the second quarter",
        "State: we wait for the agency, and it takes its time.",
        "Label: this is what I would call it, if anybody asked me.",
        "Type: that depends on whom you ask!",
        "Duplicate: well-known problem of the first draft",
        "Parent: companies answer for their subsidiaries",
        "Priority:",
        "Priorities: high",
        "My view: high",
      })
  void whatSomebodySaysIsNoOrder(String words) throws IOException {
    mail(BOLA, ticket, "Re: 24 hours", words + "\n\nSo much for that.");

    assertThat(entries())
        .singleElement()
        .satisfies(e -> assertThat(e.text()).isEqualTo(words + "\n\nSo much for that."));
    Issue issue = issue("COP-1");
    assertThat(issue.facets().labels()).isEmpty();
    assertThat(issue.facets().citation()).isNull();
    assertThat(issue.state()).isEqualTo(IssueState.OPEN);
  }
}
