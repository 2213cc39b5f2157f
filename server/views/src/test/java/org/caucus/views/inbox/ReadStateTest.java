package org.caucus.views.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What was read stays read, also through the database and back. */
class ReadStateTest {
  private static List<Long> unread(ReadState reading) {
    return LongStream.rangeClosed(1, 9).boxed().filter(s -> !reading.isRead(s)).toList();
  }

  @Test
  void oneIsReadAndUnreadAgainBeforeAndAfterTheMark() {
    ReadState one = ReadState.NOTHING.with(List.of(3L), true);
    ReadState all = one.allUpTo(5).with(List.of(2L), false).with(List.of(8L), true);

    assertThat(unread(one)).containsExactly(1L, 2L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(unread(all)).containsExactly(2L, 6L, 7L, 9L);
    assertThat(unread(all.with(List.of(2L), true))).containsExactly(6L, 7L, 9L);
    assertThat(unread(all.with(List.of(8L), false))).containsExactly(2L, 6L, 7L, 8L, 9L);
  }

  @Test
  void allReadCanBeTakenBackExactlyAndOnlyWhileItWasTheLast() {
    ReadState some = ReadState.NOTHING.with(List.of(3L, 7L), true);
    ReadState all = some.allUpTo(9);

    assertThat(unread(all)).isEmpty();
    assertThat(unread(Objects.requireNonNull(all.before()))).isEqualTo(unread(some));
    assertThat(all.allUpTo(9)).as("sent again over a bad line").isSameAs(all);
    assertThat(all.with(List.of(9L), false).before()).isNull();
  }

  @Test
  void itIsTheSameAfterTheDatabase() {
    ReadState reading =
        ReadState.NOTHING.with(List.of(3L), true).allUpTo(5).with(List.of(1L), false).allUpTo(6);

    assertThat(ReadState.read(reading.write())).isEqualTo(reading);
  }

  @Test
  void whatNoLongerRingsIsForgotten() {
    ReadState reading = ReadState.NOTHING.with(List.of(1L, 2L, 8L), true).since(5);

    assertThat(reading.read()).containsExactly(8L);
  }

  @Test
  void aMarkThatComesLateTakesNothingBack() {
    assertThat(ReadState.NOTHING.allUpTo(9).allUpTo(4).upTo()).isEqualTo(9);
  }
}
