package org.caucus.messaging.distribution.rendering;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.eventlog.Tickets;
import org.caucus.platform.eventlog.Vault;
import org.caucus.workspace.Workspace;

/**
 * The address of a member in this domain, {@code {workspace}+m.{ticket}@}: always the same for one
 * seat, so that address books may keep it. It stands for the person who wrote where their own
 * address cannot, and leads to them alone, from members alone. It tells nobody who or whether
 * somebody is.
 */
public final class MemberAliases {
  /** What stands between the workspace's name and the ticket. */
  public static final String MARK = "+m.";

  private final Tickets tickets;
  private final String domain;

  /** Addresses in this mail domain. */
  public MemberAliases(Vault vault, String domain) {
    this.tickets = new Tickets(vault, "member");
    this.domain = domain;
  }

  /** The address of a seat. */
  public MailAddress of(String workspaceSlug, SeatId seat) {
    return new MailAddress(workspaceSlug + MARK + tickets.mint(hash(seat)), domain);
  }

  /** The active seat that a ticket leads to; empty if it was not made here, or the seat ended. */
  public Optional<Seat> open(String ticket, Workspace state) {
    return tickets
        .open(ticket)
        .flatMap(
            payload ->
                state.members().active().stream()
                    .filter(s -> MessageDigest.isEqual(hash(s.id()), payload))
                    .findFirst());
  }

  private static byte[] hash(SeatId seat) {
    try {
      byte[] name = ("alias " + seat.value()).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
      return Arrays.copyOf(digest, Tickets.PAYLOAD_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
