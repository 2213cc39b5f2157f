package org.caucus.platform.eventlog.audit;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * The installation's signature (Ed25519, RFC 8032, as any other program checks it). The private key
 * lies sealed among the installation's things; the public key is printed by {@code caucus audit
 * key}, and in every file that was signed.
 */
public final class AuditSigningKey {
  /** The collection it lies in, sealed with the key of {@link WorkspaceId#SYSTEM}. */
  public static final String COLLECTION = "signing";

  private static final String ID = "ed25519";

  private final KeysetHandle keys;

  private AuditSigningKey(KeysetHandle keys) {
    this.keys = keys;
  }

  /** The key of this database, made if it has none. Waits; not for an event loop. */
  public static AuditSigningKey open(Mongo mongo, Vault vault) {
    var held = new SealedCollection(mongo.documents(COLLECTION), vault, WorkspaceId.SYSTEM);
    try {
      SignatureConfig.register();
      var found = held.find(ID).await();
      if (found.isEmpty()) {
        insert(held);
        found = held.find(ID).await();
      }
      return new AuditSigningKey(
          TinkProtoKeysetFormat.parseKeyset(
              found.orElseThrow().plain(), InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is missing from this Java runtime", e);
    }
  }

  private static void insert(SealedCollection held) throws GeneralSecurityException {
    var fresh = KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519WithRawOutput);
    var bytes = TinkProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get());
    held.insertIfAbsent(ID, bytes).await(); // if another node was first, its key it is
  }

  /** Signs: 64 bytes, in base64. */
  public String sign(byte[] text) {
    try {
      var signer = keys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class);
      return Base64.getEncoder().encodeToString(signer.sign(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 failed to sign", e);
    }
  }

  /** The public key: 32 bytes, in base64. */
  @AccessesPartialKey // other programs check with these bytes alone
  public String publicKey() {
    try {
      var key = (Ed25519PublicKey) keys.getPublicKeysetHandle().getPrimary().getKey();
      return Base64.getEncoder().encodeToString(key.getPublicKeyBytes().toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a signing key without its public half", e);
    }
  }

  /** Whether anyone who has the private half of this public key signed these bytes. */
  public static boolean signed(String publicKey, byte[] text, String signature) {
    try {
      new Ed25519Verify(Base64.getDecoder().decode(publicKey))
          .verify(Base64.getDecoder().decode(signature), text);
      return true;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // the answer, not a failure
    }
  }
}
