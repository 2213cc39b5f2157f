package org.caucus.operator.migration.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs.Chunk;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.archive.ArchiveException;
import org.caucus.platform.eventlog.archive.ArchiveException.Kind;
import org.caucus.platform.eventlog.archive.ArchiveKey;
import org.caucus.platform.eventlog.audit.LogAudit;
import org.caucus.platform.eventlog.audit.LogTips;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.eventlog.subscriptions.DeadLetters.DeadLetter;
import org.caucus.platform.eventlog.subscriptions.RetryPolicy;
import org.caucus.platform.eventlog.subscriptions.Subscription;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The drill: a coalition with letters, issues, updates and closed audiences is exported, the
 * installation is given up, and another takes the coalition in. Everybody finds what they had.
 */
@Tag("slow") // a passphrase takes its time by design
class RestoreDrillTest {
  private static final int STEPS = 240;
  private static final ArchiveKey KEY = passphrase("lantern orchard velvet ferry");
  private static final Instant MADE = Instant.parse("2026-12-01T10:00:00Z");

  @TempDir static Path directory;
  static ArchivedCoalition home;
  static WorkspaceId workspace;
  static Path archive;
  static ArchiveContents exported;

  @BeforeAll
  static void aCoalitionIsExported() {
    home = new ArchivedCoalition(directory.resolve("home"));
    workspace = home.found(STEPS);
    archive = directory.resolve("cop.caucus");
    exported = home.export().run(workspace, archive, passphrase(), MADE, ProgressListener.SILENT);
  }

  @AfterAll
  static void close() {
    home.close();
  }

  private static ArchiveKey passphrase() {
    return KEY;
  }

  private static ArchiveKey passphrase(String words) {
    return new ArchiveKey.Passphrase(words.toCharArray());
  }

  private static ArchivedCoalition elsewhere(String name) {
    return new ArchivedCoalition(directory.resolve(name));
  }

  private static ArchiveContents take(ArchivedCoalition there) {
    return there.imports().run(archive, passphrase(), ProgressListener.SILENT);
  }

  @Test
  void theExportSaysWhatIsInIt() {
    assertThat(home.letters).hasSizeGreaterThan(7);
    assertThat(exported.tip().sequence()).isEqualTo(home.state(workspace).sequence());
    assertThat(exported.letters()).isEqualTo(home.letters.size());
    assertThat(exported.letterBytes())
        .isEqualTo(home.letters.values().stream().mapToLong(l -> l.length).sum());
    assertThat(exported.missing()).isZero();
    assertThat(exported.persons()).isEqualTo(home.people.size());
    assertThat(exported.toString()).contains("\"cop\"").contains("letters of ");
  }

  @Test
  void everySeatFindsAllItHad() {
    try (var there = elsewhere("restored")) {
      assertThat(there.imports().check(archive, passphrase(), ProgressListener.SILENT))
          .isEqualTo(exported);
      assertThat(there.caucus.log().workspaces().await()).isEmpty();

      assertThat(take(there)).isEqualTo(exported);

      Workspace before = home.state(workspace);
      Workspace after = there.state(workspace);
      assertThat(after).isEqualTo(before);
      for (var seat : before.members().all()) {
        assertThat(View.of(after, seat.id())).isEqualTo(View.of(before, seat.id()));
        assertThat(View.activity(after, seat.id())).isEqualTo(View.activity(before, seat.id()));
      }
      home.letters.forEach(
          (blob, bytes) -> assertThat(there.letter(workspace, blob)).isEqualTo(bytes));
    }
  }

  @Test
  void itsNamesItsPersonsAndItsChainCameAlong() {
    try (var there = elsewhere("lived-in")) {
      take(there);

      assertThat(there.caucus.vault().blindIndex("slug", "cop"))
          .as("the key by which they are found was replaced by that")
          .isNotEqualTo(home.caucus.vault().blindIndex("slug", "cop"));
      assertThat(there.directory.find("cop").await()).hasValue(workspace);
      for (var local : List.of("cop", "coalition", "chirp-desk", "provisions", "updates.chirp")) {
        assertThat(there.directory.findAddress(local).await())
            .as(local)
            .isEqualTo(home.directory.findAddress(local).await())
            .isPresent();
      }
      home.people.forEach(
          (name, id) -> {
            assertThat(there.persons.byAddress(name + "@members.example").await())
                .isEqualTo(home.persons.find(id).await())
                .isPresent();
            assertThat(there.workspacesOf(id)).as(name).isEqualTo(home.workspacesOf(id));
          });
      var tips = new LogTips(there.caucus.mongo(), there.caucus.vault());
      var finding =
          new LogAudit(there.caucus.log(), tips)
              .verify(workspace, List.of(exported.tip()), n -> {});
      assertThat(finding.whole()).isTrue();
      assertThat(tips.find(workspace).await()).hasValue(exported.tip());
    }
  }

