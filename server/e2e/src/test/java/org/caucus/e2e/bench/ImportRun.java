package org.caucus.e2e.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.caucus.app.settings.Settings;
import org.caucus.app.wiring.Wiring;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.platform.crypto.NativeProvider;

/**
 * What {@code infra/bench/archive-import} runs: a whole server in a process of its own, into which
 * archives come one after the other by the operator's command, while somebody posts. {@code
 * DIRECTORY LETTERS RUNS JAVA FLAG... -jar JAR}.
 */
public final class ImportRun {
  private static final int READERS = 10;
  private static final Duration READY_LIMIT = Duration.ofMinutes(2);
  private static final Duration IMPORT_LIMIT = Duration.ofMinutes(60);
  private static final int QUIET_SECONDS = 120;
  private static final String OLD = "old";
  private static final Pattern IN_USE = Pattern.compile("(?m)^\\S+ +total \\d+K, used (\\d+)K");

  private final int http = freePort();
  private final CountingHost host = new CountingHost();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Path directory;
  private final List<String> java;
  private final String token;

  private ImportRun(Path directory, List<String> java) throws IOException {
    this.directory = directory;
    this.java = java;
    this.token = filled();
  }

  /** One server, and so many archives. */
  public static void main(String[] args) throws Exception {
    NativeProvider.prefer();
    List<String> java = List.of(args).subList(3, args.length);
    new ImportRun(Path.of(args[0]), java).run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    System.exit(0);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Map<String, String> settings() {
    Map<String, String> all = new HashMap<>();
    all.put("CAUCUS_DATA", directory.resolve("data").toString());
    all.put("CAUCUS_HTTP_PORT", "" + http);
    all.put("CAUCUS_SMTP_PORT", "0");
    all.put("CAUCUS_DOMAIN", RelayHouse.DOMAIN);
    all.put("CAUCUS_OPERATORS", "m0@home.example");
    all.put("CAUCUS_SMTP_URL", "smtp://127.0.0.1:" + host.port() + "?starttls=off");
    all.put("CAUCUS_MAIL_WAITS", "none");
    return all;
  }

  /** A list that is posted to and one for what is old; a token of who posts. */
  private String filled() {
    List<String> addresses =
        IntStream.rangeClosed(0, READERS).mapToObj(i -> "m" + i + "@home.example").toList();
    try (Wiring wiring = new Wiring(Settings.from(settings()::get))) {
      RelayHouse house = new RelayHouse(wiring);
      house.fill(addresses);
      house.act(new ListCommand.OpenList(OLD, "Old", "All.", OLD, Audience.everyone()));
      String person = wiring.persons().ensure(addresses.getFirst(), "Member Zero").await().id();
      return wiring.tokens().mint(person, "imports").await();
    }
  }

  private Process begun(String... command) throws IOException {
    List<String> words = new ArrayList<>(java);
    words.addAll(List.of(command));
    Path log = directory.resolve(command[0] + ".log");
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(settings());
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private void run(int letters, int runs) throws Exception {
    Process server = begun("serve");
    try {
      await(server);
      Memory memory = new Memory(server.pid());
      say("start", memory.now());
      Path box = directory.resolve("box");
      OldLetters old = new OldLetters(new Random(1));
      for (int archive = 0; archive < runs && server.isAlive(); archive++) {
        old.write(box, archive, letters);
        memory.begin();
        say("import", imported(box, letters, server).mergeIn(memory.most()));
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);
        say("quiet", memory.now().put("after_s", QUIET_SECONDS).put("live_mib", memory.live()));
      }
    } finally {
      server.destroy();
      server.waitFor(30, TimeUnit.SECONDS);
      server.destroyForcibly();
    }
  }

  private void await(Process server) throws Exception {
    long began = System.nanoTime();
    while (posted("Ready") == -1) {
      if (!server.isAlive() || System.nanoTime() - began > READY_LIMIT.toNanos()) {
        throw new IllegalStateException("The server did not start: " + directory);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** How long somebody waited for a post to be taken, in ns; -1 if it was not. */
  private long posted(String subject) throws InterruptedException {
    JsonObject thread =
        new JsonObject().put("subject", subject).put("text", "Part four is too long.\n".repeat(20));
    var request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:%d/api/workspaces/%s/lists/%s/threads"
                        .formatted(http, RelayHouse.SLUG, RelayHouse.LIST)))
            .header("authorization", "Bearer " + token)
            .header("content-type", "application/json")
            .timeout(Duration.ofMinutes(1))
            .POST(HttpRequest.BodyPublishers.ofString(thread.encode()));
    long began = System.nanoTime();
    try {
      int status =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      return status == 201 ? System.nanoTime() - began : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private JsonObject imported(Path box, int letters, Process server) throws Exception {
    long began = System.nanoTime();
    String[] command = {
      "archive",
      "import",
      RelayHouse.SLUG,
      OLD,
      box.toString(),
      "--as",
      "Member Zero",
      "--audience",
      "EVERYONE",
      "--format",
      "mboxrd"
    };
    Process client = begun(command);
    List<Long> waits = new ArrayList<>();
    while (!client.waitFor(500, TimeUnit.MILLISECONDS)) {
      if (!server.isAlive() || System.nanoTime() - began > IMPORT_LIMIT.toNanos()) {
        client.destroyForcibly();
        throw new IllegalStateException("The import did not end: " + directory);
      }
      waits.add(posted("Notice " + waits.size()));
    }
    long took = (System.nanoTime() - began) / 1_000_000;
    return new JsonObject()
        .put("letters", letters)
        .put("whole", client.exitValue() == 0)
        .put("ms", took)
        .put("a_second", letters * 1000L / took)
        .mergeIn(said(waits));
  }

  private static JsonObject said(List<Long> waits) {
    long[] taken = waits.stream().mapToLong(Long::longValue).filter(w -> w >= 0).sorted().toArray();
    JsonObject said = new JsonObject().put("posts", waits.size()).put("taken", taken.length);
    if (taken.length > 0) {
      said.put("post_p50_ms", taken[taken.length / 2] / 1_000_000);
      said.put("post_p99_ms", taken[taken.length * 99 / 100] / 1_000_000);
    }
    return said;
  }

  private static void say(String what, JsonObject figures) {
    System.out.println(
        new JsonObject()
            .put("bench", "imports")
            .put("what", what)
            .mergeIn(figures)
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }

  /** Of the server's process, in MiB. */
  private record Memory(String process) {
    Memory(long pid) {
      this("" + pid);
    }

    JsonObject now() throws IOException {
      return new JsonObject()
          .put("rss_mib", Resident.mib(process))
          .put("anon_mib", Resident.mib(process, "RssAnon"))
          .put("file_mib", Resident.mib(process, "RssFile"));
    }

    /** From here on {@link #most} counts. */
    void begin() throws IOException {
      Files.writeString(Path.of("/proc", process, "clear_refs"), "5");
    }

    JsonObject most() throws IOException {
      return now().put("peak_mib", Resident.mib(process, "VmHWM"));
    }

    /** What is in use of the heap after a collection of all. */
    long live() throws IOException, InterruptedException {
      told("GC.run");
      return IN_USE
              .matcher(told("GC.heap_info"))
              .results()
              .mapToLong(line -> Long.parseLong(line.group(1)))
              .sum()
          / 1024;
    }

    private String told(String word) throws IOException, InterruptedException {
      String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
      Process asked = new ProcessBuilder(jcmd, process, word).redirectErrorStream(true).start();
      String answer = new String(asked.getInputStream().readAllBytes(), UTF_8);
      asked.waitFor();
      return answer;
    }
  }
}
