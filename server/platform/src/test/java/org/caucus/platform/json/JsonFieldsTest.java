package org.caucus.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
  private static final Instant AT = Instant.parse("2026-11-30T09:00:00Z");

  private enum Answer {
    WILL
  }

  @PlainJson
  private record Days(String from, String until) {}

  private record Account(String secret) {}

  private record Commitment(
      String organisation,
      Answer answer,
      @Nullable StoredText note,
      SeatId seat,
      Instant at,
      List<Ref> links,
      @Nullable Days pause,
      Account account) {}

  private static Commitment commitment(@Nullable StoredText note, @Nullable Days pause) {
    return new Commitment(
        "rights",
        Answer.WILL,
        note,
        new SeatId("amina"),
        AT,
        List.of(Ref.to(Ref.Kind.ISSUE, "COP-12")),
        pause,
        new Account("key"));
  }

  private static String json(String names, Commitment of) {
    return JsonFields.of(Commitment.class, names).json(of).encode();
  }

  @Test
  void fieldsAreWrittenInTheirOrderEachInItsForm() {
    assertThat(
            json(
                "seat organisation answer at note links pause",
                commitment(StoredText.of("two speakers"), new Days("2026-12-01", "2026-12-05"))))
        .isEqualTo(
            "{\"seat\":\"amina\",\"organisation\":\"rights\",\"answer\":\"WILL\","
                + "\"at\":\"2026-11-30T09:00:00Z\",\"note\":\"two speakers\","
                + "\"links\":[{\"kind\":\"issue\",\"id\":\"COP-12\"}],"
                + "\"pause\":{\"from\":\"2026-12-01\",\"until\":\"2026-12-05\"}}");
  }

  @Test
  void whatIsNullIsLeftOutAndSoIsAPartOfIt() {
    assertThat(json("organisation note pause.from", commitment(null, null)))
        .isEqualTo("{\"organisation\":\"rights\"}");
  }

  @Test
  void aFieldMayHaveAnotherNameAndAPartIsCalledByItsOwn() {
    assertThat(json("by:seat pause.from", commitment(null, new Days("2026-12-01", ""))))
        .isEqualTo("{\"by\":\"amina\",\"from\":\"2026-12-01\"}");
  }

  @Test
  void fieldsArePutBesideOthers() {
    JsonObject shown = new JsonObject().put("id", "action2");

    assertThat(JsonFields.of(Commitment.class, "answer").put(commitment(null, null), shown))
        .hasToString("{\"id\":\"action2\",\"answer\":\"WILL\"}");
  }

  @Test
  void aFieldThatIsNotThereIsRefusedAtOnce() {
    assertThatThrownBy(() -> JsonFields.of(Commitment.class, "organisation reply"))
        .hasMessageContaining("has no field reply");
  }

  @Test
  void aRecordWithinThatIsNotMarkedIsRefused() {
    assertThatThrownBy(() -> json("account", commitment(null, null)))
        .hasMessageContaining("Account is not written as it is");
  }
}
