package org.caucus.mail.message.markdown;

/** A text that has more pieces, or is deeper, than is laid out: it is shown as it was written. */
final class Beyond extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Beyond() {
    super(null, null, false, false);
  }
}
