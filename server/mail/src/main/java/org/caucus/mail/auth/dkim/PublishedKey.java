package org.caucus.mail.auth.dkim;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.KeyPairs;

/** Whether what is published in DNS is the public half of the key that signs. */
public final class PublishedKey {
  /** A public key of Ed25519 (RFC 8032), at the end of its encoded form. */
  private static final int ED25519_OCTETS = 32;

  private PublishedKey() {}

  /** What is wrong with it; empty also while the name servers do not answer. Blocks. */
  public static Optional<String> fault(DkimKey key, TxtRecords records)
      throws GeneralSecurityException {
    String name = key.selector() + "._domainkey." + key.domain();
    List<String> found;
    try {
      found = records.of(name);
    } catch (TxtRecords.NotNow e) {
      return Optional.empty();
    }
    Optional<KeyRecord> record =
        found.stream().flatMap(text -> KeyRecord.parse(text).stream()).reduce((a, b) -> b);
    if (record.isEmpty()) {
      return Optional.of(
          "No DKIM key is published as "
              + name
              + ", so what is signed counts as unsigned. Publish the public half of"
              + " CAUCUS_DKIM_KEY.");
    }
    return KeyPairs.fit(record.get().key(), key.key())
        ? Optional.empty()
        : Optional.of(
            "The DKIM key published as "
                + name
                + " is not that of CAUCUS_DKIM_KEY, so signatures fail. Publish its public half,"
                + " or use the key that is published.");
  }

  /**
   * The record to publish for a key, as in {@code v=DKIM1; k=rsa; p=...} (RFC 6376 section 3.6.1,
   * RFC 8463).
   */
  public static String record(DkimKey key) throws GeneralSecurityException {
    PublicKey half = KeyPairs.publicHalf(key.key());
    byte[] octets = half.getEncoded();
    if (half.getAlgorithm().equals("RSA")) {
      return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(octets);
    }
    byte[] raw = Arrays.copyOfRange(octets, octets.length - ED25519_OCTETS, octets.length);
    return "v=DKIM1; k=ed25519; p=" + Base64.getEncoder().encodeToString(raw);
  }
}
