package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Anyone who changes a row by keys stands on it where it is then; what was changed can be put back,
 * as far as nobody else changed it since.
 */
class MovedRowsTest extends OnStage {
  private static final String LIST = Visitor.WORKSPACE + "/trackers/COP?q=label%3Amoved";
  private static final String FIRST = "First of the moved";
  private static final String SECOND = "Second of the moved";

  private Visitor who;
  private Page page;
  private String first;
  private String second;

  @BeforeEach
  void twoOpenIssuesAlone() {
    who = stage.seated("ngozi");
    page = who.page();
    for (Object before : found()) {
      who.change(
          "/issues/" + ((JsonObject) before).getString("id"),
          new JsonObject().put("labels", List.of()));
    }
    second = opened(SECOND);
    first = opened(FIRST);
  }

  @AfterEach
  void leaves() {
    // that somebody else was faster is answered so, and dealt with
    assertThat(who.complaints()).allMatch(one -> one.contains("409 (Conflict)"));
    who.close();
  }

  private Iterable<Object> found() {
    return who.read("/trackers/COP/issues?q=label%3Amoved").getJsonArray("items");
  }

  private String opened(String title) {
    JsonObject issue = new JsonObject().put("title", title).put("labels", List.of("moved"));
    return who.act("/trackers/COP/issues", issue).getString("id");
  }

  private String state(String issue) {
    return who.read("/issues/" + issue).getJsonObject("issue").getString("state");
  }

  private Locator row(String title) {
    return page.locator("[data-row]").filter(new Locator.FilterOptions().setHasText(title));
  }

  /** On the row itself, or on something of it. */
  private void standsOn(String title) {
    Locator within = page.locator("li[data-key]:focus-within");
    assertThat(within.locator("[data-row]")).hasText(title);
  }

  private void moveByKeys(String state) {
    page.keyboard().press("s");
    page.getByRole(AriaRole.MENUITEMRADIO)
        .filter(new Locator.FilterOptions().setHasText(state))
        .focus();
    page.keyboard().press("Enter");
  }

  private Locator toast(String words) {
    return page.locator(".toast").filter(new Locator.FilterOptions().setHasText(words));
  }

  @Test
  void theFocusGoesWithTheRow() {
    who.go(LIST);
    row(FIRST).focus();
    moveByKeys("Waiting");
    assertThat(toast("is now Waiting").first()).isVisible();
    standsOn(FIRST);

    who.go(LIST + "&group=state");
    row(FIRST).focus();
    moveByKeys("In progress");
    assertThat(toast("is now In progress").first()).isVisible();
    standsOn(FIRST);

    moveByKeys("Done");
    assertThat(row(FIRST)).hasCount(0);
    standsOn(SECOND);
  }

  @Test
  void whatIsReopenedIsClosedAgainUnlessSomebodyMovedItSince() {
    who.go(Visitor.WORKSPACE + "/issues/" + first);
    who.button("Close issue").click();
    who.button("Reopen").click();
    toast("is now Open").getByRole(AriaRole.BUTTON).first().click();
    assertThat(who.button("Reopen")).isVisible();
    assertThat(state(first)).isEqualTo("DONE");

    who.button("Reopen").click();
    toast("is now Open").first().waitFor();
    try (Visitor tobi = stage.seated("tobi")) {
      tobi.change("/issues/" + first, new JsonObject().put("state", "WAITING"));
    }
    assertThat(page.locator(".state-menu[aria-label$='Waiting']").first()).isVisible();
    toast("is now Open").getByRole(AriaRole.BUTTON).first().click();
    assertThat(toast("Someone changed this while you were writing")).isVisible();
    assertThat(state(first)).isEqualTo("WAITING");
  }

  @Test
  void whatWasChangedInManyIsPutBackWhereItStillStands() {
    who.go(LIST);
    for (Object box : page.locator("[data-rows] input[type=checkbox]").all()) {
      ((Locator) box).check();
    }
    page.keyboard().press("b");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.locator("select").first().selectOption("WAITING");
    dialog.locator("button.primary").click();
    Locator bar = page.locator("section[data-over]");
    assertThat(bar).containsText("2 issues changed");
    try (Visitor tobi = stage.seated("tobi")) {
      tobi.change("/issues/" + first, new JsonObject().put("state", "IN_PROGRESS"));
      tobi.change("/issues/" + second, new JsonObject().put("priority", "HIGH"));
    }
    assertThat(page.locator(".state-menu[aria-label$='In progress']").first()).isVisible();
    assertThat(page.locator(".pressing").first()).isVisible();

    bar.getByText("Undo").click();

    assertThat(bar).containsText("Someone changed this while you were writing");
    assertThat(state(first)).isEqualTo("IN_PROGRESS");
    assertThat(state(second)).isEqualTo("OPEN");
  }
}
