package org.caucus.coalition.polls;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.polls.BallotValue.Stance;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Polling;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who answers what in a poll, when, and what comes of it. */
class PollDeciderTest {
  private static final String POLL = Given.THING;
  private static final SeatId FOLA = new SeatId("fola");
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void aPollForTheOwnSideAsksItsOrganisationsThatCanAnswer() {
    Poll poll = poll(opened(Poll.Kind.CONSENT, null));

    assertThat(poll.asked().audience()).isEqualTo(Audience.civilSociety());
    assertThat(poll.asked().eligible()).isEqualTo(Audience.civilSociety());
    // Global Watch has nobody but an observer
    assertThat(Electorate.of(opened(Poll.Kind.CONSENT, null).state(), poll))
        .extracting(Voice::id)
        .containsExactly("press", "rights");
  }

  @Test
  void nobodyIsAskedWhoCannotReadIt() {
    PollCommand.OpenPoll wide = open(Poll.Kind.CONSENT, null, Audience.civilSociety());
    PollCommand.OpenPoll narrow =
        with(wide, Audience.named(List.of(Parties.AMINA)), Audience.everyone());

    assertThat(
            Given.coalition()
                .when(Parties.AMINA, narrow)
                .refused(Refusal.Kind.INVALID, "eligible")
                .why())
        .isEqualTo("Some of these people cannot read the poll. Choose people who can.");
  }

  @Test
  void theLastOfTwoSeatsOfOneOfficeStands() {
    Given now =
        opened(Poll.Kind.CONSENT, null)
            .and(Parties.seat(FOLA, "rights", Role.MEMBER, null))
            .does(Parties.AMINA, says(Stance.AGREE, ""))
            .does(FOLA, says(Stance.OBJECT, "It is too late for that."));

    assertThat(tally(now).consent().counts())
        .containsEntry(Stance.AGREE, 0)
        .containsEntry(Stance.OBJECT, 1);
    // both are told what their office says
    assertThat(mine(now, Parties.AMINA)).isEqualTo(mine(now, FOLA)).isNotNull();
  }

  @Test
  void anObjectionNeedsItsReasonAndStopsConsentUntilItsAuthorResolvesIt() {
    Given open = opened(Poll.Kind.CONSENT, null);
    assertThat(
            open.when(Parties.BOLA, says(Stance.OBJECT, " "))
                .refused(Refusal.Kind.INVALID, "reason")
                .why())
        .isEqualTo("The reason for the objection is missing. Write it, then answer again.");

    Given objected = open.does(Parties.BOLA, says(Stance.OBJECT, "Section 4 is not ours."));
    assertThat(tally(objected).consent().reached()).isFalse();
    var resolved = new BallotCommand.ResolveObjection(POLL, Given.THING, "It was taken out.");
    objected.when(Parties.AMINA, resolved).refused(Refusal.Kind.FORBIDDEN);

    Given agreed =
        objected.does(Parties.BOLA, resolved).does(Parties.AMINA, says(Stance.AGREE, ""));
    assertThat(tally(agreed).consent().reached()).isTrue();
    objected
        .does(Parties.BOLA, resolved)
        .when(Parties.BOLA, resolved)
        .refused(Refusal.Kind.CONFLICT);
  }

  /** 60 % of two is two: one answer is too few. */
  @Test
  void whereTooFewAnsweredItsAuthorExtendsItAndAnswersStay() {
    Given closed =
        opened(Poll.Kind.CONSENT, new Poll.Quorum(60, true))
            .does(Parties.AMINA, says(Stance.AGREE, ""))
            .later(Duration.ofDays(6))
            .does(null, new PollCommand.AdvancePoll(POLL))
            .later(Duration.ofDays(1))
            .does(null, new PollCommand.AdvancePoll(POLL));
    assertThat(poll(closed).state()).isEqualTo(Poll.State.CLOSED);
    assertThat(Objects.requireNonNull(poll(closed).course().closing()).quorate()).isFalse();
    closed.when(Parties.BOLA, says(Stance.AGREE, "")).refused(Refusal.Kind.CONFLICT);
    var longer = new PollCommand.ExtendPoll(POLL, closed.at().plus(WEEK));
    closed.when(Parties.BOLA, longer).refused(Refusal.Kind.FORBIDDEN);

    Given again =
        closed.does(Parties.AMINA, longer).does(Parties.BOLA, says(Stance.STAND_ASIDE, ""));

    assertThat(tally(again).quorate()).isTrue();
    assertThat(tally(again).consent().counts()).containsEntry(Stance.AGREE, 1);
    assertThat(tally(again).consent().reached()).isTrue();
  }

