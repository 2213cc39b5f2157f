package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ngozi answers on a small phone: the words have most of the room, who will see them stays in
 * sight, and what sends them stands above the keys.
 */
class PhoneWritingTest extends OnStage {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 640;

  /** What the keys leave of it. */
  private static final int ABOVE_KEYS = 340;

  private static final int TOUCH = 44;
  private static final String LONG = "A line of what we found.\n".repeat(30);

  /** A browser that lays its keys over the page, and says so by its visual viewport alone. */
  private static final String KEYS_OVER_THE_PAGE =
      """
      const view = Object.assign(new EventTarget(), { height: 640, offsetTop: 0, scale: 1 });
      Object.defineProperty(window, 'visualViewport', { value: view });
      """;

  private static Visitor withAPhone(String language) {
    Visitor visitor = stage.seated("ngozi");
    visitor.page().setViewportSize(WIDTH, HEIGHT);
    JsonObject touch = new JsonObject();
    touch.addProperty("enabled", true);
    visitor
        .context()
        .newCDPSession(visitor.page())
        .send("Emulation.setTouchEmulationEnabled", touch);
    visitor.page().addInitScript("localStorage.setItem('caucus.language', '" + language + "')");
    return visitor;
  }

  private static String thread(Visitor who) {
    JsonArray all = who.read("/lists/coalition/threads").getJsonArray("items");
    return Visitor.WORKSPACE + "/threads/" + all.getJsonObject(0).getString("id");
  }

  private static Locator field(Page page) {
    return page.locator("form.composer textarea");
  }

  private static BoundingBox box(Locator of) {
    return of.boundingBox();
  }

  /** All that can be pressed in the box is on the screen, whole, and finds a finger. */
  private static void standsWithin(Page page, int height) {
    for (Locator one : page.locator("form.composer button:visible").all()) {
      BoundingBox at = box(one);
      String what = one.evaluate("b => b.outerHTML").toString();
      assertThat(at.width).as(what).isGreaterThanOrEqualTo(TOUCH - 0.5);
      assertThat(at.height).as(what).isGreaterThanOrEqualTo(TOUCH - 0.5);
      assertThat(at.x).as(what).isGreaterThanOrEqualTo(0);
      assertThat(at.x + at.width).as(what).isLessThanOrEqualTo(WIDTH);
      assertThat(at.y + at.height).as(what).isLessThanOrEqualTo(height);
    }
    assertThat(page.locator("form.composer .send")).isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "ar"})
  void theWordsHaveMostOfTheBoxAndItsReadersStayInSight(String language) {
    try (Visitor ngozi = withAPhone(language)) {
      Page page = ngozi.page();
      ngozi.go(thread(ngozi));
      field(page).fill("We counted eleven notices.");
      page.locator("[data-will-see]:visible").waitFor();
      standsWithin(page, HEIGHT);
      look.as(page, "phone-writing-" + language, WIDTH, HEIGHT);

      page.setViewportSize(WIDTH, ABOVE_KEYS);
      field(page).fill(LONG);
      standsWithin(page, ABOVE_KEYS);
      double whole = box(page.locator("form.composer")).height;
      assertThat(box(field(page)).height).isGreaterThan(whole / 2);
      assertThat(page.locator(".bottom nav")).isHidden();
      look.as(page, "phone-keys-" + language, WIDTH, ABOVE_KEYS);

      seesWhoAndGoesBack(page);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      look.as(page, "phone-keys-dark-" + language, WIDTH, ABOVE_KEYS);
      field(page).fill("");
    }
  }

  /** Head count and names in two lines; one press shows every organisation. */
  private static void seesWhoAndGoesBack(Page page) {
    Locator see = page.locator("[data-will-see]:visible");
    assertThat(see).containsText("Brightline");
    double folded = box(see).height;
    assertThat(folded).isLessThanOrEqualTo(TOUCH + 8);
    see.locator("button").click();
    assertThat(see.locator("button")).hasAttribute("aria-expanded", "true");
    assertThat(box(see).height).isGreaterThan(folded);
    assertThat(page.locator("form.composer .send")).isInViewport();
    see.locator("button").click();
    assertThat(see.locator("button")).isFocused();
  }

  @Test
  void whatIsHalfWrittenLeavesTheScreenToWhatIsRead() {
    try (Visitor ngozi = withAPhone("en")) {
      Page page = ngozi.page();
      ngozi.go(thread(ngozi));
      field(page).fill(LONG);
      page.locator("h1").click();
      assertThat(page.locator(".bottom nav")).isVisible();
      assertThat(box(page.locator("form.composer")).height).isLessThan(HEIGHT / 3.0);
      standsWithin(page, HEIGHT);
      field(page).fill("");
    }
  }

  @Test
  void howItWillLookIsTwoTapsAway() {
    try (Visitor ngozi = withAPhone("en")) {
      Page page = ngozi.page();
      ngozi.go(thread(ngozi));
      field(page).fill("**Eleven** notices");
      ngozi.button("Formatting").click();
      ngozi.button("Preview").click();
      assertThat(page.locator("form.composer .preview strong")).hasText("Eleven");
      standsWithin(page, HEIGHT);
      look.as(page, "phone-preview", WIDTH, HEIGHT);
      field(page).fill("");
    }
  }

  @Test
  void keysThatLieOverThePageDoNotHideWhatSends() {
    try (Visitor ngozi = withAPhone("en")) {
      Page page = ngozi.page();
      page.addInitScript(KEYS_OVER_THE_PAGE);
      ngozi.go(thread(ngozi));
      field(page).fill("We counted eleven notices.");
      page.evaluate(
          "height => { visualViewport.height = height;"
              + " visualViewport.dispatchEvent(new Event('resize')) }",
          ABOVE_KEYS);
      standsWithin(page, ABOVE_KEYS);
      field(page).fill("");
    }
  }

  /**
   * Anyone who reads at the top and sends sees what became of it, and that it is no news to them.
   */
  @Test
  void whatWasSentIsSeenWhereItStands() {
    try (Visitor ngozi = withAPhone("en")) {
      Page page = ngozi.page();
      ngozi.go(thread(ngozi));
      page.evaluate("scrollTo(0, 0)");
      field(page).fill("We sent it to the agency.\n\n" + LONG);
      page.locator("form.composer .send").click();

      assertThat(page.getByRole(AriaRole.BUTTON).getByText("Undo send")).isVisible();
      assertThat(page.locator("article").last()).isInViewport();
      assertThat(page.locator(".entries [role=separator]")).hasCount(0);
    }
  }
}
