package org.caucus.log.followers;

import io.vertx.core.Future;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.caucus.log.WorkspaceId;
import org.caucus.mongo.Documents;
import org.caucus.mongo.Mongo;

/**
 * How far each follower is in each workspace: {@code _id} is follower, slash, workspace; {@code s}
 * the last sequence done.
 */
public final class Checkpoints {
  private static final String SEQUENCE = "s";

  private final Documents checkpoints;

  /** The checkpoints in this database. */
  public Checkpoints(Mongo mongo) {
    this.checkpoints = mongo.documents("checkpoints");
  }

  /** The last sequence that was handled; 0 at the beginning. */
  Future<Long> load(String follower, WorkspaceId workspace) {
    return checkpoints
        .findById(id(follower, workspace))
        .map(found -> found.map(d -> d.getInt64(SEQUENCE).getValue()).orElse(0L));
  }

  /** Says that everything up to this sequence was handled. */
  public Future<Void> save(String follower, WorkspaceId workspace, long sequence) {
    return checkpoints.replace(
        new BsonDocument("_id", new BsonString(id(follower, workspace)))
            .append(SEQUENCE, new BsonInt64(sequence)));
  }

  private static String id(String follower, WorkspaceId workspace) {
    return follower + "/" + workspace.value();
  }
}
