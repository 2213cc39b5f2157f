package org.caucus.coalition.mailcommands.replies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.actions.RsvpReply;
import org.caucus.coalition.reactions.Reaction;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a message that says one of a few words and nothing else, such as {@code thank you}:
 * it is given as a reaction, so that a list of hundreds does not get it as a letter. Words that say
 * more are posted.
 */
public final class ReactionReply {
  private static final Map<String, Reaction> WORDS = new HashMap<>();

  static {
    words(Reaction.PLUS_ONE, "agree", "agreed", "i agree", "we agree", "+1");
    words(Reaction.PLUS_ONE, "d'accord", "je suis d'accord", "nous sommes d'accord");
    words(Reaction.PLUS_ONE, "موافق", "موافقة", "أوافق", "نوافق");
    words(Reaction.THANKS, "thanks", "thank you", "many thanks", "thanks a lot", "thank you all");
    words(Reaction.THANKS, "thanks all", "thank you very much", "thank you so much");
    words(Reaction.THANKS, "merci", "merci beaucoup", "un grand merci", "merci à tous");
    words(
        Reaction.THANKS, "merci à toutes et à tous", "شكرا", "شكرًا", "شكرا جزيلا", "شكرًا جزيلًا");
    words(Reaction.THANKS, "شكرا لكم", "شكرًا لكم");
    words(Reaction.SEEN, "seen", "noted", "vu", "bien noté", "تم الاطلاع", "اطلعت", "علم");
    words(Reaction.CONGRATULATIONS, "well done", "congratulations", "congrats");
    words(Reaction.CONGRATULATIONS, "bravo", "félicitations", "أحسنتم", "تهانينا", "مبروك");
    words(Reaction.SOLIDARITY, "solidarity", "in solidarity", "solidarité", "تضامن", "نتضامن");
  }

  private ReactionReply() {}

  private static void words(Reaction reaction, String... words) {
    List.of(words).forEach(word -> WORDS.put(bare(word), reaction));
  }

  /** Arabic is written with and without vowels; an apostrophe is straight or bent. */
  private static String bare(String word) {
    return word.replace('\u2019', '\'').replaceAll("[\\u064b-\\u0652]", "");
  }

  /**
   * What an answer reacts with; empty if it says anything else, or answers no message.
   *
   * @param answers the entry it answers; null for the thing itself
   */
  public static Optional<Reaction> of(Ref parent, @Nullable String answers, String text) {
    return parent.kind() == Ref.Kind.THREAD && answers != null
        ? RsvpReply.First.of(text)
            .filter(RsvpReply.First::alone)
            .map(first -> WORDS.get(bare(first.word())))
        : Optional.empty();
  }
}
