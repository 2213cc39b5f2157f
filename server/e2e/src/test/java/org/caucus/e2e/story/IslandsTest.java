package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes between which packets are lost without a word, as by a switch that fails: first one
 * is apart from two, then each from each. The log decides all the same.
 */
@Tag("slow")
class IslandsTest {
  private static final int NODES = 3;
  private static final Duration ONE_APART = Duration.ofSeconds(7);
  private static final Duration ALL_APART = Duration.ofSeconds(3);

  /** What the rounds of a node take that hears no bell, and some. */
  private static final int ROUND_SECONDS = 10;

  private static final int MENDED_SECONDS = 45;

  @TempDir Path directory;

  private final List<String> said = new ArrayList<>();
  private final List<Browser> amina = new ArrayList<>();
  private String issues;
  private String issue;
  private String events;

  @Test
  void lostPacketsForkNothingLoseNothingAndAllCatchUp() throws Exception {
    try (Islands islands = new Islands(directory, NODES)) {
      settle(islands);
      List<Stream> streams = amina.stream().map(a -> a.follow(events)).toList();
      talkFor(Duration.ofSeconds(1));

      islands.pull(1);
      assertThat(islands.reaches(2, 1)).isFalse();
      assertThat(islands.reaches(2, 3)).isTrue();
      talkFor(ONE_APART);
      awaitAll(streams, ROUND_SECONDS);
      islands.pull(2);
      islands.pull(3);
      talkFor(ALL_APART);
      awaitAll(streams, ROUND_SECONDS);
      for (int n = 1; n <= NODES; n++) {
        islands.plugIn(n);
      }
      awaitBell(streams);

      awaitAll(streams, ROUND_SECONDS);
      for (Stream stream : streams) {
        assertThat(texts(stream)).isEqualTo(said);
        assertThat(stream.positions())
            .isEqualTo(streams.getFirst().positions())
            .doesNotHaveDuplicates();
        stream.close();
      }
    }
  }

  private void settle(Islands islands) throws Exception {
    Child first = islands.start("demo");
    first.started(islands.base(1));
    JsonObject demo = first.demo();
    List<Child> others = List.of(islands.start("serve"), islands.start("serve"));
    for (int n = 1; n <= NODES; n++) {
      String token = demo.getJsonArray("seats").getJsonObject(0).getString("token");
      amina.add(new Browser(islands.base(n), token));
    }
    for (Child other : others) {
      other.healthy(islands.base(2 + others.indexOf(other)));
    }
    String w = "/api/workspaces/" + demo.getString("workspace");
    String tracker = demo.getJsonArray("trackers").getJsonObject(0).getString("key");
    JsonObject counted = new JsonObject().put("title", "Counted").put("description", "By all.");
    issue = amina.getFirst().post(w + "/trackers/" + tracker + "/issues", counted).id();
    issues = w + "/issues/";
    events = w + "/events";
  }

  private void say(String text) {
    Browser where = amina.get(said.size() % NODES);
    Browser.Reply reply =
        where.post(
            issues + issue + "/entries",
            new JsonObject().put("text", text),
            "Idempotency-Key",
            "say-" + text);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    said.add(text);
  }

  private void talkFor(Duration time) throws InterruptedException {
    long until = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < until) {
      say("said " + said.size());
      Thread.sleep(50);
    }
  }

  private static List<String> texts(Stream stream) {
    List<String> texts = new ArrayList<>();
    for (JsonObject frame : stream.frames()) {
      JsonArray entries = frame.getJsonObject("put").getJsonArray("entries", new JsonArray());
      entries.forEach(e -> texts.add(((JsonObject) e).getString("text")));
    }
    return texts;
  }

  private void awaitAll(List<Stream> streams, int seconds) {
    await()
        .atMost(seconds, TimeUnit.SECONDS)
        .until(() -> streams.stream().allMatch(s -> texts(s).size() >= said.size()));
  }

  /** Heard at once again by all, twice in a row, and not by the next round only. */
  private void awaitBell(List<Stream> streams) {
    int[] quick = {0};
    await()
        .atMost(MENDED_SECONDS, TimeUnit.SECONDS)
        .until(
            () -> {
              say("mended " + said.size());
              Thread.sleep(300);
              String last = said.getLast();
              boolean all = streams.stream().allMatch(s -> texts(s).contains(last));
              quick[0] = all ? quick[0] + 1 : 0;
              return quick[0] == NODES;
            });
  }
}
