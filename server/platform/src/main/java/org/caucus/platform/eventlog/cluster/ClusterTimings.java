package org.caucus.platform.eventlog.cluster;

import java.time.Duration;

/**
 * How soon nodes notice each other.
 *
 * @param suspect a node that nobody heard for this long is out of the view until it is heard again
 * @param heartbeat time between two signs of life
 * @param verify how long one that is suspected is asked whether it lives
 * @param mergeAtMost longest pause between two looks for nodes that were cut off
 * @param mergeAtLeast shortest such pause
 * @param join how long the first answer of the others is waited for at the start
 */
record ClusterTimings(
    Duration suspect,
    Duration heartbeat,
    Duration verify,
    Duration mergeAtMost,
    Duration mergeAtLeast,
    Duration join) {
  /** Of a server. */
  static final ClusterTimings USUAL =
      new ClusterTimings(
          Duration.ofSeconds(8),
          Duration.ofSeconds(2),
          Duration.ofMillis(1_500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2));
}
