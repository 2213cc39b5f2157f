package org.caucus.accounts.held;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.caucus.log.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each node reads of every end, once it is written, in the order in which they were. */
class EndsTest {
  private static final int MANY = 250;

  @TempDir Path directory;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-13T09:00:00Z"));
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

  private Ends node(List<String> hears) {
    return new Ends(caucus.mongo(), caucus.vault(), hears::add, now::get);
  }

  @Test
  void ofTwoNodesThatEndAtOnceNoEndIsLost() {
    Ends reader = node(heard);
    reader.begin().await();
    Ends one = node(new CopyOnWriteArrayList<>());
    Ends two = node(new CopyOnWriteArrayList<>());

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
    Ends writer = node(new CopyOnWriteArrayList<>());
    writer.add("before").await();
    Ends reader = node(heard);
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
  void whatIsOldIsRemovedAndWhatComesThenIsStillHeard() {
    Ends writer = node(new CopyOnWriteArrayList<>());
    Ends reader = node(heard);
    reader.begin().await();
    List.of("a", "b", "c").forEach(id -> writer.add(id).await());
    reader.look().await();

    now.updateAndGet(t -> t.plus(Ends.KEPT).plusSeconds(1));
    writer.sweep().await();

    assertThat(caucus.mongo().documents("ends").count().await()).as("the last").isEqualTo(1);
    Ends later = node(new CopyOnWriteArrayList<>());
    later.add("d").await();
    reader.look().await();
    assertThat(heard).containsExactly("a", "b", "c", "d");
  }
}
