package org.caucus.coalition.reviews.mail;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.reviews.Stance;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;

/** The words with which people answer a review, in all languages. */
final class ReviewWords {
  private static final Pattern BLANK = Pattern.compile(" +");
  private static final Map<String, List<String>> HEARD = PhraseFile.of("reviews");
  private static final Set<String> STRESS = heard("STRESS").collect(Collectors.toSet());
  private static final Map<String, Stance> STANCES = stances();
  private static final Set<String> HEDGES = heard("HEDGE").collect(Collectors.toSet());

  /** What may stand behind a stance. */
  private static final Pattern END = Pattern.compile("[:\uff1a.!;(,\u060c\u2013\u2014]| -");

  /** What may stand at the end of words and is none of them. */
  private static final String MARKS = ".,!?;: ";

  /** Words of the longest stance. */
  private static final int MOST_WORDS = 4;

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
      heard(stance.name())
          .flatMap(words -> Stream.of(words, unstressed(words)))
          .filter(words -> !words.isEmpty())
          .forEach(words -> all.putIfAbsent(words, stance));
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
    Optional<Stance> stance = stance(ends ? words.substring(0, end.start()) : words);
    if (stance.isEmpty()) {
      return because(words);
    }
    if (!ends) {
      return Optional.of(new Taken(stance.get(), ""));
    }
    String said = words.substring(end.end()).strip();
    return switch (end.group().strip()) {
      case "(" ->
          hedges(said)
              ? Optional.empty()
              : Optional.of(new Taken(stance.get(), words.substring(end.start())));
      case ":", "\uff1a", ".", "!" -> Optional.of(new Taken(stance.get(), said));
      default -> hedges(said) ? Optional.empty() : Optional.of(new Taken(stance.get(), said));
    };
  }

  /** The stance that these words are, whole. */
  static Optional<Stance> stance(String words) {
    Stance plain = STANCES.get(VisibleLine.bare(words));
    return plain != null
        ? Optional.of(plain)
        : Optional.ofNullable(STANCES.get(unstressed(VisibleLine.bare(words))));
  }

  private static String unstressed(String words) {
    return Arrays.stream(BLANK.split(words, -1))
        .filter(word -> !STRESS.contains(word))
        .collect(Collectors.joining(" "));
  }

  /** "support, but only for small ones": it is not known what that is. */
  private static boolean hedges(String said) {
    String bare = VisibleLine.bare(said);
    if (is("FEWER", said.replaceAll("[()\\[\\].!]", ""))) {
      return false;
    }
    return HEDGES.stream().anyMatch(word -> bare.equals(word) || bare.startsWith(word + " "))
        || beginsWithStance(said);
  }

  /** "oppose because it is too short". */
  private static Optional<Taken> because(String words) {
    String[] each = BLANK.split(words, MOST_WORDS + 2);
    for (int i = 1; i < each.length && i <= MOST_WORDS; i++) {
      String head = String.join(" ", List.of(each).subList(0, i));
      String said = String.join(" ", List.of(each).subList(i, each.length));
      Optional<Stance> stance = stance(head);
      if (stance.isPresent() && isBecause(said)) {
        return Optional.of(new Taken(stance.get(), said));
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
      String head = unmarked(String.join(" ", List.of(each).subList(0, i)));
      if (stance(head).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Without marks at its end. */
  static String unmarked(String words) {
    int end = words.length();
    while (end > 0 && MARKS.indexOf(words.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.substring(0, end).strip();
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
