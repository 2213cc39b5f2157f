package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A browser keeps pages that somebody left, as they were, and shows them at once when somebody goes
 * back: not to another person, and not after a sign-out, not for one frame.
 */
class BackForwardTest extends OnStage {
  private static final String CIVIL = Visitor.WORKSPACE + "/lists/civil";
  private static final List<String> CANARIES =
      IntStream.range(0, 40).mapToObj(n -> "Canary" + n + "x").toList();

  /** Tells of a page that came back as it was, and of each frame in which it shows a canary. */
  private static final String WATCH =
      """
      addEventListener('pageshow', (event) => {
        if (!event.persisted) return;
        console.log('came back');
        const look = () => {
          const seen = document.body?.innerText.match(/Canary\\d+x/g) ?? [];
          if (seen.length) console.log('shows ' + seen.length);
          requestAnimationFrame(look);
        };
        look();
      }, true);
      """;

  private static final String BACK = "came back";
  private static final int LOOK_MS = 100;
  private static final int LOOKS = 200;
  private static final int LOOKS_AFTER = 20;

  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void whoGoesBackAfterASignOutOrAsAnotherSeesNothingOfThePersonBefore() {
    try (Browser browser = Chromium.keepingPages();
        Visitor desk = Visitor.arriving(browser, stage.base())) {
      desk.sitDown("ngozi");
      desk.context().addInitScript(WATCH);
      desk.context().onConsoleMessage(m -> told.add(m.text()));
      for (String canary : CANARIES) {
        desk.act(
            "/lists/civil/threads", new JsonObject().put("subject", canary).put("text", canary));
      }
      desk.context().route(stage.base() + CIVIL, BackForwardTest::keepable);

      leave(desk);
      assertThat(shown(desk)).as("to the same person").isNotEmpty();

      leave(desk);
      desk.sitDown("dara");
      assertThat(shown(desk)).as("to another").isEmpty();

      desk.sitDown("ngozi");
      leave(desk);
      desk.context().clearCookies();
      assertThat(shown(desk)).as("to nobody").isEmpty();
    }
  }

  /** As a browser does that keeps pages of which it is told to keep nothing. */
  private static void keepable(Route route) {
    var answer = route.fetch();
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.remove("cache-control");
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
  }

  private static void leave(Visitor desk) {
    desk.go(CIVIL);
    assertThat(desk.page().content()).contains(CANARIES.getLast());
    desk.page().navigate(stage.base() + "/robots.txt");
  }

  /** What a page showed from the moment at which it came back as it was. */
  private List<String> shown(Visitor desk) {
    told.clear();
    desk.page().evaluate("() => void history.back()");
    for (int i = 0; i < LOOKS && !told.contains(BACK); i++) {
      desk.page().waitForTimeout(LOOK_MS);
    }
    assertThat(told).contains(BACK);
    for (int i = 0; i < LOOKS_AFTER; i++) {
      desk.page().waitForTimeout(LOOK_MS);
    }
    return told.stream().filter(t -> t.startsWith("shows")).toList();
  }
}
