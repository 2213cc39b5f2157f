package org.caucus.messaging.distribution.receipts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who was told by mail of what was said under a thing, seat by seat: by a notice of its own, by one
 * that began with something else of the same thing, or in the letter of a morning.
 */
public final class NoticeReceipts {
  /** The name of what gathers for a seat that is no list's. */
  private static final String NOTICES = "";

  private final Outbox outbox;
  private final DeliveryReceipts.Digests digests;
  private final String kind;
  private final Asking asking;

  /** Knows who hears of what by notice. */
  @FunctionalInterface
  public interface Asking {
    /** Of a thing, as far as this seat may know of it. */
    Hearers of(Workspace state, Ref thing, SeatId asker);
  }

  /** Who heard of what became of a thing. What happened later is asked of later. */
  @FunctionalInterface
  public interface Hearers {
    /** Of an event; empty if nobody is told of it by mail. */
    Optional<Hears> of(Commit commit, Event event);
  }

  /** How a seat heard of one event. */
  @FunctionalInterface
  public interface Hears {
    /**
     * As it had chosen when that happened; empty if it did not hear of it, or only for a reason
     * that the person who asks cannot read.
     */
    Optional<NotificationChannel> by(SeatId seat);
  }

  /**
   * Asks this outbox, and how far the letters of mornings have come.
   *
   * @param kind of parcel that notices are
   */
  public NoticeReceipts(
      Outbox outbox, DeliveryReceipts.Digests digests, String kind, Asking asking) {
    this.outbox = outbox;
    this.digests = digests;
    this.kind = kind;
    this.asking = asking;
  }

  /** Whether a person changed something and said nothing with it. */
  public static boolean isJoined(Commit commit) {
    return commit.seat() != null
        && commit.events().stream().noneMatch(e -> e instanceof EntryPosted)
        && commit.events().stream().anyMatch(Capabilities::joins);
  }

  /** What is known of what one commit told. */
  private record Moment(
      Workspace state,
      Commit commit,
      Ref parent,
      Optional<Hears> hears,
      Map<SeatId, DeliveryOutcome> fates) {
    Optional<NotificationChannel> way(SeatId seat) {
      return hears.flatMap(h -> h.by(seat));
    }

    /**
     * What became of a letter that was due; of one that was not, it is not told that it came. Nor
     * that it came to another seat of the same person, which heard for a reason that is not told:
     * then it is as if it had come to this one.
     */
    @Nullable DeliveryOutcome fate(SeatId seat) {
      DeliveryOutcome own = isDue(seat) ? fates.get(seat) : null;
      return own instanceof DeliveryOutcome.Withheld ? instead(seat).orElse(own) : own;
    }

    private boolean isDue(SeatId seat) {
      return way(seat).filter(way -> way == NotificationChannel.AT_ONCE).isPresent();
    }

    private Optional<DeliveryOutcome> instead(SeatId seat) {
      Seat held = state.members().seats().get(seat);
      return held == null
          ? Optional.empty()
          : state.members().seatsOf(held.person()).stream()
              .map(Seat::id)
              .takeWhile(other -> !other.equals(seat))
              .filter(other -> fates.containsKey(other) && !isDue(other))
              .map(fates::get)
              .findFirst();
    }
  }

  /**
   * What became of it for each of these seats, in their order; it was posted in this commit. Anyone
   * who asks is told nothing that follows from what they cannot read. Blocks.
   */
  List<DeliveryStatusOfSeat> of(
      Workspace state, Entry entry, Commit commit, List<Seat> seats, SeatId asker) {
    Hearers hearers = asking.of(state, entry.parent(), asker);
    Optional<Hears> hears =
        commit.events().stream()
            .filter(e -> e instanceof EntryPosted posted && posted.id().equals(entry.id()))
            .findFirst()
            .flatMap(event -> hearers.of(commit, event));
    Map<SeatId, DeliveryOutcome> fates =
        hears.isEmpty() ? Map.of() : fates(state, entry, commit, asker);
    Moment told = new Moment(state, commit, entry.parent(), hears, fates);
    return seats.stream()
        .filter(seat -> seat.active() || told.fate(seat.id()) instanceof DeliveryOutcome.Sent)
        .map(seat -> course(told, entry, seat.id()))
        .toList();
  }

