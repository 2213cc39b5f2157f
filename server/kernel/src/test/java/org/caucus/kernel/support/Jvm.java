package org.caucus.kernel.support;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Other JVMs that tests start, with the classes of this one. Half of what the start of a server
 * computes is the loading of classes. So the whole suite, which starts some eighty, has them start
 * from a cache (JEP 514); for a test alone it would take longer to make than it saves.
 */
public final class Jvm {
  /** In the whole suite, the class whose run fills the cache. */
  private static final String REHEARSED = "org.caucus.jvm.cache";

  private static final Path PLACE = Path.of("target", "jvm").toAbsolutePath();
  private static final long MADE_SECONDS = 180;

  private static @Nullable List<String> classes;

  private Jvm() {}

  /** The program. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What stands before the name of a main class of ours. */
  public static synchronized List<String> classes() throws IOException {
    List<String> known = classes;
    if (known == null) {
      List<Path> path = path();
      known = rehearsed().isEmpty() ? on(path) : cached(path);
      classes = known;
    }
    return known;
  }

  private static String rehearsed() {
    return System.getProperty(REHEARSED, "");
  }

  private static List<Path> path() {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(path.split(File.pathSeparator)).map(Path::of).filter(Files::exists).toList();
  }

  private static List<String> on(List<Path> path) {
    return List.of(
        "-cp", path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
  }

  /** One process makes it; the others wait. */
  private static List<String> cached(List<Path> path) throws IOException {
    Path place = Files.createDirectories(PLACE.resolve(state(path)));
    Path cache = place.resolve("classes.aot");
    List<Path> jars;
    try (FileChannel lock = FileChannel.open(place.resolve("lock"), CREATE, WRITE);
        FileLock held = lock.lock()) {
      jars = jars(path, place);
      if (held.isValid() && !Files.exists(cache)) {
        make(jars, place, cache);
      }
    }
    if (!Files.exists(cache)) {
      System.out.println("There is no cache of classes; other JVMs start without.");
      return on(path);
    }
    List<String> all = new ArrayList<>(List.of("-XX:AOTCache=" + cache));
    all.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
    all.addAll(on(jars));
    return List.copyOf(all);
  }

  /** Another one with each build. */
  private static String state(List<Path> path) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path one : path) {
      try (Stream<Path> files = Files.walk(one)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          all.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
        }
      }
    }
    return Integer.toHexString(all.toString().hashCode());
  }

  /**
   * Our classes and what they need, as jars, which are made in this directory where they are not.
   */
  public static List<Path> jars(Path place) throws IOException {
    return jars(path(), place);
  }

  /** A cache knows no directories. */
  private static List<Path> jars(List<Path> path, Path place) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path one : path) {
      jars.add(Files.isDirectory(one) ? jar(one, place.resolve(jars.size() + ".jar")) : one);
    }
    return jars;
  }

  private static Path jar(Path directory, Path jar) throws IOException {
    if (!Files.exists(jar)) {
      Path part = jar.resolveSibling(jar.getFileName() + ".part");
      ToolProvider.findFirst("jar")
          .orElseThrow()
          .run(
              System.out,
              System.err,
              "--create",
              "--no-compress",
              "--file",
              part.toString(),
              "-C",
              directory.toString(),
              ".");
      Files.move(part, jar, ATOMIC_MOVE);
    }
    return jar;
  }

  /** From what a server loads in a short life of its own, {@code e2e/story/Rehearsed.java}. */
  private static void make(List<Path> jars, Path place, Path cache) throws IOException {
    Path made = place.resolve("made.aot");
    Path data = Files.createTempDirectory("caucus-cache");
    int database = Ports.twoFree();
    int http = Ports.twoFree();
    int cluster = Ports.twoFree();
    List<String> line = new ArrayList<>();
    line.add(java());
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-Xmx300m", "-XX:AOTCacheOutput=" + made));
    line.addAll(on(jars));
    line.addAll(List.of(rehearsed(), data.toString()));
    line.addAll(List.of(Integer.toString(database), Integer.toString(http)));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.redirectErrorStream(true).redirectOutput(place.resolve("made.log").toFile());
    builder.environment().keySet().removeIf(k -> k.startsWith("CAUCUS_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "CAUCUS_DATA", data.toString(),
                "CAUCUS_HTTP_PORT", Integer.toString(http),
                "CAUCUS_SMTP_PORT", "0",
                "CAUCUS_MONGODB_URI", "mongodb://127.0.0.1:" + database + "/caucus",
                "CAUCUS_CLUSTER_PORT", Integer.toString(cluster)));
    Process process = builder.start();
    try {
      process.waitFor(MADE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    } finally {
      process.destroyForcibly();
    }
    if (Files.exists(made)) {
      Files.move(made, cache, ATOMIC_MOVE);
    }
  }
}
