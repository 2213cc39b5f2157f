package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be right is refused with the name of its field, and what stood before still stands.
 */
class BadInputTest extends OnDemo {
  private static final String ISSUES = W + "/trackers/COP/issues";
  private static final String ACTIONS = W + "/actions";
  private static final String THREADS = W + "/lists/coalition/threads";

  private static Arguments bad(String path, JsonObject body, String field, String words) {
    return Arguments.of(path, field, words, body);
  }

  private static JsonObject issue(String field, Object value) {
    return new JsonObject().put("title", "Removal").put(field, value);
  }

  private static JsonObject call(String field, Object value) {
    return new JsonObject()
        .put("kind", "CALL")
        .put("title", "Joint call")
        .put("audience", "EVERYONE")
        .put("zone", "Africa/Lagos")
        .put("startsAt", "2026-12-01T10:00:00Z")
        .put(field, value);
  }

  private static JsonObject post(String field, Object value) {
    return new JsonObject().put("subject", "Memo").put("text", "See below.").put(field, value);
  }

  static Stream<Arguments> wrongs() {
    JsonArray labels = new JsonArray(IntStream.range(0, 10_000).mapToObj(i -> "l" + i).toList());
    String long100 = "x".repeat(100_001);
    return Stream.of(
        bad(ISSUES, issue("due", "0000-01-01"), "due", "a year from 1970 to 2999"),
        bad(ISSUES, issue("due", "9999-12-31"), "due", "a year from 1970 to 2999"),
        bad(ISSUES, issue("due", "-0001-01-01"), "due", "form"),
        bad(ISSUES, issue("due", "2026-02-30"), "due", "does not exist in the calendar"),
        bad(
            ISSUES,
            issue("labels", labels),
            "labels",
            "has too many items: 10,000. The limit is 20."),
        bad(
            ISSUES,
            issue("description", long100),
            "description",
            "is too long: 100,001 characters. The limit is 100,000."),
        bad(ISSUES, issue("title", ""), "title", "a single line"),
        bad(ISSUES, issue("title", "a\u0000b"), "title", "a single line"),
        bad(
            ISSUES,
            issue("priority", "ASAP"),
            "priority",
            "Use one of these: URGENT, HIGH, NORMAL, LOW."),
        bad(ISSUES, issue("labels", 5), "labels", "must be a list, not a number."),
        bad(ISSUES, issue("prioriti", "LOW"), "prioriti", "is not a known name"),
        bad(ACTIONS, call("startsAt", "0000-01-01T00:00:00Z"), "startsAt", "1970 to 2999"),
        bad(ACTIONS, call("startsAt", "9999-12-31T23:59:59Z"), "startsAt", "1970 to 2999"),
        bad(ACTIONS, call("replyDue", "0000-12-31"), "replyDue", "1970 to 2999"),
        bad(ACTIONS, call("zone", "../../etc/passwd"), "zone", "time zone is not known"),
        bad(
            ACTIONS,
            call("endsAt", "2026-12-01T09:00:00Z"),
            "endsAt",
            "The end is before the start"),
        bad(THREADS, post("subject", "s".repeat(251)), "subject", "The limit is 250"),
        bad(THREADS, post("text", long100), "text", "The limit is 100,000"),
        bad(
            THREADS,
            post("audience", "WITH_COMPANY(nobody)"),
            "audience",
            "not in this workspace"));
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("wrongs")
  void isRefusedByNameAndChangesNothing(String path, String field, String words, JsonObject body) {
    int before = amina.get(path).json().getJsonArray("items").size();

    Browser.Reply reply = amina.post(path, body);

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().getString("field")).isEqualTo(field);
    assertThat(reply.json().getString("detail")).contains(words);
    assertThat(amina.get(path).json().getJsonArray("items")).hasSize(before);
  }

