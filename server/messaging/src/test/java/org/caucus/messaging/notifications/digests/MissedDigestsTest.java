package org.caucus.messaging.notifications.digests;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.caucus.kernel.Command;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.jobs.FailedJob;
import org.caucus.platform.jobs.JobBackoff;
import org.caucus.platform.jobs.JobRunner;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digests that always fail keep none behind them from its turn, and the operator finds them. */
class MissedDigestsTest {
  private static final WorkspaceId BROKEN = new WorkspaceId("b".repeat(26));

  @TempDir Path directory;
  private PostOffice office;
  private PendingDigests gatherings;
  private Instant began;
  private final AtomicInteger asked = new AtomicInteger();

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    began = office.now();
    gatherings = new PendingDigests(office.caucus.mongo(), office.caucus.vault());
  }

  @AfterEach
  void close() {
    office.close();
  }

  /** Reads of one workspace break, as by whatever goes wrong in it. */
  private final class Breaking implements CommandBus<Workspace> {
    @Override
    public Future<Workspace> read(WorkspaceId workspace) {
      asked.addAndGet(workspace.equals(BROKEN) ? 1 : 0);
      return workspace.equals(BROKEN)
          ? Future.failedFuture(new ArithmeticException("broken"))
          : office.rooms.read(workspace);
    }

    @Override
    public Future<Committed> submit(
        WorkspaceId workspace,
        @Nullable SeatId seat,
        Command command,
        @Nullable IdempotencyKey key) {
      return office.rooms.submit(workspace, seat, command, key);
    }
  }

  private void look(Duration ahead) {
    InstantSource clock = () -> began.plus(ahead);
    office.digestsOf(new Breaking(), clock).look();
  }

  private PendingDigest gathering(WorkspaceId workspace, String seat) {
    return PendingDigest.before(workspace, new SeatId(seat), "coalition", 1).with(2, 1, List.of());
  }

  private boolean begin(PendingDigest gathering, Instant due) {
    return gatherings.jobs().add(gathering.id(), gathering, due).await();
  }

  private List<FailedJob> misses() {
    return gatherings.jobs().failed();
  }

  @Test
  void theOneBehindThemIsSentAndTheyAreTriedLaterAndLater() {
    int many = JobRunner.AT_ONCE + 5;
    for (int i = 0; i < many; i++) {
      boolean begun = begin(gathering(BROKEN, "seat" + i), Instant.EPOCH.plusSeconds(i));
      assertThat(begun).isTrue();
    }
    String ada = office.seat("ada").value();
    PendingDigest whole = gathering(office.workspace, ada);
    assertThat(begin(whole, began.minusSeconds(1))).isTrue();

    look(Duration.ZERO);

    assertThat(gatherings.jobs().find(whole.id()).await().orElseThrow().what().isEmpty()).isTrue();
    assertThat(misses()).hasSize(many).allMatch(m -> m.failures() == 1);
    assertThat(asked.get()).as("each once").isEqualTo(many);
    look(Duration.ZERO);
    assertThat(asked.get()).as("and not again at once").isEqualTo(many);
    look(JobBackoff.FIRST.plusSeconds(1));
    assertThat(misses())
        .allMatch(m -> m.failures() == 2)
        .allMatch(m -> m.kind().equals("digests") && m.workspace().equals(BROKEN.value()))
        .anyMatch(m -> m.due().equals(Instant.EPOCH));
  }

  @Test
  void whatIsRedrivenIsDueAtOnceAndWhatNoLongerFailsIsNotListed() {
    PendingDigest broken = gathering(BROKEN, "zoe");
    assertThat(begin(broken, Instant.EPOCH)).isTrue();
    look(Duration.ZERO);
    FailedJob miss = misses().getFirst();

    boolean again = gatherings.jobs().redrive(miss, began);

    assertThat(again).isTrue();
    look(Duration.ofMillis(1));
    assertThat(misses()).singleElement().matches(m -> m.failures() == 2);
    assertThat(gatherings.jobs().delete(broken.id()).await()).isTrue();
    assertThat(misses()).isEmpty();
    assertThat(gatherings.jobs().redrive(miss, began)).isFalse();
  }
}
