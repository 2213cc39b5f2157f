package org.caucus.coalition.polls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.entries.Comment;
import org.caucus.coalition.entries.Post;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/** What can be asked of polls as such; answers are {@link BallotCommand}. */
public sealed interface PollCommand extends Command {
  @Override
  default boolean saysMore() {
    return switch (this) {
      case OpenPoll _, DecidePoll _, ReviewPoll _ -> true;
      case ExtendPoll _, ClosePoll _, AdvancePoll _, CommentPoll _ -> false;
    };
  }

  /**
   * Opens one.
   *
   * @param options without labels, which follow from their order
   * @param eligible null for civil society, as far as it reads the poll
   * @param audience null for the author's own side
   * @param on the issue, action or update on which it hangs; null if it stands alone
   */
  record OpenPoll(
      Poll.Kind kind,
      String title,
      String description,
      List<Poll.Option> options,
      Poll.VoiceOf voice,
      @Nullable Audience eligible,
      Poll.@Nullable Quorum quorum,
      Instant closes,
      Poll.Silence silence,
      Poll.Shown shown,
      ZoneId zone,
      @Nullable Audience audience,
      @Nullable Ref on)
      implements PollCommand {
    /** That stands alone. */
    public OpenPoll(
        Poll.Kind kind,
        String title,
        String description,
        List<Poll.Option> options,
        Poll.VoiceOf voice,
        @Nullable Audience eligible,
        Poll.@Nullable Quorum quorum,
        Instant closes,
        Poll.Silence silence,
        Poll.Shown shown,
        ZoneId zone,
        @Nullable Audience audience) {
      this(
          kind,
          title,
          description,
          options,
          voice,
          eligible,
          quorum,
          closes,
          silence,
          shown,
          zone,
          audience,
          null);
    }

    /** The same, hanging on this. */
    public OpenPoll on(@Nullable Ref thing) {
      return new OpenPoll(
          kind,
          title,
          description,
          options,
          voice,
          eligible,
          quorum,
          closes,
          silence,
          shown,
          zone,
          audience,
          thing);
    }
  }

  /** Says something about it that is no answer. */
  record CommentPoll(String poll, Post post) implements PollCommand, Comment {
    @Override
    public Ref on() {
      return Ref.to(Ref.Kind.POLL, poll);
    }
  }

  /** Lets it take answers until then. */
  record ExtendPoll(String poll, Instant closes) implements PollCommand {}

  /** Ends it now; what the server does itself when its time has come. */
  record ClosePoll(String poll) implements PollCommand {}

  /**
   * Says what came of it.
   *
   * @param option the one that is chosen; null for none
   * @param plan what to plan at the chosen time; null for nothing
   * @param reviewOn when to look at it again; null for never
   */
  record DecidePoll(
      String poll,
      String outcome,
      @Nullable String option,
      @Nullable Plan plan,
      @Nullable LocalDate reviewOn)
      implements PollCommand {}

  /**
   * An action to plan.
   *
   * @param title null for the poll's own
   */
  record Plan(Action.Kind kind, @Nullable String title, String place) {}

  /** Says what was found when its outcome was looked at again. */
  record ReviewPoll(String poll, String text, @Nullable LocalDate reviewOn)
      implements PollCommand {}

  /** Tells what is due: a reminder, the end, a day of review. */
  record AdvancePoll(String poll) implements PollCommand {}
}
