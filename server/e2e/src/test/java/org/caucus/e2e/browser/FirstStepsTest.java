package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A convenor whose coalition has just begun is told what comes first, and nobody else is. */
class FirstStepsTest extends OnStage {
  private static final String NEW = "/w/appeals";

  @Test
  void aNewWorkspaceSaysHowToBeginAndTicksWhatIsDone() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      opens(amina);
      Locator steps = page.getByRole(AriaRole.REGION, named("First steps"));
      assertThat(steps.getByRole(AriaRole.LISTITEM)).hasCount(3);
      assertThat(steps.getByText("Done:")).hasCount(0);
      look.at(page, "first-steps");
      Look.undress(page);

      steps.getByRole(AriaRole.LINK).nth(1).click();
      amina.button("Open a list").first().click();
      page.getByRole(AriaRole.DIALOG).getByLabel("Name").fill("Drafting group");
      page.getByRole(AriaRole.DIALOG).locator("form button.primary").click();
      assertThat(page.locator("h1")).hasText("Drafting group");
      amina.turnTo(NEW);
      assertThat(steps.getByText("Done:")).hasCount(1); // still alone: the rest is to be done

      amina.turnTo(NEW + "/board");
      assertThat(page.getByText("No companies yet")).isVisible();
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void whereACoalitionIsAtWorkNobodyIsToldHowToBegin() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE);
      assertThat(amina.page().getByText("Waiting for me").first()).isVisible();
      assertThat(amina.page().getByText("First steps")).hasCount(0);
    }
  }

  private static void opens(Visitor amina) {
    Page page = amina.page();
    amina.go("/open");
    page.getByLabel("Workspace name").fill("Appeals");
    page.getByLabel("Short name in addresses").fill("appeals");
    page.getByLabel("Your organisation").fill("Lantern Rights Initiative");
    page.getByLabel("Your name, visible to the coalition").fill("Amina Danladi");
    amina.button("Open workspace").click();
    page.waitForURL("**" + NEW);
    amina.settle();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
