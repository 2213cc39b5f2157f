package org.caucus.log;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import java.util.Set;

/**
 * The key that wraps all others: a Tink keyset (AES-256-GCM) in a file that only its owner may
 * read. Whoever has the database and not this file has sizes and times, not words.
 */
public final class MasterKey {
  /** Its name in the data directory, unless a setting names another path. */
  public static final String FILE = "master.key";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path file;
  private final Aead aead;

  private MasterKey(Path file, Aead aead) {
    this.file = file;
    this.aead = aead;
  }

  /**
   * Reads the file.
   *
   * @throws LogException.BadMasterKey if it is missing, open to others than its owner, or no keyset
   */
  public static MasterKey read(Path file) {
    if (!Files.exists(file)) {
      throw new LogException.BadMasterKey(
          file,
          "the file is missing, but the database was written with one. Put it back from its backup.",
          null);
    }
    try {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
        throw new LogException.BadMasterKey(
            file, "others than its owner may use it. Run: chmod 600 " + file, null);
      }
      AeadConfig.register();
      var keys =
          TinkProtoKeysetFormat.parseKeyset(
              Files.readAllBytes(file), InsecureSecretKeyAccess.get());
      return new MasterKey(file, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
    } catch (IOException e) {
      throw new LogException.BadMasterKey(file, "the file cannot be read by this user.", e);
    } catch (GeneralSecurityException e) {
      throw new LogException.BadMasterKey(
          file, "the file is damaged. Put it back from its backup.", e);
    }
  }

  /**
   * Reads the file, or makes a new key there with mode 0600 when there is none. For a database
   * without any key yet.
   */
  public static MasterKey readOrMake(Path file) {
    if (!Files.exists(file)) {
      make(file);
    }
    return read(file);
  }

  private static void make(Path file) {
    try {
      AeadConfig.register();
      var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
      var bytes = TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
      // Whole or not at all: half a key file would lock the operator out of the next start.
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Files.write(fresh, bytes, StandardOpenOption.SYNC);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      syncDirectory(file.toAbsolutePath().resolveSibling(""));
    } catch (IOException e) {
      throw new LogException.BadMasterKey(file, "the file cannot be written.", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is missing from this Java runtime", e);
    }
  }

  /**
   * The rename must outlive a power cut too, or the first workspace's key would be lost with it.
   */
  private static void syncDirectory(Path directory) throws IOException {
    try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Wraps and unwraps data keys. */
  Aead aead() {
    return aead;
  }

  /** Where it came from. */
  Path file() {
    return file;
  }
}
