package org.caucus.messaging.distribution.receipts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.subscriptions.PostDelivery;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What a digest has brought. A letter to two lists that waited for a convenor on one of them may be
 * let in long after its copy left with the other's digest, and must not come a second time. Which
 * of the two has it follows from what was known when the digest was made ready, so that the digest
 * and the letter are of one mind however late either is written.
 */
public final class DigestReceipts {
  private final DeliveryReceipts.Digests digests;

  /** Asks these digests. */
  public DigestReceipts(DeliveryReceipts.Digests digests) {
    this.digests = digests;
  }

  /**
   * A digest of another list that has the same letter.
   *
   * @param other the entry that it has
   */
  record By(String other, DeliveryReceipts.Made digest) {}

  /** Asks for the digest that was made ready, if it has what happened at that place. */
  @FunctionalInterface
  private interface Asked {
    Optional<DeliveryReceipts.Made> made(SeatId seat, String list, long sequence);
  }

  /**
   * Whether anyone who holds a seat has the same letter by a digest that was made ready before it
   * was posted here. One that their host refused brought nothing. Blocks.
   *
   * @param sequence of the commit in which it was posted here
   */
  public boolean before(Workspace state, long sequence, String entry, SeatId seat) {
    return before(state, sequence, entry, seat, asked(state));
  }

  /**
   * The same, asked when its letter is written: where none has it, none that is made ready from now
   * on will. Blocks.
   */
  public boolean beforeNow(Workspace state, long sequence, String entry, SeatId seat) {
    return before(
        state,
        sequence,
        entry,
        seat,
        (reader, list, place) -> digests.madeBefore(state, reader, list, place, sequence));
  }

  private Asked asked(Workspace state) {
    return (seat, list, sequence) -> digests.made(state, seat, list, sequence);
  }

  private static boolean before(
      Workspace state, long sequence, String entry, SeatId seat, Asked asked) {
    Commit commit = state.history().get(Math.toIntExact(sequence - 1));
    return commit.events().stream()
        .flatMap(event -> event instanceof EntryPosted p ? Stream.of(p) : null)
        .filter(posted -> posted.id().equals(entry))
        .flatMap(posted -> by(state, commit, posted, seat, asked))
        .filter(by -> !by.digest().direct().contains(by.other()))
        .anyMatch(by -> mayCome(by.digest().fate()));
  }

  private static boolean mayCome(DeliveryOutcome fate) {
    return switch (fate) {
      case DeliveryOutcome.Sent f -> true;
      case DeliveryOutcome.Waiting f -> true;
      case DeliveryOutcome.Rejected f -> false;
      case DeliveryOutcome.GivenUp f -> false;
      case DeliveryOutcome.Withheld f -> false;
    };
  }

  /** The digest that has the same letter, and was made ready before it was posted here. Blocks. */
  Optional<By> by(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return by(state, commit, posted, seat, asked(state)).findFirst();
  }

  private static Stream<By> by(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat, Asked asked) {
    return DeliveryPolicy.before(state, commit, posted)
        .flatMap(
            said ->
                seatsOfSame(state, seat)
                    .flatMap(s -> has(state, said.commit(), said.event(), s, asked).stream())
                    .map(made -> new By(said.event().id(), made)));
  }

  /**
   * Whether anyone who holds a seat has a copy of a post that left for another of their seats,
   * which has ended or lost it since: one that still has it is asked about by {@link
   * DeliveryPolicy}. Blocks.
   */
  public boolean byAnother(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    List<Seat> others = others(state, seat);
    if (others.isEmpty()) {
      return false;
    }
    Map<SeatId, DeliveryOutcome> letters = digests.letters(state, commit, posted);
    return others.stream()
        .anyMatch(
            other ->
                letters.get(other.id()) instanceof DeliveryOutcome.Sent
                    || leftInDigest(state, commit, posted, other));
  }

  /** In a digest that was sent while the seat read it. */
  private boolean leftInDigest(Workspace state, Commit commit, EntryPosted posted, Seat ended) {
    Instant end = ended.end();
    if (end == null || !DeliveryPolicy.gathers(state, commit, posted, ended.id())) {
      return false;
    }
    String list = state.lists().listOf(posted.parent(), commit.sequence());
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, posted.id())).orElseThrow();
    return digests
        .made(state, ended.id(), list, commit.sequence())
        .filter(made -> !made.direct().contains(posted.id()))
        .filter(
            made ->
                made.fate() instanceof DeliveryOutcome.Sent sent
                    && !sent.at().isAfter(end)
                    && new Access(state.members().asOf(sent.at())).canRead(ended.id(), scope))
        .isPresent();
  }

  /**
   * For whom a digest has a post that its seat cannot read any more: another seat of the same
   * person, who wants each post as a letter for that one and was put down for none, as this seat
   * was to have it. Blocks.
   */
  public Optional<SeatId> instead(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    List<Seat> others = others(state, seat).stream().filter(Seat::active).toList();
    if (others.isEmpty()
        || !DeliveryPolicy.isLost(state, posted, seat)
        || !DeliveryPolicy.gathers(state, commit, posted, seat)) {
      return Optional.empty();
    }
    Map<SeatId, DeliveryOutcome> letters = digests.letters(state, commit, posted);
    return others.stream()
        .map(Seat::id)
        .filter(other -> DeliveryPolicy.of(state, commit, posted, other) == PostDelivery.LETTER)
        .filter(other -> !letters.containsKey(other))
        .findFirst();
  }

  /** Whether such a digest of another seat of the same person may have it for this one. */
  boolean mayHaveGathered(Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return others(state, seat).stream()
        .map(Seat::id)
        .anyMatch(
            other ->
                DeliveryPolicy.isLost(state, posted, other)
                    && DeliveryPolicy.gathers(state, commit, posted, other));
  }

  /** All other seats that the same person has or had. */
  private static List<Seat> others(Workspace state, SeatId seat) {
    Seat held = Objects.requireNonNull(state.members().seats().get(seat));
    return state.members().all().stream()
        .filter(s -> s.person().equals(held.person()) && !s.id().equals(seat))
        .toList();
  }

  private static Stream<SeatId> seatsOfSame(Workspace state, SeatId seat) {
    Seat held = Objects.requireNonNull(state.members().seats().get(seat));
    return state.members().seatsOf(held.person()).stream().map(Seat::id);
  }

  /**
   * The digest of this list in which a seat has a post, though it came by another since. Blocks.
   */
  Optional<DeliveryReceipts.Made> has(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat) {
    return has(state, commit, posted, seat, asked(state));
  }

  private static Optional<DeliveryReceipts.Made> has(
      Workspace state, Commit commit, EntryPosted posted, SeatId seat, Asked asked) {
    if (DeliveryPolicy.chosen(state, commit, posted, seat) != PostDelivery.DIGEST) {
      return Optional.empty();
    }
    String list = state.lists().listOf(posted.parent(), commit.sequence());
    return asked
        .made(seat, list, commit.sequence())
        .filter(
            made ->
                DeliveryPolicy.asOf(made.seen(), state, commit, posted, seat)
                    == PostDelivery.DIGEST);
  }
}
