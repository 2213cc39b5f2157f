package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What one hears of: chosen by kind and hour on one page, and for a single thing where it stands.
 */
class HearingTest extends OnStage {
  @Test
  void eachKindComesInItsOwnWayAndHoursAreQuiet() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(Visitor.WORKSPACE + "/my-mail");
      Locator all = page.locator("section[aria-labelledby=all-mail]");
      all.getByLabel("Replies to you").selectOption("DIGEST");
      all.getByLabel("Items you take part in or follow").selectOption("WEB");
      assertThat(all.getByLabel("Your decision is needed")).isDisabled();
      all.getByLabel("Quiet hours every day").check();
      all.locator("input[type=time]").first().fill("22:15");
      all.locator("input[type=time]").last().fill("06:30");
      all.locator("button[type=submit]").click();
      page.locator(".toast").first().waitFor();

      page.reload();
      assertThat(all.getByLabel("Replies to you")).hasValue("DIGEST");
      assertThat(all.getByLabel("Items you take part in or follow")).hasValue("WEB");
      assertThat(all.getByLabel("Assigned to you")).hasValue("AT_ONCE");
      assertThat(all.locator("input[type=time]").first()).hasValue("22:15");
      assertThat(all.locator("input[type=time]").last()).hasValue("06:30");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void whatIsFollowedRingsAndWhatIsMutedRingsNoMore() {
    try (Visitor amina = stage.seated("amina");
        Visitor tobi = stage.seated("tobi")) {
      String thread =
          amina
              .act(
                  "/lists/coalition/threads",
                  new JsonObject().put("subject", "The hearing").put("text", "Who goes there?"))
              .getString("id");
      int usual = tobi.read("/bell").getInteger("unread");
      wishes(tobi, thread, "Follow");
      tobi.go(Visitor.WORKSPACE);
      int followed = tobi.read("/bell").getInteger("unread");
      says(amina, thread, "On Thursday, at ten.");
      assertThat(bell(tobi)).hasAttribute("aria-label", unread(followed + 1));

      wishes(tobi, thread, "Mute");
      tobi.go(Visitor.WORKSPACE);
      assertThat(bell(tobi)).hasAttribute("aria-label", unread(usual));
      says(amina, thread, "No, at eleven.");
      String seat = tobi.read("").getString("seat");
      amina.act(
          "/trackers/COP/issues",
          new JsonObject()
              .put("title", "Who speaks at the hearing")
              .put("assignees", new JsonArray().add(seat)));

      assertThat(bell(tobi)).hasAttribute("aria-label", unread(usual + 1));
      tobi.page().keyboard().press("i");
      Locator newest = tobi.page().locator(".dialog [data-row]").first();
      assertThat(newest).containsText("Who speaks at the hearing");
      assertThat(tobi.complaints()).isEmpty();
    }
  }

  private static void wishes(Visitor who, String thread, String wish) {
    who.go(Visitor.WORKSPACE + "/threads/" + thread);
    who.page().getByLabel("Notifications for this").selectOption(new SelectOption().setLabel(wish));
    who.page().locator(".toast").first().waitFor();
  }

  private static void says(Visitor who, String thread, String words) {
    who.act("/threads/" + thread + "/entries", new JsonObject().put("text", words));
  }

  private static Locator bell(Visitor who) {
    return who.page().locator("button.bell:visible");
  }

  private static Pattern unread(int n) {
    return Pattern.compile(n == 0 ? "none unread$" : ": " + n + " unread$");
  }
}
