package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two people at one computer: what the one wrote is never the other's, and nothing that the one saw
 * or typed is there for the other, from before the first answer to them on.
 */
class TwoPeopleTest extends OnStage {
  private static final String WORDS = "We will not name the source before Thursday";
  private static final String COALITION = "/lists/coalition/threads";
  private static final double SOON_MS = 5_000;
  private static final Pattern OTHER = Pattern.compile(".*/\\?other$");

  private static final Pattern LEFT = Pattern.compile(".*/(\\?other|sign-in.*)$");

  /** Whether a page would ask somebody who leaves it. */
  private static final String ASKS =
      "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))";

  /** How many fields a browser would keep the words of, to offer them in others. */
  private static final String REMEMBERED =
      """
      () => [...document.querySelectorAll('input:not([type]), [type=text], [type=search], textarea')]
          .filter(field => field.value && field.autocomplete !== 'off').length
      """;

  /** All that a page shows, and all that lies in the browser for this site. */
  private static final String EVERYTHING =
      """
      async () => JSON.stringify([document.documentElement.outerHTML, document.title, location.href,
          history.state, [...document.querySelectorAll('input, textarea')].map(e => e.value),
          {...localStorage}, {...sessionStorage}, document.cookie,
          await indexedDB.databases(), await Promise.all((await caches.keys()).map(async name =>
              (await (await caches.open(name)).keys()).map(kept => kept.url)))])
      """;

  private static String threadOf(Visitor who) {
    JsonArray threads = who.read(COALITION).getJsonArray("items");
    return Visitor.WORKSPACE + "/threads/" + threads.getJsonObject(0).getString("id");
  }

  private static Locator reply(Page page) {
    return page.locator("form.composer textarea").last();
  }

  private static List<String> posted(Visitor who, String words) {
    String id = threadOf(who).substring(threadOf(who).lastIndexOf('/') + 1);
    return who.read("/threads/" + id).getJsonArray("entries").stream()
        .map(JsonObject.class::cast)
        .filter(entry -> words.equals(entry.getString("text")))
        .map(entry -> entry.getString("seat"))
        .toList();
  }

  @Test
  void whatOneWroteWithoutALineIsNeverSaidByTheOtherAndIsSaidByItsAuthorLater() {
    try (Visitor desk = stage.seated("tobi")) {
      String tobi = desk.read("").getString("seat");
      Page his = desk.page();
      desk.go(threadOf(desk));
      his.route("**/api/**", Route::abort);
      reply(his).fill(WORDS);
      reply(his).press("Control+Enter");
      assertThat(his.getByText("Saved in this browser.")).isVisible();

      desk.sitDown("dara");
      his.unroute("**/api/**");
      his.evaluate("() => dispatchEvent(new Event('online'))");
      his.waitForURL(OTHER);
      assertThat(his.getByText("Dara")).not().hasCount(0);
      assertThat(posted(desk, WORDS)).isEmpty();
      assertThat((String) his.evaluate(EVERYTHING)).doesNotContain("Thursday");
      his.getByText("Continue as").click();
      his.locator("h1").waitFor();
      assertThat(posted(desk, WORDS)).isEmpty();

      desk.sitDown("tobi");
      desk.go(Visitor.WORKSPACE);
      assertThat(his.getByText("Saved in this browser.")).hasCount(0);
      desk.go(threadOf(desk));
      assertThat(his.locator("article").getByText(WORDS)).hasCount(1);
      assertThat(posted(desk, WORDS)).containsExactly(tobi);
    }
  }

