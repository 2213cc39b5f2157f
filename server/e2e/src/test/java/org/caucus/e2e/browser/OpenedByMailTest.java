package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Test;

/** What a letter opened shows the words of the letter once, and leads to the letter. */
class OpenedByMailTest extends OnStage {
  private static final String WORDS = "Who drafts the memo to the agency?";

  private static String opened(Visitor by, String all, String title) {
    return await()
        .atMost(Clocks.LONG)
        .until(
            () ->
                by.read(all).getJsonArray("items").stream()
                    .map(JsonObject.class::cast)
                    .filter(one -> one.getString("title").equals(title))
                    .map(one -> one.getString("id"))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void writes(String to, String title) throws IOException {
    String text = "Audience: everyone\r\n\r\n" + WORDS;
    new Letter("ngozi@savanna.example", to, title, text).send(stage.smtpPort());
  }

  private static void itsWordsStandOnce(Visitor amina, String page) {
    amina.go(Visitor.WORKSPACE + page);
    Locator main = amina.page().locator("main");
    Locator letter = main.locator("article");

    assertThat(letter.getByText("Original email")).isVisible();
    assertThat(letter).containsText("Its text is shown above");
    assertThat(main.getByText(WORDS)).hasCount(1);
  }

  @Test
  void anActionShowsWhatItsLetterSaidOnce() throws IOException {
    try (Visitor amina = stage.seated("amina")) {
      writes(amina.read("").getString("actionsAddress"), "Planned by a letter");

      itsWordsStandOnce(amina, "/actions/" + opened(amina, "/actions", "Planned by a letter"));
    }
  }

  @Test
  void anIssueShowsWhatItsLetterSaidOnce() throws IOException {
    try (Visitor amina = stage.seated("amina")) {
      String tracker =
          amina.read("").getJsonArray("trackers").stream()
              .map(JsonObject.class::cast)
              .filter(one -> one.getString("key").equals("COP"))
              .map(one -> one.getString("address"))
              .findFirst()
              .orElseThrow();
      writes(tracker, "Opened by a letter");

      String all = "/trackers/COP/issues?limit=100";
      itsWordsStandOnce(amina, "/issues/" + opened(amina, all, "Opened by a letter"));
    }
  }
}
