package org.caucus.mail.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.caucus.mail.message.text.AttachmentPart;
import org.caucus.mail.message.text.ReadableText;

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
    List<AttachmentPart> files) {

  /** Longest line left unencoded, in octets; longer ones go as quoted-printable. */
  private static final int MAX_BARE_LINE_OCTETS = 900;

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
        List.of());
  }

  /** The same letter with other words. */
  public PlainLetter saying(String words) {
    return new PlainLetter(
        from, to, subject, messageId, date, words, inReplyTo, references, replyTo, extra, files);
  }

  /** The same letter with files. */
  public PlainLetter enclosing(List<AttachmentPart> enclosed) {
    return new PlainLetter(
        from, to, subject, messageId, date, text, inReplyTo, references, replyTo, extra, enclosed);
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
        files);
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
        files);
  }

  /** The same letter with further fields. */
  public PlainLetter withHeaders(List<Header> more) {
    List<Header> all = new ArrayList<>(extra);
    all.addAll(more);
    return new PlainLetter(
        from, to, subject, messageId, date, text, inReplyTo, references, replyTo, all, files);
  }

  /** The letter as it goes on the wire. */
  public byte[] toBytes() {
    return on(content()).toBytes();
  }

  /**
   * What letters of the same words and files have alike, no matter who they are for: the fields
   * that say what the body is, and the body.
   */
  public RawLetter content() {
    byte[] words = lines();
    boolean bare = isBare(words);
    int octets = files.stream().mapToInt(AttachmentPart::mostOctets).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(words.length + 1024 + octets);
    if (!files.isEmpty()) {
      out.writeBytes(
          Header.structured("Content-Type", "multipart/mixed; boundary=\"" + boundary() + "\"")
              .toBytes());
      out.writeBytes(("\r\n--" + boundary() + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    typeOfWords(bare).forEach(header -> out.writeBytes(header.toBytes()));
    out.writeBytes(new byte[] {'\r', '\n'});
    out.writeBytes(bare ? words : quotedPrintable(words));
    for (AttachmentPart file : files) {
      out.writeBytes(("\r\n--" + boundary() + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.writeBytes(file.toBytes());
    }
    if (!files.isEmpty()) {
      out.writeBytes(("--" + boundary() + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    return RawLetter.of(out.toByteArray());
  }

  /** The letter with the content of one of the same words, files and identifier. */
  public RawLetter on(RawLetter content) {
    return content.prepend(headers().toArray(Header[]::new));
  }

  /**
   * Made of the identifier, which is random and given only after the words were written: nobody can
   * write words that end their own part.
   */
  private String boundary() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8));
      return "=_" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static List<Header> typeOfWords(boolean bare) {
    return List.of(
        Header.structured("Content-Type", "text/plain; charset=utf-8"),
        Header.structured("Content-Transfer-Encoding", bare ? "7bit" : "quoted-printable"));
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
