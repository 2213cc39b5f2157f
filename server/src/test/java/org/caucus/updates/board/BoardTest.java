package org.caucus.updates.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.EntryEvent;
import org.caucus.entries.Via;
import org.caucus.members.Audience;
import org.caucus.updates.Particulars;
import org.caucus.updates.Update;
import org.caucus.updates.UpdateEvent;
import org.caucus.workspace.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the board counts, for whom. The story is of June 2026. */
class BoardTest {
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
        Via.WEB,
        null,
        new Particulars(null, List.of(), due == null ? null : LocalDate.parse(due)));
  }

  private static EntryEvent.EntryPosted said(
      String id, @Nullable String answers, SeatId by, Audience audience) {
    return new EntryEvent.EntryPosted(
        id, Ref.to(Ref.Kind.UPDATE, "a"), answers, by, audience, "Words.", Via.WEB, null);
  }

  private static JsonObject line(Given given, SeatId reader, Instant now) {
    JsonArray board = new Board(given.state(), reader, now).show();
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
    assertThat(line.getInteger("promised")).isEqualTo(2); // what was taken back is none
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

  @Test
  void silenceIsShownAsSilence() {
    JsonArray board =
        new Board(story().state(), BOLA, Instant.parse("2026-06-12T00:00:00Z")).show();

    JsonObject vista = board.getJsonObject(1);
    assertThat(vista.getString("company")).isEqualTo("vista");
    assertThat(vista.getBoolean("silent")).isTrue();
    assertThat(vista.getJsonArray("months")).hasSize(Months.SHOWN);
    assertThat(vista.getInteger("promised")).isZero();
  }
}
