package org.caucus.mail.message.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.mime.TransferEncoding;
import org.junit.jupiter.api.Test;

class CalendarRedactionTest {
  private static final MailAddress ALIAS = MailAddress.of("ben.1@lists.example");

  private static RawLetter letter(String calendar) {
    return RawLetter.of(
        ("Content-Type: text/calendar; charset=utf-8; method=REQUEST\n\n" + calendar)
            .replace("\n", "\r\n")
            .getBytes(UTF_8));
  }

  private static RawLetter shown(RawLetter letter) {
    return new CalendarRedaction(
            n -> n.address().localPart().equals("ben") ? new NamedAddress(n.name(), ALIAS) : n)
        .of(letter);
  }

  @Test
  void anInvitationNamesMembersAsTheyAreKnownHere() {
    RawLetter letter =
        letter(
            """
            BEGIN:VCALENDAR
            PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
            METHOD:REQUEST
            BEGIN:VEVENT
            UID:1@laptop.home.example
            ORGANIZER;CN="Ben Eze";EMAIL=ben@home.example:mailto:ben@home.
             example
            ATTENDEE;CN=ben@home.example;RSVP=TRUE:MAILTO:ben@home.example
            ATTENDEE;RSVP=TRUE:mailto:uche@agency.example
            X-MS-OLK-SENDER;CN="Ben":mailto:ben@home.example
            END:VEVENT
            END:VCALENDAR
            """);

    String said = new String(TransferEncoding.decoded(shown(letter)), UTF_8);
    assertThat(said)
        .contains("ORGANIZER;CN=\"Ben Eze\";EMAIL=ben.1@lists.example:mailto:ben.1@lists.example")
        .contains(
            "CN=ben.1@lists.example;RSVP=TRUE:MAILTO:ben.1@lists.example",
            "mailto:uche@agency.example")
        .contains("UID:1@laptop")
        .doesNotContain("ben@home", "Microsoft", "OLK");
  }

  @Test
  void oneThatNamesNobodyStaysTheSameOctets() {
    RawLetter letter = letter("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n");
    assertThat(shown(letter)).isSameAs(letter);
  }
}
