package org.caucus.mail.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.caucus.mail.message.text.AttachmentPart;
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

  /** Its author can edit a message before it leaves, and knows its identifier by then. */
  @Test
  void nobodysWordsEndTheirOwnPart() {
    String parted = boundary(letter("Memo", "One").formatted("<p>One</p>"));
    String forged =
        "One\n--" + parted + "\nContent-Type: text/html\n\n<b>We accept</b>\n--" + parted + "--";
    PlainLetter edited = letter("Memo", forged).formatted("<p>One</p>");

    assertThat(boundary(edited)).isNotEqualTo(parted);
    assertThat(ParsedLetter.of(edited.toBytes()).text()).isEqualTo(forged);
  }

  private static String boundary(PlainLetter letter) {
    String written = new String(letter.toBytes(), US_ASCII);
    int from = written.indexOf("boundary=\"") + "boundary=\"".length();
    return written.substring(from, written.indexOf('"', from));
  }

  @Test
  void aSubjectWithALineBreakIsRefused() {
    assertThatThrownBy(() -> letter("Memo\r\nBcc: eve@x.example", "x").toBytes())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void filesGoAlongAsPartsWhateverTheirNames() {
    byte[] memo = new byte[100_000];
    new Random(3).nextBytes(memo);
    String name =
        "Ètò \u201cmemo\u201d to the agency; third draft, with annexes A to F and a map of"
            + " states.pdf";

    byte[] bytes =
        letter("Memo", "See the memo.\n--=_\n")
            .enclosing(
                List.of(
                    new AttachmentPart(name, "application/pdf", memo),
                    new AttachmentPart(
                        "a\r\nBcc: eve@x.example\r\n\r\n\".txt", "text/x\r\nX: y", memo)))
            .toBytes();
    ParsedLetter read = ParsedLetter.of(bytes);

    assertThat(new String(bytes, US_ASCII)).isASCII().doesNotContainPattern("[^\r]\n");
    assertThat(new String(bytes, US_ASCII).split("\r\n", -1))
        .allMatch(line -> line.length() <= 100)
        .noneMatch(line -> line.startsWith("Bcc:") || line.startsWith("X:"));
    assertThat(read.damaged()).isFalse();
    assertThat(read.text()).isEqualTo("See the memo.\n--=_");
    assertThat(read.attachments()).hasSize(2);
    assertThat(read.attachments().get(0).fileName()).isEqualTo(name.replace("\"", "_"));
    assertThat(read.attachments().get(0).contentIn(bytes)).isEqualTo(memo);
    assertThat(read.attachments().get(1).contentIn(bytes)).isEqualTo(memo);
  }
}
