package org.caucus.views.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.caucus.platform.store.replica.Held;
import org.caucus.platform.store.replica.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many feed addresses a seat has, also when two are asked for at once. */
class FeedKeysTest {
  private static final WorkspaceId REVIEW = WorkspaceId.random();
  private static final SeatId HALIMA = new SeatId("halima");

  @TempDir Path directory;
  private StandIn set;
  private Mongo mongo;
  private FeedKeys keys;

  @BeforeEach
  void open() throws IOException {
    set = StandIn.plain();
    mongo = Mongo.open(MongoSettings.server(set.uri(), directory));
    Vault vault = Vault.open(mongo, directory.resolve(MasterKey.FILE));
    keys = new FeedKeys(mongo, vault, InstantSource.fixed(Instant.parse("2026-06-13T09:00:00Z")));
  }

  @AfterEach
  void close() throws IOException {
    mongo.close();
    set.close();
  }

  private Future<FeedKeys.Minted> mint(String name) {
    return keys.mint(REVIEW, HALIMA, name, null, name);
  }

  private void minted(int many) {
    IntStream.range(0, many).forEach(i -> mint("reader " + i).await());
  }

  private List<FeedKeys.FeedKey> all() {
    return keys.of(REVIEW, HALIMA).await();
  }

  @Test
  void ofTwoLastAddressesThatComeAtOnceNoMoreThanOneIsKept() throws InterruptedException {
    minted(FeedKeys.MOST - 1);
    Held both = set.hold("insert", "feed-keys", 2);
    List<Future<FeedKeys.Minted>> made = List.of(mint("desk"), mint("phone"));
    both.awaitAll();

    both.release();
    Future.join(made).otherwiseEmpty().await();

    int kept = (int) made.stream().filter(Future::succeeded).count();
    assertThat(kept).isLessThanOrEqualTo(1);
    assertThat(all()).hasSize(FeedKeys.MOST - 1 + kept);
  }

  @Test
  void theLastOneIsToldAgainAndOneMoreIsRefusedAndLeavesNothing() {
    minted(FeedKeys.MOST);
    String last = "reader " + (FeedKeys.MOST - 1);

    assertThat(mint(last).await().key().name()).isEqualTo(last);
    Throwable refused = mint("more").map((Throwable) null).otherwise(e -> e).await();

    assertThat(refused)
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("Revoke one that you do not use");
    assertThat(all()).hasSize(FeedKeys.MOST);
    keys.revoke(all().getFirst()).await();
    assertThat(mint("more").await().key().revoked()).as("it was never there").isNull();
  }
}