  @Test
  void aSuccessorChangesTheAnswerOfTheSeatTheyTookOver() {
    Given now =
        opened(with(open(Poll.Kind.CONSENT, null, null), Poll.VoiceOf.SEAT))
            .does(Parties.BOLA, says(Stance.AGREE, ""))
            .and(
                Parties.seat(FOLA, "press", Role.MEMBER, Parties.BOLA),
                new MemberEvent.SeatEnded(Parties.BOLA))
            .does(FOLA, says(Stance.STAND_ASIDE, ""));

    assertThat(tally(now).all()).isEqualTo(new PollTally.Turnout(null, 2, 1));
    assertThat(tally(now).consent().counts())
        .containsEntry(Stance.AGREE, 0)
        .containsEntry(Stance.STAND_ASIDE, 1);
  }

  @Test
  void whatReadersSayWhoAreNotAskedIsKeptApart() {
    Given now =
        opened(open(Poll.Kind.CONSENT, null, Audience.everyone()))
            .does(Parties.AMINA, says(Stance.AGREE, ""))
            .does(Parties.CHIKA, says(Stance.OBJECT, "We could not do that."));

    assertThat(tally(now).all()).isEqualTo(new PollTally.Turnout(null, 2, 1));
    assertThat(tally(now).consent().reached()).isTrue();
    assertThat(Electorate.views(now.state(), poll(now)))
        .extracting(Ballot::organisation)
        .containsExactly("chirp");
  }

  @Test
  void ofTimesTheOutcomePlansTheActionForThePersonWhoDecides() {
    Given closed =
        opened(Poll.Kind.TIME, null)
            .does(
                Parties.BOLA,
                casts(BallotValue.marks(List.of(new BallotValue.Mark("2", BallotValue.YES)))))
            .does(Parties.AMINA, new PollCommand.ClosePoll(POLL));
    var decided =
        new PollCommand.DecidePoll(
            POLL, "We meet.", "2", new PollCommand.Plan(Action.Kind.CALL, null, ""), null);

    var planned = (ActionEvent.ActionPlanned) closed.when(Parties.AMINA, decided).last();

    assertThat(planned.owner()).isEqualTo(Parties.AMINA);
    assertThat(planned.title()).isEqualTo("What do we do?");
    assertThat(planned.when().startsAt()).isEqualTo(Given.START.plus(Duration.ofDays(31)));
    assertThat(planned.audience()).isEqualTo(Audience.civilSociety());
    Poll.Outcome outcome = poll(closed.commits(Parties.AMINA, decided)).course().outcome();
    assertThat(Objects.requireNonNull(outcome).action()).isEqualTo(planned.id());
  }

