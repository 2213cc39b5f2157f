package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A running server: two liaisons of one company, and drafts of theirs. */
class TwoLiaisonsTest extends ByMail {
  private static JsonObject saying(String title, String body) {
    return new JsonObject()
        .put("title", title)
        .put("body", body)
        .put("kind", "ACTION")
        .put("stage", "DECIDED")
        .put("attribution", "ON_RECORD")
        .put("audience", "EVERYONE");
  }

  private Optional<JsonObject> listed(Browser who, String path, String title) {
    return who.get(W + path).json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(i -> i.getString("title").equals(title))
        .findFirst();
  }

  @Test
  void oneDraftIsChangedByTwoAndNeitherOverwritesTheOther() {
    Browser omar = as("omar@");
    String title = "Changed by two";
    dara.post(W + "/updates", saying(title, "Within 48 hours.").put("draft", true)).id();
    JsonObject draft = listed(omar, "/drafts", title).orElseThrow();
    assertThat(draft.getInteger("version")).isEqualTo(1);
    String there = W + "/drafts/" + draft.getString("id");

    omar.post(there + "/revisions", saying(title, "Within 24 hours.").put("version", 1)).id();
    JsonObject late = saying(title, "Within a week.");
    Browser.Reply stale = dara.post(there + "/revisions", late, "If-Match", "\"1\"");

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.json().getJsonObject("current").getString("body"))
        .isEqualTo("Within 24 hours.");
    dara.post(there + "/revisions", late, "If-Match", "\"2\"").id();
    JsonObject read = new JsonObject().put("version", 2);
    assertThat(omar.post(there + "/confirmation", read).status()).isEqualTo(409);
    omar.post(there + "/confirmation", read.put("version", 3)).id();
    assertThat(listed(amina, "/updates", title).orElseThrow().getString("body"))
        .isEqualTo("Within a week.");
  }

  @Test
  void toOthersADraftIsLikeNone() {
    String title = "Known to nobody else";
    dara.post(W + "/updates", saying(title, "Within 48 hours.").put("draft", true)).id();
    String id = listed(dara, "/drafts", title).orElseThrow().getString("id");
    JsonObject tried = saying("Tried", "Tried.");

    Browser.Reply absent = amina.post(W + "/drafts/nothing/revisions", tried);
    Browser.Reply there = amina.post(W + "/drafts/" + id + "/revisions", tried);

    assertThat(there.status()).isEqualTo(404);
    assertThat(there.text()).isEqualTo(absent.text());
    assertThat(amina.get(W + "/activity").text()).doesNotContain(title, id);
  }
}
