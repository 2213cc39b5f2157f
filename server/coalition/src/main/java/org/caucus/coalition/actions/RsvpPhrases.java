package org.caucus.coalition.actions;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.caucus.coalition.actions.Commitment.Answer;
import org.caucus.mail.reply.PhraseFile;

/**
 * The words and the few whole sentences with which people say that they come, may come or do not:
 * {@code Yes, I will be there!} What else they say is not guessed at.
 */
final class RsvpPhrases {
  private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}&&[^']]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Longer lines are no answer, in characters. */
  private static final int MOST_CHARS = 100;

  private static final Map<String, List<String>> HEARD = PhraseFile.of("attendance");

  /** What says nothing besides; the longer ones first. */
  private static final List<String> POLITE = heard("polite");

  private static final Map<String, Answer> ALL = all();

  /** With which sentences begin that may be meant as an answer. */
  private static final List<String> BEGUN = heard("begins");

  private RsvpPhrases() {}

  private static List<String> heard(String which) {
    return Objects.requireNonNull(HEARD.get(which)).stream().map(RsvpPhrases::plain).toList();
  }

  private static Map<String, Answer> all() {
    Map<String, Answer> all = new HashMap<>();
    alone(all, Answer.WILL, heard("yes"), heard("comes"));
    alone(all, Answer.WILL_NOT, heard("no"), heard("does not come"));
    alone(all, Answer.MAY, heard("maybe"), heard("may come"));
    behind(all, Answer.MAY, heard("maybe"), heard("comes"));
    behind(all, Answer.WILL, heard("yes"), heard("behind yes"));
    behind(all, Answer.WILL_NOT, heard("no"), heard("behind no"));
    return Map.copyOf(all);
  }

  /** A word, a sentence, and the sentence behind the word. */
  private static void alone(
      Map<String, Answer> all, Answer answer, List<String> words, List<String> sentences) {
    words.forEach(word -> all.put(word, answer));
    sentences.forEach(sentence -> all.put(sentence, answer));
    behind(all, answer, words, sentences);
  }

  private static void behind(
      Map<String, Answer> all, Answer answer, List<String> words, List<String> sentences) {
    for (String word : words) {
      sentences.forEach(sentence -> all.put(word + " " + sentence, answer));
    }
  }

  /** The answer that a line is, and nothing else; without marks around it. */
  static Optional<Answer> in(String line) {
    if (line.length() > MOST_CHARS || line.indexOf('?') >= 0 || line.indexOf('؟') >= 0) {
      return Optional.empty();
    }
    String words = plain(line);
    Answer whole = ALL.get(words);
    return Optional.ofNullable(whole == null ? ALL.get(blunt(words)) : whole);
  }

  /** Whether a line begins as an answer would. */
  static boolean isBegun(String line) {
    String words = plain(line.substring(0, Math.min(line.length(), MOST_CHARS)));
    return BEGUN.stream().anyMatch(b -> words.equals(b) || words.startsWith(b + " "));
  }

  /** Without what is said out of politeness, wherever it stands. */
  private static String blunt(String words) {
    String padded = " " + words + " ";
    for (String polite : POLITE) {
      padded = padded.replace(" " + polite + " ", " ");
    }
    return padded.strip();
  }

  /** Without marks; letters of Arabic in one spelling. */
  private static String plain(String line) {
    String low = Normalizer.normalize(line, Normalizer.Form.NFC);
    String bare = BLANKS.matcher(MARKS.matcher(low).replaceAll(" ")).replaceAll(" ").strip();
    return String.join(
        "",
        Arrays.stream(bare.split("", -1))
            .map(
                c ->
                    switch (c) {
                      case "أ", "إ", "آ" -> "ا";
                      case "ى" -> "ي";
                      case "ة" -> "ه";
                      default -> c;
                    })
            .toList());
  }
}
