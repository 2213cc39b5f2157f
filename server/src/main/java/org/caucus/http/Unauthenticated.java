package org.caucus.http;

/** The caller is not known. */
final class Unauthenticated extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unauthenticated() {
    super("not signed in", null, false, false);
  }
}
