package org.caucus.views.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.views.push.PushNotifications;
import org.caucus.views.push.PushStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What seats are writing, as it lies in a real database: sealed, bounded, and gone in time. */
class OwnDraftStoreTest {
  private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
  private static final String WORDS = "Our line on fees";

  @TempDir Path directory;
  private PostOffice office;
  private OwnDraftStore store;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    store =
        new OwnDraftStore(
            new EncryptedEventBus(office.vertx, new ClusterSecret(office.caucus.vault(), "")),
            office.caucus.mongo(),
            office.caucus.vault());
  }

  @AfterEach
  void close() {
    office.close();
  }

  private OwnDraft write(SeatId seat, String place, String version, Instant at) {
    String id = store.draftId(office.workspace, seat, place);
    OwnDraft draft = new OwnDraft(id, place, version, at, new JsonObject().put("text", WORDS));
    OwnDrafts unused = store.change(office.workspace, seat, at, id, all -> all.with(draft, null));
    return draft;
  }

  private long kept() {
    return office.caucus.mongo().documents("own-drafts").count().await();
  }

  private List<OwnDraft> of(SeatId seat, Instant now) {
    return store.of(office.workspace, seat, now).all();
  }

  @Test
  void theDatabaseHasNoWordOfItAndAnotherSeatNothing() {
    SeatId ada = office.seat("ada");
    OwnDraft draft = write(ada, "list:coalition", "v", NOW);
    assertThat(of(ada, NOW)).containsExactly(draft);
    assertThat(of(office.seat("ben"), NOW)).isEmpty();
    assertThat(store.draftId(office.workspace, office.seat("ben"), "list:coalition"))
        .isNotEqualTo(draft.id());
    String there =
        office.caucus.mongo().documents("own-drafts").findRange("", "~", 10).await().toString();
    assertThat(there).doesNotContain("coalition").doesNotContain("fees").contains("\"due\"");
    assertThat(new String(store.of(office.workspace, ada, NOW).write(), StandardCharsets.UTF_8))
        .contains(WORDS);
  }

  @Test
  void whatNobodyChangedForLongIsRemovedAndTheOthersStay() {
    SeatId ada = office.seat("ada");
    write(ada, "updates", "v1", NOW);
    OwnDraft later = write(ada, "actions", "v2", NOW.plus(Duration.ofDays(10)));
    write(office.seat("ben"), "updates", "v3", NOW);
    Instant end = NOW.plus(OwnDrafts.KEPT);

    store.removeOld(end.minusSeconds(1));
    assertThat(of(ada, end.minusSeconds(1))).hasSize(2);
    assertThat(kept()).isEqualTo(2);
    store.removeOld(end);
    assertThat(kept()).isEqualTo(1);
    assertThat(of(ada, NOW)).as("also with a clock of before").containsExactly(later);
    store.removeOld(end.plus(Duration.ofDays(10)));
    assertThat(kept()).isZero();
  }

  @Test
  void theyEndWithTheirSeat() {
    SeatId ben = office.seat("ben");
    write(office.seat("ada"), "updates", "v1", NOW);
    write(ben, "updates", "v2", NOW);
    office.submit("ada", new MemberCommand.EndSeat(ben));
    PushNotifications follower =
        new PushNotifications(
            office.rooms,
            new PushStore(office.caucus.mongo(), office.caucus.vault()),
            PushNotifications.Bell.NONE,
            store::without,
            office::now);
    for (LogRecord record : office.caucus.log().read(office.workspace, 0, 200).await()) {
      follower.handle(office.workspace, record);
    }
    assertThat(of(ben, NOW)).isEmpty();
    assertThat(of(office.seat("ada"), NOW)).hasSize(1);
    assertThat(kept()).isEqualTo(1);
  }

  @Test
  void ofManyDevicesAtOnceOneIsFirstAndTheOthersAreShownWhatStands() {
    SeatId ada = office.seat("ada");
    List<CompletableFuture<String>> devices = new ArrayList<>();
    IntStream.range(0, 6)
        .forEach(
            i ->
                devices.add(
                    CompletableFuture.supplyAsync(
                        () -> {
                          String id = store.draftId(office.workspace, ada, "updates");
                          JsonObject text = new JsonObject().put("text", "of device " + i);
                          OwnDraft mine = new OwnDraft(id, "updates", "v" + i, NOW, text);
                          try {
                            OwnDrafts unused =
                                store.change(
                                    office.workspace, ada, NOW, id, all -> all.with(mine, null));
                            return "first";
                          } catch (Refusal stale) {
                            return "late";
                          } catch (Overloaded busy) {
                            return "busy";
                          }
                        },
                        Thread::startVirtualThread)));
    assertThat(devices.stream().map(CompletableFuture::join).toList())
        .containsOnlyOnce("first")
        .doesNotContain("busy");
    assertThat(of(ada, NOW)).hasSize(1);
  }

  @Test
  void aVersionOfBeforeNeitherWritesNorDeletes() {
    OwnDraft first = new OwnDraft("d", "updates", "v1", NOW, new JsonObject().put("text", "a"));
    OwnDraft second = new OwnDraft("d", "updates", "v2", NOW, new JsonObject().put("text", "b"));
    OwnDrafts one = OwnDrafts.NONE.with(first, null);
    OwnDrafts two = one.with(second, "v1");
    assertThatThrownBy(() -> two.with(first, "v1")).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> two.without("d", Optional.of("v1"))).isInstanceOf(Refusal.class);
    assertThat(two.with(second, "v1")).as("the same again").isEqualTo(two);
    assertThat(two.without("d", Optional.of("v2"))).isEqualTo(OwnDrafts.NONE);
    assertThat(OwnDrafts.NONE.without("d", Optional.of("v2"))).isEqualTo(OwnDrafts.NONE);
    assertThat(OwnDrafts.read(two.write())).isEqualTo(two);
  }
}
