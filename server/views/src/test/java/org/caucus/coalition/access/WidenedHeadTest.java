package org.caucus.coalition.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.query.FilterContext;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.query.IssueFilter;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.views.calendar.CalendarSubscription;
import org.caucus.views.feeds.UpdateFeedItem;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.junit.jupiter.api.Test;

/**
 * Two worlds that differ in what became of a head before it was opened to more people, and end with
 * the same head: to those people they are one.
 */
class WidenedHeadTest {
  private static final Audience CIVIL = Audience.civilSociety();
  private static final Audience CHIRPS = Audience.withCompany("chirp");
  private static final Audience ALL = Audience.everyone();
  private static final Ref ISSUE = Ref.to(Ref.Kind.ISSUE, "removal");
  private static final Ref ACTION = Ref.to(Ref.Kind.ACTION, "call");
  private static final Ref UPDATE = Ref.to(Ref.Kind.UPDATE, "appeals");
  private static final Action.When MORNING =
      new Action.When(Instant.parse("2026-06-21T09:00:00Z"), null, ZoneId.of("Africa/Lagos"));

  private static Given begun() {
    return Given.coalition()
        .and(
            new IssueEvent.IssueOpened(
                "removal", "COP-1", "COP", "Removal", "Words", "", List.of(), null, CIVIL, BOLA),
            new ActionEvent.ActionPlanned(
                "call", Action.Kind.CALL, "Call", "", BOLA, MORNING, "", CIVIL, BOLA),
            new UpdateEvent.UpdatePosted(
                "appeals",
                "chirp",
                Update.Kind.ACTION,
                Update.Stage.NOTED,
                "Appeals",
                "Within 48 hours.",
                Update.Attribution.ON_RECORD,
                CHIRPS,
                CHIKA,
                Channel.WEB,
                null));
  }

  private static Event edited(String title) {
    return new IssueEvent.IssueEdited("removal", title, null, null, null, null, false, null);
  }

  private static Event planned(String title) {
    return new ActionEvent.ActionEdited("call", title, null, null, null, null, null, null);
  }

  private static Event corrected(String body) {
    return new UpdateEvent.UpdateCorrected(
        "appeals", Update.Kind.ACTION, "Appeals", body, Update.Attribution.ON_RECORD, "", CHIKA);
  }

  private static Event staged(Update.Stage stage) {
    return new UpdateEvent.StageReached("appeals", stage, "", CHIKA);
  }

  /** Much became of each of them, and all is as it was. */
  private static Given busy() {
    return begun()
        .and(
            edited("Removal within 24 hours"),
            edited("Removal"),
            new IssueEvent.IssueClosed("removal", IssueState.DONE),
            new IssueEvent.IssueReopened("removal"),
            planned("Call with the agency"),
            planned("Call"),
            new ActionEvent.Committed("call", "rights", Commitment.Answer.WILL, "two", AMINA),
            new ActionEvent.Answered("call", AMINA, Commitment.Answer.WILL, "I come"),
            new ActionEvent.AttendanceNoted("call", List.of(AMINA), AMINA),
            new ActionEvent.MinutesWritten("call", "We trust them little.", AMINA),
            corrected("Within 72 hours."),
            corrected("Within 48 hours."),
            staged(Update.Stage.DONE),
            staged(Update.Stage.NOTED),
            new UpdateEvent.UpdateAcknowledged("appeals", "rights", AMINA));
  }

  private static Given quiet() {
    return begun().later(Duration.ofMinutes(15));
  }

  private static Given widened(Given given) {
    return given.and(
        new AudienceEvent.Widened(ISSUE, CIVIL, ALL, BOLA, null),
        new AudienceEvent.Widened(ACTION, CIVIL, ALL, BOLA, null),
        new AudienceEvent.Widened(UPDATE, CHIRPS, ALL, CHIKA, null));
  }

  private static Given narrowed(Given given) {
    return given.and(
        new AudienceEvent.Narrowed(ISSUE, ALL, CIVIL, BOLA, List.of()),
        new AudienceEvent.Narrowed(ACTION, ALL, CIVIL, BOLA, List.of()),
        new AudienceEvent.Narrowed(UPDATE, ALL, CHIRPS, CHIKA, List.of()));
  }

  /** All that pages, feeds and calendars hold of them; which commit was the last is random. */
  private static String obtained(Given given, SeatId reader) {
    Site site = new Site("lists.example", "https://caucus.example");
    JsonObject pages = View.of(given.state(), reader);
    return pages.getJsonObject("issues").encodePrettily()
        + pages.getJsonObject("actions").encodePrettily()
        + pages.getJsonObject("updates").encodePrettily()
        + UpdateFeedItem.newest(given.state(), reader, null)
        + CalendarSubscription.of(given.state(), reader, site, given.at());
  }

  private static JsonObject shown(Given given, SeatId reader, String kind, Ref ref) {
    return View.of(given.state(), reader).getJsonObject(kind).getJsonObject(ref.id());
  }

