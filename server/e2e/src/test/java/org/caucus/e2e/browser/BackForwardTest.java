package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the browser of people does, and the one without windows does not. It keeps pages that
 * somebody left, as they were, and shows them at once when somebody goes back: not to another
 * person, and not after a sign-out, not for one frame. And it shows what its push service is told.
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
    try (Browser browser = Chromium.whole();
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

  /**
   * The message is that which PushWorkerTest finds, opened by {@code http_ece}, in what a push
   * service of its own was sent. Devtools hand it to the worker. So nothing here tests that a
   * browser's maker delivers it, that the browser subscribes there and opens the seal, and that a
   * finger on the notification is a click.
   */
  @Test
  void aDeviceShowsThatSomethingIsNewAndLeadsToIt() {
    try (Browser browser = Chromium.whole();
        Visitor ngozi = Visitor.arriving(browser, stage.base());
        Visitor amina = stage.seated("amina")) {
      ngozi.sitDown("ngozi");
      PushedDevice device = new PushedDevice(ngozi, stage.base());
      ngozi.go(Visitor.WORKSPACE + "/my-mail");
      ngozi.page().waitForFunction("() => navigator.serviceWorker.controller !== null");
      ngozi.button("Enable notifications").click();
      assertThat(ngozi.page().getByText("Notifications are on.")).isVisible();
      JsonObject push = ngozi.read("/push");
      assertThat(push.getBoolean("titles")).isFalse();
      String id = push.getJsonArray("devices").getJsonObject(0).getString("id");

      JsonObject title = new JsonObject().put("title", "The hearing on Thursday");
      String issue = amina.act("/trackers/COP/issues", title).getString("id");
      device.tell(
          new JsonObject()
              .put("id", id)
              .put("who", cookie(ngozi, "caucus-who"))
              .put("n", 1)
              .put("lang", "en")
              .put("title", "Caucus")
              .put("body", "Something new in Caucus"));

      assertThat(new JsonArray(device.shown()))
          .isEqualTo(
              new JsonArray()
                  .add(
                      new JsonObject()
                          .put("title", "Caucus")
                          .put("body", "Something new in Caucus")
                          .put("data", new JsonObject().put("id", id))));
      String pressed = device.press();
      assertThat(pressed).isEqualTo("/notified/" + id);
      // what it is about the server knows once a push service took it: PushWorkerTest
      ngozi
          .page()
          .route(
              "**/api/push/" + id,
              asked ->
                  asked.fulfill(
                      new Route.FulfillOptions()
                          .setContentType("application/json")
                          .setBody(
                              "{\"path\":\"" + Visitor.WORKSPACE + "/issues/" + issue + "\"}")));
      ngozi.go(pressed);
      assertThat(ngozi.page().locator("main h1")).containsText("The hearing on Thursday");
      assertThat(ngozi.page().url()).doesNotContain("notified");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  private static String cookie(Visitor who, String name) {
    return who.context().cookies().stream()
        .filter(cookie -> cookie.name.equals(name))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow();
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
