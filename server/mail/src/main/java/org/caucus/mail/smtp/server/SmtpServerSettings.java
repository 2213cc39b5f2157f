package org.caucus.mail.smtp.server;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.caucus.mail.message.PemCertificate;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link SmtpServer} needs to know, and its limits.
 *
 * @param address interface to listen on; null for all
 * @param port TCP port; 0 for any free one
 * @param hostName name in the greeting and in Received fields
 * @param certificate for STARTTLS; null to offer none
 * @param underTlsOnly whether letters that come in clear are refused, no matter who brings them
 * @param maxLetterOctets largest letter taken, announced by SIZE (RFC 1870)
 * @param maxRecipients recipients of one letter; the next is told {@code 452 4.5.3}
 * @param maxConnections connections at one time
 * @param maxConnectionsPerPeer connections from one address at one time
 * @param idleTimeout how long a peer may say nothing
 * @param memoryOctets what letters under way may take together, beyond the first 64 KiB of each; at
 *     least one of the largest
 */
public record SmtpServerSettings(
    @Nullable InetAddress address,
    int port,
    String hostName,
    @Nullable PemCertificate certificate,
    boolean underTlsOnly,
    int maxLetterOctets,
    int maxRecipients,
    int maxConnections,
    int maxConnectionsPerPeer,
    Duration idleTimeout,
    long memoryOctets) {

  /**
   * What is set about letters under TLS.
   *
   * @param certificate PEM chain; with {@code key} or not at all
   * @param required whether what comes in clear is refused
   */
  public record Tls(@Nullable Path certificate, @Nullable Path key, boolean required) {}

  /** 25 MiB, what large mail hosts take. */
  public static final int DEFAULT_MAX_LETTER_OCTETS = 25 * 1024 * 1024;

  /** RFC 5321 section 4.5.3.1.8 asks for at least 100. */
  public static final int DEFAULT_MAX_RECIPIENTS = 100;

  /** Connections at one time, of all peers. */
  public static final int DEFAULT_MAX_CONNECTIONS = 500;

  /** Connections at one time, of one peer. */
  public static final int DEFAULT_MAX_CONNECTIONS_PER_PEER = 50;

  /** RFC 5321 section 4.5.3.2.7: a server waits at least five minutes for the next command. */
  public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofMinutes(5);

  /** The share of the heap that letters under way may take: one in this many. */
  public static final int HEAP_SHARE = 8;

  /** There is always room for one of the largest letters. */
  public SmtpServerSettings {
    memoryOctets = Math.max(memoryOctets, maxLetterOctets);
  }

  /** The usual limits, without STARTTLS. */
  public static SmtpServerSettings of(@Nullable InetAddress address, int port, String hostName) {
    return new SmtpServerSettings(
        address,
        port,
        hostName,
        null,
        false,
        DEFAULT_MAX_LETTER_OCTETS,
        DEFAULT_MAX_RECIPIENTS,
        DEFAULT_MAX_CONNECTIONS,
        DEFAULT_MAX_CONNECTIONS_PER_PEER,
        DEFAULT_IDLE_TIMEOUT,
        Runtime.getRuntime().maxMemory() / HEAP_SHARE);
  }

  /** The same with a certificate for STARTTLS. */
  public SmtpServerSettings withCertificate(PemCertificate pem) {
    return new SmtpServerSettings(
        address,
        port,
        hostName,
        pem,
        underTlsOnly,
        maxLetterOctets,
        maxRecipients,
        maxConnections,
        maxConnectionsPerPeer,
        idleTimeout,
        memoryOctets);
  }

  /** The same for letters that come under TLS; it needs a certificate. */
  public SmtpServerSettings onlyUnderTls() {
    return new SmtpServerSettings(
        address,
        port,
        hostName,
        Objects.requireNonNull(certificate, "nothing could come at all"),
        true,
        maxLetterOctets,
        maxRecipients,
        maxConnections,
        maxConnectionsPerPeer,
        idleTimeout,
        memoryOctets);
  }

  /** The same with another size limit, in octets. */
  public SmtpServerSettings withMaxLetterOctets(int octets) {
    return new SmtpServerSettings(
        address,
        port,
        hostName,
        certificate,
        underTlsOnly,
        octets,
        maxRecipients,
        maxConnections,
        maxConnectionsPerPeer,
        idleTimeout,
        memoryOctets);
  }

  /** The same with other limits on connections. */
  public SmtpServerSettings withConnections(int total, int perPeer, Duration idle) {
    return new SmtpServerSettings(
        address,
        port,
        hostName,
        certificate,
        underTlsOnly,
        maxLetterOctets,
        maxRecipients,
        total,
        perPeer,
        idle,
        memoryOctets);
  }

  /** The same with another limit on memory. */
  public SmtpServerSettings withMemory(long octets) {
    return new SmtpServerSettings(
        address,
        port,
        hostName,
        certificate,
        underTlsOnly,
        maxLetterOctets,
        maxRecipients,
        maxConnections,
        maxConnectionsPerPeer,
        idleTimeout,
        octets);
  }
}