  @Test
  void thePersonWhoItWasOpenedToCannotTellHowOftenItWasChangedUntilThen() {
    assertThat(busy().at()).isEqualTo(quiet().at());
    for (Given after : List.of(widened(busy()), narrowed(widened(busy())))) {
      assertThat(after.state().issues().find("removal")).isPresent();
    }

    assertThat(obtained(widened(busy()), VERA)).isEqualTo(obtained(widened(quiet()), VERA));
    assertThat(obtained(widened(narrowed(widened(busy()))), VERA))
        .isEqualTo(obtained(widened(narrowed(widened(quiet()))), VERA));
    assertThat(obtained(widened(busy()), AMINA)).isNotEqualTo(obtained(widened(quiet()), AMINA));
  }

  @Test
  void eachEditsTheVersionTheySee() {
    Given given = widened(busy());
    for (SeatId seat : List.of(AMINA, CHIKA)) {
      int issue = shown(given, seat, "issues", ISSUE).getInteger("version");
      int action = shown(given, seat, "actions", ACTION).getInteger("version");
      given.when(seat, edits(issue)).last();
      given.when(seat, moves(action)).last();
      Given after = given.does(seat, edits(issue)).does(seat, moves(action));
      after.when(seat, edits(issue)).refused(Refusal.Kind.CONFLICT);
      after.when(seat, moves(action)).refused(Refusal.Kind.CONFLICT);
      assertThat(shown(after, seat, "issues", ISSUE).getInteger("version")).isEqualTo(issue + 1);
    }
    int update = shown(given, CHIKA, "updates", UPDATE).getInteger("version");
    given.when(CHIKA, corrects(update)).last();
    given.when(CHIKA, corrects(update - 1)).refused(Refusal.Kind.CONFLICT);
  }

  private static Command edits(int version) {
    return new IssueCommand.EditIssue(
        "removal", version, "Notice", null, null, null, null, false, null);
  }

  private static Command moves(int version) {
    return new ActionCommand.EditAction(
        "call", version, "Moved", null, null, null, null, null, null);
  }

  private static Command corrects(int version) {
    return new UpdateCommand.CorrectUpdate(
        "appeals", version, null, null, "Within 24 hours.", null, "");
  }

  @Test
  void whoLostItAndHasItAgainSeesNoNumberTwice() {
    Given first = widened(busy()).and(edited("One"), edited("Two"), planned("One"));
    Given again = widened(narrowed(first).and(edited("Three"), edited("Four")));

    for (SeatId seat : List.of(AMINA, VERA)) {
      assertThat(shown(again, seat, "issues", ISSUE).getInteger("version"))
          .isGreaterThan(shown(first, seat, "issues", ISSUE).getInteger("version"));
      assertThat(shown(again, seat, "actions", ACTION).getInteger("version"))
          .isGreaterThan(shown(first, seat, "actions", ACTION).getInteger("version"));
    }
  }

  @Test
  void whatWasSaidOfAnUpdateBeforeItWasNarrowedDoesNotComeBack() {
    Given wide = widened(begun()).and(corrected("Within 72 hours."), corrected("Never."));

    assertThat(shown(wide, VERA, "updates", UPDATE).encode()).contains("72 hours");
    assertThat(shown(widened(narrowed(wide)), VERA, "updates", UPDATE).encode())
        .doesNotContain("72 hours");
    assertThat(shown(widened(narrowed(wide)), CHIKA, "updates", UPDATE).encode())
        .contains("72 hours");
  }

  @Test
  void aColleaguesWordFromBeforeIsNothingThatRefuses() {
    SeatId colleague = new SeatId("adaeze");
    Audience two = Audience.named(List.of(CHIKA, AMINA));
    Given given =
        begun()
            .and(
                Parties.seat(colleague, "rights", Role.MEMBER, null),
                new AudienceEvent.Narrowed(UPDATE, CHIRPS, two, CHIKA, List.of()),
                new UpdateEvent.UpdateAcknowledged("appeals", "rights", AMINA),
                new AudienceEvent.Widened(UPDATE, two, ALL, CHIKA, null));

    given
        .when(colleague, new UpdateCommand.AcknowledgeUpdate("appeals"))
        .then(new UpdateEvent.UpdateAcknowledged("appeals", "rights", colleague));
    given
        .when(AMINA, new UpdateCommand.AcknowledgeUpdate("appeals"))
        .refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void aFilterByTheLastChangeAsksWhatItsReaderKnows() {
    Given given =
        widened(begun().later(Duration.ofDays(3)).and(edited("One")).later(Duration.ofDays(3)));
    LocalDate today = LocalDate.ofInstant(given.at(), ZoneId.of("UTC"));

    assertThat(among(given, VERA, "changed:<" + today)).isFalse();
    assertThat(among(given, AMINA, "changed:<" + today)).isTrue();
  }

  private static boolean among(Given given, SeatId reader, String words) {
    var state = given.state();
    Issue issue = state.issues().find("removal").orElseThrow();
    Scope scope = state.issues().scope(issue);
    LocalDate today = LocalDate.ofInstant(given.at(), ZoneId.of("UTC"));
    return IssueFilter.parse(words, new FilterContext(state.members(), reader, today))
        .test(issue.seenBy(state.access().asked(reader), scope));
  }
}
