package org.caucus.messaging.distribution.headers;

import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.distribution.recipients.SeatAddresses;
import org.caucus.workspace.Workspace;

/** Who gets letters as text alone. The one place that decides it, for all letters. */
public final class TextOnly {
  private TextOnly() {}

  /** Whether this member chose it for their mail of the workspace. */
  public static boolean chose(Workspace state, SeatId seat) {
    return state.lists().habits().now(seat).textOnly();
  }

  /**
   * Whether the person who takes mail there chose it, in any workspace of theirs: a letter about
   * their account, or to an address alone, is of none. Blocks.
   */
  public static boolean chose(SeatAddresses readers, MailAddress address) {
    return readers.textOnly(address).await();
  }
}
