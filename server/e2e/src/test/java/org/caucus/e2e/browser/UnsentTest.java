package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What was written and could not be sent is lost nowhere: not when it is taken up again, not in a
 * second tab, not where the browser has no room, and not when its author's seat has ended.
 */
@Tag(OnStage.KEEPS_PROGRAM)
class UnsentTest extends OnStage {
  private static final Pattern LINK = Pattern.compile("(/join/[\\w.~-]+)");
  private static final String REFUSAL =
      """
      {"type":"about:blank","title":"Not done","status":400,"detail":"Not by the rules."}\
      """;

  @Test
  void anIssueThatWasRefusedComesBackWithItsWords() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(Visitor.WORKSPACE + "/trackers/COP");
      refusePosts(ngozi, "/trackers/COP/issues");
      ngozi.button("New issue").first().click();
      Locator dialog = ngozi.page().getByRole(AriaRole.DIALOG);
      dialog.getByLabel("Title").fill("Who keeps the register of notices?");
      dialog.getByLabel("Description").fill("Section 4 names nobody.");
      dialog.locator("button[type=submit]").click();
      ngozi.button("Edit message").click();

      assertThat(dialog.getByLabel("Title")).hasValue("Who keeps the register of notices?");
      assertThat(dialog.getByLabel("Description")).hasValue("Section 4 names nobody.");
    }
  }

  @Test
  void aPostThatWasRefusedIsToldOfWhereverItsAuthorIs() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(thread(ngozi));
      refusePosts(ngozi, "/threads/");
      reply(ngozi.page()).fill("We were never asked about fees.");
      reply(ngozi.page()).press("Control+Enter");
      ngozi.page().locator(".rail").getByText("Actions").click();

      assertThat(ngozi.page().getByText("1 message was not sent.")).isVisible();
      ngozi.button("Show").click();
      Locator dialog = ngozi.page().getByRole(AriaRole.DIALOG);
      assertThat(dialog).containsText("We were never asked about fees.");
      assertThat(dialog).containsText("Not by the rules.");
      look.at(ngozi.page(), "unsent");
      Look.undress(ngozi.page());
      dialog.getByText("Open its page").click();
      assertThat(ngozi.button("Edit message")).isVisible();
      ngozi.button("Discard").click();
      assertThat(ngozi.page().getByText("1 message was not sent.")).hasCount(0);
    }
  }

  @Test
  void twoTabsHaveOneDraft() {
    try (Visitor tobi = stage.seated("tobi")) {
      String thread = thread(tobi);
      tobi.go(thread);
      Page second = tobi.context().newPage();
      second.navigate(tobi.page().url());
      reply(second).waitFor();

      reply(tobi.page()).fill("The notice came at noon.");
      assertThat(reply(second)).hasValue("The notice came at noon.");
      reply(tobi.page()).press("Control+Enter");
      assertThat(reply(second)).hasValue("");
      assertThat(second.locator("article").getByText("The notice came at noon.")).hasCount(1);
    }
  }

  @Test
  void aBrowserWithoutRoomSaysThatThePageMustStayOpen() {
    try (Visitor dara = stage.seated("dara")) {
      dara.page()
          .addInitScript(
              """
              Storage.prototype.setItem = function () {
                throw new DOMException('full', 'QuotaExceededError');
              };
              """);
      String thread = thread(dara);
      dara.go(thread);
      assertThat(dara.page().getByText("This browser cannot store")).hasCount(0);
      dara.context().setOffline(true);
      reply(dara.page()).fill("Nobody has room for this.");
      assertThat(dara.page().getByText("This browser cannot store your text")).isVisible();
      reply(dara.page()).press("Control+Enter");
      assertThat(dara.page().getByText("This browser cannot store it")).isVisible();

      dara.context().setOffline(false);
      Page page = dara.page();
      assertThat(page.locator("article").getByText("Nobody has room for this.")).isVisible();
      assertThat(page.getByText("This browser cannot store your text")).hasCount(0);
    }
  }

  @Test
  void whoCameWhileAPostWaitedReadsItOnlyWhenItsAuthorSaysSo() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi");
        Visitor came = stage.stranger()) {
      String thread = thread(ngozi);
      ngozi.go(thread);
      ngozi.context().setOffline(true);
      reply(ngozi.page()).fill("Our line until Thursday.");
      reply(ngozi.page()).press("Control+Enter");
      assertThat(ngozi.page().getByText("Saved in this browser.")).isVisible();
      join(amina, came, "efe@lantern.example");
      ngozi.context().setOffline(false);

      assertThat(ngozi.page().getByText("1 person from")).isVisible();
      assertThat(said(amina, thread)).doesNotContain("Our line until Thursday.");
      ngozi.button("Send to them too").click();
      Locator sent = ngozi.page().locator("article").getByText("Our line until Thursday.");
      assertThat(sent).hasCount(1);
    }
  }

  @Test
  void whoseSeatEndedHasTheWordsThatWaited() {
    try (Visitor amina = stage.seated("amina");
        Visitor kelechi = stage.seated("kelechi")) {
      kelechi.go(thread(kelechi));
      String seat = kelechi.read("").getString("seat");
      kelechi.context().setOffline(true);
      reply(kelechi.page()).fill("My last words here.");
      reply(kelechi.page()).press("Control+Enter");
      assertThat(kelechi.page().getByText("Saved in this browser.")).isVisible();
      amina.act("/seats/" + seat + "/end", new JsonObject());
      kelechi.context().setOffline(false);

      assertThat(kelechi.page().getByText("Your unsent messages from this workspace:")).isVisible();
      assertThat(kelechi.page().locator("main")).containsText("My last words here.");
      kelechi.page().reload();
      assertThat(kelechi.page().locator("main")).containsText("My last words here.");
    }
  }

  @Test
  void aPageWhoseFilesAreGoneIsLoadedAnewAndKeepsWhatWasTyped() {
    try (Visitor dara = stage.stranger()) {
      Page page = dara.page();
      page.addInitScript( // what the worker keeps is not gone
          "ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error())");
      dara.sitDown("dara");
      String thread = thread(dara);
      page.route("**/assets/ActionsView*", route -> route.fulfill(gone()));
      dara.go(thread);
      reply(page).fill("Half a sentence, and then");
      page.evaluate("() => { window.before = true }");
      Predicate<String> root = url -> url.equals(stage.base() + "/");
      String other = "<script type=module src=/assets/index-Another1.js></script>";
      page.route(root, route -> route.fulfill(new Route.FulfillOptions().setBody(other)));
      page.locator(".rail").getByText("Actions").click();
      page.waitForFunction("() => window.before === undefined");
      page.unroute("**/assets/ActionsView*");
      page.reload();

      assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("Actions");
      dara.go(thread);
      assertThat(reply(page)).hasValue("Half a sentence, and then");
    }
  }

  @Test
  void whoReadsAnAnswerIsNotSaidBeforeItIsKnownAndNeverMore() {
    try (Visitor amina = stage.seated("amina")) {
      String thread = thread(amina);
      amina.act(
          "/threads/" + thread.substring(thread.lastIndexOf('/') + 1) + "/entries",
          new JsonObject().put("text", "Among us").put("audience", "CIVIL_SOCIETY"));
      amina.go(thread);
      AtomicReference<Route> slow = new AtomicReference<>();
      Page page = amina.page();
      page.route(url -> url.contains("under=entry"), slow::set);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Reply").setExact(true))
          .last()
          .click();
      reply(page).fill("Only us");
      assertThat(page.locator("[data-will-see]:visible")).hasCount(0);

      page.waitForCondition(() -> slow.get() != null);
      slow.get().resume();
      assertThat(page.locator("[data-will-see]:visible")).not().containsText("Brightline");
      assertThat(page.locator("form.composer .pick")).containsText("Civil society");
      reply(page).fill("");
    }
  }

  @Test
  void anEditThatWasLeftDoesNotWriteOverWhatOthersPutThereSince() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor amina = stage.seated("amina")) {
      JsonObject issue =
          new JsonObject().put("title", "Fees").put("description", "One.\n\nTwo.\n\nThree.");
      String id = ngozi.act("/trackers/COP/issues", issue).getString("id");
      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      ngozi.button("Edit: Description").click();
      text(ngozi).fill("One, at least.\n\nTwo.\n\nThree.");
      JsonObject now = amina.read("/issues/" + id).getJsonObject("issue");
      amina.change(
          "/issues/" + id,
          new JsonObject()
              .put("description", "One.\n\nTwo.\n\nThree, at most.")
              .put("version", now.getInteger("version")));

      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      ngozi.button("Edit: Description").click();
      assertThat(text(ngozi)).hasValue("One, at least.\n\nTwo.\n\nThree, at most.");
      ngozi.button("Save").click();
      assertThat(ngozi.page().getByText("One, at least.")).isVisible();
      assertThat(amina.read("/issues/" + id).getJsonObject("issue").getString("description"))
          .isEqualTo("One, at least.\n\nTwo.\n\nThree, at most.");
    }
  }

  private static Locator text(Visitor who) {
    return who.page().getByLabel("Description").and(who.page().locator("textarea"));
  }

  @Test
  void whereTheProgramBeginsWithoutALineOpensByItself() {
    try (Visitor tobi = stage.seated("tobi")) {
      Page page = tobi.page();
      page.route("**/api/me", route -> route.abort());
      page.navigate(stage.base() + "/");
      assertThat(page.getByText("Offline")).isVisible();
      assertThat(page.locator("main")).containsText("unsent messages will be sent");
      page.unroute("**/api/me");
      page.waitForURL("**" + Visitor.WORKSPACE);
    }
  }

  private static Route.FulfillOptions gone() {
    return new Route.FulfillOptions().setStatus(404).setBody("");
  }

  private static void refusePosts(Visitor visitor, String to) {
    visitor
        .page()
        .route(
            url -> url.contains(to),
            route -> {
              if (route.request().method().equals("POST")) {
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(400)
                        .setContentType("application/problem+json")
                        .setBody(REFUSAL));
              } else {
                route.resume();
              }
            });
  }

  private static void join(Visitor convenor, Visitor came, String address) throws Exception {
    convenor.act(
        "/invitations",
        new JsonObject()
            .put("address", address)
            .put("organisation", "lantern")
            .put("role", "MEMBER"));
    came.go(stage.mail().find(address, LINK));
    came.page().getByLabel("Your name").fill("Efe");
    came.button("Join").click();
    came.page().waitForURL("**" + Visitor.WORKSPACE + "**");
  }

  private static String said(Visitor who, String thread) {
    String id = thread.substring(thread.lastIndexOf('/') + 1);
    JsonArray entries = who.read("/threads/" + id).getJsonArray("entries");
    return entries.encode();
  }

  private static String thread(Visitor who) {
    JsonArray all = who.read("/lists/coalition/threads").getJsonArray("items");
    return Visitor.WORKSPACE + "/threads/" + all.getJsonObject(0).getString("id");
  }

  private static Locator reply(Page page) {
    return page.getByLabel("Write a reply").last();
  }
}
