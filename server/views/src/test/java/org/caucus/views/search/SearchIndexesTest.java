package org.caucus.views.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caucus.workspace.Parties.AMINA;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.spill.Spill;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.SmallDisk;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Given;
import org.caucus.workspace.Rooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of a large workspace: made before it is asked, and never passed off as whole. */
class SearchIndexesTest {
  private static final int POSTS = 3 * SearchIndexes.AT_ONCE;

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private Installation caucus;
  private WorkspaceId workspace;
  private Rooms rooms;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted("t1", "coalition", "Memo", Audience.everyone(), AMINA));
    for (int i = 0; i < POSTS; i++) {
      given =
          given.and(
              new EntryEvent.EntryPosted(
                  "e" + i,
                  Ref.to(Ref.Kind.THREAD, "t1"),
                  null,
                  AMINA,
                  Audience.everyone(),
                  "The notice, draft " + i + words(i),
                  Channel.WEB,
                  null));
    }
    List<byte[]> records = given.state().history().stream().map(CommitCodec::write).toList();
    for (int from = 0; from < records.size(); from += EventLog.READ_LIMIT) {
      int to = Math.min(records.size(), from + EventLog.READ_LIMIT);
      caucus.append(workspace, from + 1, records.subList(from, to));
    }
    rooms = new Rooms(caucus.log(), InstantSource.system(), caucus.ownBell(vertx));
  }

  @AfterEach
  void close() {
    rooms.close();
    caucus.close();
    vertx.close().await();
  }

  private int found(SearchIndexes indexes, String question) {
    SearchIndexes.Sight sight = indexes.look(workspace, AMINA);
    try (SearchIndex.View view = sight.view()) {
      return SearchResults.of(view, SearchQuery.of(question)).stream()
          .mapToInt(SearchResults.Hit::matches)
          .sum();
    }
  }

  @Test
  void itIsMadeWhenAWorkspaceIsLoadedBeforeAnybodyAsks() {
    SearchIndexes indexes = new SearchIndexes(rooms);
    rooms.onLoaded(indexes::prepare);

    rooms.read(workspace).await();

    Awaitility.await().atMost(Clocks.LONG).until(() -> indexes.documents(workspace) == POSTS);
    assertThat(found(indexes, "notice")).isEqualTo(POSTS);
  }

  @Test
  void whoAsksBeforeItIsWholeIsAnsweredWhenItIsOrToldThatItIsNot() {
    SearchIndexes indexes = new SearchIndexes(rooms, Long.MAX_VALUE, Duration.ofSeconds(60));
    assertThat(found(indexes, "notice")).isEqualTo(POSTS);

    SearchIndexes hurried = new SearchIndexes(rooms, Long.MAX_VALUE, Duration.ZERO);
    assertThatThrownBy(() -> found(hurried, "notice"))
        .isInstanceOf(Loading.class)
        .hasMessageContaining("to get complete results");
    Awaitility.await().atMost(Clocks.LONG).until(() -> hurried.documents(workspace) == POSTS);
    assertThat(found(hurried, "notice")).isEqualTo(POSTS);
  }

  @Test
  void whereThereIsNoMemoryForItItIsMadeOnlyWhenSomebodyAsks() {
    SearchIndexes indexes = new SearchIndexes(rooms, 0, Duration.ofSeconds(60));

    indexes.prepare(workspace);

    assertThat(indexes.documents(workspace)).isZero();
    assertThat(found(indexes, "notice")).isEqualTo(POSTS);
  }

  @Test
  void aFullDiskIsSaidAndTheIndexIsMadeAnewWhenThereIsRoom() throws Exception {
    try (var disk = SmallDisk.of(2, directory.resolve("disk"))) {
      SearchIndexes indexes = new SearchIndexes(rooms, Long.MAX_VALUE, Duration.ofSeconds(60));
      disk.fill(0);
      Spill.lieIn(disk.directory());

      assertThatThrownBy(() -> indexes.look(workspace, AMINA))
          .isInstanceOf(DatabaseException.Unwritable.class);
      disk.makeRoom();
      try (var view = indexes.look(workspace, AMINA).view()) {
        assertThat(view.reader().numDocs()).isEqualTo(indexes.documents(workspace));
        assertThat(indexes.documents(workspace)).isGreaterThanOrEqualTo(POSTS);
      }
      indexes.forget(workspace);
    } finally {
      Spill.lieIn(Path.of(System.getProperty("java.io.tmpdir")));
    }
  }

  /** So many that their index does not stay in memory. */
  private static String words(int post) {
    return IntStream.range(40 * post, 40 * post + 40).mapToObj(i -> " w" + i).collect(joining());
  }
}
