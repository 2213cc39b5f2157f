package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import org.junit.jupiter.api.Test;

/** Ngozi mentions everyone in a question; it waits for Dara, a company's liaison. */
class MentionsTest extends OnStage {
  private static final String CHIPS = "button[data-mention]";

  private static String welcome(Visitor who) {
    JsonArray threads = who.read("/lists/coalition/threads").getJsonArray("items");
    for (int i = 0; i < threads.size(); i++) {
      if (threads.getJsonObject(i).getString("subject").startsWith("Welcome")) {
        return Visitor.WORKSPACE + "/threads/" + threads.getJsonObject(i).getString("id");
      }
    }
    throw new AssertionError("the demo begins with a welcome");
  }

  private static Locator box(Visitor who) {
    return who.page().locator("form.composer textarea");
  }

  private static Locator send(Visitor who) {
    return who.page().locator("form.composer button[type=submit]");
  }

  private static Locator waiting(Visitor who) {
    return who.page()
        .locator(
            "details",
            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Waiting for me"));
  }

  @Test
  void aQuestionIsDismissedOnTheFirstPage() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      dara.go(Visitor.WORKSPACE);
      ngozi.go(welcome(ngozi));
      box(ngozi).fill("@everyone, do you agree?");
      send(ngozi).click();
      assertThat(ngozi.page().locator(CHIPS).last()).containsText("@everyone");

      assertThat(waiting(dara)).containsText("Questions to you");
      waiting(dara)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dismiss"))
          .first()
          .click();
      assertThat(waiting(dara)).not().containsText("Questions to you");
    }
  }
}
