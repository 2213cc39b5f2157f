package org.caucus.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jgroups.JChannel;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;

/**
 * The protocols by which nodes know of each other (JGroups), bottom to top. There is no {@code
 * FD_SOCK}: its connections would be in clear. Nothing here decides who may do what; that is what
 * leases are for.
 */
final class Stack {
  /** A node that nobody heard for this long is out of the view until it is heard again. */
  static final Duration SUSPECT = Duration.ofSeconds(8);

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final Duration VERIFY = Duration.ofMillis(1_500);
  private static final Duration MERGE_AT_MOST = Duration.ofSeconds(5);
  private static final Duration MERGE_AT_LEAST = Duration.ofSeconds(1);
  private static final Duration JOIN = Duration.ofSeconds(2);
  private static final int CONNECT_TIMEOUT_MS = 1_500;
  private static final int FRAGMENT_BYTES = 60_000;
  private static final int MOST_THREADS = 64;

  private final TCPPING discovery = new TCPPING();
  private final Peers peers;

  Stack(Peers peers) {
    this.peers = peers;
    refresh();
  }

  /** Looks the peers' names up again. */
  void refresh() {
    discovery.setInitialHosts(peers.addresses());
  }

  /** A channel that is not connected yet. */
  JChannel channel(ClusterSettings settings, Tls tls) {
    try {
      return new JChannel(
          transport(settings, tls),
          discovery.setPortRange(0),
          new MERGE3()
              .setMinInterval(MERGE_AT_LEAST.toMillis())
              .setMaxInterval(MERGE_AT_MOST.toMillis()),
          new FD_ALL3().setTimeout(SUSPECT.toMillis()).setInterval(HEARTBEAT.toMillis()),
          new VERIFY_SUSPECT2().setTimeout(VERIFY.toMillis()),
          new NAKACK2().useMcastXmit(false),
          new UNICAST3(),
          new STABLE(),
          new GMS().setJoinTimeout(JOIN.toMillis()).printLocalAddress(false),
          new UFC(),
          new MFC(),
          new FRAG4().setFragSize(FRAGMENT_BYTES));
    } catch (Exception e) { // the library declares no narrower one
      throw new ClusterException("the cluster's protocols could not be set up", e);
    }
  }

  private static TCP transport(ClusterSettings settings, Tls tls) throws UnknownHostException {
    TCP tcp = new TCP();
    tcp.setBindAddr(InetAddress.getByName(settings.listen().host()));
    tcp.setBindPort(settings.listen().port());
    tcp.setPortRange(0); // another port would be one that nobody knows
    if (!settings.reached().equals(settings.listen())) {
      tcp.setExternalAddr(InetAddress.getByName(settings.reached().host()));
      tcp.setExternalPort(settings.reached().port());
    }
    tcp.setSockConnTimeout(CONNECT_TIMEOUT_MS);
    tcp.getThreadPool().setMaxThreads(MOST_THREADS);
    tcp.setSocketFactory(tls.sockets());
    return tcp;
  }
}
