package org.caucus.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.kernel.Committed;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.Snapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A workspace on a real database, with a clock to set and ears for what the rooms log. */
abstract class RoomStory {
  @TempDir Path directory;
  final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-06-01T09:00:00Z"));
  final InstantSource clock = time::get;
  final ListAppender<ILoggingEvent> said = new ListAppender<>();
  Installation caucus;
  Snapshots snapshots;
  Vertx vertx;
  Rooms rooms;
  WorkspaceId workspace;
  SeatId amina;

  @BeforeEach
  final void open() {
    said.start();
    logger().setLevel(Level.INFO);
    logger().addAppender(said);
    caucus = Installation.open(directory);
    snapshots = new Snapshots(caucus.mongo(), caucus.vault());
    vertx = Vertx.vertx();
    rooms = rooms(Rooms.Limits.of(Long.MAX_VALUE));
    workspace = caucus.workspace();
    rooms.submit(workspace, null, opening(), null).await();
    amina = state().members().seatOf("person-amina").orElseThrow().id();
    rooms
        .submit(
            workspace,
            amina,
            new IssueCommand.OpenTracker(
                "COP", "Provisions", "cop", Audience.everyone(), Audience.everyone()),
            null)
        .await();
  }

  @AfterEach
  final void close() {
    rooms.close();
    vertx.close().await();
    caucus.close();
    logger().detachAppender(said);
    logger().setLevel(null);
  }

  static Logger logger() {
    return (Logger) LoggerFactory.getLogger("org.caucus.workspace");
  }

  Rooms rooms(Rooms.Limits limits) {
    return new Rooms(caucus.log(), snapshots, clock, caucus.bell(vertx), CommitMeters.NONE, limits);
  }

  static MemberCommand.OpenWorkspace opening() {
    return new MemberCommand.OpenWorkspace(
        "cop", "Code of Practice", "rights", "Rights Now", "person-amina", "Amina");
  }

  static IssueCommand.OpenIssue issue(String title) {
    return new IssueCommand.OpenIssue("COP", title, "", "", List.of(), null, null, null);
  }

  Committed opened(String title) {
    return rooms.submit(workspace, amina, issue(title), null).await();
  }

  void openedSome(int count) {
    List<Future<Committed>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(rooms.submit(workspace, amina, issue("Provision " + i), null));
    }
    Future.all(all).await();
  }

  Workspace state() {
    return rooms.read(workspace).await();
  }

  WorkspaceLoader loader() {
    return new WorkspaceLoader(caucus.log(), snapshots);
  }

  Workspace replayed() {
    return new WorkspaceLoader(caucus.log(), null).load(workspace).state();
  }

  void keep() {
    assertThat(loader().keep(loader().load(workspace), clock.instant())).isTrue();
  }

  List<LogRecord> log() {
    return caucus.log().read(workspace, 0, 1_000).await();
  }

  long lines(String words) {
    return List.copyOf(said.list).stream()
        .filter(e -> e.getFormattedMessage().contains(words))
        .count();
  }
}
