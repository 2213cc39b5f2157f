package org.caucus.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caucus.kernel.support.Clocks;
import org.jspecify.annotations.Nullable;

/** One person's browser: its page, and what the page complained of. */
final class Visitor implements AutoCloseable {
  /** The one workspace of the demo, as a path. */
  static final String WORKSPACE = "/w/code-of-practice";

  /** What a browser says of a navigation that another one overtook. */
  private static final List<String> LED_ELSEWHERE =
      List.of("ERR_ABORTED", "is interrupted by another navigation");

  /** Where something new may be for everyone. */
  private static final Set<String> FOR_EVERYONE =
      Set.of("/trackers/COP/issues", "/actions", "/updates");

  /** As in a browser that was told to save data, and that has no workers, as over plain HTTP. */
  private static final String SAVES_DATA =
      """
      if (self === top) Object.defineProperties(navigator,
        { connection: { value: { saveData: true }, configurable: true },
          serviceWorker: { value: undefined, configurable: true } });\
      """;

  private static final int SEE_OTHER = 303;
  private static final int LOOK_MS = 40;
  private static final int QUIET_LOOKS = 2;
  private static final int MOST_LOOKS = 1_500;
  private static final String API = "/api/workspaces/code-of-practice";

  private final BrowserContext context;
  private final Page page;
  private final String base;
  private final List<String> complaints = new ArrayList<>();
  private final Set<Request> underWay = new HashSet<>();
  private @Nullable Request next;

  /** Whether the context ends with this visitor, because something in it may be of no other. */
  private boolean single;

  private Visitor(BrowserContext context, String base, boolean single) {
    this.context = context;
    this.single = single;
    this.base = base;
    this.page = context.newPage();
    context.setDefaultTimeout((double) Clocks.LONG.toMillis());
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onRequest(this::follow);
    page.onRequestFinished(underWay::remove);
    page.onRequestFailed(this::fail);
    page.onFrameNavigated(this::arrive);
  }

  static Visitor arriving(Browser browser, String base) {
    return new Visitor(browser.newContext(usual()), base, true);
  }

  /** Whose browser keeps nothing of the program, and fetches nothing of it ahead. */
  static Visitor savingData(Browser browser, String base) {
    Visitor visitor = new Visitor(Rested.take(browser, base, usual()), base, false);
    Rested.forget(visitor.context, visitor.page, base);
    visitor.page.addInitScript(SAVES_DATA);
    return visitor;
  }

  private static Browser.NewContextOptions usual() {
    return new Browser.NewContextOptions()
        .setLocale("en-GB")
        .setTimezoneId("Africa/Lagos")
        .setViewportSize(1440, 900);
  }

  /** Takes a seat of the demo without opening a page: what its one button sends, and no more. */
  void sitDown(String local) {
    var taken =
        context
            .request()
            .post(
                base + "/demo/enter/" + local,
                RequestOptions.create().setHeader("Origin", base).setMaxRedirects(0));
    if (taken.status() != SEE_OTHER) {
      throw new AssertionError("no seat for " + local + ": " + taken.status());
    }
    forgetDrafts();
  }

  /** What another test left unsent under this seat is no part of this one. */
  void forgetDrafts() {
    for (Object one : read("/own-drafts").getJsonArray("items", new JsonArray())) {
      JsonObject draft = (JsonObject) one;
      context
          .request()
          .delete(
              "%s%s/own-drafts/%s?version=%s"
                  .formatted(base, API, draft.getString("id"), draft.getString("version")),
              RequestOptions.create().setHeader("Origin", base));
    }
  }

  Page page() {
    return page;
  }

  /** Who asks for it may change it, so nobody else has it afterwards. */
  BrowserContext context() {
    if (!single) {
      context.addInitScript(SAVES_DATA); // in its other pages, too
      single = true;
    }
    return context;
  }

