package org.caucus.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caucus.app.wiring.SmtpCertificate;
import org.caucus.messaging.inbound.pipeline.Cidr;
import org.caucus.platform.eventlog.keys.Credentials;

/**
 * What of the settings can work but is seldom meant. Each is a warning at the start of {@code
 * serve}; the demo, which is set up for one machine, says nothing.
 */
public final class SettingWarnings {
  private final Settings settings;
  private final Map<String, String> environment;
  private final List<String> doubts = new ArrayList<>();

  private SettingWarnings(Settings settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /** Each doubt in a sentence that names the setting. */
  public static List<String> of(Settings settings, Map<String, String> environment) {
    SettingWarnings found = new SettingWarnings(settings, environment);
    found.names();
    found.examples();
    found.networks();
    found.withoutPartner();
    SmtpCertificate.fault(settings.tls(), Instant.now()).ifPresent(found.doubts::add);
    return found.doubts;
  }

  private void names() {
    doubts.addAll(SettingNames.unknown(environment.keySet()));
    String credentials = environment.get("CREDENTIALS_DIRECTORY");
    if (credentials == null) {
      return;
    }
    try (Stream<Path> files = Files.list(Path.of(credentials))) {
      doubts.addAll(
          SettingNames.unknownCredentials(
              files.map(file -> file.getFileName().toString()).toList()));
    } catch (IOException e) {
      doubts.add("The systemd credentials in " + credentials + " cannot be listed.");
    }
    Credentials.givenTwice(environment)
        .forEach(name -> doubts.add(name + " is set, but its systemd credential is read instead."));
  }

  private void examples() {
    if (isUnset("CAUCUS_DOMAIN")) {
      doubts.add(
          "CAUCUS_DOMAIN is not set: addresses are of " + settings.domain() + ", an example.");
    }
    if (isUnset("CAUCUS_BASE_URL")) {
      doubts.add("CAUCUS_BASE_URL is not set: links in mail lead to " + settings.baseUrl() + ".");
    }
    if (settings.operators().isEmpty()) {
      doubts.add(
          "CAUCUS_OPERATORS is not set: nobody can open a workspace, and mail to postmaster@"
              + settings.domain()
              + " reaches nobody.");
    }
  }

  private void networks() {
    wide("CAUCUS_TRUSTED_PEERS", settings.trustedPeers(), "anybody can write as anybody");
    wide("CAUCUS_CHECKING_PEERS", settings.checkingPeers(), "anybody can write as anybody");
    wide("CAUCUS_TRUSTED_PROXIES", settings.trustedProxies(), "limits by address do not work");
    boolean peers = !settings.checkingPeers().isEmpty();
    if (peers != (settings.authservId() != null)) {
      doubts.add(
          (peers ? "CAUCUS_CHECKING_PEERS" : "CAUCUS_AUTHSERV_ID")
              + " does nothing without "
              + (peers ? "CAUCUS_AUTHSERV_ID" : "CAUCUS_CHECKING_PEERS")
              + ": no Authentication-Results are believed. Set both or neither.");
    }
  }

  private void wide(String name, List<Cidr> networks, String so) {
    if (networks.stream().anyMatch(network -> network.bits() == 0)) {
      doubts.add(name + " holds every address there is, so " + so + ".");
    }
  }

  private void withoutPartner() {
    for (String name : SettingNames.ALL) {
      if (name.startsWith("CAUCUS_CLUSTER_") && !isUnset(name) && settings.cluster() == null) {
        doubts.add(name + " does nothing while CAUCUS_CLUSTER is off.");
      }
    }
    if (!isUnset("CAUCUS_DKIM_SELECTOR") && settings.signatures().key() == null) {
      doubts.add("CAUCUS_DKIM_SELECTOR does nothing without CAUCUS_DKIM_KEY: nothing is signed.");
    }
  }

  private boolean isUnset(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank();
  }
}
