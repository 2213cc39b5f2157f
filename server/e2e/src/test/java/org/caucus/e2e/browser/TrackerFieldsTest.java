package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ngozi narrows a tracker to what she looks for, and fills in what an issue is. */
class TrackerFieldsTest extends OnStage {
  private static final String TRACKER = Visitor.WORKSPACE + "/trackers/COP";

  @BeforeAll
  static void issuesWithLabels() {
    try (Visitor tobi = stage.seated("tobi")) {
      for (String title : List.of("Bonds for platforms", "Fees for platforms")) {
        JsonObject issue = new JsonObject().put("title", title).put("priority", "URGENT");
        tobi.act("/trackers/COP/issues", issue.put("labels", new JsonArray().add("licensing")));
      }
    }
  }

  @Test
  void aFilterHoldsAsItIsTypedAndIsPartOfTheAddress() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(TRACKER);
      Locator rows = page.locator("[data-row]");
      rows.first().waitFor();
      int all = rows.count();

      page.keyboard().press("f");
      page.keyboard().type("label:licensing fees");

      assertThat(rows).hasCount(1);
      assertThat(page).hasURL(Pattern.compile("q=label%3Alicensing\\+fees"));
      page.keyboard().type(" lable:x");
      assertThat(page.getByText("“lable:x” is not valid")).isVisible();
      assertThat(rows).hasCount(all);
      look.at(page, "tracker-filter-wrong");
      Look.atTheDesk(page);
      ngozi.go(TRACKER + "?q=label%3Alicensing");
      assertThat(rows).hasCount(2);
      look.at(page, "tracker-filter");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void anIssuesFieldsAreFilledInWhereTheyStand() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(Visitor.WORKSPACE + "/issues/COP-1");

      page.getByLabel("Priority").selectOption("HIGH");
      assertThat(page.getByLabel("Priority")).hasValue("HIGH");
      ngozi.button("Add labels").click();
      page.keyboard().type("takedown, small platforms");
      page.keyboard().press("Enter");
      assertThat(page.locator(".labels .tag")).hasCount(2);
      ngozi.button("Add a checklist").click();
      page.getByLabel("New item").fill("Ask the small platforms");
      page.keyboard().press("Enter");
      page.getByLabel("Ask the small platforms").first().check();
      assertThat(page.getByText("1 of 1 done")).isVisible();
      ngozi.button("Follow").click();
      assertThat(page.getByText("1 person follows")).isVisible();
      ngozi.button("Link another issue").click();
      page.getByLabel("Key of the other issue").fill("COP-2");
      page.keyboard().press("Enter");
      assertThat(ngozi.button("Remove: COP-2")).isVisible();
      ngozi.button("Cite a provision").click();
      page.getByLabel("Number").fill("3(b)");
      ngozi.button("Save").click();
      assertThat(page.locator("figcaption")).hasText("3(b)");

