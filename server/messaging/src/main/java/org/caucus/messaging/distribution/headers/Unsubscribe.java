package org.caucus.messaging.distribution.headers;

import static java.time.temporal.ChronoUnit.HOURS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.message.Header;
import org.caucus.platform.eventlog.Tickets;
import org.caucus.platform.eventlog.Vault;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * The links that stop mail, RFC 2369 and RFC 8058: one per seat and list, reason, thing or weekly
 * letter: anyone who stops one keeps the others. A GET of the page asks; a POST of {@code
 * List-Unsubscribe=One-Click}, or a letter to the address, acts. One that is sent after a complaint
 * begins again what was stopped, and ends.
 */
public final class Unsubscribe {
  private static final int HALF = Tickets.PAYLOAD_BYTES / 2;

  /** Bytes of the hour at which a link to begin again ends: hours since 1970. */
  private static final int HOUR_BYTES = 3;

  /** Bytes of its seat's hash; the rest is of what begins again. */
  private static final int REJOINING_BYTES = 4;

  private final Tickets tickets;
  private final Tickets rejoining;
  private final Site site;

  /** Links of this installation. */
  public Unsubscribe(Vault vault, Site site) {
    this.tickets = new Tickets(vault, "unsubscribe");
    this.rejoining = new Tickets(vault, "rejoin");
    this.site = site;
  }

  /**
   * The ticket of a seat for a list; equal for every letter, so anyone who gets one back compares.
   *
   * @param list its slug; empty for notices
   */
  public String ticket(String list, SeatId seat) {
    return ticket(new What.Mail(list), seat);
  }

  /** The same of whatever it stops. */
  public String ticket(What what, SeatId seat) {
    return tickets.mint(
        ByteBuffer.allocate(Tickets.PAYLOAD_BYTES)
            .put(hash("seat " + seat.value()))
            .put(hash(what.name()))
            .array());
  }

  /**
   * A ticket by which mail that was stopped begins again, for a time.
   *
   * @param what a list, all notices, or a weekly letter
   * @param until when it ends; kept as the next full hour
   */
  public String rejoin(What what, SeatId seat, Instant until) {
    int hour = Math.toIntExact(until.minusNanos(1).getEpochSecond() / 3600 + 1);
    return rejoining.mint(
        ByteBuffer.allocate(Tickets.PAYLOAD_BYTES)
            .put((byte) (hour >> 16))
            .putShort((short) hour)
            .put(rejoining(what, seat))
            .array());
  }

  private static byte[] rejoining(What what, SeatId seat) {
    byte[] bound = Arrays.copyOf(hash("seat " + seat.value()), Tickets.PAYLOAD_BYTES - HOUR_BYTES);
    byte[] named = hash(what.name());
    System.arraycopy(named, 0, bound, REJOINING_BYTES, bound.length - REJOINING_BYTES);
    return bound;
  }

  /** The fields for a seat's letter. */
  public List<Header> headers(String workspaceSlug, String list, SeatId seat) {
    return headers(workspaceSlug, new What.Mail(list), seat);
  }

