package org.caucus.email.bounces;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.caucus.email.Attachment;
import org.caucus.email.MailAddress;
import org.caucus.email.ParsedLetter;
import org.caucus.email.RawLetter;

/** A report of abuse (ARF, RFC 5965): somebody pressed the button that says spam. */
final class Complaint {
  private static final String PART = "message/feedback-report";
  private static final List<String> LETTERS = List.of("message/rfc822", "text/rfc822-headers");

  /**
   * Feedback by which nobody asks for an end of our mail: that it was no spam after all (RFC 6430),
   * that a signature did not hold (RFC 6591), that a scanner found something.
   */
  private static final Set<String> NO_COMPLAINTS =
      Set.of("not-spam", "auth-failure", "virus", "dkim", "dmarc");

  private Complaint() {}

  /** Whether feedback of this kind says that a person does not want our mail. */
  static boolean isOne(String kind) {
    return !NO_COMPLAINTS.contains(kind);
  }

  /** The kind of feedback in lower case, such as {@code abuse} or {@code fraud}. */
  static Optional<String> kind(ParsedLetter parsed, byte[] letter) {
    return parsed.attachments().stream()
        .filter(a -> a.type().equals(PART))
        .findFirst()
        .map(report -> kind(report, letter));
  }

  /**
   * The return path of the letter that is complained of: as the report has it (RFC 5965 section
   * 3.1), or that letter itself.
   */
  static Optional<MailAddress> returnPath(ParsedLetter parsed, byte[] letter) {
    return part(parsed, letter, PART::equals, "Original-Mail-From")
        .or(() -> part(parsed, letter, LETTERS::contains, "Return-Path"));
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
