package org.caucus.coalition.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.IssueCommand.EditIssue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the board counts, for whom. The story is of June 2026. */
class CompanyBoardTest {
  private static final Audience CHIRP = Audience.withCompany("chirp");

  private static UpdateEvent.UpdatePosted posted(
      String id, Update.Kind kind, Update.Stage stage, @Nullable String due, Audience audience) {
    return new UpdateEvent.UpdatePosted(
        id,
        "chirp",
        kind,
        stage,
        "Title " + id,
        "Body.",
        Update.Attribution.ON_RECORD,
        audience,
        CHIKA,
        Channel.WEB,
        null,
        new UpdateReferences(null, List.of(), due == null ? null : LocalDate.parse(due)));
  }

  private static EntryEvent.EntryPosted said(
      String id, @Nullable String answers, SeatId by, Audience audience) {
    return new EntryEvent.EntryPosted(
        id, Ref.to(Ref.Kind.UPDATE, "a"), answers, by, audience, "Words.", Channel.WEB, null);
  }

  private static JsonObject line(Given given, SeatId reader, Instant now) {
    JsonArray board = new CompanyBoard(given.state(), reader, now).show();
    return board.stream()
        .map(JsonObject.class::cast)
        .filter(l -> l.getString("company").equals("chirp"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject june(JsonObject line) {
    return line.getJsonArray("months").stream()
        .map(JsonObject.class::cast)
        .filter(m -> m.getString("month").equals("2026-06"))
        .findFirst()
        .orElseThrow();
  }

  private static Given story() {
    return Given.coalition()
        .and(
            posted("a", Update.Kind.ACTION, Update.Stage.DECIDED, "2026-06-10", CHIRP),
            posted("b", Update.Kind.ACTION, Update.Stage.DONE, null, Audience.everyone()),
            posted("c", Update.Kind.REQUEST, Update.Stage.NOTED, null, Audience.everyone()),
            posted("d", Update.Kind.STATUS, Update.Stage.NOTED, null, Audience.everyone()),
            posted("e", Update.Kind.ACTION, Update.Stage.DECIDED, null, Audience.everyone()),
            new UpdateEvent.UpdateRetracted("e", "Not decided.", CHIKA));
  }

  @Test
  void countsWhatWasPromisedKeptAndIsOverdue() {
    JsonObject line = line(story(), BOLA, Instant.parse("2026-06-12T00:00:00Z"));

    assertThat(line.getInteger("updates")).isEqualTo(5);
    assertThat(line.getInteger("promised")).isEqualTo(2); // what was taken back is not one
    assertThat(line.getInteger("kept")).isEqualTo(1);
    assertThat(line.getInteger("overdue")).isEqualTo(1);
    assertThat(line.getInteger("requests")).isEqualTo(1);
    assertThat(line.getJsonArray("promises").getJsonObject(0).getString("id")).isEqualTo("a");
    assertThat(line(story(), BOLA, Instant.parse("2026-06-10T23:59:59Z")).getInteger("overdue"))
        .isZero();
  }

  @Test
  void countsForEachReaderWhatTheyCanReadAlone() {
    Instant now = Instant.parse("2026-06-12T00:00:00Z");
    Given without =
        Given.coalition()
            .and(
                posted("b", Update.Kind.ACTION, Update.Stage.DONE, null, Audience.everyone()),
                posted("c", Update.Kind.REQUEST, Update.Stage.NOTED, null, Audience.everyone()),
                posted("d", Update.Kind.STATUS, Update.Stage.NOTED, null, Audience.everyone()),
                posted("e", Update.Kind.ACTION, Update.Stage.DECIDED, null, Audience.everyone()),
                new UpdateEvent.UpdateRetracted("e", "Not decided.", CHIKA));

    JsonObject hers = line(story(), VERA, now);
    JsonObject never = line(without, VERA, now);

    // but for the minute at which the last was said, it is as if the hidden one had never been
    assertThat(hers.put("lastUpdateAt", "")).isEqualTo(never.put("lastUpdateAt", ""));
  }

  @Test
  void aQuestionWaitsUntilThereIsAnAnswerItsReaderCanRead() {
    Given asked =
        Given.coalition()
            .and(
                posted("a", Update.Kind.STATUS, Update.Stage.NOTED, null, Audience.everyone()),
                said("q", null, BOLA, Audience.everyone()),
                new UpdateEvent.QuestionAsked("a", "q", BOLA));
    Given answered =
        asked
            .later(Duration.ofHours(30))
            .and(
                said("r", "q", CHIKA, CHIRP),
                new UpdateEvent.QuestionAnswered("a", "q", "r", CHIKA));
    Instant now = answered.at().plus(Duration.ofDays(3));

    assertThat(line(answered, BOLA, now).getInteger("questions")).isZero();
    assertThat(june(line(answered, BOLA, now)).getDouble("medianHours")).isBetween(30.0, 30.1);
    assertThat(line(answered, VERA, now).getInteger("questions")).isEqualTo(1);
    assertThat(line(answered, VERA, now).getLong("waitingDays")).isEqualTo(4);
    assertThat(june(line(answered, VERA, now)).containsKey("medianHours")).isFalse();
    assertThat(june(line(answered, VERA, now)).getInteger("questions")).isEqualTo(1);
  }

  private static IssueEvent.IssueOpened request(
      String id, @Nullable String due, Audience audience, SeatId... assignees) {
    return new IssueEvent.IssueOpened(
        id,
        "COP-" + id,
        "COP",
        "Numbers",
        "",
        "",
        List.of(assignees),
        due == null ? null : LocalDate.parse(due),
        audience,
        AMINA);
  }

  private static EditIssue asks(String id, @Nullable CustomFieldValue own) {
    return new EditIssue(
        id,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        new IssuePatch(
            IssueType.COMPANY_REQUEST, null, null, null, null, own == null ? null : List.of(own)));
  }

  private static Given requested() {
    TrackerConfig whom =
        new TrackerConfig(
            List.of(),
            IssueState.OPEN,
            List.of(new CustomField("whom", "Whom", CustomField.Kind.ORGANISATION, List.of())));
    return Given.coalition()
        .does(AMINA, new IssueCommand.ArrangeTracker("COP", whom))
        .and(
            request("1", null, Audience.everyone(), CHIKA),
            request("2", "2026-06-10", CHIRP),
            request("3", null, Audience.everyone()),
            request("4", null, Audience.everyone()),
            request("5", null, Audience.everyone(), CHIKA))
        .does(AMINA, asks("1", null))
        .does(AMINA, asks("2", null))
        .does(AMINA, asks("3", new CustomFieldValue("whom", "chirp")))
        .does(AMINA, asks("4", null)); // of nobody, as far as it says; the fifth is a task
  }

  private static List<String> askedFor(JsonObject line) {
    return line.getJsonArray("askedFor").stream()
        .map(r -> ((JsonObject) r).getString("id"))
        .toList();
  }

  @Test
  void whatItIsAskedForInATrackerStandsThereUntilItIsClosed() {
    Instant now = Instant.parse("2026-06-12T00:00:00Z");
    Given given = requested();

    JsonObject line = line(given, BOLA, now);
    assertThat(line.getInteger("asked")).isEqualTo(3);
    assertThat(askedFor(line)).containsExactly("2", "1", "3");
    JsonObject next = line.getJsonArray("askedFor").getJsonObject(0);
    assertThat(next.getBoolean("overdue")).isTrue();
    assertThat(next.getString("title")).isEqualTo("COP-2 Numbers");
    assertThat(askedFor(line(given, VERA, now))).containsExactly("1", "3");
    Given done = given.does(AMINA, new IssueCommand.CloseIssue("1", IssueState.DONE, null));
    assertThat(askedFor(line(done, BOLA, now))).containsExactly("2", "3");
  }

  /** The last of those that its reader can read, and that were not taken back. */
  @Test
  void whatItSaidToARequestStandsBesideIt() {
    Instant now = Instant.parse("2026-06-12T00:00:00Z");
    List<Ref> links = List.of(Ref.to(Ref.Kind.ISSUE, "1"));
    UpdateEvent.UpdatePosted a =
        posted("a", Update.Kind.STATUS, Update.Stage.IN_REVIEW, null, Audience.everyone());
    Given given =
        requested()
            .and(
                linking(a, links),
                linking(posted("b", Update.Kind.ACTION, Update.Stage.DECIDED, null, CHIRP), links),
                linking(posted("c", Update.Kind.ACTION, Update.Stage.DONE, null, CHIRP), links),
                new UpdateEvent.UpdateRetracted("c", "Not done.", CHIKA));

    assertThat(said(line(given, BOLA, now))).isEqualTo("b DECIDED");
    assertThat(said(line(given, VERA, now))).isEqualTo("a IN_REVIEW");
  }

  private static UpdateEvent.UpdatePosted linking(UpdateEvent.UpdatePosted e, List<Ref> links) {
    return new UpdateEvent.UpdatePosted(
        e.id(),
        e.company(),
        e.kind(),
        e.stage(),
        e.title(),
        e.body(),
        e.attribution(),
        e.audience(),
        e.by(),
        e.via(),
        null,
        new UpdateReferences(null, links, null));
  }

  private static String said(JsonObject line) {
    return line.getJsonArray("askedFor").stream()
        .map(JsonObject.class::cast)
        .filter(r -> r.getString("id").equals("1"))
        .map(r -> r.getJsonObject("said"))
        .map(u -> u.getString("id") + " " + u.getString("stage"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void silenceIsShownAsSilence() {
    JsonArray board =
        new CompanyBoard(story().state(), BOLA, Instant.parse("2026-06-30T00:00:00Z")).show();

    JsonObject vista = board.getJsonObject(1);
    assertThat(vista.getString("company")).isEqualTo("vista");
    assertThat(vista.getBoolean("silent")).isTrue();
    assertThat(vista.getJsonArray("months")).hasSize(MonthlyFigures.SHOWN);
    assertThat(vista.getInteger("promised")).isZero();
  }
}
