package org.caucus.mail.itip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.caucus.kernel.support.Growth;
import org.junit.jupiter.api.Test;

/** What calendars answer, as they write it; and what is no answer. */
class ItipReplyTest {
  private static String reply(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VCALENDAR\r\n";
  }

  @Test
  void anAnswerIsReadWithItsFoldedLinesAndQuotedNames() {
    String part =
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
            "DTSTAMP;X-A=b:20261126t091500z",
            "END:VEVENT");

    assertThat(ItipReply.read(part))
        .containsExactly(
            new ItipReply(
                "call7f3q@lists.example",
                "chika@chirp.example",
                ItipReply.Answer.TENTATIVE,
                "After ten, please; thank you",
                2,
                Instant.parse("2026-11-26T09:15:00Z")));
  }

  @Test
  void whatIsNoAnswerOfOneIsNone() {
    String uid = "UID:call@lists.example";
    String yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:chika@chirp.example";
    assertThat(ItipReply.read(reply("METHOD:REPLY", "BEGIN:VEVENT", uid, yes, yes, "END:VEVENT")))
        .isEmpty();
    assertThat(ItipReply.read(reply("METHOD:REPLY", "BEGIN:VEVENT", yes, "END:VEVENT"))).isEmpty();
    assertThat(ItipReply.read(reply("METHOD:REPLY", uid, yes))).isEmpty();
    assertThat(ItipReply.read(reply("METHOD:REPLY", "BEGIN:VEVENT", uid, yes))).isEmpty();
    String[] many = new String[ItipReply.MAX_EVENTS + 1];
    Arrays.fill(many, String.join("\r\n", "BEGIN:VEVENT", uid, yes, "END:VEVENT"));
    assertThat(ItipReply.read(reply(many))).isEmpty();
    assertThat(ItipReply.read("")).isEmpty();
  }

  @Test
  void whatIsMeantAsAnAnswerIsKnownAsOneThoughItCannotBeRead() {
    assertThat(ItipReply.isMeant(reply("METHOD:REPLY"), "")).isTrue();
    assertThat(ItipReply.isMeant(reply("method;X=1: reply"), "")).isTrue();
    assertThat(ItipReply.isMeant(reply("METHOD:REQUEST", "SUMMARY:METHOD:REPLY"), "")).isFalse();
    assertThat(ItipReply.isMeant(reply("METHOD:COUNTER"), "REPLY"))
        .as("what the calendar says counts")
        .isFalse();
    assertThat(ItipReply.isMeant(reply("PRODID:-//A phone//EN"), "Reply"))
        .as("the head of the part says it alone")
        .isTrue();
    assertThat(ItipReply.isMeant("", "")).isFalse();
  }

  @Test
  void anAlarmInItIsNotTheEvent() {
    String part =
        reply(
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            "UID:call@lists.example",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:chika@chirp.example",
            "BEGIN:VALARM",
            "UID:4B1E8A0C",
            "ATTENDEE;PARTSTAT=DECLINED:mailto:secretary@chirp.example",
            "COMMENT:Wake up",
            "END:VALARM",
            "SEQUENCE:3",
            "END:VEVENT");

    assertThat(ItipReply.read(part))
        .containsExactly(
            new ItipReply(
                "call@lists.example",
                "chika@chirp.example",
                ItipReply.Answer.ACCEPTED,
                "",
                3,
                null));
  }

  @Test
  void aNameCannotSayWhatItsPersonDidNot() {
    String part =
        reply(
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            "UID:call@lists.example",
            "ATTENDEE;CN=\"Chika; PARTSTAT=ACCEPTED;x\";PARTSTAT=DECLINED;PARTSTAT=ACCEPTED"
                + ";X-RESPONSE-COMMENT=\"Away^nuntil ^'Monday^' ^^\":mailto:chika@chirp.example",
            "END:VEVENT");

    assertThat(ItipReply.read(part))
        .containsExactly(
            new ItipReply(
                "call@lists.example",
                "chika@chirp.example",
                ItipReply.Answer.DECLINED,
                "Away\nuntil \"Monday\" ^",
                ItipReply.UNSAID,
                null));
  }

  @Test
  void whatAPersonWroteStaysAsTheyWroteIt() {
    String part =
        reply(
            "METHOD:REPLY",
            "BEGIN:VEVENT",
            "UID:call@lists.example",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:chika@chirp.example",
            "COMMENT:C:\\\\notes\\; one\\ntwo " + "x".repeat(1_981) + "\uD83D\uDE00\uD83D\uDE00",
            "END:VEVENT");

    String comment = ItipReply.read(part).getFirst().comment();
    assertThat(comment).startsWith("C:\\notes; one\ntwo xxx").hasSizeLessThanOrEqualTo(2_000);
    assertThat(new String(comment.getBytes(UTF_8), UTF_8)).as("no half sign").isEqualTo(comment);
  }

  @Test
  void anEditionThatIsNoNumberIsNone() {
    String uid = "UID:call@lists.example";
    String yes = "ATTENDEE;PARTSTAT=ACCEPTED:mailto:chika@chirp.example";
    for (String sequence : new String[] {"-7", "1e9", "99999999999999999999", ""}) {
      String part =
          reply("METHOD:REPLY", "BEGIN:VEVENT", uid, yes, "SEQUENCE:" + sequence, "END:VEVENT");
      assertThat(ItipReply.read(part).getFirst().sequence())
          .as(sequence)
          .isEqualTo(ItipReply.UNSAID);
    }
  }

  /**
   * Nothing in it is counted out: neither a zone's rules nor what recurs nor a day that is not one.
   */
  @Test
  void aZoneOfTenThousandRulesIsPassedOver() {
    String rule =
        String.join(
                "\r\n",
                "BEGIN:DAYLIGHT",
                "DTSTART:00000230T250000",
                "RRULE:FREQ=SECONDLY;COUNT=2147483647",
                "TZOFFSETFROM:+9999",
                "TZOFFSETTO:-9999",
                "UID:of-a-rule",
                "END:DAYLIGHT")
            + "\r\n";
    String part =
        reply(
            "METHOD:REPLY",
            "BEGIN:VTIMEZONE",
            "TZID:/../../etc/localtime",
            rule.repeat(10_000) + "END:VTIMEZONE",
            "BEGIN:VEVENT",
            "UID:call@lists.example",
            "DTSTART;TZID=/../../etc/localtime:00000101T000000",
            "RRULE:FREQ=SECONDLY",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:chika@chirp.example",
            "END:VEVENT");

    assertThat(ItipReply.read(part))
        .containsExactly(
            new ItipReply(
                "call@lists.example",
                "chika@chirp.example",
                ItipReply.Answer.ACCEPTED,
                "",
                ItipReply.UNSAID,
                null));
  }

  @Test
  void aLineFoldedAfterEveryCharacterKeepsNobodyWaiting() {
    double grows =
        Growth.of(
            ItipReply.MAX_OCTETS,
            octets -> {
              String folds = "X:\n".concat(" a\n".repeat(octets / 3 - 2));
              return () -> assertThat(ItipReply.read(folds)).isEmpty();
            });
    assertThat(grows).isLessThan(Growth.LINEAR);
  }
}
