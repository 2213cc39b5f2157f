package org.caucus.workspace;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.spill.IdleHeapRelease;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round the rooms of this node: has snapshots taken of those that grew, and closes those
 * longest unused when all together take more memory than they may.
 */
final class RoomEvictor {
  /** Time between two rounds. */
  static final Duration ROUND = Duration.ofSeconds(5);

  /** Commits after a snapshot that are worth a new one. */
  static final int EVERY_COMMITS = 1_000;

  /** Bytes of records after a snapshot that are worth a new one, however few they are. */
  static final long EVERY_BYTES = 16L * 1024 * 1024;

  /**
   * In a long log, the share of it that is: one in so many, so that writing stays in proportion to
   * what is new.
   */
  static final int EVERY_SHARE = 20;

  /** Commits worth a new snapshot when the old one is of some age, or the room is closed. */
  static final int EVERY_QUIET_COMMITS = 100;

  /** That age. */
  static final Duration OLD = Duration.ofHours(24);

  /**
   * A room used this short a time ago stays: somebody is in it. Only where another is asked for and
   * all together take more than {@link Rooms.Limits#mostBytes} does the longest unused go.
   */
  static final Duration IN_USE = Duration.ofSeconds(30);

  private static final long MIB = 1024 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(RoomEvictor.class);

  private final WorkspaceLoader loader;
  private final InstantSource clock;
  private final Supplier<List<Room>> rooms;
  private final RoomMemory memory;
  private final IdleHeapRelease quiet = new IdleHeapRelease();
  private boolean tight;

  /**
   * @param rooms those in memory
   * @param memory what they take and may take
   */
  RoomEvictor(
      WorkspaceLoader loader, InstantSource clock, Supplier<List<Room>> rooms, RoomMemory memory) {
    this.loader = loader;
    this.clock = clock;
    this.rooms = rooms;
    this.memory = memory;
  }

  /** One round. Waits; one at a time. */
  void round() {
    for (Room room : rooms.get()) {
      if (due(room)) {
        keep(room);
      }
    }
    makeRoom();
    quiet.look();
  }

  private boolean due(Room room) {
    long tail = room.uncovered();
    if (tail >= Math.max(EVERY_COMMITS, room.state().sequence() / EVERY_SHARE)) {
      return true;
    }
    long bytes = room.uncoveredBytes();
    if (bytes >= Math.max(EVERY_BYTES, room.loaded().weight() / EVERY_SHARE)) {
      return true;
    }
    // a clock that was set back makes a snapshot look young; the count above does not ask it
    Duration age = Duration.between(room.coveredAt(), clock.instant());
    return tail >= EVERY_QUIET_COMMITS && age.compareTo(OLD) >= 0;
  }

  private void keep(Room room) {
    try {
      long began = System.nanoTime();
      WorkspaceLoader.Loaded loaded = room.loaded();
      boolean newest = loader.keep(loaded, clock.instant());
      room.covered(loaded, clock.instant());
      LOG.debug(
          "snapshot of workspace {} at {}: {} ms, {}",
          room.id(),
          loaded.state().sequence(),
          Duration.ofNanos(System.nanoTime() - began).toMillis(),
          newest ? "the newest" : "another was first");
    } catch (DatabaseException | LogException e) {
      LOG.info(
          "no snapshot of workspace {} could be taken ({}); it is tried again",
          room.id(),
          e.getClass().getSimpleName());
    }
  }

  private void makeRoom() {
    long taken = memory.taken();
    for (Room room : memory.longestUnused()) {
      if (taken <= memory.budget() || room.idleNanos() < memory.inUse().toNanos()) {
        break;
      }
      if (room.uncovered() >= EVERY_QUIET_COMMITS) {
        keep(room);
      }
      long bytes = memory.bytes(room);
      if (memory.sleep(room)) {
        taken -= bytes;
      }
    }
    say(taken);
  }

  /** Once when it begins and once when it ends: all rooms are in use and take too much. */
  private void say(long taken) {
    boolean over = taken > memory.budget();
    if (over && !tight) {
      LOG.warn(
          "the workspaces in use take about {} MiB, more than CAUCUS_ROOMS_MIB = {}; give the JVM"
              + " and them more, or they are loaded again and again",
          taken / MIB,
          memory.budget() / MIB);
    } else if (!over && tight) {
      LOG.info("the workspaces in use fit into CAUCUS_ROOMS_MIB again");
    }
    tight = over;
  }
}
