package org.caucus.email.signatures;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caucus.email.RawLetter;
import org.caucus.email.dns.TxtRecords;

/** Which domains signed a letter as it stands (RFC 6376 section 6). */
public final class DkimCheck {
  /** Signatures looked at in one letter; each may cost a question to the name servers. */
  public static final int MAX_SIGNATURES = 8;

  private final TxtRecords records;

  /** Checks by keys that are found there. */
  public DkimCheck(TxtRecords records) {
    this.records = records;
  }

  /**
   * The domains with a valid signature over all of the body and the From field, in lower case. One
   * that cannot be checked now is not among them, nor one whose key is only tried. May block for
   * the name servers.
   */
  public Set<String> signers(RawLetter letter, Instant now) {
    return signers(letter, now, List.of());
  }

  /** The same of those who signed these fields too, each as often as the letter has it. */
  Set<String> signers(RawLetter letter, Instant now, List<String> fields) {
    Set<String> domains = new LinkedHashSet<>();
    for (Signed signed : Signed.in(letter, "DKIM-Signature", MAX_SIGNATURES)) {
      if (signed.isTimely(now) && coversAll(signed, letter, fields) && holds(signed, letter)) {
        domains.add(signed.domain());
      }
    }
    return domains;
  }

  private static boolean coversAll(Signed signed, RawLetter letter, List<String> fields) {
    return fields.stream()
        .allMatch(f -> Collections.frequency(signed.names(), f) >= letter.raw(f).size());
  }

  private boolean holds(Signed signed, RawLetter letter) {
    if (!signed.tags().get("v", "").equals("1")
        || !signed.isWellFormed()
        || !isOwn(signed)
        || !signed.names().contains("from")) {
      return false;
    }
    // two From fields: whichever was signed, readers may be shown the other
    if (letter.raw("From").size() != 1 || !signed.coversBody(letter.body())) {
      return false;
    }
    try {
      return KeyRecord.of(records, signed)
          .filter(key -> !key.testing())
          .filter(key -> !key.strict() || signed.identity().equals(signed.domain()))
          .filter(key -> signed.coversFields(letter, key))
          .isPresent();
    } catch (TxtRecords.NotNow e) {
      return false;
    }
  }

  /** The domain of the {@code i} tag, which must be {@code d} or below it. */
  private static boolean isOwn(Signed signed) {
    String identity = signed.identity();
    return identity.equals(signed.domain()) || identity.endsWith("." + signed.domain());
  }
}
