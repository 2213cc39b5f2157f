package org.caucus.messaging.distribution.rendering;

import java.util.Map;
import org.caucus.coalition.lists.subscriptions.ListStyle;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;

/** Says where a reply to a letter of a list goes. */
public final class ReplyToPolicy {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("replies");

  private ReplyToPolicy() {}

  /** In one sentence, to the person who reads this language. */
  public static String said(ListStyle style, MailAddress list, Language language) {
    return PHRASES.say(
        language, style.toAuthor() ? "author" : "list", Map.of("address", list.toString()));
  }

  /** What stands in place of a letter at which a server ended. */
  public static String ended(String page, Language language) {
    return PHRASES.say(language, "ended", Map.of("link", page));
  }

  /** What stands below the letters of a list that has a footer; empty where it has none. */
  public static String footer(ListStyle style, MailAddress list, Language language) {
    return style.footer().isBlank() ? "" : style.footer() + "\n" + said(style, list, language);
  }
}
