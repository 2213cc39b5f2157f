package org.caucus.coalition.polls.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.polls.Poll;
import org.caucus.mail.reply.PhraseFile;
import org.caucus.mail.reply.VisibleLine;

/** The words with which people say what kind of poll they open, in all languages. */
final class PollWords {
  private static final Map<String, List<String>> HEARD = PhraseFile.of("polls");

  private PollWords() {}

  /** The one that is called so in some language. */
  static <E extends Enum<E>> Optional<E> of(E[] all, String said) {
    String bare = bare(said);
    return Arrays.stream(all).filter(one -> words(one).contains(bare)).findFirst();
  }

  /** The one that may have been meant. */
  static <E extends Enum<E>> Optional<E> nearest(E[] all, String said) {
    List<String> known = Arrays.stream(all).flatMap(one -> words(one).stream()).toList();
    return FuzzyMatch.of(bare(said), known).flatMap(word -> of(all, word));
  }

  /** How one is written, for an example. */
  static String word(Enum<?> one) {
    return one == Poll.VoiceOf.SEAT ? "person" : ChoiceParser.word(one);
  }

  /** How they are written, with commas between them. */
  static String words(Enum<?>[] all) {
    return String.join(", ", Arrays.stream(all).map(PollWords::word).toList());
  }

  /** Whether words say that something is so of each side. */
  static boolean isBySide(String said) {
    return heard("BY_SIDE").contains(bare(said));
  }

  private static List<String> words(Enum<?> one) {
    String named = one.getDeclaringClass().getSimpleName() + "." + one.name();
    return Stream.concat(heard(named).stream(), Stream.of(ChoiceParser.word(one))).toList();
  }

  private static List<String> heard(String which) {
    return HEARD.getOrDefault(which, List.of()).stream().map(PollWords::bare).toList();
  }

  private static String bare(String said) {
    return VisibleLine.bare(said.replace('-', ' ').replace('_', ' '));
  }
}
