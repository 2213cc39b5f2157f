package org.caucus.mail.auth.dkim;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.RawLetter;

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
    return valid(letter, now, signed -> true)
        .map(SignatureField::domain)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The valid ones of these signatures; keys are asked for as they are. */
  Stream<SignatureField> valid(RawLetter letter, Instant now, Predicate<SignatureField> these) {
    BodyHashes body = new BodyHashes(letter);
    return SignatureField.in(letter, "DKIM-Signature", MAX_SIGNATURES).stream()
        .filter(these)
        .filter(signed -> signed.isTimely(now) && holds(signed, letter, body));
  }

  private boolean holds(SignatureField signed, RawLetter letter, BodyHashes body) {
    if (!signed.tags().get("v", "").equals("1")
        || !signed.isWellFormed()
        || !isOwn(signed)
        || !signed.names().contains("from")) {
      return false;
    }
    // two From fields: whichever was signed, readers may be shown the other
    if (letter.raw("From").size() != 1 || !signed.coversBody(body)) {
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
  private static boolean isOwn(SignatureField signed) {
    String identity = signed.identity();
    return identity.equals(signed.domain()) || identity.endsWith("." + signed.domain());
  }
}
