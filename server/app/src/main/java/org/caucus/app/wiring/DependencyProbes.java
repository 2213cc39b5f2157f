package org.caucus.app.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.app.settings.Settings;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.PublishedKey;
import org.caucus.mail.auth.dns.NameServerCheck;
import org.caucus.mail.smtp.client.SmtpHostCheck;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.platform.antivirus.ClamdAddress;
import org.caucus.platform.antivirus.ClamdCheck;
import org.caucus.platform.observability.Probe;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Caucus depends on besides itself, each with a probe: told at the start and on /ready. */
public final class DependencyProbes {
  private static final Logger LOG = LoggerFactory.getLogger(DependencyProbes.class);

  /** Proxies ask often whether to lead people here, and are to hear of it soon. */
  private static final Duration STORE_KEPT = Duration.ofSeconds(2);

  /** For one write; it ends before the probe does, so that the reason can be told. */
  private static final long PATIENCE_MS = 4_000;

  private static final int KIB = 1024;

  private final Settings settings;
  private final StorageWiring storage;
  private final Probe store;
  private final List<Probe> all = new ArrayList<>();

  DependencyProbes(Settings settings, StorageWiring storage) {
    this.settings = settings;
    this.storage = storage;
    store = new Probe("database", true, this::stored, STORE_KEPT);
    all.add(store);
    List<SmtpUrl> hosts = hosts();
    if (!hosts.isEmpty()) {
      all.add(new Probe("smarthost", false, () -> reached(hosts)));
    }
    all.add(new Probe("name server", false, this::named));
    ClamdAddress clamd = settings.clamd();
    if (clamd != null) {
      all.add(new Probe("malware scanner", false, () -> scanned(clamd)));
    }
    if (settings.tls().certificate() != null) {
      all.add(
          new Probe(
              "certificate", false, () -> SmtpCertificate.fault(settings.tls(), Instant.now())));
    }
    DkimKey key = settings.signatures().signingKey(settings.domain());
    if (key != null) {
      var records = settings.signatures().names(Instant::now).records();
      all.add(new Probe("signing key", false, () -> PublishedKey.fault(key, records)));
    }
  }

  /** All of them. */
  List<Probe> all() {
    return all;
  }

  /** Whether the database can be written. */
  Probe store() {
    return store;
  }

  /** Tries each once, and says in the log what is wrong. Does not wait for it. */
  public void tellLog() {
    for (Probe probe : all) {
      probe
          .fault()
          .onSuccess(fault -> fault.ifPresent(words -> LOG.warn("{}: {}", probe.name(), words)));
    }
  }

  private List<SmtpUrl> hosts() {
    return Stream.concat(
            Stream.ofNullable(settings.smtpUrl()), settings.smtpRoutes().hosts().stream())
        .distinct()
        .toList();
  }

  /** A database that can be read alone is of no use: no click and no letter could be kept. */
  private Optional<String> stored() {
    try {
      storage.mongo().keepsMarks().timeout(PATIENCE_MS, TimeUnit.MILLISECONDS).await();
      return Optional.empty();
    } catch (DatabaseException.Unwritable e) {
      return Optional.of(
          "The database cannot be written: the disk of the data directory is full or failing ("
              + room(settings.data())
              + "). Make room. Pages say so and mail is asked to wait.");
    } catch (DatabaseException.Refused e) {
      return Optional.of("The database takes no changes: " + e.getMessage());
    } catch (Exception e) { // it is not there, or silent
      return Optional.of("The database is away. Pages say so and mail is asked to wait.");
    }
  }

  private static String room(Path data) {
    return data.toFile().getUsableSpace() / KIB + " KiB left";
  }

  private static Optional<String> reached(List<SmtpUrl> hosts) {
    List<Future<Optional<String>>> asked;
    try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
      asked = hosts.stream().map(host -> each.submit(() -> SmtpHostCheck.fault(host))).toList();
    }
    String faults =
        asked.stream()
            .map(Future::resultNow)
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(faults + ". Mail waits here until it can leave.");
  }

  private Optional<String> named() {
    return NameServerCheck.fault(settings.signatures().nameServer(), settings.domain())
        .map(
            fault ->
                fault
                    + ". Letters cannot be proven to be their authors', who are asked to confirm"
                    + " each. See CAUCUS_DNS_SERVER.");
  }

  private static Optional<String> scanned(ClamdAddress address) {
    return ClamdCheck.fault(address)
        .map(fault -> fault + ". Uploads and letters wait for it. See CAUCUS_CLAMD.");
  }
}
