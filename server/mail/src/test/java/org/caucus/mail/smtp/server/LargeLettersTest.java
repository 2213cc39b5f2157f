package org.caucus.mail.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large letters share a limited memory: who finds none left is asked to come again. */
class LargeLettersTest {
  private static final String LIST = "coalition@caucus.example";
  private static final int LIMIT = 1024 * 1024;
  private static final String LINE = "The draft has six parts.\r\n";
  private static final String LARGE = LINE.repeat(800_000 / LINE.length());

  /** The least for which there is no room once the whole of a large letter is there, in octets. */
  private static final int TOO_MUCH =
      DataReader.PERMIT_OCTETS
          * (LIMIT / DataReader.PERMIT_OCTETS - LARGE.length() / DataReader.PERMIT_OCTETS + 1);

  private final AtomicInteger stored = new AtomicInteger();
  private SmtpServer inbox;

  @BeforeEach
  void open() {
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "caucus.example")
            .withMaxLetterOctets(LIMIT)
            .withMemory(LIMIT)
            .withConnections(20, 20, Duration.ofSeconds(10));
    inbox =
        new SmtpServer(
            settings,
            address -> Optional.empty(),
            (envelope, letter) -> stored.incrementAndGet(),
            InstantSource.system());
    inbox.start();
  }

  @AfterEach
  void shut() {
    inbox.close();
  }

  @Test
  void theSecondWaitsForTheFirstAndASmallOneForNobody() throws IOException {
    try (Conversation first = Conversation.atData(inbox.port(), LIST);
        Conversation second = Conversation.atData(inbox.port(), LIST);
        Conversation small = Conversation.atData(inbox.port(), LIST)) {
      first.say("Subject: one\r\n\r\n" + LARGE);
      awaitFull();
      second.say("Subject: two\r\n\r\n" + LARGE);
      assertThat(second.ask(".")).startsWith("452 4.3.1");
      small.say("Subject: three\r\n\r\nThe call is on Thursday.\r\n");
      assertThat(small.ask(".")).startsWith("250 ");
      assertThat(first.ask(".")).startsWith("250 ");

      second.ask("MAIL FROM:<ada@rights.example> SIZE=800000");
      second.ask("RCPT TO:<" + LIST + ">");
      second.ask("DATA");
      second.say("Subject: two\r\n\r\n" + LARGE);
      assertThat(second.ask(".")).startsWith("250 ");
    }
    assertThat(stored).hasValue(3);
  }

  /** Who says its size beforehand hears it beforehand (RFC 1870). */
  private void awaitFull() throws IOException {
    try (Conversation third = new Conversation(inbox.port())) {
      third.reply();
      third.ask("EHLO mail.rights.example");
      Awaitility.await()
          .untilAsserted(
              () -> {
                String answer = third.ask("MAIL FROM:<ada@rights.example> SIZE=" + TOO_MUCH);
                third.ask("RSET");
                assertThat(answer).startsWith("452 4.3.1");
              });
    }
  }

  @Test
  void aConnectionThatBreaksGivesItsRoomBack() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (Conversation broken = Conversation.atData(inbox.port(), LIST)) {
        broken.say("Subject: one\r\n\r\n" + LARGE);
        awaitFull();
      }
      Awaitility.await()
          .untilAsserted(
              () -> {
                try (Conversation next = new Conversation(inbox.port())) {
                  next.reply();
                  next.ask("EHLO mail.rights.example");
                  assertThat(next.ask("MAIL FROM:<ada@rights.example> SIZE=800000"))
                      .startsWith("250 ");
                }
              });
    }
  }

  @Test
  void aHeaderOfAMillionFieldsIsNotTaken() throws IOException {
    try (Conversation peer = Conversation.atData(inbox.port(), LIST)) {
      peer.say("X-A: b\r\n".repeat(DataVerb.MAX_HEADER_OCTETS / 8 + 1) + "\r\nMemo\r\n");
      assertThat(peer.ask(".")).startsWith("552 5.3.4 The header");
    }
    assertThat(stored).hasValue(0);
  }
}
