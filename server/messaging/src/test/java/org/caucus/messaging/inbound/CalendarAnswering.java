package org.caucus.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.Rsvp;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.support.Checkout;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.BeforeEach;

/** Answers of calendars to the invitation that Bola got to a call, over real SMTP. */
abstract class CalendarAnswering extends AtInboundPostOffice {
  static final Path SHAPES = Checkout.server("src/test/resources/mail/imip");
  static final String BOLA = "bola@press.example";
  static final String HOME = "bola@home.example";

  SeatId bola;
  Action call;
  String to;

  @BeforeEach
  void aCallIsPlanned() {
    bola = office.seats.get("bola");
    office.person(HOME, "bola");
    office.submit("amina", Parties.call(Audience.everyone()));
    call = office.state().actions().byId().values().iterator().next();
    long sequence = office.state().history().getLast().sequence();
    to = office.tickets.address("cop", InboundPostOffice.DOMAIN, sequence, bola);
  }

  /** A shape, filled in. */
  String letter(String shape, String author, String attendee) throws IOException {
    String[] parts = Files.readString(SHAPES.resolve(shape + ".eml")).split("%ICS%\n", 2);
    String uid = call.id() + "@" + InboundPostOffice.DOMAIN;
    String calendar =
        parts.length < 2
            ? ""
            : parts[1].replace("%UID%", uid).replace("%FROM%", attendee).replace("\n", "\r\n");
    String encoded =
        Base64.getMimeEncoder(76, "\n".getBytes(UTF_8)).encodeToString(calendar.getBytes(UTF_8));
    return parts[0]
        .replaceFirst("(?m)^From:(.*)%FROM%", "From:$1" + author)
        .replace("%FROM%", attendee)
        .replace("%UID%", uid)
        .replace("%TO%", to)
        .replace("%BASE64%", encoded);
  }

  Rsvp rsvp() {
    return office
        .state()
        .actions()
        .find(call.id())
        .orElseThrow()
        .presence()
        .answers()
        .get(bola.value());
  }

  /** A letter with something else in its calendar. */
  String changed(String letter, String what, String by) {
    String[] parts = letter.split("\n\n", 2);
    String calendar = new String(Base64.getMimeDecoder().decode(parts[1]), UTF_8);
    String other = calendar.replaceAll(what, Matcher.quoteReplacement(by));
    return parts[0].replace("<bare-reply", "<bare-reply-" + by.hashCode())
        + "\n\n"
        + Base64.getMimeEncoder(76, "\n".getBytes(UTF_8)).encodeToString(other.getBytes(UTF_8))
        + "\n";
  }
}
