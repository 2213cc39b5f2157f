package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.HoldPresenter;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees to an action, its agenda, its links and an agency's answer, by mail alone. */
class ActionPartsByMailTest extends LetterWriting {
  private static final String QUOTE = "\n\nOn Monday, Amina wrote:\n> Memo to the agency\n";

  private void mail(String to, String subject, String text) throws IOException {
    mail(BOLA, to, subject, text);
  }

  private Action action() {
    return office.state().actions().byId().values().iterator().next();
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
    return ticketOf("bola");
  }

  @Test
  void linesAtTheHeadSayAllOfIt() throws IOException {
    String about = opened(Audience.everyone());
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

    ActionDetails details = action().details();
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
        "Owner: Amnia | Nobody with this name can read this | Owner: Amina",
        "About: the memo | The line \"About\" could not be read |",
        "About: COP-1, and so on | The line \"About\" could not be read | About: COP-1",
        "Receipt: x ; Receipt: y | Receipt appears more than once | Receipt: x",
      })
  void whatIsNotUnderstoodPlansNothingAndIsShownPutRight(String lines, String rule, String right)
      throws IOException {
    opened(Audience.everyone());
    mail(
        ACTIONS,
        "Memo",
        "Audience: everyone\nKind: call\n" + lines.replace(" ; ", "\n") + "\n\nSo.");

    assertThat(refused().getFirst()).startsWith(ASKS_ACTION_WRONGLY).contains(rule);
    String shown = AGAIN + "\n    Audience: everyone\n    Kind: call";
    assertThat(refused().getLast()).isEqualTo(shown + (right == null ? "" : "\n    " + right));
    assertThat(office.state().actions().byId()).isEmpty();
  }

  @Test
  void whoCannotReadItOwnsItLikeWhoIsNotHere() throws IOException {
    mail(ACTIONS, "Memo", "Audience: civil society\nOwner: Chika\n\nSo.");
    List<String> outside = refused();
    mail(ACTIONS, "Memo", "Audience: civil society\nOwner: Zainab\n\nSo.");

    assertThat(refused().getFirst()).isEqualTo(outside.getFirst());
    assertThat(office.state().actions().byId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COP-CO-1", "COP-99"})
  void whatIsNotReadIsNoLink(String hidden) throws IOException {
    opened(Audience.everyone());
    office.submit(
        "chika",
        new IssueCommand.OpenIssue(
            "COP", "Ours", "So.", "", List.of(), null, Audience.companyOnly("chirp"), null));
    String to = planned(Action.Kind.TASK);
    mail(to, "Re: Memo [about=COP-1, " + hidden + "; owner=me]", "So.");

    assertThat(refused().getFirst())
        .startsWith("issue:")
        .contains("does not exist, or you cannot read it");
    assertThat(refused().getLast()).isEqualTo(AGAIN + "\n    Subject: … [about=COP-1; owner=me]");
    assertThat(action().details().links()).isEmpty();
  }

  @Test
  void aSubjectAddsToWhatIsThere() throws IOException {
    String one = opened(Audience.everyone());
    String other = opened(Audience.everyone());
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
    assertThat(refused())
        .singleElement()
        .asString()
        .startsWith("This action already has an agenda.");
    assertThat(action().details().agenda()).isEqualTo("1. Removal\n2. Appeals");
  }

  @Test
  void anAgendaIsReplacedByALetterThatSaysSo() throws IOException {
    String to = planned(Action.Kind.CALL);
    String agenda = to.replace("@", "+agenda@");
    mail(agenda, "Re: Memo", "1. Removal\n2. Appeals" + QUOTE);
    mail(agenda, "Re: Memo", "1. Others");
    assertThat(refused()).singleElement().asString().contains("[agenda=replace]");
    mail(to, "Re: Memo [agenda=replace]", "1. Others");
    assertThat(refused()).containsExactly(RefusalMessages.ONLY_OF_AGENDA.english());
    mail(agenda, "Re: Memo [agenda=new]", "1. Others");
    assertThat(refused().getLast()).isEqualTo(AGAIN + "\n    Subject: … [agenda=replace]");
    mail(agenda, "Re: Memo [agenda=replace]", QUOTE);
    assertThat(refused().getFirst()).contains("no text for the agenda");
    assertThat(action().details().agenda()).isEqualTo("1. Removal\n2. Appeals");
    mail(agenda, "Re: Memo [agenda=replace]", "1. Others" + QUOTE);

    assertThat(action().details().agenda()).isEqualTo("1. Others");
    assertThat(office.events(EntryEvent.EntryPosted.class)).as("it is no comment").isEmpty();
  }

  @Test
  void whatNothingProvesIsShownAsItWouldBePlanned() throws IOException {
    office.close();
    office =
        new InboundPostOffice(
                directory.resolve("doubtful"), new SenderTrust(List.of(), List.of(), Set.of()))
            .withCoalition();
    String day = office.today().plusDays(30).toString();
    mail(
        ACTIONS,
        "Memo",
        "Audience: me, Amina\nKind: submission\nOwner: Amina\nReply-due: 2099-06-01\nStrategy:"
            + " research\nEmbargo: "
            + day
            + " 09:00 UTC, everyone\n\nWho drafts it?");

    Hold hold = office.state().letters().holds().values().iterator().next();
    assertThat(hold.unproven()).isTrue();
    assertThat(HoldPresenter.show(office.state(), hold, office.seats.get("bola")).getString("text"))
        .isEqualTo(
            "Kind: submission\nOwner: Amina\nStrategy: research\nReply-due: 2099-06-01\nEmbargo: "
                + day
                + " 09:00 UTC, everyone\n\nWho drafts it?");
  }

  @ParameterizedTest
  @CsvSource({"+minutes, CALL", "+agenda, CALL", "+agency, SUBMISSION"})
  void filesThatComeWithItStandAmongTheComments(String verb, Action.Kind kind) throws IOException {
    String to = planned(kind).replace("@", verb + "@");
    mail(
        BOLA,
        to,
        "Re: Memo",
        "Content-Type: multipart/mixed; boundary=x\n",
        """
        --x
        Content-Type: text/plain

        1. Removal
        --x
        Content-Type: application/pdf; name=memo.pdf
        Content-Disposition: attachment; filename=memo.pdf

        %PDF-1.4
        --x--\
        """);

    assertThat(office.events(EntryEvent.EntryPosted.class))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.parent()).isEqualTo(action().ref());
              assertThat(e.text()).isEqualTo("1. Removal");
              assertThat(e.audience()).isEqualTo(Audience.everyone());
              assertThat(Objects.requireNonNull(e.letter()).attachments())
                  .extracting(EntryLetter.Attachment::name)
                  .containsExactly("memo.pdf");
            });
    String kept =
        switch (verb) {
          case "+agenda" -> action().details().agenda();
          case "+agency" -> action().details().replies().getFirst().text();
          default -> action().presence().minutes().getFirst().text();
        };
    assertThat(kept).isEqualTo("1. Removal");
  }

  @Test
  void anAgendaOfNothingIsRefused() throws IOException {
    mail(planned(Action.Kind.CALL).replace("@", "+agenda@"), "Re: Memo", QUOTE);

    assertThat(refused()).singleElement().asString().contains("no text for the agenda");
  }

  @Test
  void whatAnAgencyAnsweredIsKeptWithItsDay() throws IOException {
    String to = planned(Action.Kind.SUBMISSION).replace("@", "+agency@");
    mail(to, "Re: Memo [on=2026-06-21; more=2099-07-01]", "We received it." + QUOTE);
    mail(to, "Re: Memo", "We take up two of four." + QUOTE);

    assertThat(action().details().replies())
        .containsExactly(
            new ActionDetails.Reply(LocalDate.parse("2026-06-21"), "We received it.", true),
            new ActionDetails.Reply(office.today(), "We take up two of four."));
    assertThat(action().details().replyDue()).isEqualTo(LocalDate.parse("2099-07-01"));
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.events(LetterEvent.WordTaken.class)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[on=2099-01-01] | The date of the reply is in the future",
        "[on=2026-06-21; more=2026-06-01] | The date of the next reply does not fit",
        "[on=0000-01-01] | Words.ASKS",
      })
  void aDayOfAnAnswerMustBePossible(String set, String rule) throws IOException {
    String to = planned(Action.Kind.SUBMISSION).replace("@", "+agency@");
    mail(to, "Re: Memo " + set, "We received it.");

    assertThat(refused().getFirst())
        .startsWith(rule.equals("Words.ASKS") ? ASKS_ACTION_WRONGLY : rule);
    assertThat(action().details().replies()).isEmpty();
  }

  @Test
  void onlyASubmissionIsAnswered() throws IOException {
    mail(planned(Action.Kind.CALL).replace("@", "+agency@"), "Re: Memo", "We received it.");

    assertThat(refused())
        .containsExactly(
            "This action is not a submission. Only a submission can have a reply from an agency.");
  }

  @Test
  void daysOfAnAnswerAreReadWithItsVerbAlone() throws IOException {
    mail(planned(Action.Kind.SUBMISSION), "Re: Memo [on=2026-06-21]", "We received it.");

    assertThat(refused()).containsExactly(RefusalMessages.ONLY_OF_AGENCY.english());
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+agenda", "+agency", "+minutes"})
  void theyAreNoVerbsOfIssues(String verb) throws IOException {
    opened(Audience.everyone());
    mail("provisions" + verb + "@caucus.example", "Re: [COP-1] 24 hours", "So.");

    assertThat(refused()).containsExactly(RefusalMessages.VERB_NOT_HERE.english());
  }
}
