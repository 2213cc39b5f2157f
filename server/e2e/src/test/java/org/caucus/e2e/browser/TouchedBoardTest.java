package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A finger on the board: cards can be dragged, and yet it goes through them as through any page;
 * their menu moves them.
 */
class TouchedBoardTest extends OnStage {
  private static final int CARDS = 6;
  private static final int STEPS = 12;
  private static final int LONG_PRESS_MS = 900;
  private static final int LAID_OUT_MS = 150;
  private static final int DOWN = 300;
  private static final int ASIDE = 220;

  private Visitor ngozi;
  private Page page;
  private CDPSession devtools;

  @BeforeEach
  void aBoardOnAPhone() {
    ngozi = stage.seated("ngozi");
    page = ngozi.page();
    page.setViewportSize(360, 740);
    devtools = ngozi.context().newCDPSession(page);
    JsonObject touch = new JsonObject();
    touch.addProperty("enabled", true);
    devtools.send("Emulation.setTouchEmulationEnabled", touch);
    for (int n = 1; n <= CARDS; n++) {
      ngozi.act(
          "/trackers/MEMO/issues",
          new io.vertx.core.json.JsonObject()
              .put("title", "Touched: section " + n)
              .put("labels", List.of("touched")));
    }
    ngozi.go(Visitor.WORKSPACE + "/trackers/MEMO?view=board&q=label%3Atouched");
    cards().first().scrollIntoViewIfNeeded();
  }

  @AfterEach
  void leaves() {
    assertThat(ngozi.complaints()).isEmpty();
    ngozi.close();
  }

  private Locator cards() {
    return page.locator(".board .card");
  }

  private Locator column(String name) {
    return page.locator(".board > section[aria-label^='" + name + ",']");
  }

  private void finger(String what, double x, double y) {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    JsonArray points = new JsonArray();
    if (!what.equals("touchEnd")) {
      points.add(point);
    }
    JsonObject event = new JsonObject();
    event.addProperty("type", what);
    event.add("touchPoints", points);
    devtools.send("Input.dispatchTouchEvent", event);
  }

  /** From the middle of a card, this far; held first for as long. */
  private void swipe(Locator card, double dx, double dy, int held) {
    BoundingBox box = card.boundingBox();
    double x = box.x + box.width / 2;
    double y = Math.min(box.y + box.height / 2, 560);
    finger("touchStart", x, y);
    page.waitForTimeout(held);
    for (int step = 1; step <= STEPS; step++) {
      finger("touchMove", x + dx * step / STEPS, y + dy * step / STEPS);
      page.waitForTimeout(16);
    }
    finger("touchEnd", 0, 0);
  }

  private void tap(Locator what) {
    what.waitFor();
    what.evaluate(BRING);
    page.waitForTimeout(LAID_OUT_MS);
    BoundingBox box = what.boundingBox();
    finger("touchStart", box.x + box.width / 2, box.y + box.height / 2);
    finger("touchEnd", 0, 0);
  }

  private double scrolled(String what) {
    return ((Number) page.evaluate(what)).doubleValue();
  }

  /** Its column first, at which the board comes to rest. */
  private static final String BRING =
      "it => { it.closest('section')?.scrollIntoView({ inline: 'start', block: 'nearest' });"
          + " it.scrollIntoView({ block: 'center', inline: 'nearest' }); }";

  private static final String Y = "scrollY";
  private static final String X = "document.querySelector('.board').scrollLeft";

  @Test
  void aFingerOnACardScrollsThePageAndTheBoard() {
    double before = scrolled(Y);
    swipe(cards().nth(1), 0, -DOWN, 0);
    page.waitForCondition(() -> scrolled(Y) > before + DOWN / 3.0);
    page.evaluate("scrollTo(0, 0)");
    cards().first().scrollIntoViewIfNeeded();
    swipe(cards().first(), -ASIDE, 0, 0);
    page.waitForCondition(() -> scrolled(X) > ASIDE / 3.0);
    look.keep(page, "board-touched", false);
  }

  @Test
  void aFingerThatStaysMovesACardOrNothingAndTrapsNobody() {
    swipe(cards().nth(1), 0, 80, LONG_PRESS_MS);
    page.keyboard().press("Escape"); // what a long press may have opened
    double before = scrolled(Y);
    swipe(cards().nth(1), 0, -DOWN, 0);
    page.waitForCondition(() -> scrolled(Y) > before + DOWN / 3.0);
    assertThat(page.locator(".board .moving")).hasCount(0);
    assertThat(page.locator(".board .over")).hasCount(0);
  }

  @Test
  void theMenuOfACardMovesItByAFinger() {
    String title = cards().first().locator("[data-row]").innerText();
    tap(page.locator(".board .card .state-menu").first());
    page.waitForTimeout(LAID_OUT_MS);
    look.keep(page, "board-tapped", false);
    tap(page.getByRole(AriaRole.MENUITEMRADIO).filter(saying("Waiting")));
    assertThat(column("Waiting").locator(".card").filter(saying(title))).hasCount(1);
    Locator undo =
        page.locator(".toast")
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"));
    tap(undo);
    assertThat(column("Waiting").locator(".card")).hasCount(0);
  }

  private static Locator.FilterOptions saying(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
