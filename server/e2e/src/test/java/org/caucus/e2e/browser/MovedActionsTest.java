package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Days of actions, as a table, a list and on paper; and what was said of another day. */
class MovedActionsTest extends OnStage {
  private static final String W = Visitor.WORKSPACE;

  @Test
  void aMonthIsATableOrAListAndOnPaperWhatTheSheetHasRoomFor() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions?view=month");
      Locator table = page.locator("main table");
      Locator list = page.locator("main .list");
      assertThat(table).isVisible();
      assertThat(list).hasCount(0);
      page.setViewportSize(390, 800);
      assertThat(list).isVisible();
      assertThat(table).hasCount(0);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(list).isVisible();
      assertThat(table).not().isVisible();
      page.setViewportSize(1024, 800);
      assertThat(table).isVisible();
      assertThat(list).not().isVisible();
    }
  }

  @Test
  void whatWasSaidBeforeAnActionWasMovedSaysSoUntilItIsSaidAnew() {
    try (Visitor amina = stage.seated("amina")) {
      String moved =
          amina
              .act(
                  "/actions",
                  new JsonObject()
                      .put("kind", "CALL")
                      .put("title", "Call that moves")
                      .put("zone", "Africa/Lagos")
                      .put("startsAt", "2033-03-07T09:00:00Z"))
              .getString("id");
      amina.act("/actions/" + moved + "/rsvp", new JsonObject().put("answer", "WILL"));
      amina.change(
          "/actions/" + moved,
          new JsonObject()
              .put("startsAt", "2033-03-08T09:00:00Z")
              .put("endsAt", "2033-03-09T11:00:00Z"));
      Page page = amina.page();
      amina.go(W + "/actions/" + moved);
      assertThat(page.locator("main time").first())
          .containsText("10:00 – Wednesday, 9 March 2033, 12:00");
      Locator anew = page.getByText("Please confirm your answer");
      assertThat(anew).isVisible();
      assertThat(page.getByText("· answered before the time changed")).isVisible();
      page.getByText("Going", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(anew).hasCount(0);
    }
  }
}
