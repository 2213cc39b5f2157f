package org.caucus.coalition.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceCommand;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.actions.ActionCommand.EditAction;
import org.caucus.coalition.actions.ActionCommand.PlanAction;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is planned beyond a title, who comes, whom to remind, and what waits for its instant. */
class DetailsTest {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final Instant TEN = Instant.parse("2026-06-21T09:00:00Z");
  private static final Action.When MORNING =
      new Action.When(TEN, Instant.parse("2026-06-21T11:00:00Z"), LAGOS);
  private static final Ref MEMO = Ref.to(Ref.Kind.ISSUE, "memo");

  private static ActionDetails details(
      boolean allDay, List<String> organisations, String link, List<Reminder> soon, Ref... links) {
    return new ActionDetails(
        allDay,
        organisations,
        List.of(Strategy.PRIVATE_ADVOCACY),
        link,
        "1. Notice period",
        "Portal",
        "",
        LocalDate.parse("2026-07-15"),
        List.of(),
        soon,
        List.of(links));
  }

  private static ActionDetails with(String... organisations) {
    return details(false, List.of(organisations), "", List.of());
  }

  private static PlanAction plans(@Nullable Audience audience, ActionDetails details) {
    return new PlanAction(
        Action.Kind.SUBMISSION,
        "Memo to the agency",
        "",
        null,
        MORNING,
        "",
        audience,
        details,
        null,
        List.of());
  }

  private static EditAction sets(ActionDetails details) {
    return new EditAction(Given.THING, null, null, null, null, null, null, null, null, details);
  }

  private static Given planned(Audience audience, ActionDetails details) {
    return Given.coalition().does(BOLA, plans(audience, details));
  }

  private static Action action(Given given) {
    return given.state().actions().find(Given.THING).orElseThrow();
  }

  @Test
  void whatIsSaidOfItStandsAndCountsAsAChange() {
    Given given = planned(Audience.civilSociety(), with("rights", "press"));

    assertThat(action(given).details()).isEqualTo(with("rights", "press"));
    given
        .when(BOLA, sets(with("press")))
        .then(new ActionEvent.ActionDetailed(Given.THING, with("press")));
    assertThat(action(given.does(BOLA, sets(with("press")))).version()).isEqualTo(3);
  }

  @Test
  void wholeDaysAreFromMidnightToMidnightInItsZone() {
    Given given = planned(Audience.civilSociety(), details(true, List.of(), "", List.of()));

    assertThat(action(given).when().startsAt()).isEqualTo(Instant.parse("2026-06-20T23:00:00Z"));
    assertThat(action(given).when().endsAt()).isEqualTo(Instant.parse("2026-06-21T23:00:00Z"));
  }

  @Test
  void whoCannotReadItIsNotAskedToTakePart() {
    var no =
        Given.coalition()
            .when(BOLA, plans(Audience.civilSociety(), with("rights", "chirp")))
            .refused(Refusal.Kind.INVALID, "organisations");
    assertThat(no.why()).contains("Chirp");
    Given.coalition()
        .when(BOLA, plans(null, with("nobody")))
        .refused(Refusal.Kind.INVALID, "organisations");
    Given.coalition()
        .when(BOLA, plans(null, with("rights", "rights")))
        .refused(Refusal.Kind.INVALID, "organisations");
  }

  @Test
  void aCallIsJoinedByAWebAddress() {
    Given.coalition()
        .when(BOLA, plans(null, details(false, List.of(), "javascript:alert(1)", List.of())))
        .refused(Refusal.Kind.INVALID, "link");
  }

  @Test
  void aLinkIsForThoseWhoReadBothEnds() {
    Given civil =
        Given.coalition()
            .and(
                new IssueEvent.IssueOpened(
                    "memo",
                    "COP-1",
                    "COP",
                    "Memo",
                    "",
                    "",
                    List.of(),
                    null,
                    Audience.civilSociety(),
                    BOLA));
    PlanAction linked = plans(null, details(false, List.of(), "", List.of(), MEMO));

    Workspace state = civil.does(BOLA, linked).state();
    assertThat(shown(state, AMINA).getJsonArray("links")).hasSize(1);
    assertThat(shown(state, CHIKA).getJsonArray("links")).isEmpty();
    var hidden = civil.when(CHIKA, linked).refused(Refusal.Kind.INVALID, "links");
    var never = Given.coalition().when(CHIKA, linked).refused(Refusal.Kind.INVALID, "links");
    assertThat(hidden.why()).isEqualTo(never.why());
  }

