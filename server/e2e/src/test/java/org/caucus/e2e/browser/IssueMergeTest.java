package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Ngozi and Tobi write in one issue at the same time; nothing of either is lost. */
class IssueMergeTest extends OnStage {
  private static final String TEXT = "Removal within 24 hours.\n\nToo short.\n\nAsk the agency.";

  private static String opened(Visitor by) {
    JsonObject issue = new JsonObject().put("title", "Written by two").put("description", TEXT);
    return by.act("/trackers/COP/issues", issue).getString("id");
  }

  private static Locator text(Page page) {
    return page.locator("section.about textarea");
  }

  private static void begin(Visitor by, String id) {
    by.go(Visitor.WORKSPACE + "/issues/" + id);
    by.button("Edit: Description").click();
    text(by.page()).waitFor();
  }

  private static void save(Visitor by) {
    by.page().locator("section.about form").getByText("Save").first().click();
  }

  private static JsonObject stands(Visitor by, String id) {
    return by.read("/issues/" + id).getJsonObject("issue");
  }

  @Test
  void changesOfOtherFieldsAndOtherLinesAreKeptTogether() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor tobi = stage.seated("tobi")) {
      String id = opened(tobi);
      begin(ngozi, id);
      text(ngozi.page()).fill(TEXT.replace("24 hours", "48 hours"));
      begin(tobi, id);
      tobi.page().getByLabel("Priority").selectOption("HIGH");
      text(tobi.page()).fill(TEXT.replace("Ask the agency.", "Ask the agency in writing."));
      save(tobi);
      assertThat(text(tobi.page())).hasCount(0);

      save(ngozi);

      assertThat(text(ngozi.page())).hasCount(0);
      assertThat(ngozi.page().getByText("Saved with the changes of others")).isVisible();
      assertThat(stands(ngozi, id).getString("description"))
          .isEqualTo("Removal within 48 hours.\n\nToo short.\n\nAsk the agency in writing.");
      assertThat(stands(ngozi, id).getString("priority")).isEqualTo("HIGH");
    }
  }

  @Test
  void theSameLineIsAskedAboutWithBothTextsAndWhoReads() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor tobi = stage.seated("tobi")) {
      String id = opened(tobi);
      begin(ngozi, id);
      text(ngozi.page()).fill(TEXT.replace("24 hours", "48 hours"));
      begin(tobi, id);
      text(tobi.page()).fill(TEXT.replace("24 hours", "72 hours"));
      save(tobi);
      assertThat(text(tobi.page())).hasCount(0);

      save(ngozi);

      Locator conflict = ngozi.page().locator("section[role=alert]");
      assertThat(conflict.locator("ins").first()).containsText("48");
      assertThat(conflict.locator("ins").last()).containsText("72");
      assertThat(conflict.locator("[data-will-see]")).isVisible();
      assertThat(conflict.locator("h2")).isFocused(); // its button is gone
      look.at(ngozi.page(), "conflict");
      Look.undress(ngozi.page());
      conflict.getByText("Replace with mine").click();
      assertThat(text(ngozi.page())).hasCount(0);
      assertThat(stands(ngozi, id).getString("description")).contains("48 hours");
      assertThat(ngozi.button("Edit: Description")).isFocused();

      // and what was overwritten is in the history, for those who read it
      ngozi.page().locator("summary").filter(hasText("History")).click();
      Locator history = ngozi.page().locator("details ol");
      assertThat(history.locator("li")).hasCount(3);
      assertThat(history.locator("li").first().locator("del")).containsText("72");
      assertThat(history.locator("li").first().locator("ins")).containsText("48");
      ngozi.settle();
      look.at(ngozi.page(), "issue-history");
      assertThat(ngozi.complaints()).allMatch(c -> c.contains("409"));
    }
  }

  private static Locator.FilterOptions hasText(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
