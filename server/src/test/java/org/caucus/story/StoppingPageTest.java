package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bola passes a notice on; its link stops her mail, and tells whoever holds it nothing new. */
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
    try (House house = new House(data)) {
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
  void whatAThingIsCalledByNowIsNotSaidToWhoeverHoldsAnOldLetter() throws Exception {
    try (House house = new House(data)) {
      Browser amina = house.founder("review", "lantern");
      JsonObject tracker =
          new JsonObject().put("key", "COP").put("name", "Provisions").put("audience", "EVERYONE");
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
          .contains("notices of one thing")
          .doesNotContain("Our line", "Notice period");
    }
  }
}
