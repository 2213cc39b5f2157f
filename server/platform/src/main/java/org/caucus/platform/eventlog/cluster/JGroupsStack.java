package org.caucus.platform.eventlog.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
final class JGroupsStack {
  private static final int CONNECT_TIMEOUT_MS = 1_500;
  private static final int FRAGMENT_BYTES = 60_000;
  private static final int MOST_THREADS = 64;

  private final TCPPING discovery = new TCPPING();
  private final ClusterPeers peers;
  private final ClusterTimings timings;

  JGroupsStack(ClusterPeers peers, ClusterTimings timings) {
    this.peers = peers;
    this.timings = timings;
    refresh();
  }

  /** Looks the peers' names up again. */
  void refresh() {
    discovery.setInitialHosts(peers.addresses());
  }

  /** A channel that is not connected yet. */
  JChannel channel(ClusterSettings settings, ClusterTls tls) {
    try {
      return new JChannel(
          transport(settings, tls),
          discovery.setPortRange(0),
          new MERGE3()
              .setMinInterval(timings.mergeAtLeast().toMillis())
              .setMaxInterval(timings.mergeAtMost().toMillis()),
          new FD_ALL3()
              .setTimeout(timings.suspect().toMillis())
              .setInterval(timings.heartbeat().toMillis()),
          new VERIFY_SUSPECT2().setTimeout(timings.verify().toMillis()),
          new NAKACK2().useMcastXmit(false),
          new UNICAST3(),
          new STABLE(),
          new GMS().setJoinTimeout(timings.join().toMillis()).printLocalAddress(false),
          new UFC(),
          new MFC(),
          new FRAG4().setFragSize(FRAGMENT_BYTES));
    } catch (Exception e) { // the library declares no narrower one
      throw new ClusterException("the cluster's protocols could not be set up", e);
    }
  }

  private static TCP transport(ClusterSettings settings, ClusterTls tls)
      throws UnknownHostException {
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
