package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ngozi goes through the tracker: on a desk issues open beside the list, on a phone as pages. */
class BesideTest extends OnStage {
  private static final String TRACKER = Visitor.WORKSPACE + "/trackers/COP";
  private static final int MORE_THAN_A_SCREEN = 30;

  /** Far enough down that the first screen is out of sight. */
  private static final int ROW_BELOW = 20;

  /** A page may settle by a fraction of a line, but nothing may jump. */
  private static final double STILL_PX = 4;

  private Visitor ngozi;
  private Page page;

  @BeforeAll
  static void aTrackerOfMoreThanAScreen() {
    try (Visitor tobi = stage.seated("tobi")) {
      for (int n = 1; n <= MORE_THAN_A_SCREEN; n++) {
        tobi.act("/trackers/MEMO/issues", new JsonObject().put("title", "Section " + n));
      }
    }
  }

  @BeforeEach
  void sitsDown() {
    ngozi = stage.seated("ngozi");
    page = ngozi.page();
  }

  @AfterEach
  void thePageDidNotComplain() {
    assertThat(ngozi.complaints()).isEmpty();
    ngozi.close();
  }

  @Test
  void anIssueOpensBesideTheListUnderItsOwnAddress() {
    ngozi.go(TRACKER);
    page.evaluate("window.stayed = true");

    ngozi.link("Removal within 24 hours of notice").click();

    assertThat(issue()).containsText("COP-1 Removal within 24 hours");
    assertThat(page).hasURL(Pattern.compile("/issues/COP-1$"));
    assertThat(page).hasTitle(Pattern.compile("^COP-1 Removal"));
    assertThat(list()).isVisible();
    assertThat(list().locator("[aria-current=true]")).hasText("Removal within 24 hours of notice");
    assertThat(page.getByText("A quarter of the notices we get lack a link")).isVisible();
    assertThat(page.evaluate("window.stayed")).as("nothing was loaded anew").isEqualTo(true);
  }

  @Test
  void theKeyboardGoesThroughTheListAndBack() {
    ngozi.go(TRACKER);
    page.locator("[data-row]").first().waitFor();
    press("j", "Enter");
    assertThat(issue()).containsText("COP-2");

    press("j");
    assertThat(issue()).containsText("COP-1");
    assertThat(page).hasURL(Pattern.compile("/issues/COP-1$"));

    press("Enter");
    assertThat(issue()).isFocused();
    page.locator("article[data-row]").first().waitFor(); // comments come after their issue
    press("j");
    assertThat(focused()).as("in the issue, j goes through its comments").contains("Yuki Tanabe");

    press("Escape");
    assertThat(page).hasURL(Pattern.compile("/trackers/COP$"));
    assertThat(issue()).hasText("Provisions of the draft");
    assertThat(focused()).isEqualTo("Removal within 24 hours of notice");
    page.goBack();
    assertThat(issue()).containsText("COP-1");
  }

  @Test
  void keysAreThoseOfTheIssueUnlessTheReaderStandsInTheList() {
    ngozi.go(Visitor.WORKSPACE + "/issues/COP-1");
    list().locator("[data-row]").first().waitFor();
    page.locator("article[data-row]").first().waitFor();
    issue().focus();

    press("d");
    Locator date = page.getByLabel("Due date", new Page.GetByLabelOptions().setExact(true));
    assertThat(date).isFocused();
    press("Escape");
    assertThat(date).hasCount(0);
    assertThat(page.locator("dd button.always")).isFocused();
  }

  @Test
  void nothingJumpsFarDownTheList() {
    ngozi.go(Visitor.WORKSPACE + "/trackers/MEMO");
    page.locator("[data-row]").first().waitFor();
    page.evaluate("scrollTo(0, " + ROW_BELOW + " * document.querySelector('.issue').offsetHeight)");
    Locator row = ngozi.link("Section " + (MORE_THAN_A_SCREEN - ROW_BELOW));
    double before = row.boundingBox().y;

    row.click();

    assertThat(issue()).containsText("Section");
    ngozi.settle();
    assertThat(row.boundingBox().y).isCloseTo(before, within(STILL_PX));
    assertThat(row).isInViewport();
    assertThat(issue()).isInViewport();
    press("Escape");
    assertThat(row).isFocused();
    assertThat(row.boundingBox().y).isCloseTo(before, within(STILL_PX));
  }

  @Test
  void aClosedIssueLeavesTheListAndTheNextIsAtHand() {
    ngozi.go(Visitor.WORKSPACE + "/trackers/MEMO");
    page.locator("[data-row]").first().waitFor();
    press("j", "j", "Enter");
    issue().waitFor();
    String second = issue().innerText();

    press("s");
    page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName("Done")).click();
    ngozi.button("Reopen").waitFor();
    press("j");

    assertThat(issue()).not().hasText(second);
    assertThat(page.locator(".list [aria-current=true]")).isFocused();
  }

  @Test
  void theBoardStaysBesideTheIssueToo() {
    ngozi.go(TRACKER + "?view=board");

    ngozi.link("Liaison officer and local incorporation").click();

    assertThat(issue()).containsText("COP-3");
    assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Board")).last())
        .isVisible();
    page.reload();
    assertThat(issue()).containsText("COP-3");
    assertThat(page.locator(".board")).isVisible();
    ngozi.button("Back to the list").click();
    assertThat(page).hasURL(Pattern.compile("/trackers/COP\\?view=board$"));
  }

  @Test
  void onAPhoneAnIssueIsAPageOfItsOwn() {
    page.setViewportSize(360, 800);
    ngozi.go(TRACKER);

    ngozi.link("Removal within 24 hours of notice").click();

    assertThat(issue()).containsText("COP-1");
    assertThat(list()).isHidden();
    ngozi.link("Provisions of the draft").last().click();
    assertThat(list()).isVisible();
  }

  private Locator issue() {
    return page.locator("h1");
  }

  private Locator list() {
    return page.locator(".list");
  }

  private String focused() {
    return (String) page.evaluate("document.activeElement.innerText.trim()");
  }

  private void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }
}
