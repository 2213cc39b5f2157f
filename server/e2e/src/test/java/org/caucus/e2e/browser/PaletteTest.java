package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A few letters and Enter lead anywhere that the one who types may read, and nowhere else. */
class PaletteTest extends OnStage {
  private static Locator field(Page page) {
    return page.getByRole(
        AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Go to a page or"));
  }

  private static Locator offers(Page page) {
    return page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Go to"))
        .getByRole(AriaRole.OPTION);
  }

  private static void called(Page page) {
    page.keyboard().press("Control+k");
    assertThat(field(page)).isFocused();
  }

  @Test
  void aPlaceAndAConversationAreAFewLettersAway() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE);
      called(page);
      page.keyboard().type("welcome list");
      assertThat(offers(page).first()).containsText("Welcome, and how we use this list");
      look.at(page, "palette");
      Look.undress(page);
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("Welcome, and how we use this list");

      called(page);
      page.keyboard().type("organ");
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText("People and organisations");

      called(page);
      page.keyboard().press("Escape");
      assertThat(field(page)).hasCount(0);
      assertEquals(List.of(), amina.complaints());
    }
  }

  @Test
  void whatHasNoNameHereIsLookedFor() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE);
      called(page);
      page.keyboard().type("zyzzyva");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("zyzzyva");
      page.getByText("No results").first().waitFor();
    }
  }

  @Test
  void aLiaisonIsOfferedNothingThatIsClosedToTheirCompany() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.act(
          "/lists/civil/threads",
          new JsonObject()
              .put("subject", "Quietly among ourselves")
              .put("text", "Not for the companies"));
      dara.go(Visitor.WORKSPACE);
      called(dara.page());
      dara.page().keyboard().type("quietly");
      dara.settle();
      assertThat(offers(dara.page())).hasCount(1);
      assertThat(offers(dara.page())).containsText("Search for");
    }
  }

  @Test
  void whatCanBeDoneWhereOneStandsIsAFewLettersAway() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      JsonObject issue = new JsonObject().put("title", "Done by a few letters");
      String id = ngozi.act("/trackers/COP/issues", issue).getString("id");
      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      called(page);
      look.at(page, "palette-commands");
      Look.undress(page);
      page.keyboard().type("move waiting");
      assertThat(offers(page).first()).containsText("Move to: Waiting");
      page.keyboard().press("Enter");
      assertThat(page.locator("section.issue .state-menu").first()).containsText("Waiting");

      called(page);
      page.keyboard().type("to me");
      page.keyboard().press("Enter");
      assertThat(page.locator("section.issue .names").first()).containsText("Ngozi");

      // from anywhere: a form that opens with its page, and a view that is laid out otherwise
      ngozi.go(Visitor.WORKSPACE + "/organisations");
      called(page);
      page.keyboard().type("new issue");
      page.keyboard().press("Enter");
      assertThat(page.getByRole(AriaRole.DIALOG)).containsText("New issue");
      page.keyboard().press("Escape");
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      called(page);
      page.keyboard().type("board");
      page.keyboard().press("Enter");
      assertThat(page.locator(".board")).isVisible();
      assertEquals(List.of(), ngozi.complaints());
    }
  }

  @Test
  void whoReadsAlongIsOfferedNothingToDo() {
    try (Visitor samuel = stage.seated("samuel")) {
      samuel.go(Visitor.WORKSPACE + "/trackers/COP");
      called(samuel.page());
      samuel.page().keyboard().type("new issue");
      assertThat(offers(samuel.page()).filter(new Locator.FilterOptions().setHasText("New issue")))
          .hasCount(1); // the search for these words, and nothing else
    }
  }

  @Test
  void whatIsChosenIsSeenWhereColoursAreNotOurs() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE + "/lists/coalition");
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      Locator here = page.locator(".rail a[aria-current]").first();
      assertThat(here).hasCSS("outline-style", "solid");

      called(page);
      page.keyboard().press("ArrowDown");
      assertThat(offers(page).nth(1)).hasCSS("outline-style", "solid");
      assertThat(offers(page).nth(2)).hasCSS("outline-style", "none");
    }
  }
}
