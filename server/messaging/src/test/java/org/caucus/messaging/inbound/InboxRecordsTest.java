package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.inbound.pipeline.Destination;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.platform.eventlog.Installation;
import org.caucus.platform.eventlog.cluster.leases.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, one inbox: each brings what came in there to its end, and what the dead left. */
class InboxRecordsTest {
  @TempDir Path directory;
  private Installation caucus;
  private WorkspaceId workspace;
  private Node lagos;
  private Node abuja;
  private InboxRecords here;
  private InboxRecords there;

  @BeforeEach
  void open() {
    caucus = Installation.open(directory);
    workspace = caucus.workspace();
    lagos = Node.among(caucus.mongo());
    abuja = Node.among(caucus.mongo());
    here = records(lagos);
    there = records(abuja);
  }

  private InboxRecords records(Node node) {
    return new InboxRecords(caucus.mongo(), caucus.vault(), InstantSource.system(), node);
  }

  @AfterEach
  void close() {
    lagos.close();
    abuja.close();
    caucus.close();
  }

  private InboxMessage letter(InboxRecords at) {
    var blob = new Blobs(caucus.mongo(), caucus.vault()).put(workspace, new byte[10]).await();
    Destination to =
        new Destination("all@lists.example", workspace, Ref.to(Ref.Kind.LIST, "all"), "");
    InboxMessage stored =
        new InboxMessage(
            at.nextId(),
            workspace,
            blob,
            null,
            InetAddress.getLoopbackAddress(),
            "mail.example",
            Instant.EPOCH,
            at.holder(),
            List.of(to));
    at.insert(stored).await();
    return stored;
  }

  private static List<String> takenOver(InboxRecords by) {
    List<String> ids = new ArrayList<>();
    by.takeOver(s -> ids.add(s.id()));
    return ids;
  }

  @Test
  void nobodyTakesFromTheLiving() {
    InboxMessage memo = letter(here);

    assertThat(takenOver(there)).isEmpty();
    assertThat(takenOver(here)).as("what it has in hand already").isEmpty();
    assertThat(here.confirm(memo.id()).await()).isTrue();
    assertThat(there.confirm(memo.id()).await()).isFalse();
  }

  @Test
  void whatTheDeadHadIsTakenOnceInTheOrderItCame() {
    InboxMessage first = letter(here);
    InboxMessage theirs = letter(there);
    InboxMessage second = letter(here);
    caucus.mongo().documents("nodes").delete(lagos.id()).await(); // declared dead
    try (Node kano = Node.among(caucus.mongo())) {
      InboxRecords third = records(kano);

      List<String> taken = takenOver(third);

      assertThat(taken).containsExactly(first.id(), second.id()).doesNotContain(theirs.id());
      assertThat(takenOver(there)).isEmpty();
      assertThat(third.confirm(first.id()).await()).isTrue();
      // should it only have slept, it may not take the letter's bytes away
      assertThat(here.confirm(first.id()).await()).isFalse();
    }
  }

  @Test
  void aLetterThatEndedElsewhereIsNotConfirmed() {
    InboxMessage memo = letter(here);
    there.delete(memo.id()).await();

    assertThat(here.confirm(memo.id()).await()).isFalse();
  }
}
