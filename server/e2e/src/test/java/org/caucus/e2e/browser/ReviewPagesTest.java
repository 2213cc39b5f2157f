package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A review in browsers of three organisations: asked for, noted by an office, answered, read. */
class ReviewPagesTest extends OnStage {
  private static final String REASON = "One day is too short for a court.";
  private static final int PHONE = 390;

  private void seen(Visitor visitor, String view) {
    visitor.settle();
    look.at(visitor.page(), view);
    Look.undress(visitor.page());
  }

  private static Locator dialog(Visitor who) {
    return who.page().locator("[role=dialog]");
  }

  /** The answers to the provision with these words. */
  private static Locator row(Visitor who, String words) {
    return who.page().locator("form section", new Page.LocatorOptions().setHasText(words)).first();
  }

  private static Locator removal(Visitor who) {
    return row(who, "within 24 hours of a notice");
  }

  private String opens(Visitor amina) {
    amina.goInside(Visitor.WORKSPACE + "/instruments/draft-code");
    amina.button("Ask for positions").click();
    dialog(amina).getByLabel("Focus").fill("Look at the duties first.");
    seen(amina, "review-opening");
    dialog(amina).locator("button.send").press("Enter");
    amina.page().waitForURL("**/reviews/*");
    amina.page().getByText("Look at the duties first.").waitFor();
    String url = amina.page().url();
    return url.substring(url.lastIndexOf(Visitor.WORKSPACE));
  }

  @Test
  void anOfficeNotesItsAnswerAndGivesItAndOthersReadItThen() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi");
        Visitor halima = stage.seated("halima")) {
      String path = opens(amina);
      ngozi.page().setViewportSize(PHONE, 844);
      ngozi.goInside(path);
      removal(ngozi).getByText("Oppose").click();
      removal(ngozi).getByLabel("Reason").fill(REASON);
      seen(ngozi, "review-answering");
      ngozi.page().setViewportSize(PHONE, 844);
      ngozi.button("Save for your organisation").click();
      assertThat(removal(ngozi).getByText("Draft")).isVisible();

      halima.goInside(path);
      assertThat(halima.page().getByText("0 of 4 organisations answered")).isVisible();
      assertThat(removal(halima).getByText("1 answer")).hasCount(0);

      ngozi.page().locator("button.send").click();
      assertThat(halima.page().getByText("1 of 4 organisations answered")).isVisible();
      removal(halima).getByText("1 answer").click();
      assertThat(removal(halima).getByText(REASON)).isVisible();
      seen(halima, "review-answers");

      amina.button("Table").click();
      assertThat(amina.page().locator("td button")).hasCount(1);
      seen(amina, "review-table");
      amina.page().locator("td button").click();
      assertThat(dialog(amina).getByText(REASON)).isVisible();
    }
  }
}
