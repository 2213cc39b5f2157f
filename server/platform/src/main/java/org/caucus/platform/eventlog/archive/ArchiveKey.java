package org.caucus.platform.eventlog.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.Vault;
import org.jspecify.annotations.Nullable;

/** What wraps the key of an archive. */
public sealed interface ArchiveKey {
  /** How it is named in the envelope. */
  String name();

  /** The version of archives that such a key makes: the oldest that reads them. */
  int version();

  /** The wrapped key and what it takes to unwrap it, for the envelope. */
  JsonObject wrap(byte[] secret);

  /** The key again; fails if this is not what wrapped it. */
  byte[] unwrap(JsonObject wrapped) throws GeneralSecurityException;

  /** What to tell the person who came with the wrong one. */
  String mismatch();

  /** The master key of this installation: for a restore where that key is. */
  record Master(Vault vault) implements ArchiveKey {
    private static final String PLACE = "archive/key";

    @Override
    public String name() {
      return "master";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public JsonObject wrap(byte[] secret) {
      return new JsonObject().put("wrapped", base64(vault.sealByMaster(secret, PLACE)));
    }

    @Override
    public byte[] unwrap(JsonObject wrapped) throws GeneralSecurityException {
      try {
        return vault.openByMaster(bytes(wrapped, "wrapped"), PLACE);
      } catch (LogException.Unreadable e) {
        throw new GeneralSecurityException(e);
      }
    }

    @Override
    public String mismatch() {
      return "the master key of this installation does not open it. Put the master key it was"
          + " written with in its place, or use an archive made with a passphrase.";
    }
  }

  /** A passphrase. The key that wraps is made of it by a {@link KeyDerivation}. */
  final class Passphrase implements ArchiveKey {
    /** Shortest passphrase, in characters: anyone who has the file can try as many as they like. */
    public static final int MIN_CHARACTERS = 12;

    /** Longest, in characters. */
    public static final int MAX_CHARACTERS = 1_000;

    private static final byte[] PURPOSE = "caucus archive key 1".getBytes(US_ASCII);

    private final char[] characters;

    /** What was derived last: an import opens its file twice. */
    private volatile @Nullable Derived last;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Derived(KeyDerivation how, byte[] key) {}

    /** Refused if it is too short; spaces at either end and a line's end do not count. */
    public Passphrase(char[] characters) {
      // the same words typed on another keyboard must be the same passphrase
      var text = Normalizer.normalize(new String(characters).strip(), Normalizer.Form.NFC);
      if (text.length() < MIN_CHARACTERS || text.length() > MAX_CHARACTERS) {
        throw ArchiveException.unusable(
            "A passphrase has "
                + MIN_CHARACTERS
                + " to "
                + MAX_CHARACTERS
                + " characters; six words drawn by dice are a good one.",
            null);
      }
      this.characters = text.toCharArray();
    }

    @Override
    public String name() {
      return "passphrase";
    }

    /** Since 2 by Argon2id. */
    @Override
    public int version() {
      return 2;
    }

    @Override
    public JsonObject wrap(byte[] secret) {
      KeyDerivation how = KeyDerivation.fresh();
      try {
        byte[] wrapped = new AesGcmJce(derived(how)).encrypt(secret, PURPOSE);
        return how.told().put("wrapped", base64(wrapped));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has AES", e);
      }
    }

    @Override
    public byte[] unwrap(JsonObject wrapped) throws GeneralSecurityException {
      var key = derived(KeyDerivation.of(wrapped));
      return new AesGcmJce(key).decrypt(bytes(wrapped, "wrapped"), PURPOSE);
    }

    private byte[] derived(KeyDerivation how) throws GeneralSecurityException {
      var known = last;
      if (known == null || !known.how().equals(how)) {
        known = new Derived(how, how.key(characters));
        last = known;
      }
      return known.key();
    }

    @Override
    public String mismatch() {
      return "the passphrase is not the one it was written with. Try again.";
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(JsonObject from, String field) throws GeneralSecurityException {
    try {
      return Base64.getDecoder().decode(from.getString(field, ""));
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new GeneralSecurityException("a damaged envelope", e);
    }
  }
}
