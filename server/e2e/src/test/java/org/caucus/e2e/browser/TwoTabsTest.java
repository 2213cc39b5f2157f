package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ngozi has the same issue, or the same action, open to be edited in two tabs: what she saves in
 * one is shown by the other, with whatever is written there.
 */
@Tag(OnStage.KEEPS_PROGRAM)
class TwoTabsTest extends OnStage {
  private static final String TEXT = "Removal within 24 hours.\n\nToo short.\n\nAsk the agency.";
  private static final String MEANWHILE = "Someone changed this in the meantime.";

  private static String issue(Visitor by) {
    JsonObject issue = new JsonObject().put("title", "In two tabs").put("description", TEXT);
    return by.act("/trackers/COP/issues", issue).getString("id");
  }

  private static String action(Visitor by) {
    JsonObject plan =
        new JsonObject()
            .put("kind", "CALL")
            .put("title", "Call on appeals")
            .put("zone", "Africa/Lagos")
            .put("startsAt", "2199-03-01T15:00:00+01:00");
    return by.act("/actions", plan).getString("id");
  }

  private static Page secondTab(Visitor who) {
    Page second = who.context().newPage();
    second.navigate(who.page().url());
    return second;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator field(Page page, String name) {
    return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator description(Page page) {
    return page.locator("section.about textarea");
  }

  @Test
  void aTextThatIsSavedInOneTabIsShownInTheOtherWithWhatWasTypedThere() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      String id = issue(ngozi);
      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      Page second = secondTab(ngozi);
      for (Page page : new Page[] {ngozi.page(), second}) {
        button(page, "Edit: Description").click();
        description(page).waitFor();
      }
      description(ngozi.page()).fill(TEXT.replace("24 hours", "48 hours"));
      button(ngozi.page(), "Save").click();
      assertThat(description(second)).hasValue(TEXT.replace("24 hours", "48 hours"));
      assertThat(second.getByText(MEANWHILE).first()).isVisible();

      // words that are typed there are kept, and put together with the next change
      String both = TEXT.replace("24 hours", "48 hours").replace("agency.", "agency in writing.");
      description(second).fill(both);
      second.locator("h1").click();
      button(ngozi.page(), "Edit: Description").click();
      description(ngozi.page()).fill(TEXT.replace("24 hours", "72 hours"));
      button(ngozi.page(), "Save").click();
      assertThat(description(second)).hasValue(both.replace("48 hours", "72 hours"));
      button(second, "Save").click();
      assertThat(description(second)).hasCount(0);
      assertThat(ngozi.read("/issues/" + id).getJsonObject("issue").getString("description"))
          .isEqualTo(both.replace("48 hours", "72 hours"));
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void anActionThatIsSavedInOneTabIsShownByTheDialogOfTheOther() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      String id = action(ngozi);
      ngozi.go(Visitor.WORKSPACE + "/actions/" + id);
      Page first = ngozi.page();
      Page second = secondTab(ngozi);
      for (Page page : new Page[] {first, second}) {
        button(page, "Edit").click();
      }
      second.getByLabel("Place or link").fill("Abuja");
      field(first, "Title").fill("Call on appeals and fees");
      button(first, "Save").click();
      assertThat(field(second, "Title")).hasValue("Call on appeals and fees");
      assertThat(second.getByLabel("Place or link")).hasValue("Abuja");

      // the same field in both: its author says which stands, and goes on where they were
      field(second, "Title").fill("Call on fees");
      button(first, "Edit").click();
      field(first, "Title").fill("Call on appeals alone");
      button(first, "Save").click();
      Locator conflict = second.locator("section[role=alert]");
      assertThat(conflict.locator("ins").last()).containsText("alone");
      assertThat(field(second, "Title")).isFocused();
      look.at(second, "conflict-action");
      conflict.getByText("Replace with mine").click();
      assertThat(second.getByRole(AriaRole.DIALOG)).hasCount(0);
      JsonObject now = ngozi.read("/actions/" + id).getJsonObject("action");
      assertThat(now.getString("title")).isEqualTo("Call on fees");
      assertThat(now.getString("place")).isEqualTo("Abuja");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void aProvisionThatIsCitedInOneTabIsShownByTheDialogOfTheOther() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      String id = issue(ngozi);
      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      Page first = ngozi.page();
      Page second = secondTab(ngozi);
      cite(first);
      cite(second);
      dialog(second).getByLabel("Quote").fill("within 24 hours");
      dialog(first).getByLabel("Document").fill("Draft Code");
      dialog(first).getByText("Save").click();
      assertThat(dialog(second).getByLabel("Document")).hasValue("Draft Code");
      assertThat(dialog(second).getByLabel("Quote")).hasValue("within 24 hours");

      dialog(second).getByLabel("Document").fill("Code, second draft");
      first.getByRole(AriaRole.BUTTON, named("Edit: Provision cited")).click();
      dialog(first).getByLabel("Document").fill("Draft Code of 2022");
      dialog(first).getByText("Save").click();
      Locator conflict = dialog(second).locator("section[role=alert]");
      assertThat(conflict).containsText("Draft Code of 2022");
      look.at(second, "conflict-provision");
      conflict.getByText("Keep current version").click();
      assertThat(dialog(second).getByLabel("Document")).hasValue("Draft Code of 2022");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  private static void cite(Page page) {
    page.getByRole(AriaRole.BUTTON, named("Cite a provision")).click();
    dialog(page).waitFor();
  }

  private static Locator dialog(Page page) {
    return page.getByRole(AriaRole.DIALOG);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
