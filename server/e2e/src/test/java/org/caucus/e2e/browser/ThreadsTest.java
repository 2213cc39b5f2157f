package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A convenor renames, pins and locks a thread; a member makes an issue of a message in it. */
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
