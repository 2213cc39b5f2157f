package org.caucus.mail.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.message.text.AttachmentPart;
import org.jspecify.annotations.Nullable;

/**
 * A plain-text letter that Caucus writes: a post made in the browser, on its way to people who read
 * mail.
 *
 * @param from author
 * @param to named recipients
 * @param subject one line
 * @param messageId without angle brackets
 * @param date when it was written
 * @param text the words, any line ends
 * @param inReplyTo identifier of the letter this answers, without angle brackets
 * @param references identifiers of the thread, oldest first, without angle brackets
 * @param replyTo where answers go, when not to the author
 * @param extra further fields, in order
 * @param files what goes along
 * @param html the same words as a page; null for a letter that is text alone
 */
public record PlainLetter(
    NamedAddress from,
    List<NamedAddress> to,
    String subject,
    String messageId,
    Instant date,
    String text,
    Optional<String> inReplyTo,
    List<String> references,
    Optional<NamedAddress> replyTo,
    List<Header> extra,
    List<AttachmentPart> files,
    @Nullable String html) {

  /** Keeps the lists as they are now. */
  public PlainLetter {
    to = List.copyOf(to);
    references = List.copyOf(references);
    extra = List.copyOf(extra);
    files = List.copyOf(files);
  }

  /** A letter that starts a thread. */
  public static PlainLetter of(
      NamedAddress from,
      List<NamedAddress> to,
      String subject,
      String messageId,
      Instant date,
      String text) {
    return new PlainLetter(
        from,
        to,
        subject,
        messageId,
        date,
        text,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        null);
  }

  /** The same letter with other words. */
  public PlainLetter saying(String words) {
    return new PlainLetter(
        from,
        to,
        subject,
        messageId,
        date,
        words,
        inReplyTo,
        references,
        replyTo,
        extra,
        files,
        html);
  }

  /** The same letter with files. */
  public PlainLetter enclosing(List<AttachmentPart> enclosed) {
    return new PlainLetter(
        from,
        to,
        subject,
        messageId,
        date,
        text,
        inReplyTo,
        references,
        replyTo,
        extra,
        enclosed,
        html);
  }

  /** The same letter as an answer. */
  public PlainLetter answering(String answeredId, List<String> thread) {
    return new PlainLetter(
        from,
        to,
        subject,
        messageId,
        date,
        text,
        Optional.of(answeredId),
        thread,
        replyTo,
        extra,
        files,
        html);
  }

  /** The same letter with answers asked to go elsewhere. */
  public PlainLetter withReplyTo(NamedAddress address) {
    return new PlainLetter(
        from,
        to,
        subject,
        messageId,
        date,
        text,
        inReplyTo,
        references,
        Optional.of(address),
        extra,
        files,
        html);
  }

  /** The same letter with further fields. */
  public PlainLetter withHeaders(List<Header> more) {
    List<Header> all = new ArrayList<>(extra);
    all.addAll(more);
    return new PlainLetter(
        from, to, subject, messageId, date, text, inReplyTo, references, replyTo, all, files, html);
  }

  /** The letter as it goes on the wire. */
  public byte[] toBytes() {
    return on(content()).toBytes();
  }

  /** The same letter with its words as a page besides; null for none. */
  public PlainLetter formatted(@Nullable String page) {
    return new PlainLetter(
        from,
        to,
        subject,
        messageId,
        date,
        text,
        inReplyTo,
        references,
        replyTo,
        extra,
        files,
        page);
  }

  /**
   * What letters of the same words and files have alike, no matter who they are for: the fields
   * that say what the body is, and the body.
   */
  public RawLetter content() {
    byte[] words = words();
    if (files.isEmpty()) {
      return RawLetter.of(words);
    }
    List<byte[]> parts = new ArrayList<>(List.of(words));
    files.forEach(file -> parts.add(file.toBytes()));
    return RawLetter.of(Multipart.of("mixed", messageId, parts).toBytes());
  }

  /** The words, in each of their forms; the last is the one to show (RFC 2046 section 5.1.4). */
  private byte[] words() {
    byte[] plain = new TextPart("plain", text).toBytes();
    return html == null
        ? plain
        : Multipart.of(
                "alternative", messageId, List.of(plain, new TextPart("html", html).toBytes()))
            .toBytes();
  }

  /** The letter with the content of one of the same words, files and identifier. */
  public RawLetter on(RawLetter content) {
    return content.prepend(headers().toArray(Header[]::new));
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    headers.add(Header.addresses("From", List.of(from)));
    headers.add(Header.addresses("To", to));
    replyTo.ifPresent(address -> headers.add(Header.addresses("Reply-To", List.of(address))));
    headers.add(Header.text("Subject", subject));
    headers.add(Header.date("Date", date));
    headers.add(Header.ids("Message-ID", List.of(messageId)));
    inReplyTo.ifPresent(id -> headers.add(Header.ids("In-Reply-To", List.of(id))));
    if (!references.isEmpty()) {
      headers.add(Header.ids("References", references));
    }
    headers.addAll(extra);
    headers.add(Header.structured("MIME-Version", "1.0"));
    return headers;
  }
}
