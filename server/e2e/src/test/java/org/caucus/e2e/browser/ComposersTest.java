package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Before anything is sent, its author sees how many people will see it and of which organisations,
 * by name (R10). One walk through every place where people write.
 */
class ComposersTest extends OnStage {
  private static final Pattern COUNTED =
      Pattern.compile("Will be seen by \\d+ (people|person) in \\d+ organisations?: .+");

  private Visitor amina;
  private Page page;

  @BeforeEach
  void sitDown() {
    amina = stage.seated("amina");
    page = amina.page();
  }

  @AfterEach
  void leave() {
    amina.close();
  }

  private Locator see() {
    return page.locator("[data-will-see]:visible");
  }

  /** It says head count and organisations, with the companies by name if they will see it. */
  private void says(boolean companies) {
    assertThat(see().first()).hasText(COUNTED);
    for (Locator one : see().all()) {
      String words = one.innerText().replace('\u00a0', ' ').replace('\n', ' ');
      assertThat(words).containsPattern(COUNTED).contains("Lantern Rights Initiative");
      assertThat(words.contains("Brightline")).as(words).isEqualTo(companies);
      assertThat(words.contains("Northwind")).as(words).isEqualTo(companies);
    }
  }

  private void picture(String view) {
    look.at(page, view);
    Look.undress(page);
  }

  private String thread(String subject, String audience) {
    return amina
        .act(
            "/lists/coalition/threads",
            new JsonObject().put("subject", subject).put("text", "Words").put("audience", audience))
        .getString("id");
  }

  @Test
  void aNewThreadAndItsAudienceNarrowed() {
    amina.go(Visitor.WORKSPACE + "/lists/coalition");
    amina.button("New thread").click();
    field(page, "Subject").fill("The memo");
    says(true);
    picture("see-new-thread");

    page.locator(".pick").click();
    page.getByRole(AriaRole.MENUITEMRADIO, named("Civil society").setExact(false)).last().click();
    says(false);
  }

  @Test
  void aReplyAndAnAnswerToAnEntryOfFewer() {
    String id = thread("Numbers by night", "EVERYONE");
    amina.act(
        "/threads/" + id + "/entries",
        new JsonObject().put("text", "Among us").put("audience", "CIVIL_SOCIETY"));
    amina.go(Visitor.WORKSPACE + "/threads/" + id);

    field(page, "Write a reply").fill("Who counts?");
    says(true);
    picture("see-reply");
    field(page, "Write a reply").fill("");
    page.getByRole(AriaRole.BUTTON, named("Reply").setExact(true)).last().click();
    field(page, "Write a reply").fill("Only us");
    says(false);
  }

  @Test
  void aNewIssueAndItsEdits() {
    amina.go(Visitor.WORKSPACE + "/trackers/COP");
    amina.button("New issue").click();
    field(page, "Title").fill("Removal within 24 hours");
    says(false); // it begins with one's own side
    picture("see-new-issue");

    JsonObject removal = new JsonObject().put("title", "Removal").put("provision", "Part I");
    String issue = amina.act("/trackers/COP/issues", removal).getString("id");
    amina.go(Visitor.WORKSPACE + "/issues/" + issue);
    for (String field : List.of("Provision", "Description")) {
      page.getByRole(AriaRole.BUTTON, named("Edit: " + field)).click();
      says(true);
      page.getByRole(AriaRole.BUTTON, named("Cancel")).click();
    }
    page.getByRole(AriaRole.BUTTON, named("Edit").setExact(true)).click();
    says(true);
    picture("see-edit-issue");
    page.getByRole(AriaRole.BUTTON, named("Cancel")).click();
    field(page, "Write a comment").fill("A comment");
    says(true);
  }

  @Test
  void anActionItsEditAndWhatAnOrganisationSaysToIt() {
    amina.go(Visitor.WORKSPACE + "/actions");
    amina.button("Plan an action").first().click();
    field(page, "Title").fill("Joint call");
    says(false);
    picture("see-plan-action");

    String action =
        amina
            .act("/actions", new JsonObject().put("kind", "CALL").put("title", "Joint call"))
            .getString("id");
    amina.go(Visitor.WORKSPACE + "/actions/" + action);
    says(true); // beside the note with one's answer
    page.getByRole(AriaRole.BUTTON, named("Edit: Description")).click();
    says(true);
    page.getByRole(AriaRole.BUTTON, named("Cancel")).click();
    page.getByRole(AriaRole.BUTTON, named("Edit").setExact(true)).click();
    assertThat(page.getByRole(AriaRole.DIALOG).locator("[data-will-see]")).isVisible();
    says(true);
  }

  @Test
  void aNewListAndANewTracker() {
    amina.go(Visitor.WORKSPACE + "/lists");
    amina.button("Open a list").first().click();
    says(false);
    page.getByRole(AriaRole.DIALOG).locator("select").selectOption("EVERYONE");
    says(true);
  }

