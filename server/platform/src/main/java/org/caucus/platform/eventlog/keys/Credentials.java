package org.caucus.platform.eventlog.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings in which a password stands, from systemd's credentials: sealed to the machine while they
 * lie on its disk, and in no file of settings, no environment and no backup of these. See <a
 * href="https://systemd.io/CREDENTIALS/">System and Service Credentials</a>.
 */
public final class Credentials {
  /** The credential that goes before a setting, by the setting. */
  static final Map<String, String> OF =
      Map.of(
          "CAUCUS_SMTP_URL",
          "caucus-smtp-url",
          "CAUCUS_SMTP_ROUTES",
          "caucus-smtp-routes",
          "CAUCUS_MONGODB_URI",
          "caucus-mongodb-uri");

  /** The names of all credentials. */
  public static final List<String> NAMES =
      Stream.concat(Stream.of(MasterKeySources.CREDENTIAL), OF.values().stream()).toList();

  private Credentials() {}

  /** Settings that are set though a credential goes before them. */
  public static List<String> givenTwice(Map<String, String> environment) {
    String directory = environment.get(MasterKeySources.CREDENTIALS);
    return directory == null
        ? List.of()
        : OF.entrySet().stream()
            .filter(e -> environment.containsKey(e.getKey()))
            .filter(e -> Files.exists(Path.of(directory, e.getValue())))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
  }

  /** These settings, but for those of which there is a credential. */
  public static Function<String, @Nullable String> before(
      Function<String, @Nullable String> settings) {
    String directory = settings.apply(MasterKeySources.CREDENTIALS);
    return directory == null || directory.isBlank()
        ? settings
        : name -> {
          String credential = OF.get(name);
          Path file = credential == null ? null : Path.of(directory.strip(), credential);
          return file != null && Files.exists(file) ? read(file) : settings.apply(name);
        };
  }

  /** {@link KeyException.BadCredential} names the file, and not what is in it. */
  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new KeyException.BadCredential(file.toString(), e);
    }
  }
}
