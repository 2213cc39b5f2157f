package org.caucus.log;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import org.caucus.log.bus.Doorbell;
import org.caucus.log.bus.SealedBus;
import org.caucus.log.bus.Secret;
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

  /** A doorbell on the bus of this Vert.x, as each node has one. */
  public Doorbell bell(Vertx vertx) {
    return new Doorbell(new SealedBus(vertx, new Secret(vault, "")));
  }

  @Override
  public void close() {
    mongo.close();
  }
}
