package org.caucus.messaging.distribution.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.caucus.kernel.support.Checkout;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a real list's letters no octet that anybody signed is changed, and no words are lost. */
@Tag("slow")
class FooterCorpusTest {
  private static final Path ARCHIVE = Checkout.root("../shared/corpus/archive-slice.mboxrd.gz");
  private static final String FOOTER = "A closed coalition's list";
  private static final List<String> SIGNED =
      List.of(
          "multipart/signed",
          "multipart/encrypted",
          "application/pkcs7",
          "application/x-pkcs7",
          "begin pgp signed",
          "begin pgp message");

  @Test
  void everyLetterIsReadableAndEverySignatureCoversWhatItCovered() throws IOException {
    assumeTrue(
        Files.exists(ARCHIVE), "the corpus is not here: footers were tried on no real letters");
    int footed = 0;
    int signed = 0;
    List<byte[]> letters = letters(ARCHIVE);
    for (byte[] bytes : letters) {
      RawLetter letter = RawLetter.of(bytes);
      RawLetter with = Footer.on(letter, FOOTER, false);
      boolean isSigned = isSigned(letter);
      signed += isSigned ? 1 : 0;
      if (Arrays.equals(with.toBytes(), letter.toBytes())) {
        continue;
      }
      assertThat(isSigned).as("a signed letter was changed").isFalse();
      footed++;
      String words = ParsedLetter.of(letter).text().stripTrailing();
      String now = ParsedLetter.of(with).text();
      assertThat(now.startsWith(words)).as("words were changed").isTrue();
      assertThat(now.split(FOOTER, -1)).as("the footer is there once").hasSize(2);
      assertThat(ParsedLetter.of(with).attachments())
          .isEqualTo(ParsedLetter.of(letter).attachments());
    }
    System.out.println(
        "{\"footers\":{\"letters\":"
            + letters.size()
            + ",\"signed\":"
            + signed
            + ",\"footed\":"
            + footed
            + "}}");
    assertThat(footed).isPositive();
  }

  private static boolean isSigned(RawLetter letter) {
    String all =
        (letter.value("Content-Type").orElse("")
                + new String(letter.body(), StandardCharsets.ISO_8859_1))
            .toLowerCase(Locale.ROOT);
    return letter.value("DKIM-Signature").isPresent()
        || letter.value("ARC-Message-Signature").isPresent()
        || SIGNED.stream().anyMatch(all::contains);
  }

  /** The letters between "From " lines, one ">" of quoted ones taken away, line ends as in mail. */
  private static List<byte[]> letters(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      String all = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return Stream.of(all.split("(?m)^From .*\\n"))
          .filter(one -> !one.isBlank())
          .map(one -> one.replaceAll("(?m)^>(>*From )", "$1").replaceAll("\\r?\\n", "\r\n"))
          .map(one -> one.getBytes(StandardCharsets.ISO_8859_1))
          .toList();
    }
  }
}
