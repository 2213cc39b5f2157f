package org.caucus.coalition.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.time.Duration;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.capability.MessageTarget;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.LetterCommand.ApproveHold;
import org.caucus.coalition.moderation.LetterCommand.DiscardHold;
import org.caucus.coalition.moderation.LetterCommand.ModerateSeat;
import org.caucus.coalition.moderation.LetterCommand.PostLetter;
import org.caucus.coalition.moderation.LetterCommand.RuleList;
import org.caucus.coalition.moderation.LetterCommand.StopList;
import org.caucus.coalition.moderation.LetterCommand.TendHold;
import org.caucus.coalition.moderation.LetterCommand.WithdrawHold;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is asked before something is posted, and what becomes of what waits. */
class ModerationSettingsTest {
  private static final EntryLetter LETTER =
      new EntryLetter("blob1", "q@agency.example", null, false, List.of());

  private static final MessageTarget TO_COALITION = new NewThread("coalition");
  private static final SeatId ADE = new SeatId("ade");
  private static final SeatId CLEO = new SeatId("cleo");

  private static LetterEvent.LetterHeld held(
      @Nullable SeatId seat, Hold.Awaits awaits, @Nullable Boolean unproven) {
    return new LetterEvent.LetterHeld(
        "h1",
        TO_COALITION,
        "coalition@lists.example",
        "bola@press.example",
        seat,
        awaits,
        StoredText.of("A question"),
        StoredText.of("When is the call?"),
        LETTER,
        List.of("Somebody is asked."),
        null,
        unproven);
  }

  private static Given waits() {
    return Given.coalition().and(held(BOLA, Hold.Awaits.CONVENOR, null));
  }

  private static Given waitsUnproven() {
    return Given.coalition().and(held(BOLA, Hold.Awaits.CONVENOR, true));
  }

  private static Given stopped() {
    return Given.coalition().does(AMINA, new StopList("coalition", true));
  }

  @Test
  void onAStoppedListEveryPostWaitsForAConvenor() {
    Given byMail =
        stopped().does(BOLA, new PostLetter(TO_COALITION, "Memo", "The draft is here.", LETTER));
    Hold hold = byMail.state().letters().find(Given.THING).orElseThrow();
    assertThat(hold.reasons()).containsExactly(ModerationSettings.LIST);
    assertThat(hold.awaits()).isEqualTo(Hold.Awaits.CONVENOR);
    assertThat(byMail.state().lists().threads()).isEmpty();

    Given byWeb =
        stopped()
            .does(
                CHIKA,
                new ListCommand.StartThread(
                    "coalition",
                    "Notice",
                    Post.web("72 hours.", null, Audience.withCompany("chirp"))));
    assertThat(byWeb.state().letters().find(Given.THING).orElseThrow().audience())
        .isEqualTo(Audience.withCompany("chirp"));
  }

  /** A convenor reads no more of what waits than they would of what it becomes (R1). */
  @Test
  void whatIsForFewerIsReadByThoseOfThemWhoMayPost() {
    Given two = stopped().and(Parties.seat(CLEO, "chirp", Role.LIAISON, null));
    for (Audience fewer :
        List.of(Audience.companyOnly("chirp"), Audience.named(List.of(CHIKA, CLEO)))) {
      Post ours = Post.web("Ours alone.", null, fewer);
      Given held = two.does(CHIKA, new ListCommand.StartThread("coalition", "Desk", ours));
      assertThat(HoldPresenter.readable(held.state(), AMINA)).isEmpty();
      assertThat(HoldPresenter.readable(held.state(), BOLA)).isEmpty();
      assertThat(HoldPresenter.open(held.state(), CLEO)).hasSize(1);
      held.when(AMINA, new ApproveHold(Given.THING)).refused(Refusal.Kind.ABSENT);
      assertThat(held.when(CLEO, new ApproveHold(Given.THING)).last())
          .isInstanceOf(EntryEvent.EntryPosted.class);
    }
  }

