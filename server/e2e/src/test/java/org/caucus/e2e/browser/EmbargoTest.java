package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/**
 * A statement under embargo, in three browsers: nobody else learns of it before, all do at the
 * instant.
 */
class EmbargoTest extends OnStage {
  private static final String TITLE = "Statement under embargo";

  private static String statement(Visitor amina) {
    return amina
        .act(
            "/actions",
            new JsonObject()
                .put("kind", "STATEMENT")
                .put("title", TITLE)
                .put("zone", "Africa/Lagos")
                .put("audience", "NAMED(" + amina.read("").getString("seat") + ")"))
        .getString("id");
  }

  private static Locator button(Visitor who, String name) {
    return who.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void aDateNotBeforeWhichNobodyElseReadsStandsInTheFirstForm() {
    String title = "Statement for Monday";
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      dara.go(Visitor.WORKSPACE + "/actions");
      amina.go(Visitor.WORKSPACE + "/actions");
      button(amina, "Plan an action").first().click();
      Locator form = amina.page().getByRole(AriaRole.DIALOG);
      form.getByLabel("Title").fill(title);
      LocalDateTime hour =
          LocalDateTime.now(ZoneId.of("Africa/Lagos")).plusHours(3).truncatedTo(MINUTES);
      form.getByLabel("End of the embargo").fill(hour.toString());
      assertThat(form.getByText("only you can read this")).isVisible();
      look.at(amina.page(), "embargo-planning");
      Look.undress(amina.page());
      form.getByText("Plan under embargo").click();
      assertThat(amina.page().getByText("Under embargo").first()).isVisible();
      assertThat(dara.page().locator("main").innerText()).doesNotContain(title);
      assertThat(dara.read("/actions").encode()).doesNotContain(title);
    }
  }

  @Test
  void whatIsUnderEmbargoOpensToTheOtherSideAtItsInstantAndNoSooner() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara");
        Visitor ngozi = stage.seated("ngozi")) {
      String path = Visitor.WORKSPACE + "/actions/" + statement(amina);
      dara.go(Visitor.WORKSPACE + "/actions");
      ngozi.go(Visitor.WORKSPACE);
      amina.go(path);
      button(amina, "Set embargo").click();
      LocalDateTime hour =
          LocalDateTime.now(ZoneId.of("Africa/Lagos")).plusHours(3).truncatedTo(MINUTES);
      amina.page().getByLabel("Ends").fill(hour.toString());
      amina
          .page()
          .getByRole(AriaRole.DIALOG)
          .locator("select")
          .selectOption("EVERYONE"); // it begins with civil society
      look.at(amina.page(), "embargo-setting");
      Look.undress(amina.page());
      button(amina, "Set embargo").last().click();
      assertThat(amina.page().getByText("Under embargo.")).isVisible();
      button(amina, "Remove embargo").click();
      button(amina, "Undo").click();
      assertThat(amina.page().getByText("Under embargo.")).isVisible();
      assertThat(dara.page().locator("main").innerText()).doesNotContain(TITLE);
      assertThat(ngozi.page().locator("main").innerText()).doesNotContain(TITLE);

      stage.pass(Duration.ofHours(4));
      assertThat(dara.page().getByText(TITLE)).isVisible();
      assertThat(ngozi.page().locator("main").getByText(TITLE).first()).isVisible();
      assertThat(amina.page().getByText("Under embargo.")).hasCount(0);
      // nobody widened it then: it is said what happened, live and to be read later
      String ended = "The embargo of " + TITLE + " ended at the set time";
      assertThat(ngozi.page().locator(".act").first()).containsText(ended);
      ngozi.page().reload();
      assertThat(ngozi.page().locator(".act").first()).containsText(ended);
      amina.turnTo(Visitor.WORKSPACE + "/audit");
      assertThat(amina.page().locator("tbody tr").first()).containsText(ended);
      dara.turnTo(path);
      assertThat(dara.page().locator("h1")).hasText(TITLE);
      assertThat(dara.complaints()).isEmpty();
    }
  }
}
