package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Polls over HTTP: all operations, both sides, and what is hidden until the end. */
@Tag("slow")
class PollStoryTest extends OnDemo {
  private static final String POLLS = W + "/polls";

  private Browser ngozi() {
    return as("ngozi@");
  }

  private static JsonObject question(String kind, String title, String... options) {
    JsonArray all = new JsonArray();
    List.of(options).forEach(o -> all.add(new JsonObject().put("text", o)));
    return new JsonObject()
        .put("kind", kind)
        .put("title", title)
        .put("options", all)
        .put("closes", Instant.now().plus(Duration.ofDays(5)).toString());
  }

  private String opened(JsonObject question, String audience) {
    return amina.post(POLLS, question.put("audience", audience)).id();
  }

  private static JsonObject poll(Browser who, String id) {
    return who.get(POLLS + "/" + id).json();
  }

  private static Browser.Reply answer(Browser who, String id, JsonObject ballot) {
    return who.post(POLLS + "/" + id + "/ballots", ballot);
  }

  private static JsonObject stance(String stance, String reason) {
    return new JsonObject().put("stance", stance).put("reason", reason);
  }

  private static Browser.Reply act(Browser who, String id, String what, JsonObject body) {
    return who.post(POLLS + "/" + id + "/" + what, body, new String[0]);
  }

  private static Browser.Reply close(Browser who, String id) {
    return who.send("POST", POLLS + "/" + id + "/closing", null);
  }

  private static int errors(Browser.Reply reply) {
    return reply.status();
  }

  @Test
  void consentGoesFromTheQuestionToTheReview() {
    Browser ngozi = ngozi();
    String id = opened(question("CONSENT", "Do we sign it?"), "CIVIL_SOCIETY");
    assertThat(amina.get(POLLS + "?state=OPEN").text()).contains(id);
    assertThat(answer(ngozi, id, stance("OBJECT", " ")).json().getString("field"))
        .isEqualTo("reason");
    assertThat(answer(ngozi, id, stance("AGREE", "")).status()).isEqualTo(201);
    String objection = answer(ngozi, id, stance("OBJECT", "=1+1")).id();
    answer(amina, id, stance("AGREE_WITH_CONCERN", "@SUM(A1)"));

    JsonObject open = poll(amina, id);
    JsonObject consent = open.getJsonObject("poll").getJsonObject("tally").getJsonObject("consent");
    assertThat(consent.getInteger("openObjections")).isEqualTo(1);
    assertThat(open.getJsonArray("ballots")).hasSize(2);
    assertThat(act(ngozi, id, "outcome", new JsonObject().put("outcome", "Yes")).status())
        .isEqualTo(403);
    String resolution = "ballots/" + objection + "/resolution";
    Browser.Reply others = act(amina, id, resolution, new JsonObject());
    assertThat(others.status()).as(others.text()).isEqualTo(403);
    assertThat(act(ngozi, id, resolution, new JsonObject().put("note", "Met.")).status())
        .isEqualTo(200);
    assertThat(close(ngozi, id).status()).isEqualTo(403);
    assertThat(close(amina, id).status()).isEqualTo(200);
    assertThat(close(amina, id).status()).isEqualTo(409);
    assertThat(answer(ngozi, id, stance("OBJECT", "Late")).status()).isEqualTo(409);

    String receipt = poll(ngozi, id).getJsonObject("mine").getString("receipt");
    JsonObject found = act(amina, id, "receipts", new JsonObject().put("receipt", receipt)).json();
    assertThat(found.getBoolean("found")).isTrue();
    assertThat(found.getBoolean("stands")).isTrue();
    assertThat(found.getJsonObject("ballot").getString("id")).isEqualTo(objection);
    JsonObject no = new JsonObject().put("receipt", "0".repeat(32));
    assertThat(act(amina, id, "receipts", no).json().getBoolean("found")).isFalse();

    Browser.Reply csv = amina.get(POLLS + "/" + id + "/export");
    assertThat(csv.header("content-type")).startsWith("text/csv");
    assertThat(csv.text()).contains("\"'=1+1\"", "\"'@SUM(A1)\"", receipt);
    assertThat(amina.get(POLLS + "/" + id + "/export?format=blt").status()).isEqualTo(400);
    assertThat(amina.get(W + "/audit").text()).contains("POLL");

    String soon = now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(30).toString();
    JsonObject yes = new JsonObject().put("outcome", "We sign.").put("reviewOn", soon);
    assertThat(act(amina, id, "outcome", new JsonObject().put("outcome", " \n ")).status())
        .isEqualTo(400);
    assertThat(act(amina, id, "outcome", yes).status()).isEqualTo(200);
    assertThat(act(amina, id, "outcome", yes).status()).isEqualTo(409);
    assertThat(act(amina, id, "reviews", new JsonObject().put("text", " ")).status())
        .isEqualTo(400);
    assertThat(act(amina, id, "reviews", new JsonObject().put("text", "It held.")).status())
        .isEqualTo(200);
    assertThat(poll(ngozi, id).getJsonObject("poll").getString("state")).isEqualTo("REVIEWED");
  }

