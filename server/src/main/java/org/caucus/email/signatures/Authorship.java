package org.caucus.email.signatures;

import com.google.common.net.InternetDomainName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.email.RawLetter;
import org.caucus.email.dns.TxtRecords;

/**
 * Whether the domain in a letter's From line signed it: DMARC's question (RFC 7489 section 3.1),
 * answered by DKIM alone. A signature of anybody else proves nothing about its author.
 */
public final class Authorship {
  /**
   * What says that this letter was meant, once and for these readers: a signature that leaves one
   * of them out is as true of the same words sent elsewhere by whoever got them.
   */
  private static final List<String> COVERED =
      List.of("from", "to", "cc", "subject", "date", "message-id");

  private final DkimCheck dkim;
  private final TxtRecords records;

  /** Proofs by keys and policies that are found there. */
  public Authorship(TxtRecords records) {
    this.dkim = new DkimCheck(records);
    this.records = records;
  }

  /**
   * Whether this domain, or one of the same organisation if its policy allows that, signed the
   * letter as it stands. May block for the name servers; what cannot be found out now is no.
   */
  public boolean proves(RawLetter letter, String from, Instant now) {
    String author = from.toLowerCase(Locale.ROOT);
    return dkim.signers(letter, now, COVERED).stream()
        .anyMatch(signer -> signer.equals(author) || (isRelated(signer, author) && allows(author)));
  }

  private static boolean isRelated(String one, String other) {
    Optional<String> organisation = organisation(one);
    return organisation.isPresent() && organisation.equals(organisation(other));
  }

  /** The part of a domain that somebody registered, by the list of public suffixes. */
  private static Optional<String> organisation(String domain) {
    try {
      InternetDomainName name = InternetDomainName.from(domain);
      return name.isUnderPublicSuffix()
          ? Optional.of(name.topPrivateDomain().toString())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether relatives may sign for it: unless it says strict ({@code adkim=s}), they may. */
  private boolean allows(String author) {
    try {
      Optional<TagList> policy = policy("_dmarc." + author);
      if (policy.isEmpty()) {
        policy = policy("_dmarc." + organisation(author).orElse(author));
      }
      return policy.map(p -> !p.get("adkim", "r").equalsIgnoreCase("s")).orElse(true);
    } catch (TxtRecords.NotNow e) {
      return false;
    }
  }

  private Optional<TagList> policy(String name) throws TxtRecords.NotNow {
    return records.of(name).stream()
        .flatMap(record -> TagList.parse(record).stream())
        .filter(tags -> tags.get("v", "").equals("DMARC1"))
        .findFirst();
  }
}
