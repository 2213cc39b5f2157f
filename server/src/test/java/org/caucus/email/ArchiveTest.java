package org.caucus.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every letter of a real list's archive, where it is at hand. Nothing of it is shown, only counted.
 */
@Tag("slow")
class ArchiveTest {
  private static final Path BESIDE_MODULE = Path.of("../../shared/corpus/archive-slice.mboxrd.gz");
  private static final Path BESIDE_ROOT = Path.of("../shared/corpus/archive-slice.mboxrd.gz");

  @Test
  void everyArchivedLetterIsReadAndKept() throws IOException {
    Path archive = Files.exists(BESIDE_MODULE) ? BESIDE_MODULE : BESIDE_ROOT;
    if (!Files.exists(archive)) {
      System.out.println("skipped: no archive at " + BESIDE_ROOT);
      return;
    }
    List<byte[]> letters = letters(archive);
    int damaged = 0;
    int silent = 0;
    for (byte[] bytes : letters) {
      assertThat(RawLetter.of(bytes).toBytes()).isEqualTo(bytes);
      RawLetter marked =
          RawLetter.of(bytes).prepend(Header.structured("X-Mark", "1")).without("Received");
      assertThat(marked.body()).isEqualTo(RawLetter.of(bytes).body());
      ParsedLetter letter = ParsedLetter.of(bytes);
      letter.attachments().forEach(a -> assertThat(a.contentIn(bytes)).hasSize((int) a.size()));
      assertThat(letter.from()).isNotEmpty();
      assertThat(letter.messageId()).isPresent();
      damaged += letter.damaged() ? 1 : 0;
      silent += letter.text().isBlank() && letter.attachments().isEmpty() ? 1 : 0;
    }
    System.out.println(
        letters.size()
            + " archived letters, "
            + damaged
            + " damaged, "
            + silent
            + " without words");
    assertThat(letters).hasSizeGreaterThan(900);
    assertThat(damaged).isLessThan(letters.size() / 50);
  }

  /**
   * The mboxrd form: letters begin at "From ", and a line of the letter that looked so has one more
   * ">".
   */
  private static List<byte[]> letters(Path archive) throws IOException {
    List<byte[]> letters = new ArrayList<>();
    ByteArrayOutputStream letter = new ByteArrayOutputStream();
    try (InputStream in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(archive), 65_536))) {
      for (byte[] line = line(in); line.length > 0; line = line(in)) {
        String start = new String(line, 0, Math.min(line.length, 40), StandardCharsets.ISO_8859_1);
        if (start.startsWith("From ") && letter.size() > 0) {
          letters.add(letter.toByteArray());
          letter.reset();
        }
        int skipped =
            start.startsWith("From ") ? line.length : start.matches("(?s)>+From .*") ? 1 : 0;
        letter.write(line, skipped, line.length - skipped);
      }
    }
    letters.add(letter.toByteArray());
    return letters;
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(100);
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.write(octet);
      if (octet == '\n') {
        break;
      }
    }
    return line.toByteArray();
  }
}
