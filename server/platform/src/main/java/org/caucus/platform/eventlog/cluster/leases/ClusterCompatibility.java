package org.caucus.platform.eventlog.cluster.leases;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What speaks against working beside other nodes, and what is to be mended between them. */
final class ClusterCompatibility {
  /** Beats after which unwanted company is named in the log again. */
  private static final int COMPLAINT_BEATS = 60;

  private static final Logger LOG = LoggerFactory.getLogger(ClusterCompatibility.class);

  private final boolean alone;
  private volatile Set<String> faults = Set.of();
  private int nextComplaint;

  /** Of a node that holds itself to be the only one, or not. */
  ClusterCompatibility(boolean alone) {
    this.alone = alone;
  }

  /**
   * Another node's version, and when it was first seen.
   *
   * @param lives whether it said a word before our eyes
   * @param alone whether it holds itself to be the only one
   * @param what what it is to this one; null if it does not say
   */
  record Seen(
      long version, long since, boolean lives, boolean alone, NodeConfig.@Nullable Companion what) {
    Seen from(long later) {
      return new Seen(version, later, lives, alone, what);
    }
  }

  private static boolean isUnlike(NodeConfig.@Nullable Companion what) {
    return what != null && !what.vital().isEmpty();
  }

  /** Whether this node may not work beside that one. */
  boolean isUnwanted(Seen other) {
    return alone || other.alone() || isUnlike(other.what());
  }

  /** What speaks against one of these, if it lives. */
  Optional<RuntimeException> objection(Collection<Seen> others) {
    return others.stream().filter(o -> isUnwanted(o) && o.lives()).findFirst().map(this::objection);
  }

  private RuntimeException objection(Seen other) {
    NodeConfig.Companion what = other.what();
    return what != null && isUnlike(what) ? new IncompatibleNode(what) : new DatabaseInUse(alone);
  }

  /**
   * Who slept through its own succession, or was let in by an older version, finds company. What
   * else is to be mended is named once.
   */
  void complain(Collection<Seen> others, int beats) {
    Optional<RuntimeException> objection = objection(others);
    String against = objection.map(Throwable::getMessage).orElse("");
    if (objection.isPresent() && beats >= nextComplaint) {
      LOG.error("{}", against);
      nextComplaint = beats + COMPLAINT_BEATS;
    }
    Set<String> now = new LinkedHashSet<>();
    for (Seen other : others) {
      NodeConfig.Companion what = other.what();
      if (what != null && other.lives()) {
        now.addAll(what.faults());
      }
    }
    now.stream()
        .filter(words -> !faults.contains(words) && !words.equals(against))
        .forEach(words -> LOG.warn("{}", words));
    faults = Set.copyOf(now);
  }

  /** What is to be mended, a sentence or two for each. */
  Set<String> faults() {
    return faults;
  }
}
