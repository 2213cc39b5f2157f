package org.caucus.app.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.mail.smtp.client.SmtpUrl;

/** What of the settings does not go together, so that no server could work by it. */
final class SettingErrors {
  private SettingErrors() {}

  /** Each fault in a sentence that names the settings. */
  static List<String> of(Settings settings) {
    List<String> faults = new ArrayList<>();
    settings.operators().stream()
        .filter(operator -> operator.asciiDomain().equalsIgnoreCase(settings.domain()))
        .forEach(
            operator ->
                faults.add(
                    "CAUCUS_OPERATORS cannot hold an address of CAUCUS_DOMAIN, "
                        + operator
                        + ": mail to that domain comes here, so its holder would never get a"
                        + " sign-in code. Allowed: addresses whose mailbox is elsewhere."));
    faults.addAll(ports(settings));
    SmtpUrl smarthost = settings.smtpUrl();
    if (smarthost != null && isOurs(smarthost, settings)) {
      faults.add(
          "CAUCUS_SMTP_URL is the port on which Caucus itself takes mail (CAUCUS_SMTP_PORT), so"
              + " mail would never leave. Allowed: another host or port.");
    }
    return faults;
  }

  /** Two listeners at one port; 0 is any free one. */
  private static List<String> ports(Settings settings) {
    Map<Integer, String> taken = new HashMap<>();
    List<String> faults = new ArrayList<>();
    take("CAUCUS_HTTP_PORT", settings.httpPort(), taken, faults);
    take("CAUCUS_SMTP_PORT", settings.smtpPort(), taken, faults);
    Integer metrics = settings.metricsPort();
    take("CAUCUS_METRICS_PORT", metrics == null ? 0 : metrics, taken, faults);
    if (settings.cluster() != null) {
      int port = settings.cluster().listen().port();
      take("CAUCUS_CLUSTER_PORT", port, taken, faults);
      take("the event bus (the port after CAUCUS_CLUSTER_PORT)", port + 1, taken, faults);
    }
    return faults;
  }

  private static void take(String name, int port, Map<Integer, String> taken, List<String> faults) {
    String other = port == 0 ? null : taken.putIfAbsent(port, name);
    if (other != null) {
      faults.add(
          name + " and " + other + " are both " + port + ". Allowed: a port for each of them.");
    }
  }

  private static boolean isOurs(SmtpUrl host, Settings settings) {
    return host.isThisMachine() && host.port() == settings.smtpPort();
  }
}