  /** Each operation as the other side and, of what changes something, as somebody who observes. */
  @Test
  void theOtherSideFindsNothingAndObserversOnlyRead() {
    String id = opened(question("CONSENT", "Among us?"), "CIVIL_SOCIETY");
    String ballot = answer(amina, id, stance("OBJECT", "No")).id();
    Browser samuel = as("samuel@");
    JsonObject day =
        new JsonObject().put("closes", Instant.now().plus(Duration.ofDays(9)).toString());
    for (Browser who : List.of(dara, samuel)) {
      int no = who == dara ? 404 : 403;
      assertThat(
              List.of(
                  answer(who, id, stance("AGREE", "")),
                  act(who, id, "ballots/" + ballot + "/resolution", new JsonObject()),
                  act(who, id, "extension", day),
                  close(who, id),
                  act(who, id, "outcome", new JsonObject().put("outcome", "x")),
                  act(who, id, "reviews", new JsonObject().put("text", "x"))))
          .extracting(PollStoryTest::errors)
          .containsOnly(no);
    }
    JsonObject some = new JsonObject().put("receipt", "0".repeat(32));
    assertThat(act(dara, id, "receipts", some).status()).isEqualTo(404);
    assertThat(dara.get(POLLS + "/" + id).text()).isEqualTo(dara.get(POLLS + "/x").text());
    assertThat(dara.get(POLLS + "/" + id + "/export").status()).isEqualTo(404);
    assertThat(dara.get(POLLS).text()).doesNotContain(id, "Among us?");
    assertThat(samuel.get(POLLS + "/" + id).status()).isEqualTo(200);
    assertThat(samuel.post(POLLS, question("CONSENT", "May I?")).status()).isEqualTo(403);
  }

  @Test
  void aTimeThatIsChosenBecomesAnAction() {
    Browser ngozi = ngozi();
    Instant first = Instant.parse("2027-03-01T10:00:00Z");
    JsonObject question = question("TIME", "When do we meet?");
    JsonArray times = question.getJsonArray("options");
    times.add(new JsonObject().put("startsAt", first.toString()));
    times.add(new JsonObject().put("startsAt", first.plus(Duration.ofDays(1)).toString()));
    String id = opened(question, "CIVIL_SOCIETY");
    JsonArray suits =
        new JsonArray()
            .add(new JsonObject().put("option", "1").put("suits", "NO"))
            .add(new JsonObject().put("option", "2").put("suits", "YES"));
    assertThat(answer(ngozi, id, new JsonObject().put("times", suits)).status()).isEqualTo(201);
    JsonObject later =
        new JsonObject().put("closes", Instant.now().plus(Duration.ofDays(8)).toString());
    assertThat(act(amina, id, "extension", later).status()).isEqualTo(200);
    assertThat(close(amina, id).status()).isEqualTo(200);
    JsonObject outcome = new JsonObject().put("outcome", "Tuesday").put("action", new JsonObject());
    assertThat(act(amina, id, "outcome", outcome).json().getString("field")).isEqualTo("option");
    assertThat(act(amina, id, "outcome", outcome.put("option", "2")).status()).isEqualTo(200);

    String action =
        poll(ngozi, id).getJsonObject("poll").getJsonObject("outcome").getString("action");
    assertThat(ngozi.get(W + "/actions/" + action).text())
        .contains("When do we meet?", "2027-03-02T10:00");
    assertThat(dara.get(W + "/actions/" + action).status()).isEqualTo(404);
  }

