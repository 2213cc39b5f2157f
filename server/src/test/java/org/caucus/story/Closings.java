package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * The second within which a stream closes once its reader may not read any more (DESIGN, R9). Tried
 * several times: a machine that was busy elsewhere may be late once, a stream that waits for
 * somebody to look is late each time.
 */
final class Closings {
  /** How often each is tried. */
  static final int TIMES = 5;

  private static final long PROMISED_MILLIS = 1_000;

  private Closings() {}

  /** One try. */
  interface Closing {
    /**
     * Opens a stream, then has its reader's right end.
     *
     * @return the milliseconds from the answer to that until the stream's end was read
     */
    long millis(int turn) throws Exception;
  }

  /** The milliseconds that this stream outlived an answer that came at this instant. */
  static long after(long answered, Stream stream) throws InterruptedException {
    assertThat(stream.closesSoon()).isTrue();
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(stream.closedAt() - answered));
  }

  /** Tries it, says what was measured, and holds the promise to most of the tries. */
  static void holdTheSecond(String what, Closing closing) throws Exception {
    long[] millis = new long[TIMES];
    for (int turn = 0; turn < TIMES; turn++) {
      millis[turn] = closing.millis(turn);
    }
    System.out.printf("%s: streams closed after %s ms%n", what, Arrays.toString(millis));
    assertThat(LongStream.of(millis).filter(m -> m <= PROMISED_MILLIS).count())
        .as("%s: of %s ms, within the second", what, Arrays.toString(millis))
        .isGreaterThan(TIMES / 2);
  }
}
