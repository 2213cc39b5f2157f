package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bola passes a notice on; its link stops her mail, and tells anyone who holds it nothing new. */
@Tag("slow")
class StoppingPageTest {
  private static final String W = "/api/workspaces/review";
  private static final Pattern LINK = Pattern.compile("<(http://[^>]+/unsubscribe/[^>]+)>");

  @TempDir Path data;

  /** The link in the head of a letter, as anybody who holds it opens it. */
  private static String page(Mailbox.Mail mail) {
    Matcher link = LINK.matcher(mail.header("List-Unsubscribe"));
    assertThat(link.find()).isTrue();
    return URI.create(link.group(1)).getPath();
  }

  /** Where mail holds no words, what is behind its links holds none either. */
  @Test
  void whereMailHoldsNoWordsAWorkspaceIsCalledByItsAddress() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      Browser amina = house.founder("review", "lantern", "coalition");
      assertThat(amina.post(W + "/mail-content", new JsonObject().put("mode", "ALL")).status())
          .isEqualTo(201);
      String address = "bola@lantern.example";
      String link = house.invited(amina, W, address, "lantern", "MEMBER");
      house.browser().post(link, new JsonObject().put("name", "Bola")).id();
      JsonObject thread = new JsonObject().put("subject", "Draft").put("text", "Our line.");
      amina.post(W + "/lists/coalition/threads", thread).id();

      Mailbox.Mail mail = house.mailbox.await(address, m -> m.text().contains("/threads/"));

      assertThat(house.browser().get(page(mail)).text())
          .contains("coalition")
          .doesNotContain("Coalition", "Review");
    }
  }

  @Test
  void whatAThingIsCalledByNowIsNotSaidToThePersonWhoHoldsAnOldLetter() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      Browser amina = house.founder("review", "lantern");
      JsonObject tracker =
          new JsonObject()
              .put("key", "COP")
              .put("name", "Provisions")
              .put("audience", "EVERYONE")
              .put("usual", "EVERYONE");
      amina.post(W + "/trackers", tracker).id();
      String address = "bola@lantern.example";
      Browser bola = house.browser();
      String seat =
          bola.post(
                  house.invited(amina, W, address, "lantern", "MEMBER"),
                  new JsonObject().put("name", "Bola"))
              .id();
      JsonObject issue =
          new JsonObject()
              .put("title", "Notice period")
              .put("assignees", new JsonArray().add(seat));
      String id = amina.post(W + "/trackers/COP/issues", issue).id();
      Mailbox.Mail mail = house.mailbox.await(address, m -> m.subject().contains("Notice period"));
      String page = page(mail);

      JsonObject changed = new JsonObject().put("title", "Our line against Chirp");
      assertThat(amina.patch(W + "/issues/" + id, changed, "If-Match", "\"1\"").status())
          .isEqualTo(200);

      Browser holder = house.browser();
      assertThat(holder.get(page).status()).isEqualTo(200);
      assertThat(holder.get(page).text())
          .contains("notifications about one item")
          .doesNotContain("Our line", "Notice period");
    }
  }

  /** As RFC 5965 has it; only who had the letter can name its return path. */
  private static void complain(StoryServer house, Mailbox.Mail about) throws IOException {
    String report =
        """
        From: feedback@provider.example
        Subject: FW: mail
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b"

        --b
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        Version: 1
        --b--
        """
            .replace("\n", "\r\n");
    assertThat(MailClient.send(house.smtpPort(), "", about.sender(), report.getBytes(US_ASCII)))
        .startsWith("250");
  }

  @Test
  void theLinkThatBeginsMailAgainAfterAComplaintEndsAfterSevenDays() throws Exception {
    try (StoryServer house = new StoryServer(data)) {
      Browser amina = house.founder("review", "lantern", "coalition");
      String address = "bola@lantern.example";
      String invited = house.invited(amina, W, address, "lantern", "MEMBER");
      Browser bola = house.browser();
      bola.post(invited, new JsonObject().put("name", "Bola")).id();
      JsonObject thread = new JsonObject().put("subject", "Draft").put("text", "Our line.");
      amina.post(W + "/lists/coalition/threads", thread).id();
      Mailbox.Mail post = house.mailbox.await(address, m -> m.subject().contains("Draft"));
      JsonObject digests = new JsonObject().put("mode", "DIGEST");
      assertThat(bola.post(W + "/lists/coalition/my-mail", digests).status()).isEqualTo(201);
      complain(house, post);
      Mailbox.Mail told =
          house.mailbox.await(address, m -> m.subject().contains("no longer get these"));
      Matcher link = Pattern.compile("http://\\S+/unsubscribe/\\S+").matcher(told.text());
      assertThat(link.find()).isTrue();
      String page = URI.create(link.group()).getPath();

      assertThat(house.browser().get(page).text()).contains("Emails stopped");
      house.pass(Duration.ofDays(7).minusHours(1));
      assertThat(press(house, page, "EACH")).contains("Stop these emails?");
      JsonObject list = bola.get(W + "/my-mail").json().getJsonArray("lists").getJsonObject(0);
      assertThat(list.getString("mode")).as("as it came before").isEqualTo("DIGEST");
      assertThat(press(house, page, "NONE")).contains("Emails stopped");

      house.pass(Duration.ofHours(2)); // it ends with the hour
      assertThat(house.browser().get(page).status()).isEqualTo(410);
      assertThat(press(house, page, "EACH"))
          .contains("This link has expired", "sign in", "/w/review/my-mail")
          .doesNotContain("coalition", "<form");
      assertThat(house.browser().get(page(post)).text()).contains("Emails stopped");
    }
  }

  /** The page after its button was pressed. */
  private static String press(StoryServer house, String page, String mode) throws Exception {
    HttpRequest form =
        HttpRequest.newBuilder(house.base.resolve(page))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("mode=" + mode))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(form, HttpResponse.BodyHandlers.ofString()).body();
    }
  }
}
