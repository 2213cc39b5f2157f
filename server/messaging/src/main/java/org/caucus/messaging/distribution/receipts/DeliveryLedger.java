package org.caucus.messaging.distribution.receipts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.subscriptions.PostDelivery;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who got a post by mail, seat by seat: what the ledger of deliveries says, and for the person who
 * is not in it why not. It asks nobody's leave: anyone who shows it asks first who may know.
 */
public final class DeliveryLedger {
  private final Outbox outbox;
  private final DeliveryReceipts.Digests digests;
  private final DigestReceipts brought;
  private final NoticeReceipts notified;

  /** Asks this outbox, how far digests have come, and who was told by notices. */
  public DeliveryLedger(Outbox outbox, DeliveryReceipts.Digests digests, NoticeReceipts notified) {
    this.outbox = outbox;
    this.digests = digests;
    this.brought = new DigestReceipts(digests);
    this.notified = notified;
  }

  /**
   * Whether this is a post of a list, which is mailed itself: of other entries there are notices.
   */
  public static boolean isMailed(Entry entry) {
    return entry.parent().kind() == Ref.Kind.THREAD;
  }

  /**
   * What became of a post, or of the notice of what was said elsewhere, for every seat that is
   * active, and for those that have ended since and hold a copy; in the order in which seats began;
   * as far as the person who asks may know. Blocks.
   */
  public List<DeliveryStatusOfSeat> ofAll(Workspace state, Entry entry, SeatId asker) {
    Optional<Posted> posted = posted(state, entry);
    if (!isMailed(entry) && posted.isPresent()) {
      return notified.of(state, entry, posted.get().commit(), state.members().all(), asker);
    }
    Map<SeatId, DeliveryOutcome> fates = posted.map(p -> fates(state, p)).orElse(Map.of());
    Map<SeatId, DeliveryOutcome> fetched =
        fates(ResendReceipts.parcels(state).getOrDefault(entry.id(), List.of()));
    List<DeliveryStatusOfSeat> courses = new ArrayList<>();
    for (Seat seat : state.members().all()) {
      DeliveryOutcome own = fates.get(seat.id());
      if (!(own instanceof DeliveryOutcome.Sent)
          && fetched.get(seat.id()) instanceof DeliveryOutcome.Sent asked) {
        courses.add(
            DeliveryStatusOfSeat.at(seat.id(), DeliveryStatusOfSeat.State.SENT, asked.at()));
      } else if (seat.active() || own instanceof DeliveryOutcome.Sent) {
        courses.add(course(state, entry, posted, seat.id(), own, asker));
      }
    }
    return List.copyOf(courses);
  }

