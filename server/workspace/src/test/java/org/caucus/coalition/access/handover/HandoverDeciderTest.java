package org.caucus.coalition.access.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.handover.HandoverCommand.HandOver;
import org.caucus.coalition.access.handover.HandoverCommand.Passing;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Chika leaves Chirp; Dayo is to take over. */
class HandoverDeciderTest {
  private static final SeatId DAYO = new SeatId("dayo");

  private static final Ref NOTICE = Ref.to(Ref.Kind.ISSUE, "notice");
  private static final Ref SECRET = Ref.to(Ref.Kind.ISSUE, "secret");
  private static final Ref CALL = Ref.to(Ref.Kind.ACTION, "call");
  private static final Ref REQUEST = Ref.to(Ref.Kind.UPDATE, "request");

  private static Given chirp() {
    return Given.coalition().and(Parties.seat(DAYO, "chirp", Role.LIAISON, null));
  }

  private static Event issue(Ref ref, Audience audience, SeatId... assignees) {
    return new IssueEvent.IssueOpened(
        ref.id(),
        "COP-" + ref.id(),
        "COP",
        "Title of " + ref.id(),
        "",
        "",
        List.of(assignees),
        null,
        audience,
        AMINA);
  }

  private static Event call(SeatId owner) {
    return new ActionEvent.ActionPlanned(
        CALL.id(),
        Action.Kind.CALL,
        "Joint call",
        "",
        owner,
        new Action.When(null, null, ZoneId.of("Africa/Lagos")),
        "",
        Audience.everyone(),
        owner);
  }

  private static Event request() {
    return new UpdateEvent.UpdatePosted(
        REQUEST.id(),
        "chirp",
        Update.Kind.REQUEST,
        Update.Stage.NOTED,
        "Two more weeks",
        "We ask for time.",
        Update.Attribution.ON_RECORD,
        Audience.everyone(),
        CHIKA,
        Channel.WEB,
        null);
  }

  private static Event reassigned(Ref issue, SeatId... to) {
    return new IssueEvent.IssueEdited(issue.id(), null, null, null, null, List.of(to), false, null);
  }

  private static Event owned(SeatId by) {
    return new ActionEvent.ActionEdited(CALL.id(), null, null, null, by, null, null, null);
  }

  private static HandOver handOver(@Nullable SeatId successor, Passing... passings) {
    return new HandOver(CHIKA, successor, List.of(passings));
  }

  private static Given busy() {
    return chirp().and(issue(NOTICE, Audience.everyone(), CHIKA, VERA), call(CHIKA), request());
  }

  @Test
  void aSuccessorTakesTheHistoryAndEverythingThatIsToDo() {
    busy()
        .when(CHIKA, handOver(DAYO))
        .then(
            new MemberEvent.SeatHandedOver(CHIKA, DAYO),
            new MemberEvent.SeatEnded(CHIKA),
            reassigned(NOTICE, DAYO, VERA),
            new UpdateEvent.UpdatePassedOn(REQUEST.id(), DAYO),
            owned(DAYO));
  }

  @Test
  void eachThingMayGoToSomebodyElseOrBeLetGo() {
    busy()
        .when(
            CHIKA,
            handOver(
                DAYO,
                new Passing(NOTICE, null),
                new Passing(CALL, BOLA),
                new Passing(REQUEST, null)))
        .then(
            new MemberEvent.SeatHandedOver(CHIKA, DAYO),
            new MemberEvent.SeatEnded(CHIKA),
            reassigned(NOTICE, VERA),
            owned(BOLA),
            new UpdateEvent.UpdatePassedOn(REQUEST.id(), null));
  }

  @Test
  void nothingMayBeStranded() {
    Refusal no =
        busy().when(CHIKA, handOver(null, new Passing(CALL, BOLA))).refused(Refusal.Kind.CONFLICT);

    assertThat(no.why()).contains("Title of notice", "Two more weeks").doesNotContain("Joint call");
    busy()
        .when(
            CHIKA,
            handOver(
                null,
                new Passing(CALL, BOLA),
                new Passing(NOTICE, null),
                new Passing(REQUEST, null)))
        .then(
            new MemberEvent.SeatEnded(CHIKA),
            owned(BOLA),
            reassigned(NOTICE, VERA),
            new UpdateEvent.UpdatePassedOn(REQUEST.id(), null));
  }

  private static Given drafted(Given given) {
    return given.does(
        CHIKA,
        new UpdateCommand.DraftUpdate(
            new UpdateCommand.PostUpdate(
                null,
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "A form for notices",
                "In trial.",
                Update.Attribution.ON_RECORD,
                null,
                null),
            null));
  }

