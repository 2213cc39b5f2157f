package org.caucus.kernel;

/** More waits here than can be done in time; nothing was changed, try again. */
public final class Overloaded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Answered by "try again": 503 to browsers, 451 to mail servers. */
  public Overloaded() {
    super("too much is waiting", null, false, false);
  }
}
