package org.caucus.relay.served;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.delivery.Fate;
import org.caucus.delivery.Outbox;
import org.caucus.delivery.Parcel;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent.EntryPosted;
import org.caucus.members.Seat;
import org.caucus.relay.Recipients;
import org.caucus.wishes.Way;
import org.caucus.wishes.Wish;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who was told by mail of what was said under a thing, seat by seat: by a notice of its own, by one
 * that began with something else of the same thing, or in the letter of a morning.
 */
public final class Notified {
  /** The name of what gathers for a seat that is no list's. */
  private static final String NOTICES = "";

  private final Outbox outbox;
  private final Served.Digests digests;
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
    Optional<Way> by(SeatId seat);
  }

  /**
   * Asks this outbox, and how far the letters of mornings have come.
   *
   * @param kind of parcel that notices are
   */
  public Notified(Outbox outbox, Served.Digests digests, String kind, Asking asking) {
    this.outbox = outbox;
    this.digests = digests;
    this.kind = kind;
    this.asking = asking;
  }

  /** What is known of what one commit told. */
  private record Moment(
      Workspace state, Commit commit, Ref parent, Optional<Hears> hears, Map<SeatId, Fate> fates) {
    Optional<Way> way(SeatId seat) {
      return hears.flatMap(h -> h.by(seat));
    }

    /**
     * What became of a letter that was due; of one that was not, it is not told that it came. Nor
     * that it came to another seat of the same person, which heard for a reason that is not told:
     * then it is as if it had come to this one.
     */
    @Nullable Fate fate(SeatId seat) {
      Fate own = isDue(seat) ? fates.get(seat) : null;
      return own instanceof Fate.Withheld ? instead(seat).orElse(own) : own;
    }

    private boolean isDue(SeatId seat) {
      return way(seat).filter(way -> way == Way.AT_ONCE).isPresent();
    }

    private Optional<Fate> instead(SeatId seat) {
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
  List<Course> of(Workspace state, Entry entry, Commit commit, List<Seat> seats, SeatId asker) {
    Hearers hearers = asking.of(state, entry.parent(), asker);
    Optional<Hears> hears =
        commit.events().stream()
            .filter(e -> e instanceof EntryPosted posted && posted.id().equals(entry.id()))
            .findFirst()
            .flatMap(event -> hearers.of(commit, event));
    Map<SeatId, Fate> fates = hears.isEmpty() ? Map.of() : fates(state, entry, commit, asker);
    Moment told = new Moment(state, commit, entry.parent(), hears, fates);
    return seats.stream()
        .filter(seat -> seat.active() || told.fate(seat.id()) instanceof Fate.Sent)
        .map(seat -> course(told, entry, seat.id()))
        .toList();
  }

  private Map<SeatId, Fate> fates(Workspace state, Entry entry, Commit commit, SeatId asker) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < commit.events().size(); i++) {
      ids.addAll(Recipients.ids(state, kind, commit.id() + "/" + i));
    }
    Served.earlier(state, commit, entry.parent(), asker)
        .forEach(cause -> ids.addAll(Recipients.ids(state, kind, cause)));
    List<SeatId> places = state.members().all().stream().map(Seat::id).toList();
    Map<SeatId, Fate> fates = new HashMap<>();
    outbox.byIds(ids).forEach(parcel -> take(parcel, commit, places, fates));
    return fates;
  }

  private static void take(
      Parcel parcel, Commit commit, List<SeatId> places, Map<SeatId, Fate> fates) {
    var items = Told.of(parcel.payload()).items();
    for (Parcel.Recipient recipient : parcel.recipients()) {
      SeatId seat = new SeatId(recipient.who());
      int place = places.indexOf(seat);
      if (items.stream().anyMatch(i -> i.sequence() == commit.sequence() && i.isFor(place))) {
        fates.put(seat, recipient.fate());
      }
    }
  }

  private Course course(Moment told, Entry entry, SeatId seat) {
    Fate fate = told.fate(seat);
    if (fate instanceof Fate.Sent sent) {
      return Course.at(seat, Course.State.SENT, sent.at());
    }
    if (!Ledger.canRead(told.state(), entry, seat)) {
      return Course.of(seat, Course.State.OUTSIDE);
    }
    return fate == null ? unsent(told, seat) : underWay(told, seat, fate);
  }

  private Course underWay(Moment told, SeatId seat, Fate fate) {
    return fate instanceof Fate.Withheld withheld
        ? Course.at(seat, heldBack(told.state(), seat), withheld.at())
        : Course.of(seat, fate);
  }

  private static Course.State heldBack(Workspace state, SeatId seat) {
    return state.lists().trouble(seat).suspended() != null
        ? Course.State.SUSPENDED
        : Course.State.WITHHELD;
  }

  private Course unsent(Moment told, SeatId seat) {
    if (told.hears().isEmpty()) {
      return Course.of(seat, Course.State.QUIET);
    }
    return told.way(seat)
        .map(way -> unsent(told, seat, way))
        .orElseGet(() -> Course.of(seat, unheard(told, seat)));
  }

  private Course unsent(Moment told, SeatId seat, Way way) {
    return switch (way) {
      case AT_ONCE -> Course.of(seat, Course.State.WAITING);
      case DIGEST -> digests.course(told.state(), seat, NOTICES, told.commit().sequence(), null);
      case WEB -> Course.of(seat, Course.State.BELL);
      case MUTE -> Course.of(seat, Course.State.NOT_WANTED);
    };
  }

  private static Course.State unheard(Moment told, SeatId seat) {
    Workspace state = told.state();
    if (state.members().isSamePerson(told.commit().seat(), seat)) {
      return Course.State.OWN;
    }
    return state.lists().habits().wish(seat, told.parent(), told.commit().sequence()) == Wish.MUTE
        ? Course.State.NOT_WANTED
        : Course.State.NOT_FOLLOWED;
  }
}
