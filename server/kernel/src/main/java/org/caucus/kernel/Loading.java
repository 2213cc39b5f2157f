package org.caucus.kernel;

/** What answers is still being made ready; nothing was changed, try again. */
public final class Loading extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Message what;

  /**
   * Answered 503.
   *
   * @param what is being made ready, as people are told
   */
  public Loading(Message what) {
    super(null, null, false, false);
    this.what = what;
  }

  /** What is being made ready. */
  public Message what() {
    return what;
  }

  @Override
  public String getMessage() {
    return what.english();
  }
}
