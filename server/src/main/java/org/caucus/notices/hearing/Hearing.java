package org.caucus.notices.hearing;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.actions.ActionEvent;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.entries.Entry;
import org.caucus.entries.EntryEvent.EntryPosted;
import org.caucus.issues.IssueEvent;
import org.caucus.letters.Hold;
import org.caucus.letters.LetterEvent;
import org.caucus.members.Audience;
import org.caucus.notices.actions.Hearers;
import org.caucus.updates.UpdateEvent;
import org.caucus.updates.UpdateEvent.QuestionAsked;
import org.caucus.updates.drafts.DraftEvent;
import org.caucus.wishes.Kind;
import org.caucus.wishes.Wish;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Why seats hear of one event, as things stand. Nobody hears of their own act, or of what they may
 * not know.
 */
public final class Hearing {
  private final Workspace state;
  private final Commit commit;
  private final Event event;
  private final @Nullable Interest interest;
  private final @Nullable Ref thing;
  private @Nullable Set<SeatId> involved;
  private @Nullable Set<SeatId> asked;

  private Hearing(Workspace state, Commit commit, Event event) {
    this.state = state;
    this.commit = commit;
    this.event = event;
    this.interest = Interest.loud(state, commit, event).orElse(null);
    this.thing = thing(state, event, interest);
  }

  /** Of this event. */
  public static Hearing of(Workspace state, Commit commit, Event event) {
    return new Hearing(state, commit, event);
  }

  private static @Nullable Ref thing(Workspace state, Event event, @Nullable Interest interest) {
    if (event instanceof EntryPosted e) {
      return e.parent();
    }
    if (event instanceof QuestionAsked e) {
      return Ref.to(Ref.Kind.UPDATE, e.update());
    }
    return interest == null ? null : parent(state, interest.about());
  }

  private static Ref parent(Workspace state, Ref about) {
    return about.kind() == Ref.Kind.ENTRY
        ? state.entries().find(about.id()).map(Entry::parent).orElse(about)
        : about;
  }

  /** What it belongs to, such as the issue under which somebody wrote; empty if nobody hears. */
  public Optional<Ref> thing() {
    return Optional.ofNullable(thing);
  }

