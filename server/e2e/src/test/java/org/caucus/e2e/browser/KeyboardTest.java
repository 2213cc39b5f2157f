package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tobi has no mouse: from the activity to a reply, a closed issue and a promise to take part. Also
 * with everything at twice its size, which leaves a page half the room (WCAG 2.2, 1.4.4).
 */
@Tag("browser")
class KeyboardTest {
  /** More steps than any control on these pages is away. */
  private static final int MOST_TABS = 60;

  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  /** Whether what has the focus is what stands in its middle; null past the last one. */
  private static final String COVERED =
      """
      () => {
        const it = document.activeElement;
        if (!it || it === document.body) return null;
        const box = it.getBoundingClientRect();
        const x = Math.min(box.left + Math.min(box.width / 2, 30), innerWidth - 2);
        const there = document.elementFromPoint(x, box.top + box.height / 2);
        const seen = there && (it.contains(there) || there.contains(it)
          || there.closest('label')?.contains(it));
        return seen ? '' : it.outerHTML.slice(0, 120);
      }\
      """;

  @TempDir static Path data;
  private Page page;

  @ParameterizedTest(name = "zoomed {0} times")
  @ValueSource(ints = {1, 2})
  void everythingIsDoneByKeyboardAlone(int zoom) throws IOException {
    try (Stage stage = Stage.open(data.resolve("at-" + zoom)).savingData();
        Visitor tobi = stage.seated("tobi")) {
      page = tobi.page();
      page.setViewportSize(WIDTH / zoom, HEIGHT / zoom);
      tobi.go(Visitor.WORKSPACE);
      skipsToTheContent();
      answersAThread();
      narrowsAnAudience();
      closesAnIssue();
      takesPart();
      assertThat(tobi.complaints()).isEmpty();
    }
  }

  @Test
  void whatHasTheFocusStandsUnderNoBar() throws IOException {
    try (Stage stage = Stage.open(data.resolve("bars")).savingData();
        Visitor tobi = stage.seated("tobi")) {
      page = tobi.page();
      page.setViewportSize(WIDTH / 2, HEIGHT / 2);
      List<String> covered = new ArrayList<>();
      for (String path : List.of("", "/trackers/COP", "/issues/COP-1", "/actions", "/my-mail")) {
        tobi.go(Visitor.WORKSPACE + path);
        for (int i = 0; i < MOST_TABS; i++) {
          press("Tab");
          Object what = page.evaluate(COVERED);
          if (what == null) {
            break;
          }
          if (!what.equals("")) {
            covered.add(path + ": " + what);
          }
        }
      }
      assertThat(covered).isEmpty();
    }
  }

  @Test
  void whatWasDoneIsUndoneByAKeyAndLettersActOnlyForThoseWhoWantThem() throws IOException {
    try (Stage stage = Stage.open(data.resolve("letters")).savingData();
        Visitor tobi = stage.seated("tobi")) {
      page = tobi.page();
      tobi.go(Visitor.WORKSPACE + "/issues/COP-1");
      page.locator("form.composer").waitFor();
      tobi.button("Close issue").first().click();
      assertThat(tobi.button("Reopen").first()).isVisible();
      page.locator(".toast button").first().waitFor();
      press("z");
      assertThat(tobi.button("Close issue").first()).isVisible();

      press("?");
      page.getByLabel("Single-key shortcuts").uncheck();
      press("Escape");
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      press("2");
      press("s");
      press("Control+k");
      assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
      press("Escape");
      assertThat(heading("Lists")).hasCount(0);
      assertThat(tobi.button("Close issue").first()).isVisible();
      assertThat(tobi.complaints()).isEmpty();
    }
  }

  private void skipsToTheContent() {
    press("Tab");
    assertThat(focused()).isEqualTo("Skip to content");
    press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
  }

  private void answersAThread() {
    press("2");
    assertThat(heading("Lists")).isVisible();
    tabTo("Coalition");
    press("Enter");
    assertThat(heading("Coalition")).isVisible();
    page.getByText("Welcome, and how we use this list").first().waitFor();
    press("j", "Enter");
    assertThat(heading("Welcome, and how we use this list")).isVisible();
    press("c");
    page.keyboard().type("I can take the minutes.");
    page.locator("form.composer button[type=submit]:enabled").waitFor();
    press("Control+Enter");
    assertThat(page.locator("article").getByText("I can take the minutes.")).isVisible();
  }

  private void narrowsAnAudience() {
    page.keyboard().type("For us alone.");
    press("Tab", "Enter", "ArrowDown", "Enter");
    assertThat(page.locator("form.composer .pick")).not().containsText("Everyone");
    press("Escape");
    page.locator("form.composer textarea").focus();
    press("Control+A", "Delete", "Escape");
  }

  private void closesAnIssue() {
    press("3");
    assertThat(heading("Trackers")).isVisible();
    tabTo("Provisions of the draft");
    press("Enter");
    assertThat(heading("Provisions of the draft")).isVisible();
    page.locator("[data-row]").first().waitFor();
    press("j", "Enter");
    page.locator("form.composer").waitFor();
    press("Enter"); // into it
    tabTo("Close");
    press("Enter");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reopen")).waitFor();
  }

  private void takesPart() {
    press("5");
    assertThat(heading("Actions")).isVisible();
    page.locator("[data-row]").first().waitFor();
    press("j", "Enter");
    assertThat(heading("Joint call with the platforms")).isVisible();
    tabTo("We will take part");
    press("Enter");
    assertThat(page.locator("button[aria-pressed=true]")).hasText("We will take part");
  }

  private com.microsoft.playwright.Locator heading(String words) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setLevel(1));
  }

  private void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private String focused() {
    return (String) page.evaluate("document.activeElement.innerText.trim()");
  }

  private void tabTo(String words) {
    for (int i = 0; i < MOST_TABS; i++) {
      press("Tab");
      if (focused().startsWith(words)) {
        return;
      }
    }
    throw new AssertionError("Tab never reached: " + words);
  }
}
