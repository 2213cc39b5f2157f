package org.caucus.views.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.rules.NotificationReasons;
import org.caucus.workspace.Commit;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Workspace;

/** What rings for a seat. Pure. */
public final class NotificationInbox {
  /** Most rings of one seat; older ones are in the activity view only. */
  static final int MOST = 200;

  /**
   * Most commits looked through for them, the newest that the seat can know of: how many others
   * there are ends nothing.
   */
  static final int MOST_COMMITS = 5_000;

  /** How long something rings that nobody looks at. */
  static final Duration LONGEST = Duration.ofDays(90);

  private NotificationInbox() {}

  /**
   * One commit that rings for a seat.
   *
   * @param why the strongest reason of its events
   * @param thing what it belongs to
   * @param event that gives the reason
   * @param happening the same, described
   */
  public record Ring(
      Commit commit, NotificationReason why, Ref thing, Event event, EventDescription happening) {
    long sequence() {
      return commit.sequence();
    }
  }

  /** What rings for this seat, the newest first, as far as it can read it now. */
  static List<Ring> rings(Workspace now, SeatId id, Instant at) {
    Seat seat = now.members().seats().get(id);
    if (seat == null || !seat.active()) {
      return List.of(); // who looks with other eyes has no bell there
    }
    List<Ring> rings = new ArrayList<>();
    int known = 0;
    for (int i = now.history().size() - 1; i >= 0 && rings.size() < MOST; i--) {
      Commit commit = now.history().get(i);
      if (commit.at().isBefore(seat.start()) || commit.at().isBefore(at.minus(LONGEST))) {
        break; // what was said before one came was never news to them
      }
      if (now.mayKnow(commit, id)) {
        if (++known > MOST_COMMITS) {
          break;
        }
        ring(now, commit, id).ifPresent(rings::add);
      }
    }
    return rings;
  }

  /** How a commit rings for a seat, as far as it can read it now; empty if it does not. */
  public static Optional<Ring> ring(Workspace now, Commit commit, SeatId seat) {
    Ring strongest = null;
    List<Event> events = commit.events();
    for (Event event : events) {
      NotificationReasons hearing = NotificationReasons.of(now, commit, event);
      Optional<NotificationReason> why =
          hearing.why(seat).filter(k -> rings(now, seat, k) && hearing.isOpen());
      if (why.isPresent() && (strongest == null || why.get().compareTo(strongest.why()) < 0)) {
        EventDescription happening = now.describe(commit, event);
        strongest = new Ring(commit, why.get(), hearing.thing().orElseThrow(), event, happening);
      }
    }
    return Optional.ofNullable(strongest);
  }

  /** What is merely new never rings; the rest unless the seat chose that it does not. */
  private static boolean rings(Workspace now, SeatId seat, NotificationReason kind) {
    return kind != NotificationReason.NEW
        && now.lists().habits().now(seat).way(kind) != NotificationChannel.MUTE;
  }

  /** The seats for which a commit rings. */
  public static Set<SeatId> rung(Workspace now, Commit commit) {
    Set<SeatId> seats = new HashSet<>();
    for (Event event : commit.events()) {
      seats.addAll(NotificationReasons.of(now, commit, event).personally());
    }
    return seats;
  }
}
