package org.caucus.app.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.caucus.app.settings.Settings;
import org.caucus.mail.smtp.server.LoopAddress;
import org.caucus.messaging.delivery.DeliveryCounts;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.messaging.inbound.InboundProcessor;
import org.caucus.messaging.inbound.OperatorMailbox;
import org.caucus.operator.JobKinds;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;
import org.caucus.platform.observability.Gauges;
import org.caucus.platform.observability.MetricsServer;
import org.caucus.platform.observability.Probe;
import org.caucus.platform.observability.Readiness;
import org.caucus.platform.observability.Readiness.Check;
import org.caucus.platform.observability.security.SecurityLog;
import org.caucus.views.stream.StreamSubscribers;
import org.caucus.workspace.Rooms;
import org.jspecify.annotations.Nullable;

/** What an operator watches, part by part. Without a port for it nothing is measured. */
final class ObservabilityWiring {
  /** Less free space than this for the data directory wants a look, in bytes. */
  private static final long LOW_SPACE_BYTES = 500L * 1024 * 1024;

  private final @Nullable PrometheusMeterRegistry registry;
  private final MeterRegistry meters;

  /** The parts that are asked. */
  record Parts(
      Path data,
      StorageWiring storage,
      NodeNetwork network,
      Rooms rooms,
      StreamSubscribers watchers,
      Subscriptions followers,
      SubscriptionAlerts trouble,
      Outbox outbox,
      InboundProcessor postmaster,
      DeliveryCounts deliveries,
      DependencyProbes probes,
      boolean forwarded,
      LoopAddress loop) {}

  /** Numbers are kept only if anybody may look. */
  ObservabilityWiring(boolean wanted) {
    registry = wanted ? new PrometheusMeterRegistry(PrometheusConfig.DEFAULT) : null;
    meters = registry == null ? new CompositeMeterRegistry() : registry;
  }

  /** Where parts keep their numbers. */
  MeterRegistry meters() {
    return meters;
  }

  /** What is noted of who comes in and who may not. */
  SecurityLog doors(StorageWiring storage, InstantSource clock) {
    return new SecurityLog(storage.vault()::blindIndex, meters, clock);
  }

  /** Opens the port, if there is to be one. */
  void open(Vertx vertx, Settings settings, Parts parts) {
    if (registry == null || settings.metricsPort() == null) {
      return;
    }
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    Gauges gauges = gauges(parts);
    Readiness readiness = readiness(parts).countedBy(gauges);
    var server =
        new MetricsServer(
            settings.metricsPort(),
            registry,
            gauges,
            readiness,
            parts.rooms()::unloadable,
            token -> parts.loop().arrival(token).isPresent());
    var virtual = new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    vertx.deployVerticle(server, virtual).await();
  }

  private Gauges gauges(Parts parts) {
    var gauges =
        new Gauges(meters)
            .add("caucus.rooms.loaded", "Workspaces in memory", parts.rooms()::loaded)
            .add(
                "caucus.rooms.unloadable",
                "Workspaces that cannot be loaded",
                () -> parts.rooms().unloadable().size())
            .add("caucus.database.calls", "Calls of the database", parts.storage().mongo()::calls)
            .add("caucus.nodes.living", "Nodes that live", parts.network().node()::living)
            .add("caucus.nodes.heard", "Nodes that hear each other", parts.network()::heard)
            .add("caucus.rooms.queued", "Commands that wait for a commit", parts.rooms()::queued)
            .add("caucus.watchers.open", "Open event streams", parts.watchers()::open)
            .add("caucus.inbox.waiting", "Letters not ended", parts.postmaster()::waiting)
            .count("caucus.outbox.waiting", "Parcels not done", parts.outbox()::waiting)
            .count(
                "caucus.mailbox.letters",
                "Letters to the operators, and letters that could be neither posted nor held",
                new OperatorMailbox(parts.storage().mongo(), parts.storage().vault())::count)
            .count(
                "caucus.deadletters",
                "Records that a follower gave up",
                parts.followers().deadLetters()::count)
            .count(
                "caucus.quarantine",
                "Records that are damaged and not served",
                parts.storage().vault().quarantine()::count);
    new MailNumbers(parts.storage().queue(parts.outbox(), () -> {}))
        .in(gauges, parts.deliveries(), parts.postmaster().refusals());
    for (String follower : StorageWiring.FOLLOWERS) {
      gauges.add(
          "caucus.follower.lag",
          "Records committed that a follower has not handled",
          "follower",
          follower,
          () -> parts.followers().lag().getOrDefault(follower, 0L));
    }
    JobKinds.COLLECTIONS.forEach(
        (kind, collection) ->
            gauges.count(
                "caucus.jobs.kept",
                "Jobs that are kept",
                "kind",
                kind,
                parts.storage().mongo().documents(collection)::count));
    return gauges;
  }