  @Test
  void theLastLiaisonLeavesNoDraftThatNobodyCouldPublishOrDiscard() {
    Given alone = drafted(Given.coalition());

    assertThat(alone.when(CHIKA, handOver(null)).refused(Refusal.Kind.CONFLICT).why())
        .contains("A form for notices")
        .contains("Nothing was changed");
    alone
        .when(AMINA, handOver(null))
        .then(new MemberEvent.SeatEnded(CHIKA)); // who may not read it is not told of it
    drafted(chirp()).when(CHIKA, handOver(null)).then(new MemberEvent.SeatEnded(CHIKA));
    drafted(chirp())
        .when(CHIKA, handOver(DAYO))
        .then(new MemberEvent.SeatHandedOver(CHIKA, DAYO), new MemberEvent.SeatEnded(CHIKA));
  }

  @Test
  void whoHasNothingToDoJustLeaves() {
    chirp().when(CHIKA, handOver(null)).then(new MemberEvent.SeatEnded(CHIKA));
    chirp()
        .and(issue(NOTICE, Audience.everyone(), CHIKA))
        .and(new IssueEvent.IssueClosed(NOTICE.id(), IssueState.DONE))
        .when(CHIKA, handOver(null))
        .then(new MemberEvent.SeatEnded(CHIKA));
  }

  @Test
  void anActionAlwaysHasAnOwner() {
    busy()
        .when(CHIKA, handOver(DAYO, new Passing(CALL, null)))
        .refused(Refusal.Kind.INVALID, "duties");
  }

  /** Anyone who only reads along leaves it undone: it would be stranded all the same. */
  @Test
  void nothingGoesToAnObserver() {
    Refusal no =
        busy()
            .when(CHIKA, handOver(DAYO, new Passing(CALL, CLAIRE)))
            .refused(Refusal.Kind.INVALID, "duties");
    assertThat(no.why()).startsWith("An observer cannot take over");

    Workspace state = busy().state();
    Seat chika = Objects.requireNonNull(state.members().seats().get(CHIKA));
    var takers =
        HandoverPresenter.show(state, chika, CHIKA)
            .getJsonArray("items")
            .getJsonObject(0)
            .getJsonArray("takers");
    assertThat(takers).contains(DAYO.value(), BOLA.value()).doesNotContain(CLAIRE.value());
  }

  @Test
  void nothingGoesToWhoCannotReadItOrLeaves() {
    Given closed = chirp().and(issue(SECRET, Audience.companyOnly("chirp"), CHIKA));

    closed
        .when(CHIKA, handOver(DAYO, new Passing(SECRET, BOLA)))
        .refused(Refusal.Kind.INVALID, "duties");
    closed
        .when(CHIKA, handOver(DAYO, new Passing(SECRET, CHIKA)))
        .refused(Refusal.Kind.INVALID, "duties");
  }

  @Test
  void whatWasForTheLeaversEyesIsForTheSuccessors() {
    Given named = chirp().and(issue(SECRET, Audience.named(List.of(CHIKA, AMINA)), CHIKA));
    named
        .when(CHIKA, handOver(DAYO))
        .then(
            new MemberEvent.SeatHandedOver(CHIKA, DAYO),
            new MemberEvent.SeatEnded(CHIKA),
            reassigned(SECRET, DAYO));

    Workspace after = named.does(CHIKA, handOver(DAYO)).state();
    var scope = after.scopeOf(SECRET).orElseThrow();
    assertThat(named.state().access().canRead(DAYO, scope)).isFalse();
    assertThat(after.access().canRead(DAYO, scope)).isTrue();
    assertThat(after.access().canRead(CHIKA, scope)).isFalse();
    assertThat(after.access().count(scope)).isEqualTo(2);
  }

  @Test
  void historyGoesOnFromSuccessorToSuccessor() {
    SeatId efe = new SeatId("efe");
    Workspace after =
        chirp()
            .and(issue(SECRET, Audience.named(List.of(CHIKA, AMINA)), CHIKA))
            .does(CHIKA, handOver(DAYO))
            .and(Parties.seat(efe, "chirp", Role.LIAISON, null))
            .does(DAYO, new HandOver(DAYO, efe, List.of()))
            .state();

    assertThat(after.access().canRead(efe, after.scopeOf(SECRET).orElseThrow())).isTrue();
    assertThat(after.issues().find(SECRET.id()).orElseThrow().assignees()).containsExactly(efe);
  }

  @Test
  void aSuccessorIsAnActiveSeatOfTheSameOrganisation() {
    for (SeatId wrong : new SeatId[] {VERA, AMINA, CHIKA, new SeatId("nobody")}) {
      chirp().when(CHIKA, handOver(wrong)).refused(Refusal.Kind.INVALID, "successor");
    }
    chirp()
        .does(DAYO, new MemberCommand.EndSeat(DAYO))
        .when(CHIKA, handOver(DAYO))
        .refused(Refusal.Kind.INVALID, "successor");
    chirp()
        .does(AMINA, new MemberCommand.ChangeRole(DAYO, Role.OBSERVER))
        .when(CHIKA, handOver(DAYO))
        .refused(Refusal.Kind.INVALID, "successor");
  }

