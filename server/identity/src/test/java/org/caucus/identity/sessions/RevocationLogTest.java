package org.caucus.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.kernel.RandomIds;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.store.Documents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each node reads of every end, once it is written, in the order in which they were. */
class RevocationLogTest {
  private static final int MANY = 250;

  /** Than an end is tried to be written down. */
  private static final int MORE_THAN_TRIES = 105;

  @TempDir Path directory;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private Installation caucus;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  private RevocationLog node(List<String> hears) {
    return new RevocationLog(caucus.mongo(), caucus.vault(), hears::add);
  }

  @Test
  void ofTwoNodesThatEndAtOnceNoEndIsLost() {
    RevocationLog reader = node(heard);
    reader.begin().await();
    RevocationLog one = node(new CopyOnWriteArrayList<>());
    RevocationLog two = node(new CopyOnWriteArrayList<>());

    Future.join(
            IntStream.range(0, 20)
                .mapToObj(i -> (i % 2 == 0 ? one : two).add("session-" + i))
                .toList())
        .await();
    reader.look().await();

    assertThat(heard)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 20).mapToObj(i -> "session-" + i).toList());
    reader.look().await();
    assertThat(heard).as("once").hasSize(20);
  }

  @Test
  void moreThanAPageIsReadInOrderAndWhatWasBeforeANodeBeganIsNot() {
    RevocationLog writer = node(new CopyOnWriteArrayList<>());
    writer.add("before").await();
    RevocationLog reader = node(heard);
    reader.begin().await();
    for (int i = 0; i < MANY; i++) {
      writer.add("session-" + i).await();
      writer.look().await();
    }

    reader.look().await();

    assertThat(heard)
        .containsExactlyElementsOf(IntStream.range(0, MANY).mapToObj(i -> "session-" + i).toList());
  }

  @Test
  void manyThatEndAtOnceOnOneNodeAreAllWrittenDown() {
    RevocationLog reader = node(heard);
    reader.begin().await();
    RevocationLog writer = node(new CopyOnWriteArrayList<>());

    Future.join(IntStream.range(0, MANY).mapToObj(i -> writer.add("session-" + i)).toList())
        .await();
    reader.look().await();

    assertThat(heard).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void whatWasThereForAPeriodIsRemovedAndWhatComesThenIsStillHeard() {
    RevocationLog writer = node(new CopyOnWriteArrayList<>());
    RevocationLog reader = node(heard);
    reader.begin().await();
    List.of("a", "b", "c").forEach(id -> writer.add(id).await());

    writer.sweep().await();
    assertThat(count()).as("they have just come").isEqualTo(3);
    reader.look().await();
    writer.sweep().await();

    assertThat(count()).as("the last").isEqualTo(1);
    RevocationLog later = node(new CopyOnWriteArrayList<>());
    later.add("d").await();
    reader.look().await();
    assertThat(heard).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whatCannotBeReadKeepsNoOtherFromItsPlace() {
    RevocationLog writer = node(new CopyOnWriteArrayList<>());
    RevocationLog reader = node(heard);
    writer.add("a").await();
    reader.begin().await();
    Documents ends = caucus.mongo().documents("ends");
    BsonDocument damaged = ends.findRange("", "~", 1).await().getFirst();
    String place = damaged.getString("_id").getValue();
    damaged.put("_id", new BsonString(RandomIds.digits(Long.parseLong(place) + 1, place.length())));
    ends.replace(damaged).await(); // sealed for another place

    writer.add("b").await();
    reader.look().await();
    assertThat(heard).containsExactly("b");
  }

  @Test
  void howeverManyCannotBeReadWhatEndsIsWrittenDownAfterThem() {
    RevocationLog writer = node(new CopyOnWriteArrayList<>());
    RevocationLog reader = node(heard);
    writer.add("a").await();
    reader.begin().await();
    Documents ends = caucus.mongo().documents("ends");
    BsonDocument damaged = ends.findRange("", "~", 1).await().getFirst();
    String place = damaged.getString("_id").getValue();
    for (int i = 1; i <= MORE_THAN_TRIES; i++) {
      String next = RandomIds.digits(Long.parseLong(place) + i, place.length());
      ends.replace(damaged.clone().append("_id", new BsonString(next))).await();
    }

    writer.add("b").await();
    reader.look().await();

    assertThat(heard).containsExactly("b");
    writer.sweep().await();
    writer.sweep().await();
    assertThat(count()).as("what cannot be read goes, too").isLessThanOrEqualTo(2);
  }

  private long count() {
    return caucus.mongo().documents("ends").count().await();
  }
}