  /** Opens a path and waits until what it reads has come. */
  void go(String path) {
    try {
      page.navigate(base + path);
    } catch (PlaywrightException e) {
      if (LED_ELSEWHERE.stream().noneMatch(e.getMessage()::contains)) {
        throw e;
      }
      // the page led elsewhere in that very moment, as at another's sign-in
      page.navigate(base + path);
    }
    page.locator("h1").first().waitFor();
    settle();
  }

  /**
   * Gets to a path inside the app, as a link in a page does: the server is not asked for the page.
   */
  void goInside(String path) {
    page.navigate(base + "/sign-in");
    page.evaluate(
        "path => { history.pushState(null, '', path); dispatchEvent(new Event('popstate')) }",
        path);
    settle();
  }

  /**
   * Follows a link of the app from wherever the page is, and waits until what it reads has come.
   */
  void turnTo(String path) {
    page.evaluate(
        "path => { history.pushState(null, '', path); dispatchEvent(new Event('popstate')) }",
        path);
    settle();
  }

  /** Waits until nothing is being read any more; the event stream stays open for ever. */
  void settle() {
    int quiet = 0;
    for (int looks = 0; quiet < QUIET_LOOKS; looks++) {
      if (looks == MOST_LOOKS) {
        throw new AssertionError("still being read: " + underWay.iterator().next().url());
      }
      page.waitForTimeout(LOOK_MS);
      quiet = underWay.isEmpty() ? quiet + 1 : 0;
    }
  }

  private void follow(Request request) {
    if (request.isNavigationRequest() && request.frame().equals(page.mainFrame())) {
      next = request;
    }
    // of the program of a worker that is ended while it comes nothing is heard again
    if (!request.url().contains("/events") && !request.url().contains(".worker.")) {
      underWay.add(request);
    }
  }

  private void fail(Request request) {
    underWay.remove(request);
    if (request.equals(next)) {
      next = null;
    }
  }

  /**
   * What a page was still reading when the next one takes its place is never heard of again; and it
   * goes on reading after that one was asked for.
   */
  private void arrive(Frame frame) {
    if (next != null && frame.equals(page.mainFrame())) {
      underWay.retainAll(Set.of(next));
      next = null;
    }
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** A button in the part of the page that has that label: others may have one of the same name. */
  Locator button(String part, String name) {
    return page.getByLabel(part, new Page.GetByLabelOptions().setExact(true))
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  /** Opens a menu by the button of that name, and takes the item of that name. */
  void choose(String menu, String item) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(menu).setExact(true))
        .click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item)).click();
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  /** Reads from the API with this person's session. */
  JsonObject read(String path) {
    return new JsonObject(context.request().get(base + API + path).text());
  }

  /**
   * Acts by the API with this person's session. What says no audience is said to everyone, where
   * everyone may read it: the tests that call this are not about its readers.
   */
  JsonObject act(String path, JsonObject body) {
    boolean said = body.containsKey("audience") || !FOR_EVERYONE.contains(path);
    return send("POST", path, said ? body : body.copy().put("audience", "EVERYONE"));
  }

  /** Changes what is there, whatever its version, with this person's session. */
  JsonObject change(String path, JsonObject body) {
    return send("PATCH", path, body);
  }

  private JsonObject send(String method, String path, JsonObject body) {
    var response =
        context
            .request()
            .fetch(
                base + API + path,
                RequestOptions.create()
                    .setMethod(method)
                    .setHeader("Content-Type", "application/json")
                    .setHeader("Idempotency-Key", java.util.UUID.randomUUID().toString())
                    .setHeader("Origin", base)
                    .setData(body.encode()));
    if (!response.ok()) {
      throw new AssertionError(path + ": " + response.status() + " " + response.text());
    }
    return new JsonObject(response.text());
  }

  /** What the page complained of since the last time, on the console or by an uncaught error. */
  List<String> complaints() {
    List<String> since = List.copyOf(complaints);
    complaints.clear();
    return since;
  }

  @Override
  public void close() {
    if (single) {
      context.close();
    } else {
      Rested.rest(context, base);
    }
  }
}
