package org.caucus.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.caucus.kernel.support.Clocks;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.MailQueue;
import org.caucus.messaging.delivery.Outbox;
import org.caucus.operator.backup.HeldCopy;
import org.caucus.operator.backup.HoldCommand;
import org.caucus.operator.cli.Console;
import org.caucus.operator.cli.OperatorCommand;
import org.caucus.operator.cli.OperatorContext;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.jobs.JobStore;
import org.caucus.platform.jobs.JobType;
import org.caucus.platform.store.DatabaseException;
import org.caucus.platform.store.backup.BackupCopy;
import org.caucus.platform.store.backup.BackupTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An operator's command does the same with a server and without one. */
class ShellTest {
  private static final List<String> FOLLOWERS = List.of("followers");

  @TempDir Path directory;
  private final Heard heard = new Heard();

  private OperatorContext desk(Installation caucus) {
    var blobs = new Blobs(caucus.mongo(), caucus.vault());
    return new OperatorContext(
        directory,
        caucus.mongo(),
        caucus.vault(),
        caucus.log(),
        blobs,
        List.of("relay"),
        List.of("relay"),
        () -> {
          throw new IllegalStateException("no command here asks for it");
        },
        () -> {
          throw new IllegalStateException("no command here asks for it");
        },
        "",
        "http://caucus.example",
        new MailQueue(caucus.mongo(), caucus.vault(), MailQueue.Senders.none()));
  }

  private int run(List<String> words) {
    return new Shell(directory, heard)
        .run(
            words,
            work -> {
              try (var caucus = Installation.open(directory)) {
                return work.run(desk(caucus));
              }
            });
  }

  @Test
  void answersTheSameThroughARunningServer() throws IOException {
    int alone = run(FOLLOWERS);
    var saidAlone = List.copyOf(heard.said);
    heard.said.clear();

    int through;
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      through = run(FOLLOWERS);
    }

