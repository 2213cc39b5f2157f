package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caucus.kernel.support.Clocks;
import org.caucus.kernel.support.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ngozi has several pages open when the line goes. Meanwhile others close an issue, take another
 * away from her, write, plan and assign. When the line is back, each page shows what a tab shows
 * that was opened then: where the stream goes on from where it was, and where the server does not
 * know of that any more.
 */
@Tag("browser")
class LostLineTest {
  private static final String W = Visitor.WORKSPACE;
  private static final String SECRET = "Between us: the draft of the memo";

  /** What a page says, but for how long ago and how long until. */
  private static final String SAYS =
      """
      () => [...document.querySelectorAll('main, .rail')].map(part => part.innerText)
        .join('\\n')
        .replace(/\\b(just )?now\\b|\\d+ (seconds?|minutes?|s|min)( ago)?/g, '')
        .replace(/(Show )?\\d+ new( messages?)?|Undo send|Already seen/g, '')
        .replace(/\\s+/g, ' ')\
      """;

  @TempDir Path data;
  private Line line;
  private Stage stage;
  private Visitor ngozi;
  private Visitor amina;
  private String open;
  private String taken;
  private String thread;

  @BeforeEach
  void pagesAreOpenOverALineThatCanBeCut() throws IOException {
    int port = Ports.free();
    line = new Line(port);
    stage =
        Stage.open(
            data,
            Map.of(
                "CAUCUS_HTTP_PORT",
                Integer.toString(port),
                "CAUCUS_BASE_URL",
                "http://localhost:" + line.port()));
    ngozi = stage.seated("ngozi");
    amina = stage.seated("amina");
    open = issue("Kept: notice before a removal");
    taken = issue(SECRET);
    comment(taken, "Words for few: what we tell the agency.");
    thread =
        ngozi
            .read("/lists/coalition/threads")
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("id");
  }

  @AfterEach
  void closes() throws IOException {
    stage.close();
    line.close();
  }

  private String issue(String title) {
    return amina
        .act(
            "/trackers/COP/issues",
            new JsonObject().put("title", title).put("audience", "EVERYONE"))
        .getString("id");
  }

  private void comment(String issue, String text) {
    amina.act("/issues/" + issue + "/entries", new JsonObject().put("text", text));
  }

  /** Few at a time: a browser has six connections to a server, and each page keeps one. */
  private Map<String, Page> tabs(String which) {
    List<String> paths =
        which.equals("read")
            ? List.of("", "/trackers/COP", "/issues/" + open, "/issues/" + taken)
            : List.of("/trackers/COP?view=board", "/threads/" + thread, "/actions");
    Map<String, Page> tabs = new LinkedHashMap<>();
    paths.forEach(path -> tabs.put(path, opened(path)));
    return tabs;
  }

  private Page opened(String path) {
    Page page = ngozi.context().newPage();
    page.navigate(stage.base() + W + path);
    page.locator("h1").first().waitFor();
    return page;
  }

  /** What others do while she hears nothing. */
  private void meanwhile() {
    amina.act("/issues/" + open + "/closure", new JsonObject().put("as", "DONE"));
    comment(open, "Done: the agency agreed.");
    narrow(taken);
    issue("Came while she was away");
    JsonObject mine = new JsonObject().put("title", "For her to see to");
    mine.put("assignees", new JsonArray().add(ngozi.read("").getString("seat")));
    amina.act("/trackers/COP/issues", mine.put("audience", "EVERYONE"));
    amina.act("/threads/" + thread + "/entries", new JsonObject().put("text", "Said meanwhile."));
    amina.act(
        "/actions",
        new JsonObject()
            .put("kind", "CALL")
            .put("title", "A call planned meanwhile")
            .put("zone", "Africa/Lagos")
            .put("startsAt", "2199-03-01T15:00:00+01:00")
            .put("audience", "EVERYONE"));
  }

  private void narrow(String issue) {
    String to = "NAMED(" + amina.read("").getString("seat") + ")";
    String asked = "?of=issue:" + issue + "&to=" + to.replace("(", "%28").replace(")", "%29");
    JsonObject foreseen = amina.read("/audience/preview" + asked);
    amina.act(
        "/audience",
        new JsonObject()
            .put("of", "issue:" + issue)
            .put("to", to)
            .put("token", foreseen.getString("token")));
  }

  private static String bell(Page page) {
    return page.locator("button.bell:visible").getAttribute("aria-label");
  }

  private void agreesWithAFreshTab(String path, Page page) {
    Page fresh = opened(path);
    page.bringToFront();
    await()
        .atMost(Clocks.LONG)
        .untilAsserted(
            () -> {
              page.waitForTimeout(100);
              assertThat(page.evaluate(SAYS)).as(path).isEqualTo(fresh.evaluate(SAYS));
              assertThat(bell(page)).as("bell of " + path).isEqualTo(bell(fresh));
            });
    fresh.close();
  }

  private void lose(BrowserContext context) throws IOException {
    context.route("**/api/**", Route::abort);
    line.cut();
    line.mend();
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "worked on"})
  void whereTheStreamGoesOnEveryPageAgreesWithAFreshOne(String which) throws IOException {
    Map<String, Page> tabs = tabs(which);
    lose(ngozi.context());
    meanwhile();
    ngozi.context().unroute("**/api/**");
    tabs.forEach(this::agreesWithAFreshTab);
    tabs.forEach((path, page) -> knowsNothingOfTheSecret(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "worked on"})
  void whereNobodyCanSayWhatHappenedEveryPageIsReadAgain(String which) throws IOException {
    Map<String, Page> tabs = tabs(which);
    lose(ngozi.context());
    meanwhile();
    // of this place in the log the server does not know, as after it was set back
    ngozi
        .context()
        .route(
            "**/events?**",
            route ->
                route.resume(
                    new Route.ResumeOptions()
                        .setUrl(
                            route.request().url().replaceAll("after=[^&]*", "after=unheardof"))));
    ngozi.context().unroute("**/api/**");
    tabs.forEach(this::agreesWithAFreshTab);
    tabs.forEach((path, page) -> knowsNothingOfTheSecret(page));
  }

  /** Nor is it offered by its name, which this tab held. */
  private void knowsNothingOfTheSecret(Page page) {
    assertThat(page.content()).doesNotContain(SECRET, "Words for few");
    page.bringToFront();
    page.locator("h1").first().click();
    page.keyboard().press("Control+k");
    page.locator(".palette input:focus").waitFor();
    page.keyboard().type("between us");
    assertThat(page.locator(".palette [role=option]").last()).isVisible();
    assertThat(page.locator(".palette [role=option] .title").allInnerTexts())
        .doesNotContain(SECRET);
    page.keyboard().press("Escape");
  }
}
