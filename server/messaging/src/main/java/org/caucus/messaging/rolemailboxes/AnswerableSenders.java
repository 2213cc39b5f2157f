package org.caucus.messaging.rolemailboxes;

import java.util.Optional;
import org.caucus.mail.message.Automation;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;

/** Who may be answered. */
final class AnswerableSenders {
  private AnswerableSenders() {}

  /**
   * The author of a letter, if a person wrote it: programs get no answer (RFC 3834), nor do those
   * who name nobody or several.
   */
  static Optional<MailAddress> answerable(RawLetter letter, @Nullable MailAddress envelopeSender) {
    ParsedLetter parsed = ParsedLetter.of(letter);
    return parsed.from().size() == 1 && Automation.of(letter, envelopeSender).isEmpty()
        ? Optional.of(parsed.from().getFirst().address())
        : Optional.empty();
  }
}