  /** What became of the copy, or the notice, that was due to one seat. Blocks. */
  public DeliveryStatusOfSeat of(Workspace state, Entry entry, SeatId seat) {
    Optional<Posted> posted = posted(state, entry);
    Seat held = Objects.requireNonNull(state.members().seats().get(seat));
    if (!isMailed(entry) && posted.isPresent()) {
      return notified.of(state, entry, posted.get().commit(), List.of(held), seat).stream()
          .findFirst()
          .orElse(DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OUTSIDE));
    }
    DeliveryOutcome fate = posted.map(p -> fates(state, p).get(seat)).orElse(null);
    return course(state, entry, posted, seat, fate, seat);
  }

  private record Posted(Commit commit, EntryPosted event) {}

  private static Optional<Posted> posted(Workspace state, Entry entry) {
    if (entry.via() == Channel.ARCHIVE) {
      return Optional.empty();
    }
    for (int i = state.history().size() - 1; i >= 0; i--) {
      Commit commit = state.history().get(i);
      for (Event event : commit.events()) {
        if (event instanceof EntryPosted e && e.id().equals(entry.id())) {
          return Optional.of(new Posted(commit, e));
        }
      }
    }
    return Optional.empty();
  }

  private Map<SeatId, DeliveryOutcome> fates(Workspace state, Posted posted) {
    return fates(state, posted.commit(), posted.event().id());
  }

  private Map<SeatId, DeliveryOutcome> fates(Workspace state, Commit commit, String entry) {
    return fates(RecipientBatches.ids(state, RecipientBatches.POST, commit.id() + "/" + entry));
  }

  private Map<SeatId, DeliveryOutcome> fates(List<String> parcels) {
    Map<SeatId, DeliveryOutcome> fates = new HashMap<>();
    outbox.byIds(parcels).stream()
        .flatMap(parcel -> parcel.recipients().stream())
        .forEach(r -> fates.put(new SeatId(r.who()), r.fate()));
    return fates;
  }

  private DeliveryStatusOfSeat course(
      Workspace state,
      Entry entry,
      Optional<Posted> posted,
      SeatId seat,
      @Nullable DeliveryOutcome fate,
      SeatId asker) {
    if (posted.isEmpty()) {
      return DeliveryStatusOfSeat.of(
          seat,
          canRead(state, entry, seat)
              ? DeliveryStatusOfSeat.State.ARCHIVE
              : DeliveryStatusOfSeat.State.OUTSIDE);
    }
    return fate == null
        ? unsent(state, entry, posted.get(), seat, asker)
        : sent(state, entry, posted.get(), seat, fate, asker);
  }

  static boolean canRead(Workspace state, Entry entry, SeatId seat) {
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    Access access = state.access();
    return access.canRead(seat, scope);
  }

  private DeliveryStatusOfSeat sent(
      Workspace state,
      Entry entry,
      Posted posted,
      SeatId seat,
      DeliveryOutcome fate,
      SeatId asker) {
    if (!(fate instanceof DeliveryOutcome.Withheld withheld)) {
      return DeliveryStatusOfSeat.of(seat, fate);
    }
    DeliveryStatusOfSeat.State why = withheld(state, entry, posted, seat);
    return (why == DeliveryStatusOfSeat.State.WITHHELD && withheld.otherwise()
            ? brought.by(state, posted.commit(), posted.event(), seat)
            : Optional.<DigestReceipts.By>empty())
        .map(by -> before(state, by, seat, withheld, asker))
        .orElse(DeliveryStatusOfSeat.at(seat, why, withheld.at()));
  }

  /**
   * To the person who cannot read where it came before, it came by this list and when it was due.
   */
  private static DeliveryStatusOfSeat before(
      Workspace state,
      DigestReceipts.By by,
      SeatId seat,
      DeliveryOutcome.Withheld withheld,
      SeatId asker) {
    DeliveryOutcome fate = by.digest().fate();
    return canRead(state, state.entries().find(by.other()).orElseThrow(), asker)
        ? DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OTHER_LIST)
        : fate instanceof DeliveryOutcome.Sent
            ? DeliveryStatusOfSeat.at(seat, DeliveryStatusOfSeat.State.SENT, withheld.at())
            : DeliveryStatusOfSeat.of(seat, fate);
  }

  private static DeliveryStatusOfSeat.State withheld(
      Workspace state, Entry entry, Posted posted, SeatId seat) {
    if (!canRead(state, entry, seat)) {
      return DeliveryStatusOfSeat.State.OUTSIDE;
    }
    String list = state.lists().listOf(posted.event().parent(), posted.commit().sequence());
    if (state.lists().trouble(seat).suspended() != null) {
      return DeliveryStatusOfSeat.State.SUSPENDED;
    }
    return state.lists().habits().isSilent(seat, list)
        ? DeliveryStatusOfSeat.State.NOT_WANTED
        : DeliveryStatusOfSeat.State.WITHHELD;
  }

  private DeliveryStatusOfSeat unsent(
      Workspace state, Entry entry, Posted posted, SeatId seat, SeatId asker) {
    Predicate<DeliveryPolicy.Other> known = other -> canRead(state, other.entry(), asker);
    return switch (DeliveryPolicy.why(state, posted.commit(), posted.event(), seat, known)) {
      case LETTER ->
          brought.mayHaveGathered(state, posted.commit(), posted.event(), seat)
              ? DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OTHER_SEAT)
              : elsewhere(state, entry, posted, seat, asker);
      case DIGEST ->
          brought.byAnother(state, posted.commit(), posted.event(), seat)
              ? DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OTHER_SEAT)
              : inDigest(state, posted, seat);
      case OUTSIDE -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OUTSIDE);
      case OWN -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OWN);
      case PAUSED -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.PAUSED);
      case SPECIAL_ONLY -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.SPECIAL_ONLY);
      case NOT_WANTED -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.NOT_WANTED);
      case OTHER_LIST ->
          brought
              .has(state, posted.commit(), posted.event(), seat)
              .map(made -> inDigest(state, posted, seat))
              .orElse(DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OTHER_LIST));
      case OTHER_SEAT -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OTHER_SEAT);
    };
  }

  /**
   * As a letter that is about to be sent, or that came by a list which anyone who asks cannot read:
   * of that it is told what would be told if it had come by this one.
   */
  private DeliveryStatusOfSeat elsewhere(
      Workspace state, Entry entry, Posted posted, SeatId seat, SeatId asker) {
    return DeliveryPolicy.elsewhere(
            state, posted.commit(), posted.event(), seat, PostDelivery.LETTER)
        .flatMap(other -> fates(state, other.commit(), other.entry().id()).entrySet().stream())
        .filter(fate -> state.members().isSamePerson(seat, fate.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .map(fate -> sent(state, entry, posted, seat, fate, asker))
        .map(course -> notBefore(posted.commit().at(), course))
        .orElse(DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.WAITING));
  }

  /** It may have come by the other list before it was let in here. */
  private static DeliveryStatusOfSeat notBefore(Instant posted, DeliveryStatusOfSeat course) {
    return course.at() != null && course.at().isBefore(posted)
        ? DeliveryStatusOfSeat.at(course.seat(), course.state(), posted)
        : course;
  }

  private DeliveryStatusOfSeat inDigest(Workspace state, Posted posted, SeatId seat) {
    String list = state.lists().listOf(posted.event().parent(), posted.commit().sequence());
    String entry = posted.event().id();
    DeliveryStatusOfSeat course =
        digests.course(state, seat, list, posted.commit().sequence(), entry);
    // one that came by another list left its digest empty, which has no moment; what its reader has
    // from its author has one
    return course.state() == DeliveryStatusOfSeat.State.WITHHELD
            && course.at() == null
            && DeliveryPolicy.of(state, posted.commit(), posted.event(), seat) == PostDelivery.NONE
        ? DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.IN_DIGEST)
        : course;
  }
}
