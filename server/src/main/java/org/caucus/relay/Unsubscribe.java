package org.caucus.relay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.caucus.command.SeatId;
import org.caucus.email.Header;
import org.caucus.log.Tickets;
import org.caucus.log.Vault;

/**
 * The links that stop mail, RFC 2369 and RFC 8058: one per seat and list. A GET of the page asks; a
 * POST of {@code List-Unsubscribe=One-Click}, or a letter to the address, acts.
 */
public final class Unsubscribe {
  /** What stands between the workspace's name and the ticket. */
  public static final String MARK = "+u.";

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
    String mail = "<mailto:" + site.address(workspaceSlug + MARK + ticket) + ">";
    return List.of(
        Header.structured("List-Unsubscribe", page + ", " + mail),
        Header.structured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }

  private static byte[] hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return java.util.Arrays.copyOf(digest, HALF);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
