package org.caucus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A disk that fills up: what was acknowledged stays, nothing more is, and room is noticed. */
@Tag("slow")
class FullDiskTest {
  @TempDir Path directory;

  @Test
  void nothingAcknowledgedIsLostAndWritingGoesOnOnceThereIsRoom() throws Exception {
    try (var disk = SmallDisk.of(20, directory.resolve("disk"))) {
      List<String> acknowledged = new ArrayList<>();
      try (var mongo = Mongo.open(MongoSettings.embedded(disk.directory()))) {
        var letters = mongo.documents("letters");
        letters.insert(EmbeddedMongoTest.letter("first", 100)).await();
        acknowledged.add("first");
        disk.fill(1_500);
        fillUp(letters, acknowledged);

        assertThatThrownBy(() -> letters.insert(EmbeddedMongoTest.letter("x", 9)).await())
            .isInstanceOf(DatabaseException.Away.class);
        assertThatThrownBy(() -> letters.count().await())
            .isInstanceOf(DatabaseException.Away.class);
        disk.makeRoom();
        Awaitility.await()
            .atMost(Clocks.LONG)
            .pollInterval(Duration.ofMillis(200))
            .ignoreExceptions()
            .untilAsserted(() -> assertThat(letters.findById("first").await()).isPresent());
        letters.insert(EmbeddedMongoTest.letter("after", 100)).await();
        acknowledged.add("after");

        assertAll(letters, acknowledged);
      }
      try (var mongo = Mongo.open(MongoSettings.embedded(disk.directory()))) {
        assertAll(mongo.documents("letters"), acknowledged);
      }
    }
  }

  @Test
  void aDiskThatFailsAndComesBackReadOnlyIsNamedAndWritingGoesOnOnceItMay() throws Exception {
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    Logger logger = (Logger) LoggerFactory.getLogger(GroupCommit.class);
    logger.addAppender(said);
    try (var disk = SmallDisk.of(20, directory.resolve("failing"));
        var mongo = Mongo.open(MongoSettings.embedded(disk.directory()))) {
      List<String> acknowledged = new ArrayList<>();
      var letters = mongo.documents("letters");
      letters.insert(EmbeddedMongoTest.letter("first", 100)).await();
      acknowledged.add("first");
      disk.fill(1_000);
      fillUp(letters, acknowledged);
      disk.comeBackReadOnly();

      Awaitility.await()
          .atMost(Clocks.LONG)
          .until(() -> List.copyOf(said.list).stream().anyMatch(FullDiskTest::namesTheCause));
      assertThatThrownBy(() -> letters.insert(EmbeddedMongoTest.letter("x", 9)).await())
          .isInstanceOf(DatabaseException.Away.class);
      disk.setWritable();
      disk.makeRoom();
      Awaitility.await()
          .atMost(Clocks.LONG)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(letters.findById("first").await()).isPresent());

      letters.insert(EmbeddedMongoTest.letter("after", 100)).await();
      acknowledged.add("after");
      assertAll(letters, acknowledged);
    } finally {
      logger.detachAppender(said);
    }
  }

  private static boolean namesTheCause(ILoggingEvent event) {
    return event.getFormattedMessage().contains("the store cannot be written yet")
        && event.getFormattedMessage().contains("read-only");
  }

  /** Eight at a time, so that some are on their way when the disk is full. */
  private static void fillUp(Documents letters, List<String> acknowledged) {
    boolean full = false;
    for (int round = 0; !full; round++) {
      assertThat(round).as("rounds before the disk was full").isLessThan(200);
      List<String> ids = new ArrayList<>();
      List<Future<Void>> inserts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ids.add("%04d-%d".formatted(round, i));
        inserts.add(letters.insert(EmbeddedMongoTest.letter(ids.getLast(), 20_000)));
      }
      Future.join(inserts).otherwiseEmpty().await();
      for (int i = 0; i < ids.size(); i++) {
        if (inserts.get(i).succeeded()) {
          acknowledged.add(ids.get(i));
        } else {
          assertThat(inserts.get(i).cause()).isInstanceOf(DatabaseException.Away.class);
          full = true;
        }
      }
    }
  }

  private static void assertAll(Documents letters, List<String> ids) {
    for (String id : ids) {
      assertThat(letters.findById(id).await()).as(id).isPresent();
    }
  }

  @Test
  void aDiskThatIsFullOrReadOnlyAtTheStartIsNamedAsThat() throws Exception {
    try (var disk = SmallDisk.of(4, directory.resolve("disk"))) {
      Mongo.open(MongoSettings.embedded(disk.directory())).close();
      disk.setReadOnly();
      assertThatThrownBy(() -> Mongo.open(MongoSettings.embedded(disk.directory())))
          .isInstanceOf(DatabaseException.StoreUnreadable.class)
          .hasMessageContaining(disk.directory().toString())
          .hasMessageContaining("Read-only file system");
    }
    try (var disk = SmallDisk.of(4, directory.resolve("other"))) {
      disk.fill(0);
      assertThatThrownBy(() -> Mongo.open(MongoSettings.embedded(disk.directory())))
          .isInstanceOf(DatabaseException.StoreUnreadable.class)
          .hasMessageContaining(disk.directory().toString())
          .hasMessageContaining("No space left");
    }
  }
}