  @Test
  void whatWasMailedOnceIsNotMailedAgainAndWhatHappensNextIs() {
    try (var there = elsewhere("quiet")) {
      take(there);
      var relay = new Recording();
      try (var followers = followers(there, relay)) {
        followers.start().await();
        followers.drained(workspace).await();
        assertThat(relay.handled).isEmpty();

        long next = exported.tip().sequence() + 1;
        there.caucus.append(workspace, next, List.of(new byte[1]));
        followers.ring(workspace, next);
        followers.drained(workspace).await();
        assertThat(relay.handled).containsExactly(next);
      }
    }
  }

  private static Subscriptions followers(ArchivedCoalition there, Subscription follower) {
    return new Subscriptions(
        there.caucus.mongo(),
        there.caucus.vault(),
        there.caucus.log(),
        new Leases(there.caucus.mongo(), Node.alone(there.caucus.mongo())),
        RetryPolicy.DEFAULT,
        new Subscriptions.Listener() {
          @Override
          public void dead(DeadLetter letter) {
            throw new AssertionError("a record was given up");
          }

          @Override
          public void stalled(String name, WorkspaceId where, Throwable cause) {
            throw new AssertionError(cause);
          }
        },
        List.of(follower));
  }

  /** A relay that writes down what it would mail. */
  private static final class Recording implements Subscription {
    private final List<Long> handled = new ArrayList<>();

    @Override
    public String name() {
      return "relay";
    }

    @Override
    public void handle(WorkspaceId where, LogRecord record) {
      handled.add(record.sequence());
    }
  }

  @Test
  void itsKeyIsAFreshOne() {
    try (var there = elsewhere("rekeyed")) {
      take(there);

      byte[] sealed = home.caucus.vault().seal(workspace, new byte[] {1}, "p");
      assertThatThrownBy(() -> there.caucus.vault().open(workspace, sealed, "p"))
          .isInstanceOf(LogException.Unreadable.class);
    }
  }

  @Test
  void aWorkspaceThatIsHereIsNotTakenInAgain() {
    assertRefused(home, Kind.DUPLICATE, "\"cop\" (" + workspace + ") is here already");
    try (var there = elsewhere("twice")) {
      take(there);
      assertRefused(there, Kind.DUPLICATE, "is here already");
      assertThat(there.state(workspace)).isEqualTo(home.state(workspace));
    }
  }

  /** As when the power goes after the name was claimed and before the mark was taken away. */
  @Test
  void aMarkOfAnImportThatIsCompleteTakesNothingAway() {
    try (var there = elsewhere("marked")) {
      take(there);
      new SealedCollection(
              there.caucus.mongo().documents("imports"), there.caucus.vault(), WorkspaceId.SYSTEM)
          .put(workspace.value(), new byte[] {1})
          .await();

      assertRefused(there, Kind.DUPLICATE, "is here already");
      assertThat(there.state(workspace)).isEqualTo(home.state(workspace));
    }
  }

  @Test
  void aNameThatIsTakenHereIsNotTakenAway() {
    try (var there = elsewhere("slug-taken")) {
      there.directory.claimSlug("cop", there.caucus.workspace()).await();
      assertRefused(there, Kind.DUPLICATE, "is called \"cop\"");
      assertUntouched(there, 1);
    }
    try (var there = elsewhere("address-taken")) {
      var thing = home.directory.findAddress("chirp-desk").await().orElseThrow().thing();
      there.directory.claim("chirp-desk", there.caucus.workspace(), thing).await();
      assertRefused(there, Kind.DUPLICATE, "chirp-desk@");
      assertUntouched(there, 1);
    }
  }

  @Test
  void aPersonWithASeatHereUnderAnotherAccountIsNotMadeTwo() {
    try (var there = elsewhere("known-person")) {
      there.found(1); // the same people, with accounts of this place, in another coalition
      assertRefused(there, Kind.DUPLICATE, "");
    }
    try (var there = elsewhere("fresh-operator")) {
      String name =
          home.people.keySet().stream()
              .filter(n -> home.workspacesOf(home.people.get(n)).contains(workspace))
              .findFirst()
              .orElseThrow();
      String address = name + "@members.example";
      String fresh = there.persons.ensure(address.toUpperCase(Locale.ROOT), name).await().id();
      take(there);
      var person = there.persons.byAddress(address).await().orElseThrow();
      assertThat(person.id()).isEqualTo(home.people.get(name)).isNotEqualTo(fresh);
      assertThat(there.persons.find(fresh).await()).isEmpty();
      assertThat(there.workspacesOf(person.id())).containsExactly(workspace);
    }
  }

