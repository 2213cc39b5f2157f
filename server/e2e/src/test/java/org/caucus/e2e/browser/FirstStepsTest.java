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
  private static final String TABLE =
      """
      name,email,organisation,role
      ليلى حداد,layla@samaa.example,سماء,
      نور زيدان,nour@samaa.example,سماء,
      Kofi Addo,kofi@brightline.example,Brightline,
      Ines Roy,ines@northwind.example,Northwind,liaison
      """;

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

  /**
   * No name here has a Latin letter, and the table names organisations that are not there yet: each
   * gets a side before anybody is invited, and those who name no role one that fits it.
   */
  @Test
  void namesOfAnotherScriptOpenAWorkspaceAndATableFillsIt() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go("/open");
      page.getByLabel("Workspace name").fill("تحالف قانون الإنترنت");
      page.getByLabel("Your organisation").fill("منظمة الفانوس");
      page.getByLabel("Your name, visible to the coalition").fill("أمينة دنلادي");
      amina.button("Open workspace").click();
      page.waitForURL("**/w/thalf-qanwn-alantrnt");
      amina.settle();
      amina.button("Start from a template").click();
      amina.button("Create 8 items").click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog
          .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Invite people"))
          .click();

      page.getByLabel("Or paste the table here").fill(TABLE);
      amina.button("Preview").click();
      Locator unknown =
          page.getByRole(AriaRole.FORM, named("3 organisations are not in this workspace yet"));
      assertThat(unknown.getByLabel("Northwind")).hasValue("COMPANY"); // its people are liaisons
      assertThat(unknown.getByLabel("سماء")).hasValue("");
      look.at(page, "new-organisations");
      Look.undress(page);
      unknown.getByLabel("Brightline").selectOption("COMPANY");
      unknown.getByLabel("سماء").selectOption("CIVIL_SOCIETY");
      unknown.getByText("Add 3 organisations").click();

      assertThat(page.locator("p.tally"))
          .hasText("4 new · 0 already members or invited · 0 cannot be invited");
      assertThat(page.getByText("Brightline · Company liaison")).isVisible();
      assertThat(unknown).hasCount(0);
      amina.button("Invite 4 people").click();
      assertThat(page.locator("p.tally")).containsText("4 invited");
      // another coalition here has the addresses of both companies' updates
      assertThat(amina.complaints()).hasSize(2).allMatch(said -> said.contains("status of 400"));
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
