package org.caucus.messaging.inbound.pipeline;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.moderation.ModerationSettings;
import org.caucus.mail.auth.AuthenticatedOrigin;
import org.caucus.mail.auth.AuthenticationResults;
import org.caucus.mail.auth.ReceivedSpf;
import org.caucus.mail.auth.dkim.DmarcAlignment;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.jspecify.annotations.Nullable;

/**
 * Whom is believed about who wrote a letter. A From line alone proves nothing.
 *
 * @param trustedPeers peers whose letters need no proof: the demo's loopback, a host that lets only
 *     signed-in users send
 * @param checkingPeers mail hosts in front of this one that check DMARC, strip forged results (RFC
 *     8601 section 5) and write their own
 * @param checkers the names these hosts write into Authentication-Results
 */
public record SenderTrust(List<Cidr> trustedPeers, List<Cidr> checkingPeers, Set<String> checkers) {
  /** What ends a word of a result, or begins a comment there (RFC 8601 section 2.2). */
  private static final String WRITTEN = ";()\"\\, \t";

  /** Copies that nobody else can change. */
  public SenderTrust {
    trustedPeers = List.copyOf(trustedPeers);
    checkingPeers = List.copyOf(checkingPeers);
    checkers =
        checkers.stream()
            .map(c -> c.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Nobody is believed: every member's letter awaits its sender's word. */
  public static SenderTrust nobody() {
    return new SenderTrust(List.of(), List.of(), Set.of());
  }

  /** Whether letters of this peer need no proof. */
  public boolean believes(InetAddress peer) {
    return trustedPeers.stream().anyMatch(c -> c.holds(peer));
  }

  /**
   * Whether the letter is proven to come from this author's domain, as far as the place asks, and
   * to have been written to this address. The person who got a letter has its author's signature,
   * and can send both on to anywhere: only what the author put into To or Cc says where they wanted
   * it to go.
   */
  public boolean proves(IncomingLetter incoming, String to, ModerationSettings.Proof asked) {
    if (asked == ModerationSettings.Proof.ASK || incoming.author().isEmpty()) {
      return false;
    }
    if (believes(incoming.peer())) {
      return true;
    }
    if (!isAddressedTo(incoming, to)) {
      return false;
    }
    return incoming.origin() == AuthenticatedOrigin.SIGNED
        || (asked == ModerationSettings.Proof.SIGNATURE_OR_HOST && isVouchedFor(incoming));
  }

  /** The same, where nothing says how far to go. */
  public boolean proves(IncomingLetter incoming, String to) {
    return proves(incoming, to, ModerationSettings.Proof.SIGNATURE_OR_HOST);
  }

  /** Whether a letter is its author's as far as that can be known, wherever it goes. */
  public boolean isProven(IncomingLetter incoming) {
    return believes(incoming.peer())
        || incoming.isProven()
        || (incoming.author().isPresent() && isVouchedFor(incoming));
  }

  /**
   * Whether the domain that a letter names says that it is not from there: anyone who is answered
   * then is most likely not who wrote.
   */
  public boolean isDenied(IncomingLetter incoming) {
    return !believes(incoming.peer())
        && (incoming.origin().isDenied()
            || results(incoming).filter(AuthenticationResults::isDenied).isPresent());
  }

  /** Whether a mail host in front of this one brought it, so that the peer says nothing of it. */
  public boolean isFronted(InetAddress peer) {
    return checkingPeers.stream().anyMatch(c -> c.holds(peer));
  }

  /** Whether a mail server in front says that the author's domain sent it. */
  private boolean isVouchedFor(IncomingLetter incoming) {
    if (incoming.origin() == AuthenticatedOrigin.SENT) {
      return true;
    }
    String domain =
        incoming.author().orElseThrow().address().asciiDomain().toLowerCase(Locale.ROOT);
    return results(incoming)
        .filter(r -> r.proven().equals(Optional.of(domain)))
        .filter(r -> isSentFor(incoming, r, domain) || !mayLeaveOut(incoming, domain))
        .isPresent();
  }

  /**
   * Whether the host in front found that this domain sends by the host that brought the letter:
   * beside what it says of DMARC, or in a field above its own Received. Of another
   * Authentication-Results nobody can tell whether it came with the letter.
   */
  private boolean isSentFor(IncomingLetter incoming, AuthenticationResults results, String domain) {
    return results.saysOfSpf()
        ? results.isSentFor(domain)
        : ReceivedSpf.envelope(incoming.raw(), checkers)
            .filter(sender -> AuthenticationResults.isOf(sender, domain))
            .isPresent();
  }

  /** DMARC passes by any signature of the domain, whatever that leaves out. */
  private static boolean mayLeaveOut(IncomingLetter incoming, String domain) {
    return DmarcAlignment.mayLeaveOut(incoming.raw(), domain, incoming.received());
  }

  /**
   * The envelope's domain that a mail server in front found to send by the host that brought it
   * (SPF); empty if there is no such server, or it reported another result, or what DMARC makes of
   * it.
   */
  public Optional<String> envelopeProven(IncomingLetter incoming) {
    if (!isFronted(incoming.peer()) || isWritten(incoming.envelopeSender())) {
      return Optional.empty();
    }
    Optional<AuthenticationResults> results = topmost(incoming);
    return results.isPresent()
        ? results.flatMap(AuthenticationResults::envelope)
        : ReceivedSpf.envelope(incoming.raw(), checkers);
  }

  /** What a server in front wrote. */
  private Optional<AuthenticationResults> results(IncomingLetter incoming) {
    return isFronted(incoming.peer()) && !isWritten(incoming.envelopeSender())
        ? topmost(incoming)
        : Optional.empty();
  }

  /** What stands below the first that counts, or is not of its form, may be the sender's. */
  private Optional<AuthenticationResults> topmost(IncomingLetter incoming) {
    return incoming.raw().values("Authentication-Results").stream()
        .map(AuthenticationResults::new)
        .filter(r -> r.isBroken() || checkers.contains(r.author()))
        .findFirst();
  }

  /** Whether an envelope's sender is made so that a host that repeats it says something else. */
  private static boolean isWritten(@Nullable MailAddress sender) {
    return sender != null && sender.localPart().chars().anyMatch(c -> WRITTEN.indexOf(c) >= 0);
  }

  /** Of two To fields only one may be the author's. */
  private static boolean isAddressedTo(IncomingLetter incoming, String to) {
    List<String> named = new ArrayList<>(incoming.raw().values("To"));
    List<String> copied = incoming.raw().values("Cc");
    if (named.size() > 1 || copied.size() > 1) {
      return false;
    }
    named.addAll(copied);
    return MailAddress.parse(to).stream()
        .anyMatch(
            here ->
                named.stream()
                    .flatMap(field -> NamedAddress.parseList(field).stream())
                    .anyMatch(n -> n.address().sameAs(here)));
  }
}
