package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/**
 * What other engines lack is taken away from this one: fields that grow by themselves, buttons that
 * take the focus when they are pressed, passkeys. {@code infra/dev/engines} walks through the
 * engines themselves.
 */
class OtherEnginesTest extends OnStage {
  private static final int EIGHT_LINES_PX = 8 * 20;
  private static final String EIGHT_LINES = "1\n2\n3\n4\n5\n6\n7\n8";

  /** Safari below 26.2: no {@code field-sizing}. */
  private static final String NO_FIELD_SIZING =
      """
      const supports = CSS.supports.bind(CSS);
      CSS.supports = (...asked) => !asked[0].includes('field-sizing') && supports(...asked);
      addEventListener('DOMContentLoaded', () => {
        const fixed = new CSSStyleSheet();
        fixed.replaceSync('textarea { field-sizing: fixed !important }');
        document.adoptedStyleSheets = [fixed];
      });\
      """;

  /** Safari on a Mac: a pressed button takes no focus, and what had it loses it. */
  private static final String NO_FOCUS_BY_PRESS =
      """
      addEventListener('mousedown', event => {
        if (!event.target.closest('button')) return;
        event.preventDefault();
        document.activeElement.blur();
      }, true);\
      """;

  private static final String NO_PASSKEYS = "delete globalThis.PublicKeyCredential";

  /** Keys alone: no mouse is there, and no finger. */
  private static final String NO_POINTER =
      """
      const match = matchMedia.bind(globalThis);
      globalThis.matchMedia = asked => match(asked.includes('pointer:') ? 'not all' : asked);\
      """;

  private static Visitor amina(String lacks) {
    Visitor amina = stage.seated("amina");
    amina.page().addInitScript(lacks);
    return amina;
  }

  private static Locator composer(Visitor amina) {
    JsonObject words = new JsonObject().put("subject", "The memo").put("text", "Read it, please.");
    String thread = amina.act("/lists/coalition/threads", words).getString("id");
    amina.go(Visitor.WORKSPACE + "/threads/" + thread);
    return amina.page().locator("form.composer");
  }

  private static double height(Locator what) {
    return what.boundingBox().height;
  }

  @Test
  void aFieldGrowsWithItsWordsAndBecomesSmallAgain() {
    try (Visitor amina = amina(NO_FIELD_SIZING)) {
      Locator field = composer(amina).locator("textarea");
      field.click();
      field.fill("One line");
      double one = height(field);
      field.fill(EIGHT_LINES);
      assertThat(height(field)).isGreaterThan(EIGHT_LINES_PX).isGreaterThan(one);
      field.fill("One line");
      assertThat(height(field)).isEqualTo(one);
    }
  }

  @Test
  void theBoxStaysOpenUnderItsOwnButtons() {
    try (Visitor amina = amina(NO_FOCUS_BY_PRESS)) {
      Page page = amina.page();
      Locator box = composer(amina);
      box.locator("textarea").click();
      double open = height(box);
      page.onFileChooser(chooser -> {});
      box.locator(".attach").click();
      assertThat(height(box)).isEqualTo(open);
      box.locator(".pick").click();
      assertThat(page.getByRole(AriaRole.MENU)).isVisible();
      assertThat(height(box)).isEqualTo(open);
      page.keyboard().press("Escape");
      page.locator("h1").click();
      assertThat(box.locator(".attach")).isHidden();
    }
  }

  @Test
  void aDialogBeginsInItsFirstFieldWhereNoPointerIs() {
    try (Visitor amina = amina(NO_POINTER)) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE + "/trackers/COP");
      amina.button("New issue").press("Enter");
      assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("Title")).isFocused();
    }
  }

  @Test
  void aBrowserWithoutPasskeysIsNamedAsTheReason() {
    try (Visitor amina = amina(NO_PASSKEYS)) {
      amina.go("/account");
      assertThat(amina.page().locator("main"))
          .containsText("This browser does not support passkeys");
      assertThat(amina.page().locator("main")).not().containsText("network address");
    }
  }

  @Test
  void whatWasRefusedIsToldWhereItWasAskedFor() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE + "/my-mail");
      page.route("**/api/**/my-mail", route -> route.abort());
      amina.button("Save").first().click();
      Locator told = page.locator("main [role=alert]");
      told.waitFor();
      BoundingBox box = told.boundingBox();
      assertThat(box.y).isBetween(0.0, (double) page.viewportSize().height - box.height);
    }
  }
}
