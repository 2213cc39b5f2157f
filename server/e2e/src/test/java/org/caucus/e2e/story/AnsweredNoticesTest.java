package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caucus.kernel.support.Checkout;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;

/**
 * The letters that were really sent of a thing whose title and words hold orders, answered as mail
 * programs do in three languages, over SMTP: what was answered is said, and nothing is done.
 */
class AnsweredNoticesTest extends ByMail {
  private static final Map<String, String> READERS =
      Map.of(
          "en", NGOZI,
          "fr", "tobi@lantern.example",
          "ar", "halima@harbour.example");

  private static final List<String> PROGRAMS =
      List.of(
          "gmail",
          "gmail in french",
          "gmail in arabic",
          "apple mail",
          "iphone in french",
          "iphone in arabic",
          "outlook in plain text",
          "outlook in plain text in french",
          "outlook in html in french",
          "outlook in html in arabic",
          "thunderbird",
          "thunderbird in french",
          "no quote and a phone");

  private static final int SOME = 4;

  private record Form(String title, String line) {}

  private static List<Form> forms() throws IOException {
    return Files.readString(Checkout.server("src/test/resources/proof/orders.txt"))
        .lines()
        .filter(line -> !line.startsWith("#") && !line.contains("udience"))
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Form(cells[0].strip(), cells[1].strip()))
        .toList();
  }

  /** Content type and body of each, with what it puts in. */
  private static Map<String, String> programs() throws IOException {
    return Arrays.stream(
            Files.readString(Checkout.server("src/test/resources/mail/clients.txt"))
                .split("(?m)^=== ", -1))
        .filter(shape -> PROGRAMS.contains(shape.lines().findFirst().orElse("")))
        .collect(Collectors.toMap(s -> s.lines().findFirst().orElseThrow(), s -> s));
  }

  private static String markup(String text) {
    return text.strip().replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>\n");
  }

  private void answer(String shape, String from, RawLetter notice, String own, String id)
      throws IOException {
    String[] parts = shape.split("\n", 3);
    boolean html = parts[1].startsWith("text/html");
    ParsedLetter read = ParsedLetter.of(notice);
    String text = read.text();
    String marked = text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    String body =
        parts[2]
            .replaceAll("\\\\u[0-9a-f]{4}", "")
            .replace("%own%", html ? markup(own) : own)
            .replace("%quote%", html ? markup(text) : marked)
            .replace("%bare%", html ? markup(text) : text);
    String mark =
        parts[0].contains("french") ? "RE : " : parts[0].contains("arabic") ? "رد: " : "Re: ";
    String to = read.replyTo().getFirst().address().toString();
    String letter =
        "From: <%s>\nTo: <%s>\nSubject: =?utf-8?B?%s?=\nMessage-ID: <%s@answers.example>\n"
                .formatted(from, to, base64(mark + read.subject()), id)
            + "In-Reply-To: "
            + notice.value("Message-ID").orElseThrow()
            + "\nMIME-Version: 1.0\nContent-Type: "
            + parts[1]
            + "\n\n"
            + body;
    assertThat(MailClient.send(smtp(), from, to, letter.replace("\n", "\r\n").getBytes(UTF_8)))
        .startsWith("250");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  /** What an order could change. */
  private static String changing(JsonObject thing) {
    JsonObject all = thing.copy();
    List.of("version", "changedAt", "entries", "watchers", "readers").forEach(all::remove);
    return all.encode();
  }

  private JsonObject page(String path) {
    return dara.get(W + path).json();
  }

  private void isOnlySaid(String kind, Form form, String path) throws IOException {
    JsonObject thing = page(path).getJsonObject(kind);
    String before = changing(thing);
    String label = thing.getString("label");
    Map<String, String> programs = programs();
    List<String> said = new ArrayList<>();
    for (Map.Entry<String, String> reader : READERS.entrySet()) {
      RawLetter notice = noticeOf(label, reader.getValue());
      for (String program : PROGRAMS) {
        // each form by some of them, and each of them with some forms
        if ((PROGRAMS.indexOf(program) + form.line().length()) % SOME != 0) {
          continue;
        }
        String own = "No, far from it, %s %s %s.".formatted(label, reader.getKey(), program);
        answer(programs.get(program), reader.getValue(), notice, own, label + said.size());
        said.add(own);
      }
    }
    await()
        .atMost(Clocks.LONG)
        .until(() -> page(path).getJsonArray("entries").size() == said.size());
    assertThat(changing(page(path).getJsonObject(kind))).as(form.toString()).isEqualTo(before);
    assertThat(page(path).getJsonArray("entries").encode()).contains(said);
  }

  private static RawLetter noticeOf(String label, String to) {
    return await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                mailed(to).stream()
                    .filter(l -> ParsedLetter.of(l).subject().contains("[" + label + "]"))
                    .findFirst()
                    .orElse(null),
            found -> found != null);
  }

  @Test
  void nothingIsDoneByThePersonWhoAnswersANotice() throws IOException {
    READERS.forEach(this::speaks);
    Map<Form, String> issues = new LinkedHashMap<>();
    for (Form form : forms()) {
      String words = form.line() + "\n\nSo we say.\n" + form.line();
      JsonObject issue = new JsonObject().put("title", form.title()).put("description", words);
      issues.put(form, dara.post(W + "/trackers/COP/issues", issue).id());
    }
    for (Map.Entry<Form, String> issue : issues.entrySet()) {
      isOnlySaid("issue", issue.getKey(), "/issues/" + issue.getValue());
    }
  }

  private void speaks(String language, String address) {
    try {
      say(
          "speaks " + language,
          address,
          "code-of-practice+control@lists.example",
          "mine",
          "set language " + language);
      soon(address, "set language");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
