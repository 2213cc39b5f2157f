package org.caucus.mail.smtp.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.caucus.kernel.support.Ports;
import org.caucus.mail.message.MailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpClientTest {
  private static final MailAddress LIST = MailAddress.of("coalition@caucus.example");
  private static final MailAddress ADA = MailAddress.of("ada@rights.example");
  private static final MailAddress EVE = MailAddress.of("eve@press.example");
  private static final byte[] MEMO = "Subject: memo\r\n\r\nwords\r\n".getBytes(ISO_8859_1);
  private static final String OFFERS =
      "250-host.example\r\n250-PIPELINING\r\n250-SIZE 1000\r\n250-8BITMIME\r\n250 SMTPUTF8";

  /** A host that takes everything. */
  private static String polite(String line) {
    String verb = line.split("[ :]", -1)[0];
    return switch (verb) {
      case "EHLO" -> OFFERS;
      case "DATA" -> "354 go on";
      case "." -> "250 2.0.0 stored";
      case "QUIT" -> ScriptedHost.CLOSE;
      default -> "250 2.1.0 fine";
    };
  }

  private static SmtpClient client(ScriptedHost host) {
    return new SmtpClient(host.url(), SmtpClientSettings.of("caucus.example"));
  }

  @Test
  void oneConnectionCarriesManyLetters() throws Exception {
    try (ScriptedHost host = new ScriptedHost(SmtpClientTest::polite);
        SmtpClient client = client(host)) {
      for (int i = 0; i < 3; i++) {
        assertThat(client.send(LIST, List.of(ADA, EVE), MEMO).allAccepted()).isTrue();
      }
      assertThat(host.connections).hasValue(1);
      assertThat(host.heard.subList(0, 10))
          .containsExactly(
              "EHLO caucus.example",
              "MAIL FROM:<coalition@caucus.example> SIZE=24",
              "RCPT TO:<ada@rights.example>",
              "RCPT TO:<eve@press.example>",
              "DATA",
              "Subject: memo",
              "",
              "words",
              ".",
              "MAIL FROM:<coalition@caucus.example> SIZE=24");
    }
  }

  private static byte[] written(String fields, String body) {
    return ("Subject: memo\r\n" + fields + "\r\n" + body).getBytes(UTF_8);
  }

  private static String sevenBits(String line) {
    return polite(line).replace("250-8BITMIME\r\n", "").replace("250 SMTPUTF8", "250 HELP");
  }

  @Test
  void aHostWithoutEightBitMimeGetsSevenBits() throws Exception {
    try (ScriptedHost host = new ScriptedHost(SmtpClientTest::sevenBits);
        SmtpClient client = client(host)) {
      byte[] memo = written("Content-Type: text/plain; charset=utf-8\r\n", "Grüße\r\n");
      assertThat(client.send(LIST, List.of(ADA), memo).allAccepted()).isTrue();
      assertThat(host.heard)
          .contains("Content-Transfer-Encoding: quoted-printable", "Gr=C3=BC=C3=9Fe")
          .noneMatch(line -> line.contains("BODY=") || line.contains("ü"));
      int size = (int) host.heard.stream().filter(l -> l.contains("SIZE=")).count();
      assertThat(size).isEqualTo(1);
    }
  }

  @Test
  void noLineIsLongerThanAHostMustTake() throws Exception {
    try (ScriptedHost host = new ScriptedHost(SmtpClientTest::polite);
        SmtpClient client = client(host)) {
      byte[] memo = written("", "x".repeat(900) + "é" + "x".repeat(300) + "\r\n");
      assertThat(client.send(LIST, List.of(ADA), memo.clone()).outcomes().get(ADA))
          .isEqualTo(
              new RecipientOutcome.Rejected(
                  552, "5.3.4", "The letter is larger than the next host takes"));
    }
    String large = OFFERS.replace("SIZE 1000", "SIZE 9000");
    try (ScriptedHost host =
            new ScriptedHost(line -> line.startsWith("EHLO") ? large : polite(line));
        SmtpClient client = client(host)) {
      byte[] memo = written("", "x".repeat(900) + "é" + "x".repeat(300) + "\r\n");
      assertThat(client.send(LIST, List.of(ADA), memo).allAccepted()).isTrue();
      assertThat(host.heard).allMatch(line -> line.length() <= 998);
    }
  }

  @Test
  void whatIsSignedComesBackWithTheReason() throws Exception {
    try (ScriptedHost host = new ScriptedHost(SmtpClientTest::sevenBits);
        SmtpClient client = client(host)) {
      byte[] memo =
          written(
              "Content-Type: multipart/signed; boundary=s\r\n",
              "--s\r\n\r\nGrüße\r\n--s\r\n\r\nx\r\n--s--\r\n");
      assertThat(client.send(LIST, List.of(ADA), memo).outcomes().get(ADA))
          .isEqualTo(SmtpConnection.EIGHT_BITS);
      assertThat(host.heard).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void aHostThatNeverAnswersIsCutOff() throws Exception {
    var rfc = SmtpClientSettings.Timeouts.RFC_5321;
    var timeouts =
        new SmtpClientSettings.Timeouts(
            rfc.connect(),
            rfc.command(),
            rfc.finalDot(),
            Duration.ofMillis(200),
            rfc.idle(),
            rfc.turn());
    try (ScriptedHost host = new ScriptedHost(l -> l.startsWith("EHLO") ? OFFERS : "");
        SmtpClient client =
            new SmtpClient(
                host.url(), new SmtpClientSettings("caucus.example", 1, timeouts, null))) {
      assertThatThrownBy(() -> client.send(LIST, List.of(ADA), MEMO))
          .isInstanceOf(SmtpUnreachable.class);
      assertThat(host.heard).doesNotContain("words");
    }
  }

  @Test
  void eachRecipientHasItsOwnOutcome() throws Exception {
    MailAddress later = MailAddress.of("later@law.example");
    try (ScriptedHost host =
            new ScriptedHost(
                line ->
                    line.contains("ada@")
                        ? "550 5.1.1 no such\r\n".strip()
                        : line.contains("later@")
                            ? "450-4.2.0 over\r\n450 4.2.0 quota"
                            : polite(line));
        SmtpClient client = client(host)) {
      SendResult result = client.send(null, List.of(ADA, later, EVE), MEMO);

      assertThat(result.outcomes().keySet()).containsExactly(ADA, later, EVE);
      assertThat(result.outcomes().get(ADA))
          .isEqualTo(new RecipientOutcome.Rejected(550, "5.1.1", "no such"));
      assertThat(result.outcomes().get(later)).isInstanceOf(RecipientOutcome.TryLater.class);
      assertThat(result.outcomes().get(EVE))
          .isEqualTo(new RecipientOutcome.Accepted(250, "2.0.0", "stored"));
    }
  }

  @Test
  void whenNobodyIsTakenALoneDotEndsTheData() throws Exception {
    try (ScriptedHost host =
            new ScriptedHost(line -> line.startsWith("RCPT") ? "550 no" : polite(line));
        SmtpClient client = client(host)) {
      assertThat(client.send(LIST, List.of(ADA), MEMO).outcomes().get(ADA))
          .isEqualTo(new RecipientOutcome.Rejected(550, "5.0.0", "no"));
      assertThat(host.heard).endsWith("DATA", ".").doesNotContain("words");
      client.send(LIST, List.of(ADA), MEMO);
      assertThat(host.connections).hasValue(1);
    }
  }

  @Test
  void aCloseAfterTheFinalDotMeansUnknown() throws Exception {
    try (ScriptedHost host =
            new ScriptedHost(line -> line.equals(".") ? ScriptedHost.CLOSE : polite(line));
        SmtpClient client = client(host)) {
      assertThat(client.send(LIST, List.of(ADA), MEMO).outcomes().get(ADA))
          .isInstanceOfSatisfying(
              RecipientOutcome.TryLater.class, o -> assertThat(o.enhanced()).isEqualTo("4.4.2"));
      assertThat(host.connections).hasValue(1);
    }
  }

  @Test
  void aCloseBeforeAnythingWasSaidMeansUnreachable() throws Exception {
    try (ScriptedHost host =
            new ScriptedHost(line -> line.startsWith("MAIL") ? ScriptedHost.CLOSE : polite(line));
        SmtpClient client = client(host)) {
      assertThatThrownBy(() -> client.send(LIST, List.of(ADA), MEMO))
          .isInstanceOf(SmtpUnreachable.class);
    }
  }

  @Test
  void aKeptConnectionThatIsGoneIsReplacedOnce() throws Exception {
    int[] letters = {0};
    try (ScriptedHost host =
            new ScriptedHost(
                line ->
                    line.startsWith("MAIL") && ++letters[0] == 2
                        ? "421 4.4.2 idle too long"
                        : polite(line));
        SmtpClient client = client(host)) {
      client.send(LIST, List.of(ADA), MEMO);
      assertThat(client.send(LIST, List.of(ADA), MEMO).outcomes().get(ADA))
          .isNotInstanceOf(RecipientOutcome.Rejected.class);
      assertThat(client.send(LIST, List.of(ADA), MEMO).allAccepted()).isTrue();
    }
  }

  @Test
  void aHostWithoutExtensionsIsToldNothingItDoesNotKnow() throws Exception {
    try (ScriptedHost host =
            new ScriptedHost(line -> line.startsWith("EHLO") ? "502 what?" : polite(line));
        SmtpClient client = client(host)) {
      byte[] eightBit = "Subject: memo\r\n\r\ncaf\u00e9\r\n".getBytes(ISO_8859_1);

      assertThat(client.send(LIST, List.of(ADA), eightBit).allAccepted()).isTrue();
      assertThat(host.heard)
          .contains("HELO caucus.example", "MAIL FROM:<coalition@caucus.example>");
      assertThat(
              client
                  .send(LIST, List.of(MailAddress.of("ада@почта.example")), MEMO)
                  .outcomes()
                  .values())
          .allSatisfy(o -> assertThat(o.enhanced()).isEqualTo("5.6.7"));
      client.send(LIST, List.of(MailAddress.of("ada@bücher.example")), MEMO);
      assertThat(host.heard).contains("RCPT TO:<ada@xn--bcher-kva.example>");
    }
  }

  @Test
  void whatTheLetterNeedsIsSaid() throws Exception {
    try (ScriptedHost host = new ScriptedHost(SmtpClientTest::polite);
        SmtpClient client = client(host)) {
      client.send(
          MailAddress.of("ада@почта.example"),
          List.of(ADA),
          "S: \u00e9\r\n\r\n".getBytes(ISO_8859_1));
      assertThat(host.heard.get(1)).endsWith(" SIZE=8 BODY=8BITMIME SMTPUTF8");
      byte[] large = ("Subject: memo\r\n\r\n" + "x".repeat(1_000) + "\r\n").getBytes(ISO_8859_1);
      assertThat(client.send(LIST, List.of(ADA), large).outcomes().get(ADA).code()).isEqualTo(552);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb\r\n", "a\rb\r\n", "a\r\n.\n", "a\r", "\n"})
  void aLetterWithABareLineEndIsNeverSent(String letter) throws IOException {
    try (ScriptedHost host = new ScriptedHost(SmtpClientTest::polite);
        SmtpClient client = client(host)) {
      assertThatThrownBy(() -> client.send(LIST, List.of(ADA), letter.getBytes(ISO_8859_1)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(host.connections).hasValue(0);
    }
  }

  @Test
  void nobodyListeningIsUnreachable() throws Exception {
    // not one that the system hands out: another test's host may have that a moment later
    SmtpUrl nobody = SmtpUrl.parse("smtp://127.0.0.1:" + Ports.free() + "?starttls=off");
    try (SmtpClient client = new SmtpClient(nobody, SmtpClientSettings.of("caucus.example"))) {
      assertThatThrownBy(() -> client.send(LIST, List.of(ADA), MEMO))
          .isInstanceOf(SmtpUnreachable.class);
    }
  }

  @Test
  void manyRecipientsGoInTurns() throws Exception {
    try (ScriptedHost host = new ScriptedHost(SmtpClientTest::polite);
        SmtpClient client = client(host)) {
      List<MailAddress> many =
          IntStream.range(0, 250)
              .mapToObj(i -> MailAddress.of("member" + i + "@rights.example"))
              .toList();
      assertThat(client.send(LIST, many, MEMO).outcomes()).hasSize(250);
      assertThat(host.heard.stream().filter("DATA"::equals)).hasSize(3);
    }
  }

  @Test
  void anotherProgramTakesALetterWithLogin() throws Exception {
    GreenMail post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.setUser("ada@rights.example", "ada", "secret");
    post.start();
    String url = "smtp://ada:secret@127.0.0.1:" + post.getSmtp().getPort() + "?starttls=off";
    try (SmtpClient client =
        new SmtpClient(SmtpUrl.parse(url), SmtpClientSettings.of("caucus.example"))) {
      assertThat(client.send(LIST, List.of(ADA), MEMO).allAccepted()).isTrue();
      assertThat(post.getReceivedMessages()).hasSize(1);
      assertThat(post.getReceivedMessages()[0].getSubject()).isEqualTo("memo");
    } finally {
      post.stop();
    }
  }
}
