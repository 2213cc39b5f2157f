package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bell in two tabs of one person: by mouse and keyboard, at a desk and on a phone. */
class BellPanelTest extends OnStage {
  private static final Pattern NONE = Pattern.compile("none unread$");

  private static Locator bell(Page page) {
    return page.locator("button.bell:visible");
  }

  private static Pattern unread(int n) {
    return n == 0 ? NONE : Pattern.compile(": " + n + " unread$");
  }

  private static Locator rows(Page page) {
    return page.locator(".dialog [data-row]");
  }

  private static String assign(Visitor by, String seat, String title) {
    return by.act(
            "/trackers/COP/issues",
            new JsonObject()
                .put("title", title)
                .put("audience", "EVERYONE")
                .put("assignees", new JsonArray().add(seat)))
        .getString("id");
  }

  @Test
  void whatIsAssignedRingsInBothTabsAndIsReadInBoth() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      Page one = ngozi.page();
      Page two = ngozi.context().newPage();
      String seat = ngozi.read("").getString("seat");
      ngozi.go(Visitor.WORKSPACE);
      two.navigate(stage.base() + Visitor.WORKSPACE);
      bell(two).waitFor();
      one.keyboard().press("i");
      one.locator(".dialog").waitFor();
      if (one.getByText("Mark all as read").isVisible()) {
        one.getByText("Mark all as read").click();
      }
      one.keyboard().press("Escape");
      assertThat(bell(two)).hasAttribute("aria-label", NONE);

      assign(amina, seat, "Removal within 24 hours of a notice");
      assign(amina, seat, "Who may appeal, and to whom");
      assertThat(bell(one)).hasAttribute("aria-label", Pattern.compile("2 unread$"));
      assertThat(bell(two)).hasAttribute("aria-label", Pattern.compile("2 unread$"));

      one.keyboard().press("i");
      rows(one).first().waitFor();
      one.keyboard().press("j");
      one.keyboard().press("j");
      assertThat(rows(one).nth(1)).isFocused();
      Look.atTheDesk(one);
      look.at(one, "bell");
      Look.atTheDesk(one);
      one.evaluate("document.documentElement.dir = 'ltr'");
      rows(one).nth(1).focus();
      one.keyboard().press("Enter");
      one.locator("h1").getByText("Removal within 24 hours").waitFor();
      assertThat(bell(two)).hasAttribute("aria-label", Pattern.compile("1 unread$"));

      one.reload();
      assertThat(bell(one)).hasAttribute("aria-label", Pattern.compile("1 unread$"));
      bell(one).click();
      one.getByText("Mark all as read").click();
      assertThat(bell(two)).hasAttribute("aria-label", NONE);
      one.locator(".dialog").getByText("Undo: mark as unread").click();
      assertThat(bell(two)).hasAttribute("aria-label", Pattern.compile("1 unread$"));
      two.close();
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void whatOpensBeforeOnesEyesIsRead() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String seat = dara.read("").getString("seat");
      dara.go(Visitor.WORKSPACE);
      int before = dara.read("/bell").getInteger("unread");
      assertThat(bell(dara.page())).hasAttribute("aria-label", unread(before));
      String id = assign(amina, seat, "A form for notices");
      assertThat(bell(dara.page())).hasAttribute("aria-label", unread(before + 1));

      dara.go(Visitor.WORKSPACE + "/issues/" + id);
      assertThat(bell(dara.page())).hasAttribute("aria-label", unread(before));
    }
  }

  /** Puts another tab in front of this one, or this one back. */
  private static void shows(Page page, String state) {
    page.evaluate(
        """
        state => {
          Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """,
        state);
  }

  @Test
  void whatCameWhileAnotherTabWasInFrontIsReadWhenThisOneIs() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String seat = dara.read("").getString("seat");
      String id = assign(amina, seat, "Who keeps a copy");
      dara.go(Visitor.WORKSPACE + "/issues/" + id);
      dara.settle();
      int before = dara.read("/bell").getInteger("unread");
      assertThat(bell(dara.page())).hasAttribute("aria-label", unread(before));
      shows(dara.page(), "hidden");
      amina.act("/issues/" + id + "/entries", new JsonObject().put("text", "For how long?"));
      assertThat(bell(dara.page())).hasAttribute("aria-label", unread(before + 1));

      shows(dara.page(), "visible");
      assertThat(bell(dara.page())).hasAttribute("aria-label", unread(before));
    }
  }
}
