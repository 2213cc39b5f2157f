package org.caucus.platform.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

/** Jobs that are due are found without a look at those that wait. */
class DueWindowTest {
  private final TreeMap<String, Document> jobs = new TreeMap<>();
  private final DueWindow window = new DueWindow(() -> jobs.values().iterator(), 100);

  @Test
  void aLookWhereNothingIsDueReadsNothing() {
    for (int i = 0; i < 1_000; i++) {
      put("job-%04d".formatted(i), 5_000 + i);
    }
    assertThat(window.until(4_000, 10)).isEmpty();

    for (int look = 0; look < 1_000; look++) {
      put("job-%04d".formatted(look), 9_000 + look); // put off again and again
      assertThat(window.until(4_000, 10)).isEmpty();
    }

    assertThat(window.readings()).isEqualTo(1);
  }

  @Test
  void whatWasSeenToIsReadAgainOncePerWindow() {
    for (int i = 0; i < 1_000; i++) {
      put("job-%04d".formatted(i), i);
    }

    int seen = 0;
    for (var due = window.until(9_000, 10); !due.isEmpty(); due = window.until(9_000, 10)) {
      due.forEach(this::remove);
      seen += due.size();
    }

    assertThat(seen).isEqualTo(1_000);
    assertThat(window.readings()).isBetween(10, 12);
  }

  @Property(tries = 50)
  void answersAsIfItHadLookedAtAll(
      @ForAll long seed, @ForAll @IntRange(min = 3, max = 9) int most) {
    var random = new Random(seed);
    var all = new TreeMap<String, Document>();
    var small = new DueWindow(() -> all.values().iterator(), most);
    for (int step = 0; step < 400; step++) {
      String id = Integer.toString(random.nextInt(30));
      Document before = all.remove(id);
      if (before != null) {
        small.removed(before);
      }
      if (random.nextInt(3) > 0) {
        Document after = new Document("_id", id);
        if (random.nextInt(4) > 0) {
          after.put("due", (long) random.nextInt(50));
        }
        all.put(id, after);
        small.added(after);
      }
      long now = random.nextInt(60);
      int limit = 1 + random.nextInt(most);
      assertThat(small.until(now, limit)).isEqualTo(due(all, now, limit));
    }
  }

  private static List<String> due(Map<String, Document> all, long now, int limit) {
    return all.values().stream()
        .filter(d -> d.get("due") instanceof Long due && due <= now)
        .sorted(
            Comparator.<Document>comparingLong(d -> (Long) d.get("due"))
                .thenComparing(d -> (String) d.get("_id")))
        .limit(limit)
        .map(d -> (String) d.get("_id"))
        .toList();
  }

  /** By the collection's own doors: those of a client. */
  @Test
  void aCollectionTellsItOfEachChange() {
    try (var store = new MVStore.Builder().open()) {
      var database = new EmbeddedBackend(store).openOrCreateDatabase("caucus");
      MVMap<Object, Document> documents = store.openMap("documents");
      MVMap<String, Object> meta = store.openMap("meta");
      var jobsOfAll =
          new RangedCollection(
              database,
              "jobs",
              CollectionOptions.withDefaults(),
              documents,
              meta,
              new CursorRegistry());
      jobsOfAll.addIndex(new IdIndex("_id_", documents));
      assertThat(due(jobsOfAll, 100)).isEmpty();

      jobsOfAll.insertDocuments(List.of(job("digest", 30), job("notice", 20)), true);
      jobsOfAll.updateDocuments(
          new Document("_id", "digest"), job("digest", 10), null, false, false, NoopOplog.get());
      assertThat(due(jobsOfAll, 100)).containsExactly("digest", "notice");
      assertThat(due(jobsOfAll, 15)).containsExactly("digest");
      jobsOfAll.deleteDocuments(new Document("_id", "digest"), 1, NoopOplog.get());

      assertThat(due(jobsOfAll, 100)).containsExactly("notice");
      assertThat(jobsOfAll.due().readings()).isEqualTo(1);
    }
  }

  private static List<String> due(RangedCollection jobs, long now) {
    var order = new Document("due", 1).append("_id", 1);
    var query = new Document("due", new Document("$lte", now));
    var ordered = new Document("$query", query).append("$orderby", order);
    var answer = jobs.handleQuery(new QueryParameters(ordered, 0, 10));
    return StreamSupport.stream(answer.spliterator(), false)
        .map(document -> (String) document.get("_id"))
        .toList();
  }

  private static Document job(String id, long due) {
    return new Document("_id", id).append("due", due);
  }

  private void put(String id, long due) {
    Document before = jobs.put(id, job(id, due));
    if (before != null) {
      window.removed(before);
    }
    window.added(job(id, due));
  }

  private void remove(String id) {
    window.removed(jobs.remove(id));
  }
}
