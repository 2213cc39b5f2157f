package org.caucus.e2e.story;

import io.vertx.core.json.JsonObject;

/** A test of what is said by mail to updates of Brightline, which Dara posts. */
abstract class OnUpdates extends ByMail {
  static final String DARA = "dara@brightline.example";

  /** Dara posts this; its id. */
  String posted(JsonObject update) {
    dara.post(W + "/updates", update).id();
    return dara.get(W + "/updates").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(u -> u.getString("title").equals(update.getString("title")))
        .map(u -> u.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  /** Somebody asks this under an update; where Dara answers, to whom nobody mails her own. */
  String asked(String update, String words) {
    amina.post(W + "/updates/" + update + "/entries", new JsonObject().put("text", words)).id();
    return answersAt(words, DARA);
  }
}
