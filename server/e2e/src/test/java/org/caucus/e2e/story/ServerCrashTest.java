package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.caucus.app.demo.Founded;
import org.caucus.kernel.support.Ports;
import org.caucus.kernel.support.Seeds;
import org.caucus.messaging.delivery.DeliveryWorker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered 250 outlives {@code kill -9}, is posted once and reaches everyone. */
@Tag("slow")
class ServerCrashTest {
  private static final int LETTERS = Seeds.times(120);
  private static final int CONNECTIONS = 10;
  private static final int KILL_AFTER = Seeds.times(90);
  private static final String FROM = "dara@brightline.example";
  private static final String TO = "brightline-table@lists.example";
  private static final String SUBJECT = "Count ";
  private static final long SETTLE_SECONDS = 180;

  @TempDir Path data;

  @Test
  void lettersOutliveAKillAndEachReachesEachReaderOfTheList() throws Exception {
    int port = Ports.free();
    URI base = URI.create("http://127.0.0.1:" + port);
    try (Mailbox mailbox = new Mailbox()) {
      Map<String, String> settings = StoryServer.environment(data, port, mailbox.url());
      Set<Integer> accepted = new ConcurrentSkipListSet<>();
      Founded.into(data);
      try (Child first = new Child("demo", data, settings).started(base)) {
        sendAll(first, accepted, KILL_AFTER);
        first.kill();
      }
      int atKill = accepted.size();
      assertThat(atKill).isGreaterThanOrEqualTo(KILL_AFTER);
      try (Child second = new Child("demo", data, settings).started(base)) {
        sendAll(second, accepted, LETTERS);
        assertThat(accepted).hasSize(LETTERS);
        Set<String> readers = readers(second.demo());
        settle(mailbox, readers);
        int doubles = doubles(mailbox, readers);
        System.out.printf("killed with %d accepted; %d deliveries were doubled%n", atKill, doubles);
        // only what was on its way at the kill: one parcel per worker, at most all readers in each
        assertThat(doubles).isLessThanOrEqualTo(DeliveryWorker.WORKERS * readers.size());
        assertThat(posted(base, second.demo())).containsExactlyInAnyOrderElementsOf(all());
      }
    }
  }

  private static List<String> all() {
    return IntStream.range(0, LETTERS).mapToObj(i -> SUBJECT + i).toList();
  }

  /** Sends what was not yet accepted, until so many are, or the server is gone. */
  private static void sendAll(Child server, Set<Integer> accepted, int enough) throws Exception {
    int port = server.demo().getJsonObject("smtp").getInteger("port");
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (int c = 0; c < CONNECTIONS; c++) {
        int first = c;
        done.add(senders.submit(() -> sendSome(port, first, accepted, enough)));
      }
      for (Future<?> d : done) {
        d.get();
      }
    }
  }

  private static Void sendSome(int port, int first, Set<Integer> accepted, int enough)
      throws IOException {
    try (MailClient client = new MailClient(port)) {
      for (int i = first; i < LETTERS && accepted.size() < enough; i += CONNECTIONS) {
        if (!accepted.contains(i)) {
          assertThat(client.send(FROM, TO, letter(i))).startsWith("250");
          accepted.add(i);
        }
      }
    }
    return null;
  }

  private static byte[] letter(int i) {
    return """
    From: Dara <%s>
    To: %s
    Subject: %s%d
    Message-ID: <count.%d@brightline.example>

    How many notices a day: %d.
    """
        .formatted(FROM, TO, SUBJECT, i, i, i)
        .replace("\n", "\r\n")
        .getBytes(US_ASCII);
  }

  /** Civil society and Brightline, but not who wrote. */
  private static Set<String> readers(JsonObject demo) {
    Set<String> readers = new TreeSet<>();
    for (Object seat : demo.getJsonArray("seats")) {
      JsonObject s = (JsonObject) seat;
      boolean reads =
          s.getString("side").equals("CIVIL_SOCIETY")
              || s.getString("organisation").equals("brightline");
      if (reads && !s.getString("address").equals(FROM)) {
        readers.add(s.getString("address"));
      }
    }
    return readers;
  }

  private static Map<String, Map<String, Integer>> delivered(Mailbox mailbox) {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    for (Mailbox.Mail mail : mailbox.all()) {
      String subject = mail.header("Subject");
      if (subject.startsWith(SUBJECT)) {
        counts.computeIfAbsent(mail.to(), k -> new HashMap<>()).merge(subject, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static void settle(Mailbox mailbox, Set<String> readers) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
    while (missing(mailbox, readers) > 0 && System.nanoTime() < until) {
      Thread.sleep(50);
    }
    assertThat(missing(mailbox, readers)).as("deliveries that never came").isZero();
    Thread.sleep(2_000); // a delivery too many would come about now
  }

  private static int missing(Mailbox mailbox, Set<String> readers) {
    Map<String, Map<String, Integer>> counts = delivered(mailbox);
    return readers.stream().mapToInt(r -> LETTERS - counts.getOrDefault(r, Map.of()).size()).sum();
  }

  private static int doubles(Mailbox mailbox, Set<String> readers) {
    Map<String, Map<String, Integer>> counts = delivered(mailbox);
    assertThat(counts.keySet()).isEqualTo(readers);
    return counts.values().stream().flatMap(m -> m.values().stream()).mapToInt(n -> n - 1).sum();
  }

  private static List<String> posted(URI base, JsonObject demo) {
    String token = demo.getJsonArray("seats").getJsonObject(0).getString("token");
    Browser browser = new Browser(base, token);
    String path = "/api/workspaces/" + demo.getString("workspace");
    List<String> subjects = new ArrayList<>();
    String more = "?limit=200";
    while (!more.isEmpty()) {
      JsonObject page = browser.get(path + "/lists/brightline-table/threads" + more).json();
      JsonArray items = page.getJsonArray("items");
      items.stream()
          .map(t -> ((JsonObject) t).getString("subject"))
          .filter(s -> s.startsWith(SUBJECT))
          .forEach(subjects::add);
      String next = page.getString("next");
      more = next == null ? "" : "?limit=200&before=" + next;
    }
    return subjects;
  }
}
