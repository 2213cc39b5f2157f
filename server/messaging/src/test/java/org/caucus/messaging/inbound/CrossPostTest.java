package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.Hold;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.platform.eventlog.BlobId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One letter to two lists, of which one or both wait for a convenor: nothing of it is lost. */
class CrossPostTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String LETTER =
      """
      From: bola@press.example
      To: coalition@caucus.example, review@caucus.example
      Subject: The memo
      Message-ID: <memo@press.example>
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=B

      --B
      Content-Type: text/plain

      Part I is done.
      --B
      Content-Type: text/csv; name=notices.csv
      Content-Disposition: attachment; filename=notices.csv

      72,24
      --B--
      """;

  @BeforeEach
  void open() throws IOException {
    office.list("review", Audience.everyone());
  }

  private void send() throws IOException {
    List<String> to = List.of("coalition@caucus.example", "review@caucus.example");
    assertThat(office.send(BOLA, to, LETTER).getLast()).startsWith("250");
    office.settle();
  }

  private Hold holdAt(String list) {
    return office.state().letters().holds().values().stream()
        .filter(h -> h.address().startsWith(list))
        .findFirst()
        .orElseThrow();
  }

  private List<Entry> entries() {
    return List.copyOf(office.state().entries().byId().values());
  }

  private void assertWhole(Entry entry) {
    String kept =
        new String(
            office.blobs.get(office.workspace, new BlobId(entry.letter().blob())).await(),
            StandardCharsets.US_ASCII);
    assertThat(kept).endsWith(LETTER.replace("\n", "\r\n"));
    assertThat(entry.letter().attachments()).hasSize(1);
    assertThat(entry.text()).isEqualTo("Part I is done.");
    assertThat(entry.seat()).isEqualTo(office.seats.get("bola"));
  }

  @Test
  void whereBothWaitEachIsDecidedByItself() throws IOException {
    office.submit("amina", new LetterCommand.StopList("coalition", true));
    office.submit("amina", new LetterCommand.StopList("review", true));
    send();
    Hold first = holdAt("coalition");
    Hold second = holdAt("review");

    office.submit("amina", new LetterCommand.ApproveHold(first.id()));
    assertThat(entries()).singleElement().satisfies(this::assertWhole);
    assertThat(office.state().letters().find(second.id()).orElseThrow().open()).isTrue();

    office.submit("amina", new LetterCommand.ApproveHold(second.id()));
    assertThat(entries()).hasSize(2).allSatisfy(this::assertWhole);
    assertThat(office.state().lists().threads().values())
        .extracting("list")
        .containsExactlyInAnyOrder("coalition", "review");
  }

  @Test
  void whatOneTurnsAwayStandsWholeOnTheOther() throws IOException {
    office.submit("amina", new LetterCommand.StopList("coalition", true));
    office.submit("amina", new LetterCommand.StopList("review", true));
    send();

    office.submit("amina", new LetterCommand.DiscardHold(holdAt("coalition").id()));
    office.submit("amina", new LetterCommand.ApproveHold(holdAt("review").id()));

    assertThat(entries()).singleElement().satisfies(this::assertWhole);
  }

  @Test
  void whereOneWaitsTheOtherIsPostedAtOnce() throws IOException {
    office.submit("amina", new LetterCommand.StopList("review", true));
    send();
    assertThat(entries()).singleElement().satisfies(this::assertWhole);

    office.submit("amina", new LetterCommand.ApproveHold(holdAt("review").id()));

    assertThat(entries()).hasSize(2).allSatisfy(this::assertWhole);
    assertThat(office.events(EntryEvent.EntryPosted.class))
        .extracting(e -> e.letter().messageId())
        .containsOnly("memo@press.example");
  }

  @Test
  void aMailHostThatSendsItAgainDoublesNothingThatWaits() throws IOException {
    office.submit("amina", new LetterCommand.StopList("review", true));
    send();
    send();

    assertThat(entries()).hasSize(1);
    assertThat(office.state().letters().holds()).hasSize(1);
    office.submit("amina", new LetterCommand.ApproveHold(holdAt("review").id()));
    send();
    assertThat(entries()).hasSize(2);
  }
}
