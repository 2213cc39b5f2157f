package org.caucus.messaging.distribution.headers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.markdown.HtmlLetter;
import org.caucus.mail.message.markdown.HtmlLetter.Look;
import org.caucus.messaging.delivery.Composition;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A letter that this server writes itself. The one place where such a letter gets its fields: From,
 * To, Reply-To, Message-ID, In-Reply-To, Auto-Submitted, Precedence and language. A kind of letter
 * gives its recipient, and the key of its words with their values.
 */
public final class SystemMail {
  private static final String NAME = "Caucus";
  private static final MessageCatalogue OPEN = MessageCatalogue.of("notices");

  private final Site site;
  private final Language language;
  private final NamedAddress to;
  private final boolean html;
  private final List<Header> headers;
  private NamedAddress from;
  private Composition.@Nullable CalendarPart calendar;

  /** Who gets it, in which language and form. */
  public static final class Recipient {
    private final NamedAddress to;
    private final Language language;
    private final boolean html;

    private Recipient(NamedAddress to, Language language, boolean html) {
      this.to = to;
      this.language = language;
      this.html = html;
    }

    /** A member, in the form they chose for this workspace. */
    public static Recipient member(
        Workspace state, SeatId seat, NamedAddress to, Language language) {
      return new Recipient(to, language, !TextOnly.chose(state, seat));
    }

    /** A person of whom the address is known alone, in the form they chose anywhere. Blocks. */
    public static Recipient person(SeatAddresses readers, NamedAddress to, Language language) {
      return new Recipient(to, language, !TextOnly.chose(readers, to.address()));
    }

    /** The same, by no name. */
    public static Recipient person(SeatAddresses readers, MailAddress to, Language language) {
      return person(readers, NamedAddress.of(to), language);
    }

    /** Anybody, with text alone whatever they chose. */
    public static Recipient plain(MailAddress to, Language language) {
      return new Recipient(NamedAddress.of(to), language, false);
    }
  }

  private SystemMail(Site site, Recipient recipient, NamedAddress from, List<Header> headers) {
    this.site = site;
    this.language = recipient.language;
    this.to = recipient.to;
    this.html = recipient.html;
    this.from = from;
    this.headers = new ArrayList<>(headers);
  }

  /**
   * A letter of the server that nobody asked for.
   *
   * @param mailbox whose of the server's it is: what stands before the @
   */
  public static SystemMail of(Site site, String mailbox, Recipient recipient) {
    NamedAddress from = new NamedAddress(NAME, site.address(mailbox));
    List<Header> headers = ListHeaders.automatic(site, recipient.language);
    return new SystemMail(site, recipient, from, headers);
  }

  /**
   * A letter that answers another, so that no machine answers it.
   *
   * @param mailbox of the workspace: {@code code+help}
   * @param letter Message-ID of what it answers; null if that has none
   */
  public static SystemMail answering(
      Site site, String mailbox, Recipient recipient, @Nullable String letter) {
    List<Header> headers = ListHeaders.answering(site, letter);
    headers.add(ListHeaders.language(recipient.language));
    return new SystemMail(site, recipient, NamedAddress.of(site.address(mailbox)), headers);
  }

  /** News of a workspace, of which its readers may want no more: notices, digests, weeklies. */
  public static SystemMail news(Site site, String workspaceSlug, Recipient recipient) {
    NamedAddress from = NamedAddress.of(site.address(workspaceSlug + "+notices"));
    Header id = ListHeaders.id(workspaceSlug, site);
    return new SystemMail(site, recipient, from, ListHeaders.toMany(id, site, recipient.language));
  }

  /** From another, or by a name. */
  public SystemMail from(NamedAddress sender) {
    from = sender;
    return this;
  }

  /** Where an answer goes, if not to the person it is from. */
  public SystemMail replyTo(MailAddress address) {
    headers.add(Header.addresses("Reply-To", List.of(NamedAddress.of(address))));
    return this;
  }

  /** Below this one in its reader's mail program. */
  public SystemMail below(String letter) {
    headers.addAll(ListHeaders.below(letter));
    return this;
  }

  /** With these fields before its own. */
  public SystemMail before(List<Header> more) {
    headers.addAll(0, more);
    return this;
  }

  /** With these fields besides. */
  public SystemMail with(List<Header> more) {
    headers.addAll(more);
    return this;
  }

  /** With what a calendar reads; null for nothing. */
  public SystemMail with(Composition.@Nullable CalendarPart part) {
    calendar = part;
    return this;
  }

  /**
   * The letter.
   *
   * @param name what it is called by, at this server
   */
  public Composition write(String name, Instant at, String subject, String text) {
    return new Composition(
        from, to, subject, name + "@" + site.domain(), at, text, headers, calendar, page(text));
  }

  private @Nullable String page(String text) {
    return html
        ? HtmlLetter.of(text, new Look(language, site.baseUrl() + "/", OPEN.say(language, "open")))
        : null;
  }

  /** The letter of a parcel. */
  public Composition write(DeliveryBatch parcel, String subject, String text) {
    return write(parcel.id(), parcel.at(), subject, text);
  }

  /**
   * The letter of a parcel, in words of a catalogue: its text is called by the key, its subject by
   * the key and {@code .subject}.
   */
  public Composition write(
      DeliveryBatch parcel, MessageCatalogue words, String key, Map<String, ?> parameters) {
    return write(
        parcel,
        words.say(language, key + ".subject", parameters),
        words.say(language, key, parameters));
  }
}
