package org.caucus.postmaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.actions.Action;
import org.caucus.actions.ActionCommand;
import org.caucus.actions.plans.Details;
import org.caucus.command.Ref;
import org.caucus.entries.EntryEvent;
import org.caucus.issues.IssueCommand;
import org.caucus.issues.asked.AskedLines;
import org.caucus.letters.LetterEvent;
import org.caucus.members.Audience;
import org.caucus.postmaster.arrival.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees to an action, its agenda, its links and an agency's answer, by mail alone. */
class ActionPartsByMailTest extends AtPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String ACTIONS = "cop+actions@caucus.example";
  private static final String QUOTE = "\n\nOn Monday, Amina wrote:\n> Memo to the agency\n";

  private void mail(String to, String subject, String text) throws IOException {
    office.post(
        BOLA,
        to,
        "From: <" + BOLA + ">\nTo: <" + to + ">\nSubject: " + subject + "\n\n" + text + "\n");
  }

  private List<String> why() {
    return office.events(LetterEvent.LetterRefused.class).getLast().reasons();
  }

  private Action action() {
    return office.state().actions().byId().values().iterator().next();
  }

  private String issue(Audience audience) {
    return office.submit(
        "amina",
        new IssueCommand.OpenIssue(
            "COP", "24 hours", "Too short.", "", List.of(), null, audience, null));
  }

  /** The address at which Bola answers what is planned. */
  private String planned(Action.Kind kind) {
    office.submit(
        "amina",
        new ActionCommand.PlanAction(
            kind,
            "Memo to the agency",
            "Who drafts it?",
            null,
            new Action.When(null, null, ZoneId.of("UTC")),
            "",
            Audience.everyone()));
    return office.tickets.address(
        "cop",
        PostOffice.DOMAIN,
        office.state().history().getLast().sequence(),
        office.seats.get("bola"));
  }

  @Test
  void linesAtTheHeadSayAllOfIt() throws IOException {
    String about = issue(Audience.everyone());
    mail(
        ACTIONS,
        "Memo",
        """
        Audience: everyone
        Kind: submission
        Owner: Amina
        About: COP-1
        Agenda: 1. Removal; 2. Appeals;
        Receipt: NITDA/2026/14

        So.\
        """);

    Details details = action().details();
    assertThat(action().owner()).isEqualTo(office.seats.get("amina"));
    assertThat(details.links()).containsExactly(Ref.to(Ref.Kind.ISSUE, about));
    assertThat(details.agenda()).isEqualTo("1. Removal\n2. Appeals");
    assertThat(details.receipt()).isEqualTo("NITDA/2026/14");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Owner: me, Amina | An action has one owner |",
        "Owner: Amnia | Nobody who can read this is called so | Owner: Amina",
        "About: the memo | About names labels of issues |",
        "About: COP-1, and so on | About names labels of issues | About: COP-1",
        "Receipt: x ; Receipt: y | Receipt is said once | Receipt: x",
      })
  void whatIsNotUnderstoodPlansNothingAndIsShownPutRight(String lines, String rule, String right)
      throws IOException {
    issue(Audience.everyone());
    mail(
        ACTIONS,
        "Memo",
        "Audience: everyone\nKind: call\n" + lines.replace(" ; ", "\n") + "\n\nSo.");

    assertThat(why().getFirst()).startsWith(Words.ASKS_ACTION_WRONGLY).contains(rule);
    String shown = AskedLines.AGAIN + "\n    Audience: everyone\n    Kind: call";
    assertThat(why().getLast()).isEqualTo(shown + (right == null ? "" : "\n    " + right));
    assertThat(office.state().actions().byId()).isEmpty();
  }

  @Test
  void whoCannotReadItOwnsItLikeWhoIsNotHere() throws IOException {
    mail(ACTIONS, "Memo", "Audience: civil society\nOwner: Chika\n\nSo.");
    List<String> outside = why();
    mail(ACTIONS, "Memo", "Audience: civil society\nOwner: Nobody\n\nSo.");

    assertThat(why().getFirst()).isEqualTo(outside.getFirst());
    assertThat(office.state().actions().byId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COP-CO-1", "COP-99"})
  void whatIsNotReadIsNoLink(String hidden) throws IOException {
    issue(Audience.everyone());
    office.submit(
        "chika",
        new IssueCommand.OpenIssue(
            "COP", "Ours", "So.", "", List.of(), null, Audience.companyOnly("chirp"), null));
    String to = planned(Action.Kind.TASK);
    mail(to, "Re: Memo [about=COP-1, " + hidden + "; owner=me]", "So.");

    assertThat(why().getFirst()).startsWith("There is nothing here that you can read as issue:");
    assertThat(why().getLast())
        .isEqualTo(AskedLines.AGAIN + "\n    Subject: … [about=COP-1; owner=me]");
    assertThat(action().details().links()).isEmpty();
  }

  @Test
  void aSubjectAddsToWhatIsThere() throws IOException {
    String one = issue(Audience.everyone());
    String other = issue(Audience.everyone());
    String to = planned(Action.Kind.SUBMISSION);
    mail(to, "Re: Memo [about=COP-1; receipt=14/2026; reply-due=2099-01-31]", "So.");
    mail(to, "Re: Memo [about=COP-2; owner=me]", "So.");

    assertThat(action().details().links())
        .containsExactly(Ref.to(Ref.Kind.ISSUE, one), Ref.to(Ref.Kind.ISSUE, other));
    assertThat(action().details().receipt()).isEqualTo("14/2026");
    assertThat(action().details().replyDue()).isEqualTo(LocalDate.parse("2099-01-31"));
    assertThat(action().owner()).isEqualTo(office.seats.get("bola"));
  }

  @Test
  void theAgendaIsWhatStandsAboveTheQuoteAndIsNotReplaced() throws IOException {
    String to = planned(Action.Kind.CALL).replace("@", "+agenda@");
    mail(to, "Re: Memo [where=Abuja]", "1. Removal\n2. Appeals" + QUOTE);

    assertThat(action().details().agenda()).isEqualTo("1. Removal\n2. Appeals");
    assertThat(action().place()).isEqualTo("Abuja");
    assertThat(office.events(EntryEvent.EntryPosted.class)).as("it is no comment").isEmpty();
    mail(to, "Re: Memo", "1. Others");
    assertThat(why()).singleElement().asString().startsWith("An agenda is there already.");
    assertThat(action().details().agenda()).isEqualTo("1. Removal\n2. Appeals");
  }

  @Test
  void anAgendaOfNothingIsRefused() throws IOException {
    mail(planned(Action.Kind.CALL).replace("@", "+agenda@"), "Re: Memo", QUOTE);

    assertThat(why())
        .singleElement()
        .asString()
        .contains("no words in it that could be the agenda");
  }

  @Test
  void whatAnAgencyAnsweredIsKeptWithItsDay() throws IOException {
    String to = planned(Action.Kind.SUBMISSION).replace("@", "+agency@");
    mail(to, "Re: Memo [on=2026-06-21; more=2099-07-01]", "We received it." + QUOTE);
    mail(to, "Re: Memo", "We take up two of four." + QUOTE);

    assertThat(action().details().replies())
        .containsExactly(
            new Details.Reply(LocalDate.parse("2026-06-21"), "We received it.", true),
            new Details.Reply(LocalDate.now(ZoneOffset.UTC), "We take up two of four."));
    assertThat(action().details().replyDue()).isEqualTo(LocalDate.parse("2099-07-01"));
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.events(LetterEvent.WordTaken.class)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[on=2099-01-01] | A reply that is recorded has come",
        "[on=2026-06-21; more=2026-06-01] | A day is awaited if more is to come",
        "[on=0000-01-01] | Words.ASKS",
      })
  void aDayOfAnAnswerMustBePossible(String set, String rule) throws IOException {
    String to = planned(Action.Kind.SUBMISSION).replace("@", "+agency@");
    mail(to, "Re: Memo " + set, "We received it.");

    assertThat(why().getFirst())
        .startsWith(rule.equals("Words.ASKS") ? Words.ASKS_ACTION_WRONGLY : rule);
    assertThat(action().details().replies()).isEmpty();
  }

  @Test
  void onlyASubmissionIsAnswered() throws IOException {
    mail(planned(Action.Kind.CALL).replace("@", "+agency@"), "Re: Memo", "We received it.");

    assertThat(why()).containsExactly("Only a submission is answered by an agency.");
  }

  @Test
  void daysOfAnAnswerAreReadWithItsVerbAlone() throws IOException {
    mail(planned(Action.Kind.SUBMISSION), "Re: Memo [on=2026-06-21]", "We received it.");

    assertThat(why()).containsExactly(Words.ONLY_OF_AGENCY);
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+agenda", "+agency", "+minutes"})
  void theyAreNoVerbsOfIssues(String verb) throws IOException {
    issue(Audience.everyone());
    mail("provisions" + verb + "@caucus.example", "Re: [COP-1] 24 hours", "So.");

    assertThat(why()).containsExactly(Words.VERB_NOT_HERE);
  }
}
