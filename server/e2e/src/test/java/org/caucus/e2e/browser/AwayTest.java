package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Server or database are away for a while: the page says so, keeps what is written, recovers. */
@Tag("browser")
class AwayTest {
  private static final String LIST = Visitor.WORKSPACE + "/lists/coalition";
  private static final double SAID_MS = 20_000;

  /** The longest pause between two tries, and a try. */
  private static final double RECOVERED_MS = 45_000;

  private static final String WORDS = "Written while it was away.";

  @TempDir Path data;

  @Test
  void theServerGoesAndComesBack() throws Exception {
    try (Stage stage = Stage.open(data);
        Visitor ngozi = stage.seated("ngozi")) {
      openThread(ngozi);

      stage.stopServer();
      said(ngozi, "Reconnecting…");
      write(ngozi);
      said(ngozi, "1 message is saved");
      assertThat(ngozi.page().locator(".post")).containsText(WORDS);
      said(ngozi, "The server cannot be reached");
      stage.startServer();

      ngozi.page().locator("article").getByText(WORDS).waitFor(within(RECOVERED_MS));
      recovered(ngozi);
      ngozi.page().reload();
      assertThat(ngozi.page().locator("article").getByText(WORDS)).hasCount(1);
    }
  }

  @Test
  void theDatabaseIsAwayForAWhile() throws Exception {
    MongoServer database = new MongoServer(H2Backend.inMemory());
    database.bind("127.0.0.1", 0);
    try (Line line = new Line(database.getLocalAddress().getPort());
        Stage stage =
            Stage.open(
                data, Map.of("CAUCUS_MONGODB_URI", "mongodb://127.0.0.1:" + line.port() + "/"));
        Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      openThread(ngozi);
      openThread(dara);

      line.cut();
      Response refused =
          ngozi.page().waitForResponse(r -> r.url().endsWith("/entries"), () -> write(ngozi));
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.headers()).containsKey("retry-after");
      said(ngozi, "The server is busy");
      assertThat(ngozi.page().locator(".post")).containsText(WORDS);
      line.mend();

      ngozi.page().locator("article").getByText(WORDS).waitFor(within(RECOVERED_MS));
      dara.page().locator("article").getByText(WORDS).waitFor(within(RECOVERED_MS));
      recovered(ngozi);
      assertThat(dara.page().locator("article").getByText(WORDS)).hasCount(1);
    } finally {
      database.shutdownNow();
    }
  }

  private static void openThread(Visitor who) {
    who.go(LIST);
    who.link("Welcome, and how we use this list").first().click();
    who.page().locator("form.composer").waitFor();
    who.settle();
  }

  private static void write(Visitor who) {
    Page page = who.page();
    page.locator("form.composer textarea").fill(WORDS);
    page.locator("form.composer button[type=submit]").click();
  }

  private static void said(Visitor who, String words) {
    who.page().locator("p.bar").getByText(words).waitFor(within(SAID_MS));
  }

  private static void recovered(Visitor who) {
    who.page()
        .locator("p.bar")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(WaitForSelectorState.HIDDEN)
                .setTimeout(RECOVERED_MS));
    assertThat(who.page().locator(".post")).hasCount(0);
  }

  private static Locator.WaitForOptions within(double ms) {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE).setTimeout(ms);
  }
}
