package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.MailContent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Message;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.caucus.messaging.inbound.pipeline.SenderTrust;
import org.caucus.platform.eventlog.BlobId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member's address here reaches them from members alone, and tells nobody else anything. */
class MemberAddressTest {
  @TempDir Path directory;
  private InboundPostOffice office;

  @BeforeEach
  void open() throws IOException {
    office = trusting(InboundPostOffice.LOOPBACK, "a");
  }

  @AfterEach
  void close() {
    office.close();
  }

  private InboundPostOffice trusting(SenderTrust trust, String name) throws IOException {
    return new InboundPostOffice(directory.resolve(name), trust).withCoalition();
  }

  private String of(String person) {
    return office.aliases.of("cop", office.seats.get(person)).toString();
  }

  private void write(String from, String to) throws IOException {
    String letter =
        "From: <"
            + from
            + ">\nTo: <"
            + to
            + ">\nSubject: Between us\nMessage-ID: <p@press.example>\n\nFor you alone.\n";
    office.post(from, to, letter);
  }

  private List<Message> refusals() {
    return office.events(LetterEvent.LetterRefused.class).stream()
        .flatMap(e -> e.reasons().stream())
        .toList();
  }

  @Test
  void aMembersLetterIsPassedOnAndItsBytesAreKept() throws IOException {
    write("bola@press.example", of("chika"));

    LetterEvent.LetterPassedOn on = office.events(LetterEvent.LetterPassedOn.class).getFirst();
    assertThat(on.from()).isEqualTo(office.seats.get("bola"));
    assertThat(on.to()).isEqualTo(office.seats.get("chika"));
    byte[] kept = office.blobs.get(office.workspace, new BlobId(on.blob())).await();
    assertThat(new String(kept, StandardCharsets.US_ASCII)).contains("For you alone.");
    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
  }

  @Test
  void strangersForgersAndThoseWhoAskForTheGoneHearTheSame() throws IOException {
    write("nobody@elsewhere.example", of("chika"));
    write("bola@press.example", "cop+m.abcdefghijklmnopqrstuvwxyz@caucus.example");
    String gone = of("vera");
    office.submit("amina", new MemberCommand.EndSeat(office.seats.get("vera")));
    write("bola@press.example", gone);

    assertThat(office.events(LetterEvent.LetterPassedOn.class)).isEmpty();
    assertThat(refusals())
        .containsExactly(
            RefusalMessages.NO_MEMBER, RefusalMessages.NO_MEMBER, RefusalMessages.NO_MEMBER);
  }

  @Test
  void aFromLineProvesNothing() throws IOException {
    office.close();
    office = trusting(SenderTrust.nobody(), "b");
    write("bola@press.example", of("chika"));
    write("bola@press.example", "cop+m.abcdefghijklmnopqrstuvwxyz@caucus.example");

    assertThat(office.events(LetterEvent.LetterPassedOn.class)).isEmpty();
    assertThat(refusals()).containsExactly(RefusalMessages.NOT_PROVEN, RefusalMessages.NOT_PROVEN);
  }

  @Test
  void whereWordsStayOutOfMailNothingIsPassedOn() throws IOException {
    office.submit(
        "amina",
        new ListCommand.SetMailContent(MailContent.of(MailContent.Mode.SENSITIVE, List.of())));
    write("bola@press.example", of("chika"));

    assertThat(refusals()).containsExactly(RefusalMessages.NO_MEMBER);
  }
}
