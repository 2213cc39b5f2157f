package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A running server: who reads a thing is changed while others have it on screen, and civil society
 * looks at all of it as a company sees it.
 */
@Tag("slow")
class LookStoryTest extends OnDemo {
  private static JsonObject thread(String subject, String audience) {
    return new JsonObject()
        .put("subject", subject)
        .put("text", "The first words of " + subject)
        .put("audience", audience);
  }

  private static JsonObject preview(Browser who, String of, String to) {
    return who.get(W + "/audience/preview?of=" + of + "&to=" + to).json();
  }

  private static JsonObject change(String of, String to, JsonObject shown) {
    return new JsonObject().put("of", of).put("to", to).put("token", shown.getString("token"));
  }

  @Test
  void wideningAndReleasingReachTheOtherSideWhileItWatches() throws Exception {
    String id =
        amina.post(W + "/lists/coalition/threads", thread("Our line", "CIVIL_SOCIETY")).id();
    String of = "thread:" + id;
    JsonObject page = amina.get(W + "/threads/" + id).json();
    String entry = page.getJsonArray("entries").getJsonObject(0).getString("id");
    assertThat(dara.get(W + "/threads/" + id).status()).isEqualTo(404);
    assertThat(dara.get(W + "/audience/preview?of=" + of + "&to=EVERYONE").text())
        .isEqualTo(dara.get(W + "/audience/preview?of=thread:none&to=EVERYONE").text());

    try (Stream watching = dara.follow(W + "/events")) {
      JsonObject shown = preview(amina, of, "EVERYONE");
      assertThat(shown.getString("does")).isEqualTo("WIDEN");
      assertThat(shown.getJsonArray("gains").encode()).contains("COMPANY");
      assertThat(shown.getJsonArray("closed").getJsonObject(0).getInteger("entries")).isEqualTo(1);
      assertThat(amina.post(W + "/audience", change(of, "EVERYONE", shown)).status())
          .isEqualTo(201);
      watching.soon(f -> f.encode().contains("audience.widened") && f.encode().contains(id));
      assertThat(dara.get(W + "/threads/" + id).json().getJsonArray("entries")).isEmpty();
      assertThat(dara.get(W + "/activity").text()).doesNotContain("first words of Our line");

      JsonObject release = preview(amina, "entry:" + entry, "EVERYONE");
      assertThat(dara.post(W + "/entries/" + entry + "/release", release).status()).isEqualTo(404);
      amina
          .post(
              W + "/entries/" + entry + "/release",
              new JsonObject().put("token", release.getString("token")))
          .id();
      watching.soon(f -> f.encode().contains("first words of Our line"));
    }
    // what was shown once is not done twice
    JsonObject stale = new JsonObject().put("token", "f".repeat(32));
    assertThat(amina.post(W + "/entries/" + entry + "/release", stale).status()).isEqualTo(409);
  }

  @Test
  void narrowingTakesItOffTheScreensOfThoseOutsideAndOfNobodyElse() throws Exception {
    String id = amina.post(W + "/lists/coalition/threads", thread("Slipped", "EVERYONE")).id();
    String other =
        amina.post(W + "/lists/coalition/threads", thread("Never theirs", "CIVIL_SOCIETY")).id();
    String of = "thread:" + id;
    try (Stream watching = dara.follow(W + "/events")) {
      String named = "NAMED(" + amina.get(W).json().getString("seat") + ")";
      amina
          .post(
              W + "/audience",
              change("thread:" + other, named, preview(amina, "thread:" + other, named)))
          .id();
      amina
          .post(W + "/audience", change(of, "CIVIL_SOCIETY", preview(amina, of, "CIVIL_SOCIETY")))
          .id();

      JsonObject frame = watching.soon(f -> f.containsKey("gone"));
      assertThat(frame.getJsonArray("gone"))
          .isEqualTo(new JsonArray().add(new JsonObject().put("kind", "thread").put("id", id)));
      assertThat(frame.getBoolean("reload")).isTrue();
      assertThat(watching.mentions(other)).isFalse();
    }
    assertThat(dara.get(W + "/threads/" + id).text())
        .isEqualTo(dara.get(W + "/threads/none").text());
    assertThat(dara.get(W + "/activity?limit=100").text()).doesNotContain(id);
    assertThat(amina.get(W + "/threads/" + id).json().getJsonArray("entries")).hasSize(1);
  }

  @Test
  void aLookIsNotedAndShowsNoMoreThanTheCompanySees() throws Exception {
    String company =
        dara.get(W).json().getJsonArray("seats").stream()
            .map(s -> (JsonObject) s)
            .filter(s -> s.getString("id").equals(dara.get(W).json().getString("seat")))
            .findFirst()
            .orElseThrow()
            .getString("organisation");
    String as = "?as=" + company;
    String ours = amina.post(W + "/lists/coalition/threads", thread("Ours", "CIVIL_SOCIETY")).id();
    String open = amina.post(W + "/lists/coalition/threads", thread("Open", "EVERYONE")).id();
    String theirs =
        dara.post(W + "/lists/coalition/threads", thread("Theirs", "COMPANY_ONLY(" + company + ")"))
            .id();

    assertThat(amina.get(W + as).status()).as("before it is noted").isEqualTo(403);
    assertThat(dara.post(W + "/looks", new JsonObject().put("company", company)).status())
        .isEqualTo(403);
    amina.post(W + "/looks", new JsonObject().put("company", company)).id();
    amina.post(W + "/looks", new JsonObject().put("company", company)).id();
    assertThat(count(dara.get(W + "/activity?limit=100").text(), "look.begun")).isEqualTo(1);

    assertThat(amina.get(W + as).json().getString("role")).isEqualTo("LIAISON");
    assertThat(amina.get(W + "/threads/" + open + as).text())
        .isEqualTo(dara.get(W + "/threads/" + open).text());
    String none = dara.get(W + "/threads/none").text();
    assertThat(amina.get(W + "/threads/" + ours + as).text()).isEqualTo(none);
    assertThat(amina.get(W + "/threads/" + theirs + as).text()).isEqualTo(none);
    assertThat(amina.get(W + "/lists/coalition/threads" + as + "&limit=100").text())
        .contains(open)
        .doesNotContain(ours)
        .doesNotContain(theirs);
    assertThat(amina.post(W + "/threads/" + open + "/entries" + as, words()).status())
        .isEqualTo(403);
    assertThat(amina.get(W + "/record" + as).status()).isEqualTo(403);
    assertThat(dara.get(W + as).status()).isEqualTo(403);

    try (Stream look = amina.follow(W + "/events" + as)) {
      amina.post(W + "/threads/" + ours + "/entries", words()).id();
      String last = amina.post(W + "/threads/" + open + "/entries", words()).id();
      look.soon(f -> f.encode().contains(last));
      assertThat(look.mentions(ours)).isFalse();
    }
  }

  private static JsonObject words() {
    return new JsonObject().put("text", "More words");
  }

  private static int count(String text, String word) {
    return text.split(java.util.regex.Pattern.quote(word), -1).length - 1;
  }
}
