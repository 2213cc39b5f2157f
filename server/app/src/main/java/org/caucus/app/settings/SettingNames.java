package org.caucus.app.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.platform.eventlog.keys.Credentials;

/**
 * The names of all settings. A name that is not one of them is told, with the one that was meant.
 */
final class SettingNames {
  /** All that is read, and what builds, tests and tools of Caucus read. */
  static final List<String> ALL =
      List.of(
          "CAUCUS_AUTHSERV_ID",
          "CAUCUS_BACKUP_DIR",
          "CAUCUS_BASE_URL",
          "CAUCUS_CHECKING_PEERS",
          "CAUCUS_CLAMD",
          "CAUCUS_CLEAR_TEXT",
          "CAUCUS_CLUSTER",
          "CAUCUS_CLUSTER_HOST",
          "CAUCUS_CLUSTER_NAME",
          "CAUCUS_CLUSTER_PEERS",
          "CAUCUS_CLUSTER_PORT",
          "CAUCUS_CLUSTER_PUBLIC",
          "CAUCUS_DATA",
          "CAUCUS_DKIM_CHECK",
          "CAUCUS_DKIM_KEY",
          "CAUCUS_DKIM_LEAST_BITS",
          "CAUCUS_DKIM_SELECTOR",
          "CAUCUS_DNS_SERVER",
          "CAUCUS_DOMAIN",
          "CAUCUS_HTTP_HOST",
          "CAUCUS_HTTP_PORT",
          "CAUCUS_LOG_FORMAT",
          "CAUCUS_LOG_LEVEL",
          "CAUCUS_MASTER_KEY",
          "CAUCUS_MASTER_KEY_FILE",
          "CAUCUS_METRICS_PORT",
          "CAUCUS_MONGODB_URI",
          "CAUCUS_MAIL_WAITS",
          "CAUCUS_NOTICE_SECONDS",
          "CAUCUS_OPERATORS",
          "CAUCUS_PUSH_HOSTS",
          "CAUCUS_REQUESTS_PER_MINUTE",
          "CAUCUS_ROOMS_MIB",
          "CAUCUS_SMTP_HOST",
          "CAUCUS_SMTP_PORT",
          "CAUCUS_SMTP_ROUTES",
          "CAUCUS_SMTP_URL",
          "CAUCUS_SPF_CHECK",
          "CAUCUS_STREAMS_PER_SEAT",
          "CAUCUS_TLS_CERTIFICATE",
          "CAUCUS_TLS_INBOUND",
          "CAUCUS_TLS_KEY",
          "CAUCUS_TRUSTED_PEERS",
          "CAUCUS_TRUSTED_PROXIES",
          "CAUCUS_WEBHOOK_CA");

  private static final String PREFIX = "CAUCUS_";
  private static final String CREDENTIAL = "caucus-";

  private SettingNames() {}

  /** A warning for each variable that begins as settings do and is not one. */
  static List<String> unknown(Collection<String> variables) {
    return warnings(variables, PREFIX, ALL, "is no setting of Caucus and is not read");
  }

  /** The same for systemd's credentials, by the names of their files. */
  static List<String> unknownCredentials(Collection<String> files) {
    return warnings(
        files, CREDENTIAL, Credentials.NAMES, "is no credential of Caucus and is not read");
  }

  private static List<String> warnings(
      Collection<String> names, String prefix, List<String> known, String what) {
    return names.stream()
        .filter(name -> name.startsWith(prefix) && !known.contains(name))
        .sorted()
        .map(
            name ->
                "%s %s.%s"
                    .formatted(
                        name,
                        what,
                        nearest(name, known).map(n -> " Did you mean " + n + "?").orElse("")))
        .toList();
  }

  /** The one that differs in the fewest letters; none if a third of them would have to change. */
  static Optional<String> nearest(String name, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(k -> distance(name, k)))
        .filter(k -> distance(name, k) * 3 <= name.length());
  }

  /** Letters put in, left out, or replaced (Levenshtein). */
  private static int distance(String a, String b) {
    int[] before = Stream.iterate(0, i -> i + 1).limit(b.length() + 1L).mapToInt(i -> i).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[b.length()];
  }
}
