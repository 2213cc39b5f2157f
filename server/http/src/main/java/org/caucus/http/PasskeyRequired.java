package org.caucus.http;

/**
 * Anyone who asks has a seat there, but only those come in who let nothing but a passkey in.
 * Nothing was done. That it is so is no secret: who has no seat is told that there is nothing.
 */
public final class PasskeyRequired extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The problem's type, for pages and programs. */
  static final String TYPE = "urn:caucus:passkey-needed";

  /** For somebody who has a seat. */
  public PasskeyRequired() {
    super("only a passkey opens this", null, false, false);
  }
}
