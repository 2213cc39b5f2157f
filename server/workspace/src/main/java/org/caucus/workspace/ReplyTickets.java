package org.caucus.workspace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.Tickets;
import org.caucus.platform.eventlog.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that answers go to: {@code {workspace}+r.{ticket}@{domain}}. A ticket says which
 * commit is answered and whose seat answers; it opens in the workspace it was made for, and not
 * longer than {@link #LIFETIME} after that commit, or until the action that it answers begins. It
 * proves nothing about who sent the letter: anyone who accepts one still checks that it came from
 * that seat.
 */
public final class ReplyTickets {
  /** How long after a commit it can be answered by ticket. */
  public static final Duration LIFETIME = Duration.ofDays(180);

  /** What stands between the workspace's name and the ticket. */
  public static final String MARK = "+r.";

  /** Bytes of a sequence: 2^40 is more than a log can hold. */
  private static final int SEQUENCE_BYTES = 5;

  /** Bytes of a seat's hash: enough to tell the seats of one workspace apart. */
  private static final int SEAT_BYTES = Tickets.PAYLOAD_BYTES - SEQUENCE_BYTES;

  private final Tickets tickets;
  private final InstantSource clock;

  /** Tickets of this installation; the clock says when they expire. */
  public ReplyTickets(Vault vault, InstantSource clock) {
    this.tickets = new Tickets(vault, "reply");
    this.clock = clock;
  }

  /**
   * What a ticket answers, and for whom.
   *
   * @param parent the thread, issue, update or action
   * @param entry the entry answered; null for the thing itself
   * @param seat whose ticket it is
   * @param known who read what is answered when it was sent to that seat
   */
  public record Answered(Ref parent, @Nullable String entry, SeatId seat, Audience known) {}

  /** The address at which this seat answers what happened in this commit. */
  public String address(String workspaceSlug, String domain, long commitSequence, SeatId seat) {
    return workspaceSlug + MARK + mint(commitSequence, seat) + "@" + domain;
  }

  /** The ticket alone: what follows {@value #MARK}. */
  public String mint(long commitSequence, SeatId seat) {
    byte[] payload =
        ByteBuffer.allocate(Tickets.PAYLOAD_BYTES)
            .put(longTail(commitSequence))
            .put(hash(seat))
            .array();
    return tickets.mint(payload);
  }

  /**
   * What a ticket stands for in this workspace; empty if it is forged, of another workspace, too
   * old, of a seat that is ended, or of a commit that nobody can answer.
   */
  public Optional<Answered> open(String ticket, Workspace workspace) {
    return tickets.open(ticket).flatMap(payload -> answered(payload, workspace));
  }

  private Optional<Answered> answered(byte[] payload, Workspace workspace) {
    long sequence = sequence(payload);
    if (sequence < 1 || sequence > workspace.sequence()) {
      return Optional.empty();
    }
    Commit commit = workspace.history().get(Math.toIntExact(sequence - 1));
    boolean over = clock.instant().isAfter(commit.at().plus(LIFETIME));
    byte[] wanted = Arrays.copyOfRange(payload, SEQUENCE_BYTES, Tickets.PAYLOAD_BYTES);
    return workspace.members().seats().keySet().stream()
        .filter(seat -> MessageDigest.isEqual(hash(seat), wanted))
        .findFirst()
        .filter(seat -> workspace.members().isActive(seat))
        .flatMap(seat -> answered(workspace, commit, seat))
        .filter(answered -> !over || isToCome(workspace, answered));
  }

  /** The person who was asked long ago to come can still say so. */
  private boolean isToCome(Workspace workspace, Answered answered) {
    return answered.entry() == null
        && answered.parent().kind() == Ref.Kind.ACTION
        && workspace
            .actions()
            .find(answered.parent().id())
            .map(action -> action.when().startsAt())
            .filter(clock.instant()::isBefore)
            .isPresent();
  }

  /**
   * Whether an answer to this commit has one place to go to: one that passes on many things has
   * none, and to guess would carry words to other readers. Only what this seat may know of counts:
   * whether there is more must not show.
   */
  public static boolean canAnswer(Workspace workspace, Commit commit, SeatId seat) {
    return workspace.visibleEvents(commit, seat).stream()
            .flatMap(e -> answerable(workspace, e).stream())
            .distinct()
            .count()
        == 1;
  }

  /**
   * The newest commit to which this seat can answer about a thing itself, not what somebody said of
   * it; its sequence. Empty if there is none any more.
   */
  public static Optional<Long> about(Workspace workspace, Ref thing, SeatId seat) {
    List<Commit> history = workspace.history();
    for (int i = history.size() - 1; i >= 0; i--) {
      Commit commit = history.get(i);
      boolean isOfIt =
          commit.events().stream().anyMatch(e -> thing(e).filter(thing::equals).isPresent());
      if (isOfIt
          && answered(workspace, commit, seat)
              .filter(a -> a.entry() == null && a.parent().equals(thing))
              .isPresent()) {
        return Optional.of(commit.sequence());
      }
    }
    return Optional.empty();
  }

  /**
   * The oldest commit to which this seat can answer about an action, since its readers are those
   * that they are; its sequence. Calendars take a change for that of another event when it comes
   * from another organizer (RFC 5546 section 2.1.4), so all letters of an action name this one.
   */
  public static Optional<Long> organizes(Workspace workspace, Action action, SeatId seat) {
    Optional<Long> oldest = Optional.empty();
    for (Long sequence : workspace.actions().commitsOf(action.id()).reversed()) {
      Commit commit = workspace.history().get(Math.toIntExact(sequence - 1));
      boolean isOfIt =
          commit.events().stream().anyMatch(e -> thing(e).filter(action.ref()::equals).isPresent());
      Optional<Answered> answered =
          isOfIt
              ? answered(workspace, commit, seat)
                  .filter(a -> a.entry() == null && a.parent().equals(action.ref()))
              : Optional.empty();
      if (answered.isPresent()) {
        if (!answered.get().known().equals(action.audience())) {
          break;
        }
        oldest = Optional.of(commit.sequence());
      }
    }
    return oldest;
  }

  private static Optional<Ref> answerable(Workspace workspace, Event event) {
    return event instanceof EntryEvent.EntryPosted e
        ? Optional.of(workspace.entries().placeOf(e))
        : thing(event);
  }

  /** What was said in the commit, else what it was about. */
  private static Optional<Answered> answered(Workspace workspace, Commit commit, SeatId seat) {
    if (!canAnswer(workspace, commit, seat)) {
      return Optional.empty();
    }
    List<Event> known = workspace.visibleEvents(commit, seat);
    for (Event event : known) {
      if (event instanceof EntryEvent.EntryPosted e
          && !isOfItsAction(workspace, commit, known, e)) {
        return Optional.of(
            new Answered(workspace.entries().placeOf(e), e.id(), seat, e.audience()));
      }
    }
    return known.stream()
        .filter(e -> thing(e).isPresent())
        .findFirst()
        .map(e -> answer(workspace, thing(e).orElseThrow(), seat, readers(workspace, e, commit)));
  }

  /**
   * Whether it is no more than the words with which an action was planned or changed, for the same
   * readers: who answers that says whether they come.
   */
  private static boolean isOfItsAction(
      Workspace workspace, Commit commit, List<Event> known, EntryEvent.EntryPosted entry) {
    return entry.parent().kind() == Ref.Kind.ACTION
        && known.stream()
            .filter(e -> thing(e).isPresent())
            .findFirst()
            .filter(e -> entry.audience().equals(readers(workspace, e, commit)))
            .isPresent();
  }

  /** To a thing itself; to a message, where that stands now. */
  private static Answered answer(Workspace workspace, Ref of, SeatId seat, Audience known) {
    return of.kind() == Ref.Kind.ENTRY
        ? new Answered(
            workspace.entries().find(of.id()).orElseThrow().parent(), of.id(), seat, known)
        : new Answered(of, null, seat, known);
  }

  private static Audience readers(Workspace workspace, Event event, Commit commit) {
    return Capabilities.about(workspace, event, commit).scope().audience();
  }

  private static Optional<Ref> thing(Event event) {
    return Optional.ofNullable(Capabilities.answered(event));
  }

  private static byte[] longTail(long sequence) {
    byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(sequence).array();
    return Arrays.copyOfRange(all, Long.BYTES - SEQUENCE_BYTES, Long.BYTES);
  }

  private static long sequence(byte[] payload) {
    return ByteBuffer.allocate(Long.BYTES)
        .position(Long.BYTES - SEQUENCE_BYTES)
        .put(payload, 0, SEQUENCE_BYTES)
        .flip()
        .getLong();
  }

  private static byte[] hash(SeatId seat) {
    try {
      byte[] bytes = seat.value().getBytes(StandardCharsets.UTF_8);
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), SEAT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
