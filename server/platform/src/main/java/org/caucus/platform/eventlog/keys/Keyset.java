package org.caucus.platform.eventlog.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Keys of one owner (Tink AEAD): the primary seals, all of them open, whichever cipher each is for.
 * Does not change; safe for use by many threads.
 */
public final class Keyset {
  /** The ciphers that a key can be for, each of 256 bits and authenticated. */
  public enum Kind {
    /** What is taken unless another is asked for: the machine does it itself. */
    AES256_GCM(PredefinedAeadParameters.AES256_GCM),

    /** Of another design: should the other one fall (RFC 8439 with a nonce of 192 bits). */
    XCHACHA20_POLY1305(PredefinedAeadParameters.XCHACHA20_POLY1305);

    private final AeadParameters parameters;

    Kind(AeadParameters parameters) {
      this.parameters = parameters;
    }
  }

  /** Tink's prefix of a ciphertext: the version, 1, and the key's id in four bytes, big-endian. */
  private static final int PREFIX_BYTES = 5;

  private static final byte PREFIX_VERSION = 1;

  private final KeysetHandle handle;
  private final Aead aead;

  private Keyset(KeysetHandle handle) {
    this.handle = handle;
    try {
      this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** A keyset of one new key. */
  public static Keyset generate() {
    try {
      AeadConfig.register();
      return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Reads a keyset in clear: Tink's binary form. */
  static Keyset parse(byte[] bytes) throws GeneralSecurityException {
    AeadConfig.register();
    return new Keyset(TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get()));
  }

  /** The keyset in clear. */
  byte[] bytes() {
    try {
      return TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** This keyset, wrapped by another for this place. */
  byte[] wrappedBy(Keyset master, String place) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, master.aead, bytes(place));
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Opens a keyset that was wrapped by this one for this place. */
  Keyset unwrap(byte[] wrapped, String place) throws GeneralSecurityException {
    return new Keyset(TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, bytes(place)));
  }

  /** Encrypts with the primary key, bound to this place. */
  public byte[] seal(byte[] plain, String place) {
    try {
      return aead.encrypt(plain, bytes(place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the cipher failed to encrypt", e);
    }
  }

  /** Decrypts what any of the keys sealed for this very place; fails for anything else. */
  public byte[] open(byte[] sealed, String place) throws GeneralSecurityException {
    return aead.decrypt(sealed, bytes(place));
  }

  /** True if the ciphertext says that one of these keys wrote it. */
  public boolean knows(byte[] sealed) {
    var id = keyOf(sealed);
    return id.isPresent() && ids().contains(id.getAsInt());
  }

  /** True if the ciphertext says that one of these keys wrote it, and not the primary. */
  public boolean outdated(byte[] sealed) {
    var id = keyOf(sealed);
    return id.isPresent() && id.getAsInt() != primary() && ids().contains(id.getAsInt());
  }

  private static OptionalInt keyOf(byte[] sealed) {
    return sealed.length > PREFIX_BYTES && sealed[0] == PREFIX_VERSION
        ? OptionalInt.of(ByteBuffer.wrap(sealed).getInt(1))
        : OptionalInt.empty();
  }

  /** The id of the key that seals. */
  public int primary() {
    return handle.getPrimary().getId();
  }

  /** The ids of all keys. */
  public Set<Integer> ids() {
    var ids = new LinkedHashSet<Integer>();
    for (int i = 0; i < handle.size(); i++) {
      ids.add(handle.getAt(i).getId());
    }
    return ids;
  }

  /** True while an older key is kept beside the primary. */
  public boolean rotating() {
    return handle.size() > 1;
  }

  /** The same keys and a new one, which seals from now on. */
  public Keyset withNewKey() {
    return withNewKey(Kind.AES256_GCM);
  }

  /** The same keys and a new one for this cipher, which seals from now on. */
  public Keyset withNewKey(Kind kind) {
    var fresh =
        KeysetHandle.generateEntryFromParameters(kind.parameters).withRandomId().makePrimary();
    return built(KeysetHandle.newBuilder(handle).addEntry(fresh));
  }

  /** The same keys, of which this one seals. */
  Keyset sealingWith(int id) {
    var builder = KeysetHandle.newBuilder(handle);
    for (int i = 0; i < handle.size(); i++) {
      if (handle.getAt(i).getId() == id) {
        builder.getAt(i).makePrimary();
      }
    }
    return built(builder);
  }

  /** The primary key alone. */
  public Keyset primaryOnly() {
    var builder = KeysetHandle.newBuilder(handle);
    for (int i = handle.size() - 1; i >= 0; i--) {
      if (!handle.getAt(i).isPrimary()) {
        builder.deleteAt(i);
      }
    }
    return built(builder);
  }

  private static Keyset built(KeysetHandle.Builder builder) {
    try {
      return new Keyset(builder.build());
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** True if both hold the same keys and the same one seals. */
  boolean same(Keyset other) {
    return handle.equalsKeyset(other.handle);
  }

  private static byte[] bytes(String place) {
    return place.getBytes(StandardCharsets.UTF_8);
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("a cipher is missing from this Java runtime", e);
  }
}
