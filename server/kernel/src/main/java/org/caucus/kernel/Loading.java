package org.caucus.kernel;

/** What answers is still being made ready; nothing was changed, try again. */
public final class Loading extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Answered 503.
   *
   * @param what is being made ready, in a sentence people are shown
   */
  public Loading(String what) {
    super(what, null, false, false);
  }
}
