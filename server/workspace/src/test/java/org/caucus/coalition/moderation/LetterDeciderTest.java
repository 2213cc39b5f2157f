package org.caucus.coalition.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.LetterCommand.ApproveHold;
import org.caucus.coalition.moderation.LetterCommand.HoldLetter;
import org.caucus.coalition.moderation.LetterCommand.PostLetter;
import org.caucus.coalition.moderation.LetterCommand.RefuseHold;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.mail.NewUpdate;
import org.caucus.kernel.Command;
import org.caucus.kernel.Message;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Letters end posted, held, refused or dropped. */
class LetterDeciderTest {
  private static final EntryLetter LETTER =
      new EntryLetter("blob1", "q@agency.example", null, false, List.of());

  private static final MessageTarget TO_COALITION = new NewThread("coalition");
  private static final MessageTarget TO_CIVIL = new NewThread("civil");

  private static LetterEvent.LetterHeld held(
      MessageTarget intent, @Nullable SeatId seat, Hold.Awaits awaits) {
    return new LetterEvent.LetterHeld(
        "h1",
        intent,
        "coalition@lists.example",
        "desk@agency.example",
        seat,
        awaits,
        "A question",
        "When is the call?",
        LETTER,
        List.of("Its sender has no seat here."));
  }

  private static Given stranger(MessageTarget intent) {
    return Given.coalition().and(held(intent, null, Hold.Awaits.CONVENOR));
  }

  private static void asked(Given given, SeatId... expected) {
    List<SeatId> all = List.of(AMINA, BOLA, CLAIRE, CHIKA, VERA);
    var asked = all.stream().filter(s -> !HoldPresenter.open(given.state(), s).isEmpty());
    assertThat(asked).containsExactly(expected);
  }

  /** It was handed to two nodes at once, and the other was first. */
  @Test
  void whatWasOvertakenByItsLikeIsJudgedAnew() {
    Given judged = Given.coalition();
    long known = judged.state().sequence();
    PostLetter post = new PostLetter(TO_CIVIL, "Memo", "The draft is attached.", LETTER);
    var same = new Command.Judged(post, "second", "q@agency.example", known);
    var another = new Command.Judged(post, "second", "r@agency.example", known);

    Given overtaken = judged.does(BOLA, same);

    assertThatThrownBy(() -> overtaken.when(BOLA, same)).isInstanceOf(Overloaded.class);
    assertThat(overtaken.when(BOLA, another).last()).isInstanceOf(EntryEvent.EntryPosted.class);
  }

  /** Orders and single words stand in no entry, and are done once all the same. */
  @Test
  void ordersAndWordsThatWereOvertakenByTheirLikeAreJudgedAnew() {
    Given judged = Given.coalition().does(AMINA, Parties.call(Audience.civilSociety()));
    long known = judged.state().sequence();
    var orders = new LetterOrders("", "cop+control@lists.example", "bola@press.example");
    var word = new LetterReply(Ref.to(Ref.Kind.ACTION, Given.THING), null);
    for (PostLetter one :
        List.of(
            new PostLetter(orders, "", "set coalition digest", LETTER),
            new PostLetter(word, "Re: Call", "yes", LETTER))) {
      var same = new Command.Judged(one, "second", "q@agency.example", known);
      var another = new Command.Judged(one, "second", "r@agency.example", known);

      Given overtaken = judged.does(BOLA, same);

      assertThatThrownBy(() -> overtaken.when(BOLA, same)).isInstanceOf(Overloaded.class);
      assertThat(overtaken.when(BOLA, another).last()).isNotNull();
    }
  }

  @Test
  void aMembersLetterBecomesWhatTheBrowserWouldHaveMade() {
    Given.coalition()
        .when(BOLA, new PostLetter(TO_CIVIL, "Memo", "The draft is attached.", LETTER))
        .then(
            new ListEvent.ThreadStarted(
                Given.THING, "civil", "Memo", Audience.civilSociety(), BOLA),
            new EntryEvent.EntryPosted(
                Given.ENTRY,
                Ref.to(Ref.Kind.THREAD, Given.THING),
                null,
                BOLA,
                Audience.civilSociety(),
                "The draft is attached.",
                Channel.MAIL,
                LETTER));
  }

