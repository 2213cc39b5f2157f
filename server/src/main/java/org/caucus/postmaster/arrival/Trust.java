package org.caucus.postmaster.arrival;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
import org.caucus.email.origin.Origin;
import org.caucus.email.origin.ReceivedSpf;
import org.caucus.email.origin.Results;
import org.caucus.letters.Moderation;

/**
 * Whom is believed about who wrote a letter. A From line alone proves nothing.
 *
 * @param trustedPeers peers whose letters need no proof: the demo's loopback, a host that lets only
 *     signed-in users send
 * @param checkingPeers mail hosts in front of this one that check DMARC, strip forged results (RFC
 *     8601 section 5) and write their own
 * @param checkers the names these hosts write into Authentication-Results
 */
public record Trust(List<Cidr> trustedPeers, List<Cidr> checkingPeers, Set<String> checkers) {
  /** Copies that nobody else can change. */
  public Trust {
    trustedPeers = List.copyOf(trustedPeers);
    checkingPeers = List.copyOf(checkingPeers);
    checkers =
        checkers.stream()
            .map(c -> c.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Nobody is believed: every member's letter awaits its sender's word. */
  public static Trust nobody() {
    return new Trust(List.of(), List.of(), Set.of());
  }

  /** Whether letters of this peer need no proof. */
  public boolean believes(InetAddress peer) {
    return trustedPeers.stream().anyMatch(c -> c.holds(peer));
  }

  /**
   * Whether the letter is proven to come from this author's domain, as far as the place asks, and
   * to have been written to this address. Whoever got a letter has its author's signature, and can
   * send both on to anywhere: only what the author put into To or Cc says where they wanted it to
   * go.
   */
  public boolean proves(Incoming incoming, MailAddress author, String to, Moderation.Proof asked) {
    if (asked == Moderation.Proof.ASK) {
      return false;
    }
    if (believes(incoming.peer())) {
      return true;
    }
    if (!isAddressedTo(incoming, to)) {
      return false;
    }
    return incoming.origin() == Origin.SIGNED
        || (asked == Moderation.Proof.SIGNATURE_OR_HOST && isVouchedFor(incoming, author));
  }

  /** Whether a letter is its author's as far as that can be known, wherever it goes. */
  public boolean isProven(Incoming incoming) {
    return believes(incoming.peer())
        || incoming.isProven()
        || incoming.author().filter(a -> isVouchedFor(incoming, a.address())).isPresent();
  }

  /** Whether a mail host in front of this one brought it, so that the peer says nothing of it. */
  public boolean isFronted(InetAddress peer) {
    return checkingPeers.stream().anyMatch(c -> c.holds(peer));
  }

  /** Whether a mail server in front says that the author's domain sent it. */
  private boolean isVouchedFor(Incoming incoming, MailAddress author) {
    if (incoming.origin() == Origin.SENT) {
      return true;
    }
    String domain = author.asciiDomain().toLowerCase(Locale.ROOT);
    return results(incoming).flatMap(Results::proven).filter(domain::equals).isPresent();
  }

  /**
   * The envelope's domain that a mail server in front found to send by the host that brought it
   * (SPF); empty if there is no such server, or it said otherwise, or what DMARC makes of it.
   */
  public Optional<String> envelopeProven(Incoming incoming) {
    if (!isFronted(incoming.peer())) {
      return Optional.empty();
    }
    Optional<Results> results = results(incoming);
    return results.isPresent()
        ? results.flatMap(Results::envelope)
        : ReceivedSpf.envelope(incoming.raw(), checkers);
  }

  /** What a server in front wrote; only the topmost, what stands below may be the sender's. */
  private Optional<Results> results(Incoming incoming) {
    return isFronted(incoming.peer())
        ? incoming.raw().values("Authentication-Results").stream()
            .map(Results::new)
            .filter(r -> checkers.contains(r.author()))
            .findFirst()
        : Optional.empty();
  }

  /** Of two To fields only one may be the author's. */
  private static boolean isAddressedTo(Incoming incoming, String to) {
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
