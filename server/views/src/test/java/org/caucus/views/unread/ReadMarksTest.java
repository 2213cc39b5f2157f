package org.caucus.views.unread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.Test;

/** Marks of several devices lead to the same, in whatever order they come. */
class ReadMarksTest {
  private static final Ref MEMO = Ref.to(Ref.Kind.THREAD, "memo");
  private static final Ref CALL = Ref.to(Ref.Kind.ACTION, "call");

  private static long upTo(ReadMarks marks, Ref conversation) {
    return Objects.requireNonNull(marks.of(conversation)).upTo();
  }

  /** A mark as its device sends it: perhaps late, perhaps twice. */
  private record Sent(Ref conversation, long upTo, long turn) {
    ReadMarks to(ReadMarks marks) {
      return marks.read(conversation, upTo, turn);
    }
  }

  /** Two devices read on, one marks as unread meanwhile, and its word reaches the other or not. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void marksOfTwoDevicesConvergeInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    ReadMarks server = ReadMarks.NONE;
    List<Sent> late = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Ref of = random.nextBoolean() ? MEMO : CALL;
      if (random.nextInt(8) == 0) {
        server = server.unreadAfter(of, random.nextInt(50), 50);
      } else {
        late.add(new Sent(of, random.nextInt(50), random.nextLong(server.turn() + 1)));
      }
    }
    ReadMarks one = server;
    for (Sent sent : late) {
      one = sent.to(one);
    }
    Collections.shuffle(late, random);
    late.addAll(late.subList(0, late.size() / 2));
    ReadMarks other = server;
    for (Sent sent : late) {
      other = sent.to(other);
    }

    assertThat(other).isEqualTo(one);
    assertThat(ReadMarks.read(one.write())).as("through the database").isEqualTo(one);
  }

  /** What a device read before it knew of a mark leads to the same before that mark and after. */
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void whatWasReadEarlierUndoesNoLaterMark(@ForAll long seed) {
    Random random = new Random(seed);
    long read = random.nextInt(50);
    long back = random.nextInt(50);
    ReadMarks first = ReadMarks.NONE.read(MEMO, read, 0).unreadAfter(MEMO, back, 50);
    ReadMarks last = ReadMarks.NONE.unreadAfter(MEMO, back, 50).read(MEMO, read, 0);

    assertThat(last).isEqualTo(first);
    assertThat(upTo(last.read(MEMO, 50, 1), MEMO)).as("read anew").isEqualTo(50);
  }

  @Test
  void aMarkThatComesLateTakesNothingBack() {
    ReadMarks read = ReadMarks.NONE.read(MEMO, 9, 0);

    assertThat(read.read(MEMO, 4, 0)).isSameAs(read);
  }

  @Test
  void allReadIsTakenBackExactlyAndOnce() {
    ReadMarks some = ReadMarks.NONE.read(MEMO, 3, 0);
    ReadMarks all =
        some.allRead(Map.of(MEMO, new ReadMarks.Range(3, 9), CALL, new ReadMarks.Range(1, 8)), 0);
    ReadMarks back = all.takenBack(9);

    assertThat(upTo(all, MEMO)).isEqualTo(9);
    assertThat(all.canUndo()).isTrue();
    assertThat(all.allRead(Map.of(), 0)).as("sent again over a bad line").isSameAs(all);
    assertThat(upTo(back, MEMO)).isEqualTo(3);
    assertThat(upTo(back, CALL)).isEqualTo(1);
    assertThat(back.read(MEMO, 9, 0)).as("what was read before that").isSameAs(back);
    assertThat(back.takenBack(9)).isSameAs(back);
  }

  @Test
  void whatWasMarkedUnreadMeanwhileStaysSo() {
    ReadMarks marked = ReadMarks.NONE.read(MEMO, 9, 0).unreadAfter(MEMO, 4, 9);

    assertThat(marked.allRead(Map.of(MEMO, new ReadMarks.Range(4, 9)), 0)).isSameAs(marked);
  }

  @Test
  void theyDoNotGrowWithoutEnd() {
    ReadMarks marks = ReadMarks.NONE;
    for (int i = 1; i <= ReadMarks.MOST + 1; i++) {
      marks = marks.read(Ref.to(Ref.Kind.THREAD, "t" + i), i, 0);
    }

    assertThat(marks.marks()).hasSize(ReadMarks.MOST / 2);
    assertThat(marks.base()).isEqualTo(ReadMarks.MOST / 2 + 1);
    assertThat(marks.since(ReadMarks.MOST + 1, Map.of()).marks()).as("of what is old").isEmpty();
  }
}
