package org.caucus.mail.auth.dkim;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import org.caucus.mail.auth.dns.TxtRecords;
import org.caucus.mail.message.KeyPairs;

/** Whether what is published in DNS is the public half of the key that signs. */
public final class PublishedKey {
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
}
