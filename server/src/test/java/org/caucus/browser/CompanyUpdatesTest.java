package org.caucus.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/**
 * What becomes of an update, in two browsers: read, asked, answered, staged, corrected, taken back.
 */
class CompanyUpdatesTest extends OnStage {
  private void seen(Visitor visitor, String view) {
    visitor.settle();
    look.at(visitor.page(), view);
    Look.undress(visitor.page());
  }

  private static String posted(Visitor dara, String title) {
    return dara.act(
            "/updates",
            new JsonObject()
                .put("title", title)
                .put("body", "Appeals against a removal are decided within 48 hours.")
                .put("kind", "ACTION")
                .put("stage", "DECIDED")
                .put("attribution", "BACKGROUND")
                .put("provision", "Part I, 3")
                .put("due", "2026-01-31"))
        .getString("id");
  }

  @Test
  void anUpdateIsReadAskedAnsweredStagedCorrectedAndTakenBack() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      Look.prepare(amina);
      Look.prepare(dara);
      String path = Visitor.WORKSPACE + "/updates/" + posted(dara, "Appeals in 48 hours");
      amina.goInside(path);
      Page hers = amina.page();
      hers.getByText("The day has passed").waitFor();

      amina.button("Say for").first().click();
      hers.getByText("Read by").first().waitFor();
      Locator text = hers.locator("form.composer textarea");
      text.fill("From which day on?");
      hers.getByText("This is a question to the company").click();
      hers.locator("form.composer button[type=submit], form.composer .button.primary")
          .last()
          .click();
      hers.getByText("Waits for an answer").waitFor();
      seen(amina, "update-asked");

      dara.goInside(path);
      Page his = dara.page();
      his.locator("article")
          .filter(new Locator.FilterOptions().setHasText("From which day on?"))
          .getByText("Reply")
          .first()
          .click();
      his.locator("form.composer textarea").fill("From the first of March.");
      his.locator("form.composer button[type=submit], form.composer .button.primary")
          .last()
          .click();
      hers.getByText("Answered", new Page.GetByTextOptions().setExact(true)).waitFor();

      dara.button("How far is it?").click();
      his.locator("[role=dialog] select").selectOption("DONE");
      dara.button("Save the stage").click();
      hers.getByText("Kept").waitFor();

      dara.button("Correct it").first().click();
      his.locator("[role=dialog] textarea").fill("Appeals are decided within 72 hours.");
      seen(dara, "update-correcting");
      his.locator("[role=dialog] .button.primary").click();
      hers.getByText("Appeals are decided within 72 hours.").waitFor();
      hers.locator("details summary").first().click();
      hers.getByText("decided within 48 hours").waitFor();
      seen(amina, "update-corrected");

      dara.button("Retract it").first().click();
      his.locator("[role=dialog] textarea").fill("Our board has not decided yet.");
      his.locator("[role=dialog] .button.danger").click();
      hers.getByText("Our board has not decided yet.").waitFor();
      seen(amina, "update-retracted");
    }
  }

  @Test
  void aDraftWaitsInItsCompanyAndIsPublishedByItsButton() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      Look.prepare(dara);
      dara.act(
          "/updates",
          new JsonObject()
              .put("title", "Not yet to be read")
              .put("body", "Wait for us.")
              .put("draft", true));
      amina.goInside(Visitor.WORKSPACE + "/updates");
      dara.goInside(Visitor.WORKSPACE + "/updates");
      dara.page().getByText("Not yet to be read").first().waitFor();
      seen(dara, "updates-draft");
      assertThat(amina.page().locator("main").innerText()).doesNotContain("Not yet to be read");

      dara.button("Publish: Not yet to be read").click();

      amina.page().getByText("Not yet to be read").first().waitFor();
    }
  }

  @Test
  void theBoardHasItsTableAndFeedsAndProgramsAreKeptInDialogs() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      Look.prepare(amina);
      posted(dara, "A promise with a day");
      amina.goInside(Visitor.WORKSPACE + "/updates");
      Page page = amina.page();

      amina.choose("More", "Read in a feed reader");
      page.locator("[role=dialog] input").fill("My reader");
      amina.button("Make an address").click();
      page.getByText("shown this once").waitFor();
      assertThat(page.locator("[role=dialog] code").first().innerText()).contains("/feeds/cfd_");
      seen(amina, "updates-feeds");
      page.keyboard().press("Escape");

      amina.choose("More", "Tell a program");
      page.getByText("No program is told for you.").waitFor();
      seen(amina, "updates-programs");
      page.keyboard().press("Escape");

      amina.link("Board of companies").click();
      page.getByText("A promise with a day").first().waitFor();
      page.getByText("As a table").first().click();
      page.locator("table").first().waitFor();
      seen(amina, "board");
    }
  }
}
