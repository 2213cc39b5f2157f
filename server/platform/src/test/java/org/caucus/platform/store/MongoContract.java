package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Caucus asks of a database, whichever it is. */
abstract class MongoContract {
  private Mongo mongo;
  private Documents letters;

  /** The one under test. */
  abstract Mongo mongo();

  @BeforeEach
  void freshCollection() {
    mongo = mongo();
    letters = mongo.documents("letters-" + Long.toHexString(System.nanoTime()));
  }

  @Test
  void answersAPing() {
    assertThat(mongo.ping().succeeded() || mongo.ping().await() == null).isTrue();
  }

  /**
   * Netty sets it and back to start the clock of a future that times out. Where the platform
   * forbade that, the one who waited for this answer got neither it nor the end of the time.
   */
  @Test
  void answersOnThreadsWhoseClassLoaderMayBeSet() {
    var answering = new HashSet<Thread>();
    for (int i = 0; i < 100; i++) {
      answering.add(letters.findById("memo").map(none -> withItsLoaderSet()).await());
    }
    answering.remove(Thread.currentThread()); // an answer that was there before it was asked for

    assertThat(answering).isNotEmpty();
  }

  private static Thread withItsLoaderSet() {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    thread.setContextClassLoader(before);
    return thread;
  }

  @Test
  void keepsAndFindsADocument() {
    letters.insert(letter("memo", 1)).await();

    assertThat(letters.findById("memo").await()).contains(letter("memo", 1));
    assertThat(letters.findById("minutes").await()).isEmpty();
    assertThat(letters.count().await()).isEqualTo(1);
  }

  @Test
  void refusesASecondDocumentWithTheSameId() {
    letters.insert(letter("memo", 1)).await();

    assertThatThrownBy(() -> letters.insert(letter("memo", 2)).await())
        .isInstanceOfSatisfying(
            DatabaseException.DuplicateKey.class, e -> assertThat(e.inserted()).isZero());
    assertThat(letters.findById("memo").await()).contains(letter("memo", 1));
  }

  @Test
  void anOrderedInsertStopsAtTheFirstThatIsTakenAndSaysWhere() {
    letters.insert(letter("c", 9)).await();

    assertThatThrownBy(
            () ->
                letters
                    .insertAll(
                        List.of(letter("a", 1), letter("b", 1), letter("c", 1), letter("d", 1)))
                    .await())
        .isInstanceOfSatisfying(
            DatabaseException.DuplicateKey.class,
            e -> {
              assertThat(e.index()).isEqualTo(2);
              assertThat(e.inserted()).isEqualTo(2);
            });
    assertThat(ids(letters.findRange("", "~", 10).await())).containsExactly("a", "b", "c");
  }

