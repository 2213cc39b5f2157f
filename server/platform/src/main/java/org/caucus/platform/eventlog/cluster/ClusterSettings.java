package org.caucus.platform.eventlog.cluster;

import java.util.List;

/**
 * How this node and the others find each other.
 *
 * @param name nodes of another name are strangers
 * @param listen the address of this machine where the others reach it
 * @param reached where they reach it if that is another one, as behind address translation;
 *     otherwise the same
 * @param peers where other nodes may be; this node may be among them
 */
public record ClusterSettings(
    String name, HostPort listen, HostPort reached, List<HostPort> peers) {
  /** Port of the membership unless a setting says otherwise; the event bus has the next. */
  public static final int PORT = 7800;

  /** Most peers that can be named. */
  public static final int MOST_PEERS = 64;

  /** Checks that there are some, and not too many. */
  public ClusterSettings {
    peers = List.copyOf(peers);
    if (peers.isEmpty() || peers.size() > MOST_PEERS) {
      throw new IllegalArgumentException("peers are 1 to " + MOST_PEERS);
    }
  }
}
