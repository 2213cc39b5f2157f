package org.caucus.platform.eventlog.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.LogException;
import org.caucus.platform.eventlog.LogRecord;
import org.caucus.platform.eventlog.audit.AuditFinding.Fault;
import org.caucus.platform.eventlog.audit.AuditFinding.Kind;
import org.caucus.platform.eventlog.chain.ChainedRecord;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.platform.eventlog.cluster.leases.Leases;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.caucus.platform.eventlog.subscriptions.DeadLetters.DeadLetter;
import org.caucus.platform.eventlog.subscriptions.RetryPolicy;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;
import org.caucus.platform.store.Documents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody with the database, with an old copy of it, or with the keys too, changes the record of a
 * coalition by the database's own protocol. The audit says where.
 */
class LogAuditTest {
  private static final int RECORDS = 150;

  @TempDir static Path directory;
  static Installation caucus;
  private Documents events;
  private LogTips tips;
  private LogAudit audit;
  private WorkspaceId workspace;

  @BeforeAll
  static void open() {
    caucus = Installation.open(directory);
  }

  @AfterAll
  static void close() {
    caucus.close();
  }

  @BeforeEach
  void aLogOfAHundredAndFifty() {
    events = caucus.mongo().documents("events");
    tips = new LogTips(caucus.mongo(), caucus.vault());
    audit = new LogAudit(caucus.log(), tips);
    workspace = caucus.workspace();
    caucus.append(
        workspace,
        1,
        IntStream.rangeClosed(1, RECORDS)
            .mapToObj(i -> ("provision " + i).getBytes(UTF_8))
            .toList());
  }

  @Test
  void anUntouchedLogIsSoundAndItsTipIsPrinted() {
    var walked = new ArrayList<Long>();

    var finding = audit.verify(workspace, List.of(), walked::add);

    assertThat(finding.whole()).isTrue();
    assertThat(finding.sound()).isEqualTo(tip(RECORDS));
    assertThat(finding.toString()).contains("150 records, all sound. Tip 150:" + tip(150).hash());
    assertThat(walked).containsExactly(64L, 128L, 150L);
    assertThat(LogTip.parse(finding.sound().toString())).hasValue(finding.sound());
    assertThat(audit.workspaces().await()).contains(workspace);
  }

  @Test
  void aLogThatWasCutOffOrIsAnotherIsNotOpenedUntilItsEndIsAccepted() {
    tips.check(caucus.log(), workspace).await(); // nobody knows of an end
    tips.keep(workspace, tip(RECORDS)).await();
    tips.check(caucus.log(), workspace).await();
    var last = document(RECORDS);
    events.delete(id(RECORDS)).await();

    assertThatThrownBy(() -> tips.check(caucus.log(), workspace).await())
        .isInstanceOf(LogException.Broken.class)
        .hasMessageContaining("at sequence 150: that record was here and is not any more");
    caucus.append(workspace, RECORDS, List.of("what suits the attacker".getBytes(UTF_8)));
    assertThatThrownBy(() -> tips.check(caucus.log(), workspace).await())
        .isInstanceOf(LogException.Broken.class)
        .hasMessageContaining("is not what it was");
    events.replace(last).await();
    tips.check(caucus.log(), workspace).await();

    events.delete(id(RECORDS)).await();
    tips.forget(workspace).await();
    tips.check(caucus.log(), workspace).await();
  }

  @Test
  void anEmptyLogIsSound() {
    assertThat(audit.verify(caucus.workspace(), List.of(), n -> {}).toString())
        .contains("0 records, all sound");
  }

  @Test
  void aRemovedRecordIsNamed() {
    events.delete(id(70)).await();

    assertBad(70, Kind.REMOVED);
    assertThat(verify().sound()).isEqualTo(tip(69));
  }

  @Test
  void aRecordWhoseBytesWereAlteredIsNamed() {
    var document = document(70);
    byte[] sealed = document.getBinary("c").getData();
    sealed[sealed.length - 1] ^= 1;
    document.put("c", new BsonBinary(sealed));
    events.replace(document).await();

    assertBad(70, Kind.UNREADABLE);
  }

  @Test
  void twoRecordsThatChangedPlacesAreNamedByTheFirst() {
    var early = document(70);
    var late = document(110);
    var bytes = early.get("c");
    early.put("c", late.get("c"));
    late.put("c", bytes);
    events.replace(early).await();
    events.replace(late).await();

    assertBad(70, Kind.UNREADABLE);
  }

  @Test
  void aRecordOfAnotherWorkspaceIsForeign() {
    var other = caucus.workspace();
    caucus.append(other, 1, List.of("joint call".getBytes(UTF_8)));
    var stranger = events.findById(other + "/000000000001").await().orElseThrow();
    events.replace(document(70).append("c", stranger.get("c"))).await();

    assertBad(70, Kind.UNREADABLE);
  }

  @Test
  void aRecordUnderAnIdThatNoWriterMakesIsForeign() {
    events
        .insert(
            new BsonDocument("_id", new BsonString(id(70) + "x"))
                .append("c", document(70).get("c")))
        .await();

    assertBad(71, Kind.FOREIGN);
  }

