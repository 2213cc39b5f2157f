package org.caucus.messaging.notifications.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to hear of an event: what its capability says, and of a comment what the thing under
 * which it was written says. Whether they may is asked of every one of them besides, here and again
 * at the moment of sending.
 *
 * @param about what it is about, whose scope decides who may
 * @param everyone all who may read it, not only those involved
 * @param involved the seats that have to do with it
 * @param told the answer of the capability
 */
public record NotificationAudience(
    Ref about, boolean everyone, Set<SeatId> involved, Notified told) {
  /** Those who hear of an event by mail, or may; empty for what nobody is told of by notice. */
  public static Optional<NotificationAudience> in(Workspace state, Commit commit, Event event) {
    return isQuiet(commit, event)
        ? Optional.empty()
        : loud(state, commit, event)
            .or(() -> mentions(state, commit, event))
            .filter(audience -> audience.told().isMailed());
  }

  /** Whether the person who acted asked that nobody is told by mail. */
  private static boolean isQuiet(Commit commit, Event event) {
    return commit.events().stream()
        .filter(Capabilities::isQuiet)
        .anyMatch(q -> event instanceof EntryPosted || Capabilities.areOfOne(q, event));
  }

  /** Those whom a post of a list mentions, whether or not they have the mail of the list. */
  private static Optional<NotificationAudience> mentions(
      Workspace state, Commit commit, Event event) {
    return event instanceof EntryPosted e && e.parent().kind() == Ref.Kind.THREAD
        ? Optional.of(MentionedSeats.of(state, commit, event).all())
            .filter(seats -> !seats.isEmpty())
            .map(seats -> Notified.only(Ref.to(Ref.Kind.ENTRY, e.id()), seats))
            .map(told -> of(state, commit, event, told))
        : Optional.empty();
  }

  /** The same, whether or not mail of it is wanted by the person who acted. */
  static Optional<NotificationAudience> loud(Workspace state, Commit commit, Event event) {
    Optional<Notified> told =
        event instanceof EntryPosted e
            ? comment(commit, e)
            : Capabilities.notified(state, event, commit)
                .or(() -> mentioning(state, commit, event));
    return told.map(t -> of(state, commit, event, t));
  }

  /** A change that is told to nobody but those whom its words mention. */
  private static Optional<Notified> mentioning(Workspace state, Commit commit, Event event) {
    Set<SeatId> seats = MentionedSeats.of(state, commit, event).all();
    return seats.isEmpty()
        ? Optional.empty()
        : Capabilities.mentionable(event).map(text -> Notified.only(text.thing(), seats));
  }

  /** A comment; not when it came with what it is about, whose own notice tells it. */
  private static Optional<Notified> comment(Commit commit, EntryPosted e) {
    boolean told = commit.events().stream().anyMatch(Capabilities::tellsComments);
    return told || e.parent().kind() == Ref.Kind.THREAD
        ? Optional.empty()
        : Optional.of(Notified.involved(Ref.to(Ref.Kind.ENTRY, e.id())));
  }

  private static NotificationAudience of(
      Workspace state, Commit commit, Event event, Notified told) {
    return switch (told.reach()) {
      case READERS -> new NotificationAudience(told.about(), true, Set.of(), told);
      case INVOLVED -> {
        Ref thing = event instanceof EntryPosted e ? e.parent() : told.about();
        yield some(state, commit, event, involved(state, thing), told);
      }
      case SEATS -> some(state, commit, event, told.seats(), told);
    };
  }

  /** With those who may answer for the companies that it asks. */
  private static NotificationAudience some(
      Workspace state, Commit commit, Event event, Set<SeatId> seats, Notified told) {
    Set<SeatId> all = new HashSet<>(seats);
    all.addAll(liaisons(state, companies(state, commit, event)));
    all.addAll(MentionedSeats.of(state, commit, event).all());
    return new NotificationAudience(told.about(), false, all, told);
  }

  /**
   * The companies that an event asks for something: a question under an update, and an issue that
   * is a request to them. All their liaisons hear of it at once, for any of them may answer.
   */
  public static Set<String> companies(Workspace state, Commit commit, Event event) {
    return event instanceof EntryPosted e
        ? commit.events().stream()
            .filter(other -> !(other instanceof EntryPosted))
            .flatMap(other -> Capabilities.notified(state, other, commit).stream())
            .filter(told -> e.id().equals(told.question()))
            .flatMap(told -> told.asked().stream())
            .collect(Collectors.toSet())
        : Capabilities.notified(state, event, commit).map(Notified::asked).orElse(Set.of());
  }

  /** The seats that may answer for these companies. */
  static Set<SeatId> liaisons(Workspace state, Set<String> companies) {
    return companies.isEmpty()
        ? Set.of()
        : state.members().active().stream()
            .filter(s -> s.role() == Role.LIAISON && companies.contains(s.organisation()))
            .map(Seat::id)
            .collect(Collectors.toSet());
  }

  /** In whose notice it is told: its own, or of what was said, that of what it was said with. */
  public static Event teller(Workspace state, Commit commit, Event event) {
    return event instanceof EntryPosted && in(state, commit, event).isEmpty()
        ? commit.events().stream()
            .filter(o -> Capabilities.tellsComments(o) && in(state, commit, o).isPresent())
            .findFirst()
            .orElse(event)
        : event;
  }

  /** Those who have to do with a thing, or whose successors they are. */
  static Set<SeatId> involved(Workspace state, Ref thing) {
    Set<SeatId> involved = new HashSet<>(state.lists().habits().followers(thing));
    involved.addAll(state.entries().speakers(thing));
    involved.addAll(Capabilities.notifications(thing).involved(state, thing));
    return involved.stream().map(state.members()::heir).collect(Collectors.toSet());
  }

  /**
   * Whose words an event tells, no matter who let them in or had them published; of what somebody
   * decided, that person. Null for the server.
   */
  public static @Nullable SeatId speaker(Workspace state, Commit commit, Event event) {
    return Capabilities.notified(state, event, commit).filter(Notified::isByDecider).isPresent()
        ? commit.seat()
        : commit.speaker();
  }

  /** Whether this seat is to hear of it. */
  public boolean hears(Workspace state, SeatId seat) {
    return (everyone || involved.contains(seat)) && mayRead(state, seat);
  }

  /** Whether this seat can read what it is about, as things stand. */
  public boolean mayRead(Workspace state, SeatId seat) {
    return state.canRead(seat, about);
  }
}
