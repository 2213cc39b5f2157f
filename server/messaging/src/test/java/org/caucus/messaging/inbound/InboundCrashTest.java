package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.caucus.coalition.entries.EntryEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was answered 250 is posted once, whatever happens in between. */
class InboundCrashTest {
  private static final int LETTERS = 500;
  private static final int CONNECTIONS = 10;

  @TempDir Path directory;

  @Test
  @Tag("slow")
  void fiveHundredLettersOutliveAStopAndArePostedOnce() throws Exception {
    List<EntryEvent.EntryPosted> posted;
    InboundPostOffice first =
        new InboundPostOffice(directory, InboundPostOffice.LOOPBACK).withCoalition();
    try (first) {
      first.postmaster.close();
      sendAll(first);
      assertThat(first.records.count().await()).isEqualTo(LETTERS);
    }
    try (InboundPostOffice second = new InboundPostOffice(directory, InboundPostOffice.LOOPBACK)) {
      second.workspace = first.workspace;
      second.accounts.putAll(first.accounts);
      assertThat(second.postmaster.takeOver()).isEqualTo(LETTERS);
      second.settle();
      posted = second.events(EntryEvent.EntryPosted.class);
      assertThat(second.records.count().await()).isZero();
    }
    assertThat(posted.stream().map(EntryEvent.EntryPosted::text))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, LETTERS).mapToObj(i -> "Letter " + i).toList());
  }

  @Test
  void aLetterWhoseRecordOutlivedItsPostIsNotPostedAgain() throws IOException {
    try (InboundPostOffice office =
        new InboundPostOffice(directory, InboundPostOffice.LOOPBACK).withCoalition()) {
      office.post("bola@press.example", "coalition@caucus.example", letter(1));
      var entry = office.state().entries().byId().values().iterator().next();
      String id = office.state().history().getLast().key().fingerprint();
      var to = new java.util.ArrayList<org.caucus.messaging.inbound.pipeline.Destination>();
      to.add(
          new org.caucus.messaging.inbound.pipeline.Destination(
              "coalition@caucus.example",
              office.workspace,
              org.caucus.kernel.Ref.to(org.caucus.kernel.Ref.Kind.LIST, "coalition"),
              ""));
      office
          .records
          .insert(
              new InboxMessage(
                  id,
                  office.workspace,
                  new org.caucus.platform.eventlog.BlobId(entry.letter().blob()),
                  null,
                  java.net.InetAddress.getLoopbackAddress(),
                  "mail.example",
                  entry.at(),
                  "a node that died",
                  to))
          .await();
      long before = office.state().sequence();

      assertThat(office.postmaster.takeOver()).isEqualTo(1);
      office.settle();

      assertThat(office.state().sequence()).isEqualTo(before);
      assertThat(office.records.count().await()).isZero();
    }
  }

  private static void sendAll(InboundPostOffice office) throws Exception {
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var done =
          IntStream.range(0, CONNECTIONS)
              .mapToObj(c -> senders.submit(() -> sendSome(office, c)))
              .toList();
      for (var d : done) {
        d.get();
      }
    }
  }

  private static Void sendSome(InboundPostOffice office, int connection) throws IOException {
    try (var client = new InboundPostOffice.Client(office.smtp.port())) {
      for (int i = connection; i < LETTERS; i += CONNECTIONS) {
        assertThat(
                client.send("bola@press.example", List.of("coalition@caucus.example"), letter(i)))
            .allMatch(a -> a.startsWith("250"));
      }
    }
    return null;
  }

  private static String letter(int i) {
    return "From: bola@press.example\nSubject: No. "
        + i
        + "\nMessage-ID: <n"
        + i
        + "@press.example>\n\nLetter "
        + i
        + "\n";
  }
}
