package org.caucus.postmaster.arrival;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.caucus.email.MailAddress;
import org.caucus.email.NamedAddress;
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
    return incoming.signed()
        || (asked == Moderation.Proof.SIGNATURE_OR_HOST && isVouchedFor(incoming, author));
  }

  /** Whether a mail server in front says that the author's domain sent it. */
  private boolean isVouchedFor(Incoming incoming, MailAddress author) {
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

  /** One Authentication-Results value (RFC 8601), as far as DMARC (RFC 7489) is concerned. */
  private static final class Results {
    private static final Pattern FROM = Pattern.compile("\\bheader\\.from\\s*=\\s*\"?([^\\s;\"]+)");
    private static final Pattern PASS = Pattern.compile("^dmarc\\s*=\\s*pass\\b");

    private final String[] parts;

    Results(String value) {
      this.parts = bare(value).toLowerCase(Locale.ROOT).split(";", -1);
    }

    /**
     * Without comments, which nest, and with nothing in quoted words that could end one (RFC 8601
     * section 2.2, RFC 5322 section 3.2): a sender chooses its own address, and its host's name.
     */
    private static String bare(String value) {
      StringBuilder out = new StringBuilder(value.length());
      int depth = 0;
      boolean quoted = false;
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '\\') {
          i++; // what follows means nothing
        } else if (c == '"' && depth == 0) {
          quoted = !quoted;
          out.append(c);
        } else if (quoted) {
          out.append(Character.isLetterOrDigit(c) || ".-@".indexOf(c) >= 0 ? c : '_');
        } else if (c == '(' || (c == ')' && depth > 0)) {
          depth += c == '(' ? 1 : -1;
          out.append(' ');
        } else if (depth == 0) {
          out.append(c);
        }
      }
      return out.toString();
    }

    /** The name of the host that wrote it; a version number may follow it. */
    String author() {
      return parts[0].strip().split("\\s+", 2)[0];
    }

    /**
     * The From domain that passed DMARC; empty if none did, or if there is more than one answer.
     */
    Optional<String> proven() {
      List<String> answers =
          Arrays.stream(parts)
              .skip(1)
              .map(String::strip)
              .filter(p -> p.startsWith("dmarc"))
              .toList();
      if (answers.size() != 1) {
        return Optional.empty();
      }
      Matcher from = FROM.matcher(answers.getFirst());
      return PASS.matcher(answers.getFirst()).find() && from.find()
          ? Optional.of(from.group(1).substring(from.group(1).lastIndexOf('@') + 1))
          : Optional.empty();
    }
  }
}
