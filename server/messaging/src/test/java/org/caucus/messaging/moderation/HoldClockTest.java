package org.caucus.messaging.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Event;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Commit;
import org.caucus.workspace.scheduled.ScheduledCommands;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reminders and ends of letters that wait happen once, no matter who looks and whenever they die.
 */
class HoldClockTest {
  private static final int NODES = 4;

  @TempDir Path directory;
  private PostOffice office;
  private JobSchedule dues;
  private String hold;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    dues = ScheduledHoldReminders.dues(office.caucus.mongo(), office.caucus.vault());
    office.submit("ada", new LetterCommand.StopList("coalition", true));
    hold =
        office.submit(
            "ben",
            new ListCommand.StartThread("coalition", "Memo", Post.web("Part I.", null, null)));
    office.followed();
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** That of another node, which is so much ahead. */
  private JobScheduler node(Duration ahead) {
    InstantSource its = () -> office.now().plus(ahead);
    return new ScheduledCommands(new ScheduledHoldReminders(), office.node(its), dues, its).clock();
  }

  private <E extends Event> List<E> events(Class<E> type) {
    return office.state().history().stream()
        .map(Commit::events)
        .flatMap(List::stream)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private void allLook(Duration ahead) throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> nodes =
        IntStream.range(0, NODES)
            .mapToObj(
                n -> {
                  JobScheduler clock = node(ahead);
                  return Thread.ofVirtual()
                      .start(
                          () -> {
                            await(go);
                            clock.look();
                          });
                })
            .toList();
    go.countDown();
    for (Thread node : nodes) {
      node.join();
    }
  }

  private static void await(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nodesThatLookAtOnceRemindOnce() throws InterruptedException {
    allLook(Duration.ofDays(1).plusMinutes(5));
    assertThat(events(LetterEvent.HoldReminded.class))
        .containsExactly(new LetterEvent.HoldReminded(hold, 1));

    allLook(Duration.ofDays(31));
    assertThat(events(LetterEvent.HoldExpired.class))
        .containsExactly(new LetterEvent.HoldExpired(hold));
    assertThat(dues.due(office.now().plus(Duration.ofDays(400)), 10).await()).isEmpty();
  }

  @Test
  void whoDiedBetweenTheReminderAndTheNoteHasItRemindedOnce() {
    Duration ahead = Duration.ofDays(1).plusMinutes(5);
    node(ahead).look();
    // as if the note of the first had not been moved
    dues.note(new JobSchedule.Due(office.workspace, hold), office.now(), office.state().sequence())
        .await();
    node(ahead).look();

    assertThat(events(LetterEvent.HoldReminded.class)).hasSize(1);
  }

  @Test
  void whatAFollowerReadsAgainFromTheBeginningIsNotedAsItStands() {
    office.submit("ada", new LetterCommand.DiscardHold(hold));
    ScheduledCommands again =
        new ScheduledCommands(new ScheduledHoldReminders(), office.rooms, dues, office::now);
    for (LogRecord record : office.caucus.log().read(office.workspace, 0, 100).await()) {
      again.handle(office.workspace, record);
    }

    node(Duration.ofDays(60)).look();

    assertThat(office.state().letters().find(hold).orElseThrow().state())
        .isEqualTo(Hold.State.DISCARDED);
    assertThat(dues.due(office.now().plus(Duration.ofDays(400)), 10).await()).isEmpty();
  }

  @Test
  void whatIsNotDueIsLeftAlone() {
    node(Duration.ofHours(23)).look();

    assertThat(events(LetterEvent.HoldReminded.class)).isEmpty();
    assertThat(dues.due(office.now().plus(Duration.ofDays(2)), 10).await()).hasSize(1);
  }
}
