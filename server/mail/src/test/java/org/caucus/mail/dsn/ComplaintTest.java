package org.caucus.mail.dsn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Complaints as providers send them, in ARF and without it, to wherever they are sent. */
class ComplaintTest {
  private static final String OURS = "cop+b.x@lists.example";

  private static final String RETURNED =
      """
      Return-Path: <cop+b.x@lists.example>
      From: Ada Obi <ada@rights.example>
      To: cop@lists.example
      Subject: [cop] The draft

      Words.
      """;

  private static String report(String head, String type, String parts) {
    return head
        + "MIME-Version: 1.0\nContent-Type: "
        + type
        + "; boundary=\"b\"\n\n"
        + parts
        + "--b--\n";
  }

  private static String part(String type, String content) {
    return "--b\nContent-Type: " + type + "\n\n" + content + "\n";
  }

  private static final String ARF = "Feedback-Type: abuse\nUser-Agent: Provider/1.0\nVersion: 1\n";

  static Stream<Arguments> complaints() {
    String plain = "From: feedback@provider.example\nSubject: FW: The draft\n";
    String staff = "From: <staff@hotmail.example>\nTo: abuse@lists.example\n";
    String mark = "X-HmXmrOriginalRecipient: bola@hotmail.example\n";
    return Stream.of(
        Arguments.of(
            "ARF with the letter",
            report(
                plain,
                "multipart/report; report-type=feedback-report",
                part("message/feedback-report", ARF) + part("message/rfc822", RETURNED))),
        Arguments.of(
            "ARF with the header alone",
            report(
                plain,
                "multipart/report; report-type=feedback-report",
                part("message/feedback-report", ARF) + part("text/rfc822-headers", RETURNED))),
        Arguments.of(
            "ARF under another type of its whole",
            report(
                plain,
                "multipart/mixed",
                part("text/plain", "A report.")
                    + part("message/feedback-report", ARF)
                    + part("message/rfc822", RETURNED))),
        Arguments.of(
            "ARF whose type of report is not said",
            report(
                plain,
                "multipart/report",
                part("message/feedback-report", ARF + "Original-Mail-From: <" + OURS + ">"))),
        Arguments.of(
            "JMRP, by the field in the letter",
            report(
                staff + "Subject: complaint about message from 192.0.2.1\n",
                "multipart/mixed",
                part("message/rfc822", mark + RETURNED))),
        Arguments.of(
            "JMRP, the field alone",
            report(
                staff + "Subject: FW: The draft\n",
                "multipart/mixed",
                part("text/plain", "") + part("message/rfc822", mark + RETURNED))),
        Arguments.of(
            "JMRP, the subject alone",
            report(
                staff + "Subject: complaint about message from [2001:db8::25]\n",
                "multipart/mixed",
                part("message/rfc822", RETURNED))),
        Arguments.of(
            "JMRP, the letter is all there is",
            staff
                + "Subject: complaint about message from 192.0.2.1\nMIME-Version: 1.0\n"
                + "Content-Type: message/rfc822\n\n"
                + mark
                + RETURNED),
        Arguments.of(
            "X-ARF",
            report(
                "From: abuse@host.example\nSubject: abuse report about 192.0.2.1\nX-XARF: PLAIN\n",
                "multipart/mixed",
                part("text/plain", "Unsolicited mail.")
                    + part("text/plain; name=\"report.txt\"", "Category: abuse\nReport-Type: spam")
                    + part("message/rfc822", RETURNED))),
        Arguments.of(
            "SpamCop",
            report(
                plain + "X-SpamCop-sourceip: 192.0.2.1\n",
                "multipart/mixed",
                part("text/plain", "Somebody complains.") + part("message/rfc822", RETURNED))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("complaints")
  void itIsOneWhereverItCame(String kind, String letter) {
    byte[] bytes = letter.replace("\n", "\r\n").getBytes(UTF_8);

    assertThat(Bounce.of(bytes).complaint()).as("at its return path").contains("abuse");
    assertThat(Bounce.of(bytes).failures()).isEmpty();
    assertThat(Bounce.complainedOf(RawLetter.of(bytes)))
        .as("elsewhere")
        .contains(MailAddress.of(OURS));
  }

  static Stream<Arguments> others() {
    String bola = "From: Bola <bola@press.example>\nTo: cop@lists.example\n";
    return Stream.of(
        Arguments.of(
            "a member sends a letter on and calls it abuse",
            report(
                bola + "Subject: Fwd: abuse report, spam complaint\n",
                "multipart/mixed",
                part("text/plain", "This is spam and abuse.") + part("message/rfc822", RETURNED))),
        Arguments.of(
            "a member asks about a report",
            bola
                + "Subject: Re: complaint about message from 192.0.2.1\n"
                + "Content-Type: text/plain\n\nX-HmXmrOriginalRecipient: bola@hotmail.example\n"),
        Arguments.of(
            "a member sends a report on",
            report(
                bola + "Subject: Fwd: a report\n",
                "multipart/mixed",
                part(
                    "message/rfc822",
                    "From: feedback@provider.example\n"
                        + "Content-Type: multipart/report; boundary=c\n\n"
                        + "--c\n"
                        + "Content-Type: message/feedback-report\n\n"
                        + ARF
                        + "\n--c--"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void wordsAloneAreNone(String kind, String letter) {
    byte[] bytes = letter.replace("\n", "\r\n").getBytes(UTF_8);

    assertThat(Bounce.of(bytes).complaint()).isEmpty();
    assertThat(Bounce.complainedOf(RawLetter.of(bytes))).isEmpty();
  }
}
