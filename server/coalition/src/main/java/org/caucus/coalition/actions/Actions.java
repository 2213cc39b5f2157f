package org.caucus.coalition.actions;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.RevisionCounter;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entries;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.Slice;
import org.caucus.platform.collections.PersistentMap;
import org.caucus.platform.collections.PersistentVector;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * The actions of a workspace, immutable.
 *
 * @param commits of each action the sequences of all commits that are of it, oldest first
 * @param linked ids of the actions that link to each thing, oldest first
 */
public record Actions(
    PMap<String, Action> byId,
    PMap<String, PersistentVector<Long>> commits,
    PMap<Ref, PersistentVector<String>> linked) {
  /** Where actions are: a place for everyone. */
  public static final Scope AGENDA = Scope.place(Audience.everyone());

  /** The key of this state. */
  public static final Slice<Actions> SLICE = Slice.of(Actions.class, none());

  /** What anyone who holds the state of actions can be asked. */
  public interface Held extends Entries.Held {
    /** The actions. */
    default Actions actions() {
      return slices().get(SLICE);
    }

    /** The name of a thing by its id, if it was named by something else people call it. */
    Ref byId(Ref ref);

    /** The action with this id, if this seat can read it; {@link Refusal} as absent otherwise. */
    default Action mustReadAction(String id, SeatId reader) {
      Action action = actions().find(id).orElseThrow(Refusal::absent);
      access().mustRead(reader, action.scope());
      return action;
    }
  }

  /** No actions. */
  public static Actions none() {
    return new Actions(PersistentMap.empty(), PersistentMap.empty(), PersistentMap.empty());
  }

  /** The action with this id. */
  public Optional<Action> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Ids of the actions that link to a thing, the oldest first. */
  public List<String> linkedTo(Ref thing) {
    return linked.getOrDefault(thing, PersistentVector.empty());
  }

  /** The sequences of all commits that are of this action, comments aside; oldest first. */
  public PersistentVector<Long> commitsOf(String id) {
    return commits.getOrDefault(id, PersistentVector.empty());
  }

  private Actions told(String id, long sequence) {
    PersistentVector<Long> before = commitsOf(id);
    boolean isThere = !before.isEmpty() && before.getLast() == sequence;
    return isThere ? this : new Actions(byId, commits.plus(id, before.plus(sequence)), linked);
  }

  /**
   * The state after an action was widened, embargo or not: words given before stay with who could
   * read them.
   */
  public Actions widened(String id, Audience to, Instant at, long sequence) {
    Action action = the(id);
    RevisionCounter counted = action.versions().widened(to, at);
    return with(action.readBy(to, action.commitments(), action.presence(), null, counted))
        .told(id, sequence);
  }

  /** The state after an action was narrowed, and with it the words given. */
  public Actions narrowed(String id, Audience to, UnaryOperator<Audience> narrower) {
    PMap<String, Commitment> words = the(id).commitments();
    for (Commitment c : words.values()) {
      words = words.plus(c.organisation(), c.readBy(narrower));
    }
    ActionAttendance presence = the(id).presence().narrowed(narrower);
    RevisionCounter counted = the(id).versions().narrowed(narrower);
    return with(the(id).readBy(to, words, presence, the(id).embargo(), counted));
  }

  /**
   * The state after an event.
   *
   * @param sequence of its commit
   * @param access who could read what until then
   */
  public Actions evolve(ActionEvent event, Instant at, long sequence, Access access) {
    return evolved(event, at, access).told(event.of(), sequence);
  }

  private Actions evolved(ActionEvent event, Instant at, Access access) {
    return switch (event) {
      case ActionEvent.ActionPlanned e -> with(planned(e, at));
      case ActionEvent.ActionEdited e -> {
        Action action = the(e.id());
        Instant reminded = e.when() == null ? action.remindedUpTo() : at;
        yield with(action.planned(action.plan().edited(e), reminded, at));
      }
      case ActionEvent.ActionDetailed e -> {
        Action action = the(e.id());
        boolean same = action.details().reminders().equals(e.details().reminders());
        Instant reminded = same ? action.remindedUpTo() : at;
        yield with(action.planned(action.plan().with(e.details()), reminded, at));
      }
      case ActionEvent.Committed e -> with(the(e.action()).committed(word(e, at, access)));
      case ActionEvent.Answered e ->
          present(
              e.action(),
              (p, to) ->
                  p.with(new Rsvp(e.seat(), e.answer(), e.storedNote(), at, to, e.stamped())));
      case ActionEvent.AttendanceNoted e ->
          present(
              e.action(),
              (p, to) ->
                  p.with(
                      new ActionAttendance.Attendance(e.present(), e.by(), at, to),
                      unread(e.action(), access, e.by())));
      case ActionEvent.MinutesWritten e ->
          present(
              e.action(),
              (p, to) ->
                  p.with(
                      new ActionAttendance.Minutes(e.storedText(), e.by(), at, to),
                      unread(e.action(), access, e.by())));
      case ActionEvent.ReplyRecorded e -> with(the(e.action()).replied(e, at));
      case ActionEvent.ReplyOverdue e -> with(the(e.action()).reminded(e.since()));
      case ActionEvent.Reminded e -> with(the(e.action()).reminded(e.due()));
      case ActionEvent.Embargoed e -> with(the(e.action()).embargoed(embargo(e)));
    };
  }

  private Commitment word(ActionEvent.Committed e, Instant at, Access access) {
    Action action = the(e.action());
    Commitment before = action.commitments().get(e.organisation());
    Predicate<Scope> reads = access.asked(e.by());
    return new Commitment(
        e.organisation(),
        e.answer(),
        e.storedNote(),
        e.by(),
        at,
        action.audience(),
        before == null
            ? List.of()
            : before.left(w -> !reads.test(action.scope().holds(w.audience(), w.at()))));
  }

  private static @Nullable Embargo embargo(ActionEvent.Embargoed e) {
    return e.until() == null || e.to() == null ? null : new Embargo(e.until(), e.to(), e.by());
  }

  /** What is said now is for those who read the action now. */
  private Actions present(
      String id, BiFunction<ActionAttendance, Audience, ActionAttendance> change) {
    return with(the(id).with(change.apply(the(id).presence(), the(id).audience())));
  }

  /** What was noted of it that a seat cannot read. */
  private Predicate<ActionAttendance.Noted> unread(String id, Access access, SeatId seat) {
    Predicate<Scope> reads = access.asked(seat);
    Scope scope = the(id).scope();
    return noted -> !reads.test(scope.holds(noted.audience(), noted.at()));
  }

  private static Action planned(ActionEvent.ActionPlanned e, Instant at) {
    ActionPlan plan =
        new ActionPlan(
            e.title(),
            e.storedDescription(),
            Action.State.PLANNED,
            e.owner(),
            e.when(),
            e.storedPlace(),
            StoredText.of(""),
            ActionDetails.none());
    return new Action(
        e.id(),
        e.kind(),
        plan,
        e.audience(),
        PersistentMap.empty(),
        ActionAttendance.none(),
        null,
        at,
        null,
        e.by(),
        at,
        RevisionCounter.begun(e.audience(), at));
  }

  private Action the(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  private Actions with(Action changed) {
    Action before = byId.get(changed.id());
    List<Ref> were = before == null ? List.of() : before.details().links();
    List<Ref> are = changed.details().links();
    return new Actions(byId.plus(changed.id(), changed), commits, linked(changed.id(), were, are));
  }

  private PMap<Ref, PersistentVector<String>> linked(String id, List<Ref> were, List<Ref> are) {
    PMap<Ref, PersistentVector<String>> all = linked;
    if (were.equals(are)) {
      return all;
    }
    for (Ref ref : were) {
      PersistentVector<String> others =
          without(all.getOrDefault(ref, PersistentVector.empty()), id);
      all = others.isEmpty() ? all.minus(ref) : all.plus(ref, others);
    }
    for (Ref ref : are) {
      all = all.plus(ref, without(all.getOrDefault(ref, PersistentVector.empty()), id).plus(id));
    }
    return all;
  }

  private static PersistentVector<String> without(PersistentVector<String> ids, String id) {
    PersistentVector<String> others = PersistentVector.empty();
    for (String one : ids) {
      others = one.equals(id) ? others : others.plus(one);
    }
    return others;
  }
}
