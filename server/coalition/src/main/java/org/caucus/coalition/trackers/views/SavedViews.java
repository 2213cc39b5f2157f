package org.caucus.coalition.trackers.views;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.pcollections.PMap;

/**
 * The saved views of all trackers, by id; immutable. Who asks knows only of those they can read:
 * names that are taken, limits and what is not there are said of these alone (R8).
 */
public record SavedViews(PMap<String, SavedView> byId) {
  /** Most views of one tracker that one seat saved. */
  public static final int MAX_BY_ONE = 50;

  /** No views. */
  public static SavedViews none() {
    return new SavedViews(PersistentMap.empty());
  }

  /** With this one, as it is now. */
  public SavedViews with(SavedView view) {
    return new SavedViews(byId.plus(view.id(), view));
  }

  /** Without this one. */
  public SavedViews without(String id) {
    return new SavedViews(byId.minus(id));
  }

  /** Where a view stands: within its tracker. */
  public static Scope scope(SavedView view, Scope tracker) {
    return tracker.holds(view.audience(), view.at());
  }

  /** Those of a tracker that somebody reads, by name. */
  public List<SavedView> of(String tracker, Scope place, Predicate<Scope> reads) {
    return byId.values().stream()
        .filter(v -> v.tracker().equals(tracker) && reads.test(scope(v, place)))
        .sorted(
            Comparator.comparing(SavedView::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(SavedView::id))
        .toList();
  }

  /** One of a tracker, if it is there for the person who reads. */
  public Optional<SavedView> find(String id, String tracker, Scope place, Predicate<Scope> reads) {
    return Optional.ofNullable(byId.get(id))
        .filter(v -> v.tracker().equals(tracker) && reads.test(scope(v, place)));
  }

  /**
   * Demands that one more of this name may be saved.
   *
   * @param read those that the person who saves it reads
   * @throws Refusal naming {@code name}, or for too many
   */
  public static void mustFit(SavedView view, List<SavedView> read) {
    if (read.stream().filter(v -> v.by().equals(view.by())).count() >= MAX_BY_ONE) {
      throw Refusal.conflict(Message.of("you-saved-views-of-this-tracker", "limit", MAX_BY_ONE));
    }
    mustBeNamedAlone(view, read);
  }

  /** Demands that no other view for the same people has its name. */
  public static void mustBeNamedAlone(SavedView view, List<SavedView> read) {
    if (read.stream()
        .anyMatch(
            v ->
                !v.id().equals(view.id())
                    && v.audience().equals(view.audience())
                    && v.name().equalsIgnoreCase(view.name()))) {
      throw Refusal.invalid("name", Message.of("a-view-of-this-tracker-for", "view", view.name()));
    }
  }

  /** Whether it is a seat's own: saved by it, or by one that it took over from. */
  public static boolean isOf(SavedView view, SeatId seat, Members members) {
    return members.line(seat).contains(view.by());
  }

  /** Whether nobody keeps it any more: the person who did left, and nobody took over. */
  public static boolean isLeft(SavedView view, Members members) {
    return !members.isActive(members.heir(view.by()));
  }

  /** Whether a seat may change a view that it reads: its own or inherited, or as a convenor. */
  public static boolean mayChange(SavedView view, SeatId seat, Members members) {
    return Optional.ofNullable(members.seats().get(seat))
        .filter(Seat::active)
        .filter(s -> s.role() == Role.CONVENOR || isOf(view, seat, members))
        .isPresent();
  }
}
