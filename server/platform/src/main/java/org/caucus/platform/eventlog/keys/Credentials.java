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

  /**
   * The credential that is the file a setting names, by the setting: of root alone, so the
   * service's user, who exists only while it runs, could not open it in another place.
   */
  static final Map<String, String> FILES =
      Map.of(
          "CAUCUS_DKIM_KEY",
          "caucus-dkim-key",
          "CAUCUS_TLS_CERTIFICATE",
          "caucus-tls-certificate",
          "CAUCUS_TLS_KEY",
          "caucus-tls-key");

  /** The names of all credentials. */
  public static final List<String> NAMES =
      Stream.of(
              Stream.of(MasterKeySources.CREDENTIAL), OF.values().stream(), FILES.values().stream())
          .flatMap(Function.identity())
          .toList();

  private Credentials() {}

  /** Settings that are set though a credential goes before them. */
  public static List<String> givenTwice(Map<String, String> environment) {
    String directory = environment.get(MasterKeySources.CREDENTIALS);
    return directory == null
        ? List.of()
        : Stream.of(OF, FILES)
            .flatMap(each -> each.entrySet().stream())
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
          boolean named = FILES.containsKey(name);
          String credential = named ? FILES.get(name) : OF.get(name);
          Path file = credential == null ? null : Path.of(directory.strip(), credential);
          if (file == null || !Files.exists(file)) {
            return settings.apply(name);
          }
          return named ? file.toString() : read(file);
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
