package org.caucus.http;

/** The caller is not known. */
public final class Unauthenticated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller came in with is over. */
  public Unauthenticated() {
    super("not signed in", null, false, false);
  }
}
