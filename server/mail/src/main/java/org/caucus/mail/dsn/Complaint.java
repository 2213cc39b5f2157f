package org.caucus.mail.dsn;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.caucus.mail.message.Attachment;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;

/**
 * A report of abuse: somebody pressed the button that says spam. Most are written in ARF (RFC
 * 5965). Microsoft's Junk Mail Reporting Program sends the letter itself, enclosed, with a field of
 * its own in it or a subject of its own around it; X-ARF and SpamCop mark the report.
 *
 * <p>A person who sends a letter on, and calls it abuse in their own words, complains of nothing: a
 * coalition may speak of little else. So words alone never make a complaint.
 */
final class Complaint {
  private static final String PART = "message/feedback-report";
  private static final List<String> LETTERS =
      List.of("message/rfc822", "message/global", "text/rfc822-headers");

  /** Put into a letter that is complained of by Microsoft. */
  private static final String JUNK_MARK = "X-HmXmrOriginalRecipient";

  /** Fields of whole reports, each of one network. */
  private static final List<String> REPORT_MARKS = List.of("X-XARF", "X-ARF", "X-SpamCop-sourceip");

  private static final Pattern JUNK_SUBJECT =
      Pattern.compile("(?i)complaint about message from \\[?[0-9a-f.:]{7,45}\\]?");

  /** Where a letter says which way back it had, the surest first. */
  private static final List<String> RETURN_PATHS =
      List.of("Return-Path", "X-Envelope-From", "X-Original-Return-Path");

  /**
   * Feedback by which nobody asks for an end of our mail: that it was no spam after all (RFC 6430),
   * that a signature did not hold (RFC 6591), that a scanner found something.
   */
  private static final Set<String> NO_COMPLAINTS =
      Set.of("not-spam", "auth-failure", "virus", "dkim", "dmarc");

  /** Octets of a body in which such a letter shows what it is. */
  private static final int LOOKED_AT_OCTETS = 64 * 1024;

  private Complaint() {}

  /** Whether feedback of this kind says that a person does not want our mail. */
  static boolean isOne(String kind) {
    return !NO_COMPLAINTS.contains(kind);
  }

  /** Whether it is worth a look, by its header and the beginning of its body. */
  static boolean mayBeOne(RawLetter letter, byte[] bytes) {
    String type = letter.value("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    if (!type.startsWith("multipart/") && !type.startsWith("message/")) {
      return false;
    }
    int end = Math.min(bytes.length, letter.bodyOffset() + LOOKED_AT_OCTETS);
    String beginning =
        new String(bytes, letter.bodyOffset(), end - letter.bodyOffset(), ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return type.contains("feedback-report")
        || isMarked(letter)
        || beginning.contains(PART)
        || beginning.contains(JUNK_MARK.toLowerCase(Locale.ROOT));
  }

  /** The kind of feedback in lower case, such as {@code abuse} or {@code fraud}. */
  static Optional<String> kind(RawLetter outer, ParsedLetter parsed, byte[] letter) {
    return parsed.attachments().stream()
        .filter(a -> a.type().equals(PART))
        .findFirst()
        .map(report -> kind(report, letter))
        .or(() -> Optional.of("abuse").filter(a -> isMarked(outer) || isJunk(parsed, letter)));
  }

  private static boolean isMarked(RawLetter letter) {
    return REPORT_MARKS.stream().anyMatch(mark -> letter.value(mark).isPresent())
        || letter
            .value("Subject")
            .filter(s -> JUNK_SUBJECT.matcher(s.strip()).matches())
            .isPresent();
  }

  private static boolean isJunk(ParsedLetter parsed, byte[] letter) {
    return part(parsed, letter, LETTERS::contains, JUNK_MARK).isPresent();
  }

  /**
   * The return path of the letter that is complained of: as the report has it (RFC 5965 section
   * 3.1), or that letter itself.
   */
  static Optional<MailAddress> returnPath(ParsedLetter parsed, byte[] letter) {
    return part(parsed, letter, PART::equals, "Original-Mail-From")
        .or(
            () ->
                RETURN_PATHS.stream()
                    .flatMap(field -> part(parsed, letter, LETTERS::contains, field).stream())
                    .findFirst());
  }

  private static Optional<MailAddress> part(
      ParsedLetter parsed, byte[] letter, Predicate<String> type, String field) {
    return parsed.attachments().stream()
        .filter(a -> type.test(a.type()))
        .flatMap(a -> RawLetter.of(a.contentIn(letter)).value(field).stream())
        .map(v -> v.replace('<', ' ').replace('>', ' ').strip())
        .flatMap(v -> MailAddress.parse(v).stream())
        .findFirst();
  }

  private static String kind(Attachment report, byte[] letter) {
    return RawLetter.of(report.contentIn(letter))
        .value("Feedback-Type")
        .map(v -> v.strip().toLowerCase(Locale.ROOT).split("[\\s;(]", 2)[0])
        .orElse("other");
  }
}
