package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.coalition.moderation.Hold;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.RawLetter;

/**
 * A test that writes to a running demo by mail, over a real SMTP connection each; what was said
 * lies in {@code target/transcripts}.
 */
abstract class ByMail extends OnDemo {
  static final String NGOZI = "ngozi@savanna.example";

  private static final Pattern ANSWER = Pattern.compile("[\\w.+-]+\\+r\\.[\\w]+@lists\\.example");
  private static final Path TRANSCRIPTS = Path.of("target", "transcripts");

  void say(String what, String from, String to, String subject, String text) throws IOException {
    say(what, from, to, subject, "text/plain; charset=utf-8", text);
  }

  void say(String what, String from, String to, String subject, String type, String text)
      throws IOException {
    String name = URLEncoder.encode(what, UTF_8).replaceAll("[^A-Za-z0-9]+", "-");
    String letter =
        "From: "
            + from
            + "\r\nTo: "
            + to
            + "\r\nSubject: "
            + subject
            + "\r\nMessage-ID: <"
            + name
            + ".verbs@"
            + from.substring(from.indexOf('@') + 1)
            + ">\r\nMIME-Version: 1.0\r\nContent-Type: "
            + type
            + "\r\n\r\n"
            + text.replace("\n", "\r\n")
            + "\r\n";
    try (MailClient client = new MailClient(smtp())) {
      String answer = client.send(from, to, letter.getBytes(UTF_8));
      Files.createDirectories(TRANSCRIPTS);
      Files.writeString(TRANSCRIPTS.resolve(name + ".txt"), client.transcript());
      assertThat(answer).as(name).startsWith("250");
    }
  }

  /** What is told to its author alone at first, and done a minute later. */
  void acts(String what, String from, String to, String subject, String text) throws IOException {
    say(what, from, to, subject, text);
    soon(from, "| Subject: " + subject);
    pass(Hold.ANNOUNCED.plusSeconds(1));
  }

  String address(String kind) {
    return amina.get(W).json().getJsonArray(kind).stream()
        .map(JsonObject.class::cast)
        .filter(t -> t.encode().contains("\"COP\""))
        .map(t -> t.getString("address"))
        .findFirst()
        .orElseThrow();
  }

  Optional<JsonObject> issue(String title) {
    return amina.get(W + "/trackers/COP/issues?limit=100").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(i -> i.getString("title").equals(title))
        .findFirst();
  }

  JsonObject opened(String title) {
    return await().atMost(Clocks.LONG).until(() -> issue(title), Optional::isPresent).orElseThrow();
  }

  static List<RawLetter> mailed(String to) throws IOException {
    return mailedTo(to).map(Sent::letter).toList();
  }

  private static Stream<Sent> mailedTo(String to) throws IOException {
    return sent().stream().filter(l -> addressed(l.letter()).contains(to));
  }

  private static String addressed(RawLetter letter) {
    return letter.value("To").orElse("") + letter.value("Delivered-To").orElse("");
  }

  static RawLetter soon(String to, String words) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> mailedTo(to).filter(l -> says(l, words)).findFirst(), Optional::isPresent)
        .orElseThrow()
        .letter();
  }

  private static boolean says(Sent sent, String words) {
    return sent.letter().value("Subject").orElse("").contains(words)
        || sent.parsed().text().contains(words);
  }

  /** The address at which this person answers what they were mailed in which these words stand. */
  static String answersAt(String words, String person) {
    String reply = // a letter may be looked at while it is being written
        await()
            .atMost(Clocks.LONG)
            .until(() -> soon(person, words).value("Reply-To"), Optional::isPresent)
            .orElseThrow();
    Matcher at = ANSWER.matcher(reply);
    assertThat(at.find()).as(reply).isTrue();
    return at.group();
  }
}
