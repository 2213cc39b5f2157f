package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A phone of many years ago: its processor takes six times as long, and its browser empties what a
 * site keeps when room is short. Nothing waits without a sign of life, and no word is lost.
 */
@Tag(OnStage.KEEPS_PROGRAM)
class OldPhoneTest extends OnStage {
  private static final int TIMES_SLOWER = 6;
  private static final int ISSUES = 150;

  /** The longest that nothing at all may be seen of what was asked for, in milliseconds. */
  private static final int LONGEST_SILENCE_MS = 1_500;

  /** What was typed is on the disk after this. */
  private static final int WRITTEN_MS = 1_000;

  /** How many items this browser keeps sealed. */
  private static final String KEPT =
      "() => Object.keys(localStorage).filter(name => name.startsWith('caucus.kept.')).length";

  /** Presses a link, and says how long it took until progress or another page was seen. */
  private static final String SEEN_AFTER =
      """
      link => new Promise(done => {
        const before = document.querySelector('h1').textContent;
        const began = performance.now();
        const look = () => {
          const now = document.querySelector('h1')?.textContent;
          if (now !== before || document.querySelector('.under-way')) done(performance.now() - began);
          else requestAnimationFrame(look);
        };
        link.click();
        look();
      })\
      """;

  @BeforeAll
  static void aTrackerWithSomethingInIt() {
    try (Visitor amina = stage.seated("amina")) {
      for (int i = 0; i < ISSUES; i++) {
        amina.act(
            "/trackers/COP/issues",
            new io.vertx.core.json.JsonObject()
                .put("title", "Notice " + i + (i % 10 == 0 ? " on appeals" : ""))
                .put("description", "Removal within 24 hours, reading " + i));
      }
    }
  }

  private static CDPSession slow(Visitor visitor) {
    visitor.page().setViewportSize(360, 640);
    CDPSession session = visitor.context().newCDPSession(visitor.page());
    JsonObject rate = new JsonObject();
    rate.addProperty("rate", TIMES_SLOWER);
    session.send("Emulation.setCPUThrottlingRate", rate);
    return session;
  }

  private static String thread(Visitor who) {
    JsonArray all = who.read("/lists/coalition/threads").getJsonArray("items");
    return Visitor.WORKSPACE + "/threads/" + all.getJsonObject(0).getString("id");
  }

  private static Locator field(Page page) {
    return page.locator("form.composer textarea");
  }

  @Test
  void aListIsOpenedAndNarrowedAnIssueClosedAndAPostSent() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      slow(ngozi);
      Page page = ngozi.page();
      ngozi.go(Visitor.WORKSPACE + "/trackers/COP");
      page.locator(".filter input").pressSequentially("appeals");
      assertThat(page.locator("[data-row]").first()).containsText("appeals");
      assertThat(page.locator(".filter input")).hasValue("appeals");
      page.locator("[data-row]").first().getByText("on appeals").click();
      ngozi.button("Close").first().click();
      assertThat(ngozi.button("Reopen").first()).isVisible();

      ngozi.go(thread(ngozi));
      field(page).pressSequentially("Typed letter by letter on an old phone.");
      assertThat(field(page)).hasValue("Typed letter by letter on an old phone.");
      page.locator("form.composer .send").click();
      Locator sent = page.locator("article").getByText("Typed letter by letter");
      assertThat(sent).hasCount(1);
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void wherePagesTakeLongSomethingIsSeenOfThem() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      slow(ngozi);
      Page page = ngozi.page();
      ngozi.go(Visitor.WORKSPACE);
      for (String place : List.of("Trackers", "Lists", "Actions", "Updates")) {
        Locator link = page.locator(".bottom").getByRole(AriaRole.LINK, named(place));
        Object after = link.evaluate(SEEN_AFTER);
        assertThat(((Number) after).doubleValue()).as(place).isLessThan(LONGEST_SILENCE_MS);
      }
    }
  }

  @Test
  void whatWasTypedIsThereThoughTheBrowserEmptiedWhatItKept() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      String thread = thread(ngozi);
      ngozi.go(thread);
      field(page).fill("A long answer, typed in the bus.");
      page.waitForFunction(KEPT);
      page.waitForTimeout(WRITTEN_MS); // what was typed is written behind what was read
      int kept = (int) page.evaluate(KEPT);
      CDPSession session = slow(ngozi);
      JsonObject all = new JsonObject();
      all.addProperty("origin", stage.base());
      all.addProperty(
          "storageTypes", "local_storage,indexeddb,cache_storage,service_workers,file_systems");
      page.evaluate("localStorage.setItem('before', 'it was emptied')");
      session.send("Storage.clearDataForOrigin", all);
      page.waitForFunction("() => localStorage.getItem('before') === null");
      page.waitForFunction(KEPT + " >= " + kept);

      page.reload();
      assertThat(field(page)).hasValue("A long answer, typed in the bus.");
      page.locator("form.composer .send").click();
      assertThat(page.locator("article").getByText("typed in the bus")).hasCount(1);
    }
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
