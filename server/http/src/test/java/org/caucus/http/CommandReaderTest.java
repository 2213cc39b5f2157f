package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A command that is not what the contract says of its request is found before any request. */
class CommandReaderTest {
  private enum Answer {
    WILL,
    MAY
  }

  private record Duty(Ref ref, @Nullable SeatId to) {}

  private record Commit(
      String action,
      Answer answer,
      String note,
      @Nullable SeatId seat,
      List<Duty> duties,
      @Nullable Integer version) {}

  private static JsonObject property(String type) {
    return new JsonObject().put("type", type);
  }

  private static JsonObject body(String... values) {
    JsonObject duty =
        new JsonObject()
            .put("required", new JsonArray().add("ref"))
            .put(
                "properties",
                new JsonObject().put("ref", property("object")).put("to", property("string")));
    return new JsonObject()
        .put("required", new JsonArray().add("answer"))
        .put(
            "properties",
            new JsonObject()
                .put("answer", property("string").put("enum", new JsonArray(List.of(values))))
                .put("note", property("string"))
                .put("seat", property("string"))
                .put("duties", property("array").put("items", duty))
                .put("version", property("integer"))
                .put("quoting", property("boolean")));
  }

  private static void read(JsonObject body) {
    CommandReader.of(Commit.class, List.of("id"), body);
  }

  @Test
  void aCommandHasTheFieldsOfItsBody() {
    assertThatCode(() -> read(body("MAY", "WILL"))).doesNotThrowAnyException();
  }

  @Test
  void aFieldThatTheContractLacksIsFound() {
    JsonObject body = body("WILL", "MAY");
    body.getJsonObject("properties").remove("note");

    assertThatThrownBy(() -> read(body)).hasMessageContaining("[note is not in the contract]");
  }

  @Test
  void aFieldThatNobodyReadsIsFound() {
    JsonObject body = body("WILL", "MAY");
    body.getJsonObject("properties").put("course", property("string"));

    assertThatThrownBy(() -> read(body)).hasMessageContaining("[course is not read]");
  }

  @Test
  void anotherSetOfValuesIsFound() {
    assertThatThrownBy(() -> read(body("WILL", "MAY", "WILL_NOT")))
        .hasMessageContaining("[answer has other values]");
  }

  @Test
  void whatNeedNotBeSentMustHaveAMeaningWithoutIt() {
    JsonObject body = body("WILL", "MAY");
    body.put("required", new JsonArray().add("seat"));

    assertThatThrownBy(() -> read(body))
        .hasMessageContaining("[answer need not be sent, seat is always sent]");
  }

  @Test
  void whatAFieldHoldsIsComparedToo() {
    JsonObject body = body("WILL", "MAY");
    JsonObject duty =
        body.getJsonObject("properties").getJsonObject("duties").getJsonObject("items");
    duty.getJsonObject("properties").remove("to");

    assertThatThrownBy(() -> read(body)).hasMessageContaining("[to is not in the contract]");
  }

  @Test
  void aCommandIsReadFromPathBodyAndVersion() {
    JsonObject sent =
        new JsonObject()
            .put("answer", "MAY")
            .put("seat", "amina")
            .put(
                "duties",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("ref", new JsonObject().put("kind", "issue").put("id", "COP-12"))
                            .put("to", "tunde")));

    assertThat(
            CommandReader.of(Commit.class, List.of("id"), body("WILL", "MAY"))
                .read(name -> name + " of the path", sent, () -> 3))
        .isEqualTo(
            new Commit(
                "id of the path",
                Answer.MAY,
                "",
                new SeatId("amina"),
                List.of(new Duty(Ref.to(Ref.Kind.ISSUE, "COP-12"), new SeatId("tunde"))),
                3));
  }

  @Test
  void aFieldThatIsNotSentHasTheDefaultOfTheContract() {
    JsonObject body = body("WILL", "MAY");
    body.getJsonObject("properties").getJsonObject("note").put("default", "as agreed");

    assertThat(
            CommandReader.of(Commit.class, List.of("id"), body)
                .read(name -> name, new JsonObject().put("answer", "WILL"), () -> null))
        .isEqualTo(new Commit("id", Answer.WILL, "as agreed", null, List.of(), null));
  }
}
