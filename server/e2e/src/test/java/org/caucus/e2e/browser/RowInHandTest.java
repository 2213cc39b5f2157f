package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * On a line that takes its time, what somebody did to a row moves it, or takes it away, when they
 * are long back on it: they stay on it, or stand on the next one.
 */
class RowInHandTest extends OnStage {
  private static final String ROW =
      "document.activeElement.closest('[data-key]')?.dataset.key ?? 'nowhere'";
  private static int round;

  private final List<Route> held = new ArrayList<>();
  private final List<String> ids = new ArrayList<>();
  private Visitor ngozi;
  private Page page;

  @BeforeEach
  void hasFiveRows() {
    ngozi = stage.seated("ngozi");
    page = ngozi.page();
    String word = "inhand" + ++round;
    for (int n = 1; n <= 5; n++) {
      JsonObject issue = new JsonObject().put("title", word + " " + n).put("due", "2027-01-0" + n);
      ids.add(0, ngozi.act("/trackers/COP/issues", issue).getString("id"));
    }
    ngozi.go(Visitor.WORKSPACE + "/trackers/COP?sort=changed&q=" + word);
    assertThat(page.locator(".list .issue")).hasCount(5);
    page.route("**/issues/**", held::add);
  }

  @AfterEach
  void leaves() {
    ngozi.close();
  }

  private void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private void standsOn(String id) {
    page.waitForCondition(() -> id.equals(page.evaluate(ROW)));
  }

  /** Chooses a state by its menu, and comes back to the row before the server has answered. */
  private void chooses(String state, String id) {
    press("s");
    page.getByRole(AriaRole.MENUITEMRADIO).first().waitFor();
    page.getByRole(AriaRole.MENUITEMRADIO)
        .filter(new Locator.FilterOptions().setHasText(state))
        .focus();
    press("Enter");
    standsOn(id);
    page.waitForCondition(() -> !held.isEmpty());
  }

  private void answers() {
    held.forEach(Route::resume);
    held.clear();
    page.locator(".toast").first().waitFor();
  }

  @Test
  void aRowThatMovesUpKeepsTheFocus() {
    press("j", "j", "j");
    standsOn(ids.get(2));
    chooses("Waiting", ids.get(2));
    answers();

    assertThat(page.locator(".list .issue").first()).containsText("Waiting");
    standsOn(ids.get(2));
    press("d"); // what is done next is done to it, and j goes on from where it stood
    page.locator("[data-key='" + ids.get(2) + "'] input[type=date]").waitFor();
    press("Escape", "j");
    standsOn(ids.get(3));
    press("k");
    standsOn(ids.get(1));
  }

  @Test
  void aRowThatLeavesGivesItToTheNext() {
    press("j", "j");
    chooses("Done", ids.get(1));
    answers();

    assertThat(page.locator(".list .issue")).hasCount(4);
    standsOn(ids.get(2));
    press("x");
    assertThat(page.locator("[data-key='" + ids.get(2) + "'] input")).isChecked();
  }

  @Test
  void aDateIsSetWhereTheRowComesToStand() {
    press("j", "j", "j", "d");
    page.locator(".list input[type=date]").waitFor();
    page.keyboard().type("03042027");
    press("Enter");
    page.waitForCondition(() -> !held.isEmpty());
    held.forEach(Route::resume);

    assertThat(page.locator(".list .issue").first()).containsText("inhand" + round + " 3");
    standsOn(ids.get(2));
  }

  @Test
  void aKeyPressedAgainBeforeTheServerAnsweredTakesTheCardOn() {
    ngozi.go(Visitor.WORKSPACE + "/trackers/COP?view=board&q=inhand" + round);
    page.locator("[data-row='" + ids.get(1) + "']").focus();
    press("Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft");
    page.waitForCondition(() -> !held.isEmpty());
    page.unroute("**/issues/**");
    held.forEach(Route::resume);

    assertThat(page.locator("[aria-label^='Waiting'] [data-key='" + ids.get(1) + "']")).isVisible();
    standsOn(ids.get(1));
    press("Shift+ArrowLeft");
    assertThat(page.locator("[aria-label^='In progress'] [data-key='" + ids.get(1) + "']"))
        .isVisible();
  }

  @Test
  void aCardIsFollowedToItsColumn() {
    ngozi.go(Visitor.WORKSPACE + "/trackers/COP?view=board&sort=changed&q=inhand" + round);
    page.locator("[data-row='" + ids.get(3) + "']").focus();
    press("j");
    standsOn(ids.get(4));
    chooses("Waiting", ids.get(4));
    answers();

    assertThat(page.locator("[aria-label^='Waiting'] [data-key='" + ids.get(4) + "']")).isVisible();
    standsOn(ids.get(4));
  }
}
