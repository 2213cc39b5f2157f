package org.caucus.mail.auth.dkim;

import java.util.List;

/**
 * What one relay added (RFC 8617 section 4.2).
 *
 * @param results the raw ARC-Authentication-Results field
 */
record ArcSet(String results, SignatureField message, SignatureField seal) {
  /** The fields of a set, as seals cover them: in this order, relaxed. */
  String sealed(boolean own) {
    Canonicalization form = Canonicalization.RELAXED;
    String sealing = own ? TagList.withoutSignature(seal.raw()) : seal.raw();
    return form.field(results) + form.field(message.raw()) + form.field(sealing);
  }

  /** What the seal of the last of these sets covers. */
  static String sealed(List<ArcSet> upTo) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < upTo.size(); i++) {
      text.append(upTo.get(i).sealed(i == upTo.size() - 1));
    }
    return SignatureField.unended(text.toString());
  }
}
