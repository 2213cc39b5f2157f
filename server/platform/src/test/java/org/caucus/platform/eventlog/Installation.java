package org.caucus.platform.eventlog;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.eventlog.cluster.bus.AppendNotifier;
import org.caucus.platform.eventlog.cluster.bus.ClusterSecret;
import org.caucus.platform.eventlog.cluster.bus.EncryptedEventBus;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;

/** A database with its vault and log, as a process has them. */
public record Installation(Path directory, Mongo mongo, Vault vault, EventLog log)
    implements AutoCloseable {

  /** The one in this directory, made if need be. */
  public static Installation open(Path directory) {
    return open(MongoSettings.embedded(directory));
  }

  /** The one there; a server is tried first. */
  public static Installation open(MongoSettings settings) {
    var directory = settings.dataDirectory();
    var mongo = Mongo.open(settings);
    try {
      mongo.tryOut();
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

  /** Appends the records, knowing nothing but where. */
  public void append(WorkspaceId workspace, long first, List<byte[]> records) {
    log.append(workspace, first, tip(workspace, first - 1), records).await();
  }

  /** The hash of the record there. */
  public RecordHash tip(WorkspaceId workspace, long sequence) {
    return sequence == 0
        ? RecordHash.NONE
        : log.read(workspace, sequence - 1, 1).await().getFirst().hash();
  }

  /** A doorbell on the bus of this Vert.x, as each node has one. */
  public AppendNotifier bell(Vertx vertx) {
    return new AppendNotifier(new EncryptedEventBus(vertx, new ClusterSecret(vault, "")));
  }

  /** The doorbell of the only node. */
  public AppendNotifier ownBell(Vertx vertx) {
    return new AppendNotifier(EncryptedEventBus.alone(vertx, new ClusterSecret(vault, "")));
  }

  @Override
  public void close() {
    mongo.close();
  }
}
