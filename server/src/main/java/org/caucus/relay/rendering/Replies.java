package org.caucus.relay.rendering;

import org.caucus.email.MailAddress;
import org.caucus.lists.mail.Style;
import org.caucus.words.Language;
import org.caucus.words.Phrases;

/** Says where a reply to a letter of a list goes. */
public final class Replies {
  private static final Phrases PHRASES = Phrases.of("replies");

  private Replies() {}

  /** In one sentence, to the person who reads this language. */
  public static String said(Style style, MailAddress list, Language language) {
    return PHRASES.say(language, style.toAuthor() ? "author" : "list", list.toString());
  }

  /** What stands in place of a letter at which a server ended. */
  public static String ended(String page, Language language) {
    return PHRASES.say(language, "ended", page);
  }

  /** What stands below the letters of a list that has a footer; empty where it has none. */
  public static String footer(Style style, MailAddress list, Language language) {
    return style.footer().isBlank() ? "" : style.footer() + "\n" + said(style, list, language);
  }
}
