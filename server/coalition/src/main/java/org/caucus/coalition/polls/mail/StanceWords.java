package org.caucus.coalition.polls.mail;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.caucus.coalition.polls.BallotValue;
import org.caucus.coalition.polls.BallotValue.Stance;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;

/** The words with which people take a stance, or say whether a time suits, in all languages. */
final class StanceWords {
  private static final Map<String, List<String>> HEARD = PhraseFile.of("polls");
  private static final Map<String, Stance> STANCES = stances();
  private static final Map<String, Integer> SUITS =
      suits(Map.of("YES", BallotValue.YES, "MAYBE", BallotValue.MAYBE, "NO", BallotValue.NO));

  private StanceWords() {}

  private static Map<String, Stance> stances() {
    Map<String, Stance> all = new HashMap<>();
    Arrays.stream(Stance.values())
        .forEach(stance -> heard(stance.name()).forEach(words -> all.put(words, stance)));
    return Map.copyOf(all);
  }

  private static Map<String, Integer> suits(Map<String, Integer> marks) {
    Map<String, Integer> all = new HashMap<>();
    marks.forEach((name, mark) -> heard(name).forEach(word -> all.put(word, mark)));
    return Map.copyOf(all);
  }

  private static List<String> heard(String which) {
    return Objects.requireNonNull(HEARD.get(which)).stream().map(StanceWords::bare).toList();
  }

  /** The stance that these words take. */
  static Optional<Stance> stance(String words) {
    return Optional.ofNullable(STANCES.get(bare(words)));
  }

  /** Whether a time suits. */
  static Optional<Integer> suits(String word) {
    return Optional.ofNullable(SUITS.get(bare(word)));
  }

  /** Without accents, for phones leave them out. */
  private static String bare(String words) {
    return VisibleLine.bare(words).toLowerCase(Locale.ROOT);
  }
}
