package org.caucus.messaging.notifications.digests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.MailingList;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.PlainLetter;
import org.caucus.mail.message.markdown.HtmlLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.messaging.distribution.PostComposer;
import org.caucus.messaging.distribution.headers.ListHeaders;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.messaging.distribution.headers.TextOnly;
import org.caucus.messaging.distribution.headers.Unsubscribe;
import org.caucus.messaging.distribution.rendering.MemberAliases;
import org.caucus.messaging.notifications.digests.DigestPosts.Post;
import org.caucus.messaging.notifications.digests.UndeliveredDigests.Missed;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.ReplyTickets;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A digest as a letter. Answers to it reach nobody, and it says so: each post in it has an address
 * of its own to answer at, which keeps that post's audience.
 */
final class DigestLetter {
  /** Posts written out in one digest; the others are counted. */
  static final int MAX_POSTS = 100;

  /** Posts of earlier digests that are named in one, with where they stand. */
  static final int MAX_NAMED = 100;

  /** Octets of posts in one digest; what goes beyond is counted. */
  static final int MAX_OCTETS = 2 * 1024 * 1024;

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("digests");

  private final ReplyTickets replies;
  private final MemberAliases aliases;
  private final Unsubscribe unsubscribe;
  private final Site site;
  private final PostComposer whole;

  DigestLetter(
      ReplyTickets replies,
      MemberAliases aliases,
      Unsubscribe unsubscribe,
      Site site,
      PostComposer whole) {
    this.replies = replies;
    this.aliases = aliases;
    this.unsubscribe = unsubscribe;
    this.site = site;
    this.whole = whole;
  }

  /** What was in a digest that did not come. */
  record Absent(Missed missed, List<Post> posts) {
    Absent {
      posts = List.copyOf(posts);
    }
  }

  /**
   * What a digest is made of.
   *
   * @param absent what is only named
   * @param withheld how many more there are that mail says nothing of
   * @param id random, what the letter is called by
   */
  record Digest(
      Workspace state,
      MailingList list,
      Seat seat,
      MailAddress to,
      List<Post> posts,
      List<Absent> absent,
      int withheld,
      String id,
      Instant at,
      Language language) {
    Digest {
      posts = List.copyOf(posts);
      absent = List.copyOf(absent);
    }

    String say(String key) {
      return PHRASES.say(language, key);
    }

    String say(String key, Map<String, ?> values) {
      return PHRASES.say(language, key, values);
    }

    /** The day that was then where the reader is. */
    String day(Instant then) {
      ZoneId zone = state.lists().habits().now(seat.id()).zone();
      return LocalFormats.day(language, LocalDate.ofInstant(then, zone));
    }

    /** What posts are in it by name. */
    String name() {
      return list.isConversations() ? say("conversations") : HeaderText.clean(list.name());
    }

    String title() {
      return say("title", Map.of("list", name(), "day", day(at)));
    }
  }

  /** The letter, not signed yet. */
  byte[] of(Digest digest, Delivery mode) {
    DigestText text = new DigestText(digest, site, replies, aliases);
    return switch (mode) {
      case SUMMARY -> summary(digest, text.summary());
      case MIME_DIGEST -> parts(digest, text);
      case EACH, DIGEST, SPECIAL, NONE -> whole(digest, text.whole());
    };
  }

  private byte[] summary(Digest digest, String text) {
    return written(digest, text, look -> HtmlLetter.of(text, look));
  }

  private byte[] whole(Digest digest, DigestText.Whole whole) {
    return written(
        digest,
        whole.text(),
        look -> HtmlLetter.digest(whole.contents(), whole.messages(), whole.end(), look));
  }

  /**
   * @param page null for a letter that is too long to have one
   */
  private byte[] written(
      Digest digest, String text, Function<HtmlLetter.Look, @Nullable String> page) {
    boolean textOnly = TextOnly.chose(digest.state(), digest.seat().id());
    return PlainLetter.of(
            from(digest),
            List.of(new NamedAddress(HeaderText.clean(digest.seat().name()), digest.to())),
            subject(digest),
            messageId(digest),
            digest.at(),
            text)
        .withHeaders(headers(digest))
        .formatted(textOnly ? null : page.apply(HtmlLetter.Look.of(digest.language())))
        .toBytes();
  }

  private NamedAddress from(Digest digest) {
    return new NamedAddress(
        digest.name(), site.address(digest.state().members().slug() + "+notices"));
  }

  private static String subject(Digest digest) {
    return digest.say("subject", Map.of("n", digest.posts().size(), "title", digest.title()));
  }

  private String messageId(Digest digest) {
    return digest.id() + "@" + site.domain();
  }

  private List<Header> headers(Digest digest) {
    String slug = digest.state().members().slug();
    Header id = ListHeaders.id(digest.state(), digest.list(), site);
    List<Header> headers = ListHeaders.toMany(id, site, digest.language());
    headers.addAll(ListHeaders.ways(digest.state(), digest.list(), site));
    headers.addAll(unsubscribe.headers(slug, digest.list().slug(), digest.seat().id()));
    return headers;
  }

  /** A page of what is in it, then each post as its letter (RFC 2046 section 5.1.5). */
  private byte[] parts(Digest digest, DigestText text) {
    ByteArrayOutputStream letters = new ByteArrayOutputStream();
    String inner = "=_digest_" + digest.id();
    int written = 0;
    for (Post post : digest.posts()) {
      byte[] letter =
          whole.letter(
              digest.state(), post.entry(), post.reader(), post.sequence(), digest.language());
      if (written == MAX_POSTS || letters.size() + letter.length > MAX_OCTETS) {
        break;
      }
      letters.writeBytes(octets("--" + inner + "\r\n\r\n"));
      letters.writeBytes(letter);
      letters.writeBytes(octets("\r\n"));
      written++;
    }
    return multipart(digest, text.contents(written), inner, letters.toByteArray());
  }

  private byte[] multipart(Digest digest, String contents, String inner, byte[] letters) {
    String outer = "=_page_" + digest.id();
    ByteArrayOutputStream out = new ByteArrayOutputStream(letters.length + 4096);
    List<Header> head = new ArrayList<>();
    head.add(Header.addresses("From", List.of(from(digest))));
    head.add(Header.addresses("To", List.of(NamedAddress.of(digest.to()))));
    head.add(Header.text("Subject", subject(digest)));
    head.add(Header.date("Date", digest.at()));
    head.add(Header.ids("Message-ID", List.of(messageId(digest))));
    head.addAll(headers(digest));
    head.add(Header.structured("MIME-Version", "1.0"));
    head.add(Header.structured("Content-Type", "multipart/mixed; boundary=\"" + outer + "\""));
    head.add(Header.structured("Content-Transfer-Encoding", "8bit"));
    head.forEach(h -> out.writeBytes(h.toBytes()));
    out.writeBytes(octets("\r\n--" + outer + "\r\nContent-Type: text/plain; charset=utf-8\r\n"));
    out.writeBytes(octets("Content-Transfer-Encoding: 8bit\r\n\r\n"));
    out.writeBytes(octets(contents.replace("\n", "\r\n")));
    if (letters.length > 0) {
      out.writeBytes(octets("\r\n--" + outer + "\r\nContent-Transfer-Encoding: 8bit\r\n"));
      out.writeBytes(octets("Content-Type: multipart/digest; boundary=\"" + inner + "\"\r\n\r\n"));
      out.writeBytes(letters);
      out.writeBytes(octets("--" + inner + "--\r\n"));
    }
    out.writeBytes(octets("\r\n--" + outer + "--\r\n"));
    return out.toByteArray();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
