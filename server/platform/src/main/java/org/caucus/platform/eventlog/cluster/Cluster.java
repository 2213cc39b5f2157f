package org.caucus.platform.eventlog.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.spi.cluster.NodeInfo;
import io.vertx.ext.cluster.infinispan.InfinispanClusterManager;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.caucus.platform.eventlog.cluster.bus.ClusterCertificate;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.Configuration;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.parsing.ConfigurationBuilderHolder;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.manager.EmbeddedCacheManagerStartupException;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.notifications.cachemanagerlistener.annotation.ViewChanged;
import org.infinispan.notifications.cachemanagerlistener.event.ViewChangedEvent;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.JChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node among the others: its Vert.x, and what keeps its event bus whole. */
public final class Cluster implements AutoCloseable {
  /** Time between two looks at the names of the peers. */
  static final Duration LOOK_UP = Duration.ofSeconds(10);

  /**
   * Waits after the members have changed, before the subscriptions are made known anew: while the
   * common register is still moving, what is written may be lost again.
   */
  private static final long[] RENEW_AFTER_MS = {1_000, 4_000, 15_000};

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final int REMOTE_TIMEOUT_MS = 5_000;

  private final DefaultCacheManager members;
  private final InfinispanClusterManager manager;
  private final Vertx vertx;

  private Cluster(
      DefaultCacheManager members,
      InfinispanClusterManager manager,
      Vertx vertx,
      JGroupsStack stack) {
    this.members = members;
    this.manager = manager;
    this.vertx = vertx;
    vertx.setPeriodic(LOOK_UP.toMillis(), t -> vertx.executeBlocking(() -> lookUp(stack)));
  }

  /**
   * Joins the others, or is the first. Blocks until it has.
   *
   * @throws ClusterException a peer is no node of this installation, or a port cannot be had
   */
  public static Cluster join(
      ClusterSettings settings, ClusterCertificate certificate, VertxOptions base) {
    return join(settings, certificate, base, ClusterTimings.USUAL);
  }

  static Cluster join(
      ClusterSettings settings,
      ClusterCertificate certificate,
      VertxOptions base,
      ClusterTimings timings) {
    ClusterTls tls = new ClusterTls(certificate);
    ClusterPeers peers = new ClusterPeers(settings);
    peers.check(tls);
    JGroupsStack stack = new JGroupsStack(peers, timings);
    DefaultCacheManager members = members(settings, stack, tls);
    InfinispanClusterManager manager = new InfinispanClusterManager(members);
    EventBusOptions bus =
        tls.secure(
            new EventBusOptions()
                .setHost(settings.listen().host())
                .setPort(settings.listen().busPort())
                .setClusterPublicHost(settings.reached().host())
                .setClusterPublicPort(settings.reached().busPort()));
    try {
      Vertx vertx =
          Vertx.builder()
              .with(base.setEventBusOptions(bus))
              .withClusterManager(manager)
              .buildClustered()
              .await();
      LOG.info("joined the cluster {}: {} nodes", settings.name(), members.getMembers().size());
      return new Cluster(members, manager, vertx, stack);
    } catch (Exception e) { // whatever the future failed with, declared or not
      close(members);
      throw new ClusterException(
          "CAUCUS_CLUSTER_PORT: the event bus cannot listen on port "
              + settings.listen().busPort()
              + " of "
              + settings.listen().host()
              + ". Two ports in a row must be free.",
          e);
    }
  }

  private static DefaultCacheManager members(
      ClusterSettings settings, JGroupsStack stack, ClusterTls tls) {
    JChannel channel = stack.channel(settings, tls);
    GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
    global.transport().transport(new JGroupsTransport(channel)).clusterName(settings.name());
    global.jmx().disable();
    global.metrics().gauges(false).histograms(false);
    // by this holder, because a copy of the configuration would not have our channel but, without a
    // word, one of UDP in clear
    DefaultCacheManager members =
        new DefaultCacheManager(
            new ConfigurationBuilderHolder(Cluster.class.getClassLoader(), global), false);
    members.defineConfiguration("__vertx.subs", cache(CacheMode.REPL_SYNC));
    members.defineConfiguration("__vertx.haInfo", cache(CacheMode.REPL_SYNC));
    members.defineConfiguration("__vertx.nodeInfo", cache(CacheMode.REPL_SYNC));
    members.defineConfiguration(
        "__vertx.distributed.cache.configuration", cache(CacheMode.DIST_SYNC));
    try {
      members.start();
    } catch (EmbeddedCacheManagerStartupException e) {
      close(members);
      throw new ClusterException(
          "CAUCUS_CLUSTER_HOST and CAUCUS_CLUSTER_PORT: this node cannot listen on "
              + settings.listen()
              + ". Give an address of this machine and a port that nobody uses.",
          e);
    }
    if (!channel.isConnected()) {
      close(members);
      throw new IllegalStateException("the cluster does not use the connections it was given");
    }
    return members;
  }

  private static Configuration cache(CacheMode mode) {
    return new ConfigurationBuilder()
        .clustering()
        .cacheMode(mode)
        .remoteTimeout(REMOTE_TIMEOUT_MS, TimeUnit.MILLISECONDS)
        .build();
  }

  /** The Vert.x whose event bus reaches all nodes. */
  public Vertx vertx() {
    return vertx;
  }

  /** How many nodes see each other just now, this one included. */
  public int size() {
    return members.getMembers().size();
  }

  /** Keeps this bus whole over every change of the members. */
  public void heal(EncryptedEventBus bus) {
    members.addListener(new Healer(bus));
  }

  private void renew(EncryptedEventBus bus) {
    NodeInfo self = manager.getNodeInfo();
    if (self != null) {
      manager.setNodeInfo(
          self,
          (done, failure) -> {
            if (failure == null) {
              bus.listenAgain();
            } else {
              LOG.warn("this node could not make itself known anew: {}", failure.getClass());
            }
          });
    }
  }

  private static boolean lookUp(JGroupsStack stack) {
    stack.refresh();
    return true;
  }

  /** Leaves, and closes the Vert.x. */
  @Override
  public void close() {
    vertx.close().await();
    close(members);
  }

  private static void close(DefaultCacheManager members) {
    try {
      members.close();
    } catch (IOException e) {
      LOG.warn("the cluster was not left cleanly: {}", e.getClass().getSimpleName());
    }
  }

  /** Hears of who comes and goes. Public because the library calls it by reflection. */
  @Listener(sync = false)
  public final class Healer {
    private final EncryptedEventBus bus;

    Healer(EncryptedEventBus bus) {
      this.bus = bus;
    }

    /** Members came, went, or found each other again. */
    @ViewChanged
    @Merged
    public void changed(ViewChangedEvent event) {
      LOG.info("the cluster has {} nodes now", event.getNewMembers().size());
      for (long wait : RENEW_AFTER_MS) {
        vertx.setTimer(wait, t -> renew(bus));
      }
    }
  }
}
