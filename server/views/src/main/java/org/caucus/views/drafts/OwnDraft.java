package org.caucus.views.drafts;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Something that a seat is writing and has not sent.
 *
 * @param id follows from the place
 * @param place where it is written, in the browser's words, such as {@code thread:ID}
 * @param version another one for each change
 * @param draft its text, subject, audience, fields and files, as the browser has them
 */
record OwnDraft(String id, String place, String version, Instant changedAt, JsonObject draft) {

  /** What it costs: octets of what was written. */
  int bytes() {
    return draft.encode().getBytes(StandardCharsets.UTF_8).length;
  }

  /** As it is kept, and as its seat gets it. */
  JsonObject json() {
    return head().put("draft", draft);
  }

  /** Which one it is, without a word of it. */
  JsonObject head() {
    return new JsonObject()
        .put("id", id)
        .put("place", place)
        .put("version", version)
        .put("changedAt", changedAt.toString());
  }

  static OwnDraft of(JsonObject json) {
    return new OwnDraft(
        json.getString("id"),
        json.getString("place"),
        json.getString("version"),
        Instant.parse(json.getString("changedAt")),
        json.getJsonObject("draft"));
  }
}