  @Test
  void theDayOfReviewIsToldOnceAndLeadsToTheNext() {
    LocalDate on = LocalDate.ofInstant(Given.START, ZoneOffset.UTC).plusDays(30);
    Given decided =
        opened(Poll.Kind.CONSENT, null)
            .does(Parties.AMINA, new PollCommand.ClosePoll(POLL))
            .does(Parties.AMINA, new PollCommand.DecidePoll(POLL, "We go on.", null, null, on));
    var advance = new PollCommand.AdvancePoll(POLL);
    decided.when(null, advance).refused(Refusal.Kind.CONFLICT);

    Given due = decided.later(Duration.ofDays(30)).does(null, advance);

    due.when(null, advance).refused(Refusal.Kind.CONFLICT);
    Given kept =
        due.does(Parties.AMINA, new PollCommand.ReviewPoll(POLL, "It holds.", on.plusDays(30)));
    assertThat(poll(kept).state()).isEqualTo(Poll.State.DECIDED);
    assertThat(PollDecider.due(poll(kept))).isPresent();
    Given over = kept.does(Parties.AMINA, new PollCommand.ReviewPoll(POLL, "It is over.", null));
    assertThat(poll(over).state()).isEqualTo(Poll.State.REVIEWED);
  }

  /** Not even to the person who opened it, who is a convenor. */
  @Test
  void whatIsShownAtTheEndIsKnownToItsVoiceAloneUntilThen() {
    Given open =
        opened(shownAtClose(open(Poll.Kind.CHOICE, null, null)))
            .does(Parties.BOLA, casts(BallotValue.of(List.of("B"))));

    assertThat(open.state().visible(open.state().history().getLast(), Parties.AMINA)).isEmpty();
    assertThat(open.state().visible(open.state().history().getLast(), Parties.BOLA)).hasSize(1);
    JsonObject shown = whole(open, Parties.AMINA);
    assertThat(shown.fieldNames()).doesNotContain("ballots", "views", "mine");
    assertThat(shown.getJsonObject("poll").fieldNames())
        .doesNotContain("tally", "answered", "answeredBy", "mine");
    assertThat(whole(open, Parties.BOLA).getJsonObject("mine").getString("choice")).isEqualTo("B");

    Given closed = open.does(Parties.AMINA, new PollCommand.ClosePoll(POLL));
    assertThat(whole(closed, Parties.AMINA).getJsonArray("ballots")).hasSize(1);
    closed
        .when(Parties.AMINA, new PollCommand.ExtendPoll(POLL, closed.at().plus(WEEK)))
        .refused(Refusal.Kind.CONFLICT);
  }

  /** It may be extended, so its answers wait until somebody ends it. */
  @Test
  void whatTooFewAnsweredIsNotShownBeforeItIsDecided() {
    Given closed =
        opened(shownAtClose(open(Poll.Kind.CHOICE, new Poll.Quorum(100, false), null)))
            .does(Parties.BOLA, casts(BallotValue.of(List.of("B"))))
            .does(Parties.AMINA, new PollCommand.ClosePoll(POLL));

    assertThat(whole(closed, Parties.AMINA).fieldNames()).doesNotContain("ballots");
    assertThat(whole(closed, Parties.AMINA).getJsonObject("poll").fieldNames())
        .contains("quorate")
        .doesNotContain("answered");
    Given ended =
        closed.does(Parties.AMINA, new PollCommand.DecidePoll(POLL, "No.", null, null, null));
    assertThat(whole(ended, Parties.AMINA).getJsonArray("ballots")).hasSize(1);
  }

  @Test
  void anyoneMakesTheReceiptAnewFromWhatTheLogSays() {
    Given open = opened(Poll.Kind.CHOICE, null);
    var cast =
        (PollEvent.BallotCast) open.when(Parties.BOLA, casts(BallotValue.of(List.of("A")))).last();
    Given closed = open.and(cast).does(Parties.AMINA, new PollCommand.ClosePoll(POLL));
    Ballot ballot = poll(closed).ballots().getFirst();

    String made =
        Receipt.of(
            poll(closed).asked().key(),
            String.join("\n", POLL, cast.ballot(), "press", "bola", "A=1", ""));

    assertThat(Receipt.of(poll(closed), ballot)).isEqualTo(made).hasSize(32);
    assertThat(Receipt.isOf(poll(closed), ballot, made.toUpperCase(Locale.ROOT))).isTrue();
  }

