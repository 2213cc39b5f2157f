package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.text.HeaderFields;
import org.junit.jupiter.api.Test;

/** Letters of anybody that are small, and cost anyone who reads them a hundred times their size. */
class HostileWordsTest {
  private static ParsedLetter read(String letter) {
    return ParsedLetter.of(letter.replace("\n", "\r\n").getBytes(UTF_8));
  }

  private static void quickly(Runnable reading) {
    assertThat(Clocks.computing(reading)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void aPageOfNestedQuotesHasNoMoreWordsThanItsOctets() {
    String page = "<blockquote>".repeat(500) + "<br>".repeat(200_000);
    String text = read("Content-Type: text/html\n\nFirst words." + page).text();
    assertThat(text).startsWith("First words.").hasSizeLessThan(4_000_000);
  }

  @Test
  void aParameterInTenThousandPiecesIsJoinedOnce() {
    StringBuilder part = new StringBuilder("--q\nContent-Type: text/x-notice");
    for (int i = 0; part.length() < 60_000; i++) {
      part.append(";n*").append(i).append("=x");
    }
    String parts = part.append("\n\nhi\n").toString().repeat(30);
    quickly(
        () ->
            assertThat(
                    read("Content-Type: multipart/mixed; boundary=q\n\n" + parts + "--q--\n")
                        .attachments())
                .hasSize(30));
  }

  @Test
  void aFileNameOfHalfBegunWordsIsGivenUp() {
    String part =
        "--q\nContent-Type: application/pdf; name=\"" + "=?a?q?".repeat(10_000) + "\"\n\nx\n";
    quickly(
        () ->
            assertThat(
                    read("Content-Type: multipart/mixed; boundary=q\n\n" + part.repeat(10))
                        .attachments())
                .hasSize(10)
                .allSatisfy(a -> assertThat(a.fileName()).hasSizeLessThanOrEqualTo(120)));
  }

  @Test
  void aFileNameInTenThousandCharsetsIsGivenUp() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; name.length() < 60_000; i++) {
      name.append("=?c").append(i).append("?q?a?=");
    }
    String part = "--q\nContent-Type: application/pdf; name=\"" + name + "\"\n\nx\n";
    quickly(
        () ->
            assertThat(
                    read("Content-Type: multipart/mixed; boundary=q\n\n" + part.repeat(30))
                        .attachments())
                .hasSize(30));
  }

  @Test
  void aNameOfHalfBegunWordsIsGivenUp() {
    String from = "From: " + "=?a?q?".repeat(10_000) + " <ada@rights.example>\n";
    quickly(
        () -> {
          for (int i = 0; i < 5; i++) {
            assertThat(read(from + "\nWords.\n").text()).isEqualTo("Words.");
          }
        });
  }

  @Test
  void wholeWordsBesideHalfOnesAreStillRead() {
    ParsedLetter letter =
        read(
            "Subject: =?a =?utf-8?q?M=C3=A9mo?= =? =?utf-8?b?w6k=?=\nFrom: =?utf-8?q?Ad=C3=A1?="
                + " <ada@rights.example>\n\nx");
    assertThat(letter.subject()).contains("Mémo", "é");
    assertThat(letter.from().getFirst().name()).isEqualTo("Adá");
  }

  @Test
  void anIdentifierThatNoAnswerCouldNameIsNone() {
    String wide = "ß".repeat(899);
    ParsedLetter letter = read("Message-ID: <" + wide + ">\nReferences: <" + wide + "> <a@b>\n\nx");
    assertThat(letter.messageId()).isEmpty();
    assertThat(letter.references()).containsExactly("a@b");

    List<String> kept = HeaderFields.ids(List.of("<" + "ß".repeat(450) + ">"));
    assertThat(Header.ids("References", kept).toBytes()).isNotEmpty();
  }
}
