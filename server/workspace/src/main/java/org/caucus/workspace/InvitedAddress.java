package org.caucus.workspace;

import org.caucus.kernel.Message;
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
        .orElseThrow(() -> Refusal.invalid("address", Message.of("this-is-not-a-mail-address-2")));
  }
}
