package org.caucus.coalition.access.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.access.audience.Memos.CALL;
import static org.caucus.coalition.access.audience.Memos.CIVIL;
import static org.caucus.coalition.access.audience.Memos.EVERYONE;
import static org.caucus.coalition.access.audience.Memos.MEMO;
import static org.caucus.coalition.access.audience.Memos.REMOVAL;
import static org.caucus.coalition.access.audience.Memos.does;
import static org.caucus.coalition.access.audience.Memos.entry;
import static org.caucus.coalition.access.audience.Memos.memo;
import static org.caucus.coalition.access.audience.Memos.tracked;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody says to those they were shown is not said to those who came since. */
class ShownAudienceTest {
  private static final Ref TAKEDOWN = Ref.to(Ref.Kind.UPDATE, "takedown");

  /** An issue, a memo, a call and an update that fewer than everyone read. */
  private static Given narrow() {
    return tracked(CIVIL, "COP-CS-1")
        .and(
            new ListEvent.ThreadStarted("memo", "coalition", "Memo", CIVIL, AMINA),
            entry("first", MEMO, null, BOLA, CIVIL),
            new ActionEvent.ActionPlanned(
                "call",
                Action.Kind.CALL,
                "Joint call",
                "",
                AMINA,
                new Action.When(null, null, ZoneId.of("Africa/Lagos")),
                "",
                CIVIL,
                AMINA),
            new UpdateEvent.UpdatePosted(
                "takedown",
                "chirp",
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "Takedown",
                "We look into it.",
                Update.Attribution.ON_RECORD,
                Audience.withCompany("chirp"),
                CHIKA,
                Channel.WEB,
                null));
  }

  /** The same after each of them was opened to everyone by the person who may. */
  private static Given wide(Given before) {
    Given given = before;
    for (Ref of : List.of(REMOVAL, MEMO, CALL)) {
      given = does(given, of.equals(REMOVAL) ? BOLA : AMINA, of, EVERYONE);
    }
    return does(given, CHIKA, TAKEDOWN, EVERYONE);
  }

  static Stream<Command> whatSomebodySays() {
    Post post = Post.web("For civil society", null, null);
    Post file =
        Post.web("", null, null)
            .with(List.of(new Entry.Attached("blob", "memo.pdf", "application/pdf", 9)));
    return Stream.of(
        edit("More about it", null),
        edit(null, List.of(AMINA)),
        new IssueCommand.CloseIssue("removal", IssueState.DONE, "Settled among us"),
        new IssueCommand.CloseIssue("removal", IssueState.DONE, null),
        new IssueCommand.CommentIssue("removal", post),
        new IssueCommand.CommentIssue("removal", file),
        new ListCommand.AnswerThread("memo", post),
        new ActionCommand.EditAction(
            "call", null, null, "The questions", null, null, null, null, null),
        new ActionCommand.EditAction("call", null, null, null, null, BOLA, null, null, null),
        new ActionCommand.Commit("call", null, Commitment.Answer.WILL, "With two lawyers"),
        new ActionCommand.Answer("call", null, Commitment.Answer.WILL, ""),
        new ActionCommand.NoteAttendance("call", List.of(AMINA)),
        new ActionCommand.WriteMinutes("call", "Who said what"),
        new ActionCommand.CommentAction("call", post));
  }

  private static Command edit(@Nullable String text, @Nullable List<SeatId> to) {
    return new IssueCommand.EditIssue("removal", null, null, text, null, null, to, false, null);
  }

  @ParameterizedTest
  @MethodSource("whatSomebodySays")
  void isNotSaidToMoreThanTheyWereShown(Command command) {
    Command shown = new Command.Knowing(command, "CIVIL_SOCIETY");

    Refusal no = wide(narrow()).when(BOLA, shown).refused(Refusal.Kind.CONFLICT);

    assertThat(no.isWidened()).isTrue();
    assertThat(no.current()).containsEntry("audience", "EVERYONE");
    assertThat(narrow().when(BOLA, shown).answer())
        .isEqualTo(narrow().when(BOLA, command).answer());
    assertThat(wide(narrow()).when(BOLA, new Command.Knowing(command, "EVERYONE")).answer())
        .isEqualTo(wide(narrow()).when(BOLA, command).answer());
  }

