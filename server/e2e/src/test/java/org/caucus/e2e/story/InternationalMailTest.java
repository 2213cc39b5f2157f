package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Members with addresses in other alphabets (RFC 6531, RFC 5891), over real SMTP. The mailbox here
 * refuses such a recipient of the person who did not say SMTPUTF8.
 */
@Tag("slow")
class InternationalMailTest {
  private static final String W = "/api/workspaces/review";
  private static final String LIST = "memo@lists.example";
  private static final String ADA = "ада@xn--80a1acny.example";
  private static final String BOLA = "bola@xn--bcher-kva.example";
  private static final String CHIDI = "chidi@field.example";

  @TempDir Path data;
  private int letters;

  private static Browser joined(StoryServer house, Browser by, String address) throws Exception {
    String path = house.invited(by, W, address, "press", "MEMBER");
    Browser browser = house.browser();
    browser.post(path, new JsonObject().put("name", "Member")).id();
    return browser;
  }

  private byte[] letter(String from, String to, String subject, String more) {
    return """
    From: Ада Обі <%s>
    To: %s
    Subject: %s
    Message-ID: <%d@почта.example>
    Date: Thu, 26 Nov 2026 06:00:00 +0000
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit
    %s
    Удаление за 24 часа.
    """
        .formatted(from, to, subject, ++letters, more)
        .replace("\n", "\r\n")
        .getBytes(UTF_8);
  }

  private static String send(int port, String from, String to, byte[] letter) throws IOException {
    String utf8 = from.chars().allMatch(c -> c < 0x80) ? "" : " SMTPUTF8";
    try (MailClient client = new MailClient(port)) {
      assertThat(client.ask("MAIL FROM:<" + from + "> BODY=8BITMIME" + utf8)).startsWith("250");
      String answer = client.ask("RCPT TO:<" + to + ">");
      return answer.startsWith("250") ? client.data(letter) : answer;
    }
  }

  private static JsonArray threads(Browser who) {
    return who.get(W + "/lists/memo/threads").json().getJsonArray("items");
  }

  private static String head(Mailbox.Mail mail) {
    return new String(mail.letter().head(), UTF_8);
  }

  @Test
  void theyWriteAndReadAndWhoKnowsOnlyAsciiReadsThem() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      Browser amina = house.founder("review", "press", "memo");
      joined(house, amina, ADA);
      joined(house, amina, BOLA);
      joined(house, amina, CHIDI);

      String sent = "ада@почта.example";
      assertThat(send(house.smtpPort(), sent, LIST, letter(sent, LIST, "Двадцать четыре", "")))
          .startsWith("250");
      Mailbox.Mail copy = house.mailbox.await(CHIDI, m -> m.subject().equals("Двадцать четыре"));

      assertThat(head(copy).chars()).allMatch(c -> c < 0x80);
      assertThat(copy.header("Message-ID")).isEqualTo("<1@=D0=BF=D0=BE=D1=87=D1=82=D0=B0.example>");
      assertThat(copy.body()).isEqualTo("Удаление за 24 часа.\r\n".getBytes(UTF_8));
      house.mailbox.await(BOLA, m -> m.subject().equals("Двадцать четыре"));
      String alias = copy.header("From").replaceAll(".*<(.*)>.*", "$1");
      assertThat(alias).matches("review\\+m\\.[a-z2-7]+@lists\\.example");

      // anyone who answers what they were sent, and the person who answers what they sent: one
      // thread
      String answer = "In-Reply-To: " + copy.header("Message-ID") + "\n";
      send(house.smtpPort(), CHIDI, LIST, letter(CHIDI, LIST, "Re: 24", answer));
      house.mailbox.await(ADA, m -> m.subject().equals("Re: 24"));
      String own = "In-Reply-To: <1@почта.example>\n";
      send(house.smtpPort(), sent, LIST, letter(sent, LIST, "Re: Мой", own));
      house.mailbox.await(CHIDI, m -> m.subject().equals("Re: Мой"));
      assertThat(threads(amina)).hasSize(1);

      // the other spelling of one domain is the same member; the alias leads to its mailbox
      String bola = "bola@bücher.example";
      send(house.smtpPort(), bola, LIST, letter(bola, LIST, "Von Bola", ""));
      house.mailbox.await(CHIDI, m -> m.header("From").contains(BOLA));
      send(house.smtpPort(), CHIDI, alias, letter(CHIDI, alias, "An Ada allein", ""));
      house.mailbox.await(ADA, m -> m.subject().equals("An Ada allein"));
      assertThat(house.mailbox.all())
          .noneMatch(m -> m.to().equals(CHIDI) && m.subject().equals("An Ada allein"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "no"})
  void throughPostfixTheyComeOrItIsSaidWhy(String knows) throws Exception {
    assumeTrue(Postfix.canRun(), "Postfix needs the rights of root");
    int port = Ports.free();
    Path home = Files.createTempDirectory("caucus-postfix");
    Map<String, String> by = Map.of("CAUCUS_SMTP_URL", "smtp://127.0.0.1:" + port);
    try (StoryServer house = new StoryServer(data, by);
        Postfix postfix =
            new Postfix(
                home,
                port,
                house.smtpPort(),
                house.mailbox.port(),
                "smtputf8_enable = " + knows + "\n")) {
      Browser amina = house.founder("review", "press", "memo");
      joined(house, amina, BOLA);
      JsonObject ada = new JsonObject().put("address", ADA).put("role", "MEMBER");
      amina.post(W + "/invitations", ada.put("organisation", "press")).id();
      if (knows.equals("yes")) {
        house.mailbox.await(ADA, m -> m.subject().startsWith("Invitation"));
      }

      // what waits for nobody comes, also of letters whose header was not ASCII
      send(port, BOLA, LIST, letter(BOLA, LIST, "Двадцать четыре", ""));
      house.mailbox.await(StoryServer.OPERATOR, m -> m.subject().equals("Двадцать четыре"));

      assertThat(postfix.log()).doesNotContain("SMTPUTF8 is required", "status=bounced");
      assertThat(house.mailbox.to(ADA)).hasSize(knows.equals("yes") ? 1 : 0);
    }
  }
}
