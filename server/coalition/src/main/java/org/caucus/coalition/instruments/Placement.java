package org.caucus.coalition.instruments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.coalition.instruments.aligning.Aligner;
import org.caucus.coalition.instruments.aligning.Wording;
import org.caucus.coalition.instruments.cutting.NumberPath;
import org.caucus.coalition.instruments.cutting.Outline;
import org.caucus.coalition.instruments.cutting.Segment;
import org.caucus.kernel.RandomIds;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/**
 * Gives the segments of an edition their provisions: those of the edition before that they are, by
 * their words; else new ones.
 */
final class Placement {
  /** Octets of text of one piece, at most, unless one segment has more. */
  private static final int PIECE_BYTES = 256 * 1024;

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
    List<Placed> there = before.placed().stream().filter(Placed::canBeCited).toList();
    List<Integer> here =
        IntStream.range(0, provisions.length).filter(i -> !paths.get(i).isEmpty()).boxed().toList();
    Aligner.align(
            there.stream().map(Placement::wording).toList(), here.stream().map(this::at).toList())
        .same()
        .forEach((a, b) -> provisions[here.get(a)] = there.get(b).provision());
  }

  /** A provision as it is compared. */
  static Wording wording(Placed placed) {
    return Wording.of(placed.path(), placed.kind().isContainer(), bare(placed));
  }

  /** Its words without its own number, with one blank between two. */
  static String bare(Placed placed) {
    return unnumbered(placed.text(), placed.number()).replaceAll("\\s+", " ").strip();
  }

  private Wording at(int i) {
    Segment segment = outline.segments().get(i);
    String words = unnumbered(words(i), segment.path());
    return Wording.of(paths.get(i), segment.kind().isContainer(), words);
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
