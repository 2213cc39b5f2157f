package org.caucus.coalition.updates.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;
import static org.caucus.workspace.Parties.saying;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.closing.ClosingCommand;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Updates before they are published. */
class DraftDeciderTest {
  private static final SeatId CHIDI = new SeatId("chidi");
  private static final String D = Given.THING;
  private static final DraftCommand CONFIRM = new DraftCommand.ConfirmDraft(D);
  private static final DraftCommand DUE = new DraftCommand.PublishDue(D);

  private static final UpdateCommand.PostUpdate APPEALS =
      new UpdateCommand.PostUpdate(
          null,
          Update.Kind.ACTION,
          Update.Stage.DECIDED,
          "Appeals",
          "Within 48 hours.",
          Update.Attribution.ON_RECORD,
          null,
          null);

  private static UpdateEvent.UpdatePosted published(SeatId by) {
    return new UpdateEvent.UpdatePosted(
        D,
        "chirp",
        Update.Kind.ACTION,
        Update.Stage.DECIDED,
        "Appeals",
        "Within 48 hours.",
        Update.Attribution.ON_RECORD,
        Audience.withCompany("chirp"),
        by,
        Channel.WEB,
        null);
  }

  private static Given twoLiaisons() {
    return Given.coalition().and(Parties.seat(CHIDI, "chirp", Role.LIAISON, null));
  }

  private static Given withRule() {
    return twoLiaisons().does(CHIKA, new DraftCommand.RuleCompany(true));
  }

  private static UpdateCommand draft(@Nullable Instant hour) {
    return new UpdateCommand.DraftUpdate(APPEALS, hour);
  }

  private static Given scheduled(Given given) {
    return given.does(CHIKA, draft(given.at().plus(Duration.ofHours(2))));
  }

  private static Draft.State stateOf(Given given) {
    return given.state().updates().drafts().find(D).orElseThrow().state();
  }

  @Test
  void aDraftIsItsCompanysAlone() {
    Given given = twoLiaisons().does(CHIKA, draft(null));
    Workspace state = given.state();
    Commit commit = state.history().getLast();

    assertThat(state.visibleEvents(commit, CHIDI)).hasSize(1);
    assertThat(state.visibleEvents(commit, AMINA)).isEmpty();
    assertThat(state.visibleEvents(commit, VERA)).isEmpty();
    // to others it is like one that never was
    String absent = given.when(AMINA, new DraftCommand.ConfirmDraft("none")).answer();
    assertThat(given.when(AMINA, CONFIRM).answer()).isEqualTo(absent);
    assertThat(given.when(VERA, new DraftCommand.DiscardDraft(D)).answer()).isEqualTo(absent);
    assertThat(given.when(AMINA, DUE).answer()).isEqualTo(absent);
  }

  @Test
  void itsAuthorPublishesItWithoutARule() {
    twoLiaisons()
        .does(CHIKA, draft(null))
        .when(CHIKA, CONFIRM)
        .then(published(CHIKA), new DraftEvent.DraftPublished(D, "chirp", D, CHIKA));
  }

  @Test
  void whereTheCompanyWantsASecondLiaisonTheAuthorIsNotEnough() {
    Given given = withRule().does(CHIKA, APPEALS);

    assertThat(given.state().updates().feed()).isEmpty();
    given.when(CHIKA, CONFIRM).refused(Refusal.Kind.FORBIDDEN);
    given
        .when(CHIDI, CONFIRM)
        .then(published(CHIKA), new DraftEvent.DraftPublished(D, "chirp", D, CHIDI));
  }

