package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ngozi in a tracker of many screens: few rows are in the page, and nothing else tells that it is
 * so.
 */
class LongTrackerTest extends OnStage {
  private static final String TRACKER = Visitor.WORKSPACE + "/trackers/MEMO";
  private static final int ISSUES = 120;

  /** Three screens of rows would be more. */
  private static final int FEW = 40;

  private Visitor ngozi;
  private Page page;

  @BeforeAll
  static void aTrackerOfManyScreens() {
    try (Visitor tobi = stage.seated("tobi")) {
      for (int n = 1; n <= ISSUES; n++) {
        JsonObject issue = new JsonObject().put("title", "Section " + n + " of the memo");
        issue.put("labels", new JsonArray().add(n % 2 == 0 ? "even" : "odd"));
        tobi.act("/trackers/MEMO/issues", issue);
      }
    }
  }

  @BeforeEach
  void opensTheTracker() {
    ngozi = stage.seated("ngozi");
    page = ngozi.page();
    ngozi.go(TRACKER);
    rows().first().waitFor();
  }

  @AfterEach
  void thePageDidNotComplain() {
    assertThat(ngozi.complaints()).isEmpty();
    ngozi.close();
  }

  @Test
  void onlyWhatIsOnScreenIsInThePageAndAllOfItCanBeScrolledTo() {
    assertThat(rows().count()).isBetween(1, FEW);
    assertThat(row("Section 120 of the memo")).isInViewport();

    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");

    assertThat(row("Section 1 of the memo")).isInViewport();
    assertThat(rows().count()).isBetween(1, FEW);
    assertThat(page.locator("li[aria-posinset]").last())
        .hasAttribute(
            "aria-posinset", page.locator("li[aria-setsize]").last().getAttribute("aria-setsize"));
  }

  @Test
  void whereTheReaderStandsIsKeptAndTheNextKeyLeadsOnFromThere() {
    String second = rows().nth(1).innerText();
    page.keyboard().press("j");
    assertThat(rows().first()).isFocused();
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
    assertThat(row("Section 1 of the memo")).isInViewport();

    page.keyboard().press("j");

    assertThat(row(second)).isFocused();
    assertThat(row(second)).isInViewport();
  }

  @Test
  void whatTheBrowsersOwnSearchFindsIsBroughtOnScreen() {
    Locator words =
        page.locator("[hidden=until-found]", new Page.LocatorOptions().setHasText("Section 40 of"));
    words.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));

    words.dispatchEvent("beforematch");

    assertThat(row("Section 40 of the memo")).isInViewport();
  }

  @Test
  void aBrowserThatKnowsOfNoQuietMomentsFindsThemToo() {
    page.evaluate("() => delete globalThis.requestIdleCallback"); // WebKit
    ngozi.turnTo(Visitor.WORKSPACE + "/lists");
    ngozi.turnTo(TRACKER);
    whatTheBrowsersOwnSearchFindsIsBroughtOnScreen();
  }

  @Test
  void aTrackerThatIsHeldIsNotReadAgainAndShowsWhatBecameOfItMeanwhile() {
    List<String> asked = new ArrayList<>();
    page.onRequest(request -> asked.add(request.url()));
    ngozi.turnTo(Visitor.WORKSPACE + "/lists");
    try (Visitor tobi = stage.seated("tobi")) {
      tobi.act("/trackers/MEMO/issues", new JsonObject().put("title", "Opened meanwhile"));
    }

    ngozi.turnTo(TRACKER);

    row("Opened meanwhile").waitFor();
    assertThat(asked).noneMatch(url -> url.contains("/trackers/MEMO/issues"));
    page.reload(); // a page that was just loaded holds nothing
    row("Opened meanwhile").waitFor();
    assertThat(asked).anyMatch(url -> url.contains("/trackers/MEMO/issues"));
  }

  @Test
  void orderAndGroupsArePartOfTheAddress() {
    page.getByLabel("Group by").selectOption("label");

    assertThat(page).hasURL(Pattern.compile("group=label"));
    assertThat(page.locator("[data-rows] h2").first()).containsText("even");
    page.getByLabel("Order").selectOption("title");
    page.reload();
    assertThat(page.locator("[data-rows] h2").first()).containsText("even");
    assertThat(rows().first()).hasText("Section 10 of the memo");
  }

  @Test
  void aColumnOfTheBoardIsAWindowToo() {
    ngozi.go(TRACKER + "?view=board");
    rows().first().waitFor();

    assertThat(rows().count()).isBetween(1, FEW);
    scrollToTheEnd();
    assertThat(row("Section 1 of the memo")).isInViewport();
  }

  /** Cards are of several heights, and those that were not seen are guessed: so it grows once. */
  private void scrollToTheEnd() {
    page.evaluate(
        """
        async () => {
          const root = document.documentElement;
          for (let before = 0, looks = 0; before !== root.scrollHeight && looks < 20; looks++) {
            before = root.scrollHeight;
            scrollTo(0, before);
            for (let frames = 0; frames < 5; frames++) await new Promise(requestAnimationFrame);
          }
        }\
        """);
  }

  @Test
  void manyAreChangedAtOnceAndItIsUndone() {
    page.getByLabel("Filter").first().fill("\"Section 11\" of");
    assertThat(rows()).hasCount(11);
    page.keyboard().press("Tab");
    rows().first().focus();
    page.keyboard().press("x");
    page.keyboard().press("Shift+ArrowDown");
    page.keyboard().press("Shift+ArrowDown");
    assertThat(bulk()).containsText("3 selected");
    page.keyboard().press("b");
    page.getByLabel("Priority").selectOption("URGENT");
    page.getByLabel("Add labels").fill("vote");
    page.getByLabel("State").selectOption("DONE");

    ngozi.button("Change 3 issues").click();

    assertThat(bulk()).containsText("3 issues changed");
    assertThat(rows()).hasCount(8);
    assertThat(found("label:vote priority:urgent state:done")).isEqualTo(3);

    ngozi.button("Undo").click();

    assertThat(bulk()).containsText("Undone in 3");
    assertThat(rows()).hasCount(11);
    assertThat(found("label:vote")).isZero();
    assertThat(found("state:done")).isZero();
  }

  @Test
  void whatCannotBeChangedIsNamedAndStaysChosen() {
    page.getByLabel("Filter").first().fill("\"Section 70 of\"");
    page.getByLabel("Select ", new Page.GetByLabelOptions().setExact(false)).check();
    String id = rows().first().getAttribute("data-row");
    page.route(
        "**/issues/" + id,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(403)
                    .setContentType("application/problem+json")
                    .setBody(
                        "{\"type\":\"about:blank\",\"title\":\"no\",\"status\":403,"
                            + "\"detail\":\"Your seat ended.\"}")));

    ngozi.button("Change…").click();
    page.getByLabel("Priority").selectOption("HIGH");
    ngozi.button("Change 1 issue").click();

    assertThat(bulk()).containsText("Your seat ended.");
    assertThat(bulk()).containsText("1 selected");
    ngozi.complaints(); // that the server refused something
  }

  private Locator bulk() {
    return page.getByLabel("Selection", new Page.GetByLabelOptions().setExact(true));
  }

  private int found(String filter) {
    String q = URLEncoder.encode(filter, StandardCharsets.UTF_8);
    return ngozi.read("/trackers/MEMO/issues?q=" + q).getJsonArray("items").size();
  }

  private Locator rows() {
    return page.locator("[data-row]");
  }

  private Locator row(String title) {
    return page.locator("[data-row][title='" + title + "']");
  }
}