  @Test
  void whatOnlyItsAuthorReadsWaitsForItsAuthor() {
    Post ours = Post.web("Ours alone.", null, Audience.companyOnly("chirp"));
    Given held = stopped().does(CHIKA, new ListCommand.StartThread("coalition", "Desk", ours));

    assertThat(HoldPresenter.readable(held.state(), AMINA)).isEmpty();
    assertThat(HoldPresenter.open(held.state(), CHIKA)).hasSize(1);
  }

  /** An answer keeps the readers of the words it answers, also while it waits. */
  @Test
  void anAnswerToFewerOnAThreadOfAllWaitsForThose() {
    Post question = Post.web("Only for you.", null, Audience.named(List.of(BOLA, CHIKA)));
    Given asked =
        Given.coalition().does(BOLA, new ListCommand.StartThread("coalition", "Q", question));
    var answer = new LetterReply(Ref.to(Ref.Kind.THREAD, Given.THING), Given.ENTRY);
    Given held =
        asked
            .does(AMINA, new StopList("coalition", true))
            .does(CHIKA, new PostLetter(answer, "Re: Q", "Just between us.", LETTER));

    assertThat(HoldPresenter.readable(held.state(), AMINA)).isEmpty();
    assertThat(HoldPresenter.open(held.state(), BOLA)).hasSize(1);
  }

  /** Anyone who refuses it writes to its author, and is shown who else reads that. */
  @Test
  void whoReadsANoteToItsAuthorIsToldToThoseWhoMayWriteOne() {
    Given two = waits().does(AMINA, new MemberCommand.ChangeRole(CLAIRE, Role.CONVENOR));
    Hold hold = two.state().letters().find("h1").orElseThrow();

    assertThat(HoldPresenter.show(two.state(), hold, AMINA).getString("noteFor"))
        .isEqualTo(Audience.named(List.of(AMINA, CLAIRE, BOLA)).wire());
    assertThat(HoldPresenter.show(two.state(), hold, BOLA).containsKey("noteFor")).isFalse();
  }

