package org.caucus.e2e.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.caucus.kernel.support.Jvm;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.SmtpClient;
import org.caucus.mail.smtp.client.SmtpClientSettings;
import org.caucus.mail.smtp.client.SmtpUnreachable;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.messaging.delivery.DeliveryWorker;

/**
 * Kills a server at random instants while it relays a post to all of a list, again and again on the
 * same data, and counts what each reader of what was answered 250 got in the end: nothing, one
 * letter, or more.
 */
final class RelayKills {
  private static final int MOST_ALIVE_MS = 1_500;
  private static final long SETTLE_SECONDS = 120;
  private static final long QUIET_MS = 3_000;
  private static final MailAddress LIST = MailAddress.of(RelayHouse.LIST + "@" + RelayHouse.DOMAIN);

  private final Path directory;
  private final List<String> seats;
  private final CountingHost host;
  private final List<String> accepted = new ArrayList<>();

  private RelayKills(Path directory, int seats, CountingHost host) throws IOException {
    this.directory = directory;
    this.host = host;
    this.seats = IntStream.range(0, seats).mapToObj(i -> "member" + i + "@home.example").toList();
    Files.write(directory.resolve("seats"), this.seats);
  }

  /**
   * What came of it.
   *
   * @param lost letters that never came, of posts that were answered 250
   * @param doubled letters that came again
   * @param worst most of them after one kill
   */
  record Count(int kills, int accepted, int lost, int doubled, int worst) {}

  /** Arguments: number of kills, seats. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("caucus-relay-kills");
    Count count = run(directory, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    System.out.println(
        new JsonObject()
            .put("bench", "relay-kills")
            .put("kills", count.kills())
            .put("seats", Integer.parseInt(args[1]))
            .put("posts_accepted", count.accepted())
            .put("lost", count.lost())
            .put("doubled", count.doubled())
            .put("most_doubled_by_one_kill", count.worst())
            .put("window", DeliveryWorker.WINDOW)
            .put("cores", Runtime.getRuntime().availableProcessors())
            .encode());
  }

  static Count run(Path directory, int kills, int seats) throws IOException, InterruptedException {
    try (CountingHost host = new CountingHost()) {
      return new RelayKills(directory, seats, host).run(kills);
    }
  }

  private Count run(int kills) throws IOException, InterruptedException {
    Random random = new Random(17);
    for (int life = 0; life < kills; life++) {
      host.life = life;
      try (House house = new House()) {
        post(house.port, life);
        Thread.sleep(random.nextInt(MOST_ALIVE_MS));
      }
    }
    host.life = kills;
    try (House last = new House()) {
      settle(last);
    }
    int doubled = host.doubles.values().stream().mapToInt(n -> n).sum();
    int worst = host.doubles.values().stream().mapToInt(n -> n).max().orElse(0);
    return new Count(kills, accepted.size(), missing(), doubled, worst);
  }

  private void post(int port, int life) {
    String subject = CountingHost.COUNTED + life;
    String letter =
        """
        From: Member Zero <%s>
        To: %s
        Subject: %s
        Message-ID: <notice.%d@home.example>

        A removal notice is answered within 24 hours.
        """
            .formatted(seats.getFirst(), LIST, subject, life)
            .replace("\n", "\r\n");
    SmtpUrl url = SmtpUrl.parse("smtp://127.0.0.1:" + port + "?starttls=off");
    try (SmtpClient client = new SmtpClient(url, SmtpClientSettings.of("home.example"))) {
      byte[] octets = letter.getBytes(StandardCharsets.US_ASCII);
      if (client.send(MailAddress.of(seats.getFirst()), List.of(LIST), octets).allAccepted()) {
        accepted.add(subject);
      }
    } catch (SmtpUnreachable e) {
      throw new IllegalStateException("the server takes no letters", e);
    }
  }

  /** Until all have come, or nothing comes any more. */
  private void settle(House last) throws InterruptedException {
    long progress = System.nanoTime();
    int before = missing();
    while (before > 0
        && last.process.isAlive()
        && System.nanoTime() - progress < TimeUnit.SECONDS.toNanos(SETTLE_SECONDS)) {
      Thread.sleep(QUIET_MS / 10);
      int now = missing();
      progress = now < before ? System.nanoTime() : progress;
      before = now;
    }
    Thread.sleep(QUIET_MS); // a letter too many would come about now
  }

  private int missing() {
    List<String> readers = seats.subList(1, seats.size()); // the first wrote it
    return accepted.stream()
        .mapToInt(
            p -> (int) readers.stream().filter(r -> !host.taken.containsKey(p + " " + r)).count())
        .sum();
  }

  /** A server in a process of its own; closing kills it. */
  private final class House implements AutoCloseable {
    private final Process process;
    final int port;

    House() throws IOException {
      List<String> line = new ArrayList<>(List.of(Jvm.java(), "-Xmx300m", "-XX:+UseSerialGC"));
      line.addAll(
          List.of(
              "-XX:TieredStopAtLevel=1",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow"));
      line.addAll(Jvm.classes());
      line.addAll(
          List.of(
              RelayHouse.class.getName(),
              directory.resolve("data").toString(),
              "smtp://127.0.0.1:" + host.port() + "?starttls=off",
              directory.resolve("seats").toString()));
      process = new ProcessBuilder(line).redirectError(new File("/dev/null")).start();
      port = readPort();
    }

    private int readPort() throws IOException {
      var output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(RelayHouse.READY)) {
          return Integer.parseInt(line.substring(RelayHouse.READY.length()));
        }
      }
      throw new IOException("the server did not come to take letters");
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}
