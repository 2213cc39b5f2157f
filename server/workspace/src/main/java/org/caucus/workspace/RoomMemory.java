package org.caucus.workspace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the rooms of this node take, and which of them go to sleep so that another can be woken. By
 * estimate: over the budget those sleep that nobody has used for a while, over {@link
 * Rooms.Limits#mostBytes} the longest unused whatever its age. By the heap itself: while it is
 * nearly full of what is in use, others sleep, and if that does not help nothing is woken.
 */
final class RoomMemory {
  /** Of the memory that rooms may take, one part in so many is made free when the heap is short. */
  private static final int FREED_SHARE = 4;

  private static final Logger LOG = LoggerFactory.getLogger(RoomMemory.class);

  private final Rooms.Limits limits;
  private final Supplier<List<Room>> rooms;
  private final Consumer<Room> left;
  private final BooleanSupplier heapIsShort;
  private final Set<Claim> claims = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile ToLongFunction<WorkspaceId> beside = id -> 0;

  /**
   * @param rooms those in memory
   * @param left told of each that went to sleep
   * @param heapIsShort whether the heap is nearly full of what is in use
   */
  RoomMemory(
      Rooms.Limits limits,
      Supplier<List<Room>> rooms,
      Consumer<Room> left,
      BooleanSupplier heapIsShort) {
    this.limits = limits;
    this.rooms = rooms;
    this.left = left;
    this.heapIsShort = heapIsShort;
  }

  /** What a room that is being loaded takes already; nothing more once it is over. */
  final class Claim {
    private final WorkspaceId workspace;
    private volatile long bytes;

    private Claim(WorkspaceId workspace) {
      this.workspace = workspace;
    }

    /**
     * It takes so many bytes by now. Others go to sleep if need be.
     *
     * @throws LogException.Crowded the heap is full and none of them can
     */
    void grow(long now) {
      bytes = now;
      makeRoomFor(workspace);
    }

    /** It is among the rooms now, or never will be. */
    void over() {
      claims.remove(this);
    }
  }

  /** Begins to load a room. */
  Claim claim(WorkspaceId workspace) {
    Claim claim = new Claim(workspace);
    claims.add(claim);
    return claim;
  }

  /** Others hold something for each workspace in memory, which goes with its room. */
  void beside(ToLongFunction<WorkspaceId> bytes) {
    beside = bytes;
  }

  long budget() {
    return limits.budgetBytes();
  }

  Duration inUse() {
    return limits.inUse();
  }

  /** What a room takes, and what others hold for it. */
  long bytes(Room room) {
    return room.estimatedBytes() + beside.applyAsLong(room.id());
  }

  /** What all take, also those that are being loaded. */
  long taken() {
    return rooms.get().stream().mapToLong(this::bytes).sum()
        + claims.stream().mapToLong(claim -> claim.bytes).sum();
  }

  /** The rooms, the longest unused first. */
  List<Room> longestUnused() {
    List<Room> all = new ArrayList<>(rooms.get());
    all.sort(Comparator.comparingLong(Room::idleNanos).reversed());
    return all;
  }

  /** Puts a room to sleep, unless something is under way there. */
  boolean sleep(Room room) {
    if (!room.retire()) {
      return false;
    }
    left.accept(room);
    LOG.debug("workspace {} is out of memory, to be loaded when asked for", room.id());
    return true;
  }

  private void makeRoomFor(WorkspaceId workspace) {
    lock.lock();
    try {
      makeRoom(taken(), limits.budgetBytes(), limits.inUse());
      makeRoom(taken(), limits.mostBytes(), Duration.ZERO);
      if (heapIsShort.getAsBoolean()) {
        long now = taken();
        makeRoom(now, now - limits.mostBytes() / FREED_SHARE, Duration.ZERO);
        if (heapIsShort.getAsBoolean()) {
          LOG.warn("the heap is full: workspace {} is not brought into memory now", workspace);
          throw new LogException.Crowded(workspace);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** The longest unused sleep until no more than that is taken, or the next is in use. */
  private void makeRoom(long taken, long most, Duration inUse) {
    if (taken <= most) {
      return;
    }
    long now = taken;
    for (Room room : longestUnused()) {
      if (now <= most || room.idleNanos() < inUse.toNanos()) {
        return;
      }
      long bytes = bytes(room);
      if (sleep(room)) {
        now -= bytes;
      }
    }
  }
}
