package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a browser keeps of somebody who types: it survives a reload and a bad line, and the person
 * who takes the device when no session is left reads none of it.
 */
@Tag(OnStage.KEEPS_PROGRAM)
class KeptTest extends OnStage {
  /** All that lies in the browser's storage of this site, names too. */
  private static final String STORAGE =
      "() => JSON.stringify([{...localStorage}, {...sessionStorage}])";

  private static final String SEALED =
      "() => JSON.stringify(Object.entries(localStorage).filter(e => e[0].includes('.kept.')))";

  private static final String SECRET = "Nobody names the source before Thursday";
  private static final String THREADS = "/lists/coalition/threads";

  private static String thread(Visitor who) {
    String id = who.read(THREADS).getJsonArray("items").getJsonObject(0).getString("id");
    return Visitor.WORKSPACE + "/threads/" + id;
  }

  private static Locator reply(Visitor who) {
    return who.page().getByLabel("Write a reply").last();
  }

  /**
   * What lies in the storage once something sealed does that was not there before; when the reader
   * looked last at the workspace is sealed there, too.
   */
  private static String more(Visitor who, Runnable act) {
    who.settle();
    Object before = who.page().evaluate(SEALED);
    act.run();
    who.page().waitForFunction("b => (" + SEALED + ")() !== b", before);
    return (String) who.page().evaluate(STORAGE);
  }

  private static void saysNothing(String storage) {
    assertThat(storage)
        .doesNotContain("Thursday", "source", "code-of-practice", "thread", "CIVIL", "EVERYONE");
  }

  @Test
  void aDraftSurvivesAReloadAndIsNoiseOnTheDisk() {
    try (Visitor tobi = stage.seated("tobi")) {
      String thread = thread(tobi);
      tobi.go(thread);
      saysNothing(more(tobi, () -> reply(tobi).fill(SECRET)));

      tobi.go(thread);
      assertThat(reply(tobi)).hasValue(SECRET);
    }
  }

  @Test
  void aPostMadeWithoutALineIsSealedToo() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      String thread = thread(ngozi);
      ngozi.go(thread);
      ngozi.context().setOffline(true);
      more(ngozi, () -> reply(ngozi).fill(SECRET + ", said without a line"));
      saysNothing(more(ngozi, () -> reply(ngozi).press("Control+Enter")));

      ngozi.context().setOffline(false);
      Locator said =
          ngozi.page().locator("article").getByText(SECRET + ", said without a line").first();
      assertThat(said).isVisible();
    }
  }

  @Test
  void whenTheSessionWasEndedElsewhereNothingIsReadAndItsOwnerFindsItAgain() {
    try (Visitor seized = stage.seated("amina");
        Visitor desk = stage.seated("amina")) {
      String thread = thread(seized);
      seized.go(thread);
      more(seized, () -> reply(seized).fill(SECRET));

      desk.go(thread);
      desk.page().evaluate("() => fetch('/api/sessions', { method: 'DELETE' })");

      // whether it is touched or not: its stream closes, and then it asks and is refused
      seized.page().waitForURL("**/sign-in**");
      assertThat(seized.button("Send code")).isVisible();
      assertThat(seized.page().getByText("Your session has ended.")).containsText("are kept");
      saysNothing((String) seized.page().evaluate(STORAGE));
      assertThat(seized.page().content()).doesNotContain("Thursday");
      assertThat(seized.page().evaluate("async () => (await fetch('/api/session/key')).status"))
          .isEqualTo(401);

      seized.sitDown("amina");
      seized.go(thread);
      assertThat(reply(seized)).hasValue(SECRET);
    }
  }

  @Test
  void somebodyElseInTheSameBrowserReadsNothingOfIt() {
    try (Visitor shared = stage.seated("tobi")) {
      String thread = thread(shared);
      shared.go(thread);
      more(shared, () -> reply(shared).fill(SECRET));

      shared.sitDown("ngozi");
      shared.go(thread);
      assertThat(reply(shared)).hasValue("");
      saysNothing((String) shared.page().evaluate(STORAGE));
    }
  }

  @Test
  void signingOutLeavesNothing() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(Visitor.WORKSPACE);
      ngozi.go(thread(ngozi));
      more(ngozi, () -> reply(ngozi).fill(SECRET));

      ngozi.page().locator(".account").first().click();
      ngozi
          .page()
          .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
          .click();
      ngozi.page().waitForURL("**/sign-in**");

      assertThat((String) ngozi.page().evaluate(STORAGE)).isEqualTo("[{},{}]");
    }
  }
}
