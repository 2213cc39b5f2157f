package org.caucus.mail.smtp.catchall;

import java.util.List;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;

/**
 * One letter in the catch-all.
 *
 * @param id its file name without {@code .eml}; sorts by time of arrival
 * @param sender MAIL FROM; empty for the null sender
 * @param recipients RCPT TO
 * @param size octets of the letter as it was sent
 */
public record CaughtLetter(
    String id, Optional<MailAddress> sender, List<MailAddress> recipients, int size) {
  /** Keeps the recipients as they are now. */
  public CaughtLetter {
    recipients = List.copyOf(recipients);
  }
}
