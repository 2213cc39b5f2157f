package org.caucus.platform.antivirus;

import io.vertx.core.Future;

/** Looks at bytes before they are kept. */
public interface Scanner {
  /** Where none is set: all is taken unseen. */
  Scanner NONE = pieces -> Future.succeededFuture(new Verdict.Clean());

  /** Most bytes that any is given: the largest file, and the largest letter that comes by mail. */
  int MAX_BYTES = 25 * 1024 * 1024;

  /** What was found. */
  sealed interface Verdict {
    /** Nothing. */
    record Clean() implements Verdict {}

    /**
     * Malware.
     *
     * @param name what the scanner calls it: letters, digits and {@code ._:-}
     */
    record Infected(String name) implements Verdict {}

    /** The scanner takes nothing as long, now or later. */
    record TooLong() implements Verdict {}

    /** It cannot be told now. */
    record Away() implements Verdict {}
  }

  /**
   * Looks at these bytes. Never fails: what goes wrong is {@link Verdict.Away}.
   *
   * @param pieces in order; may wait while they are read
   */
  Future<Verdict> scan(Iterable<byte[]> pieces);
}
