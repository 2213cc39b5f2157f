package org.caucus.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLetterTest {
  private static final NamedAddress ADA =
      new NamedAddress("Ada Obí", MailAddress.of("ada@rights.example"));
  private static final NamedAddress LIST =
      NamedAddress.of(MailAddress.of("coalition@caucus.example"));

  private static PlainLetter letter(String subject, String text) {
    return PlainLetter.of(ADA, List.of(LIST), subject, "two@caucus.example", Instant.EPOCH, text);
  }

  @Test
  void aPostReadsBackAsItWasWritten() {
    String text =
        "Liebe Freundinnen – die Frist läuft.\n\n.\nFrom here on =20 trailing \n"
            + "long ".repeat(300)
            + "\n";

    byte[] bytes =
        letter("Frist für das Memo", text)
            .answering("one@rights.example", List.of("root@caucus.example", "one@rights.example"))
            .withReplyTo(LIST)
            .withHeaders(List.of(Header.structured("List-Id", "<coalition.caucus.example>")))
            .toBytes();
    ParsedLetter read = ParsedLetter.of(bytes);

    assertThat(new String(bytes, US_ASCII))
        .isASCII()
        .doesNotContainPattern("[^\r]\n")
        .contains("List-Id: <coalition");
    assertThat(new String(bytes, US_ASCII).split("\r\n", -1)).allMatch(line -> line.length() <= 78);
    assertThat(read.text()).isEqualTo(text.stripTrailing());
    assertThat(read.subject()).isEqualTo("Frist für das Memo");
    assertThat(read.from()).containsExactly(ADA);
    assertThat(read.replyTo()).containsExactly(LIST);
    assertThat(read.messageId()).contains("two@caucus.example");
    assertThat(read.references()).containsExactly("root@caucus.example", "one@rights.example");
    assertThat(read.date()).contains(Instant.EPOCH);
    assertThat(read.damaged()).isFalse();
  }

  @Test
  void plainAsciiGoesUnencoded() {
    assertThat(new String(letter("Memo", "One line\r\nand one").toBytes(), US_ASCII))
        .endsWith("Content-Transfer-Encoding: 7bit\r\n\r\nOne line\r\nand one\r\n");
  }

  @Test
  void aSubjectWithALineBreakIsRefused() {
    assertThatThrownBy(() -> letter("Memo\r\nBcc: eve@x.example", "x").toBytes())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
