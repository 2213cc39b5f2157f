package org.caucus.platform.eventlog.cluster.bus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.caucus.platform.eventlog.Vault;

/**
 * What the nodes of one installation know and nobody else: keys derived (HKDF-SHA256, RFC 5869)
 * from the installation's index key, which lies in the database, wrapped by the master key. It
 * outlives a rotation of the master key, and another database or another master key has another.
 */
public final class ClusterSecret {
  private final byte[] root;

  /** The secret of the cluster with this name. */
  public ClusterSecret(Vault vault, String cluster) {
    this.root = vault.blindIndex("cluster", cluster).getBytes(UTF_8);
  }

  /** Key bytes for one purpose; those for another tell nothing of them. */
  byte[] derived(String purpose, int bytes) {
    try {
      var expand =
          HKDFParameterSpec.ofExtract()
              .addIKM(root)
              .thenExpand(("caucus/" + purpose).getBytes(UTF_8), bytes);
      return KDF.getInstance("HKDF-SHA256").deriveData(expand);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 is missing from this Java runtime", e);
    }
  }
}
