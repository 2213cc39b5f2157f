package org.caucus.e2e.worlds;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.caucus.platform.eventlog.Installation;

/** Generates as many worlds as one likes; see {@code infra/bench/worlds}. */
public final class WorldsRun {
  private static final int TOLD_EVERY = 5_000;
  private static final int DEFAULT_WORLDS = 100_000;

  private WorldsRun() {}

  /** {@code [WORLDS] [FIRST_SEED]}; the last line has all of them. Ends with 1 if any differed. */
  public static void main(String... args) throws IOException {
    long wanted = args.length > 0 ? Long.parseLong(args[0]) : DEFAULT_WORLDS;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    Path directory = Files.createTempDirectory("worlds");
    boolean equal;
    try (Installation installation = Installation.open(directory)) {
      Generated worlds = new Generated(installation);
      long began = System.nanoTime();
      long next = TOLD_EVERY;
      for (long s = seed; worlds.count() < wanted; s++) {
        worlds.generate(s);
        if (worlds.count() >= next) {
          tell(worlds, seed, began);
          next += TOLD_EVERY;
        }
      }
      tell(worlds, seed, began);
      worlds.differences().forEach(System.out::println);
      equal = worlds.differences().isEmpty();
    }
    System.exit(equal ? 0 : 1);
  }

  private static void tell(Generated worlds, long seed, long began) {
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    System.out.println(
        new JsonObject(worlds.line())
            .put("first_seed", seed)
            .put("seconds", seconds)
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }
}
