package org.caucus.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.caucus.email.text.ReadableText;

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
    List<Header> extra) {

  /** Longest line left unencoded, in octets; longer ones go as quoted-printable. */
  private static final int MAX_BARE_LINE_OCTETS = 900;

  /** Keeps the lists as they are now. */
  public PlainLetter {
    to = List.copyOf(to);
    references = List.copyOf(references);
    extra = List.copyOf(extra);
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
        List.of());
  }

  /** The same letter as an answer. */
  public PlainLetter answering(String answeredId, List<String> thread) {
    return new PlainLetter(
        from, to, subject, messageId, date, text, Optional.of(answeredId), thread, replyTo, extra);
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
        extra);
  }

  /** The same letter with further fields. */
  public PlainLetter withHeaders(List<Header> more) {
    List<Header> all = new ArrayList<>(extra);
    all.addAll(more);
    return new PlainLetter(
        from, to, subject, messageId, date, text, inReplyTo, references, replyTo, all);
  }

  /** The letter as it goes on the wire. */
  public byte[] toBytes() {
    byte[] words = lines();
    boolean bare = isBare(words);
    ByteArrayOutputStream out = new ByteArrayOutputStream(words.length + 1024);
    headers(bare).forEach(header -> out.writeBytes(header.toBytes()));
    out.writeBytes(new byte[] {'\r', '\n'});
    out.writeBytes(bare ? words : quotedPrintable(words));
    return out.toByteArray();
  }

  private List<Header> headers(boolean bare) {
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
    headers.add(Header.structured("Content-Type", "text/plain; charset=utf-8"));
    headers.add(Header.structured("Content-Transfer-Encoding", bare ? "7bit" : "quoted-printable"));
    return headers;
  }

  /** The words with CRLF line ends, the last line ended too. */
  private byte[] lines() {
    String unix = ReadableText.tidy(text) + "\n";
    return unix.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isBare(byte[] words) {
    int column = 0;
    for (byte octet : words) {
      column = octet == '\n' ? 0 : column + 1;
      boolean plain =
          (octet >= ' ' && octet < 0x7f) || octet == '\t' || octet == '\r' || octet == '\n';
      if (!plain || column > MAX_BARE_LINE_OCTETS) {
        return false;
      }
    }
    return true;
  }

  private static byte[] quotedPrintable(byte[] words) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(words.length * 2);
      EncoderUtil.encodeQ(new ByteArrayInputStream(words), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory streams do not fail", e);
    }
  }
}
