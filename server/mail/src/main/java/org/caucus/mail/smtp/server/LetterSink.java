package org.caucus.mail.smtp.server;

/** Where accepted letters go. */
@FunctionalInterface
public interface LetterSink {
  /**
   * Stores one letter for all its recipients. Returns only when it is durable: the peer is told 250
   * then and forgets it. Runs on a virtual thread and may block; any other exception than these two
   * is answered like {@link TryLater}.
   *
   * @param envelope how the letter came
   * @param letter the octets as received, below one added {@code Received} field
   * @throws TryLater when it cannot be stored now
   * @throws Refused when it will never be taken
   */
  void store(Envelope envelope, byte[] letter) throws TryLater, Refused;

  /** The letter is not stored and the peer should try again; answered {@code 451 4.3.0}. */
  final class TryLater extends Exception {
    /** With the cause, which the peer is not told. */
    public TryLater(String message, Throwable cause) {
      super(message, cause);
    }

    /** Without a cause. */
    public TryLater(String message) {
      super(message);
    }
  }

  /** The letter is not wanted; the peer is told why and does not try again. */
  final class Refused extends Exception {
    private final int code;
    private final String enhanced;

    /**
     * A refusal.
     *
     * @param code SMTP reply code, 500 to 599
     * @param enhanced enhanced status code (RFC 3463), such as {@code 5.7.1}
     * @param text what the peer is told, one line of ASCII
     */
    public Refused(int code, String enhanced, String text) {
      super(text);
      if (code < 500 || code > 599 || !enhanced.startsWith("5.") || !text.matches("[ -~]{1,400}")) {
        throw new IllegalArgumentException(
            "a refusal has a 5xx code, a 5.x.x status and one line of ASCII");
      }
      this.code = code;
      this.enhanced = enhanced;
    }

    String reply() {
      return code + " " + enhanced + " " + getMessage();
    }
  }
}
