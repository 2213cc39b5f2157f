package org.caucus.platform.eventlog.cluster.leases;

/** A node lives with which this one must be alike, and is not. */
public final class IncompatibleNode extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IncompatibleNode(NodeConfig.Companion other) {
    super(words(other), null, false, false);
  }

  private static String words(NodeConfig.Companion other) {
    return other.vital().isEmpty()
        ? ""
        : NodeConfig.differ(other.vital(), other.name())
            + ", which runs. People would find other addresses, links and passkeys at each. Give"
            + " both the same; to change it for all, stop all nodes first.";
  }
}
