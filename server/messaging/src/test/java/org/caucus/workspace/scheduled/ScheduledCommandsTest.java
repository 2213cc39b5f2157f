package org.caucus.workspace.scheduled;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Command;
import org.caucus.kernel.Event;
import org.caucus.messaging.moderation.ScheduledHoldReminders;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.Job;
import org.caucus.platform.jobs.JobBackoff;
import org.caucus.platform.jobs.JobRunner;
import org.caucus.platform.jobs.JobSchedule;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails keeps no other from its turn, is tried later and later, and does not vanish. */
class ScheduledCommandsTest {
  /** When the first reminder is due. */
  private static final Duration A_DAY = Duration.ofDays(1).plusMinutes(5);

  @TempDir Path directory;
  private PostOffice office;
  private JobSchedule dues;
  private String hold;
  private Instant began;

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
    began = office.now();
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** The errand of held letters, in which those called so break. */
  private record Breaking(ScheduledHoldReminders errand) implements ScheduledCommand {
    @Override
    public String name() {
      return errand.name();
    }

    @Override
    public String what() {
      return errand.what();
    }

    @Override
    public Optional<String> thing(Event event) {
      return errand.thing(event);
    }

    @Override
    public Optional<Instant> next(Workspace state, String thing) {
      if (thing.startsWith("broken")) {
        throw new ArithmeticException("as whatever goes wrong in one of them");
      }
      return errand.next(state, thing);
    }

    @Override
    public Command command(Workspace state, String thing, Instant now) {
      return errand.command(state, thing, now);
    }
  }

  private void look(Duration ahead) {
    InstantSource clock = () -> began.plus(ahead);
    new ScheduledCommands(
            new Breaking(new ScheduledHoldReminders()), office.node(clock), dues, clock)
        .clock()
        .look();
  }

  private void broken(int many) {
    long sequence = office.state().sequence();
    for (int i = 0; i < many; i++) {
      JobSchedule.Due due = new JobSchedule.Due(office.workspace, "broken" + i);
      dues.note(due, Instant.EPOCH.plusSeconds(i), sequence).await();
    }
  }

  /** As another node hears of it. */
  private long reminded() {
    office.rooms.evict(office.workspace);
    return office.state().history().stream()
        .flatMap(c -> c.events().stream())
        .filter(e -> e.equals(new LetterEvent.HoldReminded(hold, 1)))
        .count();
  }

  private static boolean isBroken(Job<JobSchedule.Note> job) {
    return job.what().due().thing().startsWith("broken");
  }

  private List<FailedJob> misses() {
    return dues.jobs().failed();
  }

  private List<Job<JobSchedule.Note>> noted(Duration ahead) {
    return dues.due(began.plus(ahead), 1_000).await();
  }

  @Test
  void manyThatBreakKeepNoneBehindThemFromItsTurn() {
    broken(JobRunner.AT_ONCE + 5);

    look(A_DAY);

    assertThat(reminded()).isEqualTo(1);
    assertThat(noted(A_DAY)).as("each is tried again, later").isEmpty();
    assertThat(noted(A_DAY.plus(JobBackoff.FIRST).plusMinutes(5))).hasSize(JobRunner.AT_ONCE + 5);
    assertThat(misses())
        .hasSize(JobRunner.AT_ONCE + 5)
        .allMatch(miss -> miss.failures() == 1 && miss.error().equals("ArithmeticException"));
  }

  @Test
  void whatBreaksAgainAndAgainIsTriedOnceADayAndStays() {
    broken(1);
    Duration ahead = Duration.ZERO;
    for (int i = 0; i < JobBackoff.GIVEN_UP; i++) {
      look(ahead);
      ahead = ahead.plus(JobBackoff.LONGEST).plusMinutes(1);
    }
    look(ahead);

    assertThat(misses())
        .singleElement()
        .satisfies(miss -> assertThat(miss.failures()).isEqualTo(JobBackoff.GIVEN_UP));
    assertThat(noted(ahead.plusHours(20)).stream().filter(ScheduledCommandsTest::isBroken))
        .isEmpty();
    assertThat(noted(ahead.plusHours(25)).stream().filter(ScheduledCommandsTest::isBroken))
        .hasSize(1);
  }

  @Test
  void eachTryThatFailsIsFollowedByALongerPause() {
    assertThat(JobBackoff.after(1)).isEqualTo(JobBackoff.FIRST);
    for (int i = 1; i < JobBackoff.GIVEN_UP; i++) {
      assertThat(JobBackoff.after(i + 1)).isGreaterThanOrEqualTo(JobBackoff.after(i));
    }
    assertThat(JobBackoff.after(Integer.MAX_VALUE)).isEqualTo(JobBackoff.DAILY);
  }

  @Test
  void noOlderNoteIsWrittenOverANewerOne() {
    JobSchedule.Due due = new JobSchedule.Due(office.workspace, "memo");
    Instant soon = office.now().plus(Duration.ofDays(10));
    dues.note(due, soon, 7).await();
    Job<JobSchedule.Note> seen = only(soon);

    dues.note(due, soon.plus(A_DAY), 6).await();
    assertThat(only(soon).what().sequence()).isEqualTo(7);
    dues.note(due, soon.minus(A_DAY), 8).await();
    assertThat(only(soon).what().sequence()).isEqualTo(8);
    // the person who looked before that is too late with what they saw
    assertThat(dues.settle(seen, soon.plus(A_DAY), 7).await()).isFalse();
    dues.jobs().failed(seen, new ArithmeticException("late"), soon.minus(Duration.ofDays(2)));
    assertThat(only(soon).what().sequence()).isEqualTo(8);
  }

  private Job<JobSchedule.Note> only(Instant at) {
    return dues.due(at, 1_000).await().stream()
        .filter(job -> job.what().due().thing().equals("memo"))
        .findFirst()
        .orElseThrow();
  }
}