  /** The fields for a seat's letter, by which no more stops than this. */
  public List<Header> headers(String workspaceSlug, What what, SeatId seat) {
    String ticket = ticket(what, seat);
    String page = "<" + site.page(workspaceSlug, "unsubscribe/" + ticket) + ">";
    // RFC 8058 section 3.1 asks for an https one; anyone who has no browser writes
    String mailto = site.address(workspaceSlug + "+u." + ticket) + "?subject=unsubscribe";
    return List.of(
        Header.structured("List-Unsubscribe", page + ", <mailto:" + mailto + ">"),
        Header.structured("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
  }

  /** What mail a ticket stops. */
  public sealed interface What {
    /** What it is called in the ticket: never changed, for tickets are in letters. */
    String name();

    /** The order by which it is stopped by mail. */
    String order();

    /** The list that the order is about; empty if about none. */
    default String list() {
      return "";
    }

    /** The thing that the order answers; null if it answers none. */
    default @Nullable Ref thing() {
      return null;
    }

    /**
     * All of a list.
     *
     * @param list its slug; empty for all notices
     */
    record Mail(String list) implements What {
      @Override
      public String name() {
        return "list " + list;
      }

      @Override
      public String order() {
        return list.isEmpty() ? "leave notices" : "leave";
      }
    }

    /** Notices for one reason. */
    record Reason(NotificationReason kind) implements What {
      @Override
      public String name() {
        return "kind " + kind;
      }

      @Override
      public String order() {
        return "hear " + kind.name().toLowerCase(Locale.ROOT) + " web";
      }
    }

    /** Notices of one thing. */
    record Thing(Ref of) implements What {
      @Override
      public String name() {
        return "thing " + of;
      }

      @Override
      public String order() {
        return "mute";
      }

      @Override
      public Ref thing() {
        return of;
      }
    }

    /** A letter that comes once a week. */
    record WeeklyLetter(WeeklyMailing letter) implements What {
      @Override
      public String name() {
        return "weekly " + letter;
      }

      @Override
      public String order() {
        return "hear weekly-" + letter.name().toLowerCase(Locale.ROOT) + " none";
      }
    }
  }

  /** Whose mail of what a ticket is about. */
  public record Subscription(SeatId seat, What what) {}

  /** What a ticket is about; empty if it was not made here, or its seat has ended. */
  public Optional<Subscription> open(String ticket, Workspace state) {
    return tickets.open(ticket).flatMap(payload -> subscription(payload, state));
  }

  /**
   * What begins again.
   *
   * @param until from when on the ticket does nothing
   */
  public record Rejoin(Subscription of, Instant until) {}

  /** What a ticket begins again; empty if it was not made here for this, or its seat has ended. */
  public Optional<Rejoin> openRejoin(String ticket, Workspace state) {
    return rejoining.open(ticket).flatMap(payload -> rejoin(payload, state));
  }

  private static Optional<Rejoin> rejoin(byte[] payload, Workspace state) {
    int hour = (payload[0] & 0xff) << 16 | (ByteBuffer.wrap(payload).getShort(1) & 0xffff);
    byte[] bound = Arrays.copyOfRange(payload, HOUR_BYTES, payload.length);
    return state.members().active().stream()
        .map(Seat::id)
        .filter(s -> begins(bound, hash("seat " + s.value())))
        .flatMap(
            s ->
                Stream.concat(mails(state, state.access().asked(s)), weeklies())
                    .map(m -> new Subscription(s, m)))
        .filter(of -> MessageDigest.isEqual(rejoining(of.what(), of.seat()), bound))
        .findFirst()
        .map(of -> new Rejoin(of, Instant.EPOCH.plus(hour, HOURS)));
  }

  private static boolean begins(byte[] bound, byte[] seat) {
    return MessageDigest.isEqual(
        Arrays.copyOf(bound, REJOINING_BYTES), Arrays.copyOf(seat, REJOINING_BYTES));
  }

  private static Optional<Subscription> subscription(byte[] payload, Workspace state) {
    byte[] seatHash = Arrays.copyOf(payload, HALF);
    byte[] whatHash = Arrays.copyOfRange(payload, HALF, payload.length);
    Optional<SeatId> seat =
        state.members().active().stream()
            .map(Seat::id)
            .filter(s -> MessageDigest.isEqual(hash("seat " + s.value()), seatHash))
            .findFirst();
    return seat.flatMap(
        s ->
            all(state, s)
                .filter(what -> MessageDigest.isEqual(hash(what.name()), whatHash))
                .findFirst()
                .map(what -> new Subscription(s, what)));
  }

  /** All that can be stopped; of lists and things, what the seat can read: no others come. */
  private static Stream<What> all(Workspace state, SeatId seat) {
    Predicate<Scope> reads = state.access().asked(seat);
    Stream<Ref> things =
        Stream.of(
                state.issues().byId().values().stream()
                    .filter(i -> reads.test(state.issues().scope(i)))
                    .map(i -> i.ref()),
                state.updates().byId().values().stream()
                    .filter(u -> reads.test(u.scope()))
                    .map(u -> u.ref()),
                state.actions().byId().values().stream()
                    .filter(a -> reads.test(a.scope()))
                    .map(a -> a.ref()))
            .flatMap(t -> t);
    return Stream.of(
            mails(state, reads),
            Arrays.stream(NotificationReason.values()).map(What.Reason::new),
            weeklies(),
            things.map(What.Thing::new))
        .flatMap(w -> w);
  }

  private static Stream<What> weeklies() {
    return Arrays.stream(WeeklyMailing.values()).map(What.WeeklyLetter::new);
  }

  private static Stream<What> mails(Workspace state, Predicate<Scope> reads) {
    Stream<String> lists =
        state.lists().mailed().filter(list -> reads.test(list.scope())).map(MailingList::slug);
    return Stream.concat(Stream.of(""), lists).map(What.Mail::new);
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
