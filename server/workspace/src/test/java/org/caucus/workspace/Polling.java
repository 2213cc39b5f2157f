package org.caucus.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.polls.Ballot;
import org.caucus.coalition.polls.BallotCommand;
import org.caucus.coalition.polls.BallotValue;
import org.caucus.coalition.polls.Poll;
import org.caucus.coalition.polls.PollCommand;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/** What anybody might do next with polls, sensible or not. */
public final class Polling {
  private Polling() {}

  /** Nobody but the server asks for these. */
  static boolean isServers(Command command) {
    return command instanceof PollCommand.AdvancePoll;
  }

  static Command next(Random random, Workspace w, String mark, @Nullable Audience audience) {
    List<String> all = w.polls().byId().keySet().stream().sorted().toList();
    if (all.isEmpty() || random.nextInt(5) == 0) {
      return open(random, w, mark, audience);
    }
    Poll poll = w.polls().find(all.get(random.nextInt(all.size()))).orElseThrow();
    return switch (random.nextInt(14)) {
      case 0 -> new PollCommand.ClosePoll(poll.id());
      case 1 -> new PollCommand.ExtendPoll(poll.id(), in(w, Duration.ofMinutes(90)));
      case 2 ->
          new PollCommand.DecidePoll(poll.id(), "Outcome " + mark, null, plan(random, poll), null);
      case 3 -> new PollCommand.ReviewPoll(poll.id(), "Review " + mark, null);
      case 4, 5 -> new PollCommand.AdvancePoll(poll.id());
      case 6 -> resolve(random, poll, mark);
      case 7, 8 -> new PollCommand.CommentPoll(poll.id(), Post.web("Text " + mark, null, audience));
      default ->
          new BallotCommand.CastBallot(
              poll.id(), value(random, poll), "Reason " + mark, Channel.WEB);
    };
  }

  private static PollCommand open(
      Random random, Workspace w, String mark, @Nullable Audience audience) {
    List<Poll.Kind> kinds = List.of(Poll.Kind.values());
    Poll.Kind kind = kinds.get(random.nextInt(kinds.size()));
    return new PollCommand.OpenPoll(
            kind,
            "Question " + mark,
            "",
            options(kind, w),
            random.nextBoolean() ? Poll.VoiceOf.ORGANISATION : Poll.VoiceOf.SEAT,
            null,
            random.nextBoolean() ? null : new Poll.Quorum(60, random.nextBoolean()),
            in(w, Duration.ofMinutes(60)),
            random.nextBoolean() ? Poll.Silence.NO_OBJECTION : Poll.Silence.COUNTS_AS_NOTHING,
            random.nextBoolean() ? Poll.Shown.LIVE : Poll.Shown.AT_CLOSE,
            ZoneId.of("Africa/Lagos"),
            audience)
        .on(thing(random, w));
  }

  /** What it hangs on, of which there may be none. */
  private static @Nullable Ref thing(Random random, Workspace w) {
    List<Ref> all =
        Stream.of(
                w.issues().byId().values().stream().map(Issue::ref),
                w.actions().byId().values().stream().map(Action::ref),
                w.updates().byId().values().stream().map(Update::ref))
            .flatMap(refs -> refs)
            .sorted(Comparator.comparing(Ref::toString))
            .toList();
    return all.isEmpty() || random.nextBoolean() ? null : all.get(random.nextInt(all.size()));
  }

  private static List<Poll.Option> options(Poll.Kind kind, Workspace w) {
    return switch (kind) {
      case CONSENT -> List.of();
      case TIME ->
          List.of(
              new Poll.Option("", "", in(w, Duration.ofDays(3)), null),
              new Poll.Option("", "", in(w, Duration.ofDays(4)), null));
      case CHOICE, RANKED, SCORE -> List.of(option("First"), option("Second"), option("Third"));
    };
  }

  /** An option with these words. */
  public static Poll.Option option(String text) {
    return new Poll.Option("", text, null, null);
  }

  private static BallotValue value(Random random, Poll poll) {
    List<String> labels = poll.asked().options().stream().map(Poll.Option::label).toList();
    return switch (poll.asked().kind()) {
      case CONSENT ->
          BallotValue.of(
              random.nextBoolean() ? BallotValue.Stance.AGREE : BallotValue.Stance.OBJECT);
      case CHOICE -> BallotValue.of(List.of(labels.get(random.nextInt(labels.size()))));
      case RANKED -> BallotValue.of(labels.reversed());
      case SCORE, TIME ->
          BallotValue.marks(
              labels.stream().map(o -> new BallotValue.Mark(o, random.nextInt(3))).toList());
    };
  }

  private static PollCommand.@Nullable Plan plan(Random random, Poll poll) {
    return poll.asked().kind() == Poll.Kind.TIME && random.nextBoolean()
        ? new PollCommand.Plan(Action.Kind.MEETING, null, "")
        : null;
  }

  private static Command resolve(Random random, Poll poll, String mark) {
    List<String> open =
        poll.ballots().stream().filter(Ballot::isOpenObjection).map(Ballot::id).toList();
    String ballot = open.isEmpty() ? "none" : open.get(random.nextInt(open.size()));
    return new BallotCommand.ResolveObjection(poll.id(), ballot, "Note " + mark);
  }

  private static Instant in(Workspace w, Duration time) {
    return w.history().getLast().at().plus(time);
  }
}
