package org.caucus.platform.eventlog.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * The first line of an archive, in clear: it says what the file is and how its key is wrapped, and
 * nothing of what is inside.
 *
 * @param line with its line feed; the stream is bound to these bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ArchiveHeader(byte[] line, StreamingAead cipher) {
  static final String FORMAT = "caucus-archive";
  static final int VERSION = 2;

  /** Longest first line, in bytes. */
  private static final int LIMIT_BYTES = 8 * 1024;

  /** One with a fresh key. */
  static ArchiveHeader fresh(ArchiveKey key, Instant made) {
    try {
      StreamingAeadConfig.register();
      var keys = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
      var secret = TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
      var json =
          new JsonObject()
              .put("format", FORMAT)
              .put("version", key.version())
              .put("made", made.toString())
              .put("key", key.name())
              .mergeIn(key.wrap(secret));
      return new ArchiveHeader((json.encode() + "\n").getBytes(UTF_8), cipher(keys));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is missing from this Java runtime", e);
    }
  }

  /** Reads the first line, and unwraps the key. */
  static ArchiveHeader read(InputStream in, Path file, ArchiveKey key) throws IOException {
    byte[] line = line(in, file);
    JsonObject json = json(line, file);
    int version = json.getInteger("version", 0);
    if (version > VERSION) {
      throw ArchiveException.newer(file, version);
    }
    if (!key.name().equals(json.getString("key"))) {
      throw ArchiveException.unusable(
          file
              + " was written with a "
              + json.getString("key")
              + " key, and you came with a "
              + key.name()
              + " key. Use the other.",
          null);
    }
    try {
      StreamingAeadConfig.register();
      var secret = key.unwrap(json);
      var keys = TinkProtoKeysetFormat.parseKeyset(secret, InsecureSecretKeyAccess.get());
      return new ArchiveHeader(line, cipher(keys));
    } catch (GeneralSecurityException e) {
      throw ArchiveException.wrongKey(file, key, e);
    }
  }

  /** How its key is wrapped: the {@link ArchiveKey#name}. */
  static String keyOf(InputStream in, Path file) throws IOException {
    return json(line(in, file), file).getString("key", "");
  }

  private static byte[] line(InputStream in, Path file) throws IOException {
    byte[] start = in.readNBytes(1);
    if (start.length == 0 || start[0] != '{') {
      throw ArchiveException.notOne(file);
    }
    var text = new StringBuilder("{");
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || text.length() >= LIMIT_BYTES) {
        throw ArchiveException.notOne(file);
      }
      text.append((char) c);
    }
    return text.append('\n').toString().getBytes(ISO_8859_1);
  }

  private static JsonObject json(byte[] line, Path file) {
    try {
      var json = new JsonObject(new String(line, UTF_8));
      if (FORMAT.equals(json.getString("format"))) {
        return json;
      }
    } catch (DecodeException | ClassCastException e) {
      throw ArchiveException.damaged(file, "in its first line", e);
    }
    throw ArchiveException.notOne(file);
  }

  private static StreamingAead cipher(KeysetHandle keys) throws GeneralSecurityException {
    return keys.getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
  }
}
