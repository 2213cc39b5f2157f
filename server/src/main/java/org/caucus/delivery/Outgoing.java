package org.caucus.delivery;

import org.caucus.email.MailAddress;
import org.caucus.email.RawLetter;

/** A letter ready to be sent to one address. */
public sealed interface Outgoing {
  /** Where the installation's own mail bounces to. */
  String BOUNCES = "bounces";

  /** The address it is sent to. */
  MailAddress to();

  /** What the return path begins with: the workspace's slug, or {@link #BOUNCES}. */
  String mailbox();

  /** A letter as bytes, sent as they are. */
  record Raw(String mailbox, MailAddress to, RawLetter letter) implements Outgoing {}

  /** A letter that Caucus writes. */
  record Composed(String mailbox, MailAddress to, Composition letter) implements Outgoing {}
}
