package org.caucus.messaging.distribution.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.attachments.UnreferencedBlobs;
import org.caucus.coalition.entries.attachments.UploadGc;
import org.caucus.coalition.entries.attachments.Uploads;
import org.caucus.coalition.lists.NewThread;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.distribution.recipients.RecipientBatches;
import org.caucus.messaging.notifications.PostOffice;
import org.caucus.platform.antivirus.Scanner;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.eventlog.subscriptions.Checkpoints;
import org.caucus.platform.eventlog.subscriptions.DeadLetters;
import org.caucus.platform.eventlog.subscriptions.RetryPolicy;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one member wrote to another alone is not here any more when they have it. */
class MemberForwardedLetterTest {
  private static final byte[] LETTER =
      "From: Ada <ada@home.example>\r\nSubject: Between us\r\n\r\nFor you alone.\r\n"
          .getBytes(UTF_8);

  @TempDir Path directory;
  private final AtomicReference<Instant> time = new AtomicReference<>();
  private PostOffice office;
  private Checkpoints checkpoints;
  private UploadGc sweeping;

  @BeforeEach
  void open() {
    office = new PostOffice(directory).founded();
    time.set(office.now());
    var vault = office.caucus.vault();
    var uploads = new Uploads(office.caucus.mongo(), vault, office.blobs, Scanner.NONE, time::get);
    var log = office.caucus.log();
    checkpoints = new Checkpoints(leases());
    var passedOn =
        new MemberForwardedLetter(
            office.outbox, checkpoints, new DeadLetters(office.caucus.mongo(), vault));
    var orphans = new UnreferencedBlobs(office.blobs, log, uploads, Set::of, passedOn::isOver);
    sweeping =
        new UploadGc(
            log, office.rooms, uploads, orphans, time::get, () -> Future.succeededFuture(true));
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Leases leases() {
    return new Leases(office.caucus.mongo(), Node.alone(office.caucus.mongo()));
  }

  /** A relay that can put nothing, and reads all there is. */
  private void relayGivesUp() {
    var given = new AtomicInteger();
    try (var followers =
        new Subscriptions(
            office.caucus.mongo(),
            office.caucus.vault(),
            office.caucus.log(),
            leases(),
            new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1)),
            new Counting(given),
            List.of(new Failing()))) {
      followers.ring(office.workspace, office.state().sequence());
      followers.drained(office.workspace).await();
    }
    assertThat(given.get()).isPositive();
  }

  private static final class Failing implements Subscription {
    @Override
    public String name() {
      return RecipientBatches.SUBSCRIPTION;
    }

    @Override
    public void handle(WorkspaceId workspace, LogRecord record) {
      throw new IllegalStateException("no room");
    }
  }

  private record Counting(AtomicInteger given) implements Subscriptions.Listener {
    @Override
    public void dead(DeadLetters.DeadLetter letter) {
      given.incrementAndGet();
    }

    @Override
    public void stalled(String follower, WorkspaceId workspace, Throwable cause) {
      throw new AssertionError(cause);
    }
  }

  private String kept() {
    return office.blobs.put(office.workspace, LETTER).await().value();
  }

  private void passOn(String blob) {
    office.submit(
        null,
        new LetterCommand.PassLetterOn(
            "letter-" + blob, office.seat("ada"), office.seat("ben"), blob));
  }

  private void daysPass(int days) {
    for (int day = 0; day < days; day++) {
      time.updateAndGet(t -> t.plus(Duration.ofHours(25)));
      sweeping.now();
    }
  }

  private Set<String> here() {
    return office.blobs.all(office.workspace).await();
  }

  @Test
  void itsBytesGoWithinTwoDaysOfItsDeliveryAndNotBefore() {
    String blob = kept();
    passOn(blob);
    office.followed();
    daysPass(40);
    assertThat(here()).contains(blob);

    office.delivered();
    assertThat(office.lettersOf("ben")).isNotEmpty();
    daysPass(1);
    assertThat(here()).contains(blob);
    daysPass(1);
    assertThat(here()).doesNotContain(blob);
  }

  @Test
  void whatIsAlsoAPostStaysWithIt() {
    String both = kept();
    passOn(both);
    office.submit(
        "ada",
        new LetterCommand.PostLetter(
            new NewThread("coalition"),
            "Between us",
            "text",
            new EntryLetter(both, "p@home.example", null, false, List.of())));
    office.delivered();
    assertThat(office.lettersOf("ben")).isNotEmpty();

    daysPass(40);
    assertThat(here()).contains(both);
  }

  @Test
  void ofWhichNoDeliveryIsKnownNorToComeItGoesAfterThirtyDays() {
    String blob = kept();
    passOn(blob);
    // as where the workspace was moved in from another server
    checkpoints
        .begin(RecipientBatches.SUBSCRIPTION, office.workspace, office.state().sequence())
        .await();

    daysPass(20);
    assertThat(here()).contains(blob);
    daysPass(20);
    assertThat(here()).doesNotContain(blob);
  }

  @Test
  void whatTheRelayHasNotReadYetStaysHoweverLongThatTakes() {
    String blob = kept();
    passOn(blob);

    daysPass(40);
    assertThat(here()).contains(blob);
    office.delivered();
    assertThat(office.lettersOf("ben")).hasSize(1);
    daysPass(2);
    assertThat(here()).doesNotContain(blob);
  }

  @Test
  void whatTheRelayGaveUpStaysUntilItIsTriedAgain() {
    String blob = kept();
    passOn(blob);
    relayGivesUp();

    daysPass(40);
    assertThat(here()).contains(blob);
    office.readsAgain(office.state().sequence());
    office.delivered();
    assertThat(office.lettersOf("ben")).hasSize(1);
    daysPass(2);
    assertThat(here()).doesNotContain(blob);
  }
}
