package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.caucus.coalition.access.Invitation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anyone who has nothing but e-mail is invited, joins, and gets answers from every address. */
@Tag("slow")
class JoinedByMailTest {
  private static final String BOLA = "bola@press.example";
  private static final String LATE = "late@press.example";
  private static final String W = "/api/workspaces/review";

  @TempDir Path data;

  private String write(StoryServer house, String from, String to, String more, String text)
      throws Exception {
    String letter =
        "From: Bola <"
            + from
            + ">\r\nTo: <"
            + to
            + ">\r\nSubject: Re: Invitation\r\n"
            + more
            + "\r\n"
            + text
            + "\r\n";
    return MailClient.send(house.smtpPort(), from, to, letter.getBytes(UTF_8));
  }

  @Test
  void byAnswersAlone() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      Browser amina = house.founder("review", "lantern", "coalition");
      house.invited(amina, W, BOLA, "lantern", "MEMBER");
      Mailbox.Mail invitation = house.mailbox.await(BOLA, m -> m.text().contains("/join/"));
      String answer = invitation.header("Reply-To").replaceAll(".*<|>.*", "");
      assertThat(invitation.text()).contains("with the one word: accept");
      assertThat(answer).startsWith("review+i.");

      // a machine, somebody else, and an answer without the word take no seat
      write(house, BOLA, answer, "Auto-Submitted: auto-replied\r\n", "accept");
      write(house, "eve@press.example", answer, "", "accept");
      house.mailbox.await("eve@press.example", m -> m.text().contains("another address"));
      write(house, BOLA, answer, "", "I am away.\r\n\r\n> with the one word: accept");
      house.mailbox.await(BOLA, m -> m.text().contains("“accept” on the first line"));
      assertThat(seats(amina)).doesNotContain("Bola");

      write(house, BOLA, answer, "", "Accept!\r\n\r\n> To join by email alone");
      Mailbox.Mail help = house.mailbox.await(BOLA, m -> m.text().contains("search WORDS"));
      assertThat(help.text()).contains("coalition@lists.example", "Replies go to everyone");
      assertThat(seats(amina)).contains("Bola");
      Mailbox.Mail welcome = house.mailbox.await(BOLA, m -> m.text().contains("ONE THING TO DO"));
      assertThat(welcome.header("Subject")).startsWith("Welcome to ");
      assertThat(welcome.header("Auto-Submitted")).isEqualTo("auto-generated");
      assertThat(welcome.text())
          .contains("as member for", "WHO READS WHAT", "what is for one company alone")
          .contains("Audience: Civil society", "Introduce yourself: write to coalition@lists");
      assertThat(welcome.header("Content-Type")).startsWith("multipart/alternative");

      write(house, BOLA, "coalition@lists.example", "", "Hello from Bola.");
      house.mailbox.await(StoryServer.OPERATOR, m -> m.text().contains("Hello from Bola."));

      // what only sends takes answers, and says so
      write(house, BOLA, "review+notices@lists.example", "", "Thanks");
      house.mailbox.await(BOLA, m -> m.text().contains("This address only sends."));
      write(house, BOLA, "noreply@lists.example", "", "Thanks");
      house.mailbox.await(BOLA, m -> m.text().contains("Emails to this address are not read"));
      write(house, "desk@agency.example", "coalition-owner@lists.example", "", "May we join?");
      Mailbox.Mail asked =
          house.mailbox.await(StoryServer.OPERATOR, m -> m.text().contains("May we"));
      assertThat(asked.header("Reply-To") + asked.header("From")).contains("desk@agency.example");

      // the invitation is used up
      write(house, "eve@press.example", answer, "", "accept");
      house.mailbox.await("eve@press.example", m -> m.text().contains("or no longer open"));

      // and another one is over after its time
      house.invited(amina, W, LATE, "lantern", "MEMBER");
      Mailbox.Mail second = house.mailbox.await(LATE, m -> m.text().contains("/join/"));
      house.pass(Invitation.LIFETIME.plusSeconds(1));
      write(house, LATE, second.header("Reply-To").replaceAll(".*<|>.*", ""), "", "accept");
      Mailbox.Mail over = house.mailbox.await(LATE, m -> m.header("Subject").startsWith("Re:"));
      assertThat(over.text()).as("said so").doesNotContain("search WORDS").isNotBlank();
      Browser later = house.signedIn(StoryServer.OPERATOR, StoryServer.FIREFOX);
      assertThat(seats(later)).contains("Bola").doesNotContain(LATE);
      assertThat(house.signedIn(LATE, StoryServer.FIREFOX).get(W).status()).isEqualTo(404);
    }
  }

  private static String seats(Browser amina) {
    return new JsonObject(amina.get(W).text()).encode();
  }
}
