package org.caucus.platform.eventlog.cluster;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where other nodes may be: names are looked up anew each time, since nodes come and go. */
final class ClusterPeers {
  /** Milliseconds to reach a peer before it is taken for not there yet. */
  private static final int CONNECT_TIMEOUT_MS = 1_500;

  private static final Logger LOG = LoggerFactory.getLogger(ClusterPeers.class);

  private final ClusterSettings settings;

  ClusterPeers(ClusterSettings settings) {
    this.settings = settings;
  }

  /** All addresses of all names; a name that is not known just now has none. */
  List<InetSocketAddress> addresses() {
    List<InetSocketAddress> all = new ArrayList<>();
    for (HostPort peer : settings.peers()) {
      try {
        Arrays.stream(InetAddress.getAllByName(peer.host()))
            .forEach(a -> all.add(new InetSocketAddress(a, peer.port())));
      } catch (UnknownHostException e) {
        LOG.info("the peer {} is not known by name yet", peer);
      }
    }
    return all;
  }

  /**
   * Looks who is there, before joining.
   *
   * @throws ClusterException somebody who is no node of this installation
   */
  void check(ClusterTls tls) {
    try (var lookers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> looks = new ArrayList<>();
      for (InetSocketAddress address : addresses()) {
        looks.add(lookers.submit(() -> check(tls, address)));
      }
      for (Future<?> look : looks) {
        look.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ClusterException refused) {
        throw refused;
      }
      throw new IllegalStateException("a peer could not be looked at", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted at the start", e);
    }
  }

  private void check(ClusterTls tls, InetSocketAddress address) {
    try (SSLSocket socket = tls.socket()) {
      socket.connect(address, CONNECT_TIMEOUT_MS);
      socket.startHandshake();
    } catch (SSLException e) {
      if (e.getCause() instanceof EOFException) {
        LOG.debug("somebody before {} found nobody there", address); // such as a proxy
        return;
      }
      throw new ClusterException(
          "CAUCUS_CLUSTER_PEERS leads to "
              + address
              + ", where something else listens than a node of this installation: it cannot prove"
              + " that it has this master key and this database, and the name \""
              + settings.name()
              + "\" (CAUCUS_CLUSTER_NAME). Give every node the same three, or take it off the"
              + " list.",
          e);
    } catch (IOException e) {
      LOG.debug("nobody at {} yet", address);
    }
  }
}
