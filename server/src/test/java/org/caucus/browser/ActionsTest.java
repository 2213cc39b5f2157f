package org.caucus.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions in the browser: who comes, minutes and their tasks, a month by keyboard, a calendar. */
@Tag("browser")
class ActionsTest {
  private static final String W = Visitor.WORKSPACE;

  @TempDir static Path data;
  private static Stage stage;
  private static String review;

  @BeforeAll
  static void aReviewThatHasBegun() throws Exception {
    stage = Stage.open(data);
    try (Visitor amina = stage.seated("amina")) {
      amina.act(
          "/actions",
          new JsonObject()
              .put("kind", "REVIEW")
              .put("title", "Review of Part III")
              .put("audience", "CIVIL_SOCIETY")
              .put(
                  "startsAt",
                  Instant.now()
                      .minus(Duration.ofHours(1))
                      .truncatedTo(ChronoUnit.MINUTES)
                      .toString())
              .put("zone", "Africa/Lagos")
              .put("organisations", new JsonArray().add("savanna"))
              .put("strategies", new JsonArray().add("RESEARCH"))
              .put("link", "https://call.example/part-iii")
              .put("agenda", "1. Removal within 24 hours\n2. Appeals")
              .put("reminders", new JsonArray().add("DAY")));
      review = titled(amina, "Review of Part III");
    }
  }

  private static String titled(Visitor visitor, String title) {
    return visitor.read("/actions").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(a -> a.getString("title").equals(title))
        .map(a -> a.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void onePersonComesAndTheMinutesBecomeATask() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions/" + review);
      button(page, "I’ll come").click();
      assertThat(button(page, "I’ll come")).hasAttribute("aria-pressed", "true");

      button(page, "Edit: Minutes").click();
      page.getByLabel("Minutes", new Page.GetByLabelOptions().setExact(true))
          .fill("We read it twice.\n- [ ] Send the memo to the agency");
      button(page, "Save").click();
      button(page, "Make it a task: Send the memo to the agency").click();
      assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Task made")))
          .isVisible();
      JsonObject task =
          amina
              .read("/actions/" + titled(amina, "Send the memo to the agency"))
              .getJsonObject("action");
      assertThat(task.getString("audience")).isEqualTo("CIVIL_SOCIETY");
      assertThat(task.getJsonArray("links").encode()).contains(review);
    }
  }

  @Test
  void aMonthIsWalkedByKeyboard() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions?view=month");
      Locator today = page.locator("[aria-current=date]");
      today.focus();
      String before = today.getAttribute("data-day");
      page.keyboard().press("PageDown");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowRight");
      Locator focused = page.locator("[data-day]:focus");
      assertThat(focused).isVisible();
      assertThat(focused.getAttribute("data-day")).isGreaterThan(before).endsWith("-09");
    }
  }

  @Test
  void onesOwnCalendarHasAnAddressThatIsShownOnce() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions");
      button(page, "In my calendar").click();
      button(page, "Make an address").click();
      assertThat(page.locator("code")).containsText("/calendar.ics");
      button(page, "I have it").click();
      assertThat(page.locator("code")).hasCount(0);
    }
  }

  @Test
  void looksRight() {
    List<String> faults = new ArrayList<>();
    Look look = new Look(faults);
    try (Visitor amina = stage.seated("amina")) {
      Look.prepare(amina);
      Map.of(
              "actions-month", W + "/actions?view=month",
              "action-review", W + "/actions/" + review,
              "organisation", W + "/organisations/savanna")
          .forEach(
              (view, path) -> {
                Look.atTheDesk(amina.page());
                amina.page().navigate("about:blank");
                amina.go(path);
                look.at(amina.page(), view);
              });
    }
    assertThat(faults).isEmpty();
  }
}