  @Test
  void anAnswerFitsItsPoll() {
    Given open = opened(Poll.Kind.RANKED, null);
    for (BallotValue wrong :
        List.of(
            BallotValue.of(Stance.AGREE),
            BallotValue.of(List.of()),
            BallotValue.of(List.of("A", "A")),
            BallotValue.of(List.of("Z")))) {
      open.when(Parties.BOLA, casts(wrong)).refused(Refusal.Kind.INVALID, "answer");
    }
    open.when(Parties.CLAIRE, casts(BallotValue.of(List.of("A")))).refused(Refusal.Kind.FORBIDDEN);
    open.when(Parties.CHIKA, casts(BallotValue.of(List.of("A")))).refused(Refusal.Kind.ABSENT);
  }

  private static JsonObject whole(Given now, SeatId reader) {
    return PollPresenter.whole(now.state(), poll(now), reader, now.at());
  }

  private static @Nullable String mine(Given now, SeatId reader) {
    Optional<Ballot> own = Electorate.own(now.state(), poll(now), reader);
    return own.map(Ballot::reason).orElse(null);
  }

  private static PollTally tally(Given now) {
    Poll poll = poll(now);
    return PollTally.of(
        poll.asked(), Electorate.of(now.state(), poll), Electorate.standing(now.state(), poll));
  }

  private static Poll poll(Given now) {
    return now.state().polls().find(POLL).orElseThrow();
  }

  private static BallotCommand casts(BallotValue value) {
    return new BallotCommand.CastBallot(POLL, value, "", Channel.WEB);
  }

  private static BallotCommand says(Stance stance, String reason) {
    return new BallotCommand.CastBallot(POLL, BallotValue.of(stance), reason, Channel.WEB);
  }

  private static Given opened(Poll.Kind kind, Poll.@Nullable Quorum quorum) {
    return opened(open(kind, quorum, null));
  }

  private static Given opened(PollCommand command) {
    return Given.coalition().does(Parties.AMINA, command);
  }

  private static PollCommand.OpenPoll open(
      Poll.Kind kind, Poll.@Nullable Quorum quorum, @Nullable Audience audience) {
    return new PollCommand.OpenPoll(
        kind,
        "What do we do?",
        "",
        options(kind),
        Poll.VoiceOf.ORGANISATION,
        null,
        quorum,
        Given.START.plus(WEEK),
        Poll.Silence.COUNTS_AS_NOTHING,
        Poll.Shown.LIVE,
        ZoneOffset.UTC,
        audience);
  }

  private static List<Poll.Option> options(Poll.Kind kind) {
    return switch (kind) {
      case CONSENT -> List.of();
      case TIME -> List.of(time(30), time(31));
      case CHOICE, RANKED, SCORE -> List.of(Polling.option("Yes"), Polling.option("No"));
    };
  }

  private static Poll.Option time(int days) {
    return new Poll.Option("", "", Given.START.plus(Duration.ofDays(days)), null);
  }

  private static PollCommand.OpenPoll with(
      PollCommand.OpenPoll c, Audience audience, Audience eligible) {
    return copy(c, c.voice(), eligible, c.shown(), audience);
  }

  private static PollCommand.OpenPoll with(PollCommand.OpenPoll c, Poll.VoiceOf voice) {
    return copy(c, voice, c.eligible(), c.shown(), c.audience());
  }

  private static PollCommand.OpenPoll shownAtClose(PollCommand.OpenPoll c) {
    return copy(c, c.voice(), c.eligible(), Poll.Shown.AT_CLOSE, c.audience());
  }

  private static PollCommand.OpenPoll copy(
      PollCommand.OpenPoll c,
      Poll.VoiceOf voice,
      @Nullable Audience eligible,
      Poll.Shown shown,
      @Nullable Audience audience) {
    return new PollCommand.OpenPoll(
        c.kind(),
        c.title(),
        c.description(),
        c.options(),
        voice,
        eligible,
        c.quorum(),
        c.closes(),
        c.silence(),
        shown,
        c.zone(),
        audience);
  }
}
