package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Issues with all their fields, found by filters and related to each other, over HTTP. */
@Tag("slow")
class TrackersTest extends OnDemo {
  private static final String ISSUES = W + "/trackers/COP/issues";

  private static JsonObject titled(String title) {
    return new JsonObject().put("title", title);
  }

  private JsonObject read(Browser who, String id) {
    return who.get(W + "/issues/" + id).json().getJsonObject("issue");
  }

  private static Browser.Reply find(Browser who, String filter) {
    return who.get(ISSUES + "?q=" + URLEncoder.encode(filter, UTF_8));
  }

  private static List<String> titles(Browser.Reply page) {
    return page.json().getJsonArray("items").stream()
        .map(i -> ((JsonObject) i).getString("title"))
        .toList();
  }

  @Test
  void anIssueComesBackWithEverythingThatWasSaidOfIt() {
    JsonObject reference =
        new JsonObject()
            .put("document", "Code of Practice, draft of June")
            .put("part", "Part I")
            .put("number", "3(b)")
            .put("quote", "within 24 hours of a notice");
    JsonObject line = new JsonObject().put("text", "Ask the small platforms").put("done", true);
    JsonObject body =
        titled("All fields")
            .put("type", "PROVISION_CONCERN")
            .put("priority", "HIGH")
            .put("labels", new JsonArray().add("takedown").add("Small platforms"))
            .put("reference", reference)
            .put("checklist", new JsonArray().add(line))
            .put("due", "2026-12-01");
    String id = amina.post(ISSUES, body).id();

    JsonObject issue = read(amina, id);
    body.forEach(field -> assertThat(issue.getValue(field.getKey())).isEqualTo(field.getValue()));

    amina.patch(W + "/issues/" + id, new JsonObject().put("priority", "LOW"), "If-Match", "\"1\"");
    amina.patch(W + "/issues/" + id, new JsonObject().putNull("reference"));
    JsonObject after = read(amina, id);
    assertThat(after.getString("priority")).isEqualTo("LOW");
    assertThat(after.containsKey("reference")).isFalse();
    assertThat(after.getJsonArray("labels")).hasSize(2);
    assertThat(after.getInteger("version")).isEqualTo(3);
  }

