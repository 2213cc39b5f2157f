package org.caucus.platform.eventlog.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.EventLog;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.store.Mongo;

/**
 * The newest known tip of each log, in a document of its own, sealed with the workspace's key: a
 * log that ends before it was cut off. Written with the checkpoints, so it is a moment behind, and
 * at most as many records as a follower reads between two of them.
 */
public final class LogTips implements Subscription {
  /** Its name among the followers. */
  public static final String NAME = "tips";

  private final Mongo mongo;
  private final Vault vault;
  private final ConcurrentMap<WorkspaceId, LogTip> newest = new ConcurrentHashMap<>();

  /** The tips in this database. */
  public LogTips(Mongo mongo, Vault vault) {
    this.mongo = mongo;
    this.vault = vault;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void handle(WorkspaceId workspace, LogRecord record) {
    var tip = new LogTip(record.sequence(), record.hash());
    // one that is handled again, late, must not hide a newer one
    newest.merge(workspace, tip, (a, b) -> a.sequence() > b.sequence() ? a : b);
  }

  @Override
  public Future<Void> settle(WorkspaceId workspace) {
    LogTip tip = newest.get(workspace);
    return tip == null ? Future.succeededFuture() : keep(workspace, tip);
  }

  /** The tip as kept. */
  public Future<Optional<LogTip>> find(WorkspaceId workspace) {
    return entries(workspace).find(workspace.value()).map(found -> found.map(LogTips::tip));
  }

  /**
   * Keeps it if it is newer than what is there. Fails with {@link LogException.Broken} if another
   * record was at its place once.
   */
  public Future<Void> keep(WorkspaceId workspace, LogTip tip) {
    var entries = entries(workspace);
    return entries
        .find(workspace.value())
        .compose(
            found ->
                found.isEmpty()
                    ? first(entries, workspace, tip)
                    : newer(entries, workspace, found.get(), tip));
  }

  /**
   * Succeeds if the log goes on at least to where it was once known to end. Fails with {@link
   * LogException.Broken} if it was cut off before, or is another there. A tip that cannot be read
   * is noted in the quarantine and says nothing, as if somebody had removed it.
   */
  public Future<Void> check(EventLog log, WorkspaceId workspace) {
    return find(workspace)
        .recover(
            e ->
                e instanceof LogException.Unreadable
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(e))
        .compose(
            tip ->
                tip.map(kept -> log.holds(workspace, kept.sequence(), kept.hash()))
                    .orElse(Future.succeededFuture()));
  }

  /** Forgets where the log ended, for a log that is to end earlier; no complaint if nobody knew. */
  public Future<Void> forget(WorkspaceId workspace) {
    newest.remove(workspace);
    return entries(workspace).remove(workspace.value());
  }

  private Future<Void> first(SealedCollection entries, WorkspaceId workspace, LogTip tip) {
    return entries
        .insertIfAbsent(workspace.value(), bytes(tip))
        // another node was first: look again
        .compose(in -> in ? Future.succeededFuture() : keep(workspace, tip));
  }

  private Future<Void> newer(
      SealedCollection entries, WorkspaceId workspace, SealedCollection.Entry found, LogTip tip) {
    LogTip known = tip(found);
    if (known.sequence() == tip.sequence() && !known.equals(tip)) {
      return Future.failedFuture(LogException.Broken.otherThanKept(workspace, tip.sequence()));
    }
    if (known.sequence() >= tip.sequence()) {
      return Future.succeededFuture();
    }
    return entries
        .replaceIf(found.id(), found.version(), bytes(tip), OptionalLong.empty())
        .compose(done -> done ? Future.succeededFuture() : keep(workspace, tip));
  }

  private SealedCollection entries(WorkspaceId workspace) {
    return new SealedCollection(mongo.documents("tips"), vault, workspace);
  }

  private static byte[] bytes(LogTip tip) {
    return tip.toString().getBytes(US_ASCII);
  }

  private static LogTip tip(SealedCollection.Entry entry) {
    return LogTip.parse(new String(entry.plain(), US_ASCII))
        .orElseThrow(
            () -> new IllegalStateException("the tip kept for " + entry.id() + " is not one"));
  }
}