  @Test
  void whatTheDeciderWouldRefuseIsNotHeldEither() {
    stopped()
        .when(CHIKA, new ListCommand.StartThread("coalition", "Hm", Post.web(" ", null, null)))
        .refused(Refusal.Kind.INVALID, "text");
    Given.coalition()
        .does(AMINA, new StopList("civil", true))
        .when(CHIKA, new ListCommand.StartThread("civil", "Hm", Post.web("Hello", null, null)))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void aConvenorSaysOnAStoppedListWhatTheyWouldLetIn() {
    assertThat(
            stopped()
                .when(
                    AMINA,
                    new ListCommand.StartThread(
                        "coalition", "Calm", Post.web("Please wait.", null, null)))
                .last())
        .isInstanceOf(EntryEvent.EntryPosted.class);
  }

  @Test
  void approvedWordsAreThoseOfThePersonWhoWroteThem() {
    Given posted = waits().does(AMINA, new ApproveHold("h1"));

    var entry = posted.state().entries().find(Given.ENTRY).orElseThrow();
    assertThat(entry.seat()).isEqualTo(BOLA);
    assertThat(entry.letter()).isEqualTo(LETTER);
    assertThat(entry.via()).isEqualTo(Channel.MAIL);
  }

  @Test
  void whatNothingProvesIsNeverPostedInAMembersName() {
    Given posted = waitsUnproven().does(AMINA, new ApproveHold("h1"));

    var entry = posted.state().entries().find(Given.ENTRY).orElseThrow();
    assertThat(entry.seat()).isEqualTo(AMINA);
    assertThat(entry.letter().from()).isEqualTo("bola@press.example");
  }

  @Test
  void aHeldPostFromTheBrowserIsPostedAsThatPost() {
    Given held =
        stopped()
            .does(
                BOLA,
                new ListCommand.StartThread("coalition", "Draft", Post.web("Part I", null, null)));
    Given posted = held.does(AMINA, new ApproveHold(Given.THING));

    var entry = posted.state().entries().find(Given.ENTRY).orElseThrow();
    assertThat(entry.seat()).isEqualTo(BOLA);
    assertThat(entry.via()).isEqualTo(Channel.WEB);
    assertThat(entry.text()).isEqualTo("Part I");
    assertThat(posted.state().lists().thread(Given.THING).orElseThrow().subject())
        .isEqualTo("Draft");
  }

  @Test
  void aWordFromTheSenderIsNotTheWordOfAConvenor() {
    Given confirmed =
        Given.coalition()
            .and(held(BOLA, Hold.Awaits.SENDER, true))
            .does(AMINA, new StopList("coalition", true))
            .does(BOLA, new ApproveHold("h1"));

    assertThat(confirmed.state().entries().byId()).isEmpty();
    Hold second = confirmed.state().letters().find(Given.THING).orElseThrow();
    assertThat(second.awaits()).isEqualTo(Hold.Awaits.CONVENOR);
    assertThat(second.unproven()).isFalse();
    assertThat(second.address()).isEqualTo("coalition@lists.example");
  }

  @Test
  void aModeratedSeatIsHeldEverywhereAndDecidesNothingOfItsOwn() {
    Given given =
        Given.coalition()
            .and(Parties.list("desk", Audience.companyOnly("chirp")))
            .does(AMINA, new ModerateSeat(CHIKA, true));
    var toTheDesk = new ListCommand.StartThread("desk", "Us", Post.web("Ours", null, null));
    given.when(CHIKA, toTheDesk).refused(Refusal.Kind.FORBIDDEN);
    Given held = given.and(Parties.seat(CLEO, "chirp", Role.LIAISON, null)).does(CHIKA, toTheDesk);
    held.when(CHIKA, new ApproveHold(Given.THING)).refused(Refusal.Kind.FORBIDDEN);
    held.when(AMINA, new ApproveHold(Given.THING)).refused(Refusal.Kind.ABSENT);
    held.when(CLEO, new ApproveHold(Given.THING)).last();

    given
        .when(
            CHIKA,
            new IssueCommand.OpenIssue("COP", "Title", "Words", "", List.of(), null, null, null))
        .refused(Refusal.Kind.FORBIDDEN);
    given
        .does(AMINA, new ModerateSeat(CHIKA, false))
        .when(CHIKA, new ListCommand.StartThread("desk", "Us", Post.web("Ours", null, null)))
        .last();
  }

  @Test
  void onlyConvenorsChooseAndOnlyWhereTheyRead() {
    Given given = Given.coalition().and(Parties.list("desk", Audience.companyOnly("chirp")));
    given.when(BOLA, new StopList("coalition", true)).refused(Refusal.Kind.FORBIDDEN);
    given.when(AMINA, new StopList("desk", true)).refused(Refusal.Kind.ABSENT);
    given.when(AMINA, new StopList("coalition", false)).refused(Refusal.Kind.CONFLICT);
    given.when(BOLA, new ModerateSeat(CHIKA, true)).refused(Refusal.Kind.FORBIDDEN);
    given.when(AMINA, new ModerateSeat(AMINA, true)).refused(Refusal.Kind.CONFLICT);
    given
        .when(
            CHIKA,
            new RuleList(
                "civil", ModerationSettings.Strangers.REFUSE, ModerationSettings.Proof.SIGNATURE))
        .refused(Refusal.Kind.ABSENT);
    given
        .when(
            AMINA,
            new RuleList(
                "civil", ModerationSettings.Strangers.REFUSE, ModerationSettings.Proof.SIGNATURE))
        .then(
            new LetterEvent.ListRuled(
                "civil",
                ModerationSettings.Strangers.REFUSE,
                ModerationSettings.Proof.SIGNATURE,
                AMINA));
  }

  @Test
  void theAuthorSeesTheirOwnAndTakesItBack() {
    Given given = waits();
    assertThat(HoldPresenter.readable(given.state(), BOLA)).hasSize(1);
    assertThat(HoldPresenter.open(given.state(), BOLA)).isEmpty();
    given.when(BOLA, new ApproveHold("h1")).refused(Refusal.Kind.FORBIDDEN);
    given.when(CHIKA, new WithdrawHold("h1")).refused(Refusal.Kind.ABSENT);
    given.when(AMINA, new WithdrawHold("h1")).refused(Refusal.Kind.FORBIDDEN);

    Given back = given.does(BOLA, new WithdrawHold("h1"));
    back.when(AMINA, new ApproveHold("h1")).refused(Refusal.Kind.CONFLICT);
    assertThat(HoldPresenter.readable(back.state(), AMINA)).isEmpty();
  }

  @Test
  void aConvenorThrowsItAway() {
    waits().when(AMINA, new DiscardHold("h1")).then(new LetterEvent.HoldDiscarded("h1", AMINA));
    waits().when(BOLA, new DiscardHold("h1")).refused(Refusal.Kind.FORBIDDEN);
    waits().when(CLAIRE, new DiscardHold("h1")).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void whoIsAskedIsRemindedTwiceAndThenItGoes() {
    Given given = waits();
    given.when(null, new TendHold("h1")).refused(Refusal.Kind.CONFLICT);
    Given first = given.later(Duration.ofDays(1)).does(null, new TendHold("h1"));
    assertThat(first.state().letters().find("h1").orElseThrow().reminded()).isEqualTo(1);
    first.when(null, new TendHold("h1")).refused(Refusal.Kind.CONFLICT);
    Given second = first.later(Duration.ofDays(6)).does(null, new TendHold("h1"));
    assertThat(second.state().letters().find("h1").orElseThrow().reminded()).isEqualTo(7);
    second
        .later(Duration.ofDays(23))
        .when(null, new TendHold("h1"))
        .then(new LetterEvent.HoldExpired("h1"));
    second.later(Duration.ofDays(22)).when(null, new TendHold("h1"));
    // a server that was away for a week reminds once
    given
        .later(Duration.ofDays(8))
        .when(null, new TendHold("h1"))
        .then(new LetterEvent.HoldReminded("h1", 7));
  }

  @Test
  void thePersonWhoIsAskedWhetherTheyWroteItHasThreeDays() {
    Given given = Given.coalition().and(held(BOLA, Hold.Awaits.SENDER, true));
    given
        .later(Duration.ofDays(1))
        .when(null, new TendHold("h1"))
        .then(new LetterEvent.HoldReminded("h1", 1));
    given
        .later(Duration.ofDays(3))
        .when(null, new TendHold("h1"))
        .then(new LetterEvent.HoldExpired("h1"));
  }

  @Test
  void aConvenorsOwnWordsAreDecidedByAnotherWhereThereIsOne() {
    SeatId second = ADE;
    Given two =
        Given.coalition()
            .and(
                Parties.seat(second, "press", Role.CONVENOR, null),
                held(AMINA, Hold.Awaits.CONVENOR, null));
    assertThat(HoldPresenter.open(two.state(), AMINA)).isEmpty();
    assertThat(HoldPresenter.open(two.state(), second)).hasSize(1);
    Given one = Given.coalition().and(held(AMINA, Hold.Awaits.CONVENOR, null));
    assertThat(HoldPresenter.open(one.state(), AMINA)).hasSize(1);
  }

  @Test
  void whatConvenorsChoseIsShownToThoseItConcerns() {
    Given given =
        Given.coalition()
            .does(AMINA, new StopList("civil", true))
            .does(AMINA, new ModerateSeat(CHIKA, true));
    var toChika = HoldPresenter.moderation(given.state(), CHIKA);
    assertThat(toChika.getJsonArray("seats")).containsExactly(CHIKA.value());
    assertThat(toChika.encode()).doesNotContain("civil");
    assertThat(HoldPresenter.moderation(given.state(), VERA).getJsonArray("seats")).isEmpty();
    assertThat(HoldPresenter.moderation(given.state(), AMINA).encode())
        .contains("\"list\":\"civil\",\"stopped\":true")
        .contains(CHIKA.value());
    assertThat(given.state().scopeOf(Ref.to(Ref.Kind.LIST, "civil"))).isPresent();
  }
}
