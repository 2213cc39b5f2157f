package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.CHIKA;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.awaitility.Awaitility;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.kernel.support.Clocks;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.Installation;
import org.caucus.workspace.CommitCodec;
import org.caucus.workspace.Given;
import org.caucus.workspace.Rooms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A liaison searches again and again, to see whether civil society says much (R8). */
class HiddenImportTest {
  private static final int POSTS = 3 * SearchIndexes.AT_ONCE;

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private Installation caucus;
  private WorkspaceId workspace;
  private Rooms rooms;
  private SearchIndexes indexes;
  private Given given;
  private int written;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
    rooms = new Rooms(caucus.log(), InstantSource.system(), caucus.ownBell(vertx));
    indexes = new SearchIndexes(rooms, Long.MAX_VALUE, Duration.ZERO);
    given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted("t1", "coalition", "Memo", Audience.everyone(), AMINA));
    says(given, "seen", Audience.everyone());
    write();
  }

  @AfterEach
  void close() {
    rooms.close();
    caucus.close();
    vertx.close().await();
  }

  private void says(Given before, String id, Audience audience) {
    given =
        before.and(
            new EntryEvent.EntryPosted(
                id,
                Ref.to(Ref.Kind.THREAD, "t1"),
                null,
                AMINA,
                audience,
                "A removal notice",
                Channel.WEB,
                null));
  }

  /** What was said since is in the log, and this node has applied it. */
  private void write() {
    List<byte[]> records =
        given.state().history().stream().skip(written).map(CommitCodec::write).toList();
    for (int from = 0; from < records.size(); from += EventLog.READ_LIMIT) {
      int to = Math.min(records.size(), from + EventLog.READ_LIMIT);
      caucus.append(workspace, written + from + 1, records.subList(from, to));
    }
    written += records.size();
    assertThat(rooms.newest(workspace).sequence()).isEqualTo(written);
  }

  private int found(SeatId seat) {
    SearchIndexes.Sight sight = indexes.look(workspace, seat);
    try (SearchIndex.View view = sight.view()) {
      return SearchResults.of(view, SearchQuery.of("notice")).stream()
          .mapToInt(SearchResults.Hit::matches)
          .sum();
    }
  }

  /** It would have to wait, and be told to come again, until all of it was read. */
  @Test
  void whoCannotReadWhatWasBroughtInIsAnsweredAsBefore() {
    assertThat(found(CHIKA)).isEqualTo(1);
    for (int i = 0; i < POSTS; i++) {
      says(given, "hidden" + i, Audience.civilSociety());
    }
    write();

    assertThat(found(CHIKA)).isEqualTo(1);
    assertThat(indexes.documents(workspace)).as("read meanwhile").isEqualTo(1);
  }

  @Test
  void whoCanReadItFindsIt() {
    assertThat(found(AMINA)).isEqualTo(1);
    says(given, "hidden", Audience.civilSociety());
    write();
    assertThat(found(CHIKA)).isEqualTo(1);
    assertThat(found(AMINA)).isEqualTo(2);

    says(given, "open", Audience.everyone());
    write();
    assertThat(found(CHIKA)).isEqualTo(2);
    assertThat(found(AMINA)).isEqualTo(3);
  }

  /** Nothing is passed over that changes who reads what was said before. */
  @Test
  void whatIsNarrowedIsNotFound() {
    assertThat(found(CHIKA)).isEqualTo(1);
    given =
        given.and(
            new AudienceEvent.Narrowed(
                Ref.to(Ref.Kind.ENTRY, "seen"),
                Audience.everyone(),
                Audience.civilSociety(),
                AMINA,
                List.of()));
    says(given, "hidden", Audience.civilSociety());
    write();

    assertThat(found(CHIKA)).isZero();
    assertThat(found(AMINA)).isEqualTo(2);
  }

  /**
   * So that the person who says something first, and must have it read on, has little to wait for.
   */
  @Test
  void whatWasSaidIsReadSoonThoughNobodySearches() {
    assertThat(found(CHIKA)).isEqualTo(1);
    for (int i = 0; i < POSTS; i++) {
      says(given, "hidden" + i, Audience.civilSociety());
    }
    write();

    indexes.news(vertx, workspace);

    Awaitility.await().atMost(Clocks.LONG).until(() -> indexes.documents(workspace) == POSTS + 1);
    assertThat(found(AMINA)).isEqualTo(POSTS + 1);
  }
}
