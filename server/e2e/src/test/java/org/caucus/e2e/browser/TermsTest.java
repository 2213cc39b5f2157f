package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Wherever an update is named, the terms under which it was said stand beside its name. */
class TermsTest extends OnStage {
  private static final String W = Visitor.WORKSPACE;
  private static final String TITLE = "Notices that nobody read";

  private static String update;

  @BeforeAll
  static void somethingSaidOffRecordAndAnAnswerToAQuestionAboutIt() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      update = said(dara, TITLE, "OFF_RECORD");
      String question =
          amina
              .act("/updates/" + update + "/entries", new JsonObject().put("text", "Since when?"))
              .getString("id");
      dara.act(
          "/updates/" + update + "/entries",
          new JsonObject().put("text", "Since the zebrafinch release.").put("answers", question));
    }
  }

  private static String said(Visitor by, String title, String attribution) {
    return by.act(
            "/updates",
            new JsonObject()
                .put("title", title)
                .put("body", "The queue was not looked at.")
                .put("attribution", attribution))
        .getString("id");
  }

  private static Locator named(Locator all, String title) {
    return all.filter(new Locator.FilterOptions().setHasText(title));
  }

  @Test
  void theActivityNamesItWithItsTermsAsReadAndAsItHappens() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.go(W);
      Locator acts = amina.page().locator(".act");
      // the update itself, and in one line what two people said of it: each names its terms
      assertThat(named(acts, TITLE)).hasCount(2);
      assertThat(named(acts, TITLE).locator(".tag")).hasCount(2);
      assertThat(named(acts, TITLE).locator(".tag").first()).hasText("Off the record");
      look.at(amina.page(), "activity-terms");
      Look.undress(amina.page());

      said(dara, "A number in confidence", "BACKGROUND");
      assertThat(named(acts, "A number in confidence").locator(".tag")).hasText("Background");
      // and as it is spoken
      Locator spoken = amina.page().locator("[aria-live], [role=status]");
      assertThat(spoken.getByText("A number in confidence (Background)")).hasCount(1);
      said(dara, "A number for all", "ON_RECORD");
      assertThat(named(acts, "A number for all").locator(".tag")).hasText("On the record");

      amina.go(W + "/organisations/brightline");
      assertThat(named(amina.page().locator(".did li"), TITLE).locator(".tag").first())
          .hasText("Off the record");
    }
  }

  /** What a window is called stands in the browser's history, which is copied elsewhere. */
  @Test
  void theWindowSaysTheTermsAndNoWordsThatWereSaidOffRecord() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.go(W + "/updates/" + update);
      assertThat(amina.page().locator("h1")).hasText(TITLE);
      assertThat(amina.page())
          .hasTitle(java.util.regex.Pattern.compile("^Off the record · Brightline\\b.*"));
      amina.go(W + "/updates/" + said(dara, "A number for us", "BACKGROUND"));
      assertThat(amina.page())
          .hasTitle(java.util.regex.Pattern.compile("^A number for us \\(Background\\).*"));
    }
  }

  @Test
  void theBellThePaletteAndTheSearchNameItWithItsTerms() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W);
      page.keyboard().press("i");
      Locator rung = named(page.locator(".dialog .item"), TITLE).first();
      assertThat(rung.locator(".tag")).hasText("Off the record");
      assertThat(rung.getByRole(AriaRole.BUTTON).first())
          .hasAttribute("aria-label", java.util.regex.Pattern.compile(".*\\(Off the record\\)$"));
      look.at(page, "bell-terms");
      Look.undress(page);

      amina.go(W);
      page.keyboard().press("Control+k");
      assertThat(page.locator(".palette input")).isFocused();
      page.keyboard().type("notices that nobody");
      Locator options = page.getByRole(AriaRole.OPTION);
      assertThat(named(options, TITLE).locator(".tag")).hasText("Off the record");
      look.at(page, "palette-terms");
      Look.undress(page);
      page.keyboard().press("Escape");

      // an answer to it is found under its name, and says the terms, too
      amina.go(W + "/search");
      page.getByRole(AriaRole.SEARCHBOX).fill("zebrafinch");
      page.keyboard().press("Enter");
      assertThat(named(page.locator(".hit"), TITLE).locator(".tag")).hasText("Off the record");
      assertThat(amina.complaints()).isEmpty();
    }
  }
}
