package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was sent on is whole in a digest, and a digest is answered where its posts are. */
@Tag("slow")
class DigestAnswersTest extends OnDemo {
  private static final String OMAR = "omar@brightline.example";
  private static final String NGOZI = "ngozi@savanna.example";
  private static final String FORWARD =
      "---------- Forwarded message ---------\r\n"
          + "From: Uche Okeke <uche@agency.example>\r\n"
          + "Date: Mon, 1 Jun 2026 at 10:00\r\n"
          + "Subject: Hearing on clause 4\r\nTo: <ngozi@savanna.example>\r\n\r\n"
          + "The hearing is on Friday.\r\n"
          + "-".repeat(30)
          + "\r\nBring the figures.\r\n";

  private void write(String from, String to, String subject, String more, String text)
      throws IOException {
    String letter =
        "From: <%s>\r\nTo: <%s>\r\nSubject: %s\r\n%s\r\n%s\r\n"
            .formatted(from, to, subject, more, text);
    assertThat(MailClient.send(smtp(), from, to, letter.getBytes(UTF_8))).startsWith("250");
  }

  private String digest() {
    return someMorning(
        () ->
            sent().stream()
                .filter(s -> s.isTo("omar@") && s.parsed().subject().contains("Digest"))
                .map(s -> s.parsed().text())
                .filter(text -> text.contains("Hearing on clause 4"))
                .findFirst());
  }

  private static String quoted(String digest) {
    return "\r\n\r\nOn Tuesday, Coalition wrote:\r\n> " + digest.replace("\n", "\r\n> ");
  }

  @Test
  void aForwardIsWholeAndItsAnswerStandsUnderIt() throws Exception {
    Browser omar = as("omar@");
    JsonObject mode = new JsonObject().put("mode", "DIGEST");
    assertThat(omar.post(W + "/lists/coalition/my-mail", mode).status()).isEqualTo(201);
    write(NGOZI, "coalition@lists.example", "Sent on", "", FORWARD);
    String thread = soon(omar, W + "/lists/coalition/threads?limit=100", "Sent on").getString("id");

    String digest = digest();
    assertThat(digest)
        .contains("From: Uche Okeke <uche@agency.example>", "The hearing is on Friday.")
        .contains("\n " + "-".repeat(30) + "\n", "Bring the figures.");
    Matcher at = Pattern.compile("(?m)^Reply-To: (\\S+)$").matcher(digest);
    assertThat(at.find()).isTrue();

    write(OMAR, at.group(1), "Re: Coalition Digest", "", "We shall be there." + quoted(digest));
    JsonObject answer =
        await()
            .atMost(Clocks.LONG)
            .until(
                () -> omar.get(W + "/threads/" + thread).json().getJsonArray("entries"),
                entries -> entries.size() == 2)
            .getJsonObject(1);
    assertThat(answer.getString("text")).startsWith("We shall be there.");

    write(OMAR, "code-of-practice+notices@lists.example", "Re: Coalition Digest", "", "Seen.");
    assertThat(awaitCopy("only sends", "omar@")).contains("below it in a digest");
  }
}
