package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Ngozi saves how she looks at a tracker, shares it with her side, and a liaison learns nothing.
 */
class SavedViewsPageTest extends OnStage {
  private static final String TRACKER = Visitor.WORKSPACE + "/trackers/COP";
  private static final String SHARED = "Where the memo stands";

  private static void save(Visitor by, String name) {
    by.page().locator(".which").click();
    by.page().getByText("Save view…").click();
    by.page().getByLabel("View name").fill(name);
  }

  private static Locator offered(Visitor to, String name) {
    return to.page()
        .getByRole(AriaRole.MENUITEM)
        .filter(new Locator.FilterOptions().setHasText(name));
  }

  @Test
  void aViewIsSavedSharedOpenedByItsLinkChangedAndRemoved() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor tobi = stage.seated("tobi");
        Visitor dara = stage.seated("dara")) {
      tobi.go(TRACKER);
      dara.go(TRACKER);
      ngozi.go(TRACKER + "?q=is%3Aopen+assignee%3Ame&sort=due");
      save(ngozi, SHARED);
      ngozi.page().getByText("Others too").check();
      ngozi.page().locator(".dialog .pick").click();
      ngozi
          .page()
          .getByRole(AriaRole.MENUITEMRADIO)
          .filter(hasText("Civil society"))
          .last()
          .click();
      look.at(ngozi.page(), "save-view");
      Look.undress(ngozi.page());
      ngozi.button("Save").last().click();
      assertThat(ngozi.page()).hasURL(Pattern.compile("saved=[a-z0-9]+&q=.*sort=due"));
      String id = ngozi.page().url().replaceAll(".*saved=([a-z0-9]+).*", "$1");

      // live in the other's rail, and open by a link that says nothing of it
      assertThat(tobi.link(SHARED)).isVisible();
      tobi.link(SHARED).click();
      assertThat(tobi.page()).hasURL(Pattern.compile("q=is%3Aopen"));
      assertThat(tobi.page().locator(".which")).containsText(SHARED);

      // a liaison is neither shown it nor told what it filters
      assertThat(dara.link(SHARED)).hasCount(0);
      dara.go(TRACKER + "?saved=" + id);
      assertThat(dara.page().getByText("This view was removed or is not shared with you."))
          .isVisible();
      org.assertj.core.api.Assertions.assertThat(dara.page().url()).doesNotContain("q=");
      org.assertj.core.api.Assertions.assertThat(dara.read("").encode())
          .doesNotContain(SHARED)
          .doesNotContain("assignee:me");

      // what somebody else saved is not theirs to change
      tobi.button("Board").click();
      assertThat(tobi.page().getByText("Changed since saved")).isVisible();
      assertThat(tobi.button("Save change")).hasCount(0);

      ngozi.button("Board").click();
      ngozi.button("Save change").click();
      assertThat(ngozi.page().getByText("Changed since saved")).hasCount(0);
      ngozi.page().locator(".which").click();
      offered(ngozi, "Remove view").click();
      assertThat(ngozi.link(SHARED)).hasCount(0);
      assertThat(tobi.link(SHARED)).hasCount(0);
      ngozi.button("Undo").last().click();
      assertThat(tobi.link(SHARED)).isVisible();
      assertThat(ngozi.complaints()).isEmpty();
      assertThat(dara.complaints()).isEmpty();
    }
  }

  private static Locator.FilterOptions hasText(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  @Test
  void aViewIsSharedLaterTakenBackAndHandedOn() {
    String name = "Before the call";
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor tobi = stage.seated("tobi")) {
      tobi.go(TRACKER);
      ngozi.go(TRACKER + "?q=is%3Aoverdue");
      save(ngozi, name);
      ngozi.button("Save").last().click();
      assertThat(ngozi.page()).hasURL(Pattern.compile("saved="));
      assertThat(tobi.link(name)).hasCount(0);

      ngozi.page().locator(".which").click();
      offered(ngozi, "Share…").click();
      ngozi.page().getByText("Others too").check();
      ngozi.page().locator(".dialog .pick").click();
      ngozi
          .page()
          .getByRole(AriaRole.MENUITEMRADIO)
          .filter(hasText("Civil society"))
          .last()
          .click();
      look.at(ngozi.page(), "share-view");
      Look.undress(ngozi.page());
      ngozi.button("Save").last().click();
      assertThat(tobi.link(name)).isVisible();

      ngozi.page().locator(".which").click();
      offered(ngozi, "Transfer…").click();
      offered(ngozi, "Tobi Adewumi").click();
      ngozi.page().getByText("is now the owner of " + name).waitFor();
      tobi.link(name).click();
      tobi.page().locator(".which").click();
      offered(tobi, "Share…").click();
      tobi.page().getByText("Only me").check();
      tobi.button("Save").last().click();
      assertThat(ngozi.link(name)).hasCount(0);
      assertThat(tobi.link(name)).isVisible();
      assertThat(ngozi.complaints()).isEmpty();
      assertThat(tobi.complaints()).isEmpty();
    }
  }

  @Test
  void onesOwnIsSavedByKeyboardAndFoundInThePalette() {
    try (Visitor samuel = stage.seated("samuel")) {
      Page page = samuel.page();
      samuel.go(TRACKER + "?q=is%3Aoverdue&group=assignee");
      page.locator(".which").focus();
      page.keyboard().press("Enter");
      page.getByRole(AriaRole.MENU).waitFor();
      page.keyboard().press("End");
      page.keyboard().press("Enter");
      page.getByLabel("View name").fill("Late, by person");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile("saved="));

      samuel.go(Visitor.WORKSPACE + "/trackers");
      page.keyboard().press("Control+k");
      page.getByRole(AriaRole.COMBOBOX).waitFor();
      page.keyboard().type("late by");
      page.getByRole(AriaRole.OPTION).filter(hasText("Late, by person")).waitFor();
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile("trackers/COP\\?saved=[a-z0-9]+&q=is%3Aoverdue"));
      samuel.settle();
      look.at(page, "saved-view");
      assertThat(samuel.complaints()).isEmpty();
    }
  }
}
