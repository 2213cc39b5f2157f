package org.caucus.platform.eventlog.subscriptions;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.subscriptions.LagSearch.Behind;
import org.caucus.platform.store.BackgroundWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the followers that are behind, in all workspaces, and has them read on: a few workspaces at
 * a time, in the background. Who has read to the end costs no call of its own: checkpoints are read
 * by ranges, and of the records only which ids there are.
 */
final class CatchUp {
  /** Workspaces that are looked at together: one request for each follower, and one or two more. */
  static final int LOOK_AT = 200;

  /** Workspaces in which followers catch up at the same time. */
  static final int AT_ONCE = 4;

  /** How long the next workspace waits for one that is at it; that one goes on beside it then. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration LOOK = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  private final Subscriptions.Parts parts;
  private final LagSearch search;
  private final BiFunction<String, WorkspaceId, SubscriptionWorker> lanes;
  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** What was found and has not begun. */
  private final Set<Behind> waiting = ConcurrentHashMap.newKeySet();

  private final Set<Promise<Void>> looking = ConcurrentHashMap.newKeySet();

  CatchUp(
      Subscriptions.Parts parts,
      Collection<String> followers,
      BiFunction<String, WorkspaceId, SubscriptionWorker> lanes) {
    this.parts = parts;
    this.search = new LagSearch(parts, followers);
    this.lanes = lanes;
  }

  /** Looks through all workspaces; succeeds when it knows who is behind. Returns at once. */
  Future<Void> begin() {
    Promise<Void> looked = Promise.promise();
    looking.add(looked);
    Thread.ofVirtual()
        .name("followers-catch-up")
        .start(() -> BackgroundWork.run(() -> lookAndReadOn(looked)));
    return looked.future();
  }

  /** Succeeds when all that was found behind in this workspace has begun to read on. */
  Future<Void> begun(WorkspaceId workspace) {
    return all(looking.stream().map(Promise::future).toList())
        .compose(
            none ->
                all(
                    waiting.stream()
                        .filter(b -> b.workspace().equals(workspace))
                        .map(b -> b.begun().future())
                        .toList()));
  }

  private static Future<Void> all(List<Future<Void>> some) {
    return some.isEmpty() ? Future.succeededFuture() : Future.join(some).mapEmpty();
  }

  /** By follower, in how many workspaces it is behind and has not begun. */
  Map<String, Long> found() {
    Map<String, Long> found = new HashMap<>();
    waiting.forEach(behind -> behind.followers().forEach(f -> found.merge(f, 1L, Long::sum)));
    return found;
  }

  private void lookAndReadOn(Promise<Void> looked) {
    List<Behind> behind = new ArrayList<>();
    try {
      List<WorkspaceId> all = search.workspaces();
      for (int from = 0; from < all.size() && !stopping(); from += LOOK_AT) {
        behind.addAll(search.look(all.subList(from, Math.min(all.size(), from + LOOK_AT))));
      }
      waiting.addAll(behind);
      if (!behind.isEmpty()) {
        LOG.info("followers have something to read in {} of {}", behind.size(), all.size());
      }
      looking.remove(looked);
      looked.complete();
      behind.forEach(this::readOn);
    } catch (Exception | Error e) { // nobody would read on any more
      LOG.error("it was not found who is behind: {}", e.getClass().getName());
    } finally {
      looking.remove(looked);
      looked.tryComplete();
      behind.forEach(this::begins);
    }
  }

  /** Waits its turn and begins; the turn is over when all have read, or take too long. */
  private void readOn(Behind behind) {
    if (!await(turns)) {
      return;
    }
    List<SubscriptionWorker> begun =
        behind.followers().stream().map(f -> lanes.apply(f, behind.workspace())).toList();
    begun.forEach(SubscriptionWorker::readOn);
    begins(behind);
    all(begun.stream().map(SubscriptionWorker::whenIdle).toList())
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .onComplete(ended -> turns.release());
  }

  private void begins(Behind behind) {
    waiting.remove(behind);
    behind.begun().tryComplete();
  }

  /** False when stopping. */
  private boolean await(Semaphore semaphore) {
    try {
      while (!stopping()) {
        if (semaphore.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("nobody interrupts this thread; if somebody does, it ends");
    }
    return false;
  }

  private boolean stopping() {
    return parts.stopped().getCount() == 0;
  }
}
