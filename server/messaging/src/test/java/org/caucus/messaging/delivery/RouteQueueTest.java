package org.caucus.messaging.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.catchall.CatchAllServer;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.mail.smtp.routes.SmtpRoutes;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that takes the mail of one domain has its own queue: nobody else's mail waits for it. */
class RouteQueueTest {
  private static final Backoff QUICK =
      new Backoff(List.of(Duration.ofMillis(100)), Duration.ofDays(5));

  /** More than are carried at one time, to any host. */
  private static final int PARCELS = 3 * DeliveryWorker.WORKERS;

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final InstantSource clock = InstantSource.system();
  private final int port = Ports.free();
  private Installation caucus;
  private Outbox outbox;
  private CatchAllServer usual;
  private CatchAllServer press;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory.resolve("data"));
    outbox = new Outbox(caucus.mongo(), caucus.vault(), Node.alone(caucus.mongo()));
    usual = new CatchAllServer(directory.resolve("usual"), 0, clock);
    usual.start();
    press = new CatchAllServer(directory.resolve("press"), port, clock);
  }

  @AfterEach
  void close() {
    usual.close();
    press.close();
    caucus.close();
    vertx.close().await();
  }

  /** What is wrong with the host of press.example. */
  private enum Trouble {
    DOWN,
    SILENT,
    BUSY
  }

  /** A host that says nothing, or that it has no time. */
  private static final class Host implements AutoCloseable {
    private final ServerSocket door;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    Host(int port, Trouble trouble) throws IOException {
      door = new ServerSocket();
      if (trouble != Trouble.DOWN) {
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.startVirtualThread(() -> answer(trouble));
      }
    }

    private void answer(Trouble trouble) {
      try {
        while (true) {
          Socket caller = door.accept();
          callers.add(caller);
          if (trouble == Trouble.BUSY) {
            caller.getOutputStream().write("421 4.3.2 Too busy\r\n".getBytes(US_ASCII));
            caller.close();
          }
        }
      } catch (IOException e) {
        // it was closed
      }
    }

    @Override
    public void close() {
      try {
        door.close();
        for (Socket caller : callers) {
          caller.close();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Smarthost.Hosts hosts() {
    return new Smarthost.Hosts(
        vertx,
        SmtpUrl.parse("smtp://127.0.0.1:" + usual.port()),
        SmtpRoutes.parse("press.example=127.0.0.1:" + port),
        "localhost",
        null);
  }

  private DeliveryWorker deliveries(Smarthost.Hosts hosts, InstantSource byThisClock) {
    return deliveries(hosts, byThisClock, new Memo());
  }

  private DeliveryWorker deliveries(
      Smarthost.Hosts hosts, InstantSource byThisClock, Composer composer) {
    return deliveries(hosts, byThisClock, composer, QUICK);
  }

  private DeliveryWorker deliveries(
      Smarthost.Hosts hosts, InstantSource byThisClock, Composer composer, Backoff backoff) {
    DeliveryWorker deliveries =
        new DeliveryWorker(
            outbox,
            hosts,
            new Verp(caucus.vault(), "lists.example"),
            List.of(composer),
            backoff,
            (parcel, recipient, fate) -> {},
            byThisClock);
    deliveries.start();
    return deliveries;
  }

  private static final class Memo implements Composer {
    @Override
    public String kind() {
      return "memo";
    }

    @Override
    public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
      byte[] letter = "Subject: memo\r\n\r\nText\r\n".getBytes(US_ASCII);
      return Optional.of(
          new OutgoingMail.Raw("code", MailAddress.of(recipient), RawLetter.of(letter)));
    }
  }

  /** Parcels for a reader at each host; the one of press.example is the first of each. */
  private void put() {
    for (int i = 0; i < PARCELS; i++) {
      List<String> to = List.of("ada" + i + "@press.example", "ben" + i + "@home.example");
      outbox
          .put(DeliveryBatch.of(id(i), null, "memo", new JsonObject(), to, clock.instant()))
          .await();
    }
  }

  private static String id(int parcel) {
    return DeliveryBatch.id("commit-" + parcel);
  }

  private List<DeliveryOutcome> fates(int place) {
    return IntStream.range(0, PARCELS)
        .mapToObj(i -> outbox.byId(id(i)).await().orElseThrow())
        .map(parcel -> parcel.recipients().get(place).fate())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void aHostInTroubleHoldsBackNobodyElse(Trouble trouble) throws IOException {
    put();
    try (Smarthost.Hosts hosts = hosts();
        DeliveryWorker deliveries = deliveries(hosts, clock);
        Host host = new Host(port, trouble)) {
      deliveries.ring();
      Awaitility.await().until(() -> usual.list().size() == PARCELS);

      assertThat(host.door.isClosed()).isFalse();
      assertThat(fates(0)).allMatch(fate -> fate instanceof DeliveryOutcome.Waiting);
      assertThat(usual.list())
          .allMatch(l -> l.recipients().getFirst().domain().equals("home.example"));
    }
  }

  @Test
  void eachGetsItsOwnOnceAndWhatWaitedWhenItIsBack() {
    put();
    try (Smarthost.Hosts hosts = hosts();
        DeliveryWorker deliveries = deliveries(hosts, clock)) {
      deliveries.ring();
      Awaitility.await()
          .until(
              () ->
                  fates(0).stream()
                      .allMatch(f -> f instanceof DeliveryOutcome.Waiting w && w.code() > 0));
      press.start();
      deliveries.idle().await();
      Awaitility.await().until(() -> outbox.waiting().await() == 0);
    }

    assertThat(press.list())
        .hasSize(PARCELS)
        .allMatch(l -> l.recipients().getFirst().domain().equals("press.example"));
    assertThat(usual.list()).hasSize(PARCELS);
    assertThat(fates(0)).allMatch(fate -> fate instanceof DeliveryOutcome.Sent);
  }

  /** It is asked again a minute after it could not be reached; an operator need not wait. */
  @Test
  void aHostThatAnOperatorHasMendedIsAskedAtOnce() {
    put();
    MailQueue queue = new MailQueue(caucus.mongo(), caucus.vault(), MailQueue.Senders.none());
    try (Smarthost.Hosts hosts = hosts();
        DeliveryWorker deliveries = deliveries(hosts, clock, new Memo(), Backoff.USUAL)) {
      deliveries.ring();
      Awaitility.await()
          .until(
              () ->
                  fates(0).stream()
                      .allMatch(f -> f instanceof DeliveryOutcome.Waiting w && w.code() > 0));
      press.start();

      deliveries.retry();
      queue.patiently(
          queue.change(letter -> true, MailQueue.Act.RETRY, clock.instant()),
          letter -> true,
          MailQueue.Act.RETRY,
          Duration.ofSeconds(10),
          clock.instant());
      deliveries.retry();
      Awaitility.await().until(() -> outbox.waiting().await() == 0);
    }
    assertThat(press.list()).hasSize(PARCELS);
  }

  /** Ben's second try is due while the letters for press.example of the same parcel are sent. */
  @Test
  void thePersonWhoIsDueMeanwhileDoesNotWaitForAllThatIsForAnotherHost() {
    AtomicReference<Instant> now = new AtomicReference<>(clock.instant());
    Instant soon = now.get().plusSeconds(10);
    List<String> written = new CopyOnWriteArrayList<>();
    Composer memo =
        new Composer() {
          @Override
          public String kind() {
            return "memo";
          }

          @Override
          public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
            written.add(recipient);
            boolean again = written.indexOf(recipient) < written.lastIndexOf(recipient);
            if (again && recipient.startsWith("ada@")) {
              now.set(soon); // while the first for press.example is sent
            }
            return new Memo().compose(parcel, recipient);
          }
        };
    press.start();
    Instant at = now.get();
    List<DeliveryBatch.Recipient> to =
        List.of(
            new DeliveryBatch.Recipient(
                "ben@home.example", new DeliveryOutcome.Waiting(soon, 1, 451)),
            new DeliveryBatch.Recipient("ada@press.example", new DeliveryOutcome.Waiting(at, 0, 0)),
            new DeliveryBatch.Recipient(
                "eve@press.example", new DeliveryOutcome.Waiting(at, 0, 0)));
    outbox.put(new DeliveryBatch(id(0), null, "memo", new JsonObject(), to, at)).await();
    try (Smarthost.Hosts hosts = hosts();
        DeliveryWorker deliveries = deliveries(hosts, now::get, memo)) {
      deliveries.ring();
      Awaitility.await().until(() -> outbox.waiting().await() == 0);
    }

    assertThat(written)
        .containsExactly(
            "ada@press.example",
            "eve@press.example",
            "ada@press.example",
            "ben@home.example",
            "eve@press.example");
    assertThat(press.list()).hasSize(2);
    assertThat(usual.list()).hasSize(1);
  }

  @Test
  void whatWasHandedOverIsLookedAtAgainByThePersonWhoComesNext() throws IOException {
    put();
    try (Smarthost.Hosts hosts = hosts();
        DeliveryWorker deliveries = deliveries(hosts, clock);
        Host host = new Host(port, Trouble.SILENT)) {
      deliveries.ring();
      Awaitility.await().until(() -> usual.list().size() == PARCELS && !host.callers.isEmpty());
      assertThat(fates(0))
          .as("and before that nobody writes it in vain")
          .allMatch(
              f ->
                  f instanceof DeliveryOutcome.Waiting w
                      && w.next().isAfter(clock.instant().plusSeconds(60)));
    }
    press.start();
    InstantSource later = () -> clock.instant().plus(RouteQueue.HANDED_OVER);
    try (Smarthost.Hosts hosts = hosts();
        DeliveryWorker deliveries = deliveries(hosts, later)) {
      deliveries.idle().await();
      Awaitility.await().until(() -> outbox.waiting().await() == 0);
    }

    assertThat(press.list()).hasSize(PARCELS);
    assertThat(usual.list()).as("nobody else again").hasSize(PARCELS);
  }
}
