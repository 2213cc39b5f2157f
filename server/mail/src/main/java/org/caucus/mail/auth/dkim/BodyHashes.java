package org.caucus.mail.auth.dkim;

import java.util.EnumMap;
import java.util.Map;
import org.caucus.mail.message.RawLetter;

/** The hashes of one body, made once for all signatures over it. For one thread. */
final class BodyHashes {
  private final RawLetter letter;
  private final Map<Canonicalization, Hashed> known = new EnumMap<>(Canonicalization.class);

  /**
   * @param length of the form that is signed, in octets
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Hashed(byte[] hash, int length) {}

  BodyHashes(RawLetter letter) {
    this.letter = letter;
  }

  Hashed in(Canonicalization form) {
    return known.computeIfAbsent(form, this::made);
  }

  private Hashed made(Canonicalization form) {
    byte[] body = form.body(letter.body());
    return new Hashed(SignatureField.sha256(body), body.length);
  }
}
