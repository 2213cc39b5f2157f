package org.caucus.coalition.instruments.reading;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.coalition.instruments.cutting.Cutter;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has documents read by a process of its own: one at a time, with little memory, for some seconds.
 * What goes wrong there ends that process, and the document is refused.
 */
public final class ReadingProcess implements DocumentReader, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingProcess.class);

  /** Provisions of a document. */
  private static final int PROVISIONS = 5000;

  private static final String MAIN = "org.caucus.reading.Reader";

  /** Documents that may wait for their turn. */
  private static final int WAITING = 8;

  /** What the process ends with where it had too little memory. */
  private static final int OUT_OF_MEMORY = 3;

  /**
   * What the process may use.
   *
   * @param time from its start to its end
   * @param memoryMb its heap, in MB
   * @param answerMb what it may answer, in MB
   */
  public record Limits(Duration time, int memoryMb, int answerMb) {
    /** As they are in operation. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(20), 256, 32);
  }

  private final WorkerExecutor worker;
  private final Limits limits;
  private final List<String> command;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReference<@Nullable Process> running = new AtomicReference<>();

  /** Reads with the usual limits. */
  public ReadingProcess(Vertx vertx) {
    this(vertx, Limits.USUAL, ReadingClassPath.find(), MAIN);
  }

  /**
   * Reads with a program of one's own.
   *
   * @param classPath of the process
   * @param main its class
   */
  ReadingProcess(Vertx vertx, Limits limits, String classPath, String main) {
    this.limits = limits;
    long most = limits.time().toSeconds() * 2 + 1;
    this.worker = vertx.createSharedWorkerExecutor("reading", 1, most, TimeUnit.SECONDS);
    this.command = command(limits, classPath, main);
  }

  private static List<String> command(Limits limits, String classPath, String main) {
    String java = ProcessHandle.current().info().command().orElse(home() + "/bin/java");
    String program = java.endsWith("java") ? java : home() + "/bin/java";
    return List.of(
        program,
        "-Xmx" + limits.memoryMb() + "m",
        "-Xss2m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:MaxMetaspaceSize=128m",
        "-XX:MaxDirectMemorySize=16m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-XX:ErrorFile=/dev/null",
        "-Djava.awt.headless=true",
        "-Djdk.xml.enableExtensionFunctions=false",
        "-Djavax.xml.accessExternalDTD=",
        "-Djavax.xml.accessExternalSchema=",
        "-cp",
        classPath,
        main);
  }

  private static String home() {
    return System.getProperty("java.home");
  }

  @Override
  public Future<Reading> read(byte[] bytes, String fileName, Tracked tracked) {
    if (bytes.length > MAX_BYTES) {
      return Future.failedFuture(DocumentReader.tooLarge());
    }
    if (waiting.incrementAndGet() > WAITING) {
      waiting.decrementAndGet();
      return Future.failedFuture(Refusal.conflict(Message.of("too-many-documents-wait")));
    }
    return worker
        .executeBlocking(() -> readNow(bytes, ending(fileName), tracked))
        .onComplete(done -> waiting.decrementAndGet());
  }

  private static String ending(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return name.contains(".") && ending.matches("[a-z0-9]{1,10}") ? ending : "";
  }

  private Reading readNow(byte[] bytes, String ending, Tracked tracked) throws Exception {
    List<String> whole = new ArrayList<>(command);
    whole.add(ending);
    whole.add(tracked.name());
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder.environment().clear();
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    running.set(process);
    try {
      return counted(ReadingAnswer.parse(answer(process, bytes)));
    } finally {
      process.destroyForcibly();
      running.set(null);
    }
  }

  private static Reading counted(Reading reading) {
    if (Cutter.cut(reading.text()).provisions() > PROVISIONS) {
      throw refused("document-has-too-many-provisions", "limit", PROVISIONS);
    }
    return reading;
  }

  private byte[] answer(Process process, byte[] bytes) throws Exception {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Thread.startVirtualThread(() -> send(process, bytes));
    Thread.startVirtualThread(() -> receive(process, answer));
    if (!process.waitFor(limits.time().toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("Reading a document took too long: its process was ended");
      throw refused("document-takes-too-long", "seconds", (int) limits.time().toSeconds());
    }
    int end = process.exitValue();
    if (end == OUT_OF_MEMORY) {
      LOG.warn("Reading a document took too much memory: its process was ended");
      throw refused("document-takes-too-much-memory", "limit", limits.memoryMb());
    }
    byte[] got = whole(answer);
    if (end != 0 || got.length > limits.answerMb() << 20) {
      LOG.warn("Reading a document failed: its process ended with {}", end);
      throw Refusal.unsupported(Message.of("document-is-damaged"));
    }
    return got;
  }

  private static byte[] whole(CompletableFuture<byte[]> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw Refusal.unsupported(Message.of("document-is-damaged"));
    }
  }

  private static Refusal refused(String code, String name, int limit) {
    return Refusal.tooLarge("file", Message.of(code, name, limit));
  }

  /** It may refuse before it has read all. */
  private static void send(Process process, byte[] bytes) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(bytes);
    } catch (IOException e) {
      LOG.debug("The process that reads did not read all", e);
    }
  }

  private void receive(Process process, CompletableFuture<byte[]> answer) {
    try {
      int most = limits.answerMb() << 20;
      byte[] got = process.getInputStream().readNBytes(most + 1);
      if (got.length > most) {
        process.destroyForcibly();
      }
      answer.complete(got);
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }

  /** Ends what is being read. */
  @Override
  public void close() {
    Process process = running.get();
    if (process != null) {
      process.destroyForcibly();
    }
    worker.close();
  }
}
