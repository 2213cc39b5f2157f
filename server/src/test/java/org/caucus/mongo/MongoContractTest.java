package org.caucus.mongo;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server, or the one CAUCUS_MONGODB_URI names. */
class MongoContractTest extends MongoContract {
  @TempDir static Path directory;
  private static Mongo opened;

  @BeforeAll
  static void open() {
    opened = Mongo.open(new MongoSettings(System.getenv("CAUCUS_MONGODB_URI"), directory));
  }

  @AfterAll
  static void close() {
    opened.close();
  }

  @Override
  Mongo mongo() {
    return opened;
  }
}