  @Test
  void aCompanyIsNotHeardByAnotherThatCameSince() {
    Command comment =
        new UpdateCommand.CommentUpdate("takedown", Post.web("For you only", null, null));
    Command correction = new UpdateCommand.RetractUpdate("takedown", "We were wrong");

    for (Command said : List.of(comment, correction)) {
      Command shown = new Command.Knowing(said, "WITH_COMPANY(chirp)");
      assertThat(wide(narrow()).when(CHIKA, shown).refused(Refusal.Kind.CONFLICT).isWidened())
          .isTrue();
      narrow().when(CHIKA, shown).last();
    }
  }

  @Test
  void whatIsNewInAPlaceThatWasOpenedIsForThoseWhoWereThere() {
    Given given =
        does(Given.coalition(), AMINA, Ref.to(Ref.Kind.LIST, "civil"), EVERYONE)
            .and(Parties.organisation("late", "Late", Side.COMPANY));
    Command thread =
        new ListCommand.StartThread("civil", "Our line", Post.web("Among us", null, null));

    given.when(BOLA, new Command.Knowing(thread, "CIVIL_SOCIETY")).refused(Refusal.Kind.CONFLICT);
    given.when(BOLA, new Command.Knowing(thread, "EVERYONE")).last();
  }

  @Test
  void fewerThanWereShownAreNoReasonToAsk() {
    Given given = does(memo(EVERYONE), AMINA, MEMO, CIVIL);
    Command answer = new ListCommand.AnswerThread("memo", Post.web("Yes", null, null));

    assertThat(given.when(BOLA, new Command.Knowing(answer, "EVERYONE")).last())
        .isInstanceOf(EntryEvent.EntryPosted.class);
  }

  @Test
  void whoCannotReadItIsToldOfNothingWhateverTheySay() {
    Command edit = edit("Guess", null);

    String hidden = narrow().when(CHIKA, new Command.Knowing(edit, "WITH_COMPANY(chirp)")).answer();

    assertThat(hidden).isEqualTo(narrow().when(CHIKA, edit).answer());
  }

  @Test
  void anAudienceThatIsNoneIsNamed() {
    narrow()
        .when(BOLA, new Command.Knowing(edit("More", null), "ALL"))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void whatWaitsForAConvenorIsLetInForThoseItWasSaidTo() {
    Given given =
        narrow()
            .does(AMINA, new LetterCommand.ModerateSeat(BOLA, true))
            .does(BOLA, new ListCommand.AnswerThread("memo", Post.web("Among us", null, null)));
    Hold hold = given.state().letters().holds().values().iterator().next();
    given = does(given, AMINA, MEMO, EVERYONE);

    assertThat(hold.audience()).isEqualTo(CIVIL);
    var posted =
        (EntryEvent.EntryPosted) given.when(AMINA, new LetterCommand.ApproveHold(hold.id())).last();
    assertThat(posted.audience()).isEqualTo(CIVIL);
  }

  @Test
  void whatWaitsInAPlaceThatWasNarrowedIsForThoseWhoAreLeft() {
    Given given =
        memo(EVERYONE)
            .does(AMINA, new LetterCommand.ModerateSeat(BOLA, true))
            .does(BOLA, new ListCommand.AnswerThread("memo", Post.web("To all", null, null)));
    String hold = given.state().letters().holds().keySet().iterator().next();
    given = does(given, AMINA, MEMO, CIVIL);

    var posted =
        (EntryEvent.EntryPosted) given.when(AMINA, new LetterCommand.ApproveHold(hold)).last();
    assertThat(posted.audience()).isEqualTo(CIVIL);
  }

  @Test
  void whatIsHeldInPlaceOfWhatWasSaidGoesNoFurtherEither() {
    Given given = wide(narrow()).does(AMINA, new LetterCommand.ModerateSeat(BOLA, true));
    Command answer = new ListCommand.AnswerThread("memo", Post.web("Among us", null, null));

    given.when(BOLA, new Command.Knowing(answer, "CIVIL_SOCIETY")).refused(Refusal.Kind.CONFLICT);
    assertThat(given.when(BOLA, new Command.Knowing(answer, "EVERYONE")).last())
        .isInstanceOf(LetterEvent.LetterHeld.class);
  }
}
