package org.caucus.mail.auth;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Locale;
import org.caucus.mail.auth.dkim.DmarcAlignment;
import org.caucus.mail.auth.dkim.SignatureExtent;
import org.caucus.mail.auth.dmarc.Dmarc;
import org.caucus.mail.auth.spf.SpfCheck;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;

/** Finds out where letters are from. */
public final class OriginAuthenticator {
  private final @Nullable DmarcAlignment authorship;
  private final SpfCheck spf;
  private final Dmarc dmarc;
  private final TrustedSpfHosts hosts;
  private final InstantSource clock;

  /**
   * How a letter came.
   *
   * @param peer the host that brought it
   * @param helo the name the host gave itself; empty if it is not known any more
   * @param sender MAIL FROM; null for the null sender
   * @param vouched the envelope's domain that a mail host in front found to be the peer's (SPF);
   *     null if there is no such host, or it found nothing
   * @param fronted whether a mail host in front brought it, so that the peer is not its sender's
   */
  public record Way(
      InetAddress peer,
      String helo,
      @Nullable MailAddress sender,
      @Nullable String vouched,
      boolean fronted) {}

  /**
   * Finds out by these.
   *
   * @param authorship null if signatures are not looked at
   */
  public OriginAuthenticator(
      @Nullable DmarcAlignment authorship,
      SpfCheck spf,
      Dmarc dmarc,
      TrustedSpfHosts hosts,
      InstantSource clock) {
    this.authorship = authorship;
    this.spf = spf;
    this.dmarc = dmarc;
    this.hosts = hosts;
    this.clock = clock;
  }

  /**
   * Where a letter is from that names this domain as its author's. May block for name servers.
   *
   * @param author the domain, in its ASCII form
   */
  public AuthenticatedOrigin of(RawLetter letter, String author, Way way) {
    String domain = author.toLowerCase(Locale.ROOT);
    SignatureExtent signed =
        authorship == null
            ? SignatureExtent.NOTHING
            : authorship.extent(letter, domain, clock.instant());
    if (signed == SignatureExtent.LETTER) {
      return AuthenticatedOrigin.SIGNED;
    }
    AuthenticatedOrigin host = byHost(domain, way);
    return signed == SignatureExtent.WORDS && host != AuthenticatedOrigin.SENT
        ? AuthenticatedOrigin.LOOSE
        : host;
  }

  /**
   * Whether the domain that a stranger's letter names says that it is not from there; unknown, if
   * not. The letter is not read for that. May block for name servers.
   */
  public AuthenticatedOrigin ofStranger(RawLetter letter, String author, Way way) {
    String domain = author.toLowerCase(Locale.ROOT);
    AuthenticatedOrigin host = judged(domain, byHost(domain, way));
    boolean denied =
        host.isDenied()
            && (authorship == null || !authorship.signs(letter, domain, clock.instant()));
    return denied ? host : AuthenticatedOrigin.UNKNOWN;
  }

  /** What was found, or that the author's policy says more where that proves nothing. */
  public AuthenticatedOrigin judged(String domain, AuthenticatedOrigin host) {
    boolean open =
        host == AuthenticatedOrigin.ELSEWHERE
            || host == AuthenticatedOrigin.UNSAID
            || host == AuthenticatedOrigin.BROKEN;
    return open && dmarc.of(domain).policy() == Dmarc.Policy.ENFORCED
        ? AuthenticatedOrigin.DISOWNED
        : host;
  }

  private AuthenticatedOrigin byHost(String domain, Way way) {
    if (way.fronted()) {
      String vouched = way.vouched();
      return vouched != null && isAligned(vouched, domain)
          ? AuthenticatedOrigin.SENT
          : AuthenticatedOrigin.UNKNOWN;
    }
    return hosts.counts(way.peer()) ? bySender(domain, way) : AuthenticatedOrigin.UNKNOWN;
  }

  /** Only for what would prove something names are looked up. */
  private AuthenticatedOrigin bySender(String author, Way way) {
    MailAddress sender = way.sender();
    String envelope = sender == null ? way.helo() : sender.asciiDomain();
    if (!isAligned(envelope, author)) {
      return AuthenticatedOrigin.ELSEWHERE;
    }
    String from = sender == null ? "" : sender.localPart() + "@" + sender.asciiDomain();
    SpfCheck.Found found = spf.check(way.peer(), way.helo(), from);
    return switch (found.result()) {
      case PASS -> found.open() ? AuthenticatedOrigin.OPEN : AuthenticatedOrigin.SENT;
      case NONE, NEUTRAL -> AuthenticatedOrigin.UNSAID;
      case FAIL, SOFTFAIL -> AuthenticatedOrigin.FORBIDDEN;
      case PERMERROR -> AuthenticatedOrigin.BROKEN;
      case TEMPERROR -> AuthenticatedOrigin.UNANSWERED;
    };
  }

  /** The same domain, or a relative's if the author's does not ask for the very same. */
  private boolean isAligned(String envelope, String author) {
    return envelope.equalsIgnoreCase(author)
        || (Dmarc.areRelated(envelope, author) && !dmarc.of(author).strictHosts());
  }
}