  /** The page still offers it, and knows nothing yet of who signed in meanwhile. */
  @Test
  void whatOneDidIsNotUndoneByTheOther() {
    try (Visitor desk = stage.seated("tobi");
        Visitor amina = stage.seated("amina")) {
      String issue =
          desk.act("/trackers/COP/issues", new JsonObject().put("title", "Not hers to open again"))
              .getString("id");
      desk.goInside(Visitor.WORKSPACE + "/issues/" + issue);
      desk.button("Close issue").click();
      Locator undo =
          desk.page()
              .locator(".toast")
              .getByRole(
                  AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo").setExact(true))
              .first();
      undo.waitFor();
      JsonObject closed = amina.read("/issues/" + issue).getJsonObject("issue");

      desk.sitDown("dara");
      try {
        undo.click(new Locator.ClickOptions().setTimeout(SOON_MS));
      } catch (PlaywrightException left) {
        // the page has heard that another sits here, and has led away
      }
      desk.page().waitForURL(LEFT);

      assertThat(closed.getString("state")).isEqualTo("DONE");
      assertThat(amina.read("/issues/" + issue).getJsonObject("issue")).isEqualTo(closed);
    }
  }

  @Test
  void aTabThatSleptShowsNothingWhenItWakesAndIsToldByTheOtherTab() {
    try (Visitor desk = stage.seated("tobi")) {
      Page his = desk.page();
      Page slept = desk.context().newPage();
      desk.go(Visitor.WORKSPACE + "/lists/civil");
      for (Page page : List.of(his, slept)) {
        page.navigate(stage.base() + Visitor.WORKSPACE + "/trackers/MEMO");
        assertThat(page.locator("main").getByText("First full draft")).not().hasCount(0);
      }
      desk.sitDown("dara");
      Page hers = desk.context().newPage();
      hers.navigate(stage.base() + Visitor.WORKSPACE);
      hers.locator("h1").first().waitFor();
      for (Page page : List.of(his, slept)) {
        page.waitForURL(OTHER);
        assertThat((String) page.evaluate(EVERYTHING)).doesNotContain("First full draft", "MEMO");
      }
      his.goBack();
      his.locator("h1").first().waitFor();
      assertThat(his.url()).doesNotContain("civil");
    }
  }

  /** The browser froze the tab, and nothing of this browser told it who came meanwhile. */
  @Test
  void aFrozenTabAsksBeforeItShowsAnythingAgain() {
    try (Visitor desk = stage.seated("tobi")) {
      Page his = desk.page();
      desk.go(Visitor.WORKSPACE + "/trackers/MEMO");
      String tobis = (String) his.evaluate("() => document.cookie");
      desk.sitDown("dara");
      Object hidden =
          his.evaluate(
              """
              tobis => {
                document.cookie = tobis + '; Path=/';
                document.dispatchEvent(new Event('resume'));
                return document.documentElement.style.visibility;
              }
              """,
              tobis);
      assertThat(hidden).isEqualTo("hidden");
      his.waitForURL(OTHER);
      assertThat((String) his.evaluate(EVERYTHING)).doesNotContain("First full draft");
    }
  }

  @Test
  void whatATabTypesAfterAnotherSignedInIsNotDone() {
    try (Visitor desk = stage.seated("tobi")) {
      desk.go(threadOf(desk));
      desk.sitDown("dara");
      desk.page()
          .evaluate(
              """
              words => {
                const field = [...document.querySelectorAll('form.composer textarea')].at(-1);
                field.value = words;
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.closest('form').requestSubmit();
              }
              """,
              WORDS + " either");
      desk.page().waitForURL(OTHER);
      assertThat(posted(desk, WORDS + " either")).isEmpty();
    }
  }

  @Test
  void fortyWordsOfOnePersonAreNowhereBeforeTheFirstAnswerOfTheNext() {
    List<String> canaries = IntStream.range(0, 40).mapToObj(n -> "Canary" + n + "x").toList();
    try (Visitor desk = stage.seated("ngozi")) {
      Page hers = desk.page();
      desk.go(Visitor.WORKSPACE + "/search");
      hers.locator("main input").first().fill(canaries.get(0));
      hers.locator("main input").first().press("Enter");
      desk.settle();
      for (int n = 1; n < 20; n++) {
        post(desk, canaries.get(n));
      }
      String thread = threadOf(desk);
      desk.turnTo(Visitor.WORKSPACE + "/lists/civil");
      desk.turnTo(thread);
      reply(hers).fill(String.join(" ", canaries.subList(20, 30)));
      reply(hers).press("Control+Enter");
      assertThat(hers.getByText("Undo send")).not().hasCount(0);
      reply(hers).fill(String.join(" ", canaries.subList(30, 39)));
      byte[] words = canaries.get(39).getBytes(UTF_8);
      hers.locator("form.composer input[type=file]")
          .last()
          .setInputFiles(new FilePayload(canaries.get(39) + ".txt", "text/plain", words));
      desk.settle();
      assertThat(hers.evaluate(REMEMBERED)).as("for the next who types here").isEqualTo(0);
      String civil = stage.base() + Visitor.WORKSPACE + "/lists/civil";
      Page second = hers.waitForPopup(() -> hers.evaluate("url => void open(url)", civil));
      assertThat(second.getByText(canaries.get(19))).not().hasCount(0);
      second.locator("button.bell:visible").click();
      CDPSession sleep = desk.context().newCDPSession(second);
      lives(sleep, "frozen");

      hers.locator(".account").first().click();
      hers.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out")).click();
      hers.waitForURL("**/sign-in**");
      List<Route> held = new ArrayList<>();
      desk.context().route("**/api/**", held::add);
      desk.sitDown("dara");
      lives(sleep, "active");
      second.waitForURL(LEFT);
      hers.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (Page page : List.of(hers, second)) {
        for (String place : List.of("/search", "", "/lists/civil", "/organisations")) {
          page.navigate(stage.base() + Visitor.WORKSPACE + place);
          page.waitForTimeout(300);
          saysNothing(page, canaries);
        }
      }
      hers.goBack();
      hers.waitForTimeout(300);
      saysNothing(hers, canaries);
      desk.context().unroute("**/api/**");
      desk.go(thread);
      assertThat(hers.locator("article").getByText(canaries.get(20))).hasCount(1);
      saysNothing(hers, canaries.subList(30, 40));
      desk.go(Visitor.WORKSPACE + "/search");
      saysNothing(hers, canaries);
    }
  }

  /** As the browser does with a tab that nobody looks at, and when somebody does again. */
  private static void lives(CDPSession tab, String how) {
    com.google.gson.JsonObject state = new com.google.gson.JsonObject();
    state.addProperty("state", how);
    tab.send("Page.setWebLifecycleState", state);
  }

  /** A browser that is full, or told to keep nothing, asks before words are lost: their author. */
  @Test
  void whatCouldNotBeKeptAsksNobodyElseWhetherToLeave() {
    try (Visitor desk = stage.seated("tobi")) {
      Page his = desk.page();
      desk.go(threadOf(desk));
      his.evaluate("() => void (Storage.prototype.setItem = () => { throw new Error('full') })");
      reply(his).pressSequentially("Kept nowhere");
      desk.settle();
      assertThat(his.evaluate(ASKS)).isEqualTo(true);
      List<String> asked = new ArrayList<>();
      his.onDialog(
          dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
          });
      desk.sitDown("dara");
      his.evaluate("() => dispatchEvent(new Event('focus'))");
      his.waitForURL(OTHER);
      assertThat(asked).isEmpty();
    }
  }

