package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.support.Ports;
import org.caucus.operator.Heard;
import org.caucus.operator.Shell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail to those who run the server reaches them, and what they answer reaches its sender. */
@Tag("slow")
class OperatorMailboxTest {
  private static final String STRANGER = "mallam@town.example";

  @TempDir Path data;

  private static byte[] letter(String from, String to, String id, String more, String text) {
    return """
    From: <%s>
    To: <%s>
    Subject: A question
    Message-ID: <%s@town.example>
    %s
    %s
    """
        .formatted(from, to, id, more, text)
        .replaceAll("\r?\n", "\r\n")
        .getBytes(UTF_8);
  }

  private static String send(StoryServer house, String from, String to, String id, String more)
      throws Exception {
    byte[] letter = letter(from, to, id, more, "Words of " + id);
    return MailClient.send(house.smtpPort(), from, to, letter);
  }

  @Test
  void theyReadItAnswerItAndNoProgramGoesRoundInIt() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      for (String role : List.of("abuse", "security", "hostmaster", "webmaster", "noc")) {
        String to = role + "@lists.example";
        assertThat(send(house, STRANGER, to, role, "")).startsWith("250 ");
        house.mailbox.await(
            StoryServer.OPERATOR, m -> m.subject().equals("[" + role + "] A question"));
      }
      assertThat(send(house, STRANGER, "Postmaster@lists.example", "ask", "")).startsWith("250 ");
      Mailbox.Mail forwarded =
          house.mailbox.await(
              StoryServer.OPERATOR, m -> m.subject().equals("[Postmaster] A question"));
      assertThat(forwarded.text()).contains("Words of ask", STRANGER, "Reply to this message");
      assertThat(forwarded.letter().value("Auto-Submitted")).contains("auto-generated");
      String reply = forwarded.letter().value("Reply-To").orElseThrow().replaceAll("[<>\\s]", "");

      // what programs answer to it goes nowhere, and what strangers do is not sent as an answer
      String vacation = "Auto-Submitted: auto-replied\r\n";
      assertThat(send(house, StoryServer.OPERATOR, reply, "away", vacation)).startsWith("250 ");
      assertThat(send(house, "eve@evil.example", reply, "forged", "")).startsWith("250 ");
      assertThat(
              house
                  .mailbox
                  .await(StoryServer.OPERATOR, m -> m.text().contains("Words of forged"))
                  .text())
          .startsWith("This answer was not sent to anybody");

      assertThat(send(house, StoryServer.OPERATOR, reply, "answer", "")).startsWith("250 ");
      Mailbox.Mail answer =
          house.mailbox.await(STRANGER, m -> m.text().contains("Words of answer"));
      assertThat(answer.subject()).isEqualTo("Re: A question");
      assertThat(answer.letter().value("In-Reply-To")).contains("<ask@town.example>");
      assertThat(answer.letter().value("From").orElseThrow())
          .contains("postmaster@lists.example")
          .doesNotContain(StoryServer.OPERATOR);

