package org.caucus.workspace.scheduled;

import java.time.Instant;
import java.util.Optional;
import org.caucus.coalition.reviews.ReviewCommand;
import org.caucus.coalition.reviews.ReviewEvent;
import org.caucus.coalition.reviews.ReviewTimes;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.store.Mongo;
import org.caucus.workspace.Workspace;

/** Opens reviews, reminds those who have not answered, and closes them. */
public final class ScheduledReviews implements ScheduledCommand {
  /** Its name among the followers. */
  public static final String NAME = "reviews";

  /** When reviews are due, in this database. */
  public static JobSchedule dues(Mongo mongo, Vault vault) {
    return new JobSchedule(mongo, vault, "review-dues", "review");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String what() {
    return "reviews";
  }

  /** Answers change nothing of when a review is due. */
  @Override
  public Optional<String> thing(Event event) {
    return event instanceof ReviewEvent e && changesTimes(e)
        ? Optional.of(e.review())
        : Optional.empty();
  }

  private static boolean changesTimes(ReviewEvent event) {
    return switch (event) {
      case ReviewEvent.ReviewOpened _,
          ReviewEvent.OrganisationsAsked _,
          ReviewEvent.ReviewExtended _,
          ReviewEvent.ReviewReminded _,
          ReviewEvent.ReviewClosed _ ->
          true;
      case ReviewEvent.PositionsGiven _,
          ReviewEvent.PositionsDrafted _,
          ReviewEvent.ReviewDeclined _,
          ReviewEvent.ReviewReported _,
          ReviewEvent.ReviewPassedOn _,
          ReviewEvent.SessionMoved _ ->
          false;
    };
  }

  @Override
  public Optional<Instant> next(Workspace state, String thing) {
    return state.reviews().find(thing).flatMap(ReviewTimes::due);
  }

  @Override
  public Command command(Workspace state, String thing, Instant now) {
    return new ReviewCommand.AdvanceReview(thing);
  }
}
