package org.caucus.coalition.polls.mail;

import java.util.List;
import java.util.Optional;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.polls.BallotCommand;
import org.caucus.coalition.polls.BallotDecider;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.polls.Polls;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** Decides what becomes of a letter that answers a poll. Pure. */
public final class PollMailDecider {
  private PollMailDecider() {}

  /**
   * The comment that a letter makes on a poll; empty if it answers it, or may have been meant to.
   * What was written in the browser and waited for a convenor is nothing else: answers never wait.
   */
  public static Optional<PollCommand.CommentPoll> comment(Polls.Held state, String id, Post post) {
    return state
        .polls()
        .find(id)
        .flatMap(
            poll ->
                post.letter() == null
                    ? Optional.of(post.text())
                    : PollComment.in(poll, post.answers(), post.text()))
        .map(text -> new PollCommand.CommentPoll(id, post.saying(text)));
  }

  /** Whether a letter is an answer to a poll that counts if the poll takes it. */
  public static boolean isBallot(Polls.Held state, String id, Post post) {
    return comment(state, id, post).isEmpty()
        && state.polls().find(id).flatMap(p -> BallotReply.in(p.asked(), post.text())).isPresent();
  }

  /** The ballot that a letter casts, or {@link Refusal} with the forms of an answer. */
  public static List<Event> answer(Polls.Held state, String id, String text, CommandContext act) {
    Poll poll =
        state
            .polls()
            .find(id)
            .filter(p -> state.access().canRead(act.by(), p.scope(state)))
            // nobody else is asked about what only its voice may know
            .orElseThrow(() -> Refusal.forbidden(Message.of("you-cannot-answer-this-poll")));
    if (poll.state() != Poll.State.OPEN) {
      throw Refusal.conflict(Message.of("this-poll-is-closed-it-takes"));
    }
    BallotReply reply =
        BallotReply.in(poll.asked(), text)
            .orElseThrow(() -> Refusal.invalid("answer", forms(poll.asked().kind())));
    return BallotDecider.decide(
        state, new BallotCommand.CastBallot(id, reply.value(), reply.reason(), Channel.MAIL), act);
  }

  /** How an answer is written, for the author of a letter that holds no answer. */
  private static Message forms(Poll.Kind kind) {
    return switch (kind) {
      case CONSENT -> Message.of("not-an-answer-consent");
      case CHOICE -> Message.of("not-an-answer-choice");
      case RANKED -> Message.of("not-an-answer-ranked");
      case SCORE -> Message.of("not-an-answer-score");
      case TIME -> Message.of("not-an-answer-time");
    };
  }
}
