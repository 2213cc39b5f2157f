package org.caucus.platform.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the database. One per process; it owns the data directory until it is closed.
 */
public final class Mongo implements AutoCloseable {
  /**
   * How long a call waits for a reachable server before it fails as {@link DatabaseException.Away},
   * in milliseconds.
   */
  public static final int SERVER_SELECTION_TIMEOUT_MS = 5_000;

  /** How long a connection attempt may take, in milliseconds. */
  private static final int CONNECT_TIMEOUT_MS = 5_000;

  /** How long a single answer may take, in milliseconds. */
  private static final int READ_TIMEOUT_MS = 30_000;

  /** Connections at most. */
  private static final int POOL_SIZE = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Mongo.class);
  private static final String DATABASE = "caucus";

  /** The collection of the mark that says whether writing works, and of the trial passed last. */
  static final String MARKS = "marks";

  private final DirectoryLock lock;
  private final @Nullable EmbeddedMongo embedded;
  private final MongoClient client;
  private final MongoDatabase database;
  private final BlockingCalls calls = new BlockingCalls(POOL_SIZE, DatabaseTimeouts.all());

  private Mongo(
      DirectoryLock lock,
      @Nullable EmbeddedMongo embedded,
      MongoClientSettings settings,
      String name) {
    this.lock = lock;
    this.embedded = embedded;
    this.client = MongoClients.create(settings);
    this.database = client.getDatabase(name);
  }

  /**
   * Takes the data directory and connects. With an address this returns before the server was
   * reached; {@link #ping} tells.
   *
   * @throws DatabaseException.DataDirectoryInUse another process has the directory
   * @throws DatabaseException.StoreUnreadable the embedded file is damaged or not ours to read
   * @throws DatabaseException.Refused the address is not a MongoDB connection string
   */
  public static Mongo open(MongoSettings settings) {
    return open(settings, DirectoryLock.take(settings.dataDirectory()));
  }

  /**
   * The same, but only where a Caucus has been: it makes neither a directory nor a store. Beside a
   * real server the directory is locked only if a Caucus has locked it before; who never did does
   * not run there.
   *
   * @throws DatabaseException.NothingThere nothing was ever stored there
   */
  public static Mongo openExisting(MongoSettings settings) {
    Path directory = settings.dataDirectory();
    if (!Files.isDirectory(directory)) {
      throw new DatabaseException.NothingThere("in " + directory, "there is no such directory");
    }
    if (settings.uri() == null && !isEmbeddedIn(directory)) {
      throw new DatabaseException.NothingThere(
          "in " + directory, "the directory has no " + EmbeddedMongo.STORE_FILE);
    }
    boolean locks = settings.uri() == null || DirectoryLock.isIn(directory);
    return open(settings, locks ? DirectoryLock.take(directory) : DirectoryLock.NONE);
  }

  /** Whether there is an embedded database in this directory. */
  public static boolean isEmbeddedIn(Path directory) {
    return Files.exists(directory.resolve(EmbeddedMongo.STORE_FILE));
  }

  /**
   * Tries a server beside a Caucus that may be running on it: no directory is taken, and what is
   * tried is removed again.
   *
   * @param settings with the server's address
   * @throws DatabaseException it cannot be reached
   */
  public static Trial trial(MongoSettings settings) {
    try (Mongo visitor = open(settings, DirectoryLock.NONE)) {
      visitor.reach();
      return ServerCapabilityCheck.trial(visitor);
    }
  }

  /**
   * Connects to a server without taking the data directory, for a command that has it already.
   *
   * @param settings with the server's address
   */
  public static Mongo openBeside(MongoSettings settings) {
    return open(settings, DirectoryLock.NONE);
  }

  /**
   * What a server was found to be.
   *
   * @param server kind and version, such as {@code MongoDB 8.0.4}
   * @param faults what it does not do, each a clause; none where Caucus can work on it
   */
  public record Trial(String server, List<String> faults) {}

  private static Mongo open(MongoSettings settings, DirectoryLock lock) {
    try {
      var uri = settings.uri();
      if (uri != null) {
        var address = new ConnectionString(uri);
        var name = address.getDatabase();
        warnOfClearText(address);
        return new Mongo(lock, null, serverSettings(address), name == null ? DATABASE : name);
      }
      var embedded = EmbeddedMongo.open(settings.dataDirectory());
      return new Mongo(lock, embedded, embeddedSettings(embedded), DATABASE);
    } catch (IllegalArgumentException e) {
      lock.close();
      // without its cause: what that says may be a part of the password
      throw new DatabaseException.Refused(
          "The MongoDB address is not of the form"
              + " mongodb://[user:password@]host[:port]/name[?options]. In user and password, % : /"
              + " ? # [ ] @ are written as %25 %3A %2F %3F %23 %5B %5D %40.",
          null);
    } catch (DatabaseException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Words are sealed before they get there; ids, times and sizes are not, and the answers count.
   */
  private static void warnOfClearText(ConnectionString address) {
    if (isInClear(address)) {
      LOG.warn(
          "the database is on another machine and is spoken to in clear: who is on the line sees"
              + " who works when, and may change it. Add tls=true to CAUCUS_MONGODB_URI");
    }
  }

  private static boolean isInClear(ConnectionString address) {
    boolean away =
        address.isSrvProtocol() || !address.getHosts().stream().allMatch(Mongo::isThisMachine);
    return away && !Boolean.TRUE.equals(address.getSslEnabled());
  }

  /**
   * Whether a server at this address is on another machine and spoken to in clear; false of what is
   * no address.
   */
  public static boolean isInClear(String uri) {
    try {
      return isInClear(new ConnectionString(uri));
    } catch (IllegalArgumentException e) {
      return false; // it is named as that when it is opened
    }
  }

  private static boolean isThisMachine(String host) {
    return host.matches("(localhost|127\\.[0-9.]{1,20}|\\[::1\\])(:[0-9]{1,5})?")
        || host.endsWith(".sock");
  }

  private static MongoClientSettings serverSettings(ConnectionString address) {
    return bounded()
        .applyConnectionString(address)
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .readConcern(ReadConcern.MAJORITY)
        .build(); // the driver repeats writes unless the address says retryWrites=false
  }

  private static MongoClientSettings embeddedSettings(EmbeddedMongo embedded) {
    var hosts = List.of(new ServerAddress(embedded.address()));
    return bounded().applyToClusterSettings(c -> c.hosts(hosts)).retryWrites(false).build();
  }

  private static MongoClientSettings.Builder bounded() {
    return MongoClientSettings.builder()
        .applyToClusterSettings(
            c -> c.serverSelectionTimeout(SERVER_SELECTION_TIMEOUT_MS, TimeUnit.MILLISECONDS))
        .applyToConnectionPoolSettings(
            p ->
                p.maxSize(POOL_SIZE)
                    .maxWaitTime(SERVER_SELECTION_TIMEOUT_MS, TimeUnit.MILLISECONDS))
        .applyToSocketSettings(
            s ->
                s.connectTimeout(CONNECT_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .readTimeout(READ_TIMEOUT_MS, TimeUnit.MILLISECONDS));
  }

  /** One collection; it comes into being with its first document. */
  public Documents documents(String name) {
    return new Documents(database.getCollection(name, BsonDocument.class), calls, embedded);
  }

  /** The names of all collections that have, or had, a document. */
  public Future<List<String>> collections() {
    var names =
        calls.<List<String>>call(() -> database.listCollectionNames().into(new ArrayList<>()));
    return BlockingCalls.onCaller(names.recover(e -> DatabaseFailures.typed("admin", e)));
  }

  /** Succeeds when the database answers. */
  public Future<Void> ping() {
    var ping = new BsonDocument("ping", new BsonInt32(1));
    var answer = calls.call(() -> database.runCommand(ping));
    return BlockingCalls.onCaller(
        answer.<Void>mapEmpty().recover(e -> DatabaseFailures.typed("admin", e)));
  }

  /** Succeeds when the database has durably kept a mark, which each call writes anew. */
  public Future<Void> keepsMarks() {
    var now = new BsonInt64(System.currentTimeMillis());
    return documents(MARKS)
        .replace(new BsonDocument("_id", new BsonString(MARKS)).append("t", now));
  }

  /**
   * Waits until the database answers.
   *
   * @throws DatabaseException if it does not, with what its members said to the attempt
   */
  public void reach() {
    try {
      ping().await();
    } catch (DatabaseException e) {
      throw DatabaseFailures.unreached(client.getClusterDescription(), e);
    }
  }

  /**
   * Tries whether a server does what Caucus leans on, once for each version of it. The embedded
   * server is ours and is not tried at a start: its tests do.
   *
   * @throws DatabaseException.Unfit it does not
   */
  public void tryOut() {
    if (embedded == null) {
      ServerCapabilityCheck.pass(this);
    }
  }

  /** What it answers to a command. */
  Future<BsonDocument> run(BsonDocument command) {
    var answer = calls.call(() -> database.runCommand(command, BsonDocument.class));
    return BlockingCalls.onCaller(
        answer.recover(e -> DatabaseFailures.typed(command.getFirstKey(), e)));
  }

  /** Removes a collection, or nothing if there is none. */
  Future<Void> drop(String name) {
    var dropped =
        calls.<Void>call(
            () -> {
              database.getCollection(name).drop();
              return null;
            });
    return BlockingCalls.onCaller(dropped.recover(e -> DatabaseFailures.typed(name, e)));
  }

  /**
   * Holds the embedded database as it is at this moment, for a copy, while it goes on.
   *
   * @throws DatabaseException.Refused the database is a server's, or is held already
   */
  public HeldStore hold() {
    if (embedded == null) {
      throw new DatabaseException.Refused(
          "The database is a server's (CAUCUS_MONGODB_URI), and is backed up with that server's own"
              + " tools: server/docs/BACKUP.md has the commands. Nothing was done.",
          null);
    }
    return embedded.hold();
  }

  /** True for the server inside this process. */
  public boolean embedded() {
    return embedded != null;
  }

  /**
   * Has the embedded server's file written anew when it is closed, so that nothing that was deleted
   * or overwritten is left in its freed pages. If that is cut short, the next start does it. With a
   * real server this does nothing: its files are its own.
   */
  public void rewriteWhenClosed() {
    if (embedded != null) {
      embedded.rewriteWhenClosed();
    }
  }

  /**
   * Syncs of the embedded file so far; 0 with a real server. For measuring how well commits are
   * shared.
   */
  public long syncs() {
    return embedded == null ? 0 : embedded.syncs();
  }

  /** Calls of the database so far. For measuring what a start costs. */
  public long calls() {
    return calls.made();
  }

  /** Closes the connections, then the embedded server, then lets the directory go. */
  @Override
  public void close() {
    client.close();
    if (embedded != null) {
      embedded.close();
    }
    lock.close();
  }
}
