package org.caucus.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.caucus.actions.Commitment;
import org.junit.jupiter.api.Test;

/** What calendars answer, as they write it; and what is no answer. */
class CalendarReplyTest {
  private static byte[] reply(String... lines) {
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VCALENDAR\r\n")
        .getBytes(UTF_8);
  }

  @Test
  void anAnswerIsReadWithItsFoldedLinesAndQuotedNames() {
    byte[] part =
        reply(
            "METHOD:REPLY",
            "BEGIN:VTIMEZONE",
            "TZID:../../etc/passwd",
            "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:call7f3q@lists.exam",
            " ple",
            "ATTENDEE;CN=\"Chika: Chirp; liaison\";PARTSTAT=TENTATIVE:MAILTO:chika@chirp",
            "\t.example",
            "COMMENT:After ten\\, please\\; thank you",
            "SEQUENCE:2",
            "END:VEVENT");

    assertThat(CalendarReply.read(part))
        .contains(
            new CalendarReply(
                "call7f3q@lists.example",
                "chika@chirp.example",
                Commitment.Answer.MAY,
                "After ten, please; thank you",
                2));
  }

  @Test
  void whatIsNoAnswerOfOneIsNone() {
    String uid = "UID:call@lists.example";
    String yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:chika@chirp.example";
    assertThat(CalendarReply.read(reply("METHOD:REQUEST", "BEGIN:VEVENT", uid, yes, "END:VEVENT")))
        .isEmpty();
    assertThat(
            CalendarReply.read(reply("METHOD:REPLY", "BEGIN:VEVENT", uid, yes, yes, "END:VEVENT")))
        .isEmpty();
    assertThat(CalendarReply.read(reply("METHOD:REPLY", "BEGIN:VEVENT", yes, "END:VEVENT")))
        .isEmpty();
    assertThat(CalendarReply.read(reply("METHOD:REPLY", uid, yes))).isEmpty();
    assertThat(CalendarReply.read(new byte[CalendarReply.MAX_OCTETS + 1])).isEmpty();
    assertThat(CalendarReply.read(new byte[0])).isEmpty();
  }

  @Test
  void whatIsMeantAsAnAnswerIsKnownAsOneThoughItCannotBeRead() {
    assertThat(CalendarReply.isMeant(reply("METHOD:REPLY"))).isTrue();
    assertThat(CalendarReply.isMeant(reply("method;X=1: reply"))).isTrue();
    assertThat(CalendarReply.isMeant(reply("METHOD:REQUEST", "SUMMARY:METHOD:REPLY"))).isFalse();
    assertThat(CalendarReply.isMeant(new byte[0])).isFalse();
  }

  @Test
  void anEditionThatIsNoNumberIsNone() {
    String uid = "UID:call@lists.example";
    String yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:chika@chirp.example";
    for (String sequence : new String[] {"-7", "1e9", "99999999999999999999", ""}) {
      byte[] part =
          reply("METHOD:REPLY", "BEGIN:VEVENT", uid, yes, "SEQUENCE:" + sequence, "END:VEVENT");
      assertThat(CalendarReply.read(part).orElseThrow().sequence())
          .as(sequence)
          .isEqualTo(CalendarReply.UNSAID);
    }
  }

  @Test
  void aLineFoldedAfterEveryCharacterKeepsNobodyWaiting() {
    byte[] folds = "X:\n".concat(" a\n".repeat(CalendarReply.MAX_OCTETS / 3 - 2)).getBytes(UTF_8);
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          for (int i = 0; i < 5; i++) {
            assertThat(CalendarReply.read(folds)).isEmpty();
          }
        });
  }
}
