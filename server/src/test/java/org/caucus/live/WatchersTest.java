package org.caucus.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.caucus.command.SeatId;
import org.caucus.issues.IssueCommand;
import org.caucus.log.Installation;
import org.caucus.log.Snapshots;
import org.caucus.log.WorkspaceId;
import org.caucus.members.Audience;
import org.caucus.members.MemberCommand;
import org.caucus.workspace.CommitMeters;
import org.caucus.workspace.Rooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream goes on while the workspace it shows leaves memory and comes back. */
class WatchersTest {
  private static final int ISSUES = 30;

  /** No room stays longer than a moment. */
  private static final Rooms.Limits CROWDED =
      new Rooms.Limits(0, Duration.ZERO, Duration.ofMillis(2));

  @TempDir Path directory;
  private final AtomicReference<String> received = new AtomicReference<>("");
  private Installation caucus;
  private Vertx vertx;
  private Rooms here;
  private Rooms elsewhere;
  private Watchers watchers;
  private WorkspaceId workspace;
  private SeatId amina;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    vertx = Vertx.vertx();
    InstantSource clock = InstantSource.system();
    var bell = caucus.bell(vertx);
    var snapshots = new Snapshots(caucus.mongo(), caucus.vault());
    here = new Rooms(caucus.log(), snapshots, clock, bell, CommitMeters.NONE, CROWDED);
    elsewhere = new Rooms(caucus.log(), clock, caucus.bell(vertx));
    workspace = caucus.workspace();
    elsewhere
        .submit(
            workspace,
            null,
            new MemberCommand.OpenWorkspace(
                "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina"),
            null)
        .await();
    amina = elsewhere.read(workspace).await().members().seatOf("person-amina").orElseThrow().id();
    submit(
        elsewhere, new IssueCommand.OpenTracker("COP", "Provisions", "cop", Audience.everyone()));
    watchers = new Watchers(vertx, bell, here, new Frames("lists.example", clock), 9);
    watch();
  }

  @AfterEach
  void close() {
    here.close();
    elsewhere.close();
    vertx.close().await();
    caucus.close();
  }

  private String submit(Rooms node, IssueCommand command) {
    return node.submit(workspace, amina, command, null).await().position();
  }

  private void watch() {
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                r -> watchers.open(workspace, amina, null, r.response().setChunked(true), null))
            .listen(0, "127.0.0.1")
            .await();
    vertx
        .createHttpClient()
        .request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
        .compose(request -> request.send())
        .onSuccess(answer -> answer.handler(bytes -> received.updateAndGet(r -> r + bytes)))
        .await();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> watchers.open() == 1);
  }

  private List<String> shown() {
    return received
        .toString()
        .lines()
        .filter(l -> l.startsWith("id: "))
        .map(l -> l.substring(4))
        .toList();
  }

  @Test
  void nothingIsMissedOrDoubledWhoeverCommits() throws InterruptedException {
    List<String> committed = new ArrayList<>();
    int timesGone = 0;
    for (int i = 0; i < ISSUES; i++) {
      Thread.sleep(i % 4 * 5L);
      timesGone += here.loaded() == 0 ? 1 : 0;
      var issue =
          new IssueCommand.OpenIssue("COP", "Provision " + i, "", "", List.of(), null, null, null);
      committed.add(submit(i % 3 == 0 ? here : elsewhere, issue));
    }

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shown().size() >= ISSUES);

    assertThat(shown()).isEqualTo(committed);
    assertThat(timesGone).as("times it was not in memory").isPositive();
  }

  @Test
  void streamsOfAWorkspaceThatMayNotBeServedAnyMoreAreClosed() {
    watchers.workspaceClosed(caucus.workspace()); // another one's
    submit(here, new IssueCommand.OpenTracker("MEMO", "Memo", "memo", Audience.everyone()));
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> shown().size() == 1);
    assertThat(watchers.open()).isEqualTo(1);

    watchers.workspaceClosed(workspace);

    Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> watchers.open() == 0);
  }
}