      // neither a copy of what was forwarded, nor an automatic answer to the answer, goes out again
      int before = house.mailbox.all().size();
      String circle = "X-Caucus-Loop: lists.example\r\n";
      assertThat(send(house, STRANGER, "postmaster@lists.example", "circle", circle))
          .startsWith("250 ");
      assertThat(send(house, STRANGER, "postmaster@lists.example", "bot", vacation))
          .startsWith("250 ");
      assertThat(send(house, STRANGER, "postmaster@lists.example", "last", "")).startsWith("250 ");
      house.mailbox.await(StoryServer.OPERATOR, m -> m.text().contains("Words of last"));
      assertThat(house.mailbox.all()).hasSize(before + 1);
      assertThat(house.mailbox.to(STRANGER)).hasSize(1);
      assertListed(house);
      Browser founder = house.founder("river", "lantern");
      assertThat(
              founder
                  .post(
                      "/api/workspaces/river/lists",
                      new JsonObject()
                          .put("slug", "security")
                          .put("name", "Security")
                          .put("audience", "EVERYONE"))
                  .text())
          .contains("The email address security@ is already used on this server");
    }
  }

  @Test
  void theyAnswerAndPassOnFromTheShellAndHearAnswersToThat() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      String thread = "References: <first@town.example>\r\n";
      send(house, STRANGER, "security@lists.example", "hole", thread);
      String bot = "Auto-Submitted: auto-generated\r\n";
      send(house, STRANGER, "abuse@lists.example", "machine", bot);
      String[] ids =
          house
              .command(0, "mailbox")
              .lines()
              .map(l -> l.substring(0, l.indexOf(' ')))
              .toArray(String[]::new);

      assertThat(house.command(1, "mailbox", "reply", ids[1], "--text", "Thanks"))
          .contains("A program sent this letter");
      assertThat(house.command(1, "mailbox", "reply", ids[0], "--text", " "))
          .contains("The text has 0 characters. It may have 1 to 20000.");
      assertThat(house.command(1, "mailbox", "reply", "ffff", "--text", "Thanks"))
          .contains("There is no such letter");
      assertThat(house.command(1, "mailbox", "forward", ids[0], "nobody"))
          .contains("is no email address");
      assertThat(house.command(0, "operator", "acts")).isEqualTo("Nothing is noted.");
      assertThat(house.command(0, "mailbox", "reply", ids[0], "--text", "We mend it.\nThank you."))
          .contains("It is sent");

      Mailbox.Mail answer = house.mailbox.await(STRANGER, m -> m.text().contains("We mend it."));
      assertThat(answer.subject()).isEqualTo("Re: A question");
      assertThat(answer.letter().value("In-Reply-To")).contains("<hole@town.example>");
      assertThat(answer.letter().value("References").orElseThrow().replaceAll("\\s+", " "))
          .isEqualTo("<first@town.example> <hole@town.example>");
      assertThat(answer.letter().value("Auto-Submitted")).as("a person wrote it").isEmpty();
      assertThat(answer.letter().value("From").orElseThrow())
          .contains("security@lists.example")
          .doesNotContain(StoryServer.OPERATOR);

      String below = "In-Reply-To: " + answer.letter().value("Message-ID").orElseThrow() + "\r\n";
      send(house, STRANGER, "security@lists.example", "again", below);
      house.mailbox.await(StoryServer.OPERATOR, m -> m.text().contains("Words of again"));
      assertThat(house.command(0, "mailbox")).contains("3 letters.");

      assertThat(
              house.command(
                  0, "mailbox", "forward", ids[0], "cert@state.example", "--note", "For you?"))
          .contains("It is sent");
      Mailbox.Mail passedOn =
          house.mailbox.await("cert@state.example", m -> m.subject().equals("Fwd: A question"));
      assertThat(passedOn.text()).startsWith("For you?").contains("Words of hole", STRANGER);
      assertThat(passedOn.letter().value("From").orElseThrow()).contains("security@lists.example");
      assertThat(house.command(0, "operator", "acts").lines())
          .hasSize(2)
          .first()
          .asString()
          .contains("shell mailbox.forward " + ids[0])
          .doesNotContain("@");
    }
  }

  private static void assertListed(StoryServer house) {
    Heard heard = new Heard();
    Shell shell = new Shell(house.settings.data(), heard);
    assertThat(shell.beside(List.of("mailbox"))).isZero();
    assertThat(heard.said).hasSize(13).last().asString().startsWith("12 letters.");
    assertThat(heard.said.getFirst()).contains("to abuse@lists.example from " + STRANGER);
    assertThat(String.join("\n", heard.said)).as("no ticket is shown").doesNotContain("+a.");
    String id = heard.said.getFirst().replaceFirst(" .*", "");
    assertThat(shell.beside(List.of("mailbox", "show", id))).isZero();
    assertThat(heard.said).contains("Words of abuse");
    assertThat(shell.beside(List.of("mailbox", "delete", id))).isZero();
    assertThat(shell.beside(List.of("mailbox", "show", id))).isEqualTo(1);
  }

  @Test
  void withoutOperatorsTheMailboxIsNamedOnReady() throws Exception {
    int metrics = Ports.free();
    Map<String, String> settings =
        Map.of("CAUCUS_OPERATORS", " ", "CAUCUS_METRICS_PORT", Integer.toString(metrics));
    try (StoryServer house = new StoryServer(data, settings)) {
      assertThat(send(house, STRANGER, "postmaster@lists.example", "alone", "")).startsWith("250 ");

      Browser operator = new Browser(URI.create("http://127.0.0.1:" + metrics));
      assertThat(operator.get("/ready").text()).contains("1 letters wait", "caucus mailbox");
      assertThat(operator.get("/metrics").text()).contains("caucus_mailbox_letters 1.0");
    }
  }
}
