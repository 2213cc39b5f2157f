package org.caucus.messaging.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.Shown;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Ref;
import org.junit.jupiter.api.Test;

/** An answer address of somebody outside is answered like one that never was. */
class NarrowedTicketTest extends AtInboundPostOffice {
  private static final String BOLA = "bola@press.example";
  private static final String CHIKA = "chika@chirp.example";

  private static String letter(String from, String id, String text) {
    return "From: %s\nTo: coalition@caucus.example\nSubject: Memo\nMessage-ID: <%s>\n\n%s\n"
        .formatted(from, id, text);
  }

  @Test
  void aTicketOfSomebodyOutsideIsAnsweredLikeAnUnknownOne() throws IOException {
    office.post(BOLA, "coalition@caucus.example", letter(BOLA, "m1@press.example", "The memo"));
    String ticket =
        office.tickets.address(
            "cop", InboundPostOffice.DOMAIN, office.state().sequence(), office.seats.get("chika"));
    Ref thread =
        Ref.to(Ref.Kind.THREAD, office.events(ListEvent.ThreadStarted.class).getFirst().id());
    office.submit(
        "bola",
        Shown.change(office.state(), office.seats.get("bola"), thread, Audience.civilSociety()));

    office.post(CHIKA, ticket, letter(CHIKA, "r1@chirp.example", "Late"));
    office.post(
        CHIKA,
        "cop+r.abcdefghijklmnopqrstuvwxyz@caucus.example",
        letter(CHIKA, "r2@chirp.example", "Forged"));

    assertThat(office.events(EntryEvent.EntryPosted.class)).hasSize(1);
    var refused = office.events(LetterEvent.LetterRefused.class);
    assertThat(refused).hasSize(2);
    assertThat(refused.get(0).reasons()).isEqualTo(refused.get(1).reasons());
  }
}
