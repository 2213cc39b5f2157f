package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** A poll in two browsers, from the form to the outcome: a desk, and a phone with keys alone. */
class PollPagesTest extends OnStage {
  private static final String QUESTION = "Where do we meet in March?";
  private static final int PHONE = 390;

  private void seen(Visitor visitor, String view) {
    visitor.settle();
    look.at(visitor.page(), view);
    Look.undress(visitor.page());
  }

  private static Locator dialog(Visitor who) {
    return who.page().locator("[role=dialog]");
  }

  private static void onAPhone(Visitor who) {
    who.page().setViewportSize(PHONE, 844);
  }

  /** With the question by keys, as the form takes the focus. */
  private static String opens(Visitor amina) {
    Page page = amina.page();
    amina.goInside(Visitor.WORKSPACE + "/polls");
    page.keyboard().press("c");
    dialog(amina).waitFor();
    page.keyboard().type(QUESTION);
    dialog(amina).getByLabel("Kind").selectOption("RANKED");
    dialog(amina).getByLabel("Options").fill("Abuja\nLagos\nKano");
    dialog(amina).locator("button.send").press("Enter");
    page.waitForURL("**/polls/*");
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(QUESTION)).waitFor();
    return page.url().substring(page.url().lastIndexOf(Visitor.WORKSPACE));
  }

  private static void presses(Visitor who, String button) {
    Locator found = who.button(button).first();
    found.focus();
    who.page().keyboard().press("Enter");
  }

  @Test
  void aPollIsOpenedAnsweredSeenClosedAndDecided() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      String path = opens(amina);
      onAPhone(ngozi);
      ngozi.goInside(path);
      ngozi.button("Add B · Lagos").waitFor();
      presses(ngozi, "Add B · Lagos");
      presses(ngozi, "Add A · Abuja");
      presses(ngozi, "Move A up");
      assertThat((String) ngozi.page().evaluate("document.activeElement.tagName"))
          .as("the focus stays where somebody orders by keys")
          .isEqualTo("BUTTON");
      presses(ngozi, "Send answer");

      // it comes to who looks
      Page hers = amina.page();
      hers.getByText("A > B").waitFor();
      assertThat(hers.getByText("1 of ").first()).isVisible();
      seen(amina, "poll-answered");

      hers.locator("form.composer textarea").fill("Kano has the trains.");
      hers.locator("form.composer .send").click();
      ngozi.page().getByText("Kano has the trains.").first().waitFor();
      seen(ngozi, "poll-answering");
      onAPhone(ngozi);

      amina.button("Close now").click();
      dialog(amina).getByText("Close now").last().click();
      ngozi.page().getByText("Best").first().waitFor();
      assertThat(ngozi.page().getByText("Send answer")).hasCount(0);
      amina.button("Record outcome").click();
      assertThat(dialog(amina).getByLabel("Chosen option")).hasValue("A");
      dialog(amina)
          .getByLabel("Outcome", new Locator.GetByLabelOptions().setExact(true))
          .fill("We meet in Abuja.");
      seen(amina, "poll-deciding");
      dialog(amina).locator("button.primary").click();
      ngozi.page().getByText("We meet in Abuja.").first().waitFor();
      seen(amina, "poll-decided");
    }
  }

  /** Of a poll that closed long ago no day that is past is offered. */
  @Test
  void aPollOnAnIssueIsShownOnBothPages() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String issue =
          amina
              .act(
                  "/trackers/COP/issues",
                  new JsonObject().put("title", "Trains in March").put("audience", "EVERYONE"))
              .getString("id");
      String page = Visitor.WORKSPACE + "/issues/" + issue;
      amina.goInside(page);
      dara.goInside(page);
      presses(amina, "Open a poll");
      dialog(amina).waitFor();
      amina.page().keyboard().type("Do we go by train?");
      dialog(amina).locator("button.send").click();
      amina.page().waitForURL("**/polls/*");

      amina.link("Trains in March").first().waitFor();
      seen(amina, "poll-on-issue");
      assertThat(dara.page().getByText("Do we go by train?")).hasCount(0);
      amina.turnTo(page);
      amina.link("Do we go by train?").waitFor();
      seen(amina, "issue-with-poll");
    }
  }
}
