package org.caucus.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What is written is what Vert.x would have written. */
class JsonEncoderTest {
  private static JsonObject read(JsonObject object) {
    return new JsonObject(JsonEncoder.of(object));
  }

  @Property
  void anyTextComesThrough(@ForAll String text) {
    JsonObject object = new JsonObject().put("short", text).put("long", text.repeat(9) + "memo");

    // a lone half of a pair is no text: neither writer has bytes for it
    if (text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
      assertThat(read(object)).isEqualTo(object);
    }
  }

  @Test
  void everyKindOfValueComesThrough() {
    JsonObject object =
        new JsonObject()
            .put(
                "text", "“Removal” within 24 hours: \"as the draft says\" \\ \n\t\u0001 — ọ́fẹ́ 📎")
            .put("nothing", null)
            .put("numbers", new JsonArray().add(1).add(-2L).add(3.5))
            .put("truth", true)
            .put("object", new JsonObject().put("empty", new JsonArray()))
            .put("map", Map.of("list", List.of("one", "two")))
            .put("at", Instant.parse("2026-06-01T09:00:00Z"));

    assertThat(JsonEncoder.of(object).toString())
        .isEqualTo(object.encode())
        .isEqualTo(new JsonObject(object.encode()).encode());
  }
}
