package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Several views at once, one's own and shared, with names of every length and script. */
class ManyViewsTest extends OnStage {
  private static final String TRACKER = Visitor.WORKSPACE + "/trackers/COP";

  private static void save(Visitor by, String name, String filter, String audience) {
    JsonObject view =
        new JsonObject()
            .put("name", name)
            .put("showing", new JsonObject().put("filter", filter).put("layout", "list"));
    by.act("/trackers/COP/views", audience.isEmpty() ? view : view.put("audience", audience));
  }

  @Test
  void standInGroupsUnderTheirHeads() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor tobi = stage.seated("tobi")) {
      save(ngozi, "What I promised for the hearing", "assignee:me", "");
      save(ngozi, "Overdue", "is:overdue", "");
      save(
          ngozi,
          "Everything about the notice period of Part III, with what the agency has answered so"
              + " far and what it has not",
          "label:notice",
          "");
      save(tobi, "Where the memo stands", "is:open", "CIVIL_SOCIETY");
      save(tobi, "ما ينتظر رد الهيئة", "state:waiting", "EVERYONE");
      save(tobi, "For the call", "priority:urgent,high", "EVERYONE");
      ngozi.go(TRACKER);
      Page page = ngozi.page();

      page.locator(".which").click();
      Locator menu = page.locator("[role=menu]");
      assertThat(menu.locator(".pop-head")).hasText(new String[] {"Only me", "Shared"});
      assertThat(menu.getByRole(AriaRole.MENUITEM)).hasCount(8);
      page.setViewportSize(360, 900); // every name fits on a phone, whatever its length and script
      assertThat(
              menu.evaluate(
                  "m => m.scrollWidth - m.clientWidth + Math.max(0, m.offsetWidth - 344)"))
          .isEqualTo(0);
      Look.atTheDesk(page);
      page.keyboard().press("Escape");
      look.at(page, "views-rail");
      Look.undress(page);

      page.locator(".filter input").fill("label:<script> \"");
      assertThat(page.locator(".said.wrong")).containsText("a quote is not closed");
      look.at(page, "filter-wrong");
      Look.undress(page);
      JsonArray views = ngozi.read("").getJsonArray("views", new JsonArray());
      assertThat(views.encode()).contains("For the call");
      assertThat(page.locator("main")).not().containsText("undefined");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }
}
