package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A running server: what was posted to the wrong people is taken back within the minute. */
@Tag("slow")
class RecallStoryTest extends OnDemo {
  private static final Pattern LINK =
      Pattern.compile("http://localhost:\\d+/w/code-of-practice/recall/[a-z2-7]{26}");

  private static final Pattern ANSWER =
      Pattern.compile("\nReply-To: <?(code-of-practice\\+t\\.[a-z2-7]{26}@lists\\.example)>?\r\n");

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void whatWasPostedInTheBrowserIsTakenBackWhileTheOtherSideWatches() throws Exception {
    try (org.caucus.e2e.story.Stream watching = dara.follow(W + "/events")) {
      String id = amina.post(W + "/lists/coalition/threads", thread("Slipped out")).id();
      watching.soon(f -> f.encode().contains("Slipped out"));
      String entry = entryOf(amina, id);
      assertThat(dara.post(W + "/recall", of("entry:" + entry)).status()).isEqualTo(403);

      Browser.Reply done =
          amina.post(W + "/recall", of("entry:" + entry), "Idempotency-Key", "slip-back");
      assertThat(done.status()).as(done.text()).isEqualTo(201);
      assertThat(done.json().getJsonArray("received")).isNotNull();

      watching.soon(f -> f.containsKey("gone") && f.encode().contains(id));
      String none = dara.get(W + "/threads/none").text();
      assertThat(dara.get(W + "/threads/" + id).text()).isEqualTo(none);
      assertThat(dara.post(W + "/recall", of("entry:" + entry)).text())
          .isEqualTo(dara.post(W + "/recall", of("entry:none")).text());
      assertThat(amina.get(W + "/threads/" + id).json().getJsonArray("entries")).hasSize(1);
      assertThat(amina.post(W + "/recall", of("entry:" + entry)).status()).isEqualTo(409);
      assertThat(
              amina
                  .post(W + "/recall", of("entry:" + entry), "Idempotency-Key", "slip-back")
                  .status())
          .as("the same act, asked again on a weak line")
          .isEqualTo(201);
      assertThat(amina.get(W + "/audit").text()).contains("audience.narrowed");
    }
  }

  @Test
  void whoHoldsAMailedCopyIsNamedToItsAuthor() throws Exception {
    String id = amina.post(W + "/lists/coalition/threads", thread("Mailed already")).id();
    String dryRun = W + "/audience/preview?of=thread:" + id + "&to=NAMED(" + seat(amina) + ")";
    // the ledger is written when a parcel is done, a moment after its letters have left
    await()
        .atMost(Clocks.LONG)
        .until(() -> amina.get(dryRun).json().getJsonArray("received").encode().contains("Tobi"));

    JsonObject done = amina.post(W + "/recall", of("thread:" + id)).json();

    assertThat(done.getJsonArray("received").encode()).contains("Tobi");
  }

  @Test
  void theEchosLinkActsOnPostAloneAndOnce() throws Exception {
    mail("coalition", "Wrong list", "Message-ID: <wrong@savanna.example>\r\n");
    JsonObject thread = soon(dara, W + "/lists/coalition/threads?limit=100", "Wrong list");
    String path = W + "/threads/" + thread.getString("id");
    URI link = link(echo("wrong@savanna.example"));

    for (String method : List.of("GET", "HEAD", "OPTIONS", "GET")) {
      String page = call(method, link).body();
      assertThat(page).doesNotContain("Wrong list", "counted by hand", "Ngozi");
      assertThat(dara.get(path).status()).as("after " + method).isEqualTo(200);
    }
    assertThat(call("POST", link, "").body()).contains("<button");
    assertThat(dara.get(path).status()).as("after a form sent as it stands").isEqualTo(200);
    URI forged = URI.create(link.toString().replaceAll("[a-z2-7]{26}$", "a".repeat(26)));
    assertThat(call("POST", forged).statusCode()).isEqualTo(404);

    HttpResponse<String> done = call("POST", link);

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("Sending undone", "Only you can read it now");
    assertThat(dara.get(path).text()).isEqualTo(dara.get(W + "/threads/none").text());
    assertThat(call("POST", link).body()).contains("Sending undone");
    assertThat(call("GET", link).body()).contains("Sending undone").doesNotContain("<button");
    assertThat(done.headers().firstValue("referrer-policy")).contains("no-referrer");
  }

  @Test
  void anAnswerToTheEchoTakesItBackAndIsAnswered() throws Exception {
    mail("coalition", "Sent too soon", "Message-ID: <soon@savanna.example>\r\n");
    JsonObject thread = soon(dara, W + "/lists/coalition/threads?limit=100", "Sent too soon");
    String path = W + "/threads/" + thread.getString("id");
    String to = answerAddress(echo("soon@savanna.example"));

    String from = "ngozi@savanna.example";
    String quoted = "\r\n\r\nOn Monday the echo said:\r\n> take it back by answering\r\n";
    String letter = "From: " + from + "\r\nTo: " + to + "\r\nSubject: Re: Posted\r\n\r\n";
    assertThat(MailClient.send(smtp(), from, to, (letter + "Recall" + quoted).getBytes(US_ASCII)))
        .startsWith("250");

    String none = dara.get(W + "/threads/none").text();
    await()
        .atMost(Clocks.LONG)
        .until(() -> dara.get(path).text().replace(path, "").equals(none.replace(path, "")));
    String answer =
        await()
            .atMost(Clocks.LONG)
            .until(
                () -> letters().filter(l -> l.contains("Subject: Sending undone")).findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(answer)
        .contains("To: ", from, "Auto-Submitted: auto-replied", "In-Reply-To: <soon@")
        .doesNotContain("Sent too soon", "counted by hand", "\nReply-To:");
  }

  private static String answerAddress(String echo) {
    Matcher found = ANSWER.matcher(echo);
    assertThat(found.find()).as(echo).isTrue();
    return found.group(1);
  }

  private static JsonObject thread(String subject) {
    return new JsonObject().put("subject", subject).put("text", "The first words of " + subject);
  }

  private static JsonObject of(String thing) {
    return new JsonObject().put("of", thing);
  }

  private static String entryOf(Browser who, String thread) {
    return who.get(W + "/threads/" + thread)
        .json()
        .getJsonArray("entries")
        .getJsonObject(0)
        .getString("id");
  }

  private HttpResponse<String> call(String method, URI link) throws Exception {
    return call(method, link, method.equals("POST") ? "recall=yes" : "");
  }

  private HttpResponse<String> call(String method, URI link, String form) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(link).method(method, HttpRequest.BodyPublishers.ofString(form));
    if (method.equals("POST")) {
      request.header("content-type", "application/x-www-form-urlencoded");
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI link(String echo) {
    Matcher found = LINK.matcher(echo.replace("=\r\n", "").replace("=3D", "="));
    assertThat(found.find()).as(echo).isTrue();
    return URI.create(found.group());
  }

  private static String echo(String answered) {
    return await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                letters()
                    .filter(l -> l.contains("In-Reply-To: <" + answered))
                    .findFirst()
                    .filter(l -> l.contains("Posted: who can read")),
            Optional::isPresent)
        .orElseThrow();
  }

  private static String seat(Browser who) {
    return who.get(W).json().getString("seat");
  }

  private static Stream<String> letters() throws IOException {
    return sent().stream().map(Sent::text);
  }
}
