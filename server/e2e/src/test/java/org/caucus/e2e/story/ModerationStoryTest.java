package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A running server: a convenor reads a question in their mailbox, answers it, and it is done. */
@Tag("slow")
class ModerationStoryTest extends OnDemo {
  private static final String STRANGER = "tunde@outside.example";
  private static final Pattern CODE = Pattern.compile("(?m)^ {4}([a-z2-7]{26})$");

  private record Caught(RawLetter raw, ParsedLetter letter) {
    boolean isTo(String person) {
      return letter.to().stream().anyMatch(t -> t.address().localPart().startsWith(person));
    }

    boolean says(String words) {
      return letter.text().contains(words);
    }
  }

  private void write(String from, String to, String subject, String text) throws IOException {
    String letter =
        "From: <"
            + from
            + ">\r\nTo: <"
            + to
            + ">\r\nSubject: "
            + subject
            + "\r\n\r\n"
            + text
            + "\r\n";
    assertThat(MailClient.send(smtp(), from, to, letter.getBytes(UTF_8))).startsWith("250");
  }

  private static List<Caught> letters() throws IOException {
    return sent().stream().map(l -> new Caught(l.letter(), l.parsed())).toList();
  }

  private static Caught soonMailed(Predicate<Caught> which) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> letters().stream().filter(which).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  private static String code(Caught question) {
    Matcher found = CODE.matcher(question.letter().text());
    assertThat(found.find()).as(question.letter().text()).isTrue();
    return found.group(1);
  }

  private static String quoted(Caught question) {
    return "\r\n\r\nOn Monday the coalition wrote:\r\n> "
        + question.letter().text().replace("\n", "\r\n> ");
  }

  @Test
  void aConvenorLetsALetterInByAnsweringAndTheOtherIsTold() throws IOException {
    write(STRANGER, "coalition@lists.example", "A visitor asks", "May I come to the review?");
    Caught question = soonMailed(l -> l.isTo("amina") && l.says("| Subject: A visitor asks"));
    soonMailed(l -> l.isTo("ingrid") && l.says("| Subject: A visitor asks"));
    String to = question.letter().replyTo().getFirst().address().toString();
    assertThat(question.raw().value("Auto-Submitted")).contains("auto-generated");

    write("amina@lantern.example", to, "Re: A letter", "Thanks, I will look." + quoted(question));
    soonMailed(l -> l.isTo("amina") && l.says("did not decide"));
    assertThat(titled(dara.get(W + "/lists/coalition/threads?limit=100"), "A visitor asks"))
        .isEmpty();

    write("amina@lantern.example", to, "Re: A letter", "Approve" + quoted(question));
    soon(dara, W + "/lists/coalition/threads?limit=100", "A visitor asks");

    soonMailed(
        l -> l.isTo("ingrid") && l.says("Amina Danladi approved the message from " + STRANGER));
    soonMailed(
        l -> l.isTo("amina") && l.says("Amina Danladi approved the message from " + STRANGER));
    String code = code(question);
    assertThat(letters())
        .filteredOn(l -> !(l.isTo("amina") && l.says("| Subject: A visitor asks")))
        .noneMatch(l -> new String(l.raw().toBytes(), UTF_8).replace("=\r\n", "").contains(code));
  }

  @Test
  void theCodeInACarelessAnswerToTheListReachesNobody() throws IOException {
    write(STRANGER, "coalition@lists.example", "Another question", "When is the call?");
    Caught question = soonMailed(l -> l.isTo("amina") && l.says("| Subject: Another question"));
    String code = code(question);
    String html =
        "From: <amina@lantern.example>\r\n"
            + "To: <coalition@lists.example>\r\n"
            + "Subject: Shall we?\r\n"
            + "MIME-Version: 1.0\r\n"
            + "Content-Type: multipart/alternative; boundary=B\r\n\r\n"
            + "--B\r\n"
            + "Content-Type: text/plain\r\n\r\n"
            + "Shall we?\r\n"
            + "--B\r\n"
            + "Content-Type: text/html\r\n\r\n"
            + "<p>Shall we?</p><blockquote><pre>"
            + code
            + "</pre></blockquote>\r\n--B--\r\n";
    MailClient.send(
        smtp(), "amina@lantern.example", "coalition@lists.example", html.getBytes(UTF_8));

    soonMailed(l -> l.isTo("amina") && l.says("Remove the code"));
    assertThat(titled(amina.get(W + "/lists/coalition/threads?limit=100"), "Shall we?")).isEmpty();
    assertThat(letters())
        .filteredOn(l -> !l.says("| Subject: Another question"))
        .noneMatch(l -> new String(l.raw().toBytes(), UTF_8).replace("=\r\n", "").contains(code));
  }

  @Test
  void theCodeIsNotPostedInTheBrowserEither() throws IOException {
    write(STRANGER, "coalition@lists.example", "One more question", "Who speaks?");
    Caught question = soonMailed(l -> l.isTo("amina") && l.says("| Subject: One more question"));

    Browser.Reply reply =
        amina.post(
            W + "/lists/coalition/threads",
            new JsonObject()
                .put("subject", "What do you think?")
                .put("text", "They ask:\n" + question.letter().text()));

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.json().getString("code")).isEqualTo("it-carries-a-code-that-decides");
    assertThat(reply.text()).doesNotContain(code(question));
  }

  @Test
  void thePersonWhoWroteItTakesItBackByMailAndTheConvenorsHearOfIt() throws IOException {
    write(STRANGER, "coalition@lists.example", "Never mind", "I found it myself.");
    Caught told =
        soonMailed(l -> l.isTo("tunde") && l.says("Your message") && subject(l, "Never mind"));
    String to = told.letter().replyTo().getFirst().address().toString();

    write(STRANGER, to, "Re: Never mind", "withdraw " + code(told));

    soonMailed(l -> l.isTo("tunde") && l.says("You withdrew your message"));
    soonMailed(l -> l.isTo("amina") && l.says("The sender withdrew"));
    assertThat(amina.get(W + "/holds").text()).doesNotContain("Never mind");
  }

  /** What everyone here reads is news to a stranger. */
  @Test
  void aRefusalThatQuotesWordsOfTheCoalitionToAStrangerIsAskedAbout() throws IOException {
    String words =
        "The review of the appeals begins in October with the three cases that the press union"
            + " has named, and no company is told before which of them comes first.";
    amina
        .post(
            W + "/lists/coalition/threads",
            new JsonObject()
                .put("subject", "Order of cases")
                .put("text", words)
                .put("audience", "EVERYONE"))
        .id();
    write(STRANGER, "coalition@lists.example", "Which case first", "Is it mine?");
    String hold = soon(amina, W + "/holds", "Which case first").getString("id");

    Browser.Reply reply =
        amina.post(W + "/holds/" + hold + "/refusal", new JsonObject().put("note", words));

    assertThat(reply.status()).as(reply.text()).isEqualTo(409);
    assertThat(reply.json().getString("type")).isEqualTo("quotes-narrower");
  }

  private static boolean subject(Caught letter, String words) {
    return letter.letter().subject().contains(words);
  }
}