  @Test
  void ranksAreTakenAwayAsATableAndForProgramsOfElections() {
    String id = opened(question("RANKED", "Where?", "=Abuja", "La\"gos", "Kano"), "EVERYONE");
    JsonObject ballot = new JsonObject().put("ranking", new JsonArray().add("C").add("A"));
    answer(ngozi(), id, ballot);
    assertThat(answer(amina, id, new JsonObject().put("choice", "A")).status()).isEqualTo(201);
    assertThat(answer(amina, id, stance("AGREE", "")).status()).isEqualTo(400);

    assertThat(amina.get(POLLS + "/" + id + "/export?format=blt").text())
        .isEqualTo("3 1\n1 3 1 0\n1 1 0\n0\n\"=Abuja\"\n\"La gos\"\n\"Kano\"\n\"Where?\"\n");
    assertThat(amina.get(POLLS + "/" + id + "/export").text()).contains("\"A\",\"B\",\"C\"");
  }

  /** Not by an answer, its size, position or head, nor by the stream, bell, search or activity. */
  @Test
  void whatIsHiddenUntilTheEndShowsNowhere() throws Exception {
    Browser ngozi = ngozi();
    JsonObject question = question("CONSENT", "Is it secret?").put("shown", "AT_CLOSE");
    String id = opened(question, "EVERYONE");
    List<String> places =
        List.of(
            "/polls",
            "/polls/" + id,
            "",
            "/activity",
            "/inbox",
            "/search?q=marzipan",
            "/polls/" + id + "/export");
    try (Stream stream = amina.follow(W + "/events");
        Stream dark = dara.follow(W + "/events")) {
      await().atMost(Clocks.LONG).until(() -> settled(amina) && settled(dara));
      List<String> before = seen(amina, places);
      List<String> others = seen(dara, places);
      int bells = stream.bells();

      String ballot = answer(ngozi, id, stance("OBJECT", "marzipan")).id();
      answer(ngozi, id, stance("OBJECT", "marzipan again"));
      String receipt = poll(ngozi, id).getJsonObject("mine").getString("receipt");
      assertThat(poll(ngozi, id).getJsonObject("poll").containsKey("answered")).isFalse();

      assertThat(seen(amina, places)).isEqualTo(before);
      assertThat(seen(dara, places)).isEqualTo(others);
      JsonObject its = new JsonObject().put("receipt", receipt);
      assertThat(act(amina, id, "receipts", its).json().getBoolean("found")).isFalse();
      String there = "ballots/" + ballot + "/resolution";
      assertThat(act(amina, id, there, new JsonObject()).text())
          .isEqualTo(act(amina, id, "ballots/x/resolution", new JsonObject()).text());
      String call = call("After it");
      stream.soon(Stream.put("actions", call));
      dark.soon(Stream.put("actions", call));
      for (Stream one : List.of(stream, dark)) {
        assertThat(one.mentions("marzipan") || one.mentions(ballot)).isFalse();
        assertThat(one.frames()).noneMatch(f -> f.encode().contains("poll.answered"));
      }
      assertThat(stream.bells()).isEqualTo(bells);
    }
    assertThat(close(amina, id).status()).isEqualTo(200);
    assertThat(poll(amina, id).getJsonArray("ballots").encode()).contains("marzipan again");
    assertThat(poll(dara, id).getJsonArray("ballots").encode()).contains("marzipan again");
  }

  private static boolean settled(Browser who) {
    return who.get(W).status() == 200;
  }

  /** What comes back, with the heads by which a browser compares it. */
  private static List<String> seen(Browser who, List<String> places) {
    return places.stream()
        .map(place -> who.get(W + place))
        .map(r -> r.status() + r.header("etag") + r.header("content-length") + r.text())
        .toList();
  }
}
