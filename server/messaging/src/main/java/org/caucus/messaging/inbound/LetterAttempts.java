package org.caucus.messaging.inbound;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.caucus.platform.jobs.attempts.Attempts;

/**
 * The letters in hand that are large enough for a mark: a letter that ends the process leaves it.
 */
final class LetterAttempts {
  private static final String KIND = "letter.";

  private final Attempts attempts;
  private final ConcurrentMap<String, String> marks = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** A process ended while it read this letter: it is not read again by itself. */
  static final class EndedProcess extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  LetterAttempts(Attempts attempts) {
    this.attempts = attempts;
  }

  /**
   * It is read from now on, until it has ended or failed. Waits until that is durable.
   *
   * @throws EndedProcess a process that is gone read it when it ended
   */
  void begins(InboxMessage letter, int octets) {
    if (!closed && octets >= Attempts.LEAST_OCTETS && !marks.containsKey(letter.id())) {
      String mark = attempts.begin(thing(letter)).orElseThrow(EndedProcess::new);
      marks.put(letter.id(), mark);
    }
  }

  /** The process lives. */
  void ends(InboxMessage letter) {
    String mark = marks.remove(letter.id());
    if (mark != null) {
      attempts.end(mark);
    }
  }

  /** The process ends in order, and no letter ended it: all are read again. Waits a little. */
  void close() {
    closed = true;
    attempts.close();
  }

  /**
   * Takes away what a process left that ended between the end of a letter and that of its mark.
   * Waits.
   *
   * @param waiting whether a letter is in the inbox still, by its id
   */
  void tidy(Predicate<String> waiting) {
    attempts.ended().stream()
        .map(Attempts.Ended::thing)
        .filter(thing -> thing.startsWith(KIND))
        .filter(thing -> !waiting.test(thing.substring(KIND.length())))
        .forEach(attempts::again);
  }

  /** Somebody was asked about it, and decides from now on. Waits. */
  void asked(InboxMessage letter) {
    attempts.again(thing(letter));
  }

  private static String thing(InboxMessage letter) {
    return KIND + letter.id();
  }
}
