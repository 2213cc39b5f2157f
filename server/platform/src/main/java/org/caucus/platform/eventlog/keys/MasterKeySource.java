package org.caucus.platform.eventlog.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place a master key may come from. A file holds Tink's binary form, as Caucus writes it, or
 * the same in base64; a variable holds base64.
 */
public final class MasterKeySource {
  /** What kind of place. */
  enum Kind {
    FILE,
    CREDENTIAL,
    VARIABLE
  }

  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Kind kind;
  private final String name;
  private final @Nullable Path path;
  private final @Nullable String secret;

  private MasterKeySource(Kind kind, String name, @Nullable Path path, @Nullable String secret) {
    this.kind = kind;
    this.name = name;
    this.path = path;
    this.secret = secret;
  }

  /** A file that only its owner may read. Caucus makes it for a new database. */
  public static MasterKeySource file(Path path) {
    return new MasterKeySource(Kind.FILE, "the file " + path, path, null);
  }

  /**
   * A file that systemd puts there for this service alone; see <a
   * href="https://systemd.io/CREDENTIALS/">System and Service Credentials</a>. Its access is
   * systemd's business, which may use an access list, so the mode is not looked at.
   */
  static MasterKeySource credential(Path path) {
    return new MasterKeySource(Kind.CREDENTIAL, "the systemd credential " + path, path, null);
  }

  /** The value of an environment variable. */
  static MasterKeySource variable(String name, String value) {
    return new MasterKeySource(Kind.VARIABLE, "the variable " + name, null, value);
  }

  /** True if there is something to read. */
  boolean present() {
    return path == null || Files.exists(path);
  }

  /** True if Caucus itself can put a new key there. */
  public boolean writable() {
    return kind == Kind.FILE;
  }

  /** The file, if it is one that Caucus writes. */
  Path file() {
    if (kind != Kind.FILE || path == null) {
      throw new IllegalStateException(name + " is not a file of ours");
    }
    return path;
  }

  /** Reads it; {@link KeyException.BadMasterKey} if it is missing, open to others or no keyset. */
  MasterKey read() {
    try {
      return new MasterKey(Keyset.parse(bytes()), this);
    } catch (IOException e) {
      throw bad("it cannot be read by this user.", e);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw bad("it is damaged. Put it back from its backup.", e);
    }
  }

  private byte[] bytes() throws IOException {
    if (path == null) {
      return Base64.getMimeDecoder().decode(secret);
    }
    if (!Files.exists(path)) {
      throw bad(
          "it is missing, but the database was written with one. Put it back from its backup.",
          null);
    }
    if (kind == Kind.FILE && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
      throw bad("others than its owner may use it. Run: chmod 600 " + path, null);
    }
    var bytes = Files.readAllBytes(path);
    var text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
    return text.matches("[A-Za-z0-9+/=\\s]+") ? Base64.getMimeDecoder().decode(text) : bytes;
  }

  KeyException.BadMasterKey bad(String whatAndWayOut, @Nullable Throwable cause) {
    return new KeyException.BadMasterKey(name, whatAndWayOut, cause);
  }

  /** Where it is; never what it is. */
  @Override
  public String toString() {
    return name;
  }
}
