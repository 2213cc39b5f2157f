package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Amina narrows a thread that Dara, a company's liaison, has on screen, and widens it again. */
class AudienceChangeTest extends OnStage {
  @Test
  void whatWouldChangeIsShownBeforeItDoes() {
    Visitor amina = stage.seated("amina");
    Visitor dara = stage.seated("dara");
    String id =
        amina
            .act(
                "/lists/coalition/threads",
                new JsonObject().put("subject", "Slipped").put("text", "Not for companies"))
            .getString("id");
    String page = Visitor.WORKSPACE + "/threads/" + id;
    amina.go(page);
    dara.go(page);
    assertThat(dara.page().getByText("Not for companies")).isVisible();

    choose(amina, "CIVIL_SOCIETY", "narrow");
    amina.page().getByRole(AriaRole.BUTTON, named("Hide from")).click();

    assertThat(dara.page().getByText("Not for companies")).not().isVisible();
    assertThat(amina.page().getByText("Not for companies")).isVisible();

    choose(amina, "EVERYONE", "widen");
    assertThat(amina.page().getByText("Earlier messages stay hidden")).isVisible();
    amina.page().getByRole(AriaRole.BUTTON, named("Share with")).click();
    assertThat(amina.page().getByRole(AriaRole.DIALOG)).hasCount(0);
    dara.go(page);
    assertThat(dara.page().getByText("Slipped").first()).isVisible();
    assertThat(dara.page().getByText("Not for companies")).not().isVisible();
    amina.close();
    dara.close();
  }

  private void choose(Visitor amina, String audience, String picture) {
    Page page = amina.page();
    page.locator("main .chip").first().click();
    page.getByRole(AriaRole.BUTTON, named("Change readers")).click();
    page.getByRole(AriaRole.DIALOG).locator("select").selectOption(audience);
    assertThat(page.getByRole(AriaRole.DIALOG).locator("h3").first()).isVisible();
    look.at(page, "audience-" + picture);
    Look.undress(page);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
