package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.DkimSigner;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Anyone who has a signed letter sends it again while its signature counts: what it orders was done
 * once, and is not done again.
 */
class ReplayedLetterTest extends ByMail {
  private static final String CONTROL = "code-of-practice+control@lists.example";
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private final KeyPair savanna = pair();
  private final NameServer names = names(savanna);

  private static KeyPair pair() {
    try {
      KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
      maker.initialize(2048);
      return maker.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static NameServer names(KeyPair pair) {
    try {
      NameServer names = new NameServer();
      names.publish(
          "s._domainkey.savanna.example",
          "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
      return names;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  Map<String, String> more() {
    return Map.of(
        "CAUCUS_TRUSTED_PEERS", "192.0.2.0/24", "CAUCUS_DNS_SERVER", "127.0.0.1:" + names.port());
  }

  @AfterAll
  void closeNames() {
    names.close();
  }

  private RawLetter signed(String id, String to, String subject, String type, String text) {
    RawLetter letter =
        RawLetter.of(
            """
            From: Ngozi Ekwueme <ngozi@savanna.example>
            To: %s
            Subject: %s
            Date: Sun, 14 Jun 2026 09:29:00 +0000
            Message-ID: <%s@savanna.example>
            MIME-Version: 1.0
            Content-Type: %s

            %s
            """
                .formatted(to, subject, id, type, text)
                .replace("\n", "\r\n")
                .getBytes(UTF_8));
    return new DkimSigner(new DkimKey("savanna.example", "s", savanna.getPrivate()))
        .sign(letter, Instant.now());
  }

  private RawLetter signed(String id, String to, String text) {
    return signed(id, to, "From me", "text/plain; charset=utf-8", text);
  }

  private void send(String to, RawLetter letter) throws IOException {
    assertThat(MailClient.send(smtp(), "anybody@elsewhere.example", to, letter.toBytes()))
        .startsWith("250");
  }

  private String mode() {
    return as("ngozi@").get(W + "/my-mail").json().getJsonArray("lists").stream()
        .map(JsonObject.class::cast)
        .filter(l -> l.getString("list").equals("coalition"))
        .map(l -> l.getString("mode"))
        .findFirst()
        .orElse("");
  }

  private void becomes(String mode) {
    await().atMost(Clocks.LONG).until(this::mode, mode::equals);
  }

  /** How often she was told this. */
  private static long told(String words) throws IOException {
    return mailed(NGOZI).stream().filter(l -> ParsedLetter.of(l).text().contains(words)).count();
  }

  @Test
  void ordersAreDoneOnceAndTheirAuthorIsToldOnceThatTheyCameAgain() throws IOException {
    RawLetter digest = signed("digest", CONTROL, "set coalition digest");
    send(CONTROL, digest);
    becomes("DIGEST");
    send(CONTROL, signed("each", CONTROL, "set coalition each"));
    becomes("EACH");

    send(CONTROL, digest);
    soon(NGOZI, "commands in this email were already carried out");
    pass(TWO_DAYS);
    send(CONTROL, digest);
    send(CONTROL, digest);
    send(CONTROL, signed("summary", CONTROL, "set coalition summary"));

    becomes("SUMMARY");
    assertThat(told("commands in this email were already carried out")).isEqualTo(1);
  }

  @Test
  void aCalendarsAnswerAndAWordAreTakenOnce() throws IOException {
    String title = "Call that is answered twice";
    String id = call(title);
    String to = answersAt(title, NGOZI);
    String calendar =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//A phone//EN
        METHOD:REPLY
        BEGIN:VEVENT
        UID:%s@lists.example
        DTSTAMP:20260614T092900Z
        SEQUENCE:0
        ATTENDEE;PARTSTAT=ACCEPTED:mailto:ngozi@savanna.example
        END:VEVENT
        END:VCALENDAR\
        """
            .formatted(id);
    RawLetter accepted =
        signed("accepted", to, "Accepted", "text/calendar; method=REPLY; charset=utf-8", calendar);
    RawLetter maybe = signed("maybe", to, "maybe");
    send(to, accepted);
    says(id, "WILL");
    send(to, maybe);
    says(id, "MAY");
    send(to, signed("no", to, "no"));
    says(id, "WILL_NOT");

    pass(TWO_DAYS);
    send(to, accepted);
    send(to, maybe);
    send(to, signed("mute", to, "mute"));

    await().atMost(Clocks.LONG).until(() -> told("You hear no more") > 0 || told(title) > 1);
    send(CONTROL, signed("last", CONTROL, "set coalition digest"));
    becomes("DIGEST");
    says(id, "WILL_NOT");
  }

  private void says(String action, String answer) {
    await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                amina
                    .get(W + "/actions/" + action)
                    .json()
                    .getJsonObject("action")
                    .encode()
                    .contains("\"answer\":\"" + answer + "\""));
  }
}
