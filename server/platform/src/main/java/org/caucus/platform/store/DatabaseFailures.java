package org.caucus.platform.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.connection.ClusterDescription;
import com.mongodb.connection.ServerDescription;
import io.vertx.core.Future;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;

/** From the driver's exceptions to ours. */
final class DatabaseFailures {
  private DatabaseFailures() {}

  static <T> Future<T> typed(String collection, Throwable failure) {
    return Future.failedFuture(of(collection, failure));
  }

  /** Whatever it says, the database cannot be used. */
  static <T> Future<T> unusable(String collection, Throwable failure) {
    Exception cause = cause(failure);
    return Future.failedFuture(
        cause instanceof DatabaseException.Away
            ? cause
            : new DatabaseException.Unwritable(
                "'" + collection + "': " + cause.getClass().getSimpleName(), cause));
  }

  private static Exception cause(Throwable failure) {
    return failure instanceof Exception e ? e : new IllegalStateException(failure);
  }

  private static Throwable of(String collection, Throwable failure) {
    return switch (failure) {
      case MongoBulkWriteException bulk -> bulk(collection, bulk);
      case MongoWriteException write
          when ErrorCategory.fromErrorCode(write.getCode()) == ErrorCategory.DUPLICATE_KEY ->
          new DatabaseException.DuplicateKey(collection, 0, write);
      case MongoTimeoutException e -> away(collection, e);
      case MongoSocketException e -> away(collection, e);
      case MongoNotPrimaryException e -> away(collection, e);
      case MongoNodeIsRecoveringException e -> away(collection, e);
      case MongoExecutionTimeoutException e -> away(collection, e);
      case MongoConnectionPoolClearedException e -> away(collection, e); // others' line broke
      case MongoWriteConcernException e -> away(collection, e);
      case MongoServerException e when e.hasErrorLabel("RetryableWriteError") ->
          away(collection, e);
      case MongoClientException e -> refused(collection, e);
      case MongoException e -> refused(collection, e);
      case IllegalStateException e -> away(collection, e); // the client is closed
      default -> failure;
    };
  }

  /**
   * For the person who has to mend it: names members and causes, and nothing of user and password.
   */
  static DatabaseException unreached(ClusterDescription cluster, DatabaseException failure) {
    if (failure.getCause() instanceof MongoSecurityException) {
      return new DatabaseException.Refused(
          "The MongoDB server of CAUCUS_MONGODB_URI does not accept its user and password"
              + " (authSource and authMechanism are options of the address). Nothing was changed.",
          failure);
    }
    String said =
        cluster.getServerDescriptions().stream()
            .map(DatabaseFailures::said)
            .sorted()
            .collect(Collectors.joining("; "));
    return new DatabaseException.Away(
        "The MongoDB server of CAUCUS_MONGODB_URI cannot be reached: "
            + (said.isEmpty() ? "no member of that replica set was found" : said)
            + ". Nothing was changed. See to the address and the server, then start again.",
        failure);
  }

  private static String said(ServerDescription server) {
    Throwable root = server.getException();
    if (root == null) {
      return server.getAddress() + " is no primary of that replica set";
    }
    while (root.getCause() != null && !(root instanceof SSLException)) {
      root = root.getCause();
    }
    String what = root.getClass().getSimpleName() + ": " + root.getMessage();
    return root instanceof SSLException
        ? server.getAddress()
            + " has no certificate that is trusted here (its CA belongs into the JVM's trust store;"
            + " "
            + what
            + ")"
        : server.getAddress() + ": " + what;
  }

  private static DatabaseException bulk(String collection, MongoBulkWriteException bulk) {
    if (bulk.getWriteErrors().isEmpty()) {
      return away(collection, bulk); // only the write concern failed: it may or may not last
    }
    var first = bulk.getWriteErrors().getFirst();
    return first.getCategory() == ErrorCategory.DUPLICATE_KEY
        ? new DatabaseException.DuplicateKey(collection, first.getIndex(), bulk)
        : refused(collection, bulk);
  }

  private static DatabaseException.Away away(String collection, Exception e) {
    return new DatabaseException.Away("'" + collection + "': " + e.getClass().getSimpleName(), e);
  }

  private static DatabaseException refused(String collection, MongoException e) {
    return new DatabaseException.Refused(
        "'" + collection + "': " + e.getClass().getSimpleName() + ", code " + e.getCode(), e);
  }
}
