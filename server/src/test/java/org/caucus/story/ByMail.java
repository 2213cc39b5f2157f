package org.caucus.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.Clocks;
import org.caucus.email.ParsedLetter;
import org.caucus.email.RawLetter;

/**
 * A test that writes to a running demo by mail, over a real SMTP connection each; what was said
 * lies in {@code target/transcripts}.
 */
abstract class ByMail extends OnDemo {
  static final String NGOZI = "ngozi@savanna.example";

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
    try (Stream<Path> files = Files.list(data.resolve("mail"))) {
      return files.filter(p -> p.toString().endsWith(".eml")).toList().stream()
          .map(ByMail::read)
          .filter(l -> (l.value("To").orElse("") + l.value("Delivered-To").orElse("")).contains(to))
          .toList();
    }
  }

  static RawLetter read(Path file) {
    try {
      return RawLetter.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RawLetter soon(String to, String words) {
    return await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                mailed(to).stream()
                    .filter(
                        l ->
                            l.value("Subject").orElse("").contains(words)
                                || ParsedLetter.of(l).text().contains(words))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
