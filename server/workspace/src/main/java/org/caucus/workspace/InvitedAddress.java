package org.caucus.workspace;

import org.caucus.kernel.Refusal;
import org.caucus.mail.message.MailAddress;

/** Checks the address an invitation goes to. */
final class InvitedAddress {
  private InvitedAddress() {}

  /**
   * The address as it is kept.
   *
   * @throws Refusal naming {@code address}
   */
  static String checked(String typed) {
    return MailAddress.parse(typed.strip())
        .map(MailAddress::toString)
        .orElseThrow(
            () ->
                Refusal.invalid(
                    "address",
                    "This is not a mail address. It looks like name@organisation.example."));
  }
}
