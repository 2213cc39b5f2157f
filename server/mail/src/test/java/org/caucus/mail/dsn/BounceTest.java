package org.caucus.mail.dsn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caucus.kernel.support.Growth;
import org.caucus.mail.message.RawLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is blamed for what, and who never is. */
class BounceTest {
  private static final String REPORT =
      """
      From: Mail Delivery System <mailer-daemon@mx.rights.example>
      To: cop+b.8f2@lists.example
      Subject: Undelivered Mail Returned to Sender
      Auto-Submitted: auto-replied
      MIME-Version: 1.0
      Content-Type: multipart/report; report-type=delivery-status; boundary="b"

      --b
      Content-Type: text/plain

      Your letter could not be delivered.
      --b
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx.rights.example

      Final-Recipient: rfc822; %s
      Action: %s
      Status: %s
      Diagnostic-Code: smtp; %s

      --b
      Content-Type: text/rfc822-headers

      Subject: Notes of the online meeting
      To: bystander@harbour.example
      --b--
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          failed  | 5.1.1 | 550 5.1.1 <ada@x.example>: Recipient address rejected: User unknown | true  | DEAD_ADDRESS
          failed  | 5.1.1 | 550 5.1.1 Message blocked due to spam content                            | true  | SPAM
          failed  | 5.7.1 | 554 Service unavailable; Client host [192.0.2.1] blocked using a dnsbl   | true  | SPAM
          failed  | 5.7.1 | 550 5.7.1 Unauthenticated email is not accepted due to domain's DMARC policy | true | POLICY
          failed  | 5.0.0 | 552 5.3.4 Message size exceeds fixed limit                               | true  | SIZE
          failed  | 5.2.2 | 552 5.2.2 Mailbox full                                                   | true  | FULL
          failed  | 5.0.0 | 554 Your message contains a virus                                        | true  | VIRUS
          delayed | 4.7.1 | 450 4.7.1 Greylisted, try again later                                    | false | DELAY
          delayed | 4.4.1 | connect to mx.rights.example: Connection timed out                       | false | DELAY
          failed  | 4.4.7 | delivery time expired                                                    | true  | DELAY
          failed  | 4.7.28 | 421 Too many messages from your network                                 | true  | RATE
          failed  | 5.6.0 | 554 5.6.0 Bad header                                                     | true  | CONTENT
          """)
  void aReportIsReadByItsReasonFirst(
      String action, String status, String said, boolean permanent, BounceReason reason) {
    List<DeliveryFailure> failures =
        read(REPORT.formatted("ada@rights.example", action, status, said));

    assertThat(failures).hasSize(1);
    assertThat(failures.getFirst().address()).hasToString("ada@rights.example");
    assertThat(failures.getFirst().permanent()).isEqualTo(permanent);
    assertThat(failures.getFirst().reason()).isEqualTo(reason);
    assertThat(reason.countsAgainstTheAddress()).isEqualTo(reason == BounceReason.DEAD_ADDRESS);
  }

  @ParameterizedTest
  @CsvSource({"delivered, 2.0.0", "relayed, 2.0.0", "expanded, 2.0.0"})
  void aReportOfSuccessBlamesNobody(String action, String status) {
    assertThat(read(REPORT.formatted("ada@rights.example", action, status, "250 OK"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Automatic reply: Notes of the meeting | I am out of office. In urgent cases write to office@rights.example.
          Out of Office                         | Your message could not be answered; contact bola@rights.example.
          Réponse automatique : Notes           | Je suis absente. Écrire à bureau@rights.example.
          Re: Notes of the meeting              | I think the address should be agency@regulator.example.
          """)
  void anAnswerIsNoFailure(String subject, String text) {
    assertThat(
            read(
                """
                From: Ada Obi <ada@rights.example>
                To: cop+b.8f2@lists.example
                Subject: %s
                Auto-Submitted: auto-replied

                %s
                """
                    .formatted(subject, text)))
        .isEmpty();
  }

  @Test
  void someoneWhoLeftIsAHintAndNotAFailure() {
    Bounce bounce =
        Bounce.of(
            """
            From: Ada Obi <ada@rights.example>
            Subject: Automatic reply: Notes
            Auto-Submitted: auto-replied

            Ada no longer works here. Please write to bola@rights.example.
            """
                .getBytes(UTF_8));

    assertThat(bounce.departed()).isTrue();
    assertThat(bounce.failures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Resposta automática: projeto | A Ada já não trabalha aqui. Escreva para bola@rights.example. | true
          Автоответ                    | Ада больше не работает в организации.                          | true
          Automatic reply: the draft   | Ada is on leave until Monday.                                  | false
          Re: the draft                | > Bola no longer works here.                                   | false
          """)
  void whoSaysThatSomebodyLeftIsTheAuthor(String subject, String text, boolean departed) {
    String letter =
        """
        From: Ada Obi <ada@rights.example>
        Subject: %s
        Auto-Submitted: auto-replied
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(subject, text);

    assertThat(Bounce.of(letter.getBytes(UTF_8)).departed()).isEqualTo(departed);
  }

  @Test
  void aReturnedLetterIsNoHint() {
    String bounce =
        """
        From: MAILER-DAEMON@mx.rights.example
        Subject: failure notice

        <ada@rights.example>:
        No such user.

        --- Below this line is a copy of the message.

        Return-Path: <cop+b.x@lists.example>
        Subject: News

        Bola no longer works here.
        """;

    assertThat(Bounce.of(bounce.getBytes(UTF_8)).departed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Abuse, abuse",
    "fraud, fraud",
    "other, other",
    "opt-out, opt-out",
    "miscategorized, miscategorized",
    "not-spam,",
    "auth-failure,",
    "virus,"
  })
  void feedbackIsAComplaintOnlyWhereSomebodyComplains(String kind, @Nullable String complaint) {
    byte[] letter =
        """
        From: feedback@provider.example
        Subject: FW: Notes
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: text/plain

        This is a report. Delivery to <ada@rights.example> failed.
        --b
        Content-Type: message/feedback-report

        Feedback-Type: %s
        User-Agent: Provider/1.0
        Version: 1
        Original-Mail-From: <cop+b.x@lists.example>
        Original-Rcpt-To: ada@rights.example
        --b--
        """
            .formatted(kind)
            .getBytes(UTF_8);

    assertThat(Bounce.of(letter).complaint()).isEqualTo(Optional.ofNullable(complaint));
    assertThat(Bounce.of(letter).failures()).isEmpty();
    assertThat(Bounce.complainedOf(RawLetter.of(letter)).isPresent()).isEqualTo(complaint != null);
  }

  @Test
  void hostileReportsEndSoon() {
    String many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "<a" + i + "@x.example>: user unknown")
            .collect(Collectors.joining("\n"));
    String endless = "user ".repeat(300_000) + "@" + "a".repeat(300_000);

    assertThat(read("From: mailer-daemon@x.example\nSubject: failure\n\n" + many))
        .hasSizeLessThanOrEqualTo(FreeFormReport.MAX_ADDRESSES);
    assertThat(read("From: mailer-daemon@x.example\nSubject: failure\n\n" + endless)).isEmpty();
    assertThat(read("")).isEmpty();
  }

  private static List<DeliveryFailure> read(String letter) {
    return Bounce.of(letter.replace("\n", "\r\n").getBytes(UTF_8)).failures();
  }

  /** The looks are counted: what is behind thousands of addresses of nobody is not looked at. */
  @Test
  void ofAWallOfAddressesTheFirstAreLookedAt() {
    String failed = "<ada@rights.example>: user unknown\n";
    assertThat(read(wall(5) + failed))
        .extracting(failure -> failure.address().toString())
        .containsExactly("ada@rights.example");
    assertThat(read(wall(20) + failed)).isEmpty();
    assertThat(Growth.of(400, lines -> () -> assertThat(read(wall(lines))).isEmpty()))
        .isLessThan(Growth.LINEAR);
  }

  private static String wall(int lines) {
    return "From: mailer-daemon@mx.rights.example\nSubject: delivery failed\n\n"
        + ("write a@b ".repeat(99) + "\n").repeat(lines * 5 / 2);
  }
}
