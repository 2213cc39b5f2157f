package org.caucus.mail.message.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the stars, underscores and tildes of a line belong together (CommonMark 0.31, section
 * 6.2), in a time that grows with their number.
 */
final class Delimiters {
  /** One mark: where it stands, and what it can do. */
  static final class Mark {
    final char sign;
    final int run;
    int piece;
    int end = -1;
    boolean opens;
    boolean closes;

    /**
     * A mark.
     *
     * @param run how many stand together; 0 where that does not matter
     * @param piece its place in the line
     */
    Mark(char sign, int run, int piece, boolean opens, boolean closes) {
      this.sign = sign;
      this.run = run;
      this.piece = piece;
      this.opens = opens;
      this.closes = closes;
    }
  }

  private final List<Mark> marks;
  private final List<Integer> jumps = new ArrayList<>();
  private final Map<Character, int[]> bottoms = new HashMap<>();

  private Delimiters(List<Mark> marks) {
    this.marks = marks;
  }

  /** Gives each mark that begins something the number of the one that ends it. */
  static void pair(List<Mark> marks) {
    new Delimiters(marks).pair();
  }

  private void pair() {
    int head = 0;
    int last = -2;
    for (int at = 0; at < marks.size(); at++) {
      Mark closer = marks.get(at);
      jumps.add(0);
      if (marks.get(head).sign != closer.sign || last != closer.piece - 1) {
        head = at;
      }
      last = closer.piece;
      if (closer.closes && isPaired(head, at, closer)) {
        last = -2;
      }
    }
  }

  private boolean isPaired(int head, int at, Mark closer) {
    int[] bottom = bottoms.computeIfAbsent(closer.sign, _ -> filled());
    int kind = (closer.opens ? 3 : 0) + closer.run % 3;
    int first = head - jumps.get(head) - 1;
    for (int i = first; i > bottom[kind]; i -= jumps.get(i) + 1) {
      Mark opener = marks.get(i);
      if (opener.sign == closer.sign && opener.opens && opener.end < 0 && !isOdd(opener, closer)) {
        join(i, opener, at, closer);
        return true;
      }
    }
    bottom[kind] = first;
    return false;
  }

  private void join(int i, Mark opener, int at, Mark closer) {
    int before = i > 0 && !marks.get(i - 1).opens ? jumps.get(i - 1) + 1 : 0;
    jumps.set(at, at - i + before);
    jumps.set(i, before);
    closer.opens = false;
    opener.end = at;
    opener.closes = false;
  }

  private static int[] filled() {
    int[] bottom = new int[6];
    Arrays.fill(bottom, -1);
    return bottom;
  }

  private static boolean isOdd(Mark opener, Mark closer) {
    return (opener.closes || closer.opens)
        && (opener.run + closer.run) % 3 == 0
        && (opener.run % 3 != 0 || closer.run % 3 != 0);
  }
}
