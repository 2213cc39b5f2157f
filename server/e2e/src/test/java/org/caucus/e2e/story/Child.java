package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caucus.kernel.support.Jvm;

/** A server in a process of its own, to be killed, or to refuse. */
final class Child implements AutoCloseable {
  /** As in production: the configuration for tests says less. */
  private static final String LOGGING = "-Dlogback.configurationFile=logback.xml";

  /** Without it the runtime writes warnings of its own between the log's lines. */
  private static final String UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  /** A start takes three seconds, and fifty times as long where many others compute. */
  private static final long START_SECONDS = 150;

  private static final long LOOK_EVERY_MILLIS = 50;

  /** So long a JVM writes down its threads. */
  private static final long DUMP_SECONDS = 5;

  final Path output;
  private final Path log;
  private final Path data;
  private final Process process;

  /**
   * Starts {@code command} (demo or serve) with these settings over an otherwise bare environment.
   */
  Child(String command, Path data, Map<String, String> settings) throws IOException {
    this(data, settings, "org.caucus.app.Main", command);
  }

  /** Starts another main class. */
  Child(Path data, Map<String, String> settings, String... mainAndWords) throws IOException {
    this(List.of(), data, settings, mainAndWords);
  }

  /** The same, by way of a command that puts another process in its own place. */
  Child(List<String> by, Path data, Map<String, String> settings, String... mainAndWords)
      throws IOException {
    this.data = data;
    this.output = Files.createTempFile("caucus-child", ".out");
    this.log = Files.createTempFile("caucus-child", ".log");
    List<String> line = new ArrayList<>(by);
    line.add(Jvm.java());
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", UNSAFE));
    line.addAll(List.of("-Xmx300m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", LOGGING));
    line.addAll(Jvm.classes());
    line.addAll(List.of(mainAndWords));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.redirectOutput(output.toFile()).redirectError(log.toFile());
    builder.environment().keySet().removeIf(k -> k.startsWith("CAUCUS_"));
    builder.environment().put("CAUCUS_MAIL_WAITS", "none");
    builder.environment().putAll(settings);
    process = builder.start();
  }

  /** Waits until it listens. */
  Child started(URI base) throws InterruptedException, IOException {
    long until = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      if (Files.exists(data.resolve("demo.json")) && isHealthy(base)) {
        return this;
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    return notStarted();
  }

  /** Waits until it answers there. */
  Child healthy(URI base) throws InterruptedException, IOException {
    return healthy(base, Duration.ofSeconds(START_SECONDS));
  }

  Child healthy(URI base, Duration within) throws InterruptedException, IOException {
    long until = System.nanoTime() + within.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      if (isHealthy(base)) {
        return this;
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    return notStarted();
  }

  /** Says where it stands, with all its threads, and ends it: nobody has it who would. */
  private Child notStarted() throws InterruptedException, IOException {
    if (process.isAlive()) {
      signal("QUIT");
      process.waitFor(DUMP_SECONDS, TimeUnit.SECONDS);
    }
    String said = said();
    close();
    return fail("it did not start: " + said);
  }

  private static boolean isHealthy(URI base) {
    try {
      return new Browser(base).get("/health").status() == 200;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  JsonObject demo() throws IOException {
    return new JsonObject(Files.readString(data.resolve("demo.json")));
  }

  /** All it printed: its answer, then its log. */
  String said() throws IOException {
    return Files.readString(output, UTF_8) + logged();
  }

  /** What it logged. */
  String logged() throws IOException {
    return Files.readString(log, UTF_8);
  }

  /** The exit status of one that ends by itself. */
  int ended() throws InterruptedException {
    return process.waitFor(START_SECONDS, TimeUnit.SECONDS)
        ? process.exitValue()
        : fail("it still runs");
  }

  /** Stops it where it is, as a long pause of its machine would: {@code STOP} and {@code CONT}. */
  void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
    // one thread takes the signal, and where the machine is busy the others run until it has
    long until = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
    while (name.equals("STOP") && !stands(pid)) {
      assertThat(System.nanoTime()).as("it does not stop").isLessThan(until);
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  /** Whether each of its threads is in state T (proc_pid_stat(5)). */
  private static boolean stands(String pid) throws IOException {
    try (Stream<Path> threads = Files.list(Path.of("/proc", pid, "task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"));
        if (!stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("T")) {
          return false;
        }
      }
      return true;
    }
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
    Files.deleteIfExists(output);
    Files.deleteIfExists(log);
  }
}
