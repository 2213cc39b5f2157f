package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A matter moves over the board by mouse, by the menu of its card, and by keys alone. */
class BoardTest extends OnStage {
  private static final String BOARD =
      Visitor.WORKSPACE + "/trackers/COP?view=board&q=label%3Aboarded";
  private static final String TITLE = "Notice before a removal";

  @BeforeEach
  void anOpenIssueAlone() {
    try (Visitor tobi = stage.seated("tobi")) {
      for (Object before :
          tobi.read("/trackers/COP/issues?q=label%3Aboarded").getJsonArray("items")) {
        JsonObject none = new JsonObject().put("labels", List.of());
        tobi.change("/issues/" + ((JsonObject) before).getString("id"), none);
      }
      tobi.act(
          "/trackers/COP/issues",
          new JsonObject().put("title", TITLE).put("labels", List.of("boarded")));
    }
  }

  private static Locator column(Visitor of, String name) {
    return of.page().locator(".board > section[aria-label^='" + name + ",']");
  }

  private static Locator card(Locator in) {
    return in.locator("[data-row]").filter(new Locator.FilterOptions().setHasText(TITLE));
  }

  private static Locator said(Visitor to, String words) {
    return to.page()
        .locator("[aria-live], [role=status]")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first();
  }

  @Test
  void aCardIsDraggedAndBroughtBack() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(BOARD);
      look.at(ngozi.page(), "board-one");
      Look.undress(ngozi.page());

      card(column(ngozi, "Open")).dragTo(column(ngozi, "Waiting"));

      assertThat(card(column(ngozi, "Waiting"))).isVisible();
      assertThat(said(ngozi, "is now Waiting")).hasCount(1);
      card(column(ngozi, "Waiting")).dragTo(column(ngozi, "Done"));
      assertThat(card(column(ngozi, "Done"))).isVisible();
      ngozi
          .page()
          .locator(".toast")
          .filter(new Locator.FilterOptions().setHasText("is now Done"))
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
          .click();
      assertThat(card(column(ngozi, "Waiting"))).isVisible();
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void aCardSaysHowPressingItIsAndWhatItIsAbout() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      String issue = boarded(ngozi).getString("id");
      String one = "platforms with no office in the country";
      change(ngozi, issue, "URGENT", List.of("boarded", one));
      ngozi.go(BOARD);
      Locator card =
          ngozi
              .page()
              .locator(".board .card")
              .filter(new Locator.FilterOptions().setHasText(TITLE));
      assertThat(card).containsText("Urgent");
      assertThat(card.locator(".tag bdi")).hasText(new String[] {"boarded", one});
      look.at(ngozi.page(), "board-marks");
      Look.undress(ngozi.page());

      // what came live is shown as what was read; of many labels a card stays small
      change(ngozi, issue, "LOW", List.of("boarded", "appeals", "notice", "elections"));
      assertThat(card).containsText("Low");
      assertThat(card.locator(".tag bdi")).hasText(new String[] {"boarded", "appeals"});
      assertThat(card.locator(".tag").last()).containsText("+2");
      assertThat(card.locator(".tag").last()).containsText("notice, elections");
      change(ngozi, issue, "NORMAL", List.of("boarded"));
      assertThat(card).not().containsText("Low");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  private static JsonObject boarded(Visitor of) {
    return of.read("/trackers/COP/issues?q=label%3Aboarded").getJsonArray("items").getJsonObject(0);
  }

  private static void change(Visitor by, String issue, String priority, List<String> labels) {
    by.change("/issues/" + issue, new JsonObject().put("priority", priority).put("labels", labels));
  }

  @Test
  void theMenuOfACardDoesTheSame() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(BOARD);
      Page page = ngozi.page();
      card(column(ngozi, "Open")).focus();
      page.keyboard().press("s");
      page.getByRole(AriaRole.MENUITEMRADIO)
          .filter(new Locator.FilterOptions().setHasText("Declined"))
          .click();

      assertThat(card(column(ngozi, "Declined"))).isVisible();
      assertThat(said(ngozi, "is now Declined")).hasCount(1);
    }
  }

  @Test
  void shiftAndAnArrowTakeTheCardAlongAndTheFocusWithIt() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(BOARD);
      Page page = ngozi.page();
      page.keyboard().press("j");
      assertThat(card(column(ngozi, "Open"))).isFocused();
      page.keyboard().press("Shift+ArrowRight");
      assertThat(card(column(ngozi, "In progress"))).isFocused();
      assertThat(said(ngozi, "is now In progress")).hasCount(1);
      page.keyboard().press("Shift+ArrowRight");
      assertThat(card(column(ngozi, "Waiting"))).isFocused();
      page.keyboard().press("Shift+ArrowRight");
      assertThat(card(column(ngozi, "Done"))).isFocused();
      page.keyboard().press("Shift+ArrowLeft");
      assertThat(card(column(ngozi, "Waiting"))).isFocused();

      // from right to left the next column lies to the left
      page.evaluate("document.documentElement.dir = 'rtl'");
      page.keyboard().press("Shift+ArrowLeft");
      assertThat(card(column(ngozi, "Done"))).isFocused();
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void aDateThatIsNotWholeOrIsLeftByEscapeTakesNoDateAway() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      JsonObject issue =
          (JsonObject)
              ngozi
                  .read("/trackers/COP/issues?q=label%3Aboarded")
                  .getJsonArray("items")
                  .getValue(0);
      ngozi.change("/issues/" + issue.getString("id"), new JsonObject().put("due", "2031-05-05"));
      ngozi.go(BOARD);
      Page page = ngozi.page();
      Locator field = page.locator(".board input[type=date]");
      page.keyboard().press("j");
      page.keyboard().press("d");
      field.pressSequentially("07");
      page.keyboard().press("Escape");
      assertThat(field).hasCount(0);
      card(column(ngozi, "Open")).focus();
      page.keyboard().press("d");
      field.press("Backspace"); // of a date that was whole, one part is missing
      page.locator("h1").click();
      assertThat(field).hasCount(0);
      ngozi.settle();

      JsonObject now = ngozi.read("/issues/" + issue.getString("id")).getJsonObject("issue");
      assertThat(now.getString("due")).isEqualTo("2031-05-05");
      assertThat(now.getInteger("version")).isEqualTo(2);
    }
  }
}
