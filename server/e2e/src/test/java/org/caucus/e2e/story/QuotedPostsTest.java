package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The warning before words that fewer people can read are said to more, over HTTP. */
@Tag("slow")
class QuotedPostsTest extends OnDemo {
  private static final String LINE =
      "We will not sign anything that makes a company the judge of what a journalist may publish,"
          + " and we say so at the press conference whatever the agency offers us before.";

  private static final String CIVIL = W + "/lists/civil/threads";
  private static final String COALITION = W + "/lists/coalition/threads";

  private static JsonObject thread(String subject, String text) {
    return new JsonObject().put("subject", subject).put("text", text);
  }

  @Test
  void theAuthorIsWarnedAndMaySendItKnowingly() {
    amina.post(CIVIL, thread("Our line", LINE)).id();
    JsonObject quoting = thread("Where we stand", "As some of us said:\n\n> " + LINE);

    Browser.Reply warned = amina.post(COALITION, quoting, "Idempotency-Key", "warned-once");
    assertThat(warned.status()).isEqualTo(409);
    assertThat(warned.header("content-type")).isEqualTo("application/problem+json");
    assertThat(warned.json().getString("type")).isEqualTo("quotes-narrower");
    assertThat(warned.json().getInteger("people")).isPositive();
    assertThat(warned.json().getString("detail"))
        .startsWith("Your quote comes from a message that " + warned.json().getInteger("people"));
    assertThat(warned.json().getJsonArray("organisations")).isNotEmpty();
    assertThat(titled(amina.get(COALITION), "Where we stand")).isEmpty();

    amina.post(CIVIL, quoting).id();
    amina.post(COALITION, quoting.copy().put("audience", "CIVIL_SOCIETY")).id();
    amina.post(COALITION, quoting.copy().put("quoting", true).put("subject", "Knowingly")).id();
    assertThat(titled(dara.get(COALITION), "Knowingly")).isPresent();
  }

  @Test
  void everyOperationThatSaysSomethingWarns() {
    String own = LINE.replace("journalist", "blogger").replace("agency", "ministry");
    amina.post(CIVIL, thread("Another line", own)).id();
    String open = amina.post(COALITION, thread("Open matter", "Hello.")).id();
    String issue =
        amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", "Judging")).id();
    String action =
        amina.post(W + "/actions", new JsonObject().put("kind", "CALL").put("title", "Call")).id();
    JsonObject text = new JsonObject().put("text", own);
    JsonObject described = new JsonObject().put("description", own);
    String file = uploaded("line.txt", own);
    JsonObject enclosing = thread("See the file", "Enclosed.").put("attachments", List.of(file));
    JsonObject list = new JsonObject().put("slug", "lines").put("name", "Lines");
    for (Browser.Reply reply :
        List.of(
            amina.post(COALITION, enclosing),
            amina.post(W + "/lists", list.put("audience", "EVERYONE").put("description", own)),
            amina.post(W + "/threads/" + open + "/entries", text),
            amina.post(W + "/issues/" + issue + "/entries", text),
            amina.post(W + "/issues/" + issue + "/closure", new JsonObject().put("note", own)),
            amina.patch(W + "/issues/" + issue, described),
            amina.post(W + "/trackers/COP/issues", described.copy().put("title", "Judging")),
            amina.post(W + "/actions/" + action + "/entries", text),
            amina.patch(W + "/actions/" + action, new JsonObject().put("outcome", own)),
            amina.post(
                W + "/actions", described.copy().put("kind", "CALL").put("title", "Call")))) {
      assertThat(reply.status()).as(reply.text()).isEqualTo(409);
      assertThat(reply.json().getString("type")).isEqualTo("quotes-narrower");
    }
  }

  private String uploaded(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    JsonObject announced = new JsonObject().put("name", name).put("size", bytes.length);
    String id = amina.post(W + "/uploads", announced).json().getString("id");
    assertThat(amina.put(W + "/uploads/" + id + "/pieces/0", bytes).status()).isEqualTo(200);
    return id;
  }

  @Test
  void whatAFileSaidToFewerIsKnownInAPostToMore() {
    String own = LINE.replace("journalist", "printer").replace("agency", "bureau");
    String file = uploaded("line.md", own);
    amina.post(CIVIL, thread("A file", "Enclosed.").put("attachments", List.of(file))).id();

    Browser.Reply warned = amina.post(COALITION, thread("From the file", "> " + own));

    assertThat(warned.status()).as(warned.text()).isEqualTo(409);
    assertThat(warned.json().getString("type")).isEqualTo("quotes-narrower");
  }

