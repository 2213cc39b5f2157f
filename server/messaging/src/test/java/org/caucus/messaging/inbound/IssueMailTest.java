package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;

/** A tracker by mail alone: each verb, setting and refusal through a real SMTP conversation. */
class IssueMailTest extends LetterWriting {
  private List<Entry> entries(String issue) {
    return office.state().entries().under(Ref.to(Ref.Kind.ISSUE, issue));
  }

  @Test
  void linesAtTheHeadFillTheFieldsOfANewIssue() throws IOException {
    mail(
        BOLA,
        TRACKER,
        "Appeals against removals",
        "",
        """
        Priority: urgent
        Due: 2026-12-01
        Label: takedown, appeals
        Assign: me, Amina
        Type: provision concern
        Audience: civil society

        The draft has no appeal.\
        """);

    Issue issue = issue("COP-CS-1");
    assertThat(issue.title()).isEqualTo("Appeals against removals");
    assertThat(issue.description()).isEqualTo("The draft has no appeal.");
    assertThat(issue.facets().priority()).isEqualTo(Priority.URGENT);
    assertThat(issue.facets().type()).isEqualTo(IssueType.PROVISION_CONCERN);
    assertThat(issue.facets().labels()).containsExactly("takedown", "appeals");
    assertThat(issue.due()).isEqualTo(LocalDate.parse("2026-12-01"));
    assertThat(issue.assignees())
        .containsExactly(office.seats.get("bola"), office.seats.get("amina"));
    assertThat(issue.audience()).isEqualTo(Audience.civilSociety());
    assertThat(String.join("\n", office.transcript))
        .contains(
            """
            C: RCPT TO:<provisions@caucus.example>
            S: 250\
            """)
        .contains("C: Priority: urgent\nC: Due: 2026-12-01");
  }

  @Test
  void aLineThatIsNotUnderstoodRefusesAllOfItWithAnExample() throws IOException {
    mail(
        BOLA,
        TRACKER,
        "Fees",
        "",
        """
        Label: licensing
        Priority: urgnt

        Who pays?\
        """);

    assertThat(office.events(IssueEvent.IssueOpened.class)).isEmpty();
    assertThat(refused())
        .containsExactly(
            ASKS_WRONGLY
                + "The value of priority was not understood. Use one of these: urgent, high,"
                + " normal, low.",
            AGAIN + "\n    Label: licensing\n    Priority: urgent");
  }

  @Test
  void anExampleAsksForNoMoreReadersThanItsLetterDid() throws IOException {
    mail(BOLA, TRACKER, "Fees", "", "Audience: civil society\nPriority: hihg\n\nWho pays?");

    assertThat(refused().getLast())
        .isEqualTo(AGAIN + "\n    Audience: civil society\n    Priority: high");
  }

  @Test
  void readersInWordsThatAreNotKnownAreShownAsTheyMayBeMeant() throws IOException {
    mail(BOLA, TRACKER, "Fees", "", "Priority: low\nAudience: civil socety\n\nWho pays?");

    assertThat(refused())
        .containsExactly(
            RefusalMessages.UNKNOWN_AUDIENCE.english(),
            AGAIN + "\n    Audience: civil society\n    Priority: low");
    mail(BOLA, TRACKER, "Fees", "", "Audience: civil socety\nPriority: hihg\n\nWho pays?");
    assertThat(refused().getLast())
        .isEqualTo(AGAIN + "\n    Audience: civil society\n    Priority: high");
    mail(CHIKA, TRACKER, "Fees", "", "Audience: civil society\n\nWho pays?");
    assertThat(refused().getLast()).isEqualTo(AGAIN + "\n    Audience: only chirp");
    mail("stranger@elsewhere.example", TRACKER, "Fees", "", "Audience: nobody\n\nWho pays?");
    assertThat(refused()).containsExactly(RefusalMessages.UNKNOWN_AUDIENCE.english());
    assertThat(office.events(IssueEvent.IssueOpened.class)).isEmpty();
  }

  @Test
  void whatIsWrongInASubjectIsPutRightInTheSubject() throws IOException {
    String id = opened(null);

    mail(BOLA, TRACKER, "Re: [COP-1] x [state=waitng; label=memo]", answers(id), "Sent.");

    assertThat(refused().getLast())
        .isEqualTo(AGAIN + "\n    Subject: … [state=waiting; label=memo]");
  }