  @Test
  void anIssueThatIsNamedByItsLabelIsLinkedByItsId() {
    Given civil =
        Given.coalition()
            .and(
                new IssueEvent.IssueOpened(
                    "memo",
                    "COP-1",
                    "COP",
                    "Memo",
                    "",
                    "",
                    List.of(),
                    null,
                    Audience.civilSociety(),
                    BOLA));
    Ref label = Ref.to(Ref.Kind.ISSUE, "COP-1");
    PlanAction named = plans(null, details(false, List.of(), "", List.of(), label));

    Workspace state = civil.does(BOLA, named).state();

    assertThat(shown(state, AMINA).getJsonArray("links").getJsonObject(0).getString("id"))
        .isEqualTo("memo");
    Workspace edited =
        civil
            .does(BOLA, plans(null, with()))
            .does(BOLA, sets(details(false, List.of(), "", List.of(), label)))
            .state();
    assertThat(shown(edited, AMINA).getJsonArray("links").getJsonObject(0).getString("id"))
        .isEqualTo("memo");
    var hidden = civil.when(CHIKA, named).refused(Refusal.Kind.INVALID, "links");
    var never = Given.coalition().when(CHIKA, named).refused(Refusal.Kind.INVALID, "links");
    assertThat(hidden.why()).isEqualTo(never.why()).doesNotContain("memo");
  }

  @Test
  void whoCannotSeeALinkDoesNotTakeItAway() {
    Workspace state =
        Given.coalition()
            .and(
                new IssueEvent.IssueOpened(
                    "memo",
                    "COP-1",
                    "COP",
                    "Memo",
                    "",
                    "",
                    List.of(),
                    null,
                    Audience.civilSociety(),
                    BOLA))
            .does(BOLA, plans(Audience.everyone(), details(false, List.of(), "", List.of(), MEMO)))
            .does(CHIKA, sets(details(true, List.of(), "", List.of())))
            .state();
    assertThat(shown(state, CHIKA).getBoolean("allDay")).isTrue();
    assertThat(shown(state, CHIKA).getJsonArray("links")).isEmpty();
    assertThat(shown(state, AMINA).getJsonArray("links")).hasSize(1);
  }

  @Test
  void oneAnswersForOneselfOnly() {
    Given given = planned(Audience.everyone(), ActionDetails.none());

    given
        .when(
            CLAIRE,
            new ActionCommand.Answer(Given.THING, null, Commitment.Answer.WILL, "with a colleague"))
        .then(
            new ActionEvent.Answered(
                Given.THING, CLAIRE, Commitment.Answer.WILL, "with a colleague"));
    var no =
        given
            .when(BOLA, new ActionCommand.Answer(Given.THING, CLAIRE, Commitment.Answer.WILL, ""))
            .refused(Refusal.Kind.FORBIDDEN, "seat");
    assertThat(no.why()).contains("only answer for yourself");
  }

  @Test
  void whatWasSaidToFewerStaysWithThem() {
    Given given =
        planned(Audience.civilSociety(), ActionDetails.none())
            .does(
                BOLA,
                new ActionCommand.Answer(
                    Given.THING, null, Commitment.Answer.MAY, "if Chirp stays out"))
            .does(BOLA, new ActionCommand.WriteMinutes(Given.THING, "We trust them little."))
            .and(
                new AudienceEvent.Widened(
                    Ref.to(Ref.Kind.ACTION, Given.THING),
                    Audience.civilSociety(),
                    Audience.everyone(),
                    BOLA,
                    null));

    assertThat(shown(given.state(), CHIKA).encode()).doesNotContain("stays out", "trust");
    assertThat(shown(given.state(), AMINA).encode()).contains("stays out", "trust");
  }

  @Test
  void whoWasThereIsSomebodyWhoReadsIt() {
    planned(Audience.civilSociety(), ActionDetails.none())
        .when(BOLA, new ActionCommand.NoteAttendance(Given.THING, List.of(BOLA, VERA)))
        .refused(Refusal.Kind.INVALID, "present");
  }

  @Test
  void eachReminderComesOnceAndAMovedActionIsRemindedOfAgain() {
    ActionDetails soon = details(false, List.of(), "", List.of(Reminder.DAY, Reminder.TWO_HOURS));
    Given given = planned(Audience.civilSociety(), soon);
    var remind = new ActionCommand.Remind(Given.THING);
    given.when(null, remind).refused(Refusal.Kind.CONFLICT);

    Given due = given.later(Duration.between(given.at(), TEN).minusHours(23));
    due.when(null, remind)
        .then(new ActionEvent.Reminded(Given.THING, TEN.minus(Duration.ofDays(1))));
    Given done = due.does(null, remind);
    done.when(null, remind).refused(Refusal.Kind.CONFLICT);
    done.later(Duration.ofHours(22))
        .when(null, remind)
        .then(new ActionEvent.Reminded(Given.THING, TEN.minus(Duration.ofHours(2))));
    done.does(BOLA, changes(Action.State.CALLED_OFF))
        .later(Duration.ofHours(22))
        .when(null, remind)
        .refused(Refusal.Kind.CONFLICT);
  }

