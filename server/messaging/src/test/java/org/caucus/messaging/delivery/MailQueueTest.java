package org.caucus.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.catchall.CatchAllServer;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.messaging.delivery.MailQueue.Act;
import org.caucus.messaging.delivery.MailQueue.Changes;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators change letters of the queue, while a server sends them and others change them. */
class MailQueueTest {
  private static final int PARCELS = 40;

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private Installation caucus;
  private Outbox outbox;
  private MailQueue queue;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory.resolve("data"));
    outbox = new Outbox(caucus.mongo(), caucus.vault(), Node.alone(caucus.mongo()));
    queue = queue(MailQueue.Senders.others());
  }

  @AfterEach
  void close() {
    caucus.close();
    vertx.close().await();
  }

  private MailQueue queue(MailQueue.Senders senders) {
    return new MailQueue(caucus.mongo(), caucus.vault(), senders);
  }

  private void put(int parcel, DeliveryOutcome.Waiting... fates) {
    List<DeliveryBatch.Recipient> who = new ArrayList<>();
    for (int i = 0; i < fates.length; i++) {
      who.add(new DeliveryBatch.Recipient("m" + i + "@home.example", fates[i]));
    }
    outbox.put(new DeliveryBatch(id(parcel), null, "memo", new JsonObject(), who, now)).await();
  }

  private static String id(int parcel) {
    return DeliveryBatch.id("parcel-" + parcel);
  }

  private DeliveryOutcome fate(int parcel, int index) {
    return outbox.byId(id(parcel)).await().orElseThrow().recipients().get(index).fate();
  }

  private DeliveryOutcome.Waiting deferred() {
    return new DeliveryOutcome.Waiting(now.plus(Duration.ofHours(4)), 3, 451, "4.7.1");
  }

  private Changes all(Act act) {
    return queue.change(letter -> true, act, now);
  }

  @Test
  void aHeldLetterOutlastsEverythingUntilItIsReleased() {
    DeliveryOutcome.Waiting untried = new DeliveryOutcome.Waiting(now, 0, 0);
    put(0, untried, untried);
    assertThat(queue.change(l -> l.index() == 1, Act.HOLD, now).done()).isEqualTo(1);
    int port = Ports.free();
    Composer memo = new Memo();
    try (CatchAllServer host =
            new CatchAllServer(directory.resolve("mail"), port, InstantSource.system());
        Smarthost smarthost =
            new Smarthost(vertx, SmtpUrl.parse("smtp://127.0.0.1:" + port), "localhost", null);
        DeliveryWorker worker =
            new DeliveryWorker(
                outbox,
                smarthost,
                new Verp(caucus.vault(), "lists.example"),
                List.of(memo),
                Backoff.USUAL,
                (parcel, recipient, fate) -> {},
                InstantSource.system())) {
      host.start();
      worker.start();
      worker.idle().await();
      assertThat(host.list()).hasSize(1);
      outbox.takeOver(now.plus(Duration.ofDays(9))); // as a start does
      assertThat(outbox.due(now.plus(Duration.ofDays(9)), 10).await()).isEmpty();
      assertThat(queue.letters().map(QueuedLetter::state)).containsExactly(QueuedLetter.State.HELD);
      assertThat(all(Act.RETRY).unfit()).isEqualTo(1);

      assertThat(all(Act.RELEASE).done()).isEqualTo(1);
      worker.idle().await();
      assertThat(host.list()).hasSize(2);
      assertThat(fate(0, 1)).isInstanceOf(DeliveryOutcome.Sent.class);
      assertThat(all(Act.PURGE)).as("too late").isEqualTo(Changes.NONE);
    }
  }

  private static final class Memo implements Composer {
    @Override
    public String kind() {
      return "memo";
    }

    @Override
    public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
      byte[] letter = "Subject: memo\r\n\r\nText\r\n".getBytes(StandardCharsets.US_ASCII);
      return Optional.of(
          new OutgoingMail.Raw("code", MailAddress.of(recipient), RawLetter.of(letter)));
    }
  }

  @Test
  void whatIsJustLeavingIsLeftToWhoSendsIt() {
    put(0, new DeliveryOutcome.Waiting(now, 0, 0), deferred());
    var entry = outbox.due(now, 1).await().getFirst();
    Outbox.Claim claim = outbox.claim(entry, now).await().orElseThrow();

    Changes purged = all(Act.PURGE);
    assertThat(purged.done()).isZero();
    assertThat(purged.sending()).isEqualTo(2);
    assertThat(queue.letters().map(QueuedLetter::state)).containsOnly(QueuedLetter.State.SENDING);
    Thread sender =
        Thread.startVirtualThread(
            () -> {
              var sent = claim.parcel().with(0, new DeliveryOutcome.Sent(now));
              outbox.settle(claim.with(sent)).await();
            });
    Changes after = queue.patiently(purged, letter -> true, Act.PURGE, Duration.ofSeconds(30), now);

    assertThat(sender.isVirtual()).isTrue();
    assertThat(after.done()).isEqualTo(1);
    assertThat(after.sending()).isZero();
    assertThat(fate(0, 0)).as("it was sent, and stays so").isEqualTo(new DeliveryOutcome.Sent(now));
    assertThat(fate(0, 1)).isEqualTo(new DeliveryOutcome.GivenUp(451, "4.7.1", true));
  }

  @Test
  void whatAServerHadInHandWhenItWasStoppedIsNobodys() {
    put(0, new DeliveryOutcome.Waiting(now, 0, 0));
    assertThat(outbox.claim(outbox.due(now, 1).await().getFirst(), now).await()).isPresent();

    assertThat(all(Act.HOLD).done()).as("one may live").isZero();
    assertThat(queue(MailQueue.Senders.none()).change(l -> true, Act.HOLD, now).done())
        .isEqualTo(1);
    assertThat(outbox.due(now.plus(Duration.ofDays(1)), 1).await()).isEmpty();
  }

  @Test
  void twoOperatorsAtOnceDoEachThingOnce() throws Exception {
    for (int i = 0; i < PARCELS; i++) {
      put(i, deferred(), deferred(), deferred());
    }
    CountDownLatch begin = new CountDownLatch(1);
    List<Changes> done = new ArrayList<>();
    try (var operators = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Changes>> both =
          IntStream.range(0, 2)
              .mapToObj(
                  n ->
                      operators.submit(
                          () -> {
                            begin.await();
                            return all(Act.PURGE);
                          }))
              .toList();
      Future<Changes> third =
          operators.submit(
              () -> {
                begin.await();
                return queue.change(l -> l.index() == 0, Act.HOLD, now);
              });
      begin.countDown();
      for (Future<Changes> one : both) {
        done.add(one.get());
      }
      third.get();
    }

    Changes again = all(Act.PURGE); // what one of them left because others were quicker
    assertThat(done.stream().mapToLong(Changes::done).sum() + again.done())
        .as("each letter was purged once")
        .isEqualTo(3L * PARCELS);
    assertThat(queue.letters()).isEmpty();
    assertThat(fate(PARCELS - 1, 2)).isEqualTo(new DeliveryOutcome.GivenUp(451, "4.7.1", true));
  }

  @Test
  void aLetterThatWaitsForItsHourIsNotTriedBefore() {
    Instant morning = now.plus(Duration.ofHours(7));
    put(0, new DeliveryOutcome.Waiting(morning, 0, 0), deferred());

    Changes retried = all(Act.RETRY);

    assertThat(retried.done()).isEqualTo(1);
    assertThat(retried.unfit()).isEqualTo(1);
    assertThat(((DeliveryOutcome.Waiting) fate(0, 0)).next()).isEqualTo(morning);
    assertThat(((DeliveryOutcome.Waiting) fate(0, 1)).next()).isEqualTo(now);
  }

  @Test
  void aParcelIsNamedByTheBeginningOfItsId() {
    put(0, deferred());
    put(1, deferred());

    assertThat(queue.parcels(id(0).substring(0, 8))).containsExactly(id(0));
    assertThat(queue.parcels(id(1))).containsExactly(id(1));
    assertThat(queue.parcels("")).hasSize(2);
    assertThat(queue.parcels("zzzzzz")).isEmpty();
  }
}