  @Test
  void wordsSaidInManyHiddenThreadsAreAskedAboutStill() {
    String own = LINE.replace("journalist", "poet").replace("agency", "council");
    for (String subject : List.of("One line", "Two lines", "Three lines", "Four lines")) {
      amina.post(CIVIL, thread(subject, own)).id();
    }

    Browser.Reply warned = amina.post(COALITION, thread("All lines", "> " + own));

    assertThat(warned.status()).as(warned.text()).isEqualTo(409);
  }

  @Test
  void anIssueWhoseAuthorDoesNotSayIsHeldAgainstThoseWhomItReaches() {
    String own = LINE.replace("journalist", "columnist").replace("agency", "commission");
    amina.post(CIVIL, thread("A line for us", own)).id();
    JsonObject tracker =
        new JsonObject().put("key", "UQ").put("name", "Usually ours").put("audience", "EVERYONE");
    amina.post(W + "/trackers", tracker.put("usual", "CIVIL_SOCIETY")).id();
    String issues = W + "/trackers/UQ/issues";
    JsonObject quoting = new JsonObject().put("title", "Judging").put("description", own);

    Browser.Reply wide = amina.post(issues, quoting.copy().put("audience", "EVERYONE"));

    assertThat(wide.status()).isEqualTo(409);
    assertThat(wide.json().getString("type")).isEqualTo("quotes-narrower");
    amina.post(issues, quoting).id();
    assertThat(dara.get(issues).text()).doesNotContain("Judging");
  }

  @Test
  void whatOpensLaterIsHeldAgainstThoseToWhomItOpensAndSoIsAReplyOfAnAgency() {
    String own = LINE.replace("journalist", "reporter").replace("agency", "regulator");
    amina.post(CIVIL, thread("A line kept", own)).id();
    String seat = amina.get(W).json().getString("seat");
    JsonObject secret =
        new JsonObject()
            .put("kind", "CALL")
            .put("title", "Later")
            .put("description", own)
            .put("audience", "NAMED(" + seat + ")")
            .put("embargo", new JsonObject().put("until", inAnHour()).put("to", "EVERYONE"));
    String memo =
        amina
            .post(W + "/actions", new JsonObject().put("kind", "SUBMISSION").put("title", "Memo"))
            .id();
    JsonObject answer = new JsonObject().put("on", "2026-01-05").put("text", own);

    Browser.Reply opens = amina.post(W + "/actions", secret);
    Browser.Reply answered = amina.post(W + "/actions/" + memo + "/replies", answer);

    assertThat(opens.json().getString("type")).as(opens.text()).isEqualTo("quotes-narrower");
    assertThat(answered.json().getString("type")).as(answered.text()).isEqualTo("quotes-narrower");
    amina.post(W + "/actions/" + memo + "/replies", answer.put("quoting", true)).id();
  }

  private static String inAnHour() {
    return Instant.now().plus(Duration.ofHours(1)).toString();
  }

  @Test
  void whatWasSaidOffRecordIsNotCarriedFurtherBeItKnowingly() {
    String words =
        "We would rather leave the market than hand over the names of people who report abuse,"
            + " and our board has said so twice to the ministry behind closed doors.";
    JsonObject update =
        new JsonObject().put("title", "Between us").put("body", words).put("audience", company());
    dara.post(W + "/updates", update.put("attribution", "OFF_RECORD")).id();
    JsonObject quoting = thread("What one of them says", "Listen:\n\n> " + words);

    Browser.Reply refused = amina.post(COALITION, quoting.copy().put("quoting", true));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("type")).isEqualTo("quotes-off-record");
    assertThat(titled(amina.get(COALITION), "What one of them says")).isEmpty();
    // among those to whom it was said it may be quoted
    amina.post(CIVIL, quoting).id();
  }

  private String company() {
    String seat = dara.get(W).json().getString("seat");
    return dara.get(W).json().getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(s -> s.getString("id").equals(seat))
        .map(s -> "WITH_COMPANY(" + s.getString("organisation") + ")")
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoCannotReadTheSourceIsToldNothing() {
    String hidden = LINE.replace("journalist", "newspaper");
    amina.post(CIVIL, thread("Hidden line", hidden)).id();
    dara.post(COALITION, thread("A guess", hidden)).id();
  }
}
