package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is unread, on two devices of one person, while another talks and a third reads along. */
class UnreadTest extends OnStage {
  private static final String W = Visitor.WORKSPACE;

  private static String open(Visitor by, String title) {
    JsonObject issue = new JsonObject().put("title", title).put("audience", "EVERYONE");
    return by.act("/trackers/COP/issues", issue).getString("id");
  }

  private static String say(Visitor by, String issue, String text) {
    return by.act("/issues/" + issue + "/entries", new JsonObject().put("text", text))
        .getString("id");
  }

  private static void nothingLeft(Visitor who) {
    JsonObject page = who.read("/unread");
    JsonObject all =
        new JsonObject()
            .put("turn", page.getInteger("turn"))
            .put("position", page.getString("position"));
    who.act("/unread/all", all);
  }

  /** The number beside the trackers, in the rail. */
  private static Locator left(Page page) {
    return page.locator(".rail a.place[href$='/trackers'] b.n");
  }

  private static void settled(Page page, int unread) {
    if (unread == 0) {
      assertThat(left(page)).hasCount(0);
    } else {
      assertThat(left(page)).hasText(Integer.toString(unread));
    }
  }

  @Test
  void twoDevicesAgreeAndAnIssueOpensWhereItsReaderLeftIt() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi");
        Visitor phone = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      nothingLeft(ngozi);
      nothingLeft(dara);
      Page one = ngozi.page();
      Page two = phone.page();
      ngozi.go(W + "/actions");
      phone.go(W + "/actions");
      dara.go(W + "/actions");
      settled(one, 0);

      String id = open(amina, "Removal within 24 hours of a notice");
      say(amina, id, "Who counts the hours?");
      settled(one, 2);
      settled(two, 2);
      settled(dara.page(), 2);
      one.keyboard().press("n");
      one.locator("h1").getByText("Removal within 24 hours").waitFor();
      settled(one, 0);
      settled(two, 0);
      settled(dara.page(), 2);

      one.keyboard().press("1");
      for (int i = 1; i <= 14; i++) {
        say(amina, id, "Point " + i + " of the list.\n\nIt is for the memo.");
      }
      settled(two, 14);
      settled(one, 14);
      one.keyboard().press("n");
      Locator line = one.locator("[role='separator']").getByText("14 new messages");
      assertThat(line).isVisible();
      assertThat(one.locator("article").getByText("Point 1 of the list.")).isInViewport();
      Look.atTheDesk(one);
      look.at(one, "unread-issue");
      one.evaluate("document.documentElement.dir = 'ltr'");
      Look.atTheDesk(one);
      one.locator("article").last().evaluate("one => one.scrollIntoView({ block: 'center' })");
      settled(one, 0);
      settled(two, 0);
      assertThat(dara.read("/unread").getInteger("unread")).isEqualTo(16);

      one.locator("article").nth(13).getByLabel("More").click();
      one.getByText("Mark as unread from here").click();
      settled(two, 2);
      settled(one, 2);
      one.keyboard().press("Shift+Escape");
      one.getByText("All marked as read.").waitFor();
      settled(two, 0);
      one.keyboard().press("z");
      settled(two, 2);
      two.reload();
      settled(two, 2);
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void oneCatchesUpByKeysConversationByConversation() {
    try (Visitor amina = stage.seated("amina");
        Visitor tobi = stage.seated("tobi")) {
      nothingLeft(tobi);
      String first = open(amina, "A form for notices");
      String second = open(amina, "Who may appeal");
      String third = open(amina, "Costs of compliance");
      say(amina, first, "For which notices?");
      say(amina, second, "And to whom?");
      Page page = tobi.page();
      tobi.go(W + "/catch-up");
      Locator title = page.locator("#catch-up-title");
      assertThat(title).containsText("A form for notices");
      page.keyboard().press("n");
      assertThat(title).containsText("Who may appeal");
      assertThat(page.locator("article").getByText("And to whom?")).isVisible();
      Look.atTheDesk(page);
      look.at(page, "catch-up");
      page.evaluate("document.documentElement.dir = 'ltr'");
      Look.atTheDesk(page);
      page.keyboard().press("r");
      assertThat(page.locator("form.composer textarea")).isFocused();
      page.keyboard().press("Escape");
      page.locator("#catch-up-title").focus();
      page.keyboard().press("e");
      assertThat(title).containsText("Costs of compliance");
      page.keyboard().press("m");
      page.getByText(Pattern.compile("^1 discussion with new messages$")).waitFor();
      page.keyboard().press("n");
      assertThat(title).containsText("A form for notices");
      // the key marks nothing as read that has not come yet
      assertThat(page.locator("article").getByText("For which notices?")).isVisible();
      page.keyboard().press("e");
      page.getByText("No unread messages").waitFor();
      look.at(page, "caught-up");
      assertThat(tobi.read("/unread").getInteger("unread")).isZero();
      say(amina, third, "Who pays?");
      assertThat(tobi.read("/unread").getInteger("unread")).as("of what is muted").isZero();
      say(amina, first, "Which form?");
      assertThat(tobi.read("/unread").getInteger("unread")).isEqualTo(1);
    }
  }
}