  /** Why this seat hears of it; empty if it does not. */
  public Optional<Kind> why(SeatId seat) {
    if (thing == null
        || isActor(seat)
        || isAgreed(seat)
        || Hearers.isKnown(state, commit, event, seat)
        || !state.mayKnow(commit, event, seat)) {
      return Optional.empty();
    }
    if (event instanceof QuestionAsked) {
      return asked().contains(seat) ? Optional.of(Kind.REQUEST) : Optional.empty();
    }
    if (interest != null) {
      return interest.hears(state, seat)
          ? Optional.of(reason(thing, seat)).filter(kind -> !isMuted(kind, seat))
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
  private boolean isMuted(Kind kind, SeatId seat) {
    return thing != null
        && state.lists().habits().wish(seat, thing) == Wish.MUTE
        && kind != Kind.DECISION
        && !(event instanceof EntryPosted && isNamed(seat))
        && !isAsked(seat)
        && !isGiven(seat);
  }

  /** Whether the event gives the thing to this seat, which did not have it before. */
  private boolean isGiven(SeatId seat) {
    return switch (event) {
      case IssueEvent.IssueEdited e ->
          e.assignees() != null
              && state.issues().find(e.id()).stream()
                  .flatMap(i -> e.assignees().stream().filter(s -> i.isGiven(s, commit.at())))
                  .anyMatch(s -> is(s, seat));
      case ActionEvent.ActionEdited e -> is(e.owner(), seat);
      case UpdateEvent.UpdatePassedOn e -> is(e.to(), seat);
      default -> false;
    };
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
    some.addAll(Interest.involved(state, thing));
    some.addAll(asked());
    Audience audience = audience();
    if (audience instanceof Audience.Named named) {
      named.seats().forEach(s -> some.add(state.members().heir(new SeatId(s))));
    }
    return some.stream()
        .filter(s -> why(s).filter(k -> k != Kind.NEW).isPresent())
        .collect(Collectors.toSet());
  }

  /** To be asked "was it you" is not one's own act. */
  private boolean isActor(SeatId seat) {
    return state.members().isSamePerson(commit.seat(), seat)
        && !(event instanceof LetterEvent.LetterHeld);
  }

  /** Whether it is a seat's own update, of which it hears that another liaison agreed to it. */
  private boolean isAgreed(SeatId seat) {
    return event instanceof UpdateEvent.UpdatePosted e
        && is(e.by(), seat)
        && commit.events().stream()
            .anyMatch(other -> other instanceof DraftEvent.DraftPublished d && d.by() != null);
  }

  /** Whether a company's liaisons are to decide; else their author hears of what they decided. */
  private boolean asks() {
    return event instanceof DraftEvent.UpdateDrafted
        || event instanceof DraftEvent.DraftRevised
        || event instanceof DraftEvent.DraftHeldBack;
  }

  private Kind reason(Ref about, SeatId seat) {
    if (event instanceof DraftEvent) {
      return asks() ? Kind.DECISION : Kind.REPLY;
    }
    return switch (about.kind()) {
      case HOLD -> Kind.DECISION;
      case SEAT -> Kind.CARE;
      default -> personal(about, seat).orElse(Kind.NEW);
    };
  }

  private Optional<Kind> personal(Ref about, SeatId seat) {
    if (isAssigned(about, seat)) {
      return Optional.of(Kind.ASSIGNED);
    }
    if (isNamed(seat)) {
      return Optional.of(Kind.NAMED);
    }
    if (isAsked(seat)) {
      return Optional.of(Kind.REQUEST);
    }
    if (isAnswered(seat) || hasBegun(about, seat)) {
      return Optional.of(Kind.REPLY);
    }
    boolean follows = state.lists().habits().wish(seat, about) == Wish.FOLLOW;
    boolean involved =
        follows
            || (interest != null && interest.involved().contains(seat))
            || (about.kind() != Ref.Kind.THREAD && involved(about).contains(seat));
    return involved ? Optional.of(Kind.FOLLOWED) : Optional.empty();
  }

  /** Found once, and asked for many seats. */
  private Set<SeatId> involved(Ref about) {
    Set<SeatId> found = involved == null ? Interest.involved(state, about) : involved;
    involved = found;
    return found;
  }

  private boolean isAssigned(Ref about, SeatId seat) {
    return switch (about.kind()) {
      case ISSUE ->
          state.issues().find(about.id()).stream()
              .flatMap(i -> i.assignees().stream())
              .anyMatch(s -> is(s, seat));
      case UPDATE -> state.updates().find(about.id()).filter(u -> is(u.keeper(), seat)).isPresent();
      case ACTION -> state.actions().find(about.id()).filter(a -> is(a.owner(), seat)).isPresent();
      default -> false;
    };
  }

  private boolean hasBegun(Ref about, SeatId seat) {
    return switch (about.kind()) {
      case ISSUE -> state.issues().find(about.id()).filter(i -> is(i.openedBy(), seat)).isPresent();
      case UPDATE -> state.updates().find(about.id()).filter(u -> is(u.seat(), seat)).isPresent();
      case THREAD ->
          state.entries().under(about).stream().limit(1).anyMatch(e -> is(e.seat(), seat));
      default -> false;
    };
  }

  private boolean isAnswered(SeatId seat) {
    String answers = event instanceof EntryPosted e ? e.answers() : null;
    return answers != null
        && state.entries().find(answers).filter(e -> is(e.seat(), seat)).isPresent();
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

  /** The seats that may answer for the companies that are asked; found once. */
  private Set<SeatId> asked() {
    Set<SeatId> found = asked == null ? Requests.liaisons(state, commit, event) : asked;
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
        || thing.kind() != Ref.Kind.HOLD
        || state.letters().find(thing.id()).filter(h -> h.state() == Hold.State.HELD).isPresent();
  }
}
