package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft waits on the home page of the liaison who can settle it, and of nobody else. */
class WaitingDraftsTest extends OnStage {
  private static final String ONE = "1 draft update needs you";

  @BeforeEach
  void theCompanyWantsASecondLiaison() {
    ruled(true);
  }

  @AfterEach
  void theCompanyIsAsItWas() {
    ruled(false);
  }

  private static void ruled(boolean second) {
    try (Visitor dara = stage.seated("dara")) {
      dara.act("/drafts/rule", new JsonObject().put("second", second));
    }
  }

  private static Locator waiting(Visitor visitor) {
    return visitor
        .page()
        .locator("details", new Page.LocatorOptions().setHasText("Waiting for me"));
  }

  private static JsonObject draft(Visitor by, String title) {
    JsonObject said = new JsonObject().put("title", title).put("body", "Within 48 hours.");
    by.act("/updates", said);
    return by.read("/drafts").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("title").equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itWaitsForTheOtherLiaisonThenForItsAuthorThenForNobody() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara");
        Visitor omar = stage.seated("omar")) {
      for (Visitor one : new Visitor[] {amina, dara, omar}) {
        one.go(Visitor.WORKSPACE);
        assertThat(waiting(one)).not().containsText("draft update needs you");
      }
      JsonObject draft = draft(dara, "Appeals within two days");

      // it comes while they look
      assertThat(waiting(omar)).containsText(ONE);
      look.at(omar.page(), "waiting-draft");
      Look.undress(omar.page());
      assertThat(waiting(dara)).not().containsText("needs you");
      assertThat(waiting(amina)).not().containsText("needs you");

      omar.act(
          "/drafts/" + draft.getString("id") + "/return",
          new JsonObject().put("note", "Of whose appeals?").put("version", 1));
      assertThat(waiting(dara)).containsText(ONE);
      omar.go(Visitor.WORKSPACE);

      omar.link(ONE).click();
      omar.button("Publish: Appeals within two days").click();
      assertThat(omar.page().getByText("No drafts")).isVisible();
      assertThat(waiting(dara)).not().containsText("needs you");
      omar.go(Visitor.WORKSPACE);
      assertThat(waiting(omar)).not().containsText("needs you");
    }
  }

  @Test
  void theRuleIsSwitchedOnThePageOfTheCompanyByItsLiaisonsAlone() {
    String settings = Visitor.WORKSPACE + "/organisations/brightline/settings";
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.go(settings); // a convenor, and no matter of theirs
      assertThat(amina.page().getByText("Second liaison")).hasCount(0);
      ruled(false);
      dara.go(settings);
      Locator rule = dara.page().getByRole(AriaRole.REGION, named("Second liaison"));
      assertThat(rule).containsText("can publish updates alone");
      look.at(dara.page(), "second-liaison");
      Look.undress(dara.page());
      rule.getByText("Require a second liaison").press("Enter");
      assertThat(rule).containsText("must confirm each update");
      dara.page().locator(".toast").getByText("Undo").click();
      assertThat(rule).containsText("can publish updates alone");
      assertThat(dara.complaints()).isEmpty();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
