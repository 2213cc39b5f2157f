package org.caucus.mail.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
  private static final int LIMIT = 10_000;
  private static final String LIST = "coalition@caucus.example";

  private record Stored(Envelope envelope, String letter) {}

  private final List<Stored> stored = new CopyOnWriteArrayList<>();
  private volatile LetterSink box = this::keep;
  private SmtpServer inbox;

  private void keep(Envelope envelope, byte[] letter) {
    stored.add(new Stored(envelope, new String(letter, StandardCharsets.ISO_8859_1)));
  }

  private static Optional<RecipientCheck.Refusal> check(MailAddress address) {
    return switch (address.localPart()) {
      case "stranger", "nobody" -> Optional.of(RecipientCheck.Refusal.UNKNOWN);
      case "busy" -> Optional.of(RecipientCheck.Refusal.TRY_LATER);
      case "broken" -> throw new IllegalStateException("the database is away");
      case "late" -> throw SmtpServerTest.<RuntimeException>undeclared(new TimeoutException());
      default -> Optional.empty();
    };
  }

  /** Throws it as a future's {@code await} does: checked, and declared nowhere. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E undeclared(Exception e) throws E {
    throw (E) e;
  }

  @BeforeEach
  void open() {
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "caucus.example")
            .withMaxLetterOctets(LIMIT)
            .withConnections(20, 5, Duration.ofSeconds(10));
    InstantSource clock = InstantSource.fixed(Instant.parse("2022-06-21T09:00:00Z"));
    inbox = new SmtpServer(settings, SmtpServerTest::check, (e, l) -> box.store(e, l), clock);
    inbox.start();
  }

  @AfterEach
  void shut() {
    inbox.close();
  }

  private Conversation greeted() throws IOException {
    Conversation conversation = new Conversation(inbox.port());
    conversation.reply();
    conversation.ask("EHLO mail.rights.example");
    return conversation;
  }

  @Test
  void itSaysWhatItCan() throws IOException {
    try (Conversation peer = new Conversation(inbox.port())) {
      assertThat(peer.reply()).startsWith("220 caucus.example");
      assertThat(peer.ask("EHLO mail.rights.example").lines().map(l -> l.substring(4)))
          .containsExactly(
              "caucus.example",
              "PIPELINING",
              "SIZE 10000",
              "8BITMIME",
              "SMTPUTF8",
              "ENHANCEDSTATUSCODES");
      assertThat(peer.ask("BDAT 3 LAST")).startsWith("502 5.5.1");
      assertThat(peer.ask("QUIT")).startsWith("221 2.0.0");
    }
  }

  @Test
  void aLetterIsStoredOnceForAllItsRecipients() throws IOException {
    try (Conversation peer = greeted()) {
      peer.say(
          "MAIL FROM:<ada@rights.example> SIZE=60 BODY=8BITMIME\r\nRCPT TO:<"
              + LIST
              + ">\r\n"
              + "RCPT TO:<stranger@caucus.example>\r\nRCPT TO:<cop@caucus.example>\r\nDATA\r\n");
      assertThat(List.of(peer.reply(), peer.reply(), peer.reply(), peer.reply(), peer.reply()))
          .extracting(r -> r.substring(0, 3))
          .containsExactly("250", "250", "550", "250", "354");
      assertThat(peer.ask("Subject: memo\r\n\r\n..two dots\r\ncaf\u00e9\r\n."))
          .startsWith("250 2.0.0");
    }

    assertThat(stored).hasSize(1);
    Envelope envelope = stored.getFirst().envelope();
    assertThat(envelope.sender()).isEqualTo(MailAddress.of("ada@rights.example"));
    assertThat(envelope.recipients())
        .extracting(MailAddress::localPart)
        .containsExactly("coalition", "cop");
    assertThat(envelope.helo()).isEqualTo("mail.rights.example");
    assertThat(envelope.tls()).isFalse();
    String letter = stored.getFirst().letter();
    assertThat(letter).startsWith("Received: from mail.rights.example ([127.0.0.1])");
    assertThat(letter).endsWith("\r\nSubject: memo\r\n\r\n.two dots\r\ncaf\u00c3\u00a9\r\n");
    assertThat(RawLetter.of(letter.getBytes(StandardCharsets.ISO_8859_1)).names())
        .containsExactly("Received", "Subject");
  }

  @Test
  void everyUnknownAddressHearsTheSame() throws IOException {
    try (Conversation peer = greeted()) {
      peer.ask("MAIL FROM:<>");
      String first = peer.ask("RCPT TO:<stranger@caucus.example>");
      assertThat(first).startsWith("550 5.1.1").doesNotContain("stranger");
      assertThat(peer.ask("RCPT TO:<nobody@elsewhere.example>")).isEqualTo(first);
      assertThat(peer.ask("RCPT TO:<busy@caucus.example>")).startsWith("451 4.3.0");
      assertThat(peer.ask("RCPT TO:<broken@caucus.example>")).startsWith("451 4.3.0");
      assertThat(peer.ask("RCPT TO:<late@caucus.example>")).startsWith("451 4.3.0");
      assertThat(peer.ask("DATA")).startsWith("554 5.5.1");
      assertThat(peer.ask("RCPT TO:<postmaster>")).startsWith("250");
    }
  }

  @Test
  void aLetterThatIsNotStoredInTimeStaysWithThePeer() throws IOException {
    box =
        (envelope, letter) -> {
          throw SmtpServerTest.<RuntimeException>undeclared(new TimeoutException());
        };
    try (Conversation peer = greeted()) {
      peer.ask("MAIL FROM:<ada@rights.example>");
      peer.ask("RCPT TO:<" + LIST + ">");
      peer.ask("DATA");
      assertThat(peer.ask("Subject: memo\r\n\r\nTwo days.\r\n.")).startsWith("451 4.3.0");
      assertThat(peer.ask("NOOP")).startsWith("250");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n.\n",
        "\r.\r",
        "\n.\r\n",
        "\r\n.\n",
        "\r.\r\n",
        "\r\n.\r",
        "\r\n\0.\r\nx\n",
        "\n\n.\r\n",
        "a\nb",
        "a\rb",
        "\r\r\n",
        "\r\n.\rx\r\n"
      })
  void noLineEndSmugglesASecondLetter(String variant) throws IOException {
    String smuggled =
        "MAIL FROM:<eve@x.example>\r\nRCPT TO:<"
            + LIST
            + ">\r\nDATA\r\nSubject: forged\r\n\r\nx\r\n.\r\n";
    try (Conversation peer = Conversation.atData(inbox.port(), LIST)) {
      peer.say("Subject: memo\r\n\r\nwords" + variant + smuggled);
      assertThat(peer.reply()).startsWith("550 5.6.11");
      assertThat(peer.ask("NOOP")).startsWith("250 2.0.0 Nothing");
    }
    assertThat(stored).isEmpty();
  }

  @Test
  void aLetterThatIsTooLargeIsRefusedBothTimes() throws IOException {
    try (Conversation peer = greeted()) {
      assertThat(peer.ask("MAIL FROM:<ada@rights.example> SIZE=10001")).startsWith("552 5.3.4");
      peer.ask("MAIL FROM:<ada@rights.example> SIZE=10000");
      peer.ask("RCPT TO:<" + LIST + ">");
      peer.ask("DATA");
      assertThat(peer.ask("0123456789abcdef\r\n".repeat(1_000) + ".")).startsWith("552 5.3.4");
      assertThat(peer.ask("MAIL FROM:<ada@rights.example>")).startsWith("250");
    }
    try (Conversation peer = Conversation.atData(inbox.port(), LIST)) {
      assertThat(peer.ask("x".repeat(LIMIT - 2) + "\r\n.")).startsWith("250");
    }
    assertThat(stored).hasSize(1);
  }

  @Test
  void endlessDataIsCutOff() throws IOException {
    try (Conversation peer = Conversation.atData(inbox.port(), LIST)) {
      peer.say("0123456789abcdef\r\n".repeat(LIMIT * DataReader.DRAIN_FACTOR / 18 + 300));
      assertThat(peer.reply()).startsWith("421 4.7.0");
    }
  }

  @Test
  void whatCannotBeStoredStaysWithThePeer() throws IOException {
    try (Conversation peer = Conversation.atData(inbox.port(), LIST)) {
      box =
          (envelope, letter) -> {
            throw new LetterSink.TryLater("the disk is full");
          };
      assertThat(peer.ask("Subject: memo\r\n\r\nx\r\n.")).startsWith("451 4.3.0");
      box =
          (envelope, letter) -> {
            throw new IllegalStateException("a fault");
          };
      assertThat(again(peer)).startsWith("451 4.3.0");
      box =
          (envelope, letter) -> {
            throw new LetterSink.Refused(554, "5.7.1", "Not from you");
          };
      assertThat(again(peer)).isEqualTo("554 5.7.1 Not from you");
      box = this::keep;
      assertThat(again(peer)).startsWith("250");
    }
    assertThat(stored).hasSize(1);
  }

  private static String again(Conversation peer) throws IOException {
    peer.ask("MAIL FROM:<ada@rights.example>");
    peer.ask("RCPT TO:<" + LIST + ">");
    peer.ask("DATA");
    return peer.ask("Subject: memo\r\n\r\nx\r\n.");
  }

  @Test
  void aConnectionThatBreaksInsideDataStoresNothing() throws IOException {
    try (Conversation peer = Conversation.atData(inbox.port(), LIST)) {
      peer.say("Subject: memo\r\n\r\nhalf a sen");
    }
    try (Conversation next = greeted()) {
      assertThat(next.ask("NOOP")).startsWith("250");
    }
    assertThat(stored).isEmpty();
  }

  @Test
  void commandsOutOfOrderAndOutOfFormAreAnswered() throws IOException {
    try (Conversation peer = new Conversation(inbox.port())) {
      peer.reply();
      assertThat(peer.ask("MAIL FROM:<ada@rights.example>")).startsWith("503 5.5.1");
      peer.ask("HELO mail.rights.example");
      assertThat(peer.ask("RCPT TO:<" + LIST + ">")).startsWith("503 5.5.1");
      assertThat(peer.ask("DATA")).startsWith("503 5.5.1");
      assertThat(peer.ask("MAIL FROM:<ada@rights.example> RET=HDRS")).startsWith("555 5.5.4");
      assertThat(peer.ask("MAIL FROM:<not an address>")).startsWith("553 5.1.7");
      assertThat(peer.ask("MAIL FROM:<ада@почта.example>")).startsWith("550 5.6.7");
      assertThat(peer.ask("MAIL FROM:<ада@почта.example> SMTPUTF8")).startsWith("250");
      assertThat(peer.ask("MAIL FROM:<ada@rights.example>")).startsWith("503");
      assertThat(peer.ask("RCPT TO:<\"a>b\"@caucus.example>")).startsWith("250");
      assertThat(peer.ask("RCPT TO:<@relay.example:" + LIST + ">")).startsWith("250");
      assertThat(peer.ask("RCPT TO:<a\0b@caucus.example>")).startsWith("501 5.1.3");
      assertThat(peer.ask("RSET")).startsWith("250 2.0.0");
      assertThat(peer.ask("FROB")).startsWith("500");
      assertThat(peer.ask("NOOP " + "x".repeat(2_000))).startsWith("501");
    }
  }

  /** RFC 6531 section 3.5. */
  @Test
  void anAddressInAnotherAlphabetNeedsSmtpUtf8() throws IOException {
    try (Conversation peer = greeted()) {
      assertThat(peer.ask("MAIL FROM:<ada@почта.example>")).startsWith("550 5.6.7");
      assertThat(peer.ask("MAIL FROM:<ada@rights.example> SMTPUTF8=yes")).startsWith("555 5.5.4");
      assertThat(peer.ask("MAIL FROM:<ada@xn--80a1acny.example>")).startsWith("250");
      assertThat(peer.ask("RCPT TO:<список@caucus.example>")).startsWith("553 5.6.7");
      assertThat(peer.ask("RCPT TO:<" + LIST + ">")).startsWith("250");
      peer.ask("RSET");
      assertThat(peer.ask("MAIL FROM:<zoë@rights.example> SMTPUTF8")).startsWith("250");
      assertThat(peer.ask("RCPT TO:<список@caucus.example>")).startsWith("250");
      peer.ask("RCPT TO:<" + LIST + ">");
      peer.ask("DATA");
      assertThat(peer.ask("Subject: Zoë\r\n\r\nwords\r\n.")).startsWith("250");
    }
    try (Conversation peer = greeted()) {
      peer.sayOctets("MAIL FROM:<zo\u00eb@rights.example> SMTPUTF8\r\n"); // in ISO 8859-1
      assertThat(peer.reply()).startsWith("501 ");
    }
    assertThat(stored.getFirst().envelope().sender())
        .isEqualTo(MailAddress.of("zoë@rights.example"));
    assertThat(stored.getFirst().letter()).contains("UTF8SMTP id ");
  }

  /** The idle limit alone begins anew with every word. */
  @Test
  void whoTalksOnAndBringsNoLetterHoldsNoConnection() throws IOException {
    Duration idle = Duration.ofMillis(500);
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "caucus.example")
            .withConnections(20, 5, idle);
    try (SmtpServer hasty =
        new SmtpServer(
            settings, SmtpServerTest::check, (e, l) -> box.store(e, l), Clock.systemUTC())) {
      hasty.start();
      try (Conversation talker = new Conversation(hasty.port())) {
        talker.reply();
        Awaitility.await()
            .atMost(Clocks.LONG)
            .pollInterval(idle.dividedBy(10))
            .until(() -> isOver(talker));
      }
    }
  }

  private static boolean isOver(Conversation talker) {
    try {
      return !talker.ask("NOOP").startsWith("250");
    } catch (IOException | RuntimeException closed) {
      return true;
    }
  }

  @Test
  void recipientsAndConnectionsAreLimited() throws IOException {
    try (Conversation peer = greeted()) {
      peer.ask("MAIL FROM:<ada@rights.example>");
      for (int i = 0; i < SmtpServerSettings.DEFAULT_MAX_RECIPIENTS; i++) {
        assertThat(peer.ask("RCPT TO:<member" + i + "@caucus.example>")).startsWith("250");
      }
      assertThat(peer.ask("RCPT TO:<one-more@caucus.example>")).startsWith("452 4.5.3");
      try (Conversation b = greeted();
          Conversation c = greeted();
          Conversation d = greeted();
          Conversation e = greeted()) {
        assertThat(List.of(b.ask("NOOP"), c.ask("NOOP"), d.ask("NOOP"), e.ask("NOOP")))
            .allMatch(r -> r.startsWith("250"));
        try (Conversation sixth = new Conversation(inbox.port())) {
          assertThat(sixth.reply()).startsWith("421 4.7.0");
        }
      }
    }
  }
}