  @Test
  void readsARangeInOrderOfIdWithoutItsEnds() {
    var ids = new ArrayList<>(IntStream.range(0, 30).mapToObj(i -> "%03d".formatted(i)).toList());
    java.util.Collections.shuffle(ids, new java.util.Random(20220613));
    letters.insertAll(ids.stream().map(id -> letter(id, 1)).toList()).await();

    assertThat(ids(letters.findRange("004", "010", 100).await()))
        .containsExactly("005", "006", "007", "008", "009");
    assertThat(ids(letters.findRange("0045", "~", 3).await())).containsExactly("005", "006", "007");
    assertThat(letters.findRange("029", "~", 3).await()).isEmpty();
    assertThat(letters.findRange("", "000", 3).await()).isEmpty();
    assertThatThrownBy(() -> letters.findRange("", "~", 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void findsAndDeletesThoseOfAListThatAreThere() {
    letters.insertAll(List.of(letter("a", 1), letter("b", 1), letter("c", 1))).await();

    assertThat(ids(letters.findAll(List.of("c", "x", "a", "c")).await()))
        .containsExactlyInAnyOrder("a", "c");
    assertThat(letters.findAll(List.of()).await()).isEmpty();

    letters.deleteAll(List.of("a", "x", "c")).await();
    letters.deleteAll(List.of()).await();

    assertThat(ids(letters.findRange("", "~", 10).await())).containsExactly("b");
  }

  @Test
  void manyWhoDeleteAtOnceShareRequestsAndEachIsTold() {
    var names = IntStream.range(0, 50).mapToObj(i -> "%02d".formatted(i)).toList();
    letters.insertAll(names.stream().map(id -> letter(id, 1)).toList()).await();
    var shared = new SharedDeletes(letters);

    var deleted = names.stream().map(shared::delete).toList();

    deleted.forEach(d -> d.await());
    shared.delete("00").await();
    assertThat(letters.count().await()).isZero();
  }

  @Test
  void replacesOrInserts() {
    letters.replace(letter("memo", 1)).await();
    letters.replace(letter("memo", 2)).await();

    assertThat(letters.findById("memo").await()).contains(letter("memo", 2));
    assertThat(letters.count().await()).isEqualTo(1);
  }

  @Test
  void replacesOnlyTheVersionItExpects() {
    letters.insert(letter("memo", 1)).await();

    assertThat(letters.compareAndReplace(letter("memo", 2), 1).await()).isTrue();
    assertThat(letters.compareAndReplace(letter("memo", 3), 1).await()).isFalse();
    assertThat(letters.compareAndReplace(letter("minutes", 2), 1).await()).isFalse();

    assertThat(letters.findById("memo").await()).contains(letter("memo", 2));
    assertThat(letters.count().await()).isEqualTo(1);
  }

  /** A race is not lost each time. */
  @Test
  void ofManyWhoReplaceTheSameVersionOneWins() {
    for (int round = 0; round < 8; round++) {
      String id = "memo-" + round;
      letters.insert(letter(id, 1)).await();
      var attempts =
          IntStream.range(0, 16)
              .mapToObj(i -> letters.compareAndReplace(letter(id, 2), 1))
              .toList();

      assertThat(attempts.stream().filter(attempt -> attempt.await())).hasSize(1);
    }
  }

  @Test
  void ofManyWhoInsertTheSameIdOneWins() {
    for (int round = 0; round < 8; round++) {
      String id = "memo-" + round;
      var attempts =
          IntStream.range(0, 16).mapToObj(i -> letters.insertIfAbsent(letter(id, i))).toList();

      assertThat(attempts.stream().filter(attempt -> attempt.await())).hasSize(1);
    }
  }

  /** Some servers take a hundred at once, and go on with the next hundred. */
  @Test
  void anOrderedInsertOfManyStopsAtTheFirstThatIsTakenAndLeavesNothingBehindIt() {
    var all = IntStream.range(0, 250).mapToObj(i -> letter("%03d".formatted(i), 1)).toList();
    letters.insert(letter("120", 9)).await();

    assertThatThrownBy(() -> letters.insertAll(all).await())
        .isInstanceOfSatisfying(
            DatabaseException.DuplicateKey.class, e -> assertThat(e.index()).isEqualTo(120));
    assertThat(letters.count().await()).isEqualTo(121);
    assertThat(letters.findById("120").await()).contains(letter("120", 9));
  }

  @Test
  void idsAreInTheOrderOfTheirOctets() {
    var ids = List.of("-a", "10", "2", "A", "Z", "_", "a", "a-b", "a/1", "a0", "aB", "b", "é");
    letters.insertAll(ids.reversed().stream().map(id -> letter(id, 1)).toList()).await();

    assertThat(letters.ids("", "\uffff", 100).await()).isEqualTo(ids);
    assertThat(letters.ids("Z", "a0", 100).await()).containsExactly("_", "a", "a-b", "a/1");
  }

  @Test
  void deletesOneOrARange() {
    letters.insertAll(List.of(letter("a", 1), letter("b", 1), letter("c", 1))).await();

    assertThat(letters.delete("a").await()).isTrue();
    assertThat(letters.delete("a").await()).isFalse();
    assertThat(letters.deleteRange("a", "c").await()).isEqualTo(1);
    assertThat(ids(letters.findRange("", "~", 10).await())).containsExactly("c");
  }

  @Test
  void findsWhatIsDueTheLongestFirst() {
    letters
        .insertAll(
            List.of(
                letter("later", 1).append("due", new BsonInt64(3_000)),
                letter("now", 1).append("due", new BsonInt64(2_000)),
                letter("overdue", 1).append("due", new BsonInt64(1_000)),
                letter("never", 1)))
        .await();

    assertThat(ids(letters.due(2_000, 10).await())).containsExactly("overdue", "now");
    assertThat(ids(letters.due(9_000, 1).await())).containsExactly("overdue");
    assertThat(letters.due(999, 10).await()).isEmpty();
  }

  @Test
  void keepsLargeDocumentsAndManyAtOnce() {
    var large = new BsonDocument("_id", new BsonString("scan")).append("c", bytes(8 * 1024 * 1024));
    letters.insert(large).await();
    letters
        .insertAll(IntStream.range(0, 1_000).mapToObj(i -> letter("%04d".formatted(i), i)).toList())
        .await();

    assertThat(letters.findById("scan").await()).contains(large);
    assertThat(letters.findRange("", "9~", 2_000).await()).hasSize(1_000);
  }

  /** 48,000,000 bytes are the most that a message of the wire may have. */
  @Test
  void answersWithMoreThanOneMessageOfTheWireHolds() {
    var ids = scans(13);

    assertThat(ids(letters.findRange("", "~", 100).await())).isEqualTo(ids);
    assertThat(ids(letters.findAll(ids).await())).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(ids(letters.due(13, 100).await())).isEqualTo(ids.reversed());
    assertThat(letters.ids("", "~", 100).await()).isEqualTo(ids);
    assertThat(letters.deleteRange("00", "12").await()).isEqualTo(11);
    letters.deleteAll(ids).await();
    assertThat(letters.count().await()).isZero();
  }

  @Test
  void aPageOfLargeDocumentsHasFewOfThem() {
    var ids = scans(13);

    var found = new ArrayList<String>();
    var page = letters.page("", "~", 100).await();
    found.addAll(ids(page.documents()));
    while (page.more()) {
      assertThat(page.documents()).hasSizeBetween(1, 8); // a batch of MongoDB has up to 16 MB
      page = letters.page(found.getLast(), "~", 100).await();
      found.addAll(ids(page.documents()));
    }

    assertThat(found).isEqualTo(ids);
    assertThat(letters.page("", "~", 1).await().more()).isTrue();
    assertThat(letters.page("12", "~", 2).await()).isEqualTo(new Documents.Page(List.of(), false));
  }

  /** So many documents of 4 MB; what has the greater id is due the sooner. */
  private List<String> scans(int count) {
    var all = IntStream.range(0, count).mapToObj("%02d"::formatted).toList();
    for (int i = 0; i < count; i++) {
      letters
          .insert(
              new BsonDocument("_id", new BsonString(all.get(i)))
                  .append(Documents.DUE, new BsonInt64(count - i))
                  .append("c", bytes(4 * 1024 * 1024)))
          .await();
    }
    return all;
  }

  @Test
  void answersOnTheContextThatAsked() throws Exception {
    var vertx = Vertx.vertx();
    var same = new CompletableFuture<Boolean>();
    try {
      var context = vertx.getOrCreateContext();
      context.runOnContext(
          none ->
              letters
                  .insert(letter("memo", 1))
                  .onComplete(done -> same.complete(Vertx.currentContext() == context)));
      assertThat(same.get()).isTrue();
    } finally {
      vertx.close().await();
    }
  }

  private static BsonDocument letter(String id, long version) {
    return new BsonDocument("_id", new BsonString(id))
        .append("v", new BsonInt64(version))
        .append("c", bytes(64));
  }

  private static BsonBinary bytes(int count) {
    return new BsonBinary(new byte[count]);
  }

  private static List<String> ids(List<BsonDocument> documents) {
    return documents.stream().map(d -> d.getString("_id").getValue()).toList();
  }
}
