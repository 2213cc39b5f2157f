package org.caucus.publication;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.log.SealedCollection;
import org.caucus.log.Vault;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Mongo;
import org.caucus.updates.drafts.Draft;
import org.caucus.workspace.Workspace;

/** Which drafts are due when, sealed; called by the random ids of the drafts. */
public final class Hours {
  private final SealedCollection hours;

  /** Those in this database. */
  public Hours(Mongo mongo, Vault vault) {
    this.hours = new SealedCollection(mongo.documents("publications"), vault, WorkspaceId.SYSTEM);
  }

  /** A draft, by where it is. */
  record Due(WorkspaceId workspace, String draft) {
    byte[] write() {
      return new JsonObject()
          .put("workspace", workspace.value())
          .put("draft", draft)
          .toBuffer()
          .getBytes();
    }

    static Due read(byte[] plain) {
      JsonObject json = new JsonObject(Buffer.buffer(plain));
      return new Due(new WorkspaceId(json.getString("workspace")), json.getString("draft"));
    }
  }

  /** Notes what the state says of it: its hour while it waits for it, else nothing. */
  Future<Boolean> note(Workspace state, Due due) {
    Optional<Instant> hour = hour(state, due);
    return hour.isPresent()
        ? hours.insertIfAbsent(due.draft(), hour.get().toEpochMilli(), due.write())
        : hours.delete(due.draft());
  }

  /** The hour that a draft waits for; it never changes. */
  static Optional<Instant> hour(Workspace state, Due due) {
    return state
        .updates()
        .drafts()
        .find(due.draft())
        .filter(d -> d.state() == Draft.State.SCHEDULED)
        .map(Draft::publishAt);
  }

  Future<Boolean> forget(Due due) {
    return hours.delete(due.draft());
  }

  Future<List<Due>> due(Instant now, int limit) {
    return hours
        .due(now.toEpochMilli(), limit)
        .map(all -> all.stream().map(entry -> Due.read(entry.plain())).toList());
  }
}
