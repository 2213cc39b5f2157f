package org.caucus.workspace;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.caucus.kernel.Loading;
import org.caucus.kernel.Overloaded;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workspaces that could not be loaded when they were last asked for, by a fault of their own: the
 * operator is told, mail for them waits, and they are tried again, more and more rarely.
 */
final class UnloadableWorkspaces {
  /** Failures in a row after which a pause is made before the next try. */
  private static final int TRIES_AT_ONCE = 3;

  /** The first pause, in milliseconds; each next one is twice as long. */
  private static final long FIRST_PAUSE_MILLIS = 1_000;

  private static final long LONGEST_PAUSE_MILLIS = 60_000;
  private static final int MOST_DOUBLINGS = 10;
  private static final Logger LOG = LoggerFactory.getLogger(UnloadableWorkspaces.class);

  private final ConcurrentMap<WorkspaceId, Failed> all = new ConcurrentHashMap<>();

  /** How often in a row, with what, and since when. */
  private record Failed(int times, Throwable answer, long nanos) {
    boolean rests() {
      if (times < TRIES_AT_ONCE) {
        return false;
      }
      long pause = FIRST_PAUSE_MILLIS << Math.min(times - TRIES_AT_ONCE, MOST_DOUBLINGS);
      long most = Duration.ofMillis(Math.min(pause, LONGEST_PAUSE_MILLIS)).toNanos();
      return System.nanoTime() - nanos < most;
    }
  }

  /** It was loaded, or is not to be served any more. */
  void forget(WorkspaceId workspace) {
    Failed before = all.remove(workspace);
    if (before != null) {
      LOG.info("workspace {} is not kept from being loaded any more", workspace);
    }
  }

  /** It could not be loaded; what those are answered who asked for it. */
  Throwable failed(WorkspaceId workspace, Throwable e) {
    if (!isItsOwn(e)) {
      return e;
    }
    Throwable answer = e instanceof LogException ? e : new LogException.NotLoaded(workspace, e);
    Failed now =
        all.compute(
            workspace,
            (id, before) ->
                new Failed(before == null ? 1 : before.times() + 1, answer, System.nanoTime()));
    if (now.times() == 1) {
      LOG.error("{}. Mail for it waits, and it is tried again", sentence(workspace, e), e);
    }
    return answer;
  }

  /**
   * Not that it is not there, that the database is away, that the memory is full of others, or that
   * somebody else wrote it.
   */
  private static boolean isItsOwn(Throwable e) {
    return !(e instanceof LogException.UnknownWorkspace
        || e instanceof LogException.Newer
        || e instanceof LogException.Behind
        || e instanceof DatabaseException.Away
        || e instanceof LogException.Crowded
        || e instanceof Overloaded
        || e instanceof Loading
        || e instanceof Refusal);
  }

  /** Whether it could not be loaded the last time. */
  boolean has(WorkspaceId workspace) {
    return all.containsKey(workspace);
  }

  /** What is answered at once, without a try, because it failed just now. */
  Optional<Throwable> resting(WorkspaceId workspace) {
    return Optional.ofNullable(all.get(workspace)).filter(Failed::rests).map(Failed::answer);
  }

  /** A sentence of each, by its id; nothing of what it holds. */
  Collection<String> sentences() {
    var sentences = new TreeMap<String, String>();
    all.forEach((id, failed) -> sentences.put(id.value(), sentence(id, failed.answer())));
    return sentences.values();
  }

  private static String sentence(WorkspaceId workspace, Throwable e) {
    return e instanceof LogException
        ? "Workspace " + workspace + " cannot be loaded: " + e.getMessage()
        : "Workspace " + workspace + " cannot be loaded: " + e.getClass().getSimpleName();
  }
}
