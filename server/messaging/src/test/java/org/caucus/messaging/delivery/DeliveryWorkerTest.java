package org.caucus.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.smtp.catchall.CatchAllServer;
import org.caucus.mail.smtp.client.RecipientOutcome;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put into the outbox arrives, once, whatever happens in between. */
class DeliveryWorkerTest {
  private static final Backoff QUICK =
      new Backoff(List.of(Duration.ofMillis(100)), Duration.ofDays(5));

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final InstantSource clock = InstantSource.system();
  private final List<String> undelivered = new CopyOnWriteArrayList<>();
  private Installation caucus;
  private Outbox outbox;
  private CatchAllServer smarthost;
  private int port;

  @BeforeEach
  void open() {
    port = Ports.free();
    start();
    smarthost = new CatchAllServer(directory.resolve("mail"), port, clock);
  }

  private void start() {
    caucus = Installation.open(directory.resolve("data"));
    outbox = new Outbox(caucus.mongo(), caucus.vault(), Node.alone(caucus.mongo()));
  }

  @AfterEach
  void close() {
    smarthost.close();
    caucus.close();
    vertx.close().await();
  }

  /** Writes a memo to the person who asks, but not to eve; for abel it cannot be written at all. */
  private static final class Memo implements Composer {
    @Override
    public String kind() {
      return "memo";
    }

    @Override
    public Optional<OutgoingMail> compose(DeliveryBatch parcel, String recipient) {
      if (recipient.startsWith("abel@")) {
        throw new StackOverflowError("too deep");
      }
      byte[] letter = "Subject: memo\r\n\r\n.Text\r\n".getBytes(StandardCharsets.US_ASCII);
      return recipient.startsWith("eve@")
          ? Optional.empty()
          : Optional.of(
              new OutgoingMail.Raw("code", MailAddress.of(recipient), RawLetter.of(letter)));
    }
  }

  private Smarthost client() {
    return new Smarthost(vertx, SmtpUrl.parse("smtp://127.0.0.1:" + port), "localhost", null);
  }

  private DeliveryWorker deliveries(Smarthost client, Backoff backoff) {
    return deliveries(client, backoff, clock);
  }

  private DeliveryWorker deliveries(Smarthost client, Backoff backoff, InstantSource byThisClock) {
    DeliveryWorker deliveries =
        new DeliveryWorker(
            outbox,
            client,
            new Verp(caucus.vault(), "lists.example"),
            List.of(new Memo()),
            backoff,
            (parcel, recipient, fate) -> undelivered.add(recipient + " " + fate),
            byThisClock);
    deliveries.start();
    return deliveries;
  }

  private DeliveryBatch memo(String cause, String... to) {
    Instant now = clock.instant();
    return DeliveryBatch.of(
        DeliveryBatch.id(cause), null, "memo", new JsonObject(), List.of(to), now);
  }

  @Test
  void sendsOnceHoweverOftenItIsPutAndKeepsTheLedger() {
    smarthost.start();
    DeliveryBatch parcel = memo("commit-1", "ada@home.example", "eve@home.example");
    try (Smarthost client = client();
        DeliveryWorker deliveries = deliveries(client, QUICK)) {
      outbox.put(parcel).await();
      outbox.put(parcel).await();
      deliveries.idle().await();
      outbox.put(parcel).await(); // a follower that reads the log again, long after
      deliveries.idle().await();
    }
    assertThat(smarthost.list()).hasSize(1);
    assertThat(outbox.waiting().await()).isZero();
    var sender = smarthost.list().getFirst().sender().orElseThrow();
    String ticket = sender.localPart().substring("code+b.".length());
    var bounced = new Verp(caucus.vault(), "lists.example").open(ticket).orElseThrow();
    DeliveryBatch sent = outbox.find(bounced.parcelPrefix()).await().orElseThrow();
    assertThat(sent.recipients().get(bounced.index()).who()).isEqualTo("ada@home.example");
    assertThat(sent.recipients().get(0).fate()).isInstanceOf(DeliveryOutcome.Sent.class);
    assertThat(sent.recipients().get(1).fate()).isInstanceOf(DeliveryOutcome.Withheld.class);
  }

  @Test
  void whoseLetterCannotBeWrittenWaitsAndNobodyElseGetsItTwice() {
    smarthost.start();
    Backoff rarely = new Backoff(List.of(Duration.ofHours(1)), Duration.ofDays(5));
    DeliveryBatch parcel =
        memo("commit-1", "ada@home.example", "abel@home.example", "ben@home.example");
    try (Smarthost client = client();
        DeliveryWorker deliveries = deliveries(client, rarely)) {
      outbox.put(parcel).await();
      deliveries.idle().timeout(10, TimeUnit.SECONDS).await();
      DeliveryBatch after = outbox.find(parcel.id().substring(0, 20)).await().orElseThrow();

      assertThat(after.recipients().get(0).fate()).isInstanceOf(DeliveryOutcome.Sent.class);
      assertThat(after.recipients().get(1).fate()).isInstanceOf(DeliveryOutcome.Waiting.class);
      assertThat(after.recipients().get(2).fate()).isInstanceOf(DeliveryOutcome.Sent.class);
    }
    assertThat(smarthost.list()).hasSize(2);
  }