  private static void saysNothing(Page page, List<String> canaries) {
    String everything = (String) page.evaluate(EVERYTHING);
    assertThat(canaries.stream().filter(everything::contains)).as(page.url()).isEmpty();
  }

  private static void post(Visitor who, String words) {
    who.act("/lists/civil/threads", new JsonObject().put("subject", words).put("text", words));
  }

  @Test
  void signingOutLeavesTheSealedDraftsOfOthers() {
    try (Visitor desk = stage.seated("tobi")) {
      desk.go(threadOf(desk));
      reply(desk.page()).fill(WORDS + " at all");
      desk.settle();
      desk.sitDown("ngozi");
      desk.go(Visitor.WORKSPACE);
      desk.page().locator(".account").first().click();
      desk.page()
          .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
          .click();
      desk.page().waitForURL("**/sign-in**");
      desk.sitDown("tobi");
      desk.go(threadOf(desk));
      assertThat(reply(desk.page())).hasValue(WORDS + " at all");
    }
  }

  /** The look is a tab's, and one person's: the next in that tab sees with their own eyes. */
  @Test
  void theNextPersonSeesWithTheirOwnEyes() {
    try (Visitor desk = stage.seated("amina")) {
      desk.go(Visitor.WORKSPACE + "/organisations");
      desk.button("View as Brightline").click();
      assertThat(desk.page().getByText("You are viewing as Brightline.")).isVisible();
      desk.sitDown("ngozi");
      desk.go(Visitor.WORKSPACE + "/lists");
      assertThat(desk.page().getByText("You are viewing as")).hasCount(0);
      assertThat(Stream.of(desk.page().url())).noneMatch(url -> url.contains("as="));
    }
  }
}
