package org.caucus.mail.message.mime;

/** A part that must stay as it is has no other form. */
final class UnmodifiablePart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnmodifiablePart() {
    super(null, null, false, false);
  }
}