  @Test
  void aFilterFindsWhatItSaysAndAWrongOneNamesItsTerm() {
    amina.post(
        ISSUES,
        titled("Bonds").put("labels", new JsonArray().add("licensing")).put("priority", "URGENT"));
    amina.post(ISSUES, titled("Fees").put("labels", new JsonArray().add("Licensing")));

    assertThat(titles(find(amina, "label:licensing"))).containsExactly("Bonds", "Fees");
    assertThat(titles(find(amina, "label:licensing -priority:urgent"))).containsExactly("Fees");
    assertThat(titles(find(dara, "label:licensing fees is:open"))).containsExactly("Fees");
    assertThat(titles(find(amina, "label:\"licensing\" \"fees\""))).containsExactly("Fees");
    assertThat(titles(find(amina, "\"fees\" \\"))).isEmpty();
    Browser.Reply wrong = find(amina, "is:open lable:licensing");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.json().getString("field")).isEqualTo("q");
    assertThat(wrong.json().getString("detail"))
        .startsWith("\"lable:licensing\" is not understood");
    assertThat(find(amina, "x".repeat(1_001)).status()).isEqualTo(400);
  }

  @Test
  void aFilterFindsNothingThatCannotBeRead() {
    String secret = "zq" + System.nanoTime();
    amina.post(ISSUES, titled(secret).put("audience", "CIVIL_SOCIETY"));

    assertThat(titles(find(amina, secret))).containsExactly(secret);
    assertThat(find(dara, secret).json().getJsonArray("items")).isEmpty();
  }

  @Test
  void whatIsOverALimitIsRefusedAndNamed() {
    JsonArray labels = new JsonArray(IntStream.range(0, 10_000).mapToObj(i -> "l" + i).toList());
    Browser.Reply many = amina.post(ISSUES, titled("x").put("labels", labels));
    assertThat(many.status()).isEqualTo(400);
    assertThat(many.text()).contains("labels");
    Browser.Reply year = amina.post(ISSUES, titled("x").put("due", "0000-01-01"));
    assertThat(year.status()).isEqualTo(400);
    assertThat(year.json().getString("field")).isEqualTo("due");
    assertThat(find(amina, "\"x\" label:l1").text()).contains("\"items\":[]");
  }

  @Test
  void whoFollowsAnIssueIsAmongItsFollowersAndItsVersionStays() {
    String id = amina.post(ISSUES, titled("Followed")).id();

    assertThat(dara.post(W + "/issues/" + id + "/following", new JsonObject()).status())
        .isEqualTo(201);

    JsonObject issue = read(amina, id);
    assertThat(issue.getJsonArray("watchers")).hasSize(1);
    assertThat(issue.getInteger("version")).isEqualTo(1);
    assertThat(dara.send("DELETE", W + "/issues/" + id + "/following", null).status())
        .isEqualTo(200);
    assertThat(read(dara, id).getJsonArray("watchers")).isEmpty();
  }

  @Test
  void aRelationToWhatSomebodyCannotReadIsNotThereForThem() {
    String open = amina.post(ISSUES, titled("Open to all")).id();
    String closed = amina.post(ISSUES, titled("Ours").put("audience", "CIVIL_SOCIETY")).id();
    JsonObject to = new JsonObject().put("kind", "issue").put("id", closed);
    String before = dara.get(W + "/issues/" + open).text();
    JsonObject relation = new JsonObject().put("kind", "BLOCKS").put("to", to);

    assertThat(amina.post(W + "/issues/" + open + "/relations", relation).status()).isEqualTo(201);

    JsonArray hers = amina.get(W + "/issues/" + open).json().getJsonArray("relations");
    assertThat(hers.getJsonObject(0).getString("title")).isEqualTo("Ours");
    JsonArray back = amina.get(W + "/issues/" + closed).json().getJsonArray("relations");
    assertThat(back.getJsonObject(0).getBoolean("from")).isFalse();
    assertThat(dara.get(W + "/issues/" + open).text()).isEqualTo(before);
  }

  @Test
  void aTrackerHasNamesAndFieldsOfItsOwn() {
    amina.post(
        W + "/trackers",
        new JsonObject()
            .put("key", "LAW")
            .put("name", "Law")
            .put("audience", "EVERYONE")
            .put("usual", "EVERYONE"));
    JsonObject field =
        new JsonObject()
            .put("id", "court")
            .put("name", "Court")
            .put("kind", "CHOICE")
            .put("choices", new JsonArray().add("High Court").add("Appeal"));
    JsonObject arrangement =
        new JsonObject()
            .put("first", "TRIAGE")
            .put("names", new JsonObject().put("WAITING", "With the court"))
            .put("fields", new JsonArray().add(field));
    Browser.Reply done = amina.post(W + "/trackers/LAW/arrangement", arrangement);
    assertThat(done.status()).as(done.text()).isEqualTo(201);

    String issues = W + "/trackers/LAW/issues";
    JsonObject wrong = titled("Case").put("fields", new JsonObject().put("court", "Supreme"));
    Browser.Reply refused = amina.post(issues, wrong);
    assertThat(refused.json().getString("field")).isEqualTo("fields.court");
    JsonObject right = titled("Case").put("fields", new JsonObject().put("court", "Appeal"));
    JsonObject issue = read(amina, amina.post(issues, right).id());
    assertThat(issue.getString("state")).isEqualTo("TRIAGE");
    assertThat(issue.getJsonObject("fields").getString("court")).isEqualTo("Appeal");
    assertThat(dara.post(W + "/trackers/LAW/arrangement", arrangement).status()).isEqualTo(403);
  }
}
