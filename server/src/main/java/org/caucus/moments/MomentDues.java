package org.caucus.moments;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;

/** When each action must be looked at, sealed; the database sees when, and not what. */
public final class MomentDues {
  /** How often a note is tried while others write the same. */
  private static final int TRIES = 20;

  private final SealedCollection dues;
  private final Vault vault;

  /** Those in this database. */
  public MomentDues(Mongo mongo, Vault vault) {
    this.dues = new SealedCollection(mongo.documents("moment-dues"), vault, WorkspaceId.SYSTEM);
    this.vault = vault;
  }

  /** An action, by where it is. */
  record Due(WorkspaceId workspace, String action) {
    byte[] write() {
      return new JsonObject()
          .put("workspace", workspace.value())
          .put("action", action)
          .toBuffer()
          .getBytes();
    }

    static Due read(byte[] bytes) {
      JsonObject json = new JsonObject(Buffer.buffer(bytes));
      return new Due(new WorkspaceId(json.getString("workspace")), json.getString("action"));
    }
  }

  private String id(Due due) {
    return vault.blindIndex("moment-due", due.workspace().value() + "/" + due.action());
  }

  /** It must be looked at then, and not before, whatever was noted. */
  Future<Void> note(Due due, Instant at) {
    return note(due, at, TRIES);
  }

  private Future<Void> note(Due due, Instant at, int tries) {
    String id = id(due);
    return dues.insertIfAbsent(id, at.toEpochMilli(), due.write())
        .compose(fresh -> fresh ? Future.succeededFuture(true) : moved(id, due, at))
        .compose(
            done ->
                done
                    ? Future.<Void>succeededFuture()
                    : tries > 1
                        ? note(due, at, tries - 1)
                        : Future.failedFuture(
                            new IllegalStateException("others write this note all the time")));
  }

  private Future<Boolean> moved(String id, Due due, Instant at) {
    return dues.find(id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.succeededFuture(false)
                    : dues.replaceIf(
                        id,
                        found.get().version(),
                        due.write(),
                        OptionalLong.of(at.toEpochMilli())));
  }

  /** It need not be looked at any more. */
  Future<Void> forget(Due due) {
    return dues.delete(id(due)).mapEmpty();
  }

  /** Those that are due, the longest due first. */
  Future<List<Due>> due(Instant now, int limit) {
    return dues.due(now.toEpochMilli(), limit)
        .map(all -> all.stream().map(entry -> Due.read(entry.plain())).toList());
  }
}
