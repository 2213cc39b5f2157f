package org.caucus.coalition.instruments.aligning;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which words of a text were removed and added. Words are told apart as Unicode says (UAX 29), so
 * that those of Arabic keep their marks; joined, what stayed and what was removed is the earlier
 * text, and what stayed and what was added the later one.
 */
public final class WordDiff {
  /** Words that are compared one by one; of longer texts sentences are. */
  private static final int MOST_WORDS = 4_000;

  private WordDiff() {}

  /** What became of words. */
  public enum Kind {
    KEPT,
    REMOVED,
    ADDED
  }

  /** Words that stand together, of which the same became. */
  public record Span(Kind kind, String text) {}

  /** From the earlier to the later text. */
  public static List<Span> of(String before, String after) {
    List<String> one = pieces(before);
    List<String> other = pieces(after);
    Patch<String> patch = DiffUtils.diff(one, other);
    List<Span> spans = new ArrayList<>();
    int at = 0;
    for (AbstractDelta<String> delta : patch.getDeltas()) {
      int from = delta.getSource().getPosition();
      add(spans, Kind.KEPT, one.subList(at, from));
      add(spans, Kind.REMOVED, delta.getSource().getLines());
      add(spans, Kind.ADDED, delta.getTarget().getLines());
      at = from + delta.getSource().size();
    }
    add(spans, Kind.KEPT, one.subList(at, one.size()));
    return List.copyOf(spans);
  }

  private static void add(List<Span> spans, Kind kind, List<String> pieces) {
    if (!pieces.isEmpty()) {
      spans.add(new Span(kind, String.join("", pieces)));
    }
  }

  private static List<String> pieces(String text) {
    List<String> words = words(text);
    if (words.size() <= MOST_WORDS) {
      return words;
    }
    List<String> sentences = cut(text, BreakIterator.getSentenceInstance(Locale.ROOT));
    return sentences.size() <= MOST_WORDS ? sentences : List.of(text);
  }

  /** The words of a text and what stands between them, in order. */
  static List<String> words(String text) {
    return cut(text, BreakIterator.getWordInstance(Locale.ROOT));
  }

  private static List<String> cut(String text, BreakIterator where) {
    where.setText(text);
    List<String> pieces = new ArrayList<>();
    int from = where.first();
    for (int to = where.next(); to != BreakIterator.DONE; to = where.next()) {
      pieces.add(text.substring(from, to));
      from = to;
    }
    return pieces;
  }
}
