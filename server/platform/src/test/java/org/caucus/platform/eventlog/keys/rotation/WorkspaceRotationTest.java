package org.caucus.platform.eventlog.keys.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.UniqueNames;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.eventlog.keys.KeyException;
import org.caucus.platform.eventlog.keys.MasterKey;
import org.caucus.platform.eventlog.keys.MasterRotation;
import org.caucus.platform.eventlog.keys.Quarantine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace gets a new key while it is in use, and so does the installation. */
@Tag("slow") // it goes at a bounded pace
class WorkspaceRotationTest {
  /** Settles for longer than a write here is on its way. */
  private static final RotationPace AT_ONCE =
      new RotationPace(Duration.ofMillis(200), 1_000_000, 1L << 40, Duration.ZERO);

  @TempDir Path directory;
  private Installation caucus;
  private Blobs blobs;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    blobs = new Blobs(caucus.mongo(), caucus.vault());
  }

  @AfterEach
  void close() {
    caucus.close();
  }

  private WorkspaceRotation.Outcome rotate(WorkspaceId owner) {
    return new WorkspaceRotation(
            caucus.mongo(), caucus.vault(), WorkspaceRotation.Manner.quiet(AT_ONCE))
        .run(owner);
  }

  private Vault anotherNode() {
    return Vault.open(caucus.mongo(), directory.resolve(MasterKey.FILE));
  }

  private int keysOf(WorkspaceId owner) {
    return caucus.vault().ring().find(owner.value()).await().orElseThrow().keys().ids().size();
  }

  @Test
  void everythingIsSealedAgainAndTheOldKeyIsGone() {
    var code = caucus.workspace();
    var other = caucus.workspace();
    append(code, 1, "review opened", "memo drafted");
    append(other, 1, "joint call");
    var scan = new byte[3 * 1024 * 1024 + 7];
    Arrays.fill(scan, (byte) 'x');
    BlobId blob = blobs.put(code, scan).await();
    var snapshots =
        new SealedCollection(caucus.mongo().documents("snapshots"), caucus.vault(), code);
    snapshots.put(code + "/1", bytes("state at 1")).await();
    var before = caucus.vault().ring().find(code.value()).await().orElseThrow().keys();

    var outcome = rotate(code);

    assertThat(outcome).isEqualTo(new WorkspaceRotation.Outcome(true, 2 + 4 + 1, null));
    assertThat(keysOf(code)).isEqualTo(1);
    for (var range : new EncryptedFields(caucus.mongo()).of(code)) {
      for (var document : range.page(range.from(), 100).await()) {
        var sealed = document.getBinary("c").getData();
        assertThat(before.knows(sealed)).as(document.getString("_id").getValue()).isFalse();
      }
    }
    assertThat(texts(code)).containsExactly("review opened", "memo drafted");
    assertThat(texts(other)).containsExactly("joint call");
    assertThat(blobs.get(code, blob).await()).isEqualTo(scan);
    assertThat(snapshots.find(code + "/1").await().orElseThrow().plain())
        .isEqualTo(bytes("state at 1"));
  }

  /** Anyone who has the old key and can write to the database would read all that comes. */
  @Test
  void aKeyThatWasReplacedDoesNotComeBackWhileTheServerRuns() {
    var code = caucus.workspace();
    append(code, 1, "review opened");
    var keys = caucus.mongo().documents("keys");
    var old = keys.findById(code.value()).await().orElseThrow();
    var shut = new ArrayList<WorkspaceId>();
    rotate(code);
    var fresh = keys.findById(code.value()).await().orElseThrow();
    caucus.vault().onClosed(shut::add);

    keys.replace(old).await();

    assertThatThrownBy(() -> caucus.vault().reread(code).await())
        .isInstanceOf(LogException.Unreadable.class)
        .hasMessageContaining("keys/" + code);
    assertThatThrownBy(() -> append(code, 2, "memo drafted")).isInstanceOf(LogException.class);
    assertThat(shut).contains(code);
    assertThat(caucus.vault().quarantine().list(10).await())
        .extracting(Quarantine.Item::place)
        .contains("keys/" + code);

    keys.replace(fresh).await();
    append(code, 2, "memo drafted");
    assertThat(texts(code)).containsExactly("review opened", "memo drafted");
  }

  @Test
  void theInstallationsOwnKeyIsReplacedTheSameWay() {
    var names = new UniqueNames(caucus.mongo(), caucus.vault(), "slug");
    names.claim("cop", bytes("owner")).await();
    var outbox =
        new SealedCollection(
            caucus.mongo().documents("outbox"), caucus.vault(), WorkspaceId.SYSTEM);
    outbox.insert("parcel", 5, bytes("invitation")).await();
    var claimed = outbox.find("parcel").await().orElseThrow();
    var letter = blobs.put(WorkspaceId.SYSTEM, bytes("to postmaster")).await();
    var code = caucus.workspace();
    append(code, 1, "review opened");

    assertThat(rotate(WorkspaceId.SYSTEM).resealed()).isEqualTo(3);

    assertThat(keysOf(WorkspaceId.SYSTEM)).isEqualTo(1);
    assertThat(names.find("cop").await()).contains(bytes("owner"));
    assertThat(outbox.due(5, 10).await()).hasSize(1);
    assertThat(outbox.replaceIf("parcel", claimed.version(), bytes("sent"), claimed.due()).await())
        .as("a claim from before the rotation still holds")
        .isTrue();
    assertThat(blobs.get(WorkspaceId.SYSTEM, letter).await()).isEqualTo(bytes("to postmaster"));
    assertThat(texts(code)).containsExactly("review opened");
  }

  @Test
  void anotherNodeReadsNewRecordsAtOnceAndStopsUsingTheOldKey() {
    var code = caucus.workspace();
    var there = anotherNode();
    var early = there.seal(code, bytes("early"), "p");

    rotate(code);

    var late = caucus.vault().seal(code, bytes("late"), "p");
    assertThat(there.open(code, late, "p")).isEqualTo(bytes("late"));
    assertThat(caucus.vault().open(code, there.seal(code, bytes("later"), "p"), "p"))
        .isEqualTo(bytes("later"));
    assertThatThrownBy(() -> there.open(code, early, "p")).hasMessageContaining("cannot be read");
  }

  @Test
  void aWriterWhoNeverStopsLosesNothing() throws Exception {
    var code = caucus.workspace();
    var stop = new AtomicBoolean();
    var written = new AtomicLong();
    var writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!stop.get()) {
                    append(code, written.get() + 1, "post " + written.get());
                    written.incrementAndGet();
                  }
                });
    long resealed = 0;
    for (int i = 0; i < 3; i++) {
      while (written.get() < 50L * (i + 1)) {
        Thread.sleep(5);
      }
      resealed += rotate(code).resealed();
    }
    stop.set(true);
    writer.join();

    assertThat(resealed).isGreaterThan(50);
    assertThat(keysOf(code)).isEqualTo(1);
    assertThat(texts(code))
        .hasSize((int) written.get())
        .last()
        .isEqualTo("post " + (written.get() - 1));
  }

  /** A machine stood still between sealing and sending, or its line hung. */
  @Test
  void whatWasSealedBeforeAndComesAfterARotationIsReadAndSealedAgainBeforeTheOldKeyGoes() {
    var code = caucus.workspace();
    append(code, 1, "review opened", "memo drafted");
    var events = caucus.mongo().documents("events");
    var late = events.findById(code + "/000000000002").await().orElseThrow();
    events.delete(code + "/000000000002").await();
    var kept = new RotationPace(Duration.ofMillis(200), 1_000_000, 1L << 40, RotationPace.KEPT);
    var rotation =
        new WorkspaceRotation(caucus.mongo(), caucus.vault(), WorkspaceRotation.Manner.quiet(kept));

    var first = rotation.run(code);
    events.insertIfAbsent(late).await();

    assertThat(first.done()).isTrue();
    assertThat(first.kept()).isAfter(Instant.now());
    assertThat(rotation.underWay()).as("nothing to do until then").isEmpty();
    assertThat(texts(code)).containsExactly("review opened", "memo drafted");

    setKept(code, Instant.now().minusMillis(1));
    assertThat(rotation.underWay()).containsExactly(code);
    var last = rotation.run(code);
    assertThat(last).isEqualTo(new WorkspaceRotation.Outcome(true, 1, null));
    assertThat(keysOf(code)).isEqualTo(1);
    assertThat(texts(code)).containsExactly("review opened", "memo drafted");
  }

  @Test
  void whoReplacesAKeyAgainWhileTheOneBeforeStaysGetsANewOne() {
    var code = caucus.workspace();
    append(code, 1, "review opened");
    var kept = new RotationPace(Duration.ofMillis(50), 1_000_000, 1L << 40, RotationPace.KEPT);
    var rotation =
        new WorkspaceRotation(caucus.mongo(), caucus.vault(), WorkspaceRotation.Manner.quiet(kept));
    rotation.run(code);
    int second = caucus.vault().ring().find(code.value()).await().orElseThrow().keys().primary();

    assertThat(rotation.run(code).resealed()).isEqualTo(1);

    var keys = caucus.vault().ring().find(code.value()).await().orElseThrow().keys();
    assertThat(keys.primary()).isNotEqualTo(second);
    assertThat(keys.ids()).hasSize(3).contains(second);
    assertThat(texts(code)).containsExactly("review opened");
  }

  @Test
  void theTimeThatAnOldKeyStaysOutlastsAnotherMasterKey() {
    var code = caucus.workspace();
    append(code, 1, "review opened");
    var kept = new RotationPace(Duration.ofMillis(50), 1_000_000, 1L << 40, RotationPace.KEPT);
    var until =
        new WorkspaceRotation(caucus.mongo(), caucus.vault(), WorkspaceRotation.Manner.quiet(kept))
            .run(code)
            .kept();

    new MasterRotation(caucus.vault().ring(), n -> {}).run(false);

    assertThat(caucus.vault().ring().find(code.value()).await().orElseThrow().keptUntil())
        .hasValueSatisfying(is -> assertThat(is).isCloseTo(until, within(1, ChronoUnit.MILLIS)));
  }

  /** The time is in clear: anyone who sets it ahead keeps no old key for ever. */
  @Test
  void anOldKeyStaysNoLongerThanItIsTo() {
    var code = caucus.workspace();
    append(code, 1, "review opened");
    var kept = new RotationPace(Duration.ofMillis(50), 1_000_000, 1L << 40, RotationPace.KEPT);
    var rotation =
        new WorkspaceRotation(caucus.mongo(), caucus.vault(), WorkspaceRotation.Manner.quiet(kept));
    rotation.run(code);

    setKept(code, Instant.now().plus(RotationPace.KEPT).plus(RotationPace.KEPT));

    assertThat(rotation.underWay()).containsExactly(code);
    assertThat(rotation.run(code).kept()).isNull();
    assertThat(keysOf(code)).isEqualTo(1);
  }

  private void setKept(WorkspaceId owner, Instant until) {
    var keys = caucus.mongo().documents("keys");
    var document = keys.findById(owner.value()).await().orElseThrow();
    assertThat(document.containsKey("t")).isTrue();
    keys.replace(document.append("t", new BsonInt64(until.toEpochMilli()))).await();
  }

  @Test
  void oneThatIsToldToStopIsGoneOnWith() {
    var code = caucus.workspace();
    for (int i = 0; i < 100; i++) {
      append(code, i + 1, "post " + i);
    }
    var pages = new AtomicLong();
    var manner =
        new WorkspaceRotation.Manner(AT_ONCE, () -> pages.get() > 1, p -> pages.incrementAndGet());
    var rotation = new WorkspaceRotation(caucus.mongo(), caucus.vault(), manner);

    assertThat(rotation.run(code).done()).isFalse();
    assertThat(rotation.underWay()).containsExactly(code);
    assertThat(keysOf(code)).isEqualTo(2);
    assertThat(texts(code)).hasSize(100);

    assertThat(rotate(code).done()).isTrue();
    assertThat(rotation.underWay()).isEmpty();
    assertThat(texts(code)).hasSize(100);
  }

  @Test
  void whatDoesNotOpenKeepsTheOldKeyAndIsNamed() {
    var code = caucus.workspace();
    append(code, 1, "review opened", "memo drafted", "memo sent");
    var events = caucus.mongo().documents("events");
    var place = code + "/000000000002";
    var good = events.findById(place).await().orElseThrow();
    var bad = good.getBinary("c").getData().clone();
    bad[20] ^= 1;
    events
        .replace(new BsonDocument("_id", good.get("_id")).append("c", new BsonBinary(bad)))
        .await();

    assertThatThrownBy(() -> rotate(code))
        .isInstanceOf(KeyException.CannotRotate.class)
        .hasMessageContaining("events/" + place);
    assertThat(keysOf(code)).isEqualTo(2);
    assertThat(caucus.vault().quarantine().list(10).await())
        .extracting(item -> item.place())
        .containsExactly("events/" + place);

    events.replace(good).await();
    assertThat(rotate(code).done()).isTrue();
    assertThat(texts(code)).hasSize(3);
  }

  @Test
  void aPaceIsKept() {
    var code = caucus.workspace();
    for (int i = 0; i < 60; i++) {
      append(code, i + 1, "post " + i);
    }
    long start = System.nanoTime();
    new WorkspaceRotation(
            caucus.mongo(),
            caucus.vault(),
            WorkspaceRotation.Manner.quiet(
                new RotationPace(Duration.ofMillis(200), 200, 1L << 40, Duration.ZERO)))
        .run(code);

    // 60 records twice, at 200 a second, and the time to settle
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(700));
  }

  @Test
  void whatAWorkspaceSealsHasItsIdInFront() {
    var code = caucus.workspace();
    var stray = new SealedCollection(caucus.mongo().documents("strays"), caucus.vault(), code);

    assertThatThrownBy(
            () -> stray.put(RandomIds.random(), bytes("lost to the next rotation")).await())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void append(WorkspaceId workspace, long first, String... texts) {
    var records = Arrays.stream(texts).map(WorkspaceRotationTest::bytes).toList();
    caucus.append(workspace, first, records);
  }

  private List<String> texts(WorkspaceId workspace) {
    var all = new ArrayList<LogRecord>();
    List<LogRecord> page;
    do {
      page = caucus.log().read(workspace, all.size(), 1_000).await();
      all.addAll(page);
    } while (!page.isEmpty());
    return all.stream().map(r -> new String(r.plain(), UTF_8)).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
