package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The line goes before a page was ever opened here, or takes its time. */
@Tag(OnStage.KEEPS_PROGRAM)
class BadLineTest extends OnStage {
  private static final Pattern CODE_OF_THE_PAGE = Pattern.compile(".*/assets/ActionsView.*");

  private static final String NOTES_THE_WORKER =
      """
      const register = ServiceWorkerContainer.prototype.register;
      ServiceWorkerContainer.prototype.register = function (...asked) {
        window.asked = true;
        return register.apply(this, asked);
      };\
      """;

  /** Two journeys on, a page that is loaded again is ours: the first view takes two as well. */
  @Test
  void theWorkerIsAskedForWhileTheCodeOfTheFirstViewIsOnItsWay() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      List<Route> held = new ArrayList<>();
      page.addInitScript(NOTES_THE_WORKER);
      page.route(CODE_OF_THE_PAGE, held::add);
      page.navigate(
          stage.base() + Visitor.WORKSPACE + "/actions",
          new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      page.waitForFunction("() => window.asked");
      assertThat(page.locator("main")).hasCount(0);
      held.forEach(Route::resume);
      page.locator("h1").waitFor();
    }
  }

  @Test
  void aReloadWithoutALineRightAfterTheFirstViewIsOurOwnPageAndKeepsWhatWasTyped() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      page.navigate(stage.base() + Visitor.WORKSPACE + firstThread(ngozi));
      page.locator(".composer textarea").fill("Typed at once, on the first visit");
      page.evaluate("() => navigator.serviceWorker.ready.then(() => null)");
      ngozi.context().setOffline(true);
      page.reload();

      assertThat(page.locator(".rail")).isVisible();
      assertThat(page.locator("main")).containsText("Offline");
      ngozi.context().setOffline(false);
      assertThat(page.locator(".composer textarea")).hasValue("Typed at once, on the first visit");
    }
  }

  @Test
  void whatCouldNotBeOpenedOpensByItselfWhenTheLineIsBack() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      page.route(CODE_OF_THE_PAGE, route -> route.abort()); // not fetched ahead either
      ngozi.go(Visitor.WORKSPACE + "/lists");
      ngozi.context().setOffline(true);
      page.locator(".rail").getByText("Actions").click();

      assertThat(page.locator("main")).containsText("This page is not in this browser yet");
      assertThat(page.getByText("You are offline")).isVisible();
      look.at(page, "not-here-yet");
      Look.undress(page);

      page.unroute(CODE_OF_THE_PAGE);
      ngozi.context().setOffline(false);
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Actions");
      assertThat(page.getByText("This page is not in this browser yet")).hasCount(0);
    }
  }

  @Test
  void whatWasNeverReadHereComesByItselfAndNothingIsSaidOfTyping() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(Visitor.WORKSPACE + "/lists");
      // what is read of it, and not its code
      page.route("**/api/**/threads*", route -> route.abort());
      ngozi.link("Civil society").last().click();

      assertThat(page.locator("main .note")).containsText("Offline");
      assertThat(page.locator("main .note")).containsText("Part of this page is not stored");
      assertThat(page.locator("main")).not().containsText("Your text is still here");
    }
  }

  @Test
  void anActThatTakesLongIsSeenToBeUnderWay() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      List<Route> held = new ArrayList<>();
      ngozi.go(Visitor.WORKSPACE + "/my-mail");
      page.route("**/my-mail", held::add);
      page.locator("section[aria-labelledby=all-mail] button[type=submit]").click();

      assertThat(page.locator(".under-way")).isVisible();
      assertThat(page.locator(".under-way")).hasAttribute("aria-label", "Saving…");
      look.at(page, "under-way");
      Look.undress(page);
      held.forEach(Route::resume);
      assertThat(page.locator(".under-way")).hasCount(0);
      assertThat(page.locator(".toast").first()).containsText("Saved");
    }
  }

  private static Locator saidIn(Page page, String words) {
    return page.locator("article").filter(new Locator.FilterOptions().setHasText(words));
  }

  private static void say(Visitor visitor, String words) {
    visitor.page().locator(".composer textarea").fill(words);
    visitor.page().locator(".composer .send:enabled").click();
  }

  private static String firstThread(Visitor visitor) {
    JsonObject threads = visitor.read("/lists/coalition/threads");
    return "/threads/" + threads.getJsonArray("items").getJsonObject(0).getString("id");
  }

  @Test
  void whatHasArrivedNeverStandsBesideTheCopyThatWaitsForItsAnswer() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      List<Runnable> answers = new ArrayList<>();
      ngozi.go(Visitor.WORKSPACE + firstThread(ngozi));
      page.route(
          "**/entries",
          route -> {
            var answer = route.fetch();
            var late = new Route.FulfillOptions().setResponse(answer);
            answers.add(() -> route.fulfill(late));
          });
      say(ngozi, "Heard before it was answered");

      assertThat(saidIn(page, "Heard before it was answered")).hasCount(1);
      assertThat(page.locator(".post").count()).isZero();
      answers.forEach(Runnable::run);
      ngozi.settle();
      assertThat(page.locator(".post").count()).isZero();
      assertThat(saidIn(page, "Heard before it was answered")).hasCount(1);
    }
  }

  @Test
  void whatWasSaidAndNeverAnsweredStandsOnceAfterAReload() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(Visitor.WORKSPACE + firstThread(ngozi));
      page.route(
          "**/entries",
          route -> {
            route.fetch();
            route.abort();
          });
      say(ngozi, "Its answer was lost");
      assertThat(saidIn(page, "Its answer was lost")).hasCount(1);
      page.evaluate("() => new Promise((done) => setTimeout(done, 200))"); // it is written down
      page.reload();

      assertThat(saidIn(page, "Its answer was lost")).hasCount(1);
      assertThat(page.locator(".post").count()).isZero();
    }
  }

  @Test
  void whoHasGoneOnMeanwhileIsNotTakenToWhatWasSent() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      List<Route> held = new ArrayList<>();
      ngozi.go(Visitor.WORKSPACE + "/lists/coalition");
      page.route("**/lists/coalition/threads", held::add);
      ngozi.button("New thread").click();
      page.getByLabel("Subject").fill("Sent on a slow line");
      say(ngozi, "It takes its time.");
      assertThat(page.locator(".post")).hasCount(1);
      page.locator(".rail").getByText("Actions").click();
      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Actions");

      page.waitForResponse("**/lists/coalition/threads", () -> held.forEach(Route::resume));
      ngozi.settle();
      assertThat(page).hasURL(Pattern.compile(".*/actions$"));
    }
  }
}
