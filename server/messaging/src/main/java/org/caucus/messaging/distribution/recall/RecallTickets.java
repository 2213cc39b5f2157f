package org.caucus.messaging.distribution.recall;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.caucus.coalition.access.audience.PostRecall;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.MailAddress;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.platform.eventlog.Tickets;
import org.caucus.platform.eventlog.Vault;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * The links by which an author takes back what they posted by mail: one for each post, for its
 * author's seat alone. A link does one thing, once, within {@link PostRecall#WINDOW}: it closes
 * what it was made for to all but that author. Anybody else who gets hold of it can do no more.
 */
public final class RecallTickets {
  /** What stands between the workspace's name and the ticket in an address. */
  public static final String MARK = "+t.";

  /** Bytes of a sequence: 2^40 is more than a log can hold. */
  private static final int SEQUENCE_BYTES = 5;

  /** Bytes of the hash of workspace and seat. */
  private static final int BOUND_BYTES = Tickets.PAYLOAD_BYTES - SEQUENCE_BYTES;

  private final Tickets tickets;
  private final Site site;
  private final InstantSource clock;

  /** Tickets of this installation. */
  public RecallTickets(Vault vault, Site site, InstantSource clock) {
    this.tickets = new Tickets(vault, "recall");
    this.site = site;
    this.clock = clock;
  }

  /**
   * What a ticket takes back.
   *
   * @param of the entry or update that was posted
   * @param until when it is too late
   */
  public record Post(Ref of, SeatId author, Instant until) {}

  /**
   * The two ways to take a post back.
   *
   * @param page has a button for it
   * @param address an answer to it does the same
   */
  public record Ways(String page, MailAddress address) {}

  /** How its author takes back what they posted in this commit; empty when it is too late. */
  public Optional<Ways> ways(Workspace state, Commit commit, SeatId author) {
    if (isOver(commit)) {
      return Optional.empty();
    }
    String slug = state.members().slug();
    String ticket = mint(state, commit.sequence(), author);
    return Optional.of(
        new Ways(site.page(slug, "recall/" + ticket), site.address(slug + MARK + ticket)));
  }

  /** When what was posted in this commit cannot be taken back any more. */
  public static Instant until(Commit commit) {
    return commit.at().plus(PostRecall.WINDOW);
  }

  private boolean isOver(Commit commit) {
    return clock.instant().isAfter(until(commit));
  }

  private String mint(Workspace state, long sequence, SeatId author) {
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    return tickets.mint(
        ByteBuffer.allocate(Tickets.PAYLOAD_BYTES)
            .put(number, Long.BYTES - SEQUENCE_BYTES, SEQUENCE_BYTES)
            .put(bound(state, author))
            .array());
  }

  /** What a ticket is for; empty if it was not made here, or its seat reads nothing any more. */
  public Optional<Post> open(String ticket, Workspace state) {
    return tickets.open(ticket).flatMap(payload -> post(payload, state));
  }

  private static Optional<Post> post(byte[] payload, Workspace state) {
    long sequence =
        ByteBuffer.allocate(Long.BYTES)
            .position(Long.BYTES - SEQUENCE_BYTES)
            .put(payload, 0, SEQUENCE_BYTES)
            .flip()
            .getLong();
    if (sequence < 1 || sequence > state.sequence()) {
      return Optional.empty();
    }
    Commit commit = state.history().get(Math.toIntExact(sequence - 1));
    byte[] bound = Arrays.copyOfRange(payload, SEQUENCE_BYTES, Tickets.PAYLOAD_BYTES);
    return commit.events().stream()
        .flatMap(e -> post(e, until(commit)).stream())
        .filter(p -> MessageDigest.isEqual(bound(state, p.author()), bound))
        .filter(p -> state.members().isActive(p.author()))
        .findFirst();
  }

  private static Optional<Post> post(Event event, Instant until) {
    return switch (event) {
      case EntryEvent.EntryPosted e ->
          Optional.of(new Post(Ref.to(Ref.Kind.ENTRY, e.id()), e.seat(), until));
      case UpdateEvent.UpdatePosted e ->
          Optional.of(new Post(Ref.to(Ref.Kind.UPDATE, e.id()), e.by(), until));
      default -> Optional.empty();
    };
  }

  /** So that a ticket of one workspace opens in no other. */
  private static byte[] bound(Workspace state, SeatId seat) {
    try {
      String words = state.id().value() + " " + seat.value();
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(hash, BOUND_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
