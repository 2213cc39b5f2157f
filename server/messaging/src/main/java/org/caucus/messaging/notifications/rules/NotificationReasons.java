package org.caucus.messaging.notifications.rules;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent.EntryPosted;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.lists.subscriptions.ThreadPreference;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Why seats hear of one event, as things stand. Nobody hears of their own act, or of what they may
 * not know.
 */
public final class NotificationReasons {
  private final Workspace state;
  private final Commit commit;
  private final Event event;
  private final @Nullable NotificationAudience interest;
  private final @Nullable Ref thing;
  private @Nullable Set<SeatId> involved;
  private @Nullable Set<SeatId> asked;
  private @Nullable MentionedSeats mentioned;
  private boolean looked;
  private @Nullable Item item;

  private NotificationReasons(Workspace state, Commit commit, Event event) {
    this.state = state;
    this.commit = commit;
    this.event = event;
    this.interest = NotificationAudience.loud(state, commit, event).orElse(null);
    this.thing = thing(state, event, interest);
  }

  /** Of this event. */
  public static NotificationReasons of(Workspace state, Commit commit, Event event) {
    return new NotificationReasons(state, commit, event);
  }

  private static @Nullable Ref thing(
      Workspace state, Event event, @Nullable NotificationAudience interest) {
    if (event instanceof EntryPosted e) {
      return state.entries().find(e.id()).map(Entry::parent).orElse(e.parent());
    }
    return interest == null ? null : whole(state, interest.about());
  }

  /** What an entry hangs on: an edit of it is news of that. */
  private static Ref whole(Workspace state, Ref about) {
    return about.kind() == Ref.Kind.ENTRY
        ? state.entries().find(about.id()).map(Entry::parent).orElse(about)
        : about;
  }

  /** What it belongs to, such as the issue under which somebody wrote; empty if nobody hears. */
  public Optional<Ref> thing() {
    return Optional.ofNullable(thing);
  }

  /** Why this seat hears of it; empty if it does not. */
  public Optional<NotificationReason> why(SeatId seat) {
    if (thing == null
        || isActor(seat)
        || (interest != null && interest.told().isKnown(seat))
        || !state.mayKnow(commit, event, seat)) {
      return Optional.empty();
    }
    if (interest != null) {
      return interest.hears(state, seat)
          ? Optional.of(reason(interest, thing, seat)).filter(kind -> !isMuted(kind, seat))
          : Optional.empty();
    }
    return event instanceof EntryPosted && thing.kind() == Ref.Kind.THREAD
        ? personal(thing, seat).filter(kind -> !isMuted(kind, seat))
        : Optional.empty();
  }

  /**
   * Whether this seat wants to hear nothing of the thing. What asks it for a decision, makes the
   * thing its own or is said to it by name is heard all the same.
   */
  private boolean isMuted(NotificationReason kind, SeatId seat) {
    return thing != null
        && state.lists().habits().wish(seat, thing) == ThreadPreference.MUTE
        && kind != NotificationReason.DECISION
        && !(event instanceof EntryPosted && isNamed(seat) && !isConversation(thing))
        && !mentioned().named().contains(seat)
        && !isAsked(seat)
        && !isGiven(seat);
  }

  /** In which every message names all who are in it. */
  private boolean isConversation(Ref of) {
    return of.kind() == Ref.Kind.THREAD
        && state.lists().thread(of.id()).filter(Thread::isConversation).isPresent();
  }

  /** Whether the event gives the thing to this seat, which did not have it before. */
  private boolean isGiven(SeatId seat) {
    return interest != null && interest.told().given().stream().anyMatch(s -> is(s, seat));
  }

  /**
   * Those who hear of it for a reason of their own, beyond that it is new and that they can read
   * it.
   */
  public Set<SeatId> personally() {
    if (thing == null) {
      return Set.of();
    }
    Set<SeatId> some = new HashSet<>(interest == null ? Set.of() : interest.involved());
    some.addAll(NotificationAudience.involved(state, thing));
    answered().ifPresent(seat -> some.add(state.members().heir(seat)));
    some.addAll(asked());
    some.addAll(mentioned().all());
    Audience audience = audience();
    if (audience instanceof Audience.Named named) {
      named.seats().forEach(s -> some.add(state.members().heir(new SeatId(s))));
    }
    return some.stream()
        .filter(s -> why(s).filter(k -> k != NotificationReason.NEW).isPresent())
        .collect(Collectors.toSet());
  }

  /** Nobody hears of their own act, unless it says so. */
  private boolean isActor(SeatId seat) {
    return state.members().isSamePerson(commit.seat(), seat)
        && (interest == null || !interest.told().isForActor());
  }

