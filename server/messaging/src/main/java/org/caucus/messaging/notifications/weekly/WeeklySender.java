package org.caucus.messaging.notifications.weekly;

import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.subscriptions.PersonalMailSettings;
import org.caucus.coalition.lists.subscriptions.WeeklyMailing;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Event;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.notifications.weekly.WeeklySchedule.Chosen;
import org.caucus.messaging.notifications.weekly.WeeklySchedule.Whose;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobRunner;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Commit;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Workspace;
import org.caucus.workspace.WorkspaceAt;
import org.jspecify.annotations.Nullable;

/**
 * Sends weekly letters on Monday morning where the member is, to the person who chose them. Any
 * node may, several at once, and be killed at any point: a letter is called by the Monday it is of,
 * so there is one however often it is put, and its time is moved after that.
 */
public final class WeeklySender implements Subscription {
  /** Its name among the followers. */
  public static final String NAME = "weeklies";

  /** The kind of parcel. */
  public static final String KIND = "digest.weekly";

  /** When they leave, where the member is. */
  static final LocalTime MORNING = LocalTime.of(6, 0);

  /** What a letter tells of. */
  static final Duration WEEK = Duration.ofDays(7);

  static final String WHICH = "weekly";
  static final String UNTIL = "until";

  /** How often it is looked. */
  private static final Duration PERIOD = Duration.ofSeconds(30);

  private final CommandBus<Workspace> floor;
  private final WeeklySchedule weeklies;
  private final Outbox outbox;
  private final Runnable bell;
  private final InstantSource clock;

  /**
   * The clock, and the follower that sets it.
   *
   * @param bell rung after something was put
   */
  public WeeklySender(
      CommandBus<Workspace> floor,
      WeeklySchedule weeklies,
      Outbox outbox,
      Runnable bell,
      InstantSource clock) {
    this.floor = floor;
    this.weeklies = weeklies;
    this.outbox = outbox;
    this.bell = bell;
    this.clock = clock;
  }

  /** The clock that has them seen to. */
  public JobScheduler clock() {
    return new JobRunner<>(weeklies.jobs(), this::see, bell).every(PERIOD, "weekly letters", clock);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The person who chose such a letter gets the first on the next Monday. */
  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    Commit commit = CommitCodec.read(record.sequence(), record.plain());
    for (Event event : commit.events()) {
      if (event instanceof ListEvent.PersonalMailChosen e) {
        for (WeeklyMailing weekly : e.personal().weekly()) {
          Whose whose = new Whose(workspace, e.seat(), weekly);
          weeklies.note(whose, commit.sequence(), first(commit.at(), e.personal().zone()));
        }
      }
    }
  }

  /**
   * What is read long after, in a log that was brought here, asks for no letter of a week that is
   * long over.
   */
  private Instant first(Instant chosen, ZoneId zone) {
    Instant monday = monday(chosen, zone);
    Instant now = clock.instant();
    return monday.plus(WEEK).isAfter(now) ? monday : monday(now, zone);
  }

  /** The next Monday morning there. */
  static Instant monday(Instant after, ZoneId zone) {
    ZonedDateTime here = after.atZone(zone);
    ZonedDateTime monday =
        here.toLocalDate()
            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
            .atTime(MORNING)
            .atZone(zone);
    return (monday.toInstant().isAfter(after) ? monday : monday.plusWeeks(1)).toInstant();
  }

  private void see(Job<Chosen> job, Instant now) {
    Whose whose = job.what().whose();
    // a node that does not know yet that it was chosen would forget it
    Workspace state = WorkspaceAt.sequence(floor, whose.workspace(), job.what().sequence());
    PersonalMailSettings personal = state.lists().habits().now(whose.seat());
    if (!isWanted(state.members().seats().get(whose.seat()), personal, whose.weekly())) {
      boolean unused = weeklies.jobs().delete(job.id()).await();
      return;
    }
    Instant due = weeklies.firstDue(job);
    boolean paused = personal.pause() != null && personal.pause().covers(due, personal.zone());
    if (!paused) {
      outbox.put(parcel(whose, due, personal, now)).await();
    }
    // unless somebody moved it
    boolean unused = weeklies.jobs().replace(job, job.at(monday(now, personal.zone()))).await();
  }

  private static boolean isWanted(
      @Nullable Seat seat, PersonalMailSettings personal, WeeklyMailing weekly) {
    return seat != null && seat.active() && personal.weekly().contains(weekly);
  }

  /** Called by the day, so that a change of the zone on it makes no second letter. */
  private static DeliveryBatch parcel(
      Whose whose, Instant due, PersonalMailSettings personal, Instant now) {
    String day = due.atZone(personal.zone()).toLocalDate().toString();
    JsonObject payload =
        new JsonObject().put(WHICH, whose.weekly().name()).put(UNTIL, due.toEpochMilli());
    var waits = new DeliveryOutcome.Waiting(personal.leaves(now), 0, 0);
    return new DeliveryBatch(
        DeliveryBatch.id(whose.id(), KIND, day),
        whose.workspace(),
        KIND,
        payload,
        List.of(new DeliveryBatch.Recipient(whose.seat().value(), waits)),
        now);
  }
}
