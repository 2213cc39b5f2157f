package org.caucus.postmaster.arrival;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Whether letters of this peer need no proof. */
  public boolean believes(InetAddress peer) {
    return trustedPeers.stream().anyMatch(c -> c.holds(peer));
  }

  /** Whether the letter is proven to come from this author's domain. */
  public boolean proves(Incoming incoming, MailAddress author) {
    if (incoming.signed() || believes(incoming.peer())) {
      return true;
    }
    if (checkingPeers.stream().noneMatch(c -> c.holds(incoming.peer()))) {
      return false;
    }
    String domain = author.asciiDomain().toLowerCase(Locale.ROOT);
    // only the topmost: what stands below may have come with the letter
    return incoming.raw().values("Authentication-Results").stream()
        .map(Results::new)
        .filter(r -> checkers.contains(r.author()))
        .findFirst()
        .flatMap(Results::proven)
        .filter(domain::equals)
        .isPresent();
  }

  /** One Authentication-Results value (RFC 8601), as far as DMARC (RFC 7489) is concerned. */
  private static final class Results {
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern FROM = Pattern.compile("\\bheader\\.from\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern PASS = Pattern.compile("^dmarc\\s*=\\s*pass\\b");

    private final String[] parts;

    Results(String value) {
      this.parts = COMMENT.matcher(value).replaceAll(" ").toLowerCase(Locale.ROOT).split(";", -1);
    }

    /** The name of the host that wrote it; a version number may follow it. */
    String author() {
      return parts[0].strip().split("\\s+", 2)[0];
    }

    /** The From domain that passed DMARC; empty if none did. */
    Optional<String> proven() {
      for (int i = 1; i < parts.length; i++) {
        String result = parts[i].strip();
        Matcher from = FROM.matcher(result);
        if (PASS.matcher(result).find() && from.find()) {
          String domain = from.group(1);
          return Optional.of(domain.substring(domain.lastIndexOf('@') + 1));
        }
      }
      return Optional.empty();
    }
  }
}
