package org.caucus.coalition.instruments.cutting;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.instruments.cutting.TextOfRecord.Block;
import org.jspecify.annotations.Nullable;

/** The table of contents of a text: it has the numbers of the provisions, but not their words. */
final class Contents {
  private static final Set<String> TITLES =
      Set.of(
          "contents",
          "table of contents",
          "arrangement of sections",
          "arrangement of articles",
          "sommaire",
          "table des matières",
          "índice",
          "sumário",
          "المحتويات",
          "جدول المحتويات",
          "الفهرس",
          "فهرس");

  private static final int DOTS = 4;

  private final BitSet held = new BitSet();
  private final String text;
  private final List<Block> blocks;

  Contents(String text, List<Block> blocks) {
    this.text = text;
    this.blocks = blocks;
    for (int i = 0; i < blocks.size(); i++) {
      if (isDotted(line(i))) {
        held.set(i);
      } else if (TITLES.contains(line(i).toLowerCase(Locale.ROOT))) {
        listed(i);
      }
    }
  }

  boolean holds(int index) {
    return held.get(index);
  }

  /** From its title to where the first number that it lists comes again. */
  private void listed(int title) {
    String first = null;
    for (int i = title + 1; i < blocks.size(); i++) {
      String number = number(i);
      if (first == null) {
        first = number;
      } else if (first.equals(number)) {
        held.set(title, i);
        return;
      }
    }
  }

  private @Nullable String number(int index) {
    Block block = blocks.get(index);
    Optional<Numbered> found = Numbered.at(text, block.from(), block.to(), true);
    return found
        .filter(n -> !n.isBullet())
        .map(n -> n.word().toLowerCase(Locale.ROOT) + " " + n.shape() + " " + n.label())
        .orElse(null);
  }

  private String line(int index) {
    return text.substring(blocks.get(index).from(), blocks.get(index).to()).strip();
  }

  /** Short title ........ 4. */
  private static boolean isDotted(String line) {
    int at = line.length();
    while (at > 0 && Character.isDigit(line.charAt(at - 1))) {
      at--;
    }
    int dots = 0;
    int figures = line.length() - at;
    while (at > 0 && (line.charAt(at - 1) == '.' || line.charAt(at - 1) == ' ')) {
      at--;
      dots += line.charAt(at) == '.' ? 1 : 0;
    }
    return figures > 0 && dots >= DOTS;
  }
}
