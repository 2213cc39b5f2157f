package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A convenor puts threads in order; a member makes an issue of a message in one. */
class ThreadsTest extends OnStage {
  private static final String LISTS = Visitor.WORKSPACE + "/lists/";

  private Visitor amina;
  private Visitor ngozi;

  @BeforeEach
  void bothSitDown() {
    amina = stage.seated("amina");
    ngozi = stage.seated("ngozi");
  }

  @AfterEach
  void neitherPageComplained() {
    assertThat(amina.complaints()).isEmpty();
    assertThat(ngozi.complaints()).isEmpty();
    amina.close();
    ngozi.close();
  }

  private static Locator item(Visitor visitor, String name) {
    return visitor
        .page()
        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void choose(Visitor visitor, String name) {
    visitor.page().locator("main header button[aria-haspopup=menu]").click();
    item(visitor, name).click();
  }

  @Test
  void aThreadIsRenamedPinnedAndLockedAndUnlockedAgain() {
    String thread = started("What we ask of the agency");
    amina.go(thread);
    ngozi.go(thread);

    choose(amina, "Rename thread");
    amina.page().getByLabel("Title").fill("What we ask of both agencies");
    amina
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rename").setExact(true))
        .click();
    assertThat(ngozi.page().locator("h1")).hasText("What we ask of both agencies");

    choose(amina, "Lock thread");
    assertThat(ngozi.page().locator("form.composer")).hasCount(0);
    look.at(ngozi.page(), "thread-locked");
    choose(amina, "Unlock thread");
    assertThat(ngozi.page().locator("form.composer")).hasCount(1);

    choose(amina, "Pin for everyone");
    started("Something later");
    ngozi.go(LISTS + "civil");
    assertThat(ngozi.page().locator("[data-rows] li").first())
        .containsText("What we ask of both agencies");
    look.at(ngozi.page(), "thread-pinned");
  }

  private static Locator dialog(Visitor visitor) {
    return visitor.page().locator("[role=dialog]");
  }

  private static void press(Visitor visitor, String name) {
    visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static Locator undo(Visitor visitor) {
    return visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo").setExact(true));
  }

  private static String idOf(String page) {
    return page.substring(page.lastIndexOf('/') + 1);
  }

  @Test
  void aThreadIsMovedToAnotherListAndBack() {
    String thread = started("Where this belongs");
    amina.go(thread);
    ngozi.go(thread);

    choose(amina, "Move to another list");
    assertThat(dialog(amina).getByRole(AriaRole.RADIO).first()).isVisible();
    assertThat(dialog(amina).locator("[data-will-see]")).isVisible();
    look.at(amina.page(), "thread-move");
    dialog(amina).locator("input[value=coalition]").check();
    press(amina, "Move");
    undo(amina).hover(); // it stays while somebody points at it
    assertThat(ngozi.page().locator("main header a[href$='/lists/coalition']")).hasCount(1);
    assertThat(ngozi.page().locator("main ul a[href$='/lists/civil']")).hasCount(1);

    ngozi.go(LISTS + "civil");
    Locator line = ngozi.page().locator("ul[aria-label='Moved threads'] li");
    assertThat(line.filter(new Locator.FilterOptions().setHasText("Where this belongs")))
        .hasCount(1);
    look.at(ngozi.page(), "thread-left");
    undo(amina).click();
    assertThat(line.filter(new Locator.FilterOptions().setHasText("Where this belongs")))
        .hasCount(0);
    assertThat(ngozi.page().locator("[data-rows] .card li a").filter(named("Where this belongs")))
        .hasCount(1);
  }

  @Test
  void aThreadIsSplitByKeyboardAndJoinedAgain() {
    String thread = started("Two matters");
    amina.act(
        "/threads/" + idOf(thread) + "/entries", new JsonObject().put("text", "Another matter."));
    amina.go(thread);
    Locator second = amina.page().locator("article").last();
    assertThat(second).containsText("Another matter.");
    second.locator("footer button[aria-haspopup=menu]").last().focus();
    amina.page().keyboard().press("Enter");
    item(amina, "Split thread from here").focus();
    amina.page().keyboard().press("Enter");
    assertThat(dialog(amina)).containsText("1 message moves to the new thread.");
    dialog(amina).getByLabel("Title").fill("The other matter");
    look.at(amina.page(), "thread-split");
    amina.page().keyboard().press("Enter");

    assertThat(amina.page().locator("h1")).hasText("The other matter");
    undo(amina).hover(); // it stays while somebody points at it
    assertThat(amina.page().locator("article")).hasCount(1);
    assertThat(amina.page().locator("main ul a").filter(named("Two matters"))).hasCount(1);
    ngozi.go(thread);
    assertThat(ngozi.page().locator("main ul a").filter(named("The other matter"))).hasCount(1);
    assertThat(ngozi.page().locator("article")).hasCount(1);

    undo(amina).click();
    assertThat(amina.page().locator("h1")).hasText("Two matters");
    assertThat(amina.page().locator("article")).hasCount(2);
    assertThat(ngozi.page().locator("article")).hasCount(2);
  }

  private static Locator.FilterOptions named(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void twoThreadsBecomeOneAndTwoAgain() {
    String one = started("Bridge repairs in May");
    String other = started("Bridge repairs in June");
    amina.go(one);
    choose(amina, "Merge into another thread");
    Locator first = dialog(amina).locator("fieldset > div").first();
    assertThat(first).containsText("Bridge repairs in June");
    dialog(amina).getByLabel("Find a thread").fill("bridge june");
    assertThat(dialog(amina).locator("fieldset > div")).hasCount(1);
    dialog(amina).getByRole(AriaRole.RADIO).first().check();
    look.at(amina.page(), "thread-merge");
    press(amina, "Merge");

    assertThat(amina.page().locator("h1")).hasText("Bridge repairs in June");
    assertThat(amina.page().locator("article")).hasCount(2);
    ngozi.go(one);
    assertThat(ngozi.page().locator("h1")).hasText("Bridge repairs in June");
    assertThat(ngozi.page()).hasURL(Pattern.compile(".*" + idOf(other)));
    look.at(ngozi.page(), "thread-merged");

    press(amina, "Undo merge");
    assertThat(amina.page().locator("h1")).hasText("Bridge repairs in May");
    assertThat(amina.page().locator("article")).hasCount(1);
    assertThat(ngozi.page().locator("article")).hasCount(1);
  }

  @Test
  void aMessageBecomesAnIssueAndEachLeadsToTheOther() {
    ngozi.go(started("Twenty-four hours"));
    ngozi.page().locator("article footer button[aria-haspopup=menu]").last().click();
    item(ngozi, "Make an issue").click();
    ngozi.page().getByRole(AriaRole.RADIO).first().check();
    ngozi
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
        .click();
    assertThat(ngozi.page().getByLabel("Title")).hasValue("Twenty-four hours");
    ngozi.page().locator("[role=dialog] form .spread button").last().click();

    assertThat(ngozi.page().locator("h1")).containsText("Twenty-four hours");
    ngozi.page().locator("[aria-label='Related issues'] a").first().click();
    assertThat(ngozi.page().locator("[aria-label=Related] a")).containsText("Twenty-four hours");
    look.at(ngozi.page(), "message-related");
  }

  private String started(String subject) {
    JsonObject words =
        new JsonObject().put("subject", subject).put("text", "They give us a day to answer.");
    String id = ngozi.act("/lists/civil/threads", words).getString("id");
    return Visitor.WORKSPACE + "/threads/" + id;
  }
}
