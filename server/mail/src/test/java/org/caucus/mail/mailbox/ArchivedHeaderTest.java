package org.caucus.mail.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of an old header. */
class ArchivedHeaderTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static ArchivedHeader said(String header, @Nullable String line) {
    return ArchivedHeader.of(RawLetter.of((header + "\n\nwords\n").getBytes(UTF_8)), line, NOW);
  }

  @Test
  void referencesComeFirstAndAnAnswerOnlyWhereThereAreNone() {
    assertThat(said("References: <a@x> <b@x>\nIn-Reply-To: <c@x>", null).leads())
        .containsExactly("a@x", "b@x");
    assertThat(said("In-Reply-To: Your letter of Tuesday <c@x> <d@x>", null).leads())
        .containsExactly("c@x");
  }

  @Test
  void theEarlierOfAuthorsAndHostsClockCounts() {
    String received = "Received: from a by b; Tue, 14 Jun 2022 08:05:09 +0000\n";

    assertThat(said(received + "Date: Tue, 14 Jun 2022 08:04:00 +0000", null).at())
        .isEqualTo(Instant.parse("2022-06-14T08:04:00Z"));
    assertThat(said(received + "Date: Fri, 14 Jun 2024 08:04:00 +0000", null).at())
        .isEqualTo(Instant.parse("2022-06-14T08:05:09Z"));
  }

  @Test
  void timesThatCannotBeAreNotBelieved() {
    String line = "From ada@rights.example Tue Jun 14 08:05:09 2022";

    for (String date :
        new String[] {
          "Thu, 01 Jan 1970 00:00:00 +0000", "Mon, 1 Jan 2099 00:00:00 +0000", "soon"
        }) {
      assertThat(said("Date: " + date, line).at()).isEqualTo(Instant.parse("2022-06-14T08:05:09Z"));
      assertThat(said("Date: " + date, "From mboxrd@z Thu Jan  1 00:00:00 1970").at()).isNull();
    }
    assertThat(said("X: y", "From ada at rights.example  Tue Jun 14 08:05:09 2022").at())
        .isEqualTo(Instant.parse("2022-06-14T08:05:09Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@rights.example Tue Jun 14 08:05:09 2022",
        "ada@rights.example Tue Jun 14 09:05:09 2022 +0100",
        "ada@rights.example Tue Jun 14 09:05:09 +0100 2022",
        "ada@rights.example Tue Jun 14 08:05:09 GMT 2022",
        "ada@rights.example Tue, 14 Jun 2022 09:05:09 +0100",
        "ada@rights.example 14 Jun 2022 08:05:09 GMT",
        "ada@rights.example 2022-06-14T08:05:09Z",
        "ada@rights.example 2022-06-14 09:05:09+01:00",
        "ada Tue Jun 14 08:05:09 2022 remote from rights",
        "- Tue Jun 14 08:05:09 2022",
      })
  void aLineOfAnMboxSaysWhenInManyWays(String line) {
    assertThat(said("X: y", "From " + line).at()).isEqualTo(Instant.parse("2022-06-14T08:05:09Z"));
  }

  /**
   * As mail programs of old wrote it: the address of the person who is answered is no identifier.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Message from Ada Obi <ada@rights.example> of \"Tue, 14 Jun\" <c@x>",
        "Your message of \"Tue, 14 Jun 2022 08:05:09 +0100.\" <c@x>",
        "<c@x> from \"Ada Obi\" <ada@rights.example> at Jun 14, 2022 08:05:09",
        "<c@x> (Ada Obi's message of \"Tue, 14 Jun 2022\")",
        "Ada Obi <ada@rights.example>'s message of Tue, 14 Jun 2022 <c@x>",
        "(ada@rights.example's message of Tue) <c@x>",
        "from \"Ada Obi\" at Jun 14, 22 08:05:09 am <c@x>",
      })
  void wordsAroundAnIdentifierAreNone(String answered) {
    String header = "To: <ada@rights.example>\nIn-Reply-To: " + answered;

    assertThat(said(header, null).leads()).containsExactly("c@x");
    assertThat(ParsedLetter.of((header + "\n\n").getBytes(UTF_8)).inReplyTo()).contains("c@x");
  }

  @Test
  void wordsAloneLeadNowhere() {
    assertThat(said("In-Reply-To: Your message of Tuesday", null).leads()).isEmpty();
    assertThat(said("In-Reply-To: Message from Ada <ada@rights.example> of \"Tue\"", null).leads())
        .isEmpty();
  }

  @Test
  void authorsAreNamedAsTheyAreThere() {
    assertThat(said("From: =?utf-8?q?Ad=C3=A9?= Obi <ada@rights.example>", null).author())
        .isEqualTo("Adé Obi <ada@rights.example>");
    assertThat(said("From: ada at rights.example (Ada Obi)", null).author())
        .isEqualTo("Ada Obi <ada@rights.example>");
    assertThat(said("From: ada at rights.example", null).author()).isEqualTo("ada@rights.example");
    assertThat(said("From: the committee", null).author()).isEqualTo("the committee");
    assertThat(said("Subject: none", null).author()).isEmpty();
  }
}