  private static Readiness readiness(Parts parts) {
    return new Readiness(
        Stream.concat(own(parts).stream(), parts.probes().all().stream().map(Probe::check))
            .toList());
  }

  private static List<Check> own(Parts parts) {
    return List.of(
        new Check("version", true, now(() -> version(parts.rooms()))),
        new Check("workspaces", false, now(() -> unloadable(parts.rooms()))),
        new Check("nodes", false, now(() -> nodes(parts.network()))),
        new Check("settings", false, now(() -> unlike(parts.network()))),
        new Check("space", false, now(() -> space(parts.data()))),
        new Check("followers", false, now(() -> stalled(parts))),
        new Check("dead letters", false, () -> deadLetters(parts.followers())),
        new Check(
            "mailbox", false, new UnreadOperatorMail(parts.storage(), parts.forwarded())::fault),
        new Check("quarantine", false, () -> quarantine(parts.storage())));
  }

  private static Supplier<Future<Optional<String>>> now(Supplier<Optional<String>> fault) {
    return () -> Future.succeededFuture(fault.get());
  }

  private static Optional<String> version(Rooms rooms) {
    return rooms.older()
        ? Optional.of(
            "A newer version has written what this one cannot read. Lead nobody here, and start"
                + " that version.")
        : Optional.empty();
  }

  private static Optional<String> unloadable(Rooms rooms) {
    var sentences = rooms.unloadable();
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(". ", sentences)
                + ". Members are answered 503, mail is asked to wait, and it is tried again.");
  }

  private static Optional<String> nodes(NodeNetwork network) {
    int living = network.node().living();
    int heard = network.heard();
    if (!network.node().isSure()) {
      return Optional.of(
          "This node cannot say that it lives: others take over what it has in hand. See whether"
              + " the database answers it.");
    }
    return heard >= living
        ? Optional.empty()
        : Optional.of(
            ("%d nodes live and %d hear each other. Until they do, each asks the log and is half a"
                    + " second late. See whether CAUCUS_CLUSTER_PORT and the port after it are open"
                    + " between them.")
                .formatted(living, heard));
  }

  private static Optional<String> unlike(NodeNetwork network) {
    Set<String> faults = network.node().unlike();
    return faults.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", faults));
  }

  private static Optional<String> space(Path data) {
    // Not by its FileStore, which is found in /proc/mounts: the unit hides that (ProcSubset=pid).
    long free = data.toFile().getUsableSpace();
    return free >= LOW_SPACE_BYTES
        ? Optional.empty()
        : Optional.of(
            "The disk of the data directory has %d MiB left. Make room before it is full."
                .formatted(free / 1024 / 1024));
  }

  private static Optional<String> stalled(Parts parts) {
    var lag = parts.followers().lag();
    List<String> stalled =
        parts.trouble().stalled().stream().filter(name -> lag.getOrDefault(name, 0L) > 0).toList();
    return stalled.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s cannot read on. The log names the record.".formatted(String.join(", ", stalled)));
  }

  private static Future<Optional<String>> quarantine(StorageWiring storage) {
    return storage
        .vault()
        .quarantine()
        .count()
        .map(
            n ->
                n == 0
                    ? Optional.<String>empty()
                    : Optional.of(n + " damaged records are not served. See: caucus keys"));
  }

  private static Future<Optional<String>> deadLetters(Subscriptions followers) {
    return followers
        .deadLetters()
        .count()
        .map(
            n ->
                n == 0
                    ? Optional.<String>empty()
                    : Optional.of(n + " records were given up. See: caucus followers"));
  }
}