  private NotificationReason reason(NotificationAudience audience, Ref about, SeatId seat) {
    NotificationReason fixed = audience.told().reason();
    if (fixed == NotificationReason.NEW && mentioned().all().contains(seat)) {
      return NotificationReason.MENTIONED;
    }
    return fixed == null ? personal(about, seat).orElse(NotificationReason.NEW) : fixed;
  }

  private Optional<NotificationReason> personal(Ref about, SeatId seat) {
    if (mentioned().all().contains(seat)) {
      return Optional.of(NotificationReason.MENTIONED);
    }
    if (isAssigned(about, seat)) {
      return Optional.of(NotificationReason.ASSIGNED);
    }
    if (isNamed(seat)) {
      return Optional.of(NotificationReason.NAMED);
    }
    if (isAsked(seat)) {
      return Optional.of(NotificationReason.REQUEST);
    }
    if (isAnswered(seat) || hasBegun(about, seat)) {
      return Optional.of(NotificationReason.REPLY);
    }
    boolean follows = state.lists().habits().wish(seat, about) == ThreadPreference.FOLLOW;
    boolean involved =
        follows
            || (interest != null && interest.involved().contains(seat))
            || (about.kind() != Ref.Kind.THREAD && involved(about).contains(seat));
    return involved ? Optional.of(NotificationReason.FOLLOWED) : Optional.empty();
  }

  /** Found once, and asked for many seats. */
  private Set<SeatId> involved(Ref about) {
    Set<SeatId> found = involved == null ? NotificationAudience.involved(state, about) : involved;
    involved = found;
    return found;
  }

  private boolean isAssigned(Ref about, SeatId seat) {
    return item(about).stream()
        .flatMap(item -> item.assignees().stream())
        .anyMatch(s -> is(s, seat));
  }

  private boolean hasBegun(Ref about, SeatId seat) {
    return about.kind() == Ref.Kind.THREAD
        ? firstRead(about, seat).filter(e -> is(e.seat(), seat)).isPresent()
        : item(about).filter(item -> is(item.openedBy(), seat)).isPresent();
  }

  /** The first message that this seat can read: earlier ones may have come from another thread. */
  private Optional<Entry> firstRead(Ref about, SeatId seat) {
    return state.entries().under(about).stream()
        .filter(e -> state.canRead(seat, Ref.to(Ref.Kind.ENTRY, e.id())))
        .findFirst();
  }

  /** Found once, and asked for many seats. */
  private Optional<Item> item(Ref about) {
    if (!looked) {
      item = state.item(about).orElse(null);
      looked = true;
    }
    return Optional.ofNullable(item);
  }

  private boolean isAnswered(SeatId seat) {
    return answered().filter(author -> is(author, seat)).isPresent();
  }

  /** Whose message is answered: it may be in another thread by now. */
  private Optional<SeatId> answered() {
    String answers = event instanceof EntryPosted e ? e.answers() : null;
    return Optional.ofNullable(answers).flatMap(state.entries()::find).map(Entry::seat);
  }

  private boolean isNamed(SeatId seat) {
    return audience() instanceof Audience.Named named
        && named.seats().stream().anyMatch(s -> is(new SeatId(s), seat));
  }

  /** Of what was said or opened here; changes of what is there name nobody anew. */
  private @Nullable Audience audience() {
    if (event instanceof EntryPosted e) {
      return state.entries().find(e.id()).map(Entry::audience).orElse(null);
    }
    return interest != null && interest.everyone()
        ? state.scopeOf(interest.about()).map(s -> s.audience()).orElse(null)
        : null;
  }

  /** Whether this seat may answer what the event asks its company. */
  public boolean isAsked(SeatId seat) {
    return asked().contains(seat);
  }

  /** Whether the event asks a company for something. */
  public boolean asksCompany() {
    return !asked().isEmpty();
  }

  /** Whether its words mention anybody. */
  public boolean mentionsSomebody() {
    return !mentioned().all().isEmpty();
  }

  /** Found once, and asked for many seats. */
  private MentionedSeats mentioned() {
    MentionedSeats found = mentioned == null ? MentionedSeats.of(state, commit, event) : mentioned;
    mentioned = found;
    return found;
  }

  /** The seats that may answer for the companies that are asked; found once. */
  private Set<SeatId> asked() {
    Set<SeatId> found =
        asked == null
            ? NotificationAudience.liaisons(
                state, NotificationAudience.companies(state, commit, event))
            : asked;
    asked = found;
    return found;
  }

  /** Whether it is this seat, or one that this seat took over from. */
  private boolean is(@Nullable SeatId one, SeatId seat) {
    return one != null && Objects.equals(state.members().heir(one), seat);
  }

  /** Whether it still waits for somebody, for what asks them; true of all that asks nothing. */
  public boolean isOpen() {
    return thing == null
        || interest == null
        || interest.told().reason() != NotificationReason.DECISION
        || item(thing).filter(item -> !item.isOpen()).isEmpty();
  }
}
