package org.caucus.coalition.polls;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;

/** Decides what becomes of answers. Pure. */
public final class BallotDecider {
  /** Most characters of a reason, or of a note on an objection. */
  public static final int MAX_REASON_CHARS = 5_000;

  /** Most ballots of one voice in one poll. */
  public static final int MAX_OF_VOICE = 100;

  private static final String VALUE = "answer";

  private BallotDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Polls.Held state, BallotCommand command, CommandContext act) {
    return switch (command) {
      case BallotCommand.CastBallot c -> cast(state, c, act);
      case BallotCommand.ResolveObjection c -> resolve(state, c, act);
    };
  }

  private static List<Event> cast(
      Polls.Held state, BallotCommand.CastBallot c, CommandContext act) {
    Poll poll = state.mustReadPoll(c.poll(), act.by());
    Seat seat = state.access().mustPost(act.by());
    if (!poll.isOpen(act.at())) {
      throw Refusal.conflict(Message.of("this-poll-is-closed-it-takes"));
    }
    mustAnswer(poll.asked(), c.value());
    mustBeShort("reason", c.reason());
    if (c.value().objects() && c.reason().isBlank()) {
      throw Refusal.invalid("reason", Message.of("an-objection-needs-its-reason"));
    }
    mustNotBeTooMany(state, poll, seat.id());
    boolean isAsked = state.access().canRead(seat.id(), poll.eligible(state));
    return List.of(
        new PollEvent.BallotCast(
            poll.id(),
            act.thing(),
            seat.organisation(),
            !isAsked,
            c.value(),
            StoredText.of(c.reason().strip()),
            c.via(),
            seat.id()));
  }

  private static void mustBeShort(String field, String text) {
    if (text.length() > MAX_REASON_CHARS) {
      throw Refusal.invalid(
          field, Message.of("at-most-characters-can-be-said", "limit", MAX_REASON_CHARS));
    }
  }

  private static void mustNotBeTooMany(Polls.Held state, Poll poll, SeatId by) {
    long own = poll.ballots().stream().filter(Electorate.ofVoice(state, poll, by)).count();
    if (own >= MAX_OF_VOICE) {
      throw Refusal.conflict(Message.of("an-answer-can-be-changed-times", "limit", MAX_OF_VOICE));
    }
  }

  /**
   * Demands that a ballot fits its poll.
   *
   * @throws Refusal naming {@code answer} if it does not
   */
  static void mustAnswer(Poll.Question asked, BallotValue value) {
    Set<String> named = new HashSet<>();
    for (BallotValue.Mark mark : value.marks()) {
      if (asked.options().stream().noneMatch(o -> o.label().equals(mark.option()))) {
        throw Refusal.invalid(
            VALUE, Message.of("this-poll-has-no-option", "option", mark.option()));
      }
      if (!named.add(mark.option())) {
        throw Refusal.invalid(VALUE, Message.of("the-answer-names-twice", "option", mark.option()));
      }
    }
    if (!fits(asked.kind(), value)) {
      throw Refusal.invalid(VALUE, form(asked.kind()));
    }
  }

  private static boolean fits(Poll.Kind kind, BallotValue value) {
    boolean isStance = value.stance() != null;
    int marks = value.marks().size();
    return switch (kind) {
      case CONSENT -> isStance && marks == 0;
      case CHOICE -> !isStance && marks == 1;
      case RANKED -> !isStance && marks > 0;
      case SCORE -> !isStance && marks > 0 && areUpTo(value, BallotValue.MAX_SCORE);
      case TIME -> !isStance && marks > 0 && areUpTo(value, BallotValue.YES);
    };
  }

  private static boolean areUpTo(BallotValue value, int most) {
    return value.marks().stream().allMatch(m -> m.mark() >= 0 && m.mark() <= most);
  }

  /** How an answer to such a poll looks. */
  static Message form(Poll.Kind kind) {
    return switch (kind) {
      case CONSENT -> Message.of("answer-with-a-stance");
      case CHOICE -> Message.of("answer-with-one-option");
      case RANKED -> Message.of("answer-with-options-in-the-order");
      case SCORE -> Message.of("answer-with-a-score-from");
      case TIME -> Message.of("answer-with-yes-maybe-or-no");
    };
  }

  /** Whose objection it is says that it is resolved: a seat of its voice. */
  private static List<Event> resolve(
      Polls.Held state, BallotCommand.ResolveObjection c, CommandContext act) {
    Poll poll = state.mustReadPoll(c.poll(), act.by());
    SeatId by = state.access().mustPost(act.by()).id();
    Ballot ballot =
        poll.ballot(c.ballot())
            .filter(b -> !poll.hides() || Electorate.isOwn(state, poll, b, by))
            .orElseThrow(Refusal::absent);
    if (!Electorate.isOwn(state, poll, ballot, by)) {
      throw Refusal.forbidden(Message.of("only-the-person-or-the-organisation"));
    }
    boolean isFinal = poll.state() != Poll.State.OPEN && poll.state() != Poll.State.CLOSED;
    if (isFinal || !ballot.isOpenObjection()) {
      throw Refusal.conflict(Message.of("there-is-no-open-objection-here"));
    }
    mustBeShort("note", c.note());
    return List.of(
        new PollEvent.ObjectionResolved(
            poll.id(), ballot.id(), StoredText.of(c.note().strip()), by));
  }
}
