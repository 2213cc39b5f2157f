package org.caucus.platform.eventlog.subscriptions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.jspecify.annotations.Nullable;

/**
 * The newest records that this process has appended and knows to be durable. All followers of a log
 * are called at the same moment, for what was just in memory: they take it from here, and read the
 * database for what is older or another node's.
 */
final class RecentRecords {
  /** Most bytes of all workspaces together; the longest unused workspace goes first. */
  static final long MAX_BYTES = 4 * 1024 * 1024;

  /** Most records of one workspace: who is further behind reads the log. */
  static final int MAX_RECORDS = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<WorkspaceId, Deque<LogRecord>> logs =
      new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** These were appended, and follow each other. */
  void add(WorkspaceId workspace, List<LogRecord> records) {
    locked(
        () -> {
          records.forEach(record -> add(workspace, record));
          while (bytes > MAX_BYTES) {
            drop(logs.firstEntry().getKey());
          }
          return bytes;
        });
  }

  private void add(WorkspaceId workspace, LogRecord record) {
    LogRecord last = last(workspace);
    if (last != null && last.sequence() + 1 != record.sequence()) {
      drop(workspace); // another node was between
    }
    var log = logs.computeIfAbsent(workspace, w -> new ArrayDeque<>());
    log.addLast(record);
    bytes += record.plain().length;
    if (log.size() > MAX_RECORDS) {
      bytes -= log.removeFirst().plain().length;
    }
  }

  private @Nullable LogRecord last(WorkspaceId workspace) {
    var log = logs.get(workspace);
    return log == null ? null : log.peekLast();
  }

  /** Nothing of this workspace is to be had from memory any more. */
  void forget(WorkspaceId workspace) {
    locked(
        () -> {
          drop(workspace);
          return bytes;
        });
  }

  private void drop(WorkspaceId workspace) {
    var log = logs.remove(workspace);
    if (log != null) {
      log.forEach(record -> bytes -= record.plain().length);
    }
  }

  /**
   * Records that follow the one at {@code after}, at most {@code limit}; none if that one is not
   * known here, has another hash, or is the last.
   */
  List<LogRecord> after(WorkspaceId workspace, long after, RecordHash hash, int limit) {
    return locked(
        () ->
            at(workspace, after).filter(known -> known.hash().equals(hash)).isEmpty()
                ? List.of()
                : logs.getOrDefault(workspace, new ArrayDeque<>()).stream()
                    .dropWhile(record -> record.sequence() <= after)
                    .limit(limit)
                    .toList());
  }

  /** The record at this place, if it is one of the newest. */
  Optional<LogRecord> at(WorkspaceId workspace, long sequence) {
    return locked(
        () ->
            Optional.ofNullable(logs.get(workspace)).stream()
                .flatMap(Deque::stream)
                .filter(record -> record.sequence() == sequence)
                .findFirst());
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
