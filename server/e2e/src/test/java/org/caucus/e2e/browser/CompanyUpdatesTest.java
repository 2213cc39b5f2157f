package org.caucus.e2e.browser;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What becomes of an update, in two browsers: read, asked, answered, staged, corrected, taken back.
 */
class CompanyUpdatesTest extends OnStage {
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final Locator.GetByTextOptions EXACT =
      new Locator.GetByTextOptions().setExact(true);
  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

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
      String path = Visitor.WORKSPACE + "/updates/" + posted(dara, "Appeals in 48 hours");
      amina.goInside(path);
      Page hers = amina.page();
      hers.getByText("Overdue").waitFor();

      amina.button("Confirm for").first().click();
      hers.getByText("Read by").first().waitFor();
      Locator text = hers.locator("form.composer textarea");
      text.fill("From which day on?");
      hers.getByText("Question to the company").click();
      hers.locator("form.composer button[type=submit], form.composer .button.primary")
          .last()
          .click();
      hers.getByText("Waiting for an answer").waitFor();
      seen(amina, "update-asked");

      dara.goInside(Visitor.WORKSPACE);
      Page his = dara.page();
      his.locator("details")
          .filter(new Locator.FilterOptions().setHasText("Questions to your organisation"))
          .getByText("Appeals in 48 hours")
          .first()
          .waitFor();
      seen(dara, "company-asked");
      dara.goInside(path);
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

      dara.button("Stage").click();
      his.locator("[role=dialog] select").selectOption("DONE");
      dara.button("Save stage").click();
      hers.getByText("Kept").waitFor();

      dara.button("Correct update").first().click();
      his.locator("[role=dialog] textarea").fill("Appeals are decided within 72 hours.");
      seen(dara, "update-correcting");
      his.locator("[role=dialog] .button.primary").click();
      hers.getByText("Appeals are decided within 72 hours.").waitFor();
      hers.locator("details summary").first().click();
      hers.getByText("decided within 48 hours").waitFor();
      seen(amina, "update-corrected");

