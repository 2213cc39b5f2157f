package org.caucus.platform.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The embedded server, or the one CAUCUS_MONGODB_URI names. */
class MongoContractTest extends MongoContract {
  @TempDir static Path directory;
  private static @Nullable GivenDatabase given;
  private static Mongo opened;

  @BeforeAll
  static void open() {
    given = GivenDatabase.of(MongoContractTest.class);
    opened = Mongo.open(new MongoSettings(GivenDatabase.uriOf(given), directory));
  }

  @AfterAll
  static void close() {
    opened.close();
    if (given != null) {
      given.close();
    }
  }

  @Override
  Mongo mongo() {
    return opened;
  }
}