  @Test
  void whetherOneComesTheMinutesAndTheirTasksAndWhoWasThere() {
    String action =
        amina
            .act(
                "/actions",
                new JsonObject()
                    .put("kind", "CALL")
                    .put("title", "Joint call")
                    .put("audience", "CIVIL_SOCIETY"))
            .getString("id");
    amina.act(
        "/actions/" + action + "/minutes",
        new JsonObject().put("text", "We agreed.\n- [ ] Send the memo"));
    amina.go(Visitor.WORKSPACE + "/actions/" + action);
    page.getByRole(AriaRole.BUTTON, named("Going").setExact(true)).waitFor();
    says(false); // beside the answers, one's organisation's and one's own, and beside the tasks
    assertThat(see()).hasCount(2);
    picture("see-action");
    page.getByRole(AriaRole.BUTTON, named("Edit: Minutes")).click();
    says(false);
    page.getByRole(AriaRole.BUTTON, named("Cancel")).click();
    page.getByRole(AriaRole.BUTTON, named("Record attendance")).click();
    assertThat(page.getByRole(AriaRole.DIALOG).locator("[data-will-see]")).isVisible();
    says(false);
    picture("see-attendance");
  }

  @Test
  void labelsAndAChecklistOfAnIssue() {
    String issue =
        amina.act("/trackers/COP/issues", new JsonObject().put("title", "Removal")).getString("id");
    amina.go(Visitor.WORKSPACE + "/issues/" + issue);
    page.getByRole(AriaRole.BUTTON, named("Add labels")).click();
    says(true);
    page.keyboard().press("Escape");
    amina.button("Add a checklist").click();
    page.getByPlaceholder("New item").fill("Ask the agency");
    says(true);
  }

  @Test
  void peopleNamedAndAnAudienceChanged() {
    amina.go(Visitor.WORKSPACE + "/lists/coalition");
    amina.button("New thread").click();
    page.locator(".pick").click();
    page.getByRole(AriaRole.MENUITEM, named("Choose people…")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.locator("[data-will-see]")).hasText(COUNTED);
    picture("see-named");

    amina.go(Visitor.WORKSPACE + "/threads/" + thread("Among us", "CIVIL_SOCIETY"));
    page.locator("main .chip").first().click();
    page.getByRole(AriaRole.BUTTON, named("Change readers")).click();
    dialog.locator("select").selectOption("EVERYONE");
    assertThat(dialog.locator("[data-will-see]")).hasText(COUNTED);
    assertThat(dialog.locator("[data-will-see]")).containsText("Northwind");
  }

  @Test
  void whatBecomesOfAnUpdateAndWhatIsSaidToIt() {
    try (Visitor dara = stage.seated("dara")) {
      JsonObject post = new JsonObject().put("title", "Appeals").put("body", "In 48 hours.");
      String update = dara.act("/updates", post).getString("id");
      dara.go(Visitor.WORKSPACE + "/updates/" + update);
      Locator dialog = dara.page().getByRole(AriaRole.DIALOG);
      for (String act : List.of("Stage", "Correct update", "Retract update")) {
        dara.button(act).first().click();
        assertThat(dialog.locator("[data-will-see]")).hasText(COUNTED);
        dara.page().keyboard().press("Escape");
        assertThat(dialog).hasCount(0);
      }
      amina.go(Visitor.WORKSPACE + "/updates/" + update);
      page.locator("form.composer textarea").fill("From which day on?");
      says(true);
    }
  }

  @Test
  void anUpdateOfACompany() {
    try (Visitor dara = stage.seated("dara")) {
      dara.go(Visitor.WORKSPACE + "/updates");
      Locator form =
          dara.page()
              .getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Post an update"));
      assertThat(form.locator("[data-will-see]")).hasText(COUNTED);
      assertThat(form.locator("[data-will-see]")).containsText("Brightline 2; and");
    }
  }

  @Test
  void aQuoteOfWhatFewerCanReadIsAskedAboutInADialogOfTheHouse() {
    String secret =
        "The agency told three of us in confidence that the second draft keeps the removal notice"
            + " within one day and drops the appeal before an independent panel, and asked that no"
            + " platform hears of it before the joint call on the fourteenth of next month.";
    amina.act(
        "/lists/coalition/threads",
        new JsonObject()
            .put("subject", "In confidence")
            .put("text", secret)
            .put("audience", "CIVIL_SOCIETY"));
    String issue =
        amina.act("/trackers/COP/issues", new JsonObject().put("title", "Appeals")).getString("id");
    amina.go(Visitor.WORKSPACE + "/issues/" + issue);
    page.getByRole(AriaRole.BUTTON, named("Edit: Description")).click();
    field(page, "Description").fill(secret);
    page.getByRole(AriaRole.BUTTON, named("Save")).click();

    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Your quote comes from");
    picture("quote-dialog");
    page.keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
    assertThat(field(page, "Description")).hasValue(secret);
    assertThat(amina.read("/issues/" + issue).getJsonObject("issue").getString("description"))
        .isEmpty();

    page.getByRole(AriaRole.BUTTON, named("Save")).click();
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save anyway"))
        .click();
    assertThat(dialog).hasCount(0);
    assertThat(page.getByText(secret)).isVisible();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator field(Page page, String label) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }
}