      dara.button("Retract update").first().click();
      his.locator("[role=dialog] textarea").fill("Our board has not decided yet.");
      his.locator("[role=dialog] .button.danger").click();
      hers.getByText("Our board has not decided yet.").waitFor();
      seen(amina, "update-retracted");
    }
  }

  @Test
  void aCorrectionSaysToWhatElseAnUpdateRefers() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      JsonObject issue = new JsonObject().put("title", "Appeals").put("audience", "EVERYONE");
      String label = labelOf(amina, amina.act("/trackers/COP/issues", issue).getString("id"));
      String other = posted(dara, "What we said before");
      String path = Visitor.WORKSPACE + "/updates/" + posted(dara, "Appeals, and to whom");
      amina.goInside(path);
      dara.goInside(path);

      dara.button("Correct update").first().click();
      Locator about = dara.page().getByLabel("Related items");
      assertThat(about.inputValue()).isEmpty();
      about.fill(label + ", " + Visitor.WORKSPACE + "/updates/" + other);
      seen(dara, "update-correcting-links");
      dara.page().locator("[role=dialog] .button.primary").click();

      // it comes to the person who looks, with the terms of what is linked
      Locator links = amina.page().locator("dl a.link");
      links.filter(new Locator.FilterOptions().setHasText(label)).waitFor();
      Locator linked = links.filter(new Locator.FilterOptions().setHasText("What we said before"));
      assertThat(linked.innerText()).contains("Background");
      dara.button("Correct update").first().click();
      assertThat(about.inputValue()).isEqualTo(label + ", /updates/" + other);
      about.fill(label);
      dara.page().locator("[role=dialog] .button.primary").click();
      linked.waitFor(GONE);
      assertThat(links.allInnerTexts()).hasSize(1);
      // what stood there before stays with what the correction replaced
      amina.page().getByText("2 changes").click();
      Locator before = amina.page().locator("blockquote a.link");
      before.last().waitFor();
      assertThat(before.allInnerTexts()).hasSize(2);
      assertThat(before.last().innerText()).contains("What we said before", "Background");
      seen(amina, "update-earlier-links");
    }
  }

  @Test
  void whatACompanyPromisesStandsOnTheBoardThatIsOpen() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.goInside(Visitor.WORKSPACE + "/board");
      amina.page().locator("section dl").first().waitFor();

      posted(dara, "A promise made while you look");

      amina.link("A promise made while you look").waitFor();
    }
  }

  @Test
  void whatACompanyIsAskedForStandsOnTheBoardWithWhatItSaidToIt() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.goInside(Visitor.WORKSPACE + "/board");
      Page page = amina.page();
      page.locator("section dl").first().waitFor();
      JsonObject request =
          new JsonObject()
              .put("title", "Publish how many notices come")
              .put("type", "COMPANY_REQUEST")
              .put("assignees", List.of(dara.read("").getString("seat")));
      String issue = amina.act("/trackers/COP/issues", request).getString("id");
      amina.link("Publish how many notices come").waitFor();

      dara.act(
          "/updates",
          new JsonObject()
              .put("title", "We count notices now")
              .put("body", "By month.")
              .put("stage", "IN_REVIEW")
              .put("links", List.of(new JsonObject().put("kind", "issue").put("id", issue))));
      amina.link("We count notices now").waitFor();
      seen(amina, "board-requests");
    }
  }

  private static String labelOf(Visitor by, String issue) {
    return by.read("/issues/" + issue).getJsonObject("issue").getString("label");
  }

  @Test
  void aDraftWaitsInItsCompanyAndIsPublishedByItsButton() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
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

  private static Locator draft(Visitor who, String title) {
    return who.page()
        .locator("article")
        .filter(new Locator.FilterOptions().setHasText(title))
        .first();
  }

  private static void compose(Visitor who, String title, LocalDateTime hour) {
    Locator form = who.page().locator("form.takes");
    form.locator("input.head").fill(title);
    form.locator("textarea").first().fill("Appeals are decided within 48 hours.");
    form.locator("details summary").click();
    form.locator("input[type=datetime-local]").fill(hour.toString());
  }

  @Test
  void twoLiaisonsAgreeAndAnHourPublishesWhatTheyAgreedOn() {
    String title = "Appeals from March on";
    LocalDateTime hour = LocalDateTime.now(LAGOS).plusHours(3).truncatedTo(MINUTES);
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara");
        Visitor omar = stage.seated("omar")) {
      List.of(amina, dara, omar).forEach(v -> v.goInside(Visitor.WORKSPACE + "/updates"));
      dara.page().getByLabel("A second liaison confirms our updates").check();
      omar.page().locator("label.rule input:checked").waitFor();

      compose(dara, title, hour);
      dara.page().reload(); // what was chosen outlives a tab that crashed
      dara.page().locator("input[type=datetime-local]").waitFor();
      assertThat(dara.page().locator("input[type=datetime-local]").inputValue())
          .isEqualTo(hour.toString());
      seen(dara, "update-hour");
      dara.button("Send to second liaison").click();
      dara.page().getByText("Another liaison of your company must confirm it below").waitFor();
      draft(dara, title).getByText("Another liaison of your company must confirm it.").waitFor();
      seen(omar, "update-second");
      draft(omar, title).getByText("Confirm", EXACT).click();
      draft(dara, title).getByText("confirmed by").waitFor();

      dara.button("Edit: " + title).click();
      words(dara).fill("Appeals are decided within 24 hours.");
      dara.page().reload(); // the draft is where it was, and what was typed over it is here
      words(dara).waitFor();
      assertThat(words(dara).inputValue()).isEqualTo("Appeals are decided within 24 hours.");
      seen(dara, "update-change");
      draft(omar, title).getByText("within 48 hours").waitFor();
      dara.button("Save draft").click();
      draft(omar, title).getByText("within 24 hours").waitFor();
      omar.button("Send back: " + title).click();
      omar.page().locator("[role=dialog] textarea").fill("Of whose appeals?");
      omar.page().locator("[role=dialog] [data-will-see]").waitFor();
      seen(omar, "update-send-back");
      omar.page().locator("[role=dialog] .button.primary").click();
      draft(dara, title).getByText("Of whose appeals?").waitFor();
      seen(dara, "update-sent-back");
      draft(omar, title).getByText("Confirm", EXACT).click();
      seen(omar, "update-scheduled");
      assertThat(amina.page().locator("main").innerText()).doesNotContain(title);

      stage.pass(Duration.ofHours(4));
      amina.page().getByText(title).first().waitFor();
      draft(omar, title).getByText("Confirm", EXACT).waitFor(GONE);
      omar.page().getByText("No drafts").waitFor();
      omar.page().getByLabel("A second liaison confirms our updates").click();
      omar.page()
          .getByText("Confirm your identity")
          .first()
          .waitFor(); // a protection goes with a fresh proof
      assertThat(dara.page().locator("label.rule input").isChecked()).isTrue();
    }
  }

  /** Where the words of a draft are changed. */
  private static Locator words(Visitor who) {
    return who.page().locator("form.edit textarea");
  }

  private static void draftBy(Visitor who, String title) {
    JsonObject said = new JsonObject().put("title", title).put("body", "One.\n\nTwo.\n\nThree.");
    who.act("/updates", said.put("draft", true));
  }

  @Test
  void twoWhoChangeOneDraftLoseNothing() {
    String title = "Written by two";
    try (Visitor dara = stage.seated("dara");
        Visitor omar = stage.seated("omar")) {
      draftBy(dara, title);
      List.of(dara, omar).forEach(v -> v.goInside(Visitor.WORKSPACE + "/updates"));
      List.of(dara, omar).forEach(v -> v.button("Edit: " + title).click());

      words(omar).fill("One.\n\nTwo.\n\nThird.");
      omar.button("Save draft").click();
      draft(omar, title).getByText("Third.").waitFor();
      words(dara).fill("First.\n\nTwo.\n\nThree.");
      dara.button("Save draft").click();
      draft(omar, title).getByText("First.").waitFor(); // other lines: both are kept
      draft(omar, title).getByText("Third.").waitFor();

      List.of(dara, omar).forEach(v -> v.button("Edit: " + title).click());
      words(omar).fill("Of Omar.");
      omar.button("Save draft").click();
      draft(omar, title).getByText("Of Omar.").waitFor();
      words(dara).fill("Of Dara.");
      dara.button("Save draft").click();
      dara.page().getByText("Someone changed this while you were writing").waitFor();
      seen(dara, "update-change-conflict");
      draft(omar, title).getByText("Of Omar.").waitFor();
      dara.button("Replace with mine").click();
      draft(omar, title).getByText("Of Dara.").waitFor();

      dara.button("Edit: " + title).click();
      words(dara).fill("Too good to be lost.");
      omar.button("Discard: " + title).click();
      omar.page().locator("[role=dialog] .button.danger").click();
      dara.page().getByText("published or discarded in the meantime").waitFor();
      dara.button("Save as new draft").click();
      draft(omar, title).getByText("Too good to be lost.").waitFor();
      dara.button("Discard: " + title).click();
      dara.page().locator("[role=dialog] .button.danger").click();
      draft(omar, title).waitFor(GONE);
    }
  }

  @Test
  void aDraftIsDiscardedAfterAQuestionAndChangedOneAtATime() {
    String title = "Half a thought";
    try (Visitor dara = stage.seated("dara")) {
      draftBy(dara, title);
      draftBy(dara, "The other half");
      dara.goInside(Visitor.WORKSPACE + "/updates");
      dara.button("Edit: The other half").click();
      words(dara).fill("Something else");
      dara.button("Edit: " + title).click();
      dara.page().getByText("Save or cancel it first").waitFor();
      assertThat(words(dara).inputValue()).isEqualTo("Something else");
      dara.page().locator("form.edit").getByText("Cancel", EXACT).click();
      draft(dara, "The other half").getByText("Three.").waitFor();

      for (String one : List.of(title, "The other half")) {
        dara.button("Discard: " + one).click();
        dara.page().locator("[role=dialog]").getByText("Cancel").click();
        draft(dara, one).waitFor();
        dara.button("Discard: " + one).click();
        dara.page().locator("[role=dialog] .button.danger").click();
        draft(dara, one).waitFor(GONE);
      }
    }
  }

  @Test
  void theBoardHasItsTableAndFeedsAndProgramsAreKeptInDialogs() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      posted(dara, "A promise with a day");
      amina.goInside(Visitor.WORKSPACE + "/updates");
      Page page = amina.page();

      amina.choose("More", "Feed addresses");
      page.locator("[role=dialog] input").fill("My reader");
      amina.button("Create address").click();
      page.getByText("will not be shown again").waitFor();
      assertThat(page.locator("[role=dialog] code").first().innerText()).contains("/feeds/cfd_");
      seen(amina, "updates-feeds");
      page.keyboard().press("Escape");

      amina.choose("More", "Webhooks");
      page.getByText("No webhooks.").waitFor();
      seen(amina, "updates-programs");
      page.getByLabel("Name").fill("Our board");
      page.getByLabel("Address").fill("https://hooks.example/amina");
      amina.button("Add webhook").click();
      Locator secret = page.locator("[role=dialog] .made code");
      String old = secret.innerText();
      amina.button("New secret for Our board").click();
      page.getByText("for one more day also with the earlier one").waitFor();
      assertThat(secret.innerText()).startsWith("whsec_").isNotEqualTo(old);
      seen(amina, "updates-programs-secret");
      page.keyboard().press("Escape");

      amina.link("Company overview").click();
      page.getByText("A promise with a day").first().waitFor();
      page.getByText("Show as table").first().click();
      page.locator("table").first().waitFor();
      seen(amina, "board");
    }
  }
}
