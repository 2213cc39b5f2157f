package org.caucus.coalition.reviews.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.coalition.reviews.Stance;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;

/** The words with which people answer a review, in all languages. */
final class ReviewWords {
  private static final Map<String, List<String>> HEARD = PhraseFile.of("reviews");
  private static final Map<String, Stance> STANCES = stances();

  /** What may stand behind a stance. */
  private static final Pattern END = Pattern.compile("[:\uff1a.!;(,\u060c\u2013\u2014]| -");

  /** Words of the longest stance. */
  private static final int MOST_WORDS = 4;

  private static final Pattern BLANK = Pattern.compile(" +");

  private ReviewWords() {}

  /**
   * A stance with what is said behind it.
   *
   * @param reason may be empty
   */
  record Taken(Stance stance, String reason) {}

  private static Map<String, Stance> stances() {
    Map<String, Stance> all = new HashMap<>();
    for (Stance stance : Stance.values()) {
      heard(stance.name()).forEach(words -> all.put(words, stance));
    }
    return Map.copyOf(all);
  }

  /**
   * The stance that words take, and nothing else: "support with changes" takes none.
   *
   * @param words as a person sees them
   */
  static Optional<Taken> taken(String words) {
    Matcher end = END.matcher(words);
    boolean ends = end.find();
    String head = ends ? words.substring(0, end.start()) : words;
    Stance stance = STANCES.get(VisibleLine.bare(head));
    if (stance == null) {
      return because(words);
    }
    if (!ends) {
      return Optional.of(new Taken(stance, ""));
    }
    String said = words.substring(end.end()).strip();
    return switch (end.group().strip()) {
      case "(" -> Optional.of(new Taken(stance, words.substring(end.start())));
      case ",", "\u060c" ->
          isBecause(said) ? Optional.of(new Taken(stance, said)) : Optional.empty();
      default -> Optional.of(new Taken(stance, said));
    };
  }

  /** "oppose because it is too short". */
  private static Optional<Taken> because(String words) {
    String[] each = BLANK.split(words, MOST_WORDS + 2);
    for (int i = 1; i < each.length && i <= MOST_WORDS; i++) {
      String head = String.join(" ", List.of(each).subList(0, i));
      String said = String.join(" ", List.of(each).subList(i, each.length));
      Stance stance = STANCES.get(VisibleLine.bare(head));
      if (stance != null && isBecause(said)) {
        return Optional.of(new Taken(stance, said));
      }
    }
    return Optional.empty();
  }

  private static boolean isBecause(String said) {
    String bare = VisibleLine.bare(said);
    return heard("BECAUSE").anyMatch(word -> bare.startsWith(word + " "));
  }

  /** Whether words begin with a stance, whatever follows. */
  static boolean beginsWithStance(String words) {
    String[] each = BLANK.split(words, MOST_WORDS + 1);
    for (int i = 1; i <= Math.min(each.length, MOST_WORDS); i++) {
      String head = String.join(" ", List.of(each).subList(0, i)).replaceAll("[,.!?;]+$", "");
      if (STANCES.containsKey(VisibleLine.bare(head))) {
        return true;
      }
    }
    return false;
  }

  /** Whether words are these, and nothing else. */
  static boolean is(String which, String words) {
    String bare = VisibleLine.bare(words);
    return heard(which).anyMatch(bare::equals);
  }

  private static Stream<String> heard(String which) {
    return Objects.requireNonNull(HEARD.get(which), which).stream().map(VisibleLine::bare);
  }
}
