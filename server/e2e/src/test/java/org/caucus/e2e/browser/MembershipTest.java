package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Parties come, roles change, people leave: what convenors and leavers do on the people page. */
class MembershipTest extends OnStage {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String PEOPLE = Visitor.WORKSPACE + "/organisations";

  @Test
  void oneConvenorProposesAPartyAndAnotherConfirms() {
    try (Visitor amina = stage.seated("amina");
        Visitor ingrid = stage.seated("ingrid");
        Visitor dara = stage.seated("dara")) {
      amina.go(PEOPLE);
      ingrid.go(PEOPLE);
      dara.go(PEOPLE);
      amina.button("Add an organisation").click();
      dialog(amina)
          .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
          .fill("Pulse");
      dialog(amina).getByLabel("Side").selectOption("COMPANY");
      dialog(amina).locator(".button.primary").click();
      assertThat(amina.page().getByText("Another convenor must confirm it.")).isVisible();
      picture(amina, "proposal");

      ingrid.page().getByText("Proposed organisations").waitFor();
      assertThat(dara.page().getByText("Pulse")).hasCount(0);
      ingrid.button("Confirm: Pulse").click();

      assertThat(dara.page().locator("li.card#pulse")).isVisible();
      assertThat(amina.page().getByText("Proposed organisations")).hasCount(0);
    }
  }

  @Test
  void aConvenorMakesAMemberAConvenor() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(PEOPLE);
      assertThat(ngozi.button("Invite")).hasCount(0);
      amina.go(PEOPLE);
      menu(amina, "Ngozi Ekwueme", "Change role…");
      dialog(amina).getByLabel("Role").selectOption("CONVENOR");
      dialog(amina).getByText("Save").click();

      assertThat(ngozi.button("Invite")).isVisible();
    }
  }

  @Test
  void aLiaisonHandsOverAndTheSuccessorHasWhatWasOpen() {
    try (Visitor amina = stage.seated("amina");
        Visitor omar = stage.seated("omar");
        Visitor dara = stage.seated("dara")) {
      assign(amina, "Which notices count?", seatOf(omar));
      assign(amina, "Who counts them?", seatOf(omar));
      omar.go(PEOPLE);
      menu(omar, "Omar Benali", "Hand over…");
      Locator finish = omar.button("Hand over and end membership");
      assertThat(finish).isDisabled();
      picture(omar, "handover-open");

      omar.page().getByLabel("Successor").selectOption(seatOf(dara));
      omar.page().getByLabel("Who counts them?").selectOption("nobody");
      assertThat(finish).isEnabled();
      picture(omar, "handover-ready");
      finish.click();

      assertThat(omar.page().getByText("Draft Code of Practice")).hasCount(0);
      JsonObject issues = dara.read("/trackers/COP/issues");
      assertThat(assigned(issues, seatOf(dara))).isEqualTo(1);
      assertThat(assigned(issues, seatOf(amina))).isZero();
    }
  }

  @Test
  void whatSomebodyLeavesBehindIsTaken() {
    try (Visitor amina = stage.seated("amina");
        Visitor kelechi = stage.seated("kelechi")) {
      assign(amina, "Minutes of the review", seatOf(kelechi));
      amina.go(PEOPLE);
      menu(amina, "Kelechi Obasi", "End membership…");
      dialog(amina).getByText("End membership").click();

      Locator left = amina.page().locator("section[aria-labelledby=stranded]");
      left.getByText("Minutes of the review").first().waitFor();
      picture(amina, "stranded");
      left.getByRole(AriaRole.LISTITEM)
          .filter(new Locator.FilterOptions().setHasText("Minutes of the review"))
          .getByRole(AriaRole.BUTTON)
          .click();

      assertThat(left.getByText("Minutes of the review")).hasCount(0);
      assertThat(assigned(amina.read("/trackers/COP/issues"), seatOf(amina))).isPositive();
    }
  }

  @Test
  void theAuditViewSaysWhoDidWhatAndGoesHome() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(PEOPLE);
      amina.link("Audit log").click();
      amina.page().locator("tbody tr").first().waitFor();
      picture(amina, "audit");

      assertThat(amina.page().locator("tbody")).containsText("Draft Code of Practice");
      String table =
          amina
              .page()
              .waitForDownload(() -> amina.link("Download table").click())
              .suggestedFilename();
      assertThat(table).isEqualTo("code-of-practice-audit.csv");
      amina.page().reload();
      assertThat(amina.page().locator("tbody tr").first()).containsText("Data was exported");
    }
  }

  private static long assigned(JsonObject issues, String seat) {
    return issues.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(i -> i.getJsonArray("assignees").contains(seat))
        .count();
  }

  private static void assign(Visitor by, String title, String seat) {
    by.act(
        "/trackers/COP/issues",
        new JsonObject().put("title", title).put("assignees", new JsonArray().add(seat)));
  }

  private static String seatOf(Visitor visitor) {
    return visitor.read("").getString("seat");
  }

  private static void menu(Visitor visitor, String person, String what) {
    visitor.button("More: " + person).click();
    visitor.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(what)).click();
    visitor.settle();
  }

  private static Locator dialog(Visitor visitor) {
    return visitor.page().getByRole(AriaRole.DIALOG);
  }

  private static void picture(Visitor visitor, String name) {
    for (int width : new int[] {1440, 360}) {
      visitor.page().setViewportSize(width, 900);
      Object over = visitor.page().evaluate("document.documentElement.scrollWidth - innerWidth");
      assertThat(((Number) over).intValue()).as("%s at %d px", name, width).isLessThan(2);
      visitor
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(PICTURES.resolve("membership-" + name + "-" + width + ".png")));
    }
    visitor.page().setViewportSize(1440, 900);
  }
}