  @Test
  void theSamePersonInAnotherSeatIsNoSecondLiaison() {
    SeatId again = new SeatId("chika-again");
    Given given =
        withRule()
            .and(
                new MemberEvent.SeatTaken(
                    again, "person-chika", "Chika", "chirp", Role.LIAISON, null, null))
            .does(CHIKA, APPEALS);

    given.when(again, CONFIRM).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aRuleNobodyCouldKeepIsRefused() {
    Given.coalition()
        .when(CHIKA, new DraftCommand.RuleCompany(true))
        .refused(Refusal.Kind.CONFLICT);
    twoLiaisons().when(AMINA, new DraftCommand.RuleCompany(true)).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void whatHasAnHourIsPublishedThenAndNotBefore() {
    Given given = scheduled(Given.coalition());

    assertThat(stateOf(given)).isEqualTo(Draft.State.SCHEDULED);
    given.when(null, DUE).refused(Refusal.Kind.CONFLICT);
    Given then = given.later(Duration.ofHours(2));
    then.when(null, DUE).then(published(CHIKA), new DraftEvent.DraftPublished(D, "chirp", D, null));
    // once, no matter who looks
    then.does(null, DUE).when(null, DUE).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void withARuleItsHourAloneIsNotEnough() {
    Given early = scheduled(withRule());
    early.when(null, DUE).refused(Refusal.Kind.CONFLICT);
    Given given = early.later(Duration.ofHours(3));

    // its company hears of it, once
    given
        .when(null, DUE)
        .then(
            DraftEvent.DraftHeldBack.of(D, "chirp", Message.of("nobody-confirmed-it-before-its")));
    Given told = given.does(null, DUE);
    assertThat(stateOf(told)).isEqualTo(Draft.State.WAITING);
    told.when(null, DUE).refused(Refusal.Kind.CONFLICT);
    // confirmed late it is published at once
    told.when(CHIDI, CONFIRM)
        .then(published(CHIKA), new DraftEvent.DraftPublished(D, "chirp", D, CHIDI));
  }

  /** Its company is told, and a liaison says it when the company is open again. */
  @Test
  void theHourOfAnArchivedCompanyPublishesNothing() {
    Ref company = Ref.to(Ref.Kind.ORGANISATION, "chirp");
    Given closed =
        scheduled(Given.coalition())
            .does(AMINA, new ClosingCommand.ClosePlace(company))
            .later(Duration.ofHours(2));

    closed
        .when(null, DUE)
        .then(
            DraftEvent.DraftHeldBack.of(
                D, "chirp", Message.of("organisation-is-archived", "organisation", "Chirp")));
    Given told = closed.does(null, DUE);
    assertThat(stateOf(told)).isEqualTo(Draft.State.WAITING);
    told.when(null, DUE).refused(Refusal.Kind.CONFLICT);
    told.when(CHIKA, CONFIRM).refused(Refusal.Kind.CONFLICT);
    told.does(AMINA, new ClosingCommand.ReopenPlace(company))
        .when(CHIKA, CONFIRM)
        .then(published(CHIKA), new DraftEvent.DraftPublished(D, "chirp", D, CHIKA));
  }

  @Test
  void whatWaitsForItsAuthorHasNoHourUntilItIsSaidAnew() {
    Given back =
        scheduled(withRule()).does(CHIDI, new DraftCommand.ReturnDraft(D, null, "Too early."));

    back.later(Duration.ofHours(3)).when(null, DUE).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void confirmedInTimeItWaitsForItsHour() {
    Given given = scheduled(withRule()).does(CHIDI, CONFIRM);

    assertThat(stateOf(given)).isEqualTo(Draft.State.SCHEDULED);
    given
        .later(Duration.ofHours(3))
        .when(null, DUE)
        .then(published(CHIKA), new DraftEvent.DraftPublished(D, "chirp", D, null));
  }

  @Test
  void itsHourAsksTheRuleOfThatHour() {
    Given ruled = scheduled(twoLiaisons()).does(CHIDI, new DraftCommand.RuleCompany(true));
    assertThat(stateOf(ruled)).isEqualTo(Draft.State.SCHEDULED);

    Given due = ruled.later(Duration.ofHours(3)).does(null, DUE);

    assertThat(stateOf(due)).isEqualTo(Draft.State.WAITING);
    assertThat(due.state().updates().byId()).isEmpty();
    due.when(CHIKA, CONFIRM).refused(Refusal.Kind.FORBIDDEN);
    due.when(CHIDI, CONFIRM)
        .then(published(CHIKA), new DraftEvent.DraftPublished(D, "chirp", D, CHIDI));
    // a second liaison who confirmed it while nobody asked for one is a second liaison
    Given unruled = scheduled(withRule()).does(CHIDI, CONFIRM);
    unruled
        .later(Duration.ofHours(3))
        .when(null, DUE)
        .then(published(CHIKA), new DraftEvent.DraftPublished(D, "chirp", D, null));
  }

  @Test
  void ofAnAuthorWhoLeftItWaitsForAnotherLiaison() {
    Given given =
        scheduled(twoLiaisons())
            .and(new MemberEvent.SeatEnded(CHIKA))
            .later(Duration.ofHours(3))
            .does(null, DUE);

    assertThat(stateOf(given)).isEqualTo(Draft.State.WAITING);
    given
        .when(CHIDI, CONFIRM)
        .then(published(CHIDI), new DraftEvent.DraftPublished(D, "chirp", D, CHIDI));
  }

  @Test
  void whatIsDiscardedIsNeverPublished() {
    Given given = scheduled(Given.coalition()).does(CHIKA, new DraftCommand.DiscardDraft(D));

    given.later(Duration.ofHours(3)).when(null, DUE).refused(Refusal.Kind.CONFLICT);
    given.when(CHIKA, CONFIRM).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void anHourThatPassedOrIsFarAwayIsRefused() {
    Given given = Given.coalition();
    for (Instant hour :
        List.of(given.at(), given.at().minusSeconds(1), given.at().plus(Duration.ofDays(400)))) {
      given.when(CHIKA, draft(hour)).refused(Refusal.Kind.INVALID, "publishAt");
    }
  }

  @Test
  void aDraftMeetsTheRulesOfAnUpdate() {
    Given.coalition().when(AMINA, draft(null)).refused(Refusal.Kind.FORBIDDEN);
    UpdateCommand.PostUpdate outside =
        new UpdateCommand.PostUpdate(
            null,
            Update.Kind.STATUS,
            Update.Stage.NOTED,
            "x",
            "x",
            Update.Attribution.ON_RECORD,
            Audience.civilSociety(),
            null,
            List.of(),
            UpdateReferences.none());
    Given.coalition()
        .when(CHIKA, new UpdateCommand.DraftUpdate(outside, null))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  private static UpdateCommand revise(@Nullable Integer version, UpdateCommand.PostUpdate said) {
    return new UpdateCommand.ReviseDraft(D, version, said, null);
  }

  private static Draft draftOf(Given given) {
    return given.state().updates().drafts().find(D).orElseThrow();
  }

  @Test
  void aDraftIsSaidOtherwiseWhereItIs() {
    Given given = twoLiaisons().does(CHIKA, draft(null));
    given = given.does(CHIKA, revise(1, saying("Within 24 hours.")));

    assertThat(draftOf(given).version()).isEqualTo(2);
    assertThat(draftOf(given).said().body()).isEqualTo("Within 24 hours.");
    assertThat(given.state().updates().drafts().byId()).hasSize(1);
    // to others it is like one that never was
    String absent =
        given.when(AMINA, new UpdateCommand.ReviseDraft("none", 1, saying("So?"), null)).answer();
    assertThat(given.when(AMINA, revise(1, saying("So?"))).answer()).isEqualTo(absent);
    assertThat(given.state().visibleEvents(given.state().history().getLast(), AMINA)).isEmpty();
  }

  @Test
  void whoChangedAnOlderVersionIsShownWhatStandsNow() {
    Given given =
        twoLiaisons().does(CHIKA, draft(null)).does(CHIDI, revise(1, saying("Within 24 hours.")));

    Refusal no =
        given.when(CHIKA, revise(1, saying("Within a week."))).refused(Refusal.Kind.CONFLICT);

    assertThat(no.current()).containsEntry("body", "Within 24 hours.").containsEntry("version", 2);
    given.does(CHIKA, revise(2, saying("Within a week.")));
  }

  @Test
  void nobodyConfirmsAVersionThatTheyHaveNotRead() {
    Given given =
        withRule().does(CHIKA, APPEALS).does(CHIKA, revise(1, saying("Within 24 hours.")));

    given.when(CHIDI, new DraftCommand.ConfirmDraft(D, 1)).refused(Refusal.Kind.CONFLICT);
    given.does(CHIDI, new DraftCommand.ConfirmDraft(D, 2));
  }

  @Test
  void thePersonWhoWroteItLastIsNoSecondLiaison() {
    Given given =
        withRule().does(CHIKA, APPEALS).does(CHIDI, revise(1, saying("Within 24 hours.")));

    given.when(CHIDI, CONFIRM).refused(Refusal.Kind.FORBIDDEN);
    given = given.does(CHIKA, CONFIRM);
    assertThat(given.state().updates().find(D).orElseThrow().seat()).isEqualTo(CHIDI);
  }

  @Test
  void whatWasAgreedOnIsAgreedOnAnewOnceItIsOtherwise() {
    Instant hour = Given.coalition().at().plus(Duration.ofHours(9));
    Given given = withRule().does(CHIKA, draft(hour)).does(CHIDI, CONFIRM);
    assertThat(stateOf(given)).isEqualTo(Draft.State.SCHEDULED);

    given =
        given.does(CHIKA, new UpdateCommand.ReviseDraft(D, 1, saying("Within 24 hours."), hour));

    assertThat(stateOf(given)).isEqualTo(Draft.State.WAITING);
    given.when(null, DUE).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void withoutARuleWhatHasAnHourStaysScheduled() {
    Given given = scheduled(twoLiaisons());
    Instant hour = given.at().plus(Duration.ofHours(5));

    given =
        given.does(CHIDI, new UpdateCommand.ReviseDraft(D, 1, saying("Within 24 hours."), hour));

    assertThat(draftOf(given).confirmedBy()).isEqualTo(CHIDI);
    assertThat(draftOf(given).publishAt()).isEqualTo(hour);
  }

  @Test
  void linksThatItsReviserCannotSeeStay() {
    Given given =
        twoLiaisons()
            .does(
                CHIKA,
                new UpdateCommand.PostUpdate(
                    null,
                    Update.Kind.STATUS,
                    Update.Stage.NOTED,
                    "For one",
                    "Hers.",
                    Update.Attribution.ON_RECORD,
                    Audience.named(Set.of(CHIKA)),
                    null));
    Ref hers = Ref.to(Ref.Kind.UPDATE, given.state().updates().feed().get(0));
    given = given.does(CHIKA, new UpdateCommand.DraftUpdate(saying("So.", hers), null));
    String id = given.state().updates().drafts().byId().keySet().iterator().next();

    given = given.does(CHIDI, new UpdateCommand.ReviseDraft(id, 1, saying("Within a day."), null));

    Draft now = given.state().updates().drafts().find(id).orElseThrow();
    assertThat(now.said().particulars().links()).containsExactly(hers);
  }

  @Test
  void whatChangesNothingOrWasDecidedIsRefused() {
    Given given = twoLiaisons().does(CHIKA, draft(null));

    given.when(CHIDI, revise(1, APPEALS)).refused(Refusal.Kind.INVALID, "body");
    given
        .does(CHIKA, CONFIRM)
        .when(CHIKA, revise(1, saying("Within 24 hours.")))
        .refused(Refusal.Kind.CONFLICT);
  }
}
