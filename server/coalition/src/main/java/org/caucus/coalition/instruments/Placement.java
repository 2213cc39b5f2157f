package org.caucus.coalition.instruments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.caucus.coalition.instruments.cutting.NumberPath;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.kernel.RandomIds;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * Gives the segments of an edition their provisions: those of the edition before where the words
 * are the same, or the number is and most words are; else new ones.
 */
final class Placement {
  /** Share of words in common from which a provision with the same number is the same. */
  private static final double ALIKE = 0.5;

  /** Octets of text of one piece, at most, unless one segment has more. */
  private static final int PIECE_BYTES = 256 * 1024;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** A number at the start, with what marks it: {@code 3.1}, {@code (b)}, {@code ٣ -}. */
  private static final Pattern NUMBER =
      Pattern.compile("^[\\p{P}\\s]*[\\p{L}\\p{N}]{1,12}(?:\\.[\\p{L}\\p{N}]{1,12})*[\\p{P}\\s]*");

  private final Outline outline;
  private final int number;
  private final String thing;
  private final List<String> paths = new ArrayList<>();
  private final @Nullable String[] provisions;

  private Placement(Outline outline, int number, String thing) {
    this.outline = outline;
    this.number = number;
    this.thing = thing;
    this.provisions = new String[outline.segments().size()];
  }

  /**
   * All segments in order, with their provisions.
   *
   * @param before the edition before; null for the first
   * @param thing random id from which those of new provisions follow
   */
  static List<Placed> of(Outline outline, @Nullable Edition before, String thing) {
    int number = before == null ? 1 : before.number() + 1;
    Placement placement = new Placement(outline, number, thing);
    placement.path();
    if (before != null) {
      placement.match(before);
    }
    return placement.placed();
  }

  /** The same in pieces that a log takes. */
  static List<List<Placed>> pieces(List<Placed> placed) {
    List<List<Placed>> pieces = new ArrayList<>();
    List<Placed> piece = new ArrayList<>();
    int bytes = 0;
    for (Placed one : placed) {
      int size = one.text().getBytes(UTF_8).length;
      if (!piece.isEmpty() && bytes + size > PIECE_BYTES) {
        pieces.add(piece);
        piece = new ArrayList<>();
        bytes = 0;
      }
      piece.add(one);
      bytes += size;
    }
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    return pieces;
  }

  /** What has no number goes by what it is: {@code preamble}, {@code heading~2}. */
  private void path() {
    Map<String, Integer> unnumbered = new HashMap<>();
    for (Segment segment : outline.segments()) {
      if (!segment.kind().isProvision()) {
        paths.add("");
      } else if (segment.path() != null) {
        paths.add(segment.path().mail());
      } else {
        String word = segment.kind().name().toLowerCase(Locale.ROOT);
        int twin = unnumbered.merge(word, 1, Integer::sum);
        paths.add(twin == 1 ? word : word + "~" + twin);
      }
    }
  }

  private void match(Edition before) {
    Set<String> taken = new HashSet<>();
    Map<String, Placed> byText = unique(before);
    for (int i = 0; i < provisions.length; i++) {
      Placed same =
          paths.get(i).isEmpty()
              ? null
              : byText.get(unnumbered(words(i), outline.segments().get(i).path()));
      if (same != null && same.provision() != null && taken.add(same.provision())) {
        provisions[i] = same.provision();
      }
    }
    Map<String, Placed> byPath = new HashMap<>();
    before.placed().forEach(p -> byPath.put(p.path(), p));
    for (int i = 0; i < provisions.length; i++) {
      Placed there = paths.get(i).isEmpty() ? null : byPath.get(paths.get(i));
      if (provisions[i] == null
          && there != null
          && there.provision() != null
          && !taken.contains(there.provision())
          && alike(there.text(), words(i)) >= ALIKE) {
        taken.add(there.provision());
        provisions[i] = there.provision();
      }
    }
  }

  /** What is said once there: words that stand twice do not tell which of both they are. */
  private static Map<String, Placed> unique(Edition before) {
    Map<String, Placed> byText = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (Placed placed : before.placed()) {
      String words = unnumbered(placed.text(), placed.number());
      if (byText.put(words, placed) != null) {
        twice.add(words);
      }
    }
    byText.keySet().removeAll(twice);
    return byText;
  }

  /** What it says without its own number, which another edition may change. */
  private static String unnumbered(String text, @Nullable NumberPath number) {
    String words = text.strip();
    if (number == null) {
      return words;
    }
    String word = number.last().word();
    boolean hasWord = !word.isEmpty() && words.regionMatches(true, 0, word, 0, word.length());
    String rest = hasWord ? words.substring(word.length()) : words;
    return NUMBER.matcher(rest).replaceFirst("");
  }

  /** Share of the words of both that each has. */
  private static double alike(String one, String other) {
    Set<String> words = words(one);
    Set<String> all = words(other);
    long common = all.stream().filter(words::contains).count();
    words.addAll(all);
    return words.isEmpty() ? 1 : (double) common / words.size();
  }

  private static Set<String> words(String text) {
    Set<String> words =
        new HashSet<>(Arrays.asList(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), 0)));
    words.remove("");
    return words;
  }

  private String words(int segment) {
    return outline.words(outline.segments().get(segment));
  }

  private List<Placed> placed() {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < provisions.length; i++) {
      Segment segment = outline.segments().get(i);
      String known = provisions[i];
      String fresh = paths.get(i).isEmpty() ? null : RandomIds.from(thing + "/" + number + "/" + i);
      placed.add(
          new Placed(
              known == null ? fresh : known,
              segment.kind(),
              segment.level(),
              segment.path(),
              paths.get(i),
              StoredText.of(words(i))));
    }
    return placed;
  }
}
