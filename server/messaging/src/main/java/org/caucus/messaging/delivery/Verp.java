package org.caucus.messaging.delivery;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.Tickets;
import org.caucus.platform.eventlog.Vault;

/**
 * Return paths, one for each delivery: {@code {mailbox}+b.{ticket}@{domain}}. Anyone who sees one
 * learns neither the recipient nor what else was sent.
 */
public final class Verp {
  /** What stands between the mailbox and the ticket. */
  public static final String MARK = "+b.";

  private static final int PREFIX_BYTES = Tickets.PAYLOAD_BYTES - Short.BYTES;

  private final Tickets tickets;
  private final String domain;

  /** Return paths in this mail domain. */
  public Verp(Vault vault, String domain) {
    this.tickets = new Tickets(vault, "bounce");
    this.domain = domain;
  }

  /**
   * The delivery a bounce is about.
   *
   * @param parcelPrefix what the parcel's id begins with; see {@link Outbox#find}
   * @param index of the recipient in the parcel
   */
  public record Delivery(String parcelPrefix, int index) {}

  /** The return path of one delivery. */
  public MailAddress address(String mailbox, DeliveryBatch parcel, int index) {
    byte[] payload =
        ByteBuffer.allocate(Tickets.PAYLOAD_BYTES)
            .put(HexFormat.of().parseHex(parcel.id()), 0, PREFIX_BYTES)
            .putShort((short) index)
            .array();
    return new MailAddress(mailbox + MARK + tickets.mint(payload), domain);
  }

  /** The delivery a ticket stands for; empty if it was not made here. */
  public Optional<Delivery> open(String ticket) {
    return tickets
        .open(ticket)
        .map(
            payload ->
                new Delivery(
                    HexFormat.of().formatHex(payload, 0, PREFIX_BYTES),
                    ByteBuffer.wrap(payload).getShort(PREFIX_BYTES)));
  }
}
