package org.caucus.mail.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.mail.message.text.HeaderFields;
import org.caucus.mail.message.text.HeaderText;

/**
 * What a person would read in a letter. Every sequence of octets has a reading: nothing here throws
 * for bad input.
 *
 * @param from authors, RFC 5322 section 3.6.2
 * @param sender who sent it for them, when that is someone else
 * @param to named recipients
 * @param cc recipients of a copy
 * @param replyTo where answers are asked to go; empty means to the authors
 * @param subject decoded, one line
 * @param messageId without angle brackets
 * @param inReplyTo identifiers of In-Reply-To in order, each once, without angle brackets
 * @param references identifiers of the thread, oldest first, each once, without angle brackets
 * @param date when the sender's program says it was written
 * @param text the letter's words: plain text preferred, HTML made readable with its links
 * @param attachments parts offered as files, in order
 * @param damaged whether the MIME structure was broken or beyond the limits, so that something may
 *     be missing
 */
public record ParsedLetter(
    List<NamedAddress> from,
    Optional<NamedAddress> sender,
    List<NamedAddress> to,
    List<NamedAddress> cc,
    List<NamedAddress> replyTo,
    String subject,
    Optional<String> messageId,
    List<String> inReplyTo,
    List<String> references,
    Optional<Instant> date,
    String text,
    List<Attachment> attachments,
    boolean damaged) {

  /** Reads a letter. */
  public static ParsedLetter of(byte[] letter) {
    return of(RawLetter.of(letter));
  }

  /** Reads a letter whose header block is already known. */
  public static ParsedLetter of(RawLetter letter) {
    return of(letter, LetterParser.read(letter));
  }

  /** Reads its header alone: without words and attachments. */
  public static ParsedLetter head(RawLetter letter) {
    return of(letter, new LetterParser.Reading("", List.of(), false));
  }

  private static ParsedLetter of(RawLetter letter, LetterParser.Reading reading) {
    return new ParsedLetter(
        addresses(letter, "From"),
        addresses(letter, "Sender").stream().findFirst(),
        addresses(letter, "To"),
        addresses(letter, "Cc"),
        addresses(letter, "Reply-To"),
        letter.value("Subject").map(HeaderFields::subject).orElse(""),
        letter.value("Message-ID").flatMap(HeaderFields::firstId),
        letter.value("In-Reply-To").map(HeaderFields::answered).orElse(List.of()),
        HeaderFields.ids(letter.values("References")),
        letter.value("Date").flatMap(HeaderFields::date),
        reading.text(),
        reading.attachments(),
        reading.damaged());
  }

  private static List<NamedAddress> addresses(RawLetter letter, String name) {
    return letter.value(name).map(NamedAddress::parseList).orElse(List.of());
  }

  /**
   * The formatted form of a letter, as its sender made it: not to be shown as it is.
   *
   * @param html markup of the first HTML part that is to be read
   * @param pictures parts that it may refer to by {@code cid:} (RFC 2392), by Content-ID
   */
  @SuppressWarnings("ArrayRecordComponent") // shown once and forgotten, never compared
  public record Formatted(String html, Map<String, byte[]> pictures) {
    /**
     * Octets of one picture, and of the markup; what is longer is cut, and a cut picture is not
     * one.
     */
    public static final int MAX_PART_OCTETS = 2 * 1024 * 1024;

    /** Pictures that are read; the rest is left out. */
    public static final int MAX_PICTURES = 50;

    /** The formatted form of a letter; empty if it has none. */
    public static Optional<Formatted> of(byte[] letter) {
      MimePart root =
          LetterParser.walked(
              RawLetter.of(letter), p -> p.isHtmlWords() || p.isPicture(), MAX_PART_OCTETS);
      return root.all()
          .filter(MimePart::isHtmlWords)
          .findFirst()
          .map(part -> new Formatted(part.asText(), pictures(root)));
    }

    private static Map<String, byte[]> pictures(MimePart root) {
      Map<String, byte[]> found = new LinkedHashMap<>();
      root.all()
          .filter(p -> p.isPicture() && p.kept().length < MAX_PART_OCTETS)
          .limit(MAX_PICTURES)
          .forEach(p -> found.putIfAbsent(HeaderText.clean(p.contentId()), p.kept()));
      return found;
    }
  }
}
