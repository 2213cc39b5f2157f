package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Caucus is opened where there is no line: the program is there, and nothing that anybody said. */
@Tag("browser")
class OfflineTest {
  private static final String LIST = Visitor.WORKSPACE + "/lists/coalition";

  /** Every view is fetched first, and each as a file of its own. */
  private static final double KEPT_MS = 90_000;

  private static final double BACK_MS = 45_000;
  private static final String WORDS = "Written where there is no line.";

  @TempDir Path data;

  @Test
  void theWorkspaceOpensWithoutALineAndSendsOnceWhatWasWritten() throws Exception {
    try (Stage stage = Stage.open(data);
        Visitor ngozi = stage.seated("ngozi")) {
      openThread(ngozi);
      isKept(ngozi);

      stage.stopServer();
      write(ngozi);
      assertThat(ngozi.page().getByText("1 message is saved")).isVisible(soon());
      ngozi.page().reload();

      Locator title = ngozi.page().getByText("Offline");
      assertThat(title).isVisible(soon());
      assertThat(ngozi.page().locator("main")).not().containsText(WORDS);
      assertThat(ngozi.page().locator(".rail")).isVisible();
      stage.startServer();

      ngozi
          .page()
          .locator("article")
          .getByText(WORDS)
          .waitFor(new Locator.WaitForOptions().setTimeout(BACK_MS));
      ngozi.page().reload();
      assertThat(ngozi.page().locator("article").getByText(WORDS)).hasCount(1);
      holdsTheProgramAlone(ngozi);
    }
  }

  /** A first visit on a slow line, or a browser that lets no page be kept. */
  @Test
  void viewsOpenOneAfterTheOtherWhileNothingIsKept() throws Exception {
    try (Stage stage = Stage.open(data);
        Visitor ngozi = stage.seated("ngozi")) {
      ngozi
          .context()
          .addInitScript(
              "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error())");
      ngozi.go(LIST);
      for (String place : List.of("/trackers", "/actions", "/updates")) {
        ngozi.turnTo(Visitor.WORKSPACE + place);
        assertThat(ngozi.page().locator("main h1")).isVisible(soon());
        assertThat(ngozi.page().getByText("Offline")).hasCount(0);
      }
      assertThat((Boolean) ngozi.page().evaluate("() => !navigator.serviceWorker.controller"))
          .isTrue();
    }
  }

  @Test
  void aBrowserThatTheProgramCannotRunInIsToldSoByThePage() throws Exception {
    try (Stage stage = Stage.open(data);
        Visitor somebody = stage.stranger()) {
      somebody
          .context()
          .addInitScript(
              "Object.defineProperty(window, 'localStorage',"
                  + " { get() { throw new DOMException('denied', 'SecurityError') } })");
      somebody.page().navigate(stage.base() + "/sign-in");
      Locator told = somebody.page().getByText("or set to keep nothing");
      assertThat(told).isHidden(); // most pages open sooner
      assertThat(told).isVisible(soon());
    }
  }

  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(BACK_MS);
  }

  private static void openThread(Visitor visitor) {
    visitor.go(LIST);
    visitor.link("Welcome, and how we use this list").first().click();
    visitor.page().locator("form.composer textarea").waitFor();
  }

  private static void isKept(Visitor visitor) {
    visitor
        .page()
        .waitForFunction(
            "() => navigator.serviceWorker.controller !== null",
            null,
            new Page.WaitForFunctionOptions().setTimeout(KEPT_MS));
  }

  private static void write(Visitor visitor) {
    visitor.page().locator("form.composer textarea").fill(WORDS);
    visitor.page().locator("form.composer button[type=submit]").click();
  }

  private static void holdsTheProgramAlone(Visitor visitor) {
    @SuppressWarnings("unchecked")
    List<String> kept =
        (List<String>)
            visitor
                .page()
                .evaluate(
                    """
                    async () => {
                      const all = [];
                      for (const name of await caches.keys())
                        for (const asked of await (await caches.open(name)).keys())
                          all.push(new URL(asked.url).pathname);
                      return all;
                    }
                    """);
    assertThat(kept).contains("/", "/caucus.svg").hasSizeGreaterThan(20);
    assertThat(kept).allMatch(path -> path.matches("/|/assets/[^/]+|/caucus\\.[a-z]+"));
  }
}
