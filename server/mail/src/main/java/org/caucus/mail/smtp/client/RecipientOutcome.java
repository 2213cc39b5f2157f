package org.caucus.mail.smtp.client;

/**
 * What became of a letter for one recipient. Each says the reply it rests on (RFC 5321, RFC 3463).
 */
public sealed interface RecipientOutcome {
  /** SMTP reply code; of the host, or the one that fits best when the host never said any. */
  int code();

  /** Enhanced status code such as {@code 5.1.1}; a generic one when the host gave none. */
  String enhanced();

  /** The host's words. They may repeat the address: not for logs. */
  String text();

  /** The host took responsibility. */
  record Accepted(int code, String enhanced, String text) implements RecipientOutcome {}

  /** Not now, or unknown: send again later. */
  record TryLater(int code, String enhanced, String text) implements RecipientOutcome {}

  /** Never. */
  record Rejected(int code, String enhanced, String text) implements RecipientOutcome {}
}
