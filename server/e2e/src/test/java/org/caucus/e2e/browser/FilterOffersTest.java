package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Who does not know the language of filters by heart is led through it by the keys, or a finger.
 */
class FilterOffersTest extends OnStage {
  private static final String TRACKER = Visitor.WORKSPACE + "/trackers/COP";

  private static Locator field(Page page) {
    return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Filter"));
  }

  private static Locator offers(Page page) {
    return page.locator(".filter [role=option]");
  }

  @Test
  void keysLeadFromAWordToAWholeFilter() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(TRACKER);
      Page page = amina.page();
      page.keyboard().press("f");
      page.keyboard().press("ArrowDown");
      assertThat(offers(page).first()).containsText("is:");
      look.at(page, "filter-offers");
      Look.undress(page);

      page.keyboard().type("sta");
      assertThat(offers(page).first()).hasText("state:State");
      page.keyboard().press("ArrowDown");
      assertThat(offers(page).first()).hasAttribute("aria-selected", "true");
      page.keyboard().press("Enter");
      assertThat(field(page)).hasValue("state:");
      page.keyboard().type("new"); // by what a reader calls it
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Tab");
      assertThat(field(page)).hasValue("state:triage ");
      assertThat(field(page)).isFocused();
      page.keyboard().type("ngo");
      assertThat(offers(page).first()).containsText("assignee:\"Ngozi Ekwueme\"");

      // the first Escape closes the list alone
      page.keyboard().press("Escape");
      assertThat(offers(page)).hasCount(0);
      assertThat(field(page)).hasValue("state:triage ngo");
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void actionsAreFilteredInTheSameWay() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/actions");
      Page page = amina.page();
      page.keyboard().press("f");
      page.keyboard().press("ArrowDown");
      assertThat(offers(page).first()).containsText("is:");
      look.at(page, "filter-offers-actions");
      Look.undress(page);

      page.keyboard().type("takes"); // nothing is called so
      assertThat(offers(page)).hasCount(0);
      field(page).fill("");
      page.keyboard().type("press conf"); // by what a reader calls it
      assertThat(offers(page).first()).containsText("kind:press_conference");
      field(page).fill("");
      page.keyboard().type("owner:ngo");
      assertThat(offers(page)).hasCount(1);
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(field(page)).hasValue("owner:\"Ngozi Ekwueme\" ");
      assertThat(field(page)).isFocused();
      assertThat(page.locator(".filter .said"))
          .not()
          .hasClass(java.util.regex.Pattern.compile("wrong"));
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void aLabelIsTakenByThePointerAndTheListShowsIt() {
    try (Visitor amina = stage.seated("amina")) {
      JsonObject issue =
          amina.act(
              "/trackers/COP/issues",
              new JsonObject()
                  .put("title", "Platforms with no office in the country")
                  .put("labels", List.of("small platforms"))
                  .put("audience", "EVERYONE"));
      assertThat(issue.getString("label")).startsWith("COP-");
      amina.go(TRACKER);
      Page page = amina.page();
      field(page).pressSequentially("label:sma");
      offers(page).first().click();
      assertThat(field(page)).hasValue("label:\"small platforms\" ");
      assertThat(field(page)).isFocused();
      assertThat(page.locator(".list .issue")).hasCount(1);
      assertThat(page.locator(".filter .said")).containsText("1 of ");
      assertThat(amina.complaints()).isEmpty();
    }
  }
}
