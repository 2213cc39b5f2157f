package org.caucus.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.command.SeatId;
import org.caucus.email.Header;
import org.caucus.log.Tickets;
import org.caucus.log.Vault;
import org.caucus.members.Seat;
import org.caucus.workspace.Workspace;

/**
 * The links that stop mail, RFC 2369 and RFC 8058: one per seat and list. A GET of the page asks; a
 * POST of {@code List-Unsubscribe=One-Click}, or a letter to the address, acts.
 */
public final class Unsubscribe {
  private static final int HALF = Tickets.PAYLOAD_BYTES / 2;

  private final Tickets tickets;
  private final Site site;

  /** Links of this installation. */
  public Unsubscribe(Vault vault, Site site) {
    this.tickets = new Tickets(vault, "unsubscribe");
    this.site = site;
  }

  /**
   * The ticket of a seat for a list; equal for every letter, so whoever gets one back compares.
   *
   * @param list its slug; empty for notices
   */
  public String ticket(String list, SeatId seat) {
    return tickets.mint(
        ByteBuffer.allocate(Tickets.PAYLOAD_BYTES)
            .put(hash("seat " + seat.value()))
            .put(hash("list " + list))
            .array());
  }

  /** The fields for a seat's letter. */
  public List<Header> headers(String workspaceSlug, String list, SeatId seat) {
    String ticket = ticket(list, seat);
    String page = "<" + site.page(workspaceSlug, "unsubscribe/" + ticket) + ">";
    // RFC 8058 section 3.1 asks for an https one; whoever has no browser writes
    String mailto = site.address(workspaceSlug + "+u." + ticket) + "?subject=unsubscribe";
    return List.of(
        Header.structured("List-Unsubscribe", page + ", <mailto:" + mailto + ">"),
        Header.structured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }

  /** Whose mail of what a ticket is about. */
  public record Subscription(SeatId seat, String list) {}

  /** What a ticket is about; empty if it was not made here, or its seat has ended. */
  public Optional<Subscription> open(String ticket, Workspace state) {
    return tickets.open(ticket).flatMap(payload -> subscription(payload, state));
  }

  private static Optional<Subscription> subscription(byte[] payload, Workspace state) {
    byte[] seatHash = Arrays.copyOf(payload, HALF);
    byte[] listHash = Arrays.copyOfRange(payload, HALF, payload.length);
    Optional<SeatId> seat =
        state.members().active().stream()
            .map(Seat::id)
            .filter(s -> MessageDigest.isEqual(hash("seat " + s.value()), seatHash))
            .findFirst();
    Optional<String> list =
        Stream.concat(Stream.of(""), state.lists().lists().keySet().stream())
            .filter(l -> MessageDigest.isEqual(hash("list " + l), listHash))
            .findFirst();
    return seat.flatMap(s -> list.map(l -> new Subscription(s, l)));
  }

  private static byte[] hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest, HALF);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
