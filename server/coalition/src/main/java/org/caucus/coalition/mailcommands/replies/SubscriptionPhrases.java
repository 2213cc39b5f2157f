package org.caucus.coalition.mailcommands.replies;

import java.util.Set;
import java.util.regex.Pattern;
import org.caucus.coalition.actions.RsvpReply;
import org.caucus.mail.reply.MobileSignature;

/**
 * What people write to choose their mail, and programs that serve lists read: nothing that anybody
 * says to others. Words that may begin a sentence, such as "who" and "why", are none of these.
 */
public final class SubscriptionPhrases {
  private static final Set<String> WORDS =
      Set.of(
          "unsubscribe",
          "unsubscribe me",
          "subscribe",
          "stop",
          "remove",
          "remove me",
          "signoff",
          "leave",
          "help",
          "lists",
          "which",
          "resume",
          "désabonner",
          "désabonnez-moi",
          "désinscription",
          "désinscrivez-moi",
          "aide",
          "إلغاء الاشتراك",
          "إيقاف",
          "مساعدة");

  /** Orders with more than one word, as they are written to the address that takes them. */
  private static final Pattern ORDER =
      Pattern.compile(
          "set \\S{1,80} (each|digest|mime-digest|summary|special|none)"
              + "|hear [a-z-]{1,40} (each|digest|web|none)"
              + "|suspend \\d{4}-\\d\\d-\\d\\d\\.\\.\\d{4}-\\d\\d-\\d\\d( \\S{1,80})?"
              + "|(leave|unsubscribe|subscribe|resume|index) [a-z0-9-]{1,80}");

  private SubscriptionPhrases() {}

  private static final String PLEASE = "please ";

  /**
   * Whether a letter says such a thing and nothing else, but for quotes and a signature; one
   * without words, whether its subject does.
   */
  public static boolean isAll(String text, String subject) {
    return RsvpReply.First.of(isSilent(text) ? subject : text)
        .filter(RsvpReply.First::alone)
        .map(RsvpReply.First::word)
        .map(word -> word.startsWith(PLEASE) ? word.substring(PLEASE.length()) : word)
        .filter(word -> WORDS.contains(word) || ORDER.matcher(word).matches())
        .isPresent();
  }

  /** Whether nothing stands in it but what a phone puts below a letter. */
  private static boolean isSilent(String text) {
    return text.strip().lines().findFirst().filter(line -> !MobileSignature.isOne(line)).isEmpty();
  }
}
