package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over HTTP: what was said to those who were shown is not said to those who came since. */
@Tag("slow")
class ShownAudienceStoryTest extends OnDemo {
  private static final String[] CIVIL = {"Audience-Shown", "CIVIL_SOCIETY"};
  private static final String[] ALL = {"Audience-Shown", "EVERYONE"};

  private void widen(String of) {
    JsonObject shown = amina.get(W + "/audience/preview?of=" + of + "&to=EVERYONE").json();
    JsonObject change =
        new JsonObject().put("of", of).put("to", "EVERYONE").put("token", shown.getString("token"));
    assertThat(amina.post(W + "/audience", change).status()).isEqualTo(201);
  }

  private String made(String path, JsonObject what) {
    return amina.post(W + path, what.put("audience", "CIVIL_SOCIETY")).id();
  }

  @Test
  void nothingIsSaidAndItsAuthorHearsWhoWouldReadIt() {
    String issue = made("/trackers/COP/issues", new JsonObject().put("title", "Removal"));
    String action = made("/actions", new JsonObject().put("kind", "CALL").put("title", "Call"));
    String thread =
        made(
            "/lists/coalition/threads",
            new JsonObject().put("subject", "Our line").put("text", "Among us."));
    String submission =
        made("/actions", new JsonObject().put("kind", "SUBMISSION").put("title", "Memo"));
    List.of("issue:" + issue, "action:" + action, "action:" + submission, "thread:" + thread)
        .forEach(this::widen);
    JsonObject text = new JsonObject().put("text", "Between us.");
    Map<String, JsonObject> acts = new TreeMap<>();
    acts.put("/issues/" + issue + "/entries", text);
    acts.put("/threads/" + thread + "/entries", text);
    acts.put("/actions/" + action + "/entries", text);
    acts.put("/actions/" + action + "/minutes", text);
    acts.put("/actions/" + action + "/rsvp", new JsonObject().put("answer", "WILL"));
    acts.put("/actions/" + submission + "/replies", text.copy().put("on", "2026-06-01"));
    acts.put("/actions/" + action + "/commitments", new JsonObject().put("answer", "WILL"));
    acts.put("/issues/" + issue + "/closure", new JsonObject().put("note", "Settled."));
    String before = dara.get(W + "/issues/" + issue).text();

    acts.forEach((path, body) -> refused(amina.post(W + path, body, CIVIL)));
    refused(amina.patch(W + "/issues/" + issue, new JsonObject().put("description", "New"), CIVIL));
    refused(amina.patch(W + "/actions/" + action, new JsonObject().put("outcome", "New"), CIVIL));

    assertThat(dara.get(W + "/issues/" + issue).text()).isEqualTo(before);
    acts.forEach(
        (path, body) -> assertThat(amina.post(W + path, body, ALL).status()).isEqualTo(201));
  }

  private static void refused(Browser.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.json().getString("type")).isEqualTo("more-readers");
    assertThat(reply.json().getJsonObject("current").getString("audience")).isEqualTo("EVERYONE");
  }

  @Test
  void whoCannotReadItGetsTheSameBytesWithAndWithout() {
    String issue = made("/trackers/COP/issues", new JsonObject().put("title", "Hidden"));
    JsonObject text = new JsonObject().put("text", "Guess.");

    String hidden = dara.post(W + "/issues/" + issue + "/entries", text, ALL).text();

    assertThat(hidden).isEqualTo(dara.post(W + "/issues/nothing/entries", text, ALL).text());
    assertThat(hidden).isEqualTo(dara.post(W + "/issues/" + issue + "/entries", text).text());
  }

  @Test
  void whatIsNoAudienceIsNamed() {
    String issue = made("/trackers/COP/issues", new JsonObject().put("title", "Named"));

    Browser.Reply no =
        amina.post(
            W + "/issues/" + issue + "/entries",
            new JsonObject().put("text", "Hello."),
            "Audience-Shown",
            "ALL OF THEM");

    assertThat(no.status()).isEqualTo(400);
    assertThat(no.json().getString("field")).isEqualTo("audience");
  }
}
