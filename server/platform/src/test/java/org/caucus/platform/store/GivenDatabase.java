package org.caucus.platform.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A database of its own for each test class, or each run of a bench, on the server that {@code
 * CAUCUS_MONGODB_URI} names; dropped when it is closed. What is there under other names is left
 * alone.
 */
public final class GivenDatabase implements AutoCloseable {
  private static final String SETTING = "CAUCUS_MONGODB_URI";

  /** Of the name of a database, in characters, with the random part behind it: 63 at most. */
  private static final int MOST_NAME_CHARS = 50;

  private final String uri;

  private GivenDatabase(String uri) {
    this.uri = uri;
  }

  /** One for this class; null where no server is given. */
  public static @Nullable GivenDatabase of(Class<?> test) {
    String given = System.getenv(SETTING);
    return given == null || given.isEmpty() ? null : on(given, test.getSimpleName());
  }

  /** One on this server whose name begins with these words. */
  public static GivenDatabase on(String given, String name) {
    String words = ("caucus-" + name).toLowerCase(Locale.ROOT);
    String own =
        words.substring(0, Math.min(words.length(), MOST_NAME_CHARS))
            + "-"
            + Integer.toHexString(ThreadLocalRandom.current().nextInt());
    return new GivenDatabase(in(given, own));
  }

  /** The same address with another database; who it is stays a user of the one it named. */
  static String in(String given, String database) {
    ConnectionString address = new ConnectionString(given);
    int hosts = given.indexOf("://") + "://".length();
    int options = given.indexOf('?') < 0 ? given.length() : given.indexOf('?');
    int path = given.indexOf('/', hosts);
    String head = given.substring(0, path < 0 || path > options ? options : path);
    String all = given.substring(options);
    String user = address.getUsername();
    if (user == null || all.toLowerCase(Locale.ROOT).contains("authsource=")) {
      return head + "/" + database + all;
    }
    String named = address.getDatabase() == null ? "admin" : address.getDatabase();
    String more = (all.isEmpty() ? "?" : all + "&") + "authSource=" + named;
    return head + "/" + database + more;
  }

  /** Its address; the embedded one, null, where there is none. */
  static @Nullable String uriOf(@Nullable GivenDatabase database) {
    return database == null ? null : database.uri;
  }

  /** What {@code CAUCUS_MONGODB_URI} is to be. */
  public String uri() {
    return uri;
  }

  @Override
  public void close() {
    ConnectionString address = new ConnectionString(uri);
    try (var client = MongoClients.create(address)) {
      client.getDatabase(address.getDatabase()).drop();
    }
  }

  /**
   * For benches, whose steps share one: {@code own NAME} prints its address, {@code drop} ends it.
   */
  public static void main(String[] args) {
    String given = System.getenv(SETTING);
    switch (args[0]) {
      case "own" -> System.out.println(on(given, args[1]).uri());
      case "drop" -> new GivenDatabase(given).close();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }
}
