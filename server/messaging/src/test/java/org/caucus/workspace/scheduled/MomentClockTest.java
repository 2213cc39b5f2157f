package org.caucus.workspace.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.Reminder;
import org.caucus.kernel.Event;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Commit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embargoes open and reminders go out once, no matter who looks and whenever they die. */
class MomentClockTest {
  private static final int NODES = 4;
  private static final Duration DAYS = Duration.ofDays(3);

  @TempDir Path directory;
  private PostOffice office;
  private JobSchedule dues;
  private String action;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    dues = ScheduledActionReminders.dues(office.caucus.mongo(), office.caucus.vault());
    Audience two = Audience.named(List.of(office.seat("ada"), office.seat("ben")));
    Instant starts = office.now().plus(DAYS);
    action =
        office.submit(
            "ada",
            new ActionCommand.PlanAction(
                Action.Kind.STATEMENT,
                "Quiet statement",
                "",
                null,
                new Action.When(starts, null, ZoneId.of("Africa/Lagos")),
                "",
                two,
                reminded(),
                new ActionCommand.Opening(
                    office.now().plus(Duration.ofHours(5)), Audience.everyone()),
                List.of()));
    readAgain();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private static ActionDetails reminded() {
    return new ActionDetails(
        false,
        List.of(),
        List.of(),
        "",
        "",
        "",
        "",
        null,
        List.of(),
        List.of(Reminder.DAY),
        List.of());
  }

  /** The follower reads the whole log, as after a restart. */
  private void readAgain() {
    ScheduledCommands again =
        new ScheduledCommands(new ScheduledActionReminders(), office.rooms, dues, office::now);
    for (LogRecord record : office.caucus.log().read(office.workspace, 0, 100).await()) {
      again.handle(office.workspace, record);
    }
  }

  /** That of another node, which is so much ahead. */
  private JobScheduler node(Duration ahead) {
    InstantSource its = () -> office.now().plus(ahead);
    return new ScheduledCommands(new ScheduledActionReminders(), office.node(its), dues, its)
        .clock();
  }

  private void allLook(Duration ahead) throws InterruptedException {
    List<Thread> nodes =
        IntStream.range(0, NODES)
            .mapToObj(n -> Thread.ofVirtual().start(node(ahead)::look))
            .toList();
    for (Thread node : nodes) {
      node.join();
    }
  }

  private <E extends Event> List<E> events(Class<E> type) {
    return office.state().history().stream()
        .map(Commit::events)
        .flatMap(List::stream)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Test
  void whatIsNotDueIsLeftAlone() {
    node(Duration.ofHours(4)).look();

    assertThat(events(AudienceEvent.Widened.class)).isEmpty();
    assertThat(dues.due(office.now().plus(DAYS), 10).await()).hasSize(1);
  }

  @Test
  void nodesThatLookAtOnceOpenAndRemindOnce() throws InterruptedException {
    allLook(Duration.ofHours(6));
    assertThat(events(AudienceEvent.Widened.class)).hasSize(1);
    assertThat(events(ActionEvent.Reminded.class)).isEmpty();

    allLook(Duration.ofDays(2).plusHours(1));
    assertThat(events(ActionEvent.Reminded.class)).hasSize(1);
    assertThat(events(AudienceEvent.Widened.class)).hasSize(1);
    assertThat(dues.due(office.now().plus(Duration.ofDays(800)), 10).await()).isEmpty();
  }

  @Test
  void whoDiedBetweenTheOpeningAndTheNoteHasItOpenedOnce() {
    node(Duration.ofHours(6)).look();
    // as if the note of the first had not been moved
    dues.note(
            new JobSchedule.Due(office.workspace, action), office.now(), office.state().sequence())
        .await();
    node(Duration.ofHours(6)).look();

    assertThat(events(AudienceEvent.Widened.class)).hasSize(1);
  }

  @Test
  void whatAFollowerReadsAgainIsNotedAsItStands() {
    node(Duration.ofDays(2).plusHours(1)).look();
    readAgain();
    node(Duration.ofDays(2).plusHours(1)).look();

    assertThat(events(ActionEvent.Reminded.class)).hasSize(1);
    assertThat(dues.due(office.now().plus(Duration.ofDays(800)), 10).await()).isEmpty();
  }
}
