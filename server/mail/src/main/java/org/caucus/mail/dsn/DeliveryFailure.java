package org.caucus.mail.dsn;

import org.caucus.mail.message.MailAddress;

/**
 * One address that a letter did not reach.
 *
 * @param address as the reporting system names it, which may be where the recipient's own address
 *     forwards to
 * @param permanent whether it gave up; otherwise it goes on trying
 * @param reason why
 * @param status enhanced status code (RFC 3463) such as {@code 5.1.1}; empty if none was said
 * @param diagnosis what the system said, at most {@value BounceReason#MAX_DIAGNOSIS_CHARS}
 *     characters; for the history of an address, and for nobody else's eyes
 */
public record DeliveryFailure(
    MailAddress address, boolean permanent, BounceReason reason, String status, String diagnosis) {
  static DeliveryFailure of(
      MailAddress address, boolean permanent, String status, String diagnosis) {
    String kept =
        diagnosis.length() > BounceReason.MAX_DIAGNOSIS_CHARS
            ? diagnosis.substring(0, BounceReason.MAX_DIAGNOSIS_CHARS)
            : diagnosis;
    BounceReason reason = BounceReason.of(status, kept);
    // anyone who goes on trying does not take it for dead
    boolean blames =
        reason == BounceReason.UNKNOWN
            || reason == BounceReason.DEAD_ADDRESS
            || reason == BounceReason.DISABLED;
    boolean waits = !permanent && blames;
    return new DeliveryFailure(
        address, permanent, waits ? BounceReason.DELAY : reason, status, kept);
  }

  /** The same for another reason. */
  DeliveryFailure because(BounceReason other) {
    return new DeliveryFailure(address, permanent, other, status, diagnosis);
  }
}
