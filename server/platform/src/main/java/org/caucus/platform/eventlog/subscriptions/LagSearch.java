package org.caucus.platform.eventlog.subscriptions;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog.Place;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.store.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the followers that have something to read, by ranges: one request for each follower, and
 * one or two more, for all the workspaces that are looked at together. Waits for the database,
 * however long it is away.
 */
final class LagSearch {
  /** Ids of records that are asked for in one request. */
  private static final int PLACES = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(LagSearch.class);

  private final Subscriptions.Parts parts;
  private final List<String> followers;

  LagSearch(Subscriptions.Parts parts, Collection<String> followers) {
    this.parts = parts;
    this.followers = List.copyOf(followers);
  }

  /**
   * Followers that are behind in a workspace.
   *
   * @param begun completed when they read on
   */
  record Behind(WorkspaceId workspace, List<String> followers, Promise<Void> begun) {}

  /** All workspaces, in the order of their ids. */
  List<WorkspaceId> workspaces() {
    return patiently(() -> parts.log().workspaces());
  }

  /** Who is behind in some neighbouring workspaces. */
  List<Behind> look(List<WorkspaceId> some) {
    Map<WorkspaceId, Map<String, Long>> reached = new HashMap<>();
    some.forEach(workspace -> reached.put(workspace, new HashMap<>()));
    for (String follower : followers) {
      Map<WorkspaceId, Long> values = patiently(() -> parts.checkpoints().reached(follower, some));
      reached.forEach((w, all) -> all.put(follower, values.getOrDefault(w, 0L)));
    }
    Set<Place> there = present(asked(reached));
    List<Behind> behind = new ArrayList<>();
    for (WorkspaceId workspace : some) {
      List<String> found = behind(workspace, reached.getOrDefault(workspace, Map.of()), there);
      if (!found.isEmpty()) {
        behind.add(new Behind(workspace, found, Promise.promise()));
      }
    }
    return behind;
  }

  /** What each has read last, and what comes after it. */
  private static List<Place> asked(Map<WorkspaceId, Map<String, Long>> reached) {
    Set<Place> asked = new HashSet<>();
    reached.forEach(
        (workspace, all) -> {
          for (long sequence : all.values()) {
            asked.add(new Place(workspace, sequence));
            asked.add(new Place(workspace, sequence + 1));
          }
        });
    asked.removeIf(place -> place.sequence() == 0);
    return List.copyOf(asked);
  }

  private Set<Place> present(List<Place> asked) {
    Set<Place> there = new HashSet<>();
    for (int from = 0; from < asked.size() && !stopping(); from += PLACES) {
      var some = asked.subList(from, Math.min(asked.size(), from + PLACES));
      there.addAll(patiently(() -> parts.log().present(some)));
    }
    return there;
  }

  /**
   * Those that have something to read, or have lost what they had read: such a one says so when it
   * reads on.
   */
  private List<String> behind(WorkspaceId workspace, Map<String, Long> reached, Set<Place> there) {
    long most = reached.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return followers.stream()
        .filter(
            follower -> {
              long sequence = reached.getOrDefault(follower, 0L);
              return sequence < most
                  || there.contains(new Place(workspace, sequence + 1))
                  || (sequence > 0 && !there.contains(new Place(workspace, sequence)));
            })
        .toList();
  }

  /** What the database answers, however long it takes to. */
  private <T> T patiently(Supplier<Future<T>> call) {
    for (int failures = 1; ; failures++) {
      try {
        return call.get().await();
      } catch (DatabaseException | LogException e) {
        if (stopping()) {
          throw e;
        }
        LOG.warn("followers wait for the database: {}", e.getClass().getSimpleName());
        pause(parts.retry().after(failures));
      }
    }
  }

  private void pause(Duration atMost) {
    try {
      if (parts.stopped().await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("nobody looks any more who is behind");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private boolean stopping() {
    return parts.stopped().getCount() == 0;
  }
}
