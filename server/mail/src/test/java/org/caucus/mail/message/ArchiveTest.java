package org.caucus.mail.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every letter of a real list's archive, where it is at hand. Nothing of it is shown, only counted.
 */
@Tag("slow")
class ArchiveTest {
  @Test
  void everyArchivedLetterIsReadAndKept() throws IOException {
    Path archive = Archive.path();
    if (!Files.exists(archive)) {
      System.out.println("skipped: no archive at " + archive);
      return;
    }
    List<byte[]> letters = Archive.letters(archive);
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
}
