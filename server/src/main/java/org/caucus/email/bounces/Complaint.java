package org.caucus.email.bounces;

import java.util.Locale;
import java.util.Optional;
import org.caucus.email.Attachment;
import org.caucus.email.ParsedLetter;
import org.caucus.email.RawLetter;

/** A report of abuse (ARF, RFC 5965): somebody pressed the button that says spam. */
final class Complaint {
  private static final String PART = "message/feedback-report";

  private Complaint() {}

  /** The kind of feedback in lower case, such as {@code abuse} or {@code fraud}. */
  static Optional<String> kind(ParsedLetter parsed, byte[] letter) {
    return parsed.attachments().stream()
        .filter(a -> a.type().equals(PART))
        .findFirst()
        .map(report -> kind(report, letter));
  }

  private static String kind(Attachment report, byte[] letter) {
    return RawLetter.of(report.contentIn(letter))
        .value("Feedback-Type")
        .map(v -> v.strip().toLowerCase(Locale.ROOT))
        .orElse("other");
  }
}