      JsonObject issue = ngozi.read("/issues/COP-1").getJsonObject("issue");
      assertThat(issue.getString("priority")).isEqualTo("HIGH");
      assertThat(issue.getJsonObject("reference").getString("number")).isEqualTo("3(b)");
      ngozi.settle();
      look.at(page, "issue-fields");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  /** A field that a tracker has of its own is a place to write like any other. */
  @Test
  void thePersonWhoWritesInAnOwnFieldSeesWhoReadsIt() {
    try (Visitor amina = stage.seated("amina")) {
      String field = "{\"id\":\"agency\",\"name\":\"Agency\",\"kind\":\"TEXT\"}";
      amina.act(
          "/trackers/COP/arrangement",
          new JsonObject().put("fields", new JsonArray().add(new JsonObject(field))));
      amina.go(Visitor.WORKSPACE + "/issues/COP-1");
      Page page = amina.page();
      page.getByLabel("Agency").focus();
      assertThat(page.locator("dd [data-will-see]")).containsText("Northwind");
      page.getByLabel("Agency").fill("The one for information technology");
      page.keyboard().press("Enter");
      assertThat(page.locator("dd [data-will-see]")).hasCount(0);
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void anUpdateIsTheEvidenceOfAnIssueAndAnActionIsAboutIt() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      Page page = ngozi.page();
      JsonObject said =
          new JsonObject()
              .put("title", "Notices are answered within a day")
              .put("body", "Since June.")
              .put("kind", "STATUS")
              .put("audience", "EVERYONE");
      String update = dara.act("/updates", said).getString("id");
      ngozi.go(Visitor.WORKSPACE + "/issues/COP-3");
      ngozi.button("Link another issue").click();
      page.getByLabel("Relation", new Page.GetByLabelOptions().setExact(true))
          .selectOption("EVIDENCED_BY");
      page.getByLabel("Key of an issue, or address of a page here")
          .fill("https://caucus.example" + Visitor.WORKSPACE + "/updates/" + update);
      page.keyboard().press("Enter");
      Locator evidence = page.getByText("Notices are answered within a day");
      assertThat(evidence).isVisible();
      look.at(page, "issue-evidence");
      evidence.click();
      assertThat(page).hasURL(Pattern.compile("/updates/" + update));

      ngozi.go(Visitor.WORKSPACE + "/actions");
      ngozi.button("Plan an action").first().click();
      page.getByLabel("Title").fill("Talk about the days");
      page.getByText("Organisations, agenda, reminders").click();
      page.getByLabel("Related to").fill("COP-3, /updates/" + update);
      look.at(page, "plan-linked");
      page.getByRole(AriaRole.DIALOG).locator("button[type=submit]").click();
      page.getByText("Talk about the days").first().click();
      assertThat(page.locator("dd a[href$='/updates/" + update + "']")).isVisible();
      assertThat(page.locator("dd a[href*='/issues/']")).isVisible();
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void aNewIssueSaysWhatItIsFromTheStart() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      JsonObject agency =
          new JsonObject().put("id", "agency").put("name", "Agency asked").put("kind", "CHOICE");
      agency.put("choices", new JsonArray().add("NITDA").add("NCC"));
      amina.act(
          "/trackers/MEMO/arrangement",
          new JsonObject().put("fields", new JsonArray().add(agency)));
      Page page = ngozi.page();
      ngozi.go(Visitor.WORKSPACE + "/trackers/MEMO");
      page.keyboard().press("c");
      Locator form = page.locator("form.takes");
      form.getByLabel("Title").fill("Who decides on appeals?");
      form.getByLabel("Type").selectOption("QUESTION");
      form.getByLabel("Priority").selectOption("HIGH");
      form.getByLabel("Agency asked").selectOption("NCC");
      form.getByLabel("Labels").fill("x".repeat(41));
      assertThat(form.getByText("The limit for a label is 40 characters.")).isVisible();
      assertThat(form.locator("button[type=submit], button.primary").last()).isDisabled();
      form.getByLabel("Labels").fill("appeal, press");
      form.getByText("Cite a provision").click();
      form.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Number"))
          .fill("7(2)");
      look.at(page, "new-issue");
      Look.undress(page);

      form.locator("button[type=submit], button.primary").last().click();

      assertThat(page.locator("h1")).containsText("Who decides on appeals?");
      JsonObject made =
          ngozi.read("/trackers/MEMO/issues?q=label:appeal").getJsonArray("items").getJsonObject(0);
      assertThat(made.getString("type")).isEqualTo("QUESTION");
      assertThat(made.getString("priority")).isEqualTo("HIGH");
      assertThat(made.getJsonArray("labels")).containsExactly("appeal", "press");
      assertThat(made.getJsonObject("reference").getString("number")).isEqualTo("7(2)");
      assertThat(made.getJsonObject("fields").getString("agency")).isEqualTo("NCC");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }
}
