package org.caucus.messaging.rolemailboxes;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.messaging.inbound.RetainedLetters;
import org.caucus.platform.eventlog.Tickets;
import org.caucus.platform.eventlog.Vault;

/**
 * The addresses at which operators answer: {@code postmaster+a.TICKET@domain}. A ticket names a
 * letter on the shelf by the part of its id that says when it came.
 */
final class OperatorReplyAddresses {
  /** Hexadecimal digits of an id that say when the letter came. */
  private static final int ORDER_DIGITS = 2 * Long.BYTES;

  private final Tickets tickets;
  private final OperatorMailbox shelf;

  OperatorReplyAddresses(Vault vault, OperatorMailbox shelf) {
    this.tickets = new Tickets(vault, "operators-answer");
    this.shelf = shelf;
  }

  String ticket(String letter) {
    byte[] order = HexFormat.of().parseHex(letter.substring(0, ORDER_DIGITS));
    return tickets.mint(ByteBuffer.allocate(Tickets.PAYLOAD_BYTES).put(order).array());
  }

  /**
   * The letter that is answered; empty if the ticket is not one of ours, or it was deleted. Blocks.
   */
  Optional<RetainedLetters> open(String ticket) {
    return tickets
        .open(ticket)
        .map(payload -> HexFormat.of().formatHex(payload, 0, Long.BYTES))
        .flatMap(shelf::find)
        .filter(RetainedLetters::operators);
  }
}
