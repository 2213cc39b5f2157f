package org.caucus.messaging.notifications.rules;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.MentionableText;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.subscriptions.NotificationChannel;
import org.caucus.coalition.mentions.Mention;
import org.caucus.coalition.mentions.MentionEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * The seats that an event mentions, as far as they can read the words with their names. Those who
 * mute mentions are as if they were not mentioned.
 *
 * @param all seats that are mentioned, by name or in a group
 * @param named those who are mentioned by their own name
 */
public record MentionedSeats(Set<SeatId> all, Set<SeatId> named) {
  private static final MentionedSeats NOBODY = new MentionedSeats(Set.of(), Set.of());

  /** Those of an event; what is told with it is counted to it. */
  public static MentionedSeats of(Workspace state, Commit commit, Event event) {
    if (!commit.has(MentionEvent.Mentioned.class)) {
      return NOBODY;
    }
    List<Ref> things = things(commit, event);
    Set<SeatId> all = new HashSet<>();
    Set<SeatId> named = new HashSet<>();
    for (Event other : commit.events()) {
      if (other instanceof MentionEvent.Mentioned m && things.contains(m.of())) {
        add(state, m, all, named);
      }
    }
    return new MentionedSeats(all, named);
  }

  /** By what an event mentions a seat: by name rather than with others; empty if it does not. */
  public static Optional<Mention.Kind> kind(
      Workspace state, Commit commit, Event event, SeatId id) {
    Seat seat = state.members().seats().get(id);
    if (seat == null || !commit.has(MentionEvent.Mentioned.class) || isMuted(state, id)) {
      return Optional.empty();
    }
    List<Ref> things = things(commit, event);
    return commit.events().stream()
        .flatMap(e -> e instanceof MentionEvent.Mentioned m ? Stream.of(m) : null)
        .filter(m -> things.contains(m.of()))
        .filter(m -> reads(state, id, m.of()))
        .flatMap(m -> m.whom().stream())
        .filter(m -> m.means(state.members(), seat))
        .map(Mention::kind)
        .min(Comparator.naturalOrder());
  }

  private static boolean reads(Workspace state, SeatId seat, Ref thing) {
    return state.canRead(seat, thing);
  }

  private static List<Ref> things(Commit commit, Event event) {
    Stream<Event> told =
        Capabilities.tellsComments(event)
            ? commit.events().stream().filter(e -> e instanceof EntryPosted)
            : Stream.of();
    return Stream.concat(Stream.of(event), told)
        .map(Capabilities::mentionable)
        .flatMap(Optional::stream)
        .map(MentionableText::thing)
        .toList();
  }

  private static void add(
      Workspace state, MentionEvent.Mentioned m, Set<SeatId> all, Set<SeatId> named) {
    var scope = state.scopeOf(m.of());
    for (Seat seat : state.members().active()) {
      List<Mention> own = m.whom().stream().filter(w -> w.means(state.members(), seat)).toList();
      if (!own.isEmpty()
          && !isMuted(state, seat.id())
          && scope.filter(s -> state.access().canRead(seat.id(), s)).isPresent()) {
        all.add(seat.id());
        if (own.stream().anyMatch(w -> w.kind() == Mention.Kind.PERSON)) {
          named.add(seat.id());
        }
      }
    }
  }

  private static boolean isMuted(Workspace state, SeatId seat) {
    return state.lists().habits().now(seat).way(NotificationReason.MENTIONED)
        == NotificationChannel.MUTE;
  }
}