  @Test
  void fiveMegabytesAreTurnedAwayBeforeTheyAreRead() {
    Browser.Reply reply = amina.post(ISSUES, issue("description", "x".repeat(5_000_000)));
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.json().getString("detail")).contains("2,097,152 bytes", "Nothing was changed");
  }

  @Test
  void aBodyThatIsNoObjectIsToldSo() {
    Browser.Reply reply = amina.send("POST", ISSUES, "[1]", "Idempotency-Key", "no-object-1");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("detail"))
        .isEqualTo("The request body has the wrong type. It must be an object, not a list.");
  }

  @Test
  void aBodyThatIsNoJsonIsToldSo() {
    Browser.Reply reply =
        amina.send("POST", ISSUES, "{\"title\": ", "Idempotency-Key", "no-json-01");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("detail"))
        .isEqualTo("The request body is not a valid JSON object. Correct it and send it again.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"three", "\"\"", "\"a1\"", "W/\"1\"", "\"1\", \"2\"", "-1", "\"9999999999\""})
  void aVersionThatIsNoneDoesNotHaveOthersOverwritten(String version) {
    String id = amina.post(ISSUES, new JsonObject().put("title", "As it stands")).id();
    JsonObject edit = new JsonObject().put("title", "Over it");

    Browser.Reply reply = amina.patch(W + "/issues/" + id, edit, "If-Match", version);

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().getString("field")).isEqualTo("If-Match");
    assertThat(amina.get(W + "/issues/" + id).text()).contains("As it stands");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "1", "*"})
  void aVersionIsReadHoweverProgramsWriteIt(String version) {
    String id = amina.post(ISSUES, new JsonObject().put("title", "As it stands")).id();
    JsonObject edit = new JsonObject().put("title", "Edited in time");

    Browser.Reply reply = amina.patch(W + "/issues/" + id, edit, "If-Match", version);

    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void whatIsNestedWithoutEndIsRefused(String opening) {
    String deep = opening.repeat(150_000);

    Browser.Reply body =
        amina.send("POST", ISSUES, "{\"title\":" + deep, "Idempotency-Key", "nested-0001");
    assertThat(body.status()).as(body.text()).isEqualTo(400);

    JsonObject table = new JsonObject().put("format", "json").put("text", deep);
    Browser.Reply read = amina.post(W + "/trackers/COP/imports/preview", table);
    assertThat(read.status()).as(read.text()).isEqualTo(400);
    assertThat(read.json().getString("field")).isEqualTo("text");
  }

  @Test
  void aBodyThatIsNotSaidToBeJsonIsToldSo() {
    Browser.Reply reply =
        amina.send(
            "POST", ISSUES, "title=x", "Content-Type", "text/plain", "Idempotency-Key", "plain-01");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().getString("field")).isEqualTo("Content-Type");
    assertThat(reply.json().getString("detail")).contains("application/json");
  }

  @Test
  void theLongestFilterThereMayBeIsReadInAnyScript() {
    String longest = URLEncoder.encode("\u0645".repeat(1_000), StandardCharsets.UTF_8);
    assertThat(amina.get(ISSUES + "?q=" + longest).status()).isEqualTo(200);
    Browser.Reply reply = amina.get(ISSUES + "?q=" + longest + longest);
    assertThat(reply.json().getString("field")).isEqualTo("q");
  }

  @ParameterizedTest
  @CsvSource({
    "/trackers/COP/issues?stat=OPEN, stat, 'before, limit, q, state'",
    "/trackers/COP/issues?q=due&sort=due, sort, 'before, limit, q, state'",
    "/issues/nothing-here?lang=fr, lang, 'before, limit'",
    "/my-mail?zone=Africa%2FLagos, zone, 'spelling'",
    "/search?q=a&%0Afrom=x, ?from, 'before, limit, q'",
  })
  void whatTheContractDoesNotNameInTheQueryIsRefusedByName(String path, String name, String known) {
    Browser.Reply reply = amina.get(W + path);
    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().getString("field")).isEqualTo(name);
    assertThat(reply.json().getString("detail")).contains(name + " is not a known name.", known);
    assertThat(new Browser(base).get(W + path).text()).isEqualTo(reply.text());
    assertThat(amina.get(W + "/trackers/COP/issues?state=OPEN").status()).isEqualTo(200);
  }

  @Test
  void whyIsSaidInTheLanguageThatThePersonWhoAsksReads() {
    String body = issue("due", "2026-02-30").encode();
    String[] french = {"Accept-Language", "fr-CA,fr;q=0.9", "Idempotency-Key", "in-french-1"};
    Browser.Reply reply = amina.send("POST", ISSUES, body, french);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.header("content-language")).isEqualTo("fr");
    assertThat(reply.json().getString("title")).isEqualTo("Saisie non valide");
    assertThat(reply.json().getString("detail")).startsWith("Ce jour n’existe pas");
    assertThat(reply.json().getString("field")).isEqualTo("due");

    String five = issue("labels", 5).encode();
    String[] again = {"Accept-Language", "fr", "Idempotency-Key", "in-french-2"};
    assertThat(amina.send("POST", ISSUES, five, again).json().getString("detail"))
        .isEqualTo("labels n’a pas le bon type. Il faut une liste, et non un nombre.");

    Browser.Reply hidden = amina.send("GET", W + "/issues/none", null, "Accept-Language", "ar");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.json().getString("detail"))
        .isEqualTo("هذا العنصر غير موجود، أو لا يمكنك الاطلاع عليه.");
    assertThat(amina.get(W + "/issues/none").json().getString("detail"))
        .isEqualTo("This does not exist, or you cannot read it.");
  }

  @Test
  void nobodyAnswersOrPromisesForAnother() {
    String action = amina.post(ACTIONS, call("title", "Who comes")).json().getString("id");
    String seat = amina.get(W).json().getString("seat");
    Browser ngozi = as("ngozi@");

    Browser.Reply comes =
        ngozi.post(
            ACTIONS + "/" + action + "/rsvp",
            new JsonObject().put("answer", "WILL").put("seat", seat));
    Browser.Reply promises =
        ngozi.post(
            ACTIONS + "/" + action + "/commitments",
            new JsonObject().put("answer", "WILL").put("organisation", "lantern"));

    assertThat(comes.status()).isEqualTo(403);
    assertThat(comes.json().getString("detail")).contains("only answer for yourself");
    assertThat(comes.json().getString("field")).isEqualTo("seat");
    assertThat(promises.status()).isEqualTo(403);
    assertThat(promises.json().getString("field")).isEqualTo("organisation");
    assertThat(promises.json().getString("detail"))
        .contains("only answer for your own organisation");
    assertThat(amina.get(ACTIONS + "/" + action).text())
        .contains("Who comes")
        .doesNotContain("\"WILL\"");
  }
}