  @Test
  void nothingIsWrittenFromAnArchiveThatIsNotWholeOrNotOurs() throws IOException {
    byte[] whole = Files.readAllBytes(archive);
    try (var there = elsewhere("wary")) {
      assertRefused(there, archive, passphrase("lantern orchard velvet ferries"), Kind.WRONG_KEY);
      var cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length - 9));
      assertRefused(there, cut, passphrase(), Kind.CUT_OFF);
      whole[whole.length / 2] ^= 1;
      var flipped = Files.write(directory.resolve("flipped"), whole);
      assertRefused(there, flipped, passphrase(), Kind.DAMAGED);
      assertUntouched(there, 0);
    }
  }

  private static void assertRefused(ArchivedCoalition there, Path file, ArchiveKey key, Kind kind) {
    assertThatThrownBy(() -> there.imports().run(file, key, ProgressListener.SILENT))
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
  }

  private static void assertRefused(ArchivedCoalition there, Kind kind, String words) {
    assertThatThrownBy(() -> take(there))
        .isInstanceOfSatisfying(
            ArchiveException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind))
        .hasMessageContaining(words);
  }

  private static void assertUntouched(ArchivedCoalition there, int workspaces) {
    assertThat(there.caucus.log().workspaces().await()).hasSize(workspaces);
    for (var collection : List.of("events", "blobs", "imports", "persons", "checkpoints")) {
      assertThat(there.caucus.mongo().documents(collection).count().await())
          .as(collection)
          .isZero();
    }
  }

  @Test
  void anExportOfABrokenLogOrLetterIsRefusedAndLeavesNoFile() {
    try (var there = elsewhere("broken")) {
      take(there);
      var to = directory.resolve("broken.caucus");
      var events = there.caucus.mongo().documents("events");
      var id = workspace + "/000000000009";
      var ninth = events.findById(id).await().orElseThrow();
      events.delete(id).await();
      assertThatThrownBy(
              () -> there.export().run(workspace, to, passphrase(), MADE, ProgressListener.SILENT))
          .isInstanceOf(LogException.Gap.class);
      events.insert(ninth).await();

      var large = home.letters.entrySet().stream().filter(l -> l.getValue().length > 1_000);
      var blob = large.findFirst().orElseThrow().getKey();
      there.caucus.mongo().documents("blobs").delete(workspace + "/" + blob + "/0001").await();
      assertThatThrownBy(
              () -> there.export().run(workspace, to, passphrase(), MADE, ProgressListener.SILENT))
          .isInstanceOf(LogException.Unreadable.class)
          .hasMessageContaining(blob);
      assertThat(to).doesNotExist();
      assertThat(directory.resolve("broken.caucus.part")).doesNotExist();
    }
  }

  @Test
  void aLetterThatWasNeverFinishedStaysBehindAndOneThatIsMissingIsTold() {
    try (var there = elsewhere("untidy")) {
      take(there);
      var half = BlobId.random();
      there.blobs.restore(workspace, List.of(new Chunk(half, 0, false, new byte[10]))).await();
      var gone = home.letters.keySet().iterator().next();
      there.blobs.delete(workspace, new BlobId(gone)).await();

      var to = directory.resolve("untidy.caucus");
      var contents = there.export().run(workspace, to, passphrase(), MADE, ProgressListener.SILENT);

      assertThat(contents.unfinished()).isEqualTo(1);
      assertThat(contents.missing()).isEqualTo(1);
      assertThat(contents.letters()).isEqualTo(exported.letters() - 1);
      assertThat(contents.toString()).contains("MISSING: 1 letters");
      try (var again = elsewhere("untidy-restored")) {
        var taken = again.imports().run(to, passphrase(), ProgressListener.SILENT);
        assertThat(taken).isEqualTo(contents);
        assertThatThrownBy(() -> again.letter(workspace, half.value()))
            .isInstanceOf(LogException.UnknownBlob.class);
      }
    }
  }

  @Test
  void anImportThatWasCutShortIsBegunAgainByTheNext() {
    try (var there = elsewhere("cut-short")) {
      assertThatThrownBy(() -> there.imports().run(archive, passphrase(), new Cut(150)))
          .isInstanceOf(Cut.Off.class);
      assertThat(there.directory.find("cop").await()).isEmpty();
      assertThat(there.workspacesOf(home.people.get("amina"))).isEmpty();

      assertThat(take(there)).isEqualTo(exported);
      assertThat(there.state(workspace)).isEqualTo(home.state(workspace));
      assertThat(there.directory.find("cop").await()).hasValue(workspace);
    }
  }

  /** The power goes in the second reading, when so many records are in. */
  private static final class Cut implements ProgressListener {
    private final long records;
    private boolean second;

    /** What is thrown then. */
    static final class Off extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }

    Cut(long records) {
      this.records = records;
    }

    @Override
    public void at(long done, long letters, long bytes) {
      second |= letters == exported.letters();
      if (second && done >= records && letters == 3) {
        throw new Off();
      }
    }
  }
}