  private static EditAction changes(Action.State state) {
    return new EditAction(Given.THING, null, null, null, state, null, null, null, null);
  }

  private static final Audience TWO = Audience.named(List.of(BOLA, AMINA));
  private static final AudienceCommand.Open OPENS = new AudienceCommand.Open(Given.THING);

  private static ActionCommand.SetEmbargo embargo(Given given, long minutes, Audience to) {
    return new ActionCommand.SetEmbargo(
        Given.THING, new ActionCommand.Opening(given.at().plus(Duration.ofMinutes(minutes)), to));
  }

  @Test
  void anEmbargoOpensOnceAtItsInstant() {
    Given quiet = planned(TWO, ActionDetails.none());
    Given set = quiet.does(BOLA, embargo(quiet, 60, Audience.everyone()));
    set.when(null, OPENS).refused(Refusal.Kind.CONFLICT);
    assertThat(readable(set, CHIKA)).isFalse();

    Given later = set.later(Duration.ofHours(1));
    later
        .when(null, OPENS)
        .then(
            new AudienceEvent.Widened(
                Ref.to(Ref.Kind.ACTION, Given.THING), TWO, Audience.everyone(), BOLA, null));
    Given open = later.does(null, OPENS);
    assertThat(readable(open, CHIKA)).isTrue();
    assertThat(action(open).embargo()).isNull();
    open.when(null, OPENS).refused(Refusal.Kind.CONFLICT);
  }

  private static Given opened(Given given, Audience to) {
    var change = Shown.change(given.state(), BOLA, Ref.to(Ref.Kind.ACTION, Given.THING), to);
    return given.does(BOLA, change);
  }

  @Test
  void oneMoreWhoIsLetInBeforehandChangesNothingOfWhenAnEmbargoOpens() {
    Audience three = Audience.named(List.of(BOLA, AMINA, CHIKA));
    Given quiet = planned(TWO, ActionDetails.none());
    Given before = quiet.does(BOLA, embargo(quiet, 60, Audience.everyone()));
    Given set = opened(before, three);
    assertThat(action(set).audience()).isEqualTo(three);
    assertThat(action(set).embargo()).isNotNull().isEqualTo(action(before).embargo());

    Given open = set.later(Duration.ofHours(1)).does(null, OPENS);
    assertThat(action(open).audience()).isEqualTo(Audience.everyone());
  }

  @Test
  void whatIsOpenedByHandIsUnderNoEmbargoAnyMore() {
    Given quiet = planned(TWO, ActionDetails.none());
    Given set = quiet.does(BOLA, embargo(quiet, 60, Audience.everyone()));
    assertThat(action(opened(set, Audience.civilSociety())).embargo()).isNull();
    assertThat(action(opened(set, Audience.everyone())).embargo()).isNull();
  }

  @Test
  void whatWasCalledOffUnderAnEmbargoStaysClosed() {
    Given quiet = planned(TWO, ActionDetails.none());
    Given off =
        quiet
            .does(BOLA, embargo(quiet, 60, Audience.everyone()))
            .does(BOLA, changes(Action.State.CALLED_OFF))
            .later(Duration.ofHours(2))
            .does(null, OPENS);

    assertThat(readable(off, CHIKA)).isFalse();
    assertThat(action(off).embargo()).isNull();
  }

  @Test
  void anEmbargoIsForNamedPeopleAndEndsInTheFutureWithMoreReaders() {
    Given civil = planned(Audience.civilSociety(), ActionDetails.none());
    civil
        .when(BOLA, embargo(civil, 60, Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "audience");
    Given quiet = planned(TWO, ActionDetails.none());
    quiet
        .when(BOLA, embargo(quiet, -1, Audience.everyone()))
        .refused(Refusal.Kind.INVALID, "until");
    quiet.when(BOLA, embargo(quiet, 60, TWO)).refused(Refusal.Kind.INVALID, "to");
    quiet.when(CHIKA, embargo(quiet, 60, Audience.everyone())).refused(Refusal.Kind.ABSENT);
    quiet
        .when(BOLA, new ActionCommand.SetEmbargo(Given.THING, null))
        .refused(Refusal.Kind.CONFLICT);
  }

  private static boolean readable(Given given, SeatId seat) {
    return given.state().access().canRead(seat, action(given).scope());
  }

  private static JsonObject shown(Workspace state, SeatId reader) {
    return ActionPresenter.show(state, state.actions().find(Given.THING).orElseThrow(), reader);
  }
}
