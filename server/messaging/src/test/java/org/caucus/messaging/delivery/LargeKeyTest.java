package org.caucus.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.caucus.mail.auth.dkim.DkimCheck;
import org.caucus.mail.auth.dkim.DkimKey;
import org.caucus.mail.auth.dkim.LargeKey;
import org.caucus.mail.message.Header;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.RawLetter;
import org.caucus.mail.message.octets.SmtpLines;
import org.caucus.mail.smtp.catchall.CatchAllServer;
import org.caucus.mail.smtp.client.SmtpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Caucus writes itself, signed with a key of 4,096 bits for a long domain. */
class LargeKeyTest {
  private static final String DOMAIN = "lists." + "a-long-label-of-a-domain.".repeat(9) + "example";

  @Test
  void noLineIsLongerThanAHostMustTake(@TempDir Path directory) throws Exception {
    LargeKey large = LargeKey.read();
    DkimKey key = new DkimKey(DOMAIN, "s".repeat(63), large.key());
    Vertx vertx = Vertx.vertx();
    try (CatchAllServer host = new CatchAllServer(directory, 0, InstantSource.system())) {
      host.start();
      SmtpUrl url = SmtpUrl.parse("smtp://127.0.0.1:" + host.port() + "?starttls=off");
      MailAddress ada = MailAddress.of("ada@home.example");
      Composition letter =
          new Composition(
              NamedAddress.of(MailAddress.of("code+notices@lists.example")),
              NamedAddress.of(ada),
              "Grüße",
              "1@lists.example",
              Instant.now(),
              "Words.\n" + "x".repeat(1_200) + "\n",
              List.of(Header.structured("Auto-Submitted", "auto-generated")));
      try (Smarthost client = new Smarthost(vertx, url, "localhost", key);
          Smarthost.Line line = client.line()) {
        MailAddress back = MailAddress.of("code+b@lists.example");
        line.send(back, new OutgoingMail.Composed("code", ada, letter), () -> true, outcome -> {});
      }
      RawLetter got = RawLetter.of(host.letter(host.list().getFirst().id()).orElseThrow());
      assertThat(got.value("DKIM-Signature")).isPresent();
      assertThat(SmtpLines.of(got.toBytes(), 0).areTooLong()).isFalse();
      assertThat(new DkimCheck(name -> List.of(large.record())).signers(got, Instant.now()))
          .containsExactly(DOMAIN);
    } finally {
      vertx.close().await();
    }
  }
}
