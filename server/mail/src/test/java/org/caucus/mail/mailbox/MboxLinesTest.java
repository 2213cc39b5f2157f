package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that part the letters of an mbox, as programs of many years wrote them. */
class MboxLinesTest {
  private static final String SECOND =
      "From bola@press.example Tue Jun 14 09:00:00 2022\nSubject: two\n\n2\n";

  private static List<String> read(String content) throws IOException {
    List<String> letters = new ArrayList<>();
    byte[] octets = content.getBytes(ISO_8859_1);
    LetterArchive.of(() -> new ByteArrayInputStream(octets), LetterArchive.Kind.MBOXRD)
        .each(m -> letters.add(new String(Objects.requireNonNull(m.octets()), ISO_8859_1)));
    return letters;
  }

  /** Each as some program writes it; what follows from each is one letter more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "From bola@press.example Tue Jun 14 09:00:00 2022",
        "From bola@press.example  Tue Jun  4 09:00 2022",
        "From bola@press.example Tue Jun 14 09:00:00 GMT 2022",
        "From bola@press.example Tue Jun 14 09:00:00 MET DST 2022",
        "From bola@press.example Tue Jun 14 09:00:00 GMT+01:00 2022",
        "From bola@press.example Tue Jun 14 09:00:00 2022 +0100",
        "From bola@press.example Tue Jun 14 09:00:00 2022 CEST",
        "From bola@press.example Tue, 14 Jun 2022 09:00:00 +0100",
        "From bola@press.example Tue, 14 Jun 2022 09:00:00 +0100 (WAT)",
        "From bola@press.example 14 Jun 2022 09:00:00 -0000",
        "From bola@press.example Tue, 14 Jun 2022 09:00 GMT",
        "From bola@press.example Tue, 14 Jun 22 09:00:00 +0100",
        "From bola@press.example 2022-06-14T09:00:00Z",
        "From bola@press.example 2022-06-14 09:00:00 +0100",
        "From bola@press.example 2022-06-14 09:00:00.123456+01:00",
        "From bola Tue Jun 14 09:00:00 2022 remote from press",
        "From bola at press.example  Tue Jun 14 09:00:00 2022",
        "From - Tue Jun 14 09:00:00 2022",
        "From ???@??? Tue Jun 14 09:00:00 2022",
        "From 1735689600000000000@xxx Tue Jun 14 09:00:00 +0000 2022",
        "From \"bola ade\"@press.example Tue Jun 14 09:00:00 2022",
        "From MAILER-DAEMON Tue Jun 14 09:00:00 2022",
        "From  Tue Jun 14 09:00:00 2022",
        "From <bola@press.example> Tue Jun 14 09:00:00 2022",
        "From bola@press.example",
      })
  void aLetterBeginsHoweverItsLineSaysWhen(String line) throws IOException {
    String second = "From: bola@press.example\n\nSecond.\n";

    for (String end : List.of("\n", "\r\n")) {
      String box =
          LetterArchiveTest.TWO.substring(0, LetterArchiveTest.TWO.indexOf("From bola"))
              + line
              + "\n"
              + second;
      assertThat(read(box.replace("\n", end)))
          .hasSize(2)
          .last()
          .isEqualTo(second.replace("\n", end));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From 14 Jun 2022 on, notices reach us within a day.",
        "From Tuesday, 14 June 2022, 09:00 to 10:00",
        "From Abuja we left on 14 Jun 2022 09:00:00 +0100, as planned.",
        "From there on, see 2022-06-14",
        "From the agency: 2022-06-14 09:00:00 was the hour",
        "From the window one sees the ministry.",
        "From bola@press.example we heard nothing",
      })
  void aSentenceBeginsNoLetter(String line) throws IOException {
    String box =
        LetterArchiveTest.TWO.replace(
            "From the window one sees the ministry.", line + "\nNote: words");

    assertThat(read(box)).hasSize(2);
  }

  /** Where two boxes were put together, or a program left the empty line out. */
  @Test
  void anEmptyLineMayBeMissingWhereAHeaderFollows() throws IOException {
    String box =
        """
        From ada@rights.example Tue Jun 14 08:05:09 2022
        Subject: one

        First.
        From bola@press.example Tue Jun 14 09:00:00 2022
        Return-Path: <bola@press.example>
        Subject: two

        Quoted:
        From bola@press.example Tue Jun 14 09:00:00 2022
        and nothing else.
        """;

    assertThat(read(box)).hasSize(2).first().isEqualTo("Subject: one\n\nFirst.\n");
  }

  /** Some programs leave several empty lines; those before the one that parts are the letter's. */
  @Test
  void emptyLinesAtAnEndAreKept() throws IOException {
    String box =
        "From ada@rights.example Tue Jun 14 08:05:09 2022\nSubject: one\n\n1\n\n\n\n" + SECOND;

    assertThat(read(box)).containsExactly("Subject: one\n\n1\n\n\n", "Subject: two\n\n2\n");
  }
}