  private Map<SeatId, DeliveryOutcome> fates(
      Workspace state, Entry entry, Commit commit, SeatId asker) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < commit.events().size(); i++) {
      ids.addAll(RecipientBatches.ids(state, kind, commit.id() + "/" + i));
    }
    DeliveryReceipts.earlier(state, commit, entry.parent(), asker)
        .forEach(cause -> ids.addAll(RecipientBatches.ids(state, kind, cause)));
    List<SeatId> places = state.members().all().stream().map(Seat::id).toList();
    Map<SeatId, DeliveryOutcome> fates = new HashMap<>();
    outbox.byIds(ids).forEach(parcel -> take(parcel, commit, places, fates));
    return fates;
  }

  private static void take(
      DeliveryBatch parcel,
      Commit commit,
      List<SeatId> places,
      Map<SeatId, DeliveryOutcome> fates) {
    var items = NoticePayload.of(parcel.payload()).items();
    for (DeliveryBatch.Recipient recipient : parcel.recipients()) {
      SeatId seat = new SeatId(recipient.who());
      int place = places.indexOf(seat);
      if (items.stream().anyMatch(i -> i.sequence() == commit.sequence() && i.isFor(place))) {
        fates.put(seat, recipient.fate());
      }
    }
  }

  private DeliveryStatusOfSeat course(Moment told, Entry entry, SeatId seat) {
    DeliveryOutcome fate = told.fate(seat);
    if (fate instanceof DeliveryOutcome.Sent sent) {
      return DeliveryStatusOfSeat.at(seat, DeliveryStatusOfSeat.State.SENT, sent.at());
    }
    if (!DeliveryLedger.canRead(told.state(), entry, seat)) {
      return DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.OUTSIDE);
    }
    return fate == null ? unsent(told, seat) : underWay(told, seat, fate);
  }

  private DeliveryStatusOfSeat underWay(Moment told, SeatId seat, DeliveryOutcome fate) {
    return fate instanceof DeliveryOutcome.Withheld withheld
        ? DeliveryStatusOfSeat.at(seat, heldBack(told.state(), seat), withheld.at())
        : DeliveryStatusOfSeat.of(seat, fate);
  }

  private static DeliveryStatusOfSeat.State heldBack(Workspace state, SeatId seat) {
    return state.lists().trouble(seat).suspended() != null
        ? DeliveryStatusOfSeat.State.SUSPENDED
        : DeliveryStatusOfSeat.State.WITHHELD;
  }

  private DeliveryStatusOfSeat unsent(Moment told, SeatId seat) {
    if (told.hears().isEmpty()) {
      return DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.QUIET);
    }
    return told.way(seat)
        .map(way -> unsent(told, seat, way))
        .orElseGet(() -> DeliveryStatusOfSeat.of(seat, unheard(told, seat)));
  }

  private DeliveryStatusOfSeat unsent(Moment told, SeatId seat, NotificationChannel way) {
    return switch (way) {
      case AT_ONCE -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.WAITING);
      case DIGEST -> digests.course(told.state(), seat, NOTICES, told.commit().sequence(), null);
      case WEB -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.BELL);
      case MUTE -> DeliveryStatusOfSeat.of(seat, DeliveryStatusOfSeat.State.NOT_WANTED);
    };
  }

  private static DeliveryStatusOfSeat.State unheard(Moment told, SeatId seat) {
    Workspace state = told.state();
    if (state.members().isSamePerson(told.commit().seat(), seat)) {
      return DeliveryStatusOfSeat.State.OWN;
    }
    return state.lists().habits().wish(seat, told.parent(), told.commit().sequence())
            == ThreadPreference.MUTE
        ? DeliveryStatusOfSeat.State.NOT_WANTED
        : DeliveryStatusOfSeat.State.NOT_FOLLOWED;
  }
}
