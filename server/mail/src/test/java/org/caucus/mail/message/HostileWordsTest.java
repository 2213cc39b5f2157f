package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.caucus.kernel.support.Growth;
import org.caucus.mail.message.text.HeaderFields;
import org.junit.jupiter.api.Test;

/** Letters of anybody that are small, and cost anyone who reads them a hundred times their size. */
class HostileWordsTest {
  private static ParsedLetter read(String letter) {
    return ParsedLetter.of(letter.replace("\n", "\r\n").getBytes(UTF_8));
  }

  /** As many steps as the letter is long. */
  private static void inOneWalk(int most, IntFunction<Runnable> reading) {
    assertThat(Growth.of(most, reading)).isLessThan(Growth.LINEAR);
  }

  @Test
  void aPageOfNestedQuotesHasNoMoreWordsThanItsOctets() {
    String page = "<blockquote>".repeat(500) + "<br>".repeat(200_000);
    String text = read("Content-Type: text/html\n\nFirst words." + page).text();
    assertThat(text).startsWith("First words.").hasSizeLessThan(4_000_000);
  }

  @Test
  void aParameterInTenThousandPiecesIsJoinedOnce() {
    inOneWalk(
        60_000,
        characters -> {
          StringBuilder part = new StringBuilder("--q\nContent-Type: text/x-notice");
          for (int i = 0; part.length() < characters; i++) {
            part.append(";n*").append(i).append("=x");
          }
          return parts(part.append("\n\nhi\n").toString(), 30);
        });
  }

  @Test
  void aFileNameOfHalfBegunWordsIsGivenUp() {
    inOneWalk(
        10_000,
        words -> {
          String name = "=?a?q?".repeat(words);
          return parts("--q\nContent-Type: application/pdf; name=\"" + name + "\"\n\nx\n", 10);
        });
  }

  @Test
  void aFileNameInTenThousandCharsetsIsGivenUp() {
    inOneWalk(
        60_000,
        characters -> {
          StringBuilder name = new StringBuilder();
          for (int i = 0; name.length() < characters; i++) {
            name.append("=?c").append(i).append("?q?a?=");
          }
          return parts("--q\nContent-Type: application/pdf; name=\"" + name + "\"\n\nx\n", 30);
        });
  }

  /** Reads a letter of so many parts. */
  private static Runnable parts(String part, int many) {
    String letter = "Content-Type: multipart/mixed; boundary=q\n\n" + part.repeat(many) + "--q--\n";
    return () ->
        assertThat(read(letter).attachments())
            .hasSize(many)
            .allSatisfy(a -> assertThat(a.fileName()).hasSizeLessThanOrEqualTo(120));
  }

  @Test
  void aNameOfHalfBegunWordsIsGivenUp() {
    inOneWalk(
        10_000,
        words -> {
          String from = "From: " + "=?a?q?".repeat(words) + " <ada@rights.example>\n";
          return () -> assertThat(read(from + "\nWords.\n").text()).isEqualTo("Words.");
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