  @Test
  void whateverKeepsItFromLookingTheNextLookSends() {
    smarthost.start();
    var failures = new AtomicInteger(2);
    InstantSource faulty =
        () -> {
          if (failures.getAndDecrement() > 0) {
            throw new StackOverflowError();
          }
          return clock.instant();
        };
    outbox.put(memo("commit-1", "ada@home.example")).await();

    try (Smarthost client = client();
        DeliveryWorker deliveries = deliveries(client, QUICK, faulty)) {
      deliveries.idle().timeout(30, TimeUnit.SECONDS).await();
    }

    assertThat(smarthost.list()).hasSize(1);
  }

  @Test
  void whatWaitsSurvivesARestart() {
    smarthost.start();
    IntStream.range(0, 20)
        .forEach(i -> outbox.put(memo("commit-" + i, "a" + i + "@home.example")).await());
    caucus.close();
    start();
    try (Smarthost client = client();
        DeliveryWorker deliveries = deliveries(client, QUICK)) {
      deliveries.idle().await();
    }
    assertThat(smarthost.list()).hasSize(20);
  }

  @Test
  void aSmarthostThatIsDownIsWaitedFor() {
    try (Smarthost client = client();
        DeliveryWorker deliveries = deliveries(client, QUICK)) {
      outbox.put(memo("commit-1", "ada@home.example", "ben@home.example")).await();
      deliveries.ring();
      Awaitility.await().until(() -> attempts("commit-1") > 1);
      smarthost.start();
      Awaitility.await().until(() -> outbox.waiting().await() == 0);
    }
    assertThat(smarthost.list()).hasSize(2);
    assertThat(undelivered).isEmpty();
  }

  private int attempts(String cause) {
    DeliveryBatch parcel =
        outbox.find(DeliveryBatch.id(cause).substring(0, 16)).await().orElseThrow();
    return parcel.recipients().getFirst().fate() instanceof DeliveryOutcome.Waiting w
        ? w.attempts()
        : 0;
  }

  @Test
  void givesUpInTheEndAndSaysSo() {
    Backoff impatient = new Backoff(List.of(Duration.ofMillis(20)), Duration.ofMillis(100));
    try (Smarthost client = client();
        DeliveryWorker deliveries = deliveries(client, impatient)) {
      outbox.put(memo("commit-1", "ada@home.example")).await();
      deliveries.ring();
      Awaitility.await().until(() -> outbox.waiting().await() == 0);
    }
    assertThat(undelivered)
        .containsExactly("ada@home.example GivenUp[code=451, enhanced=, purged=false]");
  }

  @Test
  void aClaimThatWasAbandonedRunsOut() {
    smarthost.start();
    outbox.put(memo("dead", "ada@home.example")).await();
    outbox.put(memo("alive", "ben@home.example")).await();
    Instant now = clock.instant();
    for (var entry : outbox.due(now, 10).await()) {
      boolean dead = entry.id().equals(DeliveryBatch.id("dead"));
      Instant claimed = dead ? now.minus(Outbox.LEASE) : now;
      assertThat(outbox.claim(entry, claimed).await()).isPresent();
      assertThat(outbox.claim(entry, now).await()).as("somebody was first").isEmpty();
    }
    try (Smarthost client = client();
        DeliveryWorker deliveries = deliveries(client, QUICK)) {
      deliveries.idle().await();
    }
    assertThat(smarthost.list()).hasSize(1);
    assertThat(smarthost.list().getFirst().recipients())
        .containsExactly(MailAddress.of("ada@home.example"));
    assertThat(outbox.waiting().await()).isEqualTo(1);
  }

  @Test
  void aFieldCannotHoldAnotherField() {
    NamedAddress ada = NamedAddress.of(MailAddress.of("ada@home.example"));
    for (String evil : List.of("a\nBcc: x@y.example", "a\r\nBcc: x@y.example", "a\rb", "a\0b")) {
      assertThatThrownBy(() -> letter(ada, evil, "id@x.example").toMessage())
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> letter(ada, "ok", evil).toMessage())
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Header.structured("X-Note", evil))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new NamedAddress(evil, ada.address()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Composition letter(NamedAddress to, String subject, String id) {
    return new Composition(to, to, subject, id, clock.instant(), "Text", List.of());
  }

  @Test
  void theMailClientWritesWhatWasComposed() throws Exception {
    smarthost.start();
    NamedAddress to = new NamedAddress("Adá \"A\" Obi", MailAddress.of("ada@home.example"));
    String subject = "Überlegungen zum Entwurf " + "sehr lang ".repeat(20).strip();
    Composition letter =
        new Composition(
            to,
            to,
            subject,
            "one@lists.example",
            clock.instant(),
            "Grüße\r\n.\r\n.dot\n" + "long ".repeat(400),
            List.of(Header.structured("Reply-To", "code+r.x@lists.example")));
    try (Smarthost client = client();
        Smarthost.Line line = client.line()) {
      line.send(
          MailAddress.of("code+b.t@lists.example"),
          new OutgoingMail.Composed("code", to.address(), letter),
          () -> true,
          outcome -> assertThat(outcome).isInstanceOf(RecipientOutcome.Accepted.class));
    }
    var caught = smarthost.list().getFirst();
    assertThat(caught.sender()).contains(MailAddress.of("code+b.t@lists.example"));
    RawLetter raw = RawLetter.of(smarthost.letter(caught.id()).orElseThrow());
    var read = org.caucus.mail.message.ParsedLetter.of(raw);
    assertThat(read.subject()).isEqualTo(subject);
    assertThat(read.from()).containsExactly(to);
    assertThat(read.to()).containsExactly(to);
    assertThat(read.messageId()).contains("one@lists.example");
    assertThat(read.text()).startsWith("Grüße\n.\n.dot\nlong long");
    assertThat(raw.names()).doesNotHaveDuplicates();
  }
}
