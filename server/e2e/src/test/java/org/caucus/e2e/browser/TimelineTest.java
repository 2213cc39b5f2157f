package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** All dates that a reader may read, month by month, in one view. */
class TimelineTest extends OnStage {
  private static final int PHONE = 390;

  private static void issue(Visitor by, String title, LocalDate due, String audience) {
    by.act(
        "/trackers/COP/issues",
        new JsonObject().put("title", title).put("due", due.toString()).put("audience", audience));
  }

  private static Locator rows(Page page, String words) {
    return page.locator("main ol li").filter(new Locator.FilterOptions().setHasText(words));
  }

  @Test
  void issuesAndActionsStandInOneOrderForThoseWhoMayReadThem() {
    LocalDate day = LocalDate.now(ZoneOffset.UTC).plusMonths(2).withDayOfMonth(15);
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      issue(amina, "Answer to the draft", day, "EVERYONE");
      issue(amina, "Our own red lines", day.plusDays(1), "CIVIL_SOCIETY");
      amina.act(
          "/actions",
          new JsonObject()
              .put("kind", "MEETING")
              .put("title", "Meeting on the draft")
              .put("zone", "Africa/Lagos")
              .put("startsAt", day.minusDays(1) + "T09:00:00Z")
              .put("audience", "EVERYONE"));
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE + "/trackers");
      page.locator("main").getByText("Timeline").click();
      assertThat(rows(page, "Our own red lines")).hasCount(1);
      amina.go(Visitor.WORKSPACE + "/actions");
      page.locator("main").getByText("Timeline").click();
      Locator last = page.locator("main section").last().locator("li");
      assertThat(last).hasCount(3);
      assertThat(last.nth(0)).containsText("Meeting on the draft");
      assertThat(last.nth(1)).containsText("Answer to the draft");
      assertThat(last.nth(2)).containsText("Our own red lines");

      // live, and for those who may read it
      dara.go(Visitor.WORKSPACE + "/timeline");
      issue(amina, "A date that comes", day.plusDays(2), "EVERYONE");
      assertThat(rows(dara.page(), "A date that comes")).hasCount(1);
      assertThat(rows(dara.page(), "red lines")).hasCount(0);

      page.getByLabel("Filter by audience").selectOption("CIVIL_SOCIETY");
      assertThat(rows(page, "Our own red lines")).hasCount(1);
      assertThat(rows(page, "Answer to the draft")).hasCount(0);
      page.reload();
      assertThat(rows(page, "Answer to the draft")).hasCount(0);
      page.getByLabel("Filter by audience").selectOption("");
      assertThat(rows(page, "Answer to the draft")).hasCount(1);

      // by keys alone
      page.locator("h1").focus();
      page.keyboard().press("j");
      assertThat(page.evaluate("document.activeElement.matches('[data-row]')")).isEqualTo(true);
      page.keyboard().press("Enter");
      page.waitForURL("**/code-of-practice/{issues,actions}/**");
      page.goBack();
      look.at(page, "timeline");
      Look.undress(page);

      page.setViewportSize(PHONE, 800);
      amina.go(Visitor.WORKSPACE + "/timeline");
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void whereNothingHasADateItSaysWhatComesHere() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/timeline?audience=COMPANY_ONLY(northwind)");
      assertThat(amina.page().getByText("No dates for this audience")).isVisible();
      amina
          .page()
          .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("All audiences"))
          .click();
      assertThat(amina.page().getByText("No dates for this audience")).hasCount(0);
    }
  }
}
