package org.caucus.messaging.distribution.contentfree;

import java.time.Instant;
import java.util.Map;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.OutgoingMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.SystemMail;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Workspace;

/**
 * "Something new", with a link. Nothing in it was written by a person but the workspace's short
 * name, which every address and link here holds: no subject, no words, no names of people, lists,
 * trackers or organisations, no audience, no identifier of another letter. All of a workspace are
 * equal but for random ids, the time, and the language their reader chose.
 */
public final class ContentFreeMail {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("bare");

  private final Site site;
  private final Unsubscribe unsubscribe;
  private final Language language;

  /** Letters from here, in this language. */
  public ContentFreeMail(Site site, Unsubscribe unsubscribe, Language language) {
    this.site = site;
    this.unsubscribe = unsubscribe;
    this.language = language;
  }

  /** Whether mail about something that stands here must be such a letter. */
  public static boolean isAskedFor(Workspace state, Scope scope) {
    return state.lists().content().isWithheld(scope);
  }

  /** What a workspace is called to the person who holds a link out of its mail, be it passed on. */
  public static String called(Workspace state) {
    return isAskedFor(state, Scope.place(Audience.everyone()))
        ? state.members().slug()
        : state.members().name();
  }

  /** The page of a thing, by its random id. */
  public static String page(Ref thing) {
    return Capabilities.page(thing);
  }

  /**
   * The letter.
   *
   * @param path of the page that has the news
   * @param id random, what the letter is called by
   * @param list whose mail it is, for who wants no more of it; empty for notices
   */
  public OutgoingMail of(
      Workspace state,
      MailAddress to,
      SeatId seat,
      String path,
      String id,
      Instant at,
      String list) {
    return of(state, to, seat, path, id, at, new Unsubscribe.What.Mail(list));
  }

  /**
   * The same.
   *
   * @param stops what anyone who wants no more of it stops; it is named by a ticket alone
   */
  public OutgoingMail of(
      Workspace state,
      MailAddress to,
      SeatId seat,
      String path,
      String id,
      Instant at,
      Unsubscribe.What stops) {
    String slug = state.members().slug();
    String text =
        PHRASES.say(
            language,
            "text",
            Map.of("page", site.page(slug, path), "choices", site.page(slug, "my-mail")));
    Composition letter =
        SystemMail.news(site, slug, SystemMail.Recipient.plain(to, language))
            .with(unsubscribe.headers(slug, stops, seat))
            .write(id, at, PHRASES.say(language, "subject", Map.of("workspace", slug)), text);
    return new OutgoingMail.Composed(slug, to, letter);
  }
}