  @Test
  void aLetterMeetsTheSameRules() {
    Given.coalition()
        .when(VERA, new PostLetter(TO_CIVIL, "Hello", "Hello", LETTER))
        .refused(Refusal.Kind.ABSENT);
    Given.coalition()
        .when(CLAIRE, new PostLetter(TO_COALITION, "Hello", "Hello", LETTER))
        .refused(Refusal.Kind.FORBIDDEN);
    Given.coalition()
        .when(VERA, new PostLetter(new NewUpdate("chirp"), "News", "None", LETTER))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aLiaisonsLetterToTheirUpdatesIsAnUpdate() {
    var update =
        (UpdateEvent.UpdatePosted)
            Given.coalition()
                .when(CHIKA, new PostLetter(new NewUpdate("chirp"), "News", "Yes", LETTER))
                .last();
    assertThat(update.letter()).isEqualTo("blob1");
    assertThat(update.via()).isEqualTo(Channel.MAIL);
  }

  @Test
  void aLetterWithoutASubjectIsCalledByItsFirstWords() {
    Given given =
        Given.coalition()
            .does(BOLA, new PostLetter(TO_CIVIL, " ", "\n Memo to the agency\nDraft", LETTER));
    assertThat(given.state().lists().thread(Given.THING).orElseThrow().subject())
        .isEqualTo("Memo to the agency");
  }

  @Test
  void aStrangersLetterIsHeldForTheConvenors() {
    asked(stranger(TO_COALITION), AMINA);
    asked(stranger(TO_CIVIL), AMINA);
  }

  @Test
  void aConvenorWhoCannotReadThereIsNotAsked() {
    asked(stranger(new NewUpdate("chirp")), CHIKA);
    SeatId counsel = new SeatId("counsel");
    Given given =
        Given.coalition()
            .and(
                Parties.seat(counsel, "chirp", Role.OBSERVER, null),
                Parties.list("desk", Audience.companyOnly("chirp")),
                held(new NewThread("desk"), null, Hold.Awaits.CONVENOR));
    asked(given, CHIKA);
    assertThat(HoldPresenter.open(given.state(), counsel)).isEmpty();
    given.when(AMINA, new ApproveHold("h1")).refused(Refusal.Kind.ABSENT);
    given.when(CHIKA, new ApproveHold("h1")).last();
  }

  @Test
  void whoIsAskedWhetherTheyWroteItAnswersAlone() {
    Given given = Given.coalition().and(held(TO_CIVIL, BOLA, Hold.Awaits.SENDER));

    asked(given, BOLA);
    given.when(AMINA, new ApproveHold("h1")).refused(Refusal.Kind.ABSENT);
    Given posted = given.does(BOLA, new ApproveHold("h1"));
    var entry = posted.state().entries().find(Given.ENTRY).orElseThrow();
    assertThat(entry.seat()).isEqualTo(BOLA);
    assertThat(entry.letter()).isEqualTo(LETTER);
  }

  @Test
  void aConvenorLetsALetterInAndTheEntrySaysWhoseWordsTheyAre() {
    Given posted = stranger(TO_COALITION).does(AMINA, new ApproveHold("h1"));

    var entry = posted.state().entries().find(Given.ENTRY).orElseThrow();
    assertThat(entry.seat()).isEqualTo(AMINA);
    assertThat(entry.letter().from()).isEqualTo("desk@agency.example");
    asked(posted);
    posted.when(AMINA, new ApproveHold("h1")).refused(Refusal.Kind.CONFLICT);
    posted.when(AMINA, new RefuseHold("h1", "")).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void aConvenorKeepsALetterOut() {
    stranger(TO_COALITION)
        .when(AMINA, new RefuseHold("h1", "Please write to the secretariat."))
        .then(new LetterEvent.HoldRefused("h1", AMINA, "Please write to the secretariat."));
    stranger(TO_COALITION).when(BOLA, new RefuseHold("h1", "")).refused(Refusal.Kind.ABSENT);
    stranger(TO_COALITION).when(null, new ApproveHold("h1")).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aHeldAnswerIsForThoseWhoCanReadWhatItAnswers() {
    Ref thread = Ref.to(Ref.Kind.THREAD, "t1");
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted("t1", "coalition", "Call", Audience.everyone(), AMINA),
                new EntryEvent.EntryPosted(
                    "e1",
                    thread,
                    null,
                    BOLA,
                    Audience.named(List.of(BOLA, CHIKA)),
                    "Among us",
                    Channel.WEB,
                    null),
                held(new LetterReply(thread, "e1"), null, Hold.Awaits.CONVENOR));

    asked(given, BOLA, CHIKA);
  }

  @Test
  void nobodyReadsOfALetterThatWasRefusedOrDropped() {
    var state =
        Given.coalition()
            .and(
                new LetterEvent.LetterRefused(
                    "l1", "coalition@lists.example", "x@x.example", "Hi", List.of("No seat.")),
                new LetterEvent.LetterDropped("l2", "an automatic answer"))
            .state();
    for (SeatId seat : List.of(AMINA, BOLA, CLAIRE, CHIKA, VERA)) {
      assertThat(state.positionFor(seat)).isEqualTo(Given.coalition().state().positionFor(seat));
    }
  }

  @Test
  void strangersKeepNoMembersLetterFromWaiting() {
    Given full = Given.coalition();
    for (int i = 0; i < LetterDecider.MAX_HELD_OF_STRANGERS; i++) {
      full = full.and(held("h" + i));
    }
    full.when(null, hold(null)).refused(Refusal.Kind.CONFLICT);
    assertThat(full.when(null, hold(BOLA)).last()).isInstanceOf(LetterEvent.LetterHeld.class);
  }

  private static LetterEvent held(String id) {
    return new LetterEvent.LetterHeld(
        id,
        TO_CIVIL,
        "civil@lists.example",
        "x@x.example",
        null,
        Hold.Awaits.CONVENOR,
        "s",
        "t",
        LETTER,
        List.of());
  }

  private static HoldLetter hold(SeatId seat) {
    return new HoldLetter(
        TO_CIVIL,
        "civil@lists.example",
        "x@x.example",
        seat,
        seat == null ? Hold.Awaits.CONVENOR : Hold.Awaits.SENDER,
        "s",
        "t",
        LETTER,
        List.of());
  }

  /** By names that older nodes do not know: they would post it to all of its place. */
  @Test
  void anUnreadLetterIsHeldAndLetInByEventsOfItsOwn() {
    var how =
        new UnreadLetter(
            Ref.to(Ref.Kind.LIST, "coalition"), "", "192.0.2.7", "", null, Given.START, 1);
    LetterCommand.HoldLetter hold =
        new LetterCommand.HoldLetter(
            TO_COALITION,
            "coalition@lists.example",
            "desk@agency.example",
            null,
            Hold.Awaits.CONVENOR,
            "",
            "",
            new EntryLetter("blob1", null, null, true, List.of()),
            List.of(Message.of("reasons.unprocessed")),
            null,
            false,
            false,
            how);
    Given held = Given.coalition().does(null, hold);

    assertThat(Given.coalition().when(null, hold).last())
        .isEqualTo(new LetterEvent.LetterUnread(Given.THING, how));
    assertThat(held.state().letters().find(Given.THING).orElseThrow().unread()).isEqualTo(how);
    held.when(AMINA, new LetterCommand.ApproveHold(Given.THING))
        .then(new LetterEvent.HoldReadAgain(Given.THING, AMINA));
  }

  /** In older logs it is known by its form. */
  @Test
  void whatWasHeldUnreadBeforeIsReadAgainToo() {
    var held =
        new LetterEvent.LetterHeld(
            "h1",
            TO_COALITION,
            "coalition@lists.example",
            "desk@agency.example",
            null,
            Hold.Awaits.CONVENOR,
            "",
            "",
            new EntryLetter("blob1", null, null, true, List.of()),
            List.of("It could not be processed."));
    Given.coalition()
        .and(held)
        .when(AMINA, new LetterCommand.ApproveHold("h1"))
        .then(new LetterEvent.HoldReadAgain("h1", AMINA));
  }

  @Test
  void onlySoManyLettersWait() {
    Given full = Given.coalition();
    for (int i = 0; i < LetterDecider.MAX_HELD; i++) {
      full = full.and(held("h" + i));
    }
    full.when(null, hold(BOLA)).refused(Refusal.Kind.CONFLICT);
  }
}
