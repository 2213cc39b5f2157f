package org.caucus.mail.smtp.server;

import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.jspecify.annotations.Nullable;

/**
 * How a letter came, as the SMTP conversation told it.
 *
 * @param sender MAIL FROM; null for the null sender {@code <>}
 * @param recipients accepted recipients in order, at least one
 * @param peer the address that connected
 * @param helo the name the peer gave itself, unverified
 * @param tls whether the letter came encrypted
 * @param smtpUtf8 whether the peer declared SMTPUTF8 (RFC 6531) for it
 * @param received when its last octet was here
 */
public record Envelope(
    @Nullable MailAddress sender,
    List<MailAddress> recipients,
    InetAddress peer,
    String helo,
    boolean tls,
    boolean smtpUtf8,
    Instant received) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);
  private static final int MAX_HELO_CHARS = 255;

  /** Keeps the recipients as they are now. */
  public Envelope {
    recipients = List.copyOf(recipients);
  }

  /** The same for some of its recipients. */
  Envelope to(List<MailAddress> some) {
    return new Envelope(sender, some, peer, helo, tls, smtpUtf8, received);
  }

  /**
   * The trace field of RFC 5321 section 4.4. It names no recipient: the letter may have several.
   */
  Header trace(String hostName, String id) {
    String protocol = (smtpUtf8 ? "UTF8SMTP" : "ESMTP") + (tls ? "S" : "");
    String literal = peer.getHostAddress().replaceFirst("%.*", "");
    String address = literal.contains(":") ? "IPv6:" + literal : literal;
    String from = "from " + traceable(helo) + " ([" + address + "])";
    String by = "by " + hostName + " with " + protocol + " id " + id;
    return Header.structured(
        "Received", from + " " + by + "; " + DATE.format(received.atOffset(ZoneOffset.UTC)));
  }

  /** The peer chose its name; only what a host name or address literal needs goes into a header. */
  private static String traceable(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9.:\\-_\\[\\]]", "?");
    return clean.length() > MAX_HELO_CHARS ? clean.substring(0, MAX_HELO_CHARS) : clean;
  }
}
