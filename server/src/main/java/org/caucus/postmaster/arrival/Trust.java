package org.caucus.postmaster.arrival;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.email.MailAddress;

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

  /** Whether the letter is proven to come from this author's domain. */
  public boolean proves(Incoming incoming, MailAddress author) {
    if (trustedPeers.stream().anyMatch(c -> c.holds(incoming.peer()))) {
      return true;
    }
    if (checkingPeers.stream().noneMatch(c -> c.holds(incoming.peer()))) {
      return false;
    }
    String domain = author.asciiDomain().toLowerCase(Locale.ROOT);
    // only the topmost: what stands below may have come with the letter
    return incoming.raw().values("Authentication-Results").stream()
        .map(AuthenticationResults::new)
        .filter(r -> checkers.contains(r.author()))
        .findFirst()
        .flatMap(AuthenticationResults::proven)
        .filter(domain::equals)
        .isPresent();
  }
}
