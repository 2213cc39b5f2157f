package org.caucus.mail.smtp.client;

/**
 * The destination could not be spoken to, or broke off before it had the letter. Nothing was
 * delivered.
 */
public final class SmtpUnreachable extends Exception {
  /** With the cause. */
  public SmtpUnreachable(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a cause. */
  public SmtpUnreachable(String message) {
    super(message);
  }
}
