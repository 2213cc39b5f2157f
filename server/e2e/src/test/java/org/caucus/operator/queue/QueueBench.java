package org.caucus.operator.queue;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import de.bwaldvogel.mongo.MongoServer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.caucus.e2e.bench.OperatorDesk;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.operator.ControlSocket;
import org.caucus.operator.Shell;
import org.caucus.operator.cli.Console;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.store.Documents;
import org.caucus.platform.store.embedded.EmbeddedBackend;
import org.h2.mvstore.MVStore;

/**
 * What {@code infra/bench/queue} runs: a queue of so many deferred letters is listed, held and
 * released through the socket of a server; and jobs that are due are looked for where none is,
 * however many wait. Prints a line of JSON for each run.
 */
public final class QueueBench {
  private static final int DOMAINS = 200;
  private static final int AT_ONCE = 1_000;
  private static final int LOOKS = 1_000;
  private static final int SCANS = 20;

  /** About what a parcel of a few letters takes. */
  private static final int JOB_BYTES = 400;

  private static final double NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private QueueBench() {}

  /** Takes how many letters there are, how many to a parcel, and how often it is listed. */
  public static void main(String[] args) throws IOException {
    int letters = Integer.parseInt(args[0]);
    int each = Integer.parseInt(args[1]);
    Path data = Files.createTempDirectory("queue-bench");
    try (Installation caucus = Installation.open(data);
        ControlSocket _ = ControlSocket.open(OperatorDesk.of(caucus))) {
      fill(caucus, letters, each);
      System.err.println("filled");
      for (int run = 1; run <= Integer.parseInt(args[2]); run++) {
        JsonObject line =
            new JsonObject()
                .put("bench", "queue")
                .put("run", run)
                .put("letters", letters)
                .put("letters_a_parcel", each);
        timed(line, data, "list", List.of("queue"));
        timed(line, data, "list_all_json", List.of("queue", "--json", "--limit", "1000000"));
        timed(line, data, "hold_all", List.of("queue", "hold", "--all"));
        timed(line, data, "release_all", List.of("queue", "release", "--all"));
        System.out.println(line.put("cores", Runtime.getRuntime().availableProcessors()).encode());
      }
      for (int waiting = AT_ONCE; waiting <= letters; waiting *= 10) {
        System.out.println(idle(waiting).encode());
      }
    } finally {
      try (var files = Files.walk(data)) {
        for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }

  private static void fill(Installation caucus, int letters, int each) {
    Outbox outbox = new Outbox(caucus.mongo(), caucus.vault(), Node.alone(caucus.mongo()));
    List<Future<Void>> puts = new ArrayList<>();
    WorkspaceId workspace = WorkspaceId.random();
    Instant later = Instant.now().plusSeconds(3_600);
    var waits = new DeliveryOutcome.Waiting(later, 3, 451, "4.7.1");
    for (int i = 0; i < letters; i += each) {
      List<DeliveryBatch.Recipient> who = new ArrayList<>();
      for (int n = i; n < Math.min(letters, i + each); n++) {
        who.add(new DeliveryBatch.Recipient("m@d" + n % DOMAINS + ".example", waits));
      }
      JsonObject payload = new JsonObject().put("sequence", 17).put("entry", "e".repeat(26));
      String id = DeliveryBatch.id("bench", Integer.toString(i));
      Instant at = Instant.now().minusSeconds(i);
      puts.add(outbox.put(new DeliveryBatch(id, workspace, "relay.post", payload, who, at)));
      if (puts.size() == AT_ONCE) {
        Future.all(puts).await();
        puts.clear();
      }
    }
    Future.all(puts).await();
  }

  private static void timed(JsonObject line, Path data, String name, List<String> words) {
    AtomicLong octets = new AtomicLong();
    long cpu = cpu();
    long began = System.nanoTime();
    int status = new Shell(data, new Counting(octets)).beside(words);
    line.put(name + "_ms", millis(System.nanoTime() - began))
        .put(name + "_cpu_ms", millis(cpu() - cpu));
    if (status != 0) {
      throw new IllegalStateException(name + " ended with " + status);
    }
    if (octets.get() > 1_000_000) {
      line.put(name + "_octets", octets.get());
    }
  }

  /**
   * Looks for what is due where nothing is, as a server does each second: as it asks, and in an
   * order of which the database knows nothing, so that it has to look at all.
   */
  private static JsonObject idle(int waiting) {
    JsonObject line = new JsonObject().put("bench", "idle").put("waiting", waiting);
    MongoServer server = new MongoServer(new EmbeddedBackend(new MVStore.Builder().open()));
    try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
      var jobs = client.getDatabase("caucus").getCollection("jobs", BsonDocument.class);
      for (int i = 0; i < waiting; i += AT_ONCE) {
        jobs.insertMany(IntStream.range(i, i + AT_ONCE).mapToObj(QueueBench::job).toList());
      }
      var due = jobs.find(Filters.lte(Documents.DUE, 0L)).limit(AT_ONCE);
      Bson asAsked = Sorts.ascending(Documents.DUE, "_id");
      looked(line, "look", LOOKS, () -> due.sort(asAsked).into(new ArrayList<>()).size());
      Bson scanned = Sorts.ascending(Documents.DUE);
      looked(line, "scan", SCANS, () -> due.sort(scanned).into(new ArrayList<>()).size());
    } finally {
      server.shutdownNow();
    }
    return line;
  }

  private static BsonDocument job(int number) {
    return new BsonDocument("_id", new BsonString("job-%07d".formatted(number)))
        .append(Documents.DUE, new BsonInt64(1 + number))
        .append("c", new BsonBinary(new byte[JOB_BYTES]));
  }

  private static void looked(JsonObject line, String name, int times, IntSupplier look) {
    int found = look.getAsInt();
    long cpu = cpu();
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      found += look.getAsInt();
    }
    line.put(name + "_calls", times)
        .put(name + "_us", (System.nanoTime() - began) / times / NANOS_PER_MICRO)
        .put(name + "_cpu_us", (cpu() - cpu) / times / NANOS_PER_MICRO);
    if (found > 0) {
      throw new IllegalStateException(found + " are due");
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static double millis(long nanos) {
    return Math.round(nanos / NANOS_PER_MILLI);
  }

  /** Counts what is said. */
  private record Counting(AtomicLong octets) implements Console {
    @Override
    public void say(String line) {
      octets.addAndGet(line.length() + 1L);
    }

    @Override
    public void note(String line) {
      System.err.println(line);
    }

    @Override
    public char[] secret(String prompt) {
      return new char[0];
    }

    @Override
    public Path path(Path given) {
      return given;
    }
  }
}
