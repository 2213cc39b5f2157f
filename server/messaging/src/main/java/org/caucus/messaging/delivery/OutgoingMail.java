package org.caucus.messaging.delivery;

import java.util.Optional;
import java.util.function.Supplier;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.WireForm;

/** A letter ready to be sent to one address. */
public sealed interface OutgoingMail {
  /** Where the installation's own mail bounces to. */
  String BOUNCES = "bounces";

  /** The address it is sent to. */
  MailAddress to();

  /** What the return path begins with: the workspace's slug, or {@link #BOUNCES}. */
  String mailbox();

  /**
   * A letter as bytes, sent as they are.
   *
   * @param sevenBit the same, signed anew, for a host that takes no others (RFC 6152); asked only
   *     then, and empty if it may not be made so
   */
  record Raw(
      String mailbox, MailAddress to, RawLetter letter, Supplier<Optional<RawLetter>> sevenBit)
      implements OutgoingMail {
    /** One that nobody here signed. */
    public Raw(String mailbox, MailAddress to, RawLetter letter) {
      this(mailbox, to, letter, () -> WireForm.sevenBit(letter));
    }
  }

  /** A letter that Caucus writes. */
  record Composed(String mailbox, MailAddress to, Composition letter) implements OutgoingMail {}
}
