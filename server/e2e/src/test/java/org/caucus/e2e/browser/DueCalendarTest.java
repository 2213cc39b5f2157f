package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ngozi plans by the day: she sees what is due when, and moves it by mouse, menu and key. */
class DueCalendarTest extends OnStage {
  private static final String CALENDAR =
      Visitor.WORKSPACE + "/trackers/COP?view=calendar&month=2031-03&q=label%3Amarch";

  @BeforeAll
  static void issuesWithDates() {
    try (Visitor tobi = stage.seated("tobi")) {
      for (int i = 1; i <= 7; i++) {
        JsonObject issue = new JsonObject().put("title", "March matter " + i);
        issue.put("labels", List.of(i < 7 ? "march" : "bare"));
        tobi.act(
            "/trackers/COP/issues", i == 6 ? issue : issue.put("due", "2031-03-" + (10 + i / 6)));
      }
    }
  }

  private static Locator day(Page page, String day) {
    return page.locator("td:has([data-day='" + day + "'])");
  }

  private static Locator card(Locator in, String title) {
    return in.locator(".due").filter(new Locator.FilterOptions().setHasText(title));
  }

  @Test
  void aDateIsMovedByMouseMenuAndKeyAndBack() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(CALENDAR);
      Locator tenth = day(page, "2031-03-10");
      Locator later = day(page, "2031-03-20");
      assertThat(tenth.locator(".due")).hasCount(4);
      tenth.getByText("1 more").click();
      assertThat(tenth.locator(".due")).hasCount(5);
      look.at(page, "due-calendar");
      Look.undress(page);

      page.setViewportSize(
          1440, 1600); // both days on screen: what scrolls under the mouse is another's
      card(tenth, "March matter 1").dragTo(later);
      assertThat(card(later, "March matter 1")).isVisible();
      ngozi.button("Undo").last().click();
      assertThat(card(tenth, "March matter 1")).isVisible();

      // what has no date is put on a day, and back among those without
      card(page.locator(".undated"), "March matter 6").dragTo(later);
      assertThat(card(later, "March matter 6")).isVisible();
      card(later, "March matter 6").getByRole(AriaRole.BUTTON).click();
      page.getByRole(AriaRole.MENUITEM).filter(text("A week later")).click();
      assertThat(card(day(page, "2031-03-27"), "March matter 6")).isVisible();
      card(day(page, "2031-03-27"), "March matter 6").getByRole(AriaRole.BUTTON).click();
      page.getByRole(AriaRole.MENUITEM).filter(text("Remove due date")).click();
      assertThat(card(page.locator(".undated"), "March matter 6")).isVisible();

      // by keys alone: to a day, into an issue on it, another date
      page.locator("[data-day='2031-03-10']").focus();
      page.keyboard().press("ArrowDown");
      assertThat(page.locator("[data-day='2031-03-17']")).isFocused();
      page.keyboard().press("PageDown");
      assertThat(page).hasURL(Pattern.compile("month=2031-04"));
      assertThat(page.getByText("No issues due this month.")).isVisible();
      page.keyboard().press("PageUp");
      assertThat(page).hasURL(Pattern.compile("month=2031-03"));
      card(tenth, "March matter 2").getByRole(AriaRole.LINK).focus();
      page.keyboard().press("d");
      page.locator("input[type=date]").fill("2031-03-12");
      page.keyboard().press("Enter");
      assertThat(card(day(page, "2031-03-12"), "March matter 2")).isVisible();
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void aPhoneShowsItDayByDayAndWhoOnlyReadsMovesNothing() {
    try (Visitor samuel = stage.seated("samuel")) {
      Page page = samuel.page();
      page.setViewportSize(360, 900);
      samuel.go(CALENDAR);
      assertThat(page.locator("table")).isHidden();
      assertThat(page.locator(".agenda section").first()).containsText("10 March 2031");
      assertThat(page.locator(".agenda .due button")).hasCount(0);
      samuel.go(Visitor.WORKSPACE + "/trackers/COP?view=calendar&month=2031-03&q=label%3Abare");
      assertThat(page.locator(".agenda .due")).hasCount(1);
      samuel.go(Visitor.WORKSPACE + "/trackers/COP?view=calendar&q=label%3Anothing-at-all");
      assertThat(page.getByText("No issue shown here has a due date.")).isVisible();
      assertThat(samuel.complaints()).isEmpty();
    }
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
