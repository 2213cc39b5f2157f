package org.caucus.coalition.polls;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDecider;
import org.caucus.coalition.entries.Posting;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Decides what happens to polls. Pure. */
public final class PollDecider {
  /** How long before the end those without an answer are reminded. */
  public static final Duration REMINDER = Duration.ofDays(1);

  /** How far away the end of a poll, or a day of review, can be. */
  public static final Duration MAX_AHEAD = Duration.ofDays(3 * 366L);

  /** Kinds of things that a poll can hang on. */
  private static final Set<Ref.Kind> HANGS_ON =
      Set.of(Ref.Kind.ISSUE, Ref.Kind.ACTION, Ref.Kind.UPDATE);

  private PollDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Polls.Held state, PollCommand command, CommandContext act) {
    return switch (command) {
      case PollCommand.OpenPoll c -> open(state, c, act);
      case PollCommand.CommentPoll c -> comment(state, c, act);
      case PollCommand.ExtendPoll c -> extend(state, c, act);
      case PollCommand.ClosePoll c -> close(state, c, act);
      case PollCommand.DecidePoll c -> conclude(state, c, act);
      case PollCommand.ReviewPoll c -> review(state, c, act);
      case PollCommand.AdvancePoll c -> advance(state, c, act);
    };
  }

  private static List<Event> open(Polls.Held state, PollCommand.OpenPoll c, CommandContext act) {
    Access access = state.access();
    SeatId author = access.mustPost(act.by()).id();
    Ref on = c.on() == null ? null : thing(state, c.on(), author);
    Scope place = on == null ? Polls.PLACE : state.placeOf(on).orElseThrow();
    Audience audience = access.chooseNew(author, place, c.audience());
    Scope scope = place.holds(audience, act.at());
    mustBeAhead("closes", c.closes(), act.at());
    Poll.Question asked =
        new Poll.Question(
            c.kind(),
            c.title(),
            StoredText.of(c.description()),
            PollOptions.labelled(c.kind(), c.options()),
            c.voice(),
            eligible(access, c.eligible(), audience, scope),
            c.quorum(),
            c.closes(),
            c.silence(),
            c.shown(),
            c.zone(),
            audience,
            act.entry());
    PollEvent.PollOpened opened = new PollEvent.PollOpened(act.thing(), asked, on, author);
    if (Electorate.current(state, Poll.opened(opened, act.at())).isEmpty()) {
      throw Refusal.invalid("eligible", Message.of("nobody-who-reads-this-would-be"));
    }
    return List.of(opened);
  }

  /** By its id, whichever name it was given by. What the author cannot read is not there. */
  private static Ref thing(Polls.Held state, Ref named, SeatId author) {
    return Optional.of(named)
        .filter(ref -> HANGS_ON.contains(ref.kind()))
        .flatMap(ref -> state.item(ref, author))
        .filter(item -> state.access().canRead(author, item.scope()))
        .map(Item::ref)
        .orElseThrow(() -> Refusal.invalid("on", Message.of("a-poll-can-be-attached-to")));
  }

  private static List<Event> comment(
      Polls.Held state, PollCommand.CommentPoll c, CommandContext act) {
    Poll poll = state.mustReadPoll(c.poll(), act.by());
    return List.of(
        Posting.decide(state, act.by(), act.entry(), poll.ref(), poll.scope(state), c.post()));
  }

  /** Civil society unless others are wished, as far as it reads the poll. */
  private static Audience eligible(
      Access access, @Nullable Audience wished, Audience audience, Scope scope) {
    if (wished == null) {
      Audience civil = access.meet(Audience.civilSociety(), audience);
      return civil instanceof Audience.Named n && n.seats().isEmpty() ? audience : civil;
    }
    access.mustBeKnown(wished);
    if (!access.within(wished, scope)) {
      throw Refusal.invalid("eligible", Message.of("this-asks-people-who-cannot-read"));
    }
    return wished;
  }

  private static void mustBeAhead(String field, Instant when, Instant now) {
    if (!when.isAfter(now)) {
      throw Refusal.invalid(field, Message.of("this-time-is-over-choose-a"));
    }
    if (when.isAfter(now.plus(MAX_AHEAD))) {
      throw Refusal.invalid(field, Message.of("this-is-more-than-three-years"));
    }
  }

  /** Its keeper sees to it, or the person who took over from them, or a convenor. */
  static boolean mayLead(Polls.Held state, Poll poll, SeatId id) {
    return state.access().mayManage(id, poll.keeper());
  }

  private static Poll mustLead(Polls.Held state, String id, SeatId by) {
    Poll poll = state.mustReadPoll(id, by);
    state.access().mustPost(by);
    if (!mayLead(state, poll, by)) {
      throw Refusal.forbidden(Message.of("only-the-person-who-opened-this"));
    }
    return poll;
  }

  /** Answers that others were shown are not given anew by those who have seen them. */
  private static List<Event> extend(
      Polls.Held state, PollCommand.ExtendPoll c, CommandContext act) {
    Poll poll = mustLead(state, c.poll(), act.by());
    boolean isWaiting = poll.state() == Poll.State.OPEN || poll.state() == Poll.State.CLOSED;
    if (!isWaiting) {
      throw Refusal.conflict(Message.of("this-was-decided-open-a-new"));
    }
    if (poll.asked().shown() == Poll.Shown.AT_CLOSE && !poll.hides()) {
      throw Refusal.conflict(Message.of("the-answers-to-this-poll-were"));
    }
    mustBeAhead("closes", c.closes(), act.at());
    if (!c.closes().isAfter(poll.asked().closes()) && poll.state() == Poll.State.OPEN) {
      throw Refusal.invalid("closes", Message.of("it-closes-later-already"));
    }
    return List.of(new PollEvent.PollExtended(poll.id(), c.closes(), act.by()));
  }

  private static List<Event> close(Polls.Held state, PollCommand.ClosePoll c, CommandContext act) {
    Poll poll = mustLead(state, c.poll(), act.by());
    if (poll.state() != Poll.State.OPEN) {
      throw Refusal.conflict(Message.of("this-poll-is-closed-already"));
    }
    return List.of(closed(state, poll, act.by()));
  }

  private static Event closed(Polls.Held state, Poll poll, @Nullable SeatId by) {
    List<Voice> asked = Electorate.current(state, poll);
    PollTally tally = PollTally.of(poll.asked(), asked, Electorate.standing(state, poll));
    String key = tally.quorate() ? poll.asked().key() : null;
    return new PollEvent.PollClosed(poll.id(), tally.quorate(), asked, key, by);
  }

  private static List<Event> conclude(
      Polls.Held state, PollCommand.DecidePoll c, CommandContext act) {
    Poll poll = mustLead(state, c.poll(), act.by());
    if (poll.state() != Poll.State.CLOSED) {
      throw Refusal.conflict(
          poll.state() == Poll.State.OPEN
              ? Message.of("close-this-poll-first")
              : Message.of("this-was-decided-already"));
    }
    mustSay("outcome", c.outcome(), Message.of("say-what-was-decided"));
    if (c.reviewOn() != null) {
      mustBeAhead("reviewOn", day(poll, c.reviewOn()), act.at());
    }
    Poll.@Nullable Option chosen = chosen(poll, c.option());
    List<Event> events = new ArrayList<>();
    events.add(
        new PollEvent.PollDecided(
            poll.id(),
            StoredText.of(c.outcome()),
            chosen == null ? null : chosen.label(),
            c.plan() == null ? null : act.thing(),
            c.reviewOn(),
            Objects.requireNonNull(poll.course().closing()).quorate() ? null : poll.asked().key(),
            act.by()));
    if (c.plan() != null) {
      events.addAll(ActionDecider.decide(state, plan(poll, c.plan(), chosen), act));
    }
    return List.copyOf(events);
  }

  private static void mustSay(String field, String text, Message otherwise) {
    if (text.isBlank()) {
      throw Refusal.invalid(field, otherwise);
    }
  }

  private static Poll.@Nullable Option chosen(Poll poll, @Nullable String label) {
    return label == null
        ? null
        : poll.asked()
            .option(label)
            .orElseThrow(
                () ->
                    Refusal.invalid(
                        "option", Message.of("this-poll-has-no-option", "option", label)));
  }

  /** At the chosen time, for those who read the poll; the person who decides owns it. */
  private static ActionCommand plan(
      Poll poll, PollCommand.Plan plan, Poll.@Nullable Option chosen) {
    if (chosen == null || chosen.startsAt() == null) {
      throw Refusal.invalid("option", Message.of("say-which-of-the-times-is"));
    }
    return new ActionCommand.PlanAction(
        plan.kind(),
        Objects.requireNonNullElse(plan.title(), poll.asked().title()),
        chosen.text(),
        null,
        new Action.When(chosen.startsAt(), chosen.endsAt(), poll.asked().zone()),
        plan.place(),
        poll.asked().audience());
  }

  private static List<Event> review(
      Polls.Held state, PollCommand.ReviewPoll c, CommandContext act) {
    Poll poll = mustLead(state, c.poll(), act.by());
    if (poll.state() != Poll.State.DECIDED) {
      throw Refusal.conflict(Message.of("only-what-was-decided-can-be"));
    }
    mustSay("text", c.text(), Message.of("say-what-came-of-the-decision"));
    if (c.reviewOn() != null) {
      mustBeAhead("reviewOn", day(poll, c.reviewOn()), act.at());
    }
    return List.of(
        new PollEvent.PollReviewed(poll.id(), StoredText.of(c.text()), c.reviewOn(), act.by()));
  }

  private static List<Event> advance(
      Polls.Held state, PollCommand.AdvancePoll c, CommandContext act) {
    Poll poll = state.polls().find(c.poll()).orElseThrow(Refusal::absent);
    if (due(poll).filter(d -> !d.isAfter(act.at())).isEmpty()) {
      throw Refusal.conflict(Message.of("nothing-is-due-in-this-poll"));
    }
    if (poll.state() == Poll.State.OPEN) {
      boolean isOver = !act.at().isBefore(poll.asked().closes());
      return List.of(
          isOver
              ? closed(state, poll, null)
              : new PollEvent.PollReminded(poll.id(), poll.asked().closes()));
    }
    LocalDate on =
        Objects.requireNonNull(Objects.requireNonNull(poll.course().outcome()).reviewOn());
    return List.of(new PollEvent.PollReviewDue(poll.id(), on));
  }

  /** When something is due in a poll; empty if nothing is to come. */
  public static Optional<Instant> due(Poll poll) {
    return switch (poll.state()) {
      case OPEN -> Optional.of(reminder(poll).orElse(poll.asked().closes()));
      case CLOSED, REVIEWED -> Optional.empty();
      case DECIDED -> reviewDay(poll).map(on -> day(poll, on));
    };
  }

  /** None for a poll that is open for less than that in all. */
  private static Optional<Instant> reminder(Poll poll) {
    Instant closes = poll.asked().closes();
    Instant when = closes.minus(REMINDER);
    boolean isToCome = !closes.equals(poll.course().remindedFor()) && when.isAfter(poll.openedAt());
    return isToCome ? Optional.of(when) : Optional.empty();
  }

  private static Optional<LocalDate> reviewDay(Poll poll) {
    Poll.Outcome outcome = poll.course().outcome();
    return Optional.ofNullable(outcome == null ? null : outcome.reviewOn())
        .filter(on -> !on.equals(poll.course().reviewDue()));
  }

  private static Instant day(Poll poll, LocalDate on) {
    return on.atStartOfDay(poll.asked().zone()).toInstant();
  }
}
