package org.caucus.email.signatures;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.caucus.email.RawLetter;
import org.caucus.email.dmarc.Dmarc;
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
  private final Dmarc dmarc;

  /** Proofs by keys that are found there, and by these policies. */
  public Authorship(TxtRecords records, Dmarc dmarc) {
    this.dkim = new DkimCheck(records);
    this.dmarc = dmarc;
  }

  /**
   * Whether this domain, or one of the same organisation if its policy allows that, signed the
   * letter as it stands. May block for the name servers; what cannot be found out now is no.
   */
  public boolean proves(RawLetter letter, String from, Instant now) {
    String author = from.toLowerCase(Locale.ROOT);
    return dkim.signers(letter, now, COVERED).stream()
        .anyMatch(
            signer ->
                signer.equals(author)
                    || (Dmarc.areRelated(signer, author) && !dmarc.of(author).strictSignatures()));
  }
}
