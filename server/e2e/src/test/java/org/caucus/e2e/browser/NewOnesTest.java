package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Position;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What is new is in sight, or a button says how many there are and leads there. */
class NewOnesTest extends OnStage {
  private static final int POSTS = 25;

  private static JsonObject words(String text) {
    return new JsonObject().put("text", text).put("audience", "EVERYONE");
  }

  private static Locator show(Page page) {
    return page.getByText("Show 1 new");
  }

  @Test
  void aPostBelowTheWindowIsCountedAndLedTo() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      JsonObject memo = words("Read it, please.").put("subject", "The long memo");
      String thread = "/threads/" + amina.act("/lists/coalition/threads", memo).getString("id");
      for (int i = 0; i < POSTS; i++) {
        dara.act(thread + "/entries", words("Remark " + i));
      }
      amina.go(Visitor.WORKSPACE + thread);
      Page page = amina.page();
      assertThat(page.locator("article")).hasCount(POSTS + 1);
      page.evaluate("() => scrollTo(0, 0)");

      dara.act(thread + "/entries", words("The newest remark"));

      show(page).click();
      assertThat(page.getByText("The newest remark")).isInViewport();
      assertThat(show(page)).hasCount(0);
    }
  }

  /** Nor does the list move while its reader points at it. */
  @Test
  void anIssueThatComesMovesNothingUnderThePointer() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      amina.go(Visitor.WORKSPACE + "/trackers/COP?sort=opened");
      Page page = amina.page();
      Locator row = page.locator("[data-row]").first();
      row.hover();
      amina.settle();
      row.hover(new Locator.HoverOptions().setPosition(new Position(4, 4)));
      String first = row.getAttribute("data-row");

      ngozi.act("/trackers/COP/issues", new JsonObject().put("title", "Who keeps the record?"));

      assertThat(show(page)).isVisible();
      assertThat(row).hasAttribute("data-row", first);
      show(page).click();
      assertThat(page.getByText("Who keeps the record?").first()).isInViewport();
      assertThat(show(page)).hasCount(0);
    }
  }

  /** On a phone the place to write is taller than the window has room for. */
  @Test
  void whoPublishesAnUpdateSeesItAndTakesItBackFromTheNotice() {
    try (Visitor dara = stage.seated("dara")) {
      Page page = dara.page();
      page.setViewportSize(390, 700);
      dara.go(Visitor.WORKSPACE + "/updates");
      page.getByPlaceholder("Text").fill("It has six fields.");
      page.getByPlaceholder("Headline").fill("A form for notices");
      page.locator("main form button[type=submit]").click();

      Locator card = page.locator(".list li.card").first();
      assertThat(card).containsText("A form for notices");
      assertThat(card).isInViewport();
      assertThat(card).containsText("Not emailed yet");
      page.locator(".toast button").first().click();
      assertThat(page.getByText("Send undone").first()).isVisible(); // and who has it by mail
    }
  }

  /** The person who opened an action too wide closes it again from the notice. */
  @Test
  void whatWasOpenedWiderIsClosedAgainFromTheNotice() {
    try (Visitor amina = stage.seated("amina")) {
      JsonObject call = new JsonObject().put("kind", "CALL").put("title", "Who speaks first");
      String id = amina.act("/actions", call.put("audience", "CIVIL_SOCIETY")).getString("id");
      amina.go(Visitor.WORKSPACE + "/actions/" + id);
      Page page = amina.page();
      page.locator("main .chip").first().click();
      amina.button("Change readers").first().click();
      page.getByLabel("From now on").selectOption("EVERYONE");
      page.getByRole(AriaRole.DIALOG).locator("form button.danger").click();
      assertThat(page.getByText("more can read it now")).isVisible();
      page.locator(".toast button").first().click();
      assertThat(page.getByText("Sharing undone").first()).isVisible();
      assertThat(page.locator("main .chip").first()).containsText("Civil society");
    }
  }
}
