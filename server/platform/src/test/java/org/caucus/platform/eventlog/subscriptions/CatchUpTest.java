package org.caucus.platform.eventlog.subscriptions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.store.BackgroundWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with many workspaces: who has read all costs nothing, and the others come by turns. */
class CatchUpTest {
  private static final List<String> NAMES = List.of("relay", "notices", "digests", "tips");

  /** More than are looked at together. */
  private static final int WORKSPACES = CatchUp.LOOK_AT + 10;

  @TempDir Path directory;
  private Installation caucus;
  private final SubscriptionsTest.Told told = new SubscriptionsTest.Told();
  private final Set<String> handled = ConcurrentHashMap.newKeySet();
  private final List<Boolean> inBackground = new CopyOnWriteArrayList<>();
  private final Semaphore entered = new Semaphore(0);
  private CountDownLatch gate = new CountDownLatch(0);
  private List<WorkspaceId> workspaces = List.of();

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  @Test
  void whoHasReadAllIsNotRungAndCostsNoCallOfItsOwn() {
    fill(WORKSPACES);
    try (var followers = followers()) {
      long before = caucus.mongo().calls();
      followers.start().await();
      drained(followers);

      // two looks: each one range of checkpoints for every follower, and the records in two pieces
      assertThat(caucus.mongo().calls() - before).isLessThan(WORKSPACES / 5);
      assertThat(handled).isEmpty();
    }
  }

  @Test
  void onlyThoseBehindReadOnInTheBackground() {
    fill(WORKSPACES);
    var behind = List.of(workspaces.get(3), workspaces.get(CatchUp.LOOK_AT + 4));
    behind.forEach(w -> caucus.append(w, 3, List.of(bytes("three"))));
    new Checkpoints(leases()).begin("notices", workspaces.get(7), 1).await();
    try (var followers = followers()) {
      long before = caucus.mongo().calls();
      followers.start().await();
      drained(followers);

      assertThat(handled)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(
                      behind.stream().flatMap(w -> NAMES.stream().map(n -> n + " " + w + " 3")),
                      Stream.of("notices " + workspaces.get(7) + " 2"))
                  .toList());
      assertThat(inBackground).isNotEmpty().doesNotContain(false);
      assertThat(caucus.mongo().calls() - before).isLessThan(WORKSPACES);
    }
  }

  @Test
  void aFewWorkspacesCatchUpAtATimeAndWhoIsRungDoesNotWaitForThem() throws Exception {
    fill(3 * CatchUp.AT_ONCE);
    workspaces.forEach(w -> caucus.append(w, 3, List.of(bytes("three"))));
    gate = new CountDownLatch(1);
    try (var followers = followers()) {
      followers.start().await();
      entered.acquire(CatchUp.AT_ONCE * NAMES.size());
      assertThat(followers.lag().get("relay")).isEqualTo(2 * CatchUp.AT_ONCE);

      var waits = workspaces.stream().filter(w -> entered(w).isEmpty()).findFirst().orElseThrow();
      followers.ring(waits, 3);
      entered.acquire(NAMES.size()); // a fifth: somebody wrote there just now
      assertThat(entered(waits)).hasSize(NAMES.size());
      assertThat(entered.availablePermits()).as("the others wait their turn").isZero();

      gate.countDown();
      drained(followers);
      assertThat(handled).hasSize(workspaces.size() * NAMES.size());
      assertThat(followers.lag()).containsEntry("relay", 0L);
    }
  }

  @Test
  void aLogThatLostWhatWasReadIsToldAtTheStart() {
    fill(2);
    var cut = workspaces.getFirst();
    caucus.mongo().documents("events").delete(cut + "/000000000002").await();
    try (var followers = followers()) {
      followers.start().await();

      Awaitility.await().atMost(Clocks.LONG).until(() -> told.stalled.size() == NAMES.size());
    }
  }

  private final Map<String, String> begun = new ConcurrentHashMap<>();

  private List<String> entered(WorkspaceId workspace) {
    return begun.keySet().stream().filter(k -> k.contains(workspace.value())).toList();
  }

  /** Two records each, all read. */
  private void fill(int count) {
    workspaces = Stream.generate(WorkspaceId::random).limit(count).toList();
    var checkpoints = new Checkpoints(leases());
    var two = List.of(bytes("one"), bytes("two"));
    Future.all(
            workspaces.stream()
                .map(
                    w ->
                        caucus
                            .vault()
                            .create(w)
                            .compose(none -> caucus.log().append(w, 1, RecordHash.NONE, two))
                            .compose(tip -> begun(checkpoints, w)))
                .toList())
        .await();
  }

  private static Future<?> begun(Checkpoints checkpoints, WorkspaceId workspace) {
    return Future.all(NAMES.stream().map(n -> checkpoints.begin(n, workspace, 2)).toList());
  }

  private void drained(Subscriptions followers) {
    workspaces.forEach(w -> followers.drained(w).timeout(60, TimeUnit.SECONDS).await());
  }

  private Leases leases() {
    return new Leases(caucus.mongo(), Node.alone(caucus.mongo()));
  }

  private Subscriptions followers() {
    return new Subscriptions(
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        leases(),
        new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(20)),
        told,
        NAMES.stream().<Subscription>map(Noting::new).toList());
  }

  /** Notes what it is given, once the gate is open. */
  private final class Noting implements Subscription {
    private final String name;

    Noting(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void handle(WorkspaceId workspace, LogRecord record) throws Exception {
      String what = name + " " + workspace + " " + record.sequence();
      begun.put(what, name);
      inBackground.add(BackgroundWork.isOn());
      entered.release();
      assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
      handled.add(what);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