    assertThat(saidAlone).last().isEqualTo("Nothing was given up.");
    assertThat(heard.said).isEqualTo(saidAlone);
    assertThat(List.of(alone, through)).containsOnly(OperatorCommand.DONE);
  }

  /** The operator's end dies in the middle: the server lets go, and the next backup is whole. */
  @Test
  void aBackupWhoseOperatorIsGoneIsNoneAndTheNextIs() throws IOException {
    Path place = directory.resolveSibling(directory.getFileName() + "-backups");
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus));
        var into = BackupTarget.write(place)) {
      assertThat(control).isNotNull();
      var gone = new HeldCopy(into, heard, BackupCopy.Pace.FULL, (read, written) -> hangUp());
      assertThatThrownBy(() -> gone.run(this::hold)).hasMessage("gone");
      assertThat(into.names()).isEmpty();

      await()
          .atMost(Clocks.LONG)
          .untilAsserted(
              () ->
                  assertThat(
                          new HeldCopy(into, heard, BackupCopy.Pace.FULL, (read, written) -> {})
                              .run(this::hold))
                      .isNotNull());
      assertThat(into.names()).hasSize(1);
      assertThat(into.manifest(null).masterKey())
          .isEqualTo(caucus.vault().ring().master().fingerprint());
    }
  }

  private int hold(Console hears) {
    return new Shell(directory, hears).beside(HoldCommand.words());
  }

  private static void hangUp() {
    throw new IllegalStateException("gone");
  }

  private static JobStore<byte[]> jobs(Installation caucus, String kind) {
    var type = new JobType<byte[]>(kind, b -> b, b -> b, b -> "b".repeat(26));
    return new JobStore<>(caucus.mongo(), caucus.vault(), type);
  }

  private static JobStore<byte[]> digests(Installation caucus) {
    return jobs(caucus, "digests");
  }

  private void oneDigestFails(Instant now) {
    oneFails("digests", now);
  }

  private void oneFails(String kind, Instant now) {
    try (var caucus = Installation.open(directory)) {
      JobStore<byte[]> all = jobs(caucus, kind);
      all.add("one", new byte[] {1}, now).await();
      all.failed(all.find("one").await().orElseThrow(), new ArithmeticException("words"), now);
    }
  }

  @Test
  void jobsThatFailedAreListedAndTriedAgain() {
    assertThat(run(List.of("jobs"))).isEqualTo(OperatorCommand.DONE);
    assertThat(heard.said)
        .anyMatch(line -> line.matches("outbox +0 +0 +0 +0"))
        .anyMatch(line -> line.matches("webhook-calls +0 +0 +0 +0"))
        .anyMatch(line -> line.matches("imports +0 +0 +0 +0"))
        .last()
        .isEqualTo("Nothing that was due failed.");
    oneDigestFails(Instant.now());
    heard.said.clear();

    assertThat(run(List.of("jobs"))).isEqualTo(OperatorCommand.DONE);
    assertThat(heard.said)
        .anyMatch(line -> line.matches("digests +1 +0 +1 +0 +digests of lists"))
        .filteredOn(line -> line.startsWith("digests of " + "b".repeat(26)))
        .singleElement()
        .asString()
        .contains("failures in a row: 1 (ArithmeticException)")
        .doesNotContain("words");
    assertThat(run(List.of("jobs", "--redrive", "--kind", "weekly-letters")))
        .isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(run(List.of("jobs", "--redrive"))).isEqualTo(OperatorCommand.DONE);
    try (var caucus = Installation.open(directory)) {
      assertThat(digests(caucus).due(Instant.now(), 1).await()).hasSize(1);
    }
  }

  @Test
  void aJobIsGivenUpWhenTheOperatorSaysWhich() {
    oneDigestFails(Instant.now());

    assertThat(run(List.of("jobs", "--discard"))).isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(run(List.of("jobs", "--discard", "--id", "another")))
        .isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(run(List.of("jobs", "--discard", "--id", "one"))).isEqualTo(OperatorCommand.DONE);

    try (var caucus = Installation.open(directory)) {
      assertThat(digests(caucus).find("one").await()).isEmpty();
      assertThat(digests(caucus).failed()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "publications, publications",
    "action-reminders, moment-dues",
    "polls, poll-dues",
    "reviews, review-dues",
    "bounce-probes, standings"
  })
  void aJobThatAPageStillPromisesIsNotGivenUp(String kind, String collection) {
    oneFails(collection, Instant.now());

    assertThat(run(List.of("jobs", "--discard", "--kind", collection)))
        .as("by its former name")
        .isEqualTo(OperatorCommand.NOT_DONE);
    heard.noted.clear();

    assertThat(run(List.of("jobs", "--discard", "--kind", kind)))
        .isEqualTo(OperatorCommand.NOT_DONE);
    assertThat(run(List.of("jobs", "--discard", "--id", "one")))
        .isEqualTo(OperatorCommand.NOT_DONE);

    assertThat(heard.noted)
        .hasSize(2)
        .allMatch(line -> line.contains("kind " + kind + " are not given up"));
    try (var caucus = Installation.open(directory)) {
      assertThat(jobs(caucus, collection).failed()).hasSize(1);
    }
  }

  @Test
  void mailThatWaitsForAnotherTryIsListedTriedAtOnceAndGivenUp() {
    Instant now = Instant.now();
    Instant later = now.plus(Duration.ofHours(4));
    String id = DeliveryBatch.id("one");
    var waits = new DeliveryOutcome.Waiting(later, 3, 451, "4.7.1");
    var who = List.of(new DeliveryBatch.Recipient("tobi@rights.example", waits));
    put(new DeliveryBatch(id, null, "account.notice", new JsonObject(), who, now));

    assertThat(run(List.of("jobs", "--kind", "outbox"))).isEqualTo(OperatorCommand.DONE);
    assertThat(heard.said)
        .anyMatch(line -> line.matches("outbox +1 +0 +1 +0"))
        .anyMatch(line -> line.contains("failures in a row: 3 (SMTP 451 4.7.1), tried again"))
        .noneMatch(line -> line.contains("tobi"));
    assertThat(run(List.of("jobs", "--redrive", "--id", id))).isEqualTo(OperatorCommand.DONE);
    assertThat(outcome(id))
        .isInstanceOfSatisfying(
            DeliveryOutcome.Waiting.class, w -> assertThat(w.next()).isBefore(later));
    assertThat(run(List.of("jobs", "--discard", "--id", id))).isEqualTo(OperatorCommand.DONE);
    assertThat(outcome(id)).isEqualTo(new DeliveryOutcome.GivenUp(451, "4.7.1", true));
  }

  /** Such as in the quiet hours of a recipient, while another's host does not answer. */
  @Test
  void mailToARecipientForWhomNothingFailedWaitsAsBefore() {
    Instant now = Instant.now();
    Instant morning = now.plus(Duration.ofHours(7)).truncatedTo(ChronoUnit.MILLIS);
    String id = DeliveryBatch.id("two");
    var quiet = new DeliveryOutcome.Waiting(morning, 0, 0);
    var failed = new DeliveryOutcome.Waiting(morning, 3, 451, "4.7.1");
    var who =
        List.of(
            new DeliveryBatch.Recipient("tobi@rights.example", failed),
            new DeliveryBatch.Recipient("sena@rights.example", quiet));
    put(new DeliveryBatch(id, null, "account.notice", new JsonObject(), who, now));

    assertThat(run(List.of("jobs", "--redrive", "--id", id))).isEqualTo(OperatorCommand.DONE);
    assertThat(outcomes(id)).last().isEqualTo(quiet);
    assertThat(run(List.of("jobs", "--discard", "--id", id))).isEqualTo(OperatorCommand.DONE);
    assertThat(outcomes(id))
        .containsExactly(new DeliveryOutcome.GivenUp(451, "4.7.1", true), quiet);
    assertThat(run(List.of("jobs", "--discard", "--id", id))).isEqualTo(OperatorCommand.NOT_DONE);
  }

  private void put(DeliveryBatch parcel) {
    try (var caucus = Installation.open(directory);
        var node = Node.among(caucus.mongo())) {
      new Outbox(caucus.mongo(), caucus.vault(), node).put(parcel).await();
    }
  }

  private DeliveryOutcome outcome(String id) {
    return outcomes(id).getFirst();
  }

  private List<DeliveryOutcome> outcomes(String id) {
    try (var caucus = Installation.open(directory);
        var node = Node.among(caucus.mongo())) {
      var outbox = new Outbox(caucus.mongo(), caucus.vault(), node);
      return outbox.byId(id).await().orElseThrow().recipients().stream()
          .map(DeliveryBatch.Recipient::fate)
          .toList();
    }
  }

  @Test
  void theSocketIsForTheServersUserAlone() throws IOException {
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      var permissions = Files.getPosixFilePermissions(directory.resolve("control"));
      assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rwx------");
    }
    assertThat(directory.resolve("control/socket")).doesNotExist();
  }

  @Test
  void aSocketLeftByAKilledServerIsReplaced() throws IOException {
    Files.createDirectories(directory.resolve("control"));
    Files.writeString(directory.resolve("control/socket"), "");

    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      assertThat(run(FOLLOWERS)).isEqualTo(OperatorCommand.DONE);
    }
  }

  @Test
  void somebodyElseInTheDirectoryIsNamed() {
    try (var caucus = Installation.open(directory)) {
      assertThat(caucus).isNotNull();
      assertThatThrownBy(() -> run(FOLLOWERS))
          .isInstanceOf(DatabaseException.DataDirectoryInUse.class)
          .hasMessageContaining(directory.toString());
    }
  }

  @Test
  void whatTheOperatorCanMendIsSaidInOneSentence() throws IOException {
    List<String> words =
        List.of("import", "--check", directory.resolve("nowhere.caucus").toString());
    int alone = run(words);
    assertThat(heard.noted).hasSize(1).first().asString().contains("nowhere.caucus cannot be read");
    heard.noted.clear();

    int through;
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      through = run(words);
    }

    assertThat(heard.noted).hasSize(1).first().asString().contains("nowhere.caucus cannot be read");
    assertThat(List.of(alone, through)).containsOnly(OperatorCommand.NOT_DONE);
  }

  @Test
  void wrongWordsAreExplained() {
    assertThat(run(List.of("followers", "--redo"))).isEqualTo(2);
    assertThat(heard.noted).first().isEqualTo("Unknown option: '--redo'");
    assertThat(heard.noted).anyMatch(line -> line.contains("--redrive"));
  }

  @Test
  void thePersonWhoAsksHowIsToldAndNothingIsDone() {
    assertThat(run(List.of("sessions", "end", "--help"))).isZero();
    assertThat(heard.noted).anyMatch(line -> line.contains("Usage: caucus sessions end"));
    assertThat(heard.noted).anyMatch(line -> line.contains("--dry-run"));
    assertThat(heard.said).isEmpty();
  }

  @Test
  void whereAServerIsKnownToRunTheStorageIsNotOpened() throws IOException {
    var shell = new Shell(directory, heard);

    assertThat(shell.beside(FOLLOWERS)).isEqualTo(OperatorCommand.NOT_DONE);

    assertThat(heard.noted).first().asString().contains("takes no commands");
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
    try (var caucus = Installation.open(directory);
        var control = ControlSocket.open(desk(caucus))) {
      assertThat(control).isNotNull();
      assertThat(shell.beside(FOLLOWERS)).isEqualTo(OperatorCommand.DONE);
    }
  }
}
