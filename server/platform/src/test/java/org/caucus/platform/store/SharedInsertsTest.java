package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers that share a request are told what became of their own documents, and only of these. */
class SharedInsertsTest {
  private static final int WRITERS = 60;

  @TempDir static Path directory;
  private static @Nullable GivenDatabase given;
  static Mongo mongo;
  Documents log;
  SharedInserts shared;

  @BeforeAll
  static void open() {
    given = GivenDatabase.of(SharedInsertsTest.class);
    mongo = Mongo.open(new MongoSettings(GivenDatabase.uriOf(given), directory));
  }

  @AfterAll
  static void close() {
    mongo.close();
    if (given != null) {
      given.close();
    }
  }

  @BeforeEach
  void freshCollection() {
    log = mongo.documents("shared-" + Long.toHexString(System.nanoTime()));
    shared = new SharedInserts(log);
  }

  @Test
  void everybodysDocumentsGoIn() {
    List<Future<Void>> all = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      all.add(shared.insertAll(List.of(record(w, 1), record(w, 2))));
    }
    Future.all(all).await();

    assertThat(log.count().await()).isEqualTo(2L * WRITERS);
  }

  @Test
  void whoMeetsATakenPlaceIsToldWhereAndNobodyElseIs() {
    for (int w = 0; w < WRITERS; w += 3) {
      log.insert(record(w, 2)).await(); // another node was first
    }

    List<Future<Void>> all = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      all.add(shared.insertAll(List.of(record(w, 1), record(w, 2), record(w, 3))));
    }
    Future.join(all).otherwiseEmpty().await();

    for (int w = 0; w < WRITERS; w++) {
      boolean taken = w % 3 == 0;
      assertThat(all.get(w).failed()).isEqualTo(taken);
      assertThat(log.findById(id(w, 1)).await()).isPresent();
      // nothing may stand after the place where it had to stop
      assertThat(log.findById(id(w, 3)).await().isPresent()).isEqualTo(!taken);
      if (taken) {
        assertThat(all.get(w).cause())
            .isInstanceOfSatisfying(
                DatabaseException.DuplicateKey.class, e -> assertThat(e.inserted()).isEqualTo(1));
      }
    }
  }

  @Test
  void moreThanOneRequestHoldsGoesInSeveral() {
    List<Future<Void>> all = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      List<BsonDocument> many = new ArrayList<>();
      for (int n = 0; n < 50; n++) {
        many.add(record(w, n));
      }
      all.add(shared.insertAll(many));
    }
    Future.all(all).await();

    assertThat(log.count().await()).isEqualTo(50L * WRITERS);
  }

  /** Such a writer took those beside it and all later ones along: they waited for ever. */
  @Test
  void oneThatFailsOverItsAnswerKeepsNobodyElseWaiting() throws Exception {
    List<Future<Void>> all = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      List<Future<Void>> patient = new ArrayList<>();
      for (int w = 0; w < WRITERS; w++) {
        int number = round;
        var in = shared.insertAll(List.of(record(w, number)));
        all.add(in);
        if (w % 2 == 0) {
          failing(in, number);
        } else {
          patient.add(in);
        }
      }
      Future.all(patient).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    Future.join(all).toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(log.count().await()).isEqualTo(3L * WRITERS);
  }

  /** Fails over its answer: in the thread that brings it, or here if it has come already. */
  private static void failing(Future<Void> in, int number) {
    try {
      in.onComplete(
          done -> {
            throw new IllegalStateException("writer of record " + number);
          });
    } catch (IllegalStateException here) {
      assertThat(in.isComplete()).isTrue();
    }
  }

  private static BsonDocument record(int writer, int number) {
    return new BsonDocument("_id", new BsonString(id(writer, number)))
        .append("n", new BsonInt64(number));
  }

  private static String id(int writer, int number) {
    return "workspace" + writer + "/" + number;
  }
}
