package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is told in a few words, with its undo, lies over nothing that somebody needs, and is come to
 * by keys.
 */
class NoticesPageTest extends OnStage {
  private static final int MOST_TABS = 80;
  private static final String LONG =
      "We have asked the agency, and wait for its answer.\n\n".repeat(12);

  /** Whether a notice lies over what is named; what is not on the page is not covered. */
  private static final String OVER =
      """
      async what => {
        const frame = () => new Promise(requestAnimationFrame);
        // a menu that closes gives the focus back some frames later
        for (let n = 0; what === 'focus' && document.activeElement === document.body && n < 300; n++) await frame();
        await frame();
        await frame();
        const one = what === 'focus' ? document.activeElement
          : [...document.querySelectorAll(what)].filter(it => it.checkVisibility()).at(-1);
        if (!one) throw new Error('there is no ' + what);
        const at = one.getBoundingClientRect();
        const over = [...document.querySelectorAll('.toast')].map(toast => toast.getBoundingClientRect()).find(box =>
          box.left < at.right && at.left < box.right && box.top < at.bottom && at.top < box.bottom);
        return over ? one.outerHTML.slice(0, 300) + JSON.stringify([at, over, scrollY, innerHeight]) : '';
      }\
      """;

  private static String issue(Visitor by, String title) {
    JsonObject issue = new JsonObject().put("title", title).put("description", LONG);
    String id = by.act("/trackers/COP/issues", issue).getString("id");
    by.act("/issues/" + id + "/entries", new JsonObject().put("text", "The last word on it."));
    return id;
  }

  private static Locator toast(Page page) {
    return page.locator(".toast");
  }

  private static Locator undo(Page page) {
    return toast(page).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"));
  }

  private static void coversNone(Page page, String... what) {
    for (String one : what) {
      assertThat(page.evaluate(OVER, one)).as(one).isEqualTo("");
    }
  }

  @ParameterizedTest(name = "{0} x {1}")
  @CsvSource({"360, 640", "1440, 900", "1024, 700"})
  void theBoxOneWritesInAndTheLastWordsStayInSight(int width, int height) {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      String id = issue(ngozi, "Notices: told at " + width);
      page.setViewportSize(width, height);
      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      page.locator("form.composer textarea").fill("Half a thought");
      page.evaluate(
          "[document.scrollingElement, document.querySelector('section.issue')]"
              + ".forEach(one => one.scrollTop = one.scrollHeight)");
      page.keyboard().press("Escape");
      ngozi.button("Close issue").first().evaluate("button => button.click()"); // without scrolling
      undo(page).waitFor();
      look.keep(page, "notices-composer-" + width, false);

      coversNone(page, "form.composer", "form.composer [type=submit]", "article");
      assertThat(page.locator("article").last()).isInViewport();
      assertThat(page.locator("form.composer [type=submit]")).isInViewport();
    }
  }

  @Test
  void whatIsPressedAndTheLastRowStayInSight() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      for (int n = 1; n <= 9; n++) {
        issue(ngozi, "Notices: row " + n);
      }
      Page page = ngozi.page();
      page.setViewportSize(360, 640);
      ngozi.go(Visitor.WORKSPACE + "/trackers/COP?q=%22notices%3A+row%22");
      page.locator(".issue").last().scrollIntoViewIfNeeded();
      page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      Locator last = page.locator(".list .issue").last();
      last.locator(".state-menu").click();
      Locator waiting = page.getByRole(AriaRole.MENUITEMRADIO).filter(saying("Waiting"));
      assertThat(waiting).isInViewport(); // the menu has come to its place: nothing scrolls to it
      waiting.click();
      undo(page).waitFor();
      look.keep(page, "notices-list-360", false);
      coversNone(page, "focus", ".list .issue", "nav[aria-label] a");

      // what was chosen of them has a bar there, too
      page.locator(".list .issue input[type=checkbox]").last().check();
      look.keep(page, "notices-chosen-360", false);
      coversNone(page, "section[aria-label='Selection']", "focus");
      assertThat(page.evaluate(UNDER_THE_BAR)).isEqualTo(false);
    }
  }

  @Test
  void itIsComeToByKeysAndLeadsBack() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      String id = issue(ngozi, "Notices: by keys");
      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      ngozi.button("Close issue").first().focus();
      page.keyboard().press("Enter");
      undo(page).waitFor();
      assertThat(ngozi.button("Reopen").first()).isFocused();
      look.at(page, "notices");
      Look.undress(page);
      assertThat(page.locator(".toasts")).hasAttribute("aria-live", "polite");

      // it waits for the person who stands in it, and Escape puts it away
      for (int tabs = 0; tabs < MOST_TABS && !page.evaluate(IN_TOAST).equals(true); tabs++) {
        page.keyboard().press("Tab");
      }
      assertThat(undo(page)).isFocused();
      page.keyboard().press("Escape");
      assertThat(toast(page)).hasCount(0);
      assertThat(page.locator("form.composer :focus")).hasCount(1);
      page.keyboard().press("Escape");
      assertThat(ngozi.button("Reopen").first()).isVisible();

      // by the palette, also where letters do not act by themselves
      ngozi.button("Reopen").first().click();
      ngozi.button("Close issue").first().click();
      undo(page).last().waitFor();
      page.keyboard().press("Control+k");
      page.locator(".palette input:focus").waitFor();
      page.keyboard().type("undo");
      page.keyboard().press("Enter");
      assertThat(ngozi.button("Close issue").first()).isVisible();
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  private static final String UNDER_THE_BAR =
      "document.activeElement.getBoundingClientRect().bottom >"
          + " document.querySelector('[data-over]').getBoundingClientRect().top";
  private static final String IN_TOAST = "document.activeElement.closest('.toast') !== null";

  private static Locator.FilterOptions saying(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
