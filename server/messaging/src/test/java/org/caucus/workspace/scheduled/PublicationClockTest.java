package org.caucus.workspace.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.drafts.DraftCommand;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.platform.jobs.JobScheduler;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.nodes.LogPoller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scheduled update is published once, no matter who looks and whenever they die. */
class PublicationClockTest {
  private static final int NODES = 4;

  @TempDir Path directory;
  private final Vertx elsewhere = Vertx.vertx(); // no bus leads there
  private PostOffice office;
  private JobSchedule hours;
  private String draft;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    hours = ScheduledPublication.dues(office.caucus.mongo(), office.caucus.vault());
    Instant hour = office.now().plus(Duration.ofHours(1));
    office.submit("lin", new UpdateCommand.DraftUpdate(saying("Appeals"), hour));
    draft = office.state().updates().drafts().byId().keySet().iterator().next();
    readAll();
  }

  @AfterEach
  void close() {
    office.close();
    elsewhere.close().await();
  }

  private static UpdateCommand.PostUpdate saying(String title) {
    return new UpdateCommand.PostUpdate(
        null,
        Update.Kind.ACTION,
        Update.Stage.DECIDED,
        title,
        "Within 48 hours.",
        Update.Attribution.ON_RECORD,
        null,
        null);
  }

  private void readAll() {
    ScheduledCommands schedule =
        new ScheduledCommands(new ScheduledPublication(), office.rooms, hours, office::now);
    for (LogRecord record : office.caucus.log().read(office.workspace, 0, 100).await()) {
      schedule.handle(office.workspace, record);
    }
  }

  /** That of another node, which is so much ahead. */
  private JobScheduler node(Duration ahead) {
    InstantSource its = () -> office.now().plus(ahead);
    return new ScheduledCommands(new ScheduledPublication(), office.node(its), hours, its).clock();
  }

  private List<Job<JobSchedule.Note>> noted() {
    return hours.due(office.now().plus(Duration.ofDays(400)), 10).await();
  }

  /** As another node hears of it. */
  private int published() {
    office.rooms.evict(office.workspace);
    return office.state().updates().feed().size();
  }

  @Test
  void notBeforeItsHour() {
    node(Duration.ofMinutes(59)).look();

    assertThat(published()).isZero();
    assertThat(noted()).hasSize(1);
  }

  @Test
  void nodesThatLookAtOncePublishOnce() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> nodes =
        IntStream.range(0, NODES)
            .mapToObj(
                n -> {
                  JobScheduler clock = node(Duration.ofHours(2));
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

    assertThat(published()).isEqualTo(1);
    assertThat(noted()).isEmpty();
  }

  private static void await(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoDiedAfterItWasPublishedHasItPublishedOnce() {
    node(Duration.ofHours(2)).look();
    readAll(); // a follower that begins again
    node(Duration.ofHours(3)).look();

    assertThat(published()).isEqualTo(1);
    assertThat(noted()).isEmpty();
  }

  /** Its clock is ahead, no bell reached it, and its round has not come. */
  @Test
  void aNodeThatIsBehindForgetsNoHour() {
    InstantSource ahead = () -> office.now().plus(Duration.ofMinutes(2));
    try (Rooms behind = new Rooms(office.caucus.log(), ahead, office.caucus.ownBell(elsewhere))) {
      behind.read(office.workspace).await();
      Instant hour = office.now().plus(Duration.ofMinutes(1));
      office.submit("lin", new UpdateCommand.DraftUpdate(saying("Notices"), hour));
      readAll();
      try (LogPoller rounds = new LogPoller(behind)) {
        assertThat(rounds).isNotNull();
        new ScheduledCommands(new ScheduledPublication(), behind, hours, ahead).clock().look();
      }
    }

    assertThat(published()).isEqualTo(1);
    assertThat(noted()).as("the other waits for its hour").hasSize(1);
  }

  @Test
  void whatWasDiscardedIsForgotten() {
    office.submit("lin", new DraftCommand.DiscardDraft(draft));
    node(Duration.ofHours(2)).look();

    assertThat(published()).isZero();
    assertThat(noted()).isEmpty();
  }

  @Test
  void itIsItsAuthorsUpdate() {
    node(Duration.ofHours(2)).look();

    assertThat(published()).isEqualTo(1);
    SeatId lin = office.seat("lin");
    assertThat(office.state().updates().byId().values())
        .singleElement()
        .satisfies(u -> assertThat(u.seat()).isEqualTo(lin));
  }
}
