package org.caucus.platform.spill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caucus.platform.store.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up under long texts: each of them stays what it is. */
class FullSpillTest {
  @TempDir Path directory;

  @Test
  void textsStayAsTheyAreWhetherTheDiskTakesThemOrNot() throws IOException {
    try (var disk = SmallDisk.of(4, directory.resolve("disk"))) {
      Spill spill = new Spill(disk.directory());
      List<StoredText> texts = new ArrayList<>();
      say(spill, texts, 20);
      disk.fill(600);
      say(spill, texts, 40);

      assertThat(texts.getFirst().isInHeap()).isFalse();
      assertThat(texts).anyMatch(StoredText::isInHeap);
      assertUnchanged(texts);

      disk.makeRoom();
      say(spill, texts, 20);
      assertThat(texts.getLast().isInHeap()).isFalse();
      assertUnchanged(texts);
    }
  }

  private static void say(Spill spill, List<StoredText> texts, int more) {
    for (int i = 0; i < more; i++) {
      StoredText text = StoredText.of(words(texts.size()));
      text.spill(spill);
      texts.add(text);
    }
  }

  private static String words(int number) {
    return (number + " a word on the draft. ").repeat(2_000);
  }

  private static void assertUnchanged(List<StoredText> texts) {
    for (int i = 0; i < texts.size(); i++) {
      assertThat(texts.get(i).toString()).isEqualTo(words(i));
    }
  }
}