  @Test
  void eachKindOfWrongLineNamesItsRule() throws IOException {
    for (String[] wrong :
        new String[][] {
          {"Due: 0000-01-01", "a year from 1970 to 2999"},
          {"Due: next week", "as 2026-12-01"},
          {"Assign: Nobody Atall", "Nobody with this name can read this"},
          {"Assign: vera\nAudience: civil society", "Nobody with this name can read this"},
          {"Label: " + "x".repeat(41), "The limit is 40 characters"},
          {"Type: poem", "concern about a provision, task, question"},
          {"Priority: low\nPriority: high", "appears twice"},
          {"State: done", RefusalMessages.NO_STATE_YET.english()},
        }) {
      int before = refusals();
      mail(BOLA, TRACKER, "Fees", "", wrong[0] + "\n\nWho pays?");
      assertThat(refusals()).as(wrong[0]).isEqualTo(before + 1);
      assertThat(refused().getFirst()).as(wrong[0]).contains(wrong[1]);
    }
    assertThat(office.events(IssueEvent.IssueOpened.class)).isEmpty();
  }

  /** A day counted from the newest event would tell when something hidden happened (R8). */
  @Test
  void aWeekIsCountedFromWhenTheLetterCame() throws IOException {
    office.ahead = Duration.ofDays(20);
    String day = office.today().plusDays(7).toString();
    mail(BOLA, TRACKER, "Fees", "", "Due: next week\n\nWho pays?");

    assertThat(refused().getLast()).contains("Due: " + day);
  }

  @Test
  void whoIsOutsideTheAudienceIsToldOfLikeWhoIsNotHere() throws IOException {
    mail(BOLA, TRACKER, "Fees", "", "Audience: civil society\nAssign: chika\n\nWho pays?");
    List<String> outside = refused();
    mail(BOLA, TRACKER, "Fees", "", "Audience: civil society\nAssign: nobody\n\nWho pays?");

    assertThat(refused()).isEqualTo(outside);
  }

  @Test
  void proseThatHasAColonStaysProse() throws IOException {
    mail(BOLA, TRACKER, "Fees", "", "Question: who pays?\nDue: 2026-12-01");

    assertThat(issue("COP-1").description()).isEqualTo("Question: who pays?\nDue: 2026-12-01");
    assertThat(issue("COP-1").due()).isNull();
  }

  @Test
  void plusDoneClosesWhatTheLetterAnswers() throws IOException {
    String id = opened(null);

    mail(CHIKA, "provisions+done@caucus.example", "Re: [COP-1] 24 hours", answers(id), "We agree.");

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
    assertThat(entries(id).getLast().text()).isEqualTo("We agree.");
    assertThat(String.join("\n", office.transcript))
        .contains("C: RCPT TO:<provisions+done@caucus.example>\nS: 250");
  }

  @Test
  void plusDoneFindsTheIssueByTheLabelInTheSubjectToo() throws IOException {
    opened(null);

    mail(CHIKA, "provisions+done@caucus.example", "[cop-1] settled", "", "We agree.");

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
  }

  @Test
  void aVerbOnWhatCannotBeReadIsAnsweredLikeOneOnNothing() throws IOException {
    opened(Audience.civilSociety());

    mail(CHIKA, "provisions+done@caucus.example", "[COP-CS-1] x", "", "Close it.");
    List<String> hidden = refused();
    mail(CHIKA, "provisions+done@caucus.example", "[COP-CS-9] x", "", "Close it.");

    assertThat(refused())
        .isEqualTo(hidden)
        .containsExactly(RefusalMessages.ANSWERS_NO_ISSUE.english());
    assertThat(issue("COP-CS-1").state()).isEqualTo(IssueState.OPEN);
  }

