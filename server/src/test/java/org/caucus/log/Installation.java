package org.caucus.log;

import java.nio.file.Path;
import org.caucus.log.keys.MasterKey;
import org.caucus.mongo.Mongo;
import org.caucus.mongo.MongoSettings;

/** A database with its vault and log, as a process has them. */
public record Installation(Path directory, Mongo mongo, Vault vault, EventLog log)
    implements AutoCloseable {

  /** The one in this directory, made if need be. */
  public static Installation open(Path directory) {
    var mongo = Mongo.open(MongoSettings.embedded(directory));
    try {
      var vault = Vault.open(mongo, directory.resolve(MasterKey.FILE));
      return new Installation(directory, mongo, vault, new EventLog(mongo, vault));
    } catch (RuntimeException e) {
      mongo.close();
      throw e;
    }
  }

  /** A workspace with an empty log. */
  public WorkspaceId workspace() {
    var workspace = WorkspaceId.random();
    vault.create(workspace).await();
    return workspace;
  }

  @Override
  public void close() {
    mongo.close();
  }
}
