package org.caucus.platform.spill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long texts lie outside the heap, sealed, and come back as they were. */
class StoredTextTest {
  private static final String LONG = "Sú’ñ ⚖ a word on the draft. ".repeat(40);

  @TempDir Path directory;

  @Test
  void aLongTextLeavesTheHeapAndAShortOneStays() {
    Spill spill = new Spill(directory);
    StoredText memo = StoredText.of(LONG);
    StoredText thanks = StoredText.of("Thanks!");
    memo.spill(spill);
    thanks.spill(spill);

    assertThat(memo.isInHeap()).isFalse();
    assertThat(thanks.isInHeap()).isTrue();
    assertThat(memo).hasToString(LONG).isEqualTo(StoredText.of(LONG)).hasSameHashCodeAs(LONG);
    assertThat(memo).isNotEqualTo(StoredText.of(LONG + "!"));
  }

  @Test
  void manyComeBackFromBufferAndFiles() {
    Spill spill = new Spill(directory);
    List<StoredText> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      StoredText text = StoredText.of(i + LONG.repeat(i * i % 911));
      text.spill(spill);
      all.add(text);
    }
    for (int i = 0; i < 40; i++) {
      assertThat(all.get(i)).hasToString(i + LONG.repeat(i * i % 911));
    }
  }

  @Test
  void whatIsNoUnicodeStaysAsItIs() {
    StoredText half = StoredText.of("\ud800".repeat(StoredText.SHORT_CHARS));
    half.spill(new Spill(directory));
    assertThat(half).hasToString("\ud800".repeat(StoredText.SHORT_CHARS));
  }

  @Test
  void theFileHasNoNameAndWhatIsInItCannotBeRead() throws IOException {
    SealedFile file = SealedFile.in(directory);
    byte[] octets = LONG.getBytes(ISO_8859_1);
    file.write(5, octets, 0, octets.length);

    byte[] back = new byte[octets.length - 7];
    file.read(12, back, 0, back.length);
    assertThat(new String(back, ISO_8859_1)).isEqualTo(new String(octets, ISO_8859_1).substring(7));
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).isEmpty();
    }
    assertThat(new String(file.onDisk(12, back.length), ISO_8859_1)).doesNotContain("draft");
  }

  @Test
  void whereTheDiskTakesNothingTheTextStaysInMemory() {
    StoredText memo = StoredText.of(LONG);
    memo.spill(new Spill(directory.resolve("missing")));
    assertThat(memo.isInHeap()).isTrue();
    assertThat(memo).hasToString(LONG);
  }
}