  @Test
  void plusForwardedHasTheIssueWait() throws IOException {
    String id = opened(null);

    mail(BOLA, "provisions+forwarded@caucus.example", "Re: x", answers(id), "Sent to the agency.");

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.WAITING);
    assertThat(entries(id)).hasSize(1);
  }

  @Test
  void plusQuietSaysItWithoutMail() throws IOException {
    String id = opened(null);
    mail(BOLA, "provisions+quiet@caucus.example", "Re: x", answers(id), "For the record.");
    mail(BOLA, "provisions+quiet@caucus.example", "Typo in 3(b)", "", "A comma is missing.");

    assertThat(entries(id)).hasSize(1);
    assertThat(office.events(IssueEvent.IssueQuieted.class)).hasSize(2);
    assertThat(issue("COP-2").title()).isEqualTo("Typo in 3(b)");
  }

  @Test
  void aVerbBehindAnAnswerAddressDoesTheSame() throws IOException {
    opened(null);
    String address =
        office.tickets.address(
            "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get("bola"));

    mail(BOLA, address.replace("@", "+done@"), "Re: 24 hours", "", "Agreed.");

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
  }

  @Test
  void aVerbOnAThreadIsRefused() throws IOException {
    mail(BOLA, "coalition@caucus.example", "Memo", "", "The memo is due.");
    String address =
        office.tickets.address(
            "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get("amina"));

    mail("amina@rights.example", address.replace("@", "+done@"), "Re: Memo", "", "Done.");

    assertThat(refused()).containsExactly(RefusalMessages.VERB_NOT_HERE.english());
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
  }

  @Test
  void theSubjectSetsFieldsOfWhatItAnswers() throws IOException {
    String id = opened(null);

    mail(
        BOLA,
        TRACKER,
        "Re: [COP-1] 24 hours [priority=high; due=2026-12-01; label=takedown; assign=me;"
            + " state=in-progress]",
        answers(id),
        "I take it.");

    Issue issue = issue("COP-1");
    assertThat(issue.facets().priority()).isEqualTo(Priority.HIGH);
    assertThat(Objects.requireNonNull(issue.due())).isEqualTo("2026-12-01");
    assertThat(issue.facets().labels()).containsExactly("takedown");
    assertThat(issue.assignees()).containsExactly(office.seats.get("bola"));
    assertThat(issue.state()).isEqualTo(IssueState.IN_PROGRESS);
    mail(BOLA, TRACKER, "Re: [COP-1] 24 hours [due=none; assign=none]", answers(id), "Not mine.");
    assertThat(issue("COP-1").due()).isNull();
    assertThat(issue("COP-1").assignees()).isEmpty();
  }

  @Test
  void aWrongSettingInTheSubjectRefusesTheWholeLetter() throws IOException {
    String id = opened(null);

    mail(BOLA, TRACKER, "Re: x [priority=high; colour=red]", answers(id), "I take it.");

    assertThat(refused().getFirst()).contains("You can set priority, due, label");
    assertThat(entries(id)).isEmpty();
    assertThat(issue("COP-1").facets().priority()).isEqualTo(Priority.NORMAL);
  }

  @Test
  void aSubjectThatSetsSomethingIsNoTitle() throws IOException {
    mail(BOLA, TRACKER, "Fees [draft] [priority=low]", "", "Who pays?");

    assertThat(issue("COP-1").title()).isEqualTo("Fees [draft]");
    assertThat(issue("COP-1").facets().priority()).isEqualTo(Priority.LOW);
  }

  @Test
  void wordsLeaveAClosedIssueClosedAndAVerbOpensIt() throws IOException {
    String id = opened(null);
    office.submit("amina", new IssueCommand.CloseIssue(id, IssueState.DONE, null));

    mail(CHIKA, TRACKER, "Re: [COP-1] 24 hours", answers(id), "Thank you all!");
    mail(CHIKA, TRACKER, "Re: [COP-1] 24 hours", answers(id), "It is not settled.");

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
    assertThat(office.state().entries().under(issue("COP-1").ref())).hasSize(2);
    mail(CHIKA, TRACKER, "Re: [COP-1] 24 hours", answers(id), "Reopen, please.");
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.OPEN);
    assertThat(office.events(IssueEvent.IssueReopened.class)).hasSize(1);
    mail(CHIKA, "provisions+done@caucus.example", "Re: x", answers(id), "Now it is.");
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
    mail(CHIKA, "provisions+done@caucus.example", "Re: x", answers(id), "Yes.");
    assertThat(office.events(IssueEvent.IssueReopened.class)).hasSize(1);
  }

  @Test
  void anObserversVerbWaitsForAConvenorAndIsThenDone() throws IOException {
    String id = opened(null);
    mail("dayo@press.example", "provisions+done@caucus.example", "Re: x", answers(id), "Settled.");

    assertThat(issue("COP-1").state()).isEqualTo(IssueState.OPEN);
    String hold = office.state().letters().holds().keySet().iterator().next();
    office.submit("amina", new LetterCommand.ApproveHold(hold));
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
  }

  @Test
  void aLetterToTheTrackerAndItsVerbIsSaidOnce() throws IOException {
    String id = opened(null);
    String letter =
        "From: "
            + BOLA
            + "\nTo: "
            + TRACKER
            + "\nSubject: Re: x\nMessage-ID: <both@press.example>\n"
            + answers(id)
            + "\nSettled.\n";

    office.send(BOLA, List.of(TRACKER, "provisions+done@caucus.example"), letter);
    office.settle();

    assertThat(entries(id)).hasSize(1);
    assertThat(issue("COP-1").state()).isEqualTo(IssueState.DONE);
  }
}
