package org.caucus.platform.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param uri a MongoDB connection string, or null for the embedded server
 * @param dataDirectory the directory this process owns; made (mode 0700) when missing
 */
public record MongoSettings(@Nullable String uri, Path dataDirectory) {

  /** The embedded server, its file in {@code dataDirectory}. */
  public static MongoSettings embedded(Path dataDirectory) {
    return new MongoSettings(null, dataDirectory);
  }

  /** The file of an embedded database in this directory. */
  public static Path embeddedFile(Path directory) {
    return directory.resolve(EmbeddedMongo.STORE_FILE);
  }

  /**
   * A MongoDB server, sharded cluster or replica set at {@code uri}; the directory is locked all
   * the same.
   */
  public static MongoSettings server(String uri, Path dataDirectory) {
    return new MongoSettings(uri, dataDirectory);
  }

  /**
   * The address without user, password or options may still name hosts, so it is not printed at
   * all.
   */
  @Override
  public String toString() {
    return "MongoSettings[" + (uri == null ? "embedded" : "server") + ", " + dataDirectory + "]";
  }
}