  @Test
  void othersDoNotHandOverASeat() {
    for (SeatId other : new SeatId[] {BOLA, CLAIRE, VERA, DAYO}) {
      chirp().when(other, handOver(DAYO)).refused(Refusal.Kind.FORBIDDEN);
    }
    chirp()
        .when(AMINA, new HandOver(new SeatId("nobody"), null, List.of()))
        .refused(Refusal.Kind.ABSENT);
  }

  /** A convenor cannot read what the company keeps to itself: it goes on, and tells nothing. */
  @Test
  void whatAConvenorCannotReadGoesToTheSuccessorInSilence() {
    Given closed = chirp().and(issue(SECRET, Audience.companyOnly("chirp"), CHIKA));
    closed
        .when(AMINA, handOver(DAYO))
        .then(
            new MemberEvent.SeatHandedOver(CHIKA, DAYO),
            new MemberEvent.SeatEnded(CHIKA),
            reassigned(SECRET, DAYO));
    closed.when(AMINA, handOver(DAYO, new Passing(SECRET, DAYO))).refused(Refusal.Kind.ABSENT);

    // without a successor it stays, and only its readers find it
    Workspace left = closed.does(AMINA, handOver(null)).state();
    assertThat(HandoverPresenter.stranded(left, DAYO).getJsonArray("items")).hasSize(1);
    assertThat(HandoverPresenter.stranded(left, AMINA).getJsonArray("items")).isEmpty();
  }

  @Test
  void whatAnEndedSeatLeftIsListedUntilSomebodyTakesIt() {
    Given left = busy().does(AMINA, new MemberCommand.EndSeat(CHIKA));
    assertThat(titles(left.state(), BOLA))
        .containsExactlyInAnyOrder("COP-notice Title of notice", "Joint call", "Two more weeks");

    Given taken =
        left.does(BOLA, handOver(null, new Passing(CALL, BOLA)))
            .does(DAYO, handOver(null, new Passing(REQUEST, DAYO), new Passing(NOTICE, null)));

    assertThat(titles(taken.state(), BOLA)).isEmpty();
    left.when(CLAIRE, handOver(null, new Passing(CALL, CLAIRE))).refused(Refusal.Kind.FORBIDDEN);
    left.when(BOLA, handOver(null)).refused(Refusal.Kind.INVALID, "duties");
    left.when(CHIKA, handOver(null, new Passing(CALL, BOLA))).refused(Refusal.Kind.ABSENT);
  }

  private static List<String> titles(Workspace state, SeatId reader) {
    return HandoverPresenter.stranded(state, reader).getJsonArray("items").stream()
        .map(d -> ((io.vertx.core.json.JsonObject) d).getString("title"))
        .toList();
  }

  @Test
  void aConvenorNamesASuccessorAfterwards() {
    Given left = busy().does(AMINA, new MemberCommand.EndSeat(CHIKA));

    left.when(AMINA, handOver(DAYO))
        .then(
            new MemberEvent.SeatHandedOver(CHIKA, DAYO),
            reassigned(NOTICE, DAYO, VERA),
            new UpdateEvent.UpdatePassedOn(REQUEST.id(), DAYO),
            owned(DAYO));
    left.when(BOLA, handOver(DAYO)).refused(Refusal.Kind.FORBIDDEN);
    left.does(AMINA, handOver(DAYO)).when(AMINA, handOver(DAYO)).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void theLastConvenorHandsOverToAConvenor() {
    SeatId second = new SeatId("second");
    HandOver amina = new HandOver(AMINA, second, List.of());
    Given member = Given.coalition().and(Parties.seat(second, "rights", Role.MEMBER, null));

    member.when(AMINA, amina).refused(Refusal.Kind.CONFLICT);
    member
        .does(AMINA, new MemberCommand.ChangeRole(second, Role.CONVENOR))
        .when(AMINA, amina)
        .then(new MemberEvent.SeatHandedOver(AMINA, second), new MemberEvent.SeatEnded(AMINA));
  }

  /** A letter that only its sender can vouch for never waits for somebody who is gone. */
  @Test
  void noLetterWaitsForWhoIsGone() {
    Event held =
        new LetterEvent.LetterHeld(
            "held",
            new NewThread("coalition"),
            "coalition@lists.example",
            "chika@chirp.example",
            CHIKA,
            Hold.Awaits.SENDER,
            "Notice",
            "Was it me?",
            new EntryLetter("blob", null, null, false, List.of()),
            List.of("Nothing proves it."));
    Event turnedAway = LetterEvent.HoldRefused.of("held", AMINA, Message.of("reasons.left"));
    Given waiting = chirp().and(held);

    waiting
        .when(AMINA, new MemberCommand.EndSeat(CHIKA))
        .then(new MemberEvent.SeatEnded(CHIKA), turnedAway);
    waiting.when(AMINA, handOver(null)).then(new MemberEvent.SeatEnded(CHIKA), turnedAway);

    Workspace handedOver = waiting.does(AMINA, handOver(DAYO)).state();
    var scope = handedOver.scopeOf(Ref.to(Ref.Kind.HOLD, "held")).orElseThrow();
    assertThat(handedOver.access().canRead(DAYO, scope)).isTrue();
  }
}
