package org.caucus.mail.smtp.client;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link SmtpClient} behaves.
 *
 * @param ehloName the name this host gives itself, RFC 5321 section 4.1.1.1
 * @param maxConnections connections to the destination at one time
 * @param timeouts how long the destination may take
 * @param trust certificates to trust where a host must prove its name; null for what Java trusts
 */
public record SmtpClientSettings(
    String ehloName, int maxConnections, Timeouts timeouts, @Nullable SSLContext trust) {
  /** Enough to keep a smarthost busy; Postfix lets one client have 50. */
  public static final int DEFAULT_MAX_CONNECTIONS = 8;

  /**
   * How long to wait, after RFC 5321 section 4.5.3.2.
   *
   * @param connect for a TCP connection
   * @param command for the greeting and each reply until DATA is answered
   * @param finalDot for the reply to the letter: the host may be storing or scanning it
   * @param transaction for all of one letter, however steadily it moves
   * @param idle a connection kept unused longer is closed, before the host does
   * @param turn for a free connection when all are in use
   */
  public record Timeouts(
      Duration connect,
      Duration command,
      Duration finalDot,
      Duration transaction,
      Duration idle,
      Duration turn) {
    /** The RFC's minimum for each, and bounds where it has none. */
    public static final Timeouts RFC_5321 =
        new Timeouts(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5));
  }

  /** Checks the name: it goes on the wire as it is. */
  public SmtpClientSettings {
    if (!ehloName.matches("[A-Za-z0-9.:_\\[\\]\\-]{1,255}")) {
      throw new IllegalArgumentException("the EHLO name is a host name or an address literal");
    }
    if (maxConnections < 1) {
      throw new IllegalArgumentException("an SMTP client needs at least one connection");
    }
  }

  /** The usual settings. */
  public static SmtpClientSettings of(String ehloName) {
    return new SmtpClientSettings(ehloName, DEFAULT_MAX_CONNECTIONS, Timeouts.RFC_5321, null);
  }
}
