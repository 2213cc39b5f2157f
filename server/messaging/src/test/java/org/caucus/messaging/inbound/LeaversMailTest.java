package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.handover.HandoverCommand.HandOver;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.messaging.inbound.pipeline.RefusalMessages;
import org.junit.jupiter.api.Test;

/** Letters of somebody who has left, over real SMTP. */
class LeaversMailTest extends AtInboundPostOffice {
  private static final String AMINA = "amina@rights.example";
  private static final String BOLA = "bola@press.example";
  private static final String COALITION = "coalition@caucus.example";

  private static String letter(String from, String id, String subject) {
    return "From: %s\nTo: %s\nSubject: %s\nMessage-ID: <%s>\n\nThe memo is due.\n"
        .formatted(from, COALITION, subject, id);
  }

  /** The address at which Bola answers Amina's memo. */
  private String answerAddress() throws IOException {
    office.post(AMINA, COALITION, letter(AMINA, "m1@rights.example", "Memo"));
    return office.tickets.address(
        "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get("bola"));
  }

  @Test
  void anAnswerAddressEndsWithItsSeat() throws IOException {
    String address = answerAddress();
    office.post(BOLA, address, letter(BOLA, "r1@press.example", "Re: Memo"));
    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(2);

    office.submit("amina", new MemberCommand.EndSeat(office.seats.get("bola")));
    office.post(BOLA, address, letter(BOLA, "r2@press.example", "Re: Memo"));

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(2);
    // in the words for an address that never was one
    assertThat(office.events(LetterEvent.LetterRefused.class).getLast().reasons())
        .containsExactly(RefusalMessages.TICKET);
  }

  @Test
  void aSuccessorDoesNotInheritAnswerAddresses() throws IOException {
    String address = answerAddress();
    String femi = "femi@press.example";
    office.join("femi", "press", Role.MEMBER);
    office.submit(
        "bola", new HandOver(office.seats.get("bola"), office.seats.get("femi"), List.of()));

    office.post(femi, address, letter(femi, "r1@press.example", "Re: Memo"));
    office.post(BOLA, address, letter(BOLA, "r2@press.example", "Re: Memo"));

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
    assertThat(office.events(LetterEvent.LetterRefused.class)).hasSize(2);
  }

  @Test
  void aLeaverAtAListIsAStranger() throws IOException {
    office.submit("amina", new MemberCommand.EndSeat(office.seats.get("bola")));
    office.post(BOLA, COALITION, letter(BOLA, "m2@press.example", "Again"));

    assertThat(office.events(EntryEvent.EntryPosted.class)).isEmpty();
    assertThat(office.state().letters().holds().values().iterator().next().reasons())
        .containsExactly(RefusalMessages.STRANGER);
  }
}
