package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Amina arranges a tracker; others see its names and fields, and do not arrange it. */
class ArrangeTrackerTest extends OnStage {
  private static final String ARRANGE = Visitor.WORKSPACE + "/trackers/COP/arrange";

  /** What its second button saves: the first is for name and description. */
  private static final String SETTINGS = "Default audience States Custom fields";

  @BeforeAll
  static void labelled() {
    try (Visitor tobi = stage.seated("tobi")) {
      for (String title : List.of("Fees", "Bonds")) {
        JsonObject issue = new JsonObject().put("title", title);
        tobi.act("/trackers/COP/issues", issue.put("labels", List.of("licencing")));
      }
    }
  }

  @Test
  void statesFieldsAndLabelsAreArrangedAndSeenByOthersAtOnce() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(Visitor.WORKSPACE + "/issues/COP-1");
      Page page = amina.page();
      amina.go(ARRANGE);
      page.getByLabel("Name for Waiting").fill("With the agency");
      amina.button("Add a field").click();
      Locator field = page.locator("fieldset").last();
      field.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("Agency asked");
      field.getByLabel("Type").selectOption("CHOICE");
      field.getByLabel("Choices").fill("NITDA\nNCC");
      assertThat(field.getByText("field.agency-asked")).isVisible();
      look.at(page, "arrange-tracker");
      Look.undress(page);
      assertThat(save(amina)).hasAccessibleDescription(SETTINGS);
      save(amina).click();
      assertThat(page.getByText("Tracker settings saved")).isVisible();

      // the other's page has the field, and the state by its new name
      ngozi.page().getByLabel("Agency asked").selectOption("NCC");
      ngozi.settle();
      assertThat(ngozi.page().getByLabel("Agency asked")).hasValue("NCC");
      ngozi.page().locator("section.issue .state-menu").first().click();
      ngozi
          .page()
          .getByRole(AriaRole.MENUITEMRADIO)
          .filter(new Locator.FilterOptions().setHasText("With the agency"))
          .click();
      assertThat(ngozi.page().locator("section.issue .state-menu").first())
          .containsText("With the agency");

      // labels: a colour, another name, and back
      Locator label = page.locator("li").filter(hasText("licencing"));
      label.getByRole(AriaRole.COMBOBOX).selectOption("RED");
      assertThat(label.locator("i.RED")).isVisible();
      label.getByLabel("Edit: licencing").click();
      page.getByRole(AriaRole.DIALOG).getByLabel("Name").fill("licensing");
      page.getByRole(AriaRole.DIALOG)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
          .click();
      assertThat(page.getByText("2 issues changed").first()).isVisible();
      assertThat(page.locator("li").filter(hasText("licensing")).locator("i.RED")).isVisible();
      assertThat(found(amina, "label:licensing")).isEqualTo(2);
      page.locator("section[aria-labelledby=labels]")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo"))
          .click();
      assertThat(page.locator("li").filter(hasText("licencing"))).isVisible();
      assertThat(found(amina, "label:licensing")).isZero();
      assertThat(amina.complaints()).isEmpty();
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void issuesOfATrackerBeginWithThoseWhomTheyUsuallyReach() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE + "/trackers");
      amina.button("Open a tracker").first().click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).fill("Memo");
      dialog.getByLabel("Key").fill("MEM");
      dialog.getByLabel("Who can read it at most").selectOption("EVERYONE");
      dialog.getByLabel("Default audience of new issues").selectOption("CIVIL_SOCIETY");
      look.at(page, "tracker-opening");
      Look.undress(page);
      dialog
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open a tracker"))
          .click();
      assertThat(page.locator("h1")).containsText("Memo");

      // the composer begins there, and is widened by hand alone
      String tracker = Visitor.WORKSPACE + "/trackers/MEM";
      ngozi.go(tracker + "#new");
      assertThat(begins(ngozi)).containsText("Civil society");
      dara.go(tracker + "#new");
      assertThat(begins(dara)).containsText("Civil society and Brightline");

      amina.go(tracker + "/arrange");
      assertThat(page.getByLabel("Default audience of new issues")).hasValue("CIVIL_SOCIETY");
      page.getByLabel("Default audience of new issues").selectOption("WITH_COMPANY(brightline)");
      look.at(page, "arrange-usual");
      Look.undress(page);
      save(amina).click();
      assertThat(page.getByText("Tracker settings saved")).isVisible();
      for (Visitor one : List.of(ngozi, dara)) {
        one.page().navigate("about:blank"); // else it is the page that is there already
        one.go(tracker + "#new");
        assertThat(begins(one)).containsText("Brightline");
      }
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void aChangeOfManyCallsStatesAsTheTrackerDoes() {
    try (Visitor amina = stage.seated("amina")) {
      JsonObject tracker = new JsonObject().put("key", "NAM").put("name", "Named");
      amina.act("/trackers", tracker.put("audience", "CIVIL_SOCIETY"));
      JsonObject names = new JsonObject().put("WAITING", "With the agency");
      amina.act("/trackers/NAM/arrangement", new JsonObject().put("names", names));
      amina.act("/trackers/NAM/issues", new JsonObject().put("title", "Ask for a hearing"));
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE + "/trackers/NAM");
      page.locator(".issue input[type=checkbox]").first().check();
      amina.button("Change…").click();

      Locator states = page.getByRole(AriaRole.DIALOG).getByLabel("State");
      states.selectOption(new SelectOption().setLabel("With the agency"));
      page.getByRole(AriaRole.DIALOG).locator("button.primary").click();

      assertThat(page.locator(".issue")).containsText("With the agency");
      assertThat(amina.complaints()).isEmpty();
    }
  }

  private static Locator save(Visitor by) {
    return by.page()
        .getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName(SETTINGS).setExact(true))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save").setExact(true));
  }

  private static Locator begins(Visitor who) {
    return who.page().getByRole(AriaRole.DIALOG).locator(".pick");
  }

  private static int found(Visitor by, String filter) {
    return by.read("/trackers/COP/issues?q=" + filter).getJsonArray("items").size();
  }

  private static Locator.FilterOptions hasText(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  @Test
  void whoIsNoConvenorReadsHowItIsArranged() {
    try (Visitor dara = stage.seated("dara")) {
      dara.go(ARRANGE);
      assertThat(dara.page().getByText("Only convenors can change tracker settings.")).isVisible();
      assertThat(dara.button("Save")).hasCount(0);
      assertThat(dara.button("Add a field")).hasCount(0);
      assertThat(dara.complaints()).isEmpty();
    }
  }
}
