package org.caucus.app.wiring;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.app.settings.Settings;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.cluster.Cluster;
import org.caucus.platform.eventlog.cluster.ClusterSettings;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.caucus.platform.eventlog.cluster.bus.ClusterCertificate;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.eventlog.cluster.leases.NodeConfig;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;

/**
 * This node, alone or one of many: its Vert.x, what it is called, and how it tells the others.
 *
 * @param vertx its event bus reaches all nodes
 * @param cluster null for the only node
 */
public record NodeNetwork(
    Vertx vertx, Node node, EncryptedEventBus bus, AppendNotifier bell, @Nullable Cluster cluster)
    implements AutoCloseable {
  static final int EVENT_LOOPS = 2;
  private static final int WORKER_THREADS = 4;

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Why it is refused. */
  private static final String ASKED = " CAUCUS_CLEAR_TEXT=refuse asks for it.";

  /** In the secret's derivation, where there is no cluster. */
  private static final String NO_NAME = "";

  /** Each line to another machine that can be read on the way, with the setting that mends it. */
  public static List<String> inClear(Settings settings) {
    List<String> faults = new ArrayList<>();
    if (settings.mongodbUri() != null && Mongo.isInClear(settings.mongodbUri())) {
      faults.add("CAUCUS_MONGODB_URI is spoken to in clear. Add tls=true." + ASKED);
    }
    if (settings.smtpUrl() != null && !settings.smtpUrl().isPrivate()) {
      faults.add(
          "CAUCUS_SMTP_URL is spoken to in clear, or to any host that claims to be it. Add"
              + " ?starttls=required, or use smtps://."
              + ASKED);
    }
    for (SmtpUrl route : settings.smtpRoutes().hosts()) {
      if (!route.isPrivate()) {
        faults.add(
            "CAUCUS_SMTP_ROUTES: "
                + route.host()
                + " is spoken to in clear, or to any host that claims to be it. Write smtp://"
                + route.host()
                + "?starttls=required, or smtps://."
                + ASKED);
      }
    }
    URI pages = settings.baseUrl();
    if (!"https".equals(pages.getScheme()) && !THIS_MACHINE.contains(pages.getHost())) {
      faults.add("CAUCUS_BASE_URL is not https://: browsers would speak to it in clear." + ASKED);
    }
    return faults;
  }

  /** A Vert.x for the only node; one of many must have opened the storage before it may join. */
  static @Nullable Vertx early(Settings settings) {
    return settings.cluster() == null ? Vertx.vertx(options()) : null;
  }

  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(EVENT_LOOPS)
        .setWorkerPoolSize(WORKER_THREADS)
        .setInternalBlockingPoolSize(WORKER_THREADS);
  }

  static NodeNetwork open(Settings settings, StorageWiring storage, @Nullable Vertx early) {
    ClusterSettings cluster = settings.cluster();
    return early != null || cluster == null
        ? alone(storage, early == null ? Vertx.vertx(options()) : early)
        : among(cluster, settings, storage);
  }

  private static NodeNetwork alone(StorageWiring storage, Vertx vertx) {
    Node node = Node.alone(storage.mongo());
    EncryptedEventBus bus =
        EncryptedEventBus.alone(vertx, new ClusterSecret(storage.vault(), NO_NAME));
    return new NodeNetwork(vertx, node, bus, new AppendNotifier(bus), null);
  }

  private static NodeNetwork among(
      ClusterSettings cluster, Settings settings, StorageWiring storage) {
    ClusterSecret secret = new ClusterSecret(storage.vault(), cluster.name());
    NodeConfig terms = terms(cluster, settings, storage.vault());
    Cluster joined = Cluster.join(cluster, new ClusterCertificate(secret), options());
    Node node = node(joined, storage, terms);
    EncryptedEventBus bus = new EncryptedEventBus(joined.vertx(), secret);
    AppendNotifier bell = new AppendNotifier(bus);
    joined.heal(bus);
    return new NodeNetwork(joined.vertx(), node, bus, bell, joined);
  }

  private static Node node(Cluster joined, StorageWiring storage, NodeConfig terms) {
    try {
      return Node.among(storage.mongo(), terms);
    } catch (RuntimeException e) {
      joined.close(); // a node that does not start is no member
      throw e;
    }
  }

  /**
   * What nodes are to be alike in. Addresses, ports and paths of a machine, its memory and its
   * smarthost may be its own.
   */
  private static NodeConfig terms(ClusterSettings cluster, Settings settings, Vault vault) {
    Map<String, String> vital =
        Map.of(
            "CAUCUS_DOMAIN", settings.domain(), "CAUCUS_BASE_URL", settings.baseUrl().toString());
    MailSigning signatures = settings.signatures();
    Map<String, String> other = new HashMap<>();
    other.put("CAUCUS_CLUSTER_NAME", cluster.name());
    other.put("CAUCUS_OPERATORS", all(settings.operators()));
    other.put("CAUCUS_TRUSTED_PEERS", all(settings.trustedPeers()));
    other.put("CAUCUS_CHECKING_PEERS", all(settings.checkingPeers()));
    other.put("CAUCUS_AUTHSERV_ID", String.valueOf(settings.authservId()));
    other.put("CAUCUS_TRUSTED_PROXIES", all(settings.trustedProxies()));
    other.put("CAUCUS_REQUESTS_PER_MINUTE", "" + settings.requestsPerMinute());
    other.put("CAUCUS_STREAMS_PER_SEAT", "" + settings.streamsPerSeat());
    other.put("CAUCUS_NOTICE_SECONDS", "" + settings.noticeWindow());
    other.put("CAUCUS_MAIL_WAITS", "" + settings.mailWaits());
    other.put("CAUCUS_CLAMD", "" + (settings.clamd() != null));
    other.put("CAUCUS_WEBHOOK_CA", "" + (settings.webhookAuthorities() != null));
    other.put("CAUCUS_PUSH_HOSTS", settings.pushHosts().text());
    other.put("CAUCUS_DKIM_KEY", signatures.mark(settings.domain()));
    other.put("CAUCUS_DKIM_SELECTOR", signatures.selector());
    other.put("CAUCUS_DKIM_CHECK", "" + signatures.check());
    other.put("CAUCUS_SPF_CHECK", "" + signatures.hosts());
    return new NodeConfig(vault, cluster.reached().toString(), vital, other);
  }

  /** In whichever order they were given. */
  private static String all(List<?> values) {
    return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
  }

  /** How many nodes hear each other's bells, this one among them. */
  int heard() {
    return cluster == null ? 1 : cluster.size();
  }

  /** Leaves; what this node held is free after it. */
  @Override
  public void close() {
    if (cluster == null) {
      vertx.close().await();
    } else {
      cluster.close();
    }
    node.close();
  }

  /** Opens a port, or names the setting that asks for one that cannot be had. */
  static void listen(String setting, int port, Runnable open) {
    try {
      open.run();
    } catch (Exception e) {
      Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
      if (cause instanceof BindException) {
        throw new Settings.Bad(
            List.of(
                setting
                    + " cannot be "
                    + port
                    + ": "
                    + cause.getMessage()
                    + ". Allowed: a port nobody else listens on, or 0 for any free one."));
      }
      throw e;
    }
  }
}
