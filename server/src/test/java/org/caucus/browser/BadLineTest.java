package org.caucus.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The line goes before a page was ever opened here, or takes its time. */
class BadLineTest extends OnStage {
  private static final Pattern CODE_OF_THE_PAGE = Pattern.compile(".*/assets/ActionsView.*");

  @Test
  void whatCouldNotBeOpenedOpensByItselfWhenTheLineIsBack() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      page.route(CODE_OF_THE_PAGE, route -> route.abort()); // not fetched ahead either
      Look.prepare(ngozi);
      ngozi.go(Visitor.WORKSPACE + "/lists");
      ngozi.context().setOffline(true);
      page.locator(".rail").getByText("Actions").click();

      assertThat(page.locator("main")).containsText("This page is not in this browser yet");
      assertThat(page.getByText("You are offline")).isVisible();
      look.at(page, "not-here-yet");
      Look.undress(page);

      page.unroute(CODE_OF_THE_PAGE);
      ngozi.context().setOffline(false);
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Actions");
      assertThat(page.getByText("This page is not in this browser yet")).hasCount(0);
    }
  }

  @Test
  void anActThatTakesLongIsSeenToBeUnderWay() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      List<Route> held = new ArrayList<>();
      Look.prepare(ngozi);
      ngozi.go(Visitor.WORKSPACE + "/my-mail");
      page.route("**/my-mail", held::add);
      page.locator("section[aria-labelledby=all-mail] button[type=submit]").click();

      assertThat(page.locator(".under-way")).isVisible();
      assertThat(page.locator(".under-way")).hasAttribute("aria-label", "Saving…");
      look.at(page, "under-way");
      Look.undress(page);
      held.forEach(Route::resume);
      assertThat(page.locator(".under-way")).hasCount(0);
      assertThat(page.locator(".toast").first()).containsText("Saved");
    }
  }
}
