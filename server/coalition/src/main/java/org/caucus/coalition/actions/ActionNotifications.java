package org.caucus.coalition.actions;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.Notified;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Who is told of what happens to an action. */
public final class ActionNotifications implements NotificationFacet<Actions.Held, ActionEvent> {
  @Override
  public Set<Ref.Kind> followed() {
    return Set.of(Ref.Kind.ACTION);
  }

  @Override
  public Optional<Notified> notified(Actions.Held now, ActionEvent event, CommitEvents commit) {
    Ref action = Ref.to(Ref.Kind.ACTION, event.of());
    return switch (event) {
      case ActionEvent.ActionPlanned e -> Optional.of(Notified.readers(action));
      case ActionEvent.ActionEdited e -> edited(action, e);
      case ActionEvent.ActionDetailed e ->
          isTold(commit) ? Optional.empty() : Optional.of(Notified.involved(action));
      case ActionEvent.Committed e -> Optional.of(Notified.involved(action));
      case ActionEvent.Answered e -> find(now, action).map(a -> only(now, a, Set.of(a.owner())));
      case ActionEvent.AttendanceNoted e -> Optional.empty();
      case ActionEvent.MinutesWritten e -> Optional.of(Notified.involved(action));
      case ActionEvent.ReplyRecorded e -> Optional.of(Notified.involved(action));
      case ActionEvent.ReplyOverdue e -> Optional.of(Notified.involved(action));
      case ActionEvent.Reminded e ->
          find(now, action)
              .filter(a -> isAhead(a, commit.at()))
              .map(a -> only(now, a, coming(now, a)).urgently());
      case ActionEvent.Embargoed e ->
          isTold(commit) ? Optional.empty() : Optional.of(Notified.readers(action));
    };
  }

  private static Optional<Notified> edited(Ref action, ActionEvent.ActionEdited e) {
    Set<SeatId> owner = e.owner() == null ? Set.of() : Set.of(e.owner());
    if (changesCalendars(e)) {
      return Optional.of(Notified.readers(action).giving(owner));
    }
    return changesMuch(e) ? Optional.of(Notified.involved(action).giving(owner)) : Optional.empty();
  }

  private static Optional<Action> find(Actions.Held now, Ref action) {
    return now.actions().find(action.id());
  }

  private static Notified only(Actions.Held now, Action action, Set<SeatId> seats) {
    return Notified.only(
        action.ref(), seats.stream().map(now.members()::heir).collect(Collectors.toSet()));
  }

  /** The person who was invited has it in a calendar, and hears when it is moved or called off. */
  private static boolean changesCalendars(ActionEvent.ActionEdited e) {
    return e.when() != null || e.place() != null || e.state() == Action.State.CALLED_OFF;
  }

  private static boolean changesMuch(ActionEvent.ActionEdited e) {
    return e.owner() != null
        || e.when() != null
        || e.place() != null
        || e.state() != null
        || e.outcome() != null;
  }

  @Override
  public Optional<NoticeContent> notice(
      Actions.Held now, ActionEvent event, NoticeContext context) {
    return ActionNoticeContent.of(now, event, context);
  }

  @Override
  public Optional<NoticeContent> comment(
      Actions.Held now, Ref thing, String words, NoticeContext context) {
    return ActionNoticeContent.about(now, thing.id(), false, a -> words);
  }

  @Override
  public boolean tellsWidenings() {
    return true;
  }

  /** To those who could read it before it is nothing new; the end of an embargo is told to all. */
  @Override
  public Optional<Notified> widened(
      Actions.Held now, Ref thing, Audience from, CommitEvents commit) {
    return Optional.of(
        Notified.readers(thing)
            .urgently()
            .except(seat -> commit.seat() != null && couldRead(now, thing, from, seat)));
  }

  @Override
  public Optional<NoticeContent> widened(
      Actions.Held now, Ref thing, Audience from, NoticeContext context) {
    return ActionNoticeContent.opened(
        now, thing, couldRead(now, thing, from, context.reader()), context);
  }

  private static boolean couldRead(Actions.Held now, Ref thing, Audience from, SeatId seat) {
    return find(now, thing)
        .filter(a -> now.access().canRead(seat, Actions.AGENDA.holds(from, a.plannedAt())))
        .isPresent();
  }

  /** Whether another event of the same commit has it told already, with all that stands now. */
  private static boolean isTold(CommitEvents commit) {
    return commit.widens()
        || commit.events().stream()
            .anyMatch(
                e ->
                    e instanceof ActionEvent.ActionPlanned
                        || (e instanceof ActionEvent.ActionEdited edited && changesMuch(edited)));
  }

  /** A server that was down does not remind of what began meanwhile. */
  private static boolean isAhead(Action action, Instant at) {
    Instant starts = action.when().startsAt();
    return starts != null && starts.isAfter(at) && !action.state().over();
  }

  /** Those who have to do with it, but not who said that they do not come. */
  private static Set<SeatId> coming(Actions.Held now, Action action) {
    Set<SeatId> coming = new HashSet<>(involved(now, action));
    action.presence().answers().values().stream()
        .filter(r -> r.answer() == Commitment.Answer.WILL_NOT)
        .forEach(r -> coming.remove(r.seat()));
    return coming;
  }

  @Override
  public Set<SeatId> involved(Actions.Held now, Ref thing) {
    return find(now, thing).map(a -> involved(now, a)).orElse(Set.of());
  }

  /**
   * Its owner, those of the organisations that take part, and who comes. A word that a seat cannot
   * read, given before it could read the action, makes no difference to it.
   */
  public static Set<SeatId> involved(Actions.Held now, Action action) {
    Set<SeatId> seats = new HashSet<>(Set.of(action.owner()));
    now.members().active().stream()
        .filter(s -> takesPart(now, action, s))
        .forEach(s -> seats.add(s.id()));
    action.presence().answers().values().stream()
        .filter(r -> r.answer() != Commitment.Answer.WILL_NOT)
        .forEach(r -> seats.add(r.seat()));
    return seats;
  }

  private static boolean takesPart(Actions.Held now, Action action, Seat seat) {
    Commitment word = action.commitments().get(seat.organisation());
    if (word != null
        && now.access().canRead(seat.id(), action.scope().holds(word.audience(), word.at()))) {
      return word.answer() != Commitment.Answer.WILL_NOT;
    }
    return action.details().organisations().contains(seat.organisation());
  }

  @Override
  public @Nullable Ref answered(ActionEvent event) {
    return event instanceof ActionEvent.AttendanceNoted
        ? null
        : Ref.to(Ref.Kind.ACTION, event.of());
  }

  @Override
  public boolean tellsComments(ActionEvent event) {
    return event instanceof ActionEvent.ActionPlanned;
  }

  /** An organisation's word and a seat's answer hang on it. */
  @Override
  public boolean changesHead(ActionEvent event) {
    return !(event instanceof ActionEvent.Committed || event instanceof ActionEvent.Answered);
  }
}
