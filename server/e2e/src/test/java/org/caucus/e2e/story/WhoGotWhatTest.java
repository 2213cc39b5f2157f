package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who got a post, where its link leads, and orders by mail: over HTTP and SMTP, as seats. */
@Tag("slow")
class WhoGotWhatTest extends OnDemo {
  private static final Pattern LINK = Pattern.compile("Archived-At:\\s+<\\S+/m/([a-z2-7]{26})>");

  private static String hash(String letter) {
    Matcher link = LINK.matcher(letter);
    assertThat(link.find()).as(letter).isTrue();
    return link.group(1);
  }

  private String entry(Browser who, String hash) {
    return who.get(W + "/messages/" + hash)
        .json()
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("entry");
  }

  private static List<String> states(Browser.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .map(o -> o.getString("state"))
        .toList();
  }

  @Test
  void itsAuthorAndConvenorsSeeWhoGotAPostAndNobodyElse() throws Exception {
    mail("coalition", "Who has this", "Message-ID: <who@savanna.example>\r\n");
    String copy = awaitCopy("Subject: Who has this", "halima@harbour.example");
    String path = W + "/entries/" + entry(amina, hash(copy)) + "/deliveries";
    await().atMost(Clocks.LONG).until(() -> !states(amina.get(path)).contains("WAITING"));

    assertThat(states(amina.get(path))).contains("SENT", "OWN").doesNotContain("OUTSIDE");
    assertThat(states(as("ngozi@").get(path))).contains("SENT");
    assertThat(as("halima@").get(path).status()).isEqualTo(403);
    assertThat(dara.get(path).status()).isEqualTo(403);
  }

  @Test
  void ofAPostOneCannotReadNothingIsToldAndItsLinkIsLikeAnyOther() throws Exception {
    JsonObject thread = new JsonObject().put("subject", "Sealed").put("text", "For our side.");
    String id = amina.post(W + "/lists/civil/threads", thread).id();
    JsonArray entries = amina.get(W + "/threads/" + id).json().getJsonArray("entries");
    String entry = entries.getJsonObject(0).getString("id");
    String hash = hash(awaitCopy("Subject: Sealed", "halima@harbour.example"));

    assertThat(entry(amina, hash)).isEqualTo(entry);
    assertThat(dara.get(W + "/messages/" + hash).text())
        .isEqualTo(dara.get(W + "/messages/" + "a".repeat(26)).text());
    Browser.Reply hidden = dara.get(W + "/entries/" + entry + "/deliveries");
    Browser.Reply never = dara.get(W + "/entries/" + "a".repeat(26) + "/deliveries");
    assertThat(hidden.status()).isEqualTo(never.status()).isEqualTo(404);
    assertThat(hidden.text()).isEqualTo(never.text());
    assertThat(states(amina.get(W + "/entries/" + entry + "/deliveries"))).contains("OUTSIDE");
  }

  @Test
  void anOrderByMailIsDoneAndAnswered() throws Exception {
    String to = "code-of-practice+control@lists.example";
    byte[] order =
        ("From: Tobi <tobi@lantern.example>\r\nTo: "
                + to
                + "\r\n"
                + "Message-ID: <order@lantern.example>\r\n\r\n"
                + "set coalition summary\r\n"
                + "who coalition\r\n")
            .getBytes(UTF_8);
    assertThat(MailClient.send(smtp(), "tobi@lantern.example", to, order)).startsWith("250");

    String answer = awaitCopy("Results of your commands", "tobi@lantern.example");

    assertThat(ParsedLetter.of(answer.getBytes(UTF_8)).text())
        .contains("> set coalition summary", "Done.", " readers:");
    JsonObject mine = as("tobi@").get(W + "/my-mail").json();
    assertThat(mine.getJsonArray("lists").encode()).contains("\"mode\":\"SUMMARY\"");
  }
}
