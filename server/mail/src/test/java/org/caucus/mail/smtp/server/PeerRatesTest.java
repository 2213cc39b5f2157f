package org.caucus.mail.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.caucus.platform.ratelimit.PeerNetworks;
import org.caucus.platform.ratelimit.PeerRates;
import org.junit.jupiter.api.Test;

/** Guessing at addresses is slow, and a flood of letters is put off. */
class PeerRatesTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2022-06-21T09:00:00Z"));

  private SmtpServer inbox(boolean ours) {
    SmtpServerSettings settings =
        SmtpServerSettings.of(InetAddress.getLoopbackAddress(), 0, "caucus.example");
    SmtpServer inbox =
        new SmtpServer(
            settings,
            a ->
                a.localPart().equals("civil")
                    ? Optional.empty()
                    : Optional.of(RecipientCheck.Refusal.UNKNOWN),
            (envelope, letter) -> {},
            now::get,
            new PeerRates(now::get, peer -> ours));
    inbox.start();
    return inbox;
  }

  private static Conversation greeted(SmtpServer inbox) throws IOException {
    Conversation peer = new Conversation(inbox.port());
    peer.reply();
    peer.ask("EHLO mail.rights.example");
    peer.ask("MAIL FROM:<ada@rights.example>");
    return peer;
  }

  @Test
  void whoGuessedTooOftenHearsTheSameOfAddressesThatExist() throws IOException {
    try (SmtpServer inbox = inbox(false);
        Conversation peer = greeted(inbox)) {
      for (int i = 0; i < PeerRates.GUESSES; i++) {
        assertThat(peer.ask("RCPT TO:<guess" + i + "@caucus.example>")).startsWith("550 5.1.1");
      }
      String unknown = peer.ask("RCPT TO:<press@caucus.example>");
      assertThat(unknown).startsWith("451 4.7.1");
      assertThat(peer.ask("RCPT TO:<civil@caucus.example>")).isEqualTo(unknown);
      try (Conversation again = greeted(inbox)) {
        assertThat(again.ask("RCPT TO:<civil@caucus.example>")).isEqualTo(unknown);
      }
      now.updateAndGet(t -> t.plus(PeerRates.WINDOW));
      assertThat(peer.ask("RCPT TO:<civil@caucus.example>")).startsWith("250");
    }
  }

  @Test
  void aFloodIsPutOffAndComesBackLater() throws IOException {
    try (SmtpServer inbox = inbox(false);
        Conversation peer = greeted(inbox)) {
      for (int i = 1; i < PeerRates.LETTERS; i++) {
        peer.ask("RSET");
        assertThat(peer.ask("MAIL FROM:<ada@rights.example>")).startsWith("250");
      }
      peer.ask("RSET");
      assertThat(peer.ask("MAIL FROM:<ada@rights.example>")).startsWith("451 4.7.1");
      now.updateAndGet(t -> t.plus(PeerRates.MINUTE));
      assertThat(peer.ask("MAIL FROM:<ada@rights.example>")).startsWith("250");
    }
  }

  @Test
  void ourOwnHostInFrontIsNotCounted() throws IOException {
    try (SmtpServer inbox = inbox(true);
        Conversation peer = greeted(inbox)) {
      for (int i = 0; i < 2 * PeerRates.GUESSES; i++) {
        assertThat(peer.ask("RCPT TO:<guess" + i + "@caucus.example>")).startsWith("550 5.1.1");
      }
    }
  }

  @Test
  void aWholeNetworkOfAddressesIsOnePeer() {
    SmtpServer.PeerSessions sessions =
        new SmtpServer.PeerSessions(2, new SmtpServer.Loiterers(Duration.ofMinutes(10)));
    String one = PeerNetworks.of(InetAddress.ofLiteral("2001:db8:0:7::1"));
    String other = PeerNetworks.of(InetAddress.ofLiteral("2001:db8:0:7:a::2"));

    assertThat(sessions.enter(one)).isTrue();
    assertThat(sessions.enter(other)).isTrue();
    assertThat(sessions.enter(one)).isFalse();
    assertThat(sessions.enter(PeerNetworks.of(InetAddress.ofLiteral("2001:db8:0:8::1")))).isTrue();
    sessions.leave(other);
    assertThat(sessions.enter(one)).isTrue();
  }
}