  @Test
  void aRecordThatAKeyHolderRewroteInItsPlaceIsNamed() {
    put(70, tip(69).hash(), "removal within 48 hours");

    assertBad(70, Kind.ALTERED);
  }

  @Test
  void aRecordFromAnotherPastIsNamed() {
    put(70, tip(20).hash(), "provision 70");

    assertBad(70, Kind.FOREIGN);
  }

  @Test
  void aRecordInAFormOfALaterVersionIsNamed() {
    seal(70, new byte[] {9, 1, 2, 3});

    assertBad(70, Kind.UNKNOWN_FORM);
  }

  @Test
  void aLogCutOffAtItsEndIsNoticedByTheTipThatWasKept() {
    tips.keep(workspace, tip(RECORDS)).await();
    cutOff(140);

    assertBad(141, Kind.CUT_OFF);
  }

  @Test
  void aLogCutOffTogetherWithItsTipIsNoticedByAnEarlierPrintout() {
    var printed = tip(RECORDS);
    tips.keep(workspace, tip(140)).await();
    cutOff(140);

    assertThat(verify().whole()).isTrue();
    assertThat(verify(printed).fault()).isEqualTo(new Fault(141, Kind.CUT_OFF));
  }

  @Test
  void anEndThatAKeyHolderWroteAnewIsNoticedByTheTipThatWasKept() {
    tips.keep(workspace, tip(RECORDS)).await();
    put(RECORDS, tip(RECORDS - 1).hash(), "nothing was agreed");

    assertBad(RECORDS, Kind.REPLACED);
  }

  @Test
  void aPastThatAKeyHolderWroteAnewThroughoutIsNoticedByAnEarlierPrintout() {
    var printed = tip(100);
    var hash = tip(69).hash();
    for (int i = 70; i <= RECORDS; i++) {
      hash = put(i, hash, "history " + i);
    }

    assertThat(verify().whole()).isTrue();
    assertThat(verify(printed).fault()).isEqualTo(new Fault(100, Kind.REPLACED));
  }

  @Test
  void theTipIsKeptAsTheFollowersGoOnAndNeverGoesBack() {
    try (var followers =
        new Subscriptions(
            caucus.mongo(),
            caucus.vault(),
            caucus.log(),
            new Leases(caucus.mongo(), Node.alone(caucus.mongo())),
            RetryPolicy.DEFAULT,
            new Deaf(),
            List.of(tips))) {
      followers.ring(workspace, RECORDS);
      followers.drained(workspace).await();
    }
    assertThat(tips.find(workspace).await()).hasValue(tip(RECORDS));

    tips.keep(workspace, tip(3)).await();
    assertThat(tips.find(workspace).await()).hasValue(tip(RECORDS));

    assertThatThrownBy(() -> tips.keep(workspace, new LogTip(RECORDS, RecordHash.NONE)).await())
        .isInstanceOf(LogException.Broken.class)
        .hasMessageContaining("sequence " + RECORDS);
  }

  @Test
  void aTextThatIsNoTipIsNone() {
    for (var text :
        List.of("", "12", "12:", ":ab", "x:" + RecordHash.NONE, "1:" + RecordHash.NONE + "0")) {
      assertThat(LogTip.parse(text)).as(text).isEmpty();
    }
  }

  private void assertBad(long sequence, Kind kind) {
    assertThat(verify().fault()).isEqualTo(new Fault(sequence, kind));
    assertThat(verify().toString()).contains("BAD at position " + sequence + ": it");
  }

  private AuditFinding verify(LogTip... noted) {
    return audit.verify(workspace, List.of(noted), n -> {});
  }

  private void cutOff(long last) {
    events.deleteRange(id(last), id(999_999_999_999L)).await();
  }

  private RecordHash put(long sequence, RecordHash previous, String text) {
    var link = new ChainedRecord(previous, text.getBytes(UTF_8));
    seal(sequence, link.write());
    return link.hash(workspace.value(), sequence);
  }

  /** As the person who has the workspace's key can. */
  private void seal(long sequence, byte[] bytes) {
    byte[] sealed = caucus.vault().seal(workspace, bytes, "events/" + id(sequence));
    events.replace(document(sequence).append("c", new BsonBinary(sealed))).await();
  }

  private LogTip tip(long sequence) {
    LogRecord record = caucus.log().read(workspace, sequence - 1, 1).await().getFirst();
    return new LogTip(sequence, record.hash());
  }

  private BsonDocument document(long sequence) {
    return events.findById(id(sequence)).await().orElseThrow();
  }

  private String id(long sequence) {
    return String.format(Locale.ROOT, "%s/%012d", workspace, sequence);
  }

  /** Nobody is told of anything here. */
  private static final class Deaf implements Subscriptions.Listener {
    @Override
    public void dead(DeadLetter letter) {
      throw new AssertionError("a tip was given up");
    }

    @Override
    public void stalled(String follower, WorkspaceId workspace, Throwable cause) {
      throw new AssertionError(cause);
    }
  }
}
