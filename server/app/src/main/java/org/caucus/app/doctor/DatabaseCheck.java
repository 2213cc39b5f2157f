package org.caucus.app.doctor;

import java.nio.file.Path;
import java.util.List;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.Mongo;
import org.caucus.platform.store.MongoSettings;
import org.jspecify.annotations.Nullable;

/** The database: whether it is there, what it is, and whether it does what Caucus leans on. */
final class DatabaseCheck {
  private static final String NAME = "database";

  private DatabaseCheck() {}

  static List<Finding> of(@Nullable String uri, Path data) {
    return uri == null ? embedded(data) : server(uri, data);
  }

  /** The embedded one is its server's alone: it is not opened beside it. */
  private static List<Finding> embedded(Path data) {
    return List.of(
        Mongo.isEmbeddedIn(data)
            ? Finding.ok(NAME, "The embedded database is in " + data + ".")
            : Finding.warn(
                NAME,
                "There is no installation in " + data + " yet.",
                "Start the server once, or correct CAUCUS_DATA."));
  }

  private static List<Finding> server(String uri, Path data) {
    try {
      Mongo.Trial trial = Mongo.trial(new MongoSettings(uri, data));
      return List.of(
          trial.faults().isEmpty()
              ? Finding.ok(
                  NAME, trial.server() + " was tried and does what Caucus needs of a database.")
              : Finding.fail(
                  NAME,
                  trial.server() + " cannot be used: " + String.join("; ", trial.faults()) + ".",
                  "Use one that passed (README, Databases)."));
    } catch (DatabaseException e) {
      return List.of(
          Finding.fail(
              NAME,
              String.valueOf(e.getMessage()),
              "Start the database, or correct CAUCUS_MONGODB_URI."));
    }
  }
}
