package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.caucus.messaging.distribution.permalinks.Permalink;
import org.junit.jupiter.api.Test;

/**
 * How mail went, in the browser: who got a post, whose mail comes back, how a list's letters look,
 * and the link of a letter.
 */
class MailPagesTest extends OnStage {
  private static void pictures(Visitor who, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      who.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : List.of(375, 1_200)) {
        who.page().setViewportSize(width, 800);
        Path to =
            Path.of("target", "screenshots", "mail-" + name + "-" + width + "-" + scheme + ".png");
        who.page().screenshot(new Page.ScreenshotOptions().setPath(to).setFullPage(true));
      }
    }
  }

  private static String newPost(Visitor who, String list, String subject) {
    JsonObject made =
        who.act(
            "/lists/" + list + "/threads",
            new JsonObject().put("subject", subject).put("text", "Counted by hand."));
    return who.read("/threads/" + made.getString("id"))
        .getJsonArray("entries")
        .getJsonObject(0)
        .getString("id");
  }

  @Test
  void thePersonWhoWroteAPostSeesWhoGotIt() {
    try (Visitor amina = stage.seated("amina")) {
      String entry = newPost(amina, "coalition", "Who got this");
      amina.go(Visitor.WORKSPACE + "/entries/" + entry + "/mail");
      amina
          .page()
          .getByText("Received by email")
          .or(amina.page().getByText("On its way"))
          .first()
          .waitFor();
      pictures(amina, "deliveries");
      assertThat(amina.page().getByText("Cannot read it").count()).isZero();
      assertThat(amina.page().locator("main li").count()).isGreaterThan(10);
      amina.link("Back to message").click();
      amina.page().getByText("Counted by hand.").first().waitFor();
      assertThat(amina.link("Delivery status").count()).isPositive();
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void ofACommentTooItIsSaidWhoWasToldAndWhoWasNotAndWhy() {
    try (Visitor amina = stage.seated("amina")) {
      JsonObject made =
          amina.act("/trackers/COP/issues", new JsonObject().put("title", "Who has the numbers?"));
      String issue = Visitor.WORKSPACE + "/issues/" + made.getString("id");
      amina.act(
          "/issues/" + made.getString("id") + "/entries", new JsonObject().put("text", "Anyone?"));
      amina.go(issue);
      amina.link("Delivery status").click();
      amina.page().getByText("Not involved and not following").first().waitFor();
      pictures(amina, "deliveries-of-comment");
      assertThat(amina.page().getByText("Author").count()).isEqualTo(1);
      amina.link("Back to message").click();
      amina.page().waitForURL("**" + issue + "**");
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void aLettersLinkLeadsWhereItStandsForWhoMayReadIt() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String entry = newPost(amina, "civil", "A letter with a link");
      String link = Visitor.WORKSPACE + "/m/" + Permalink.of(entry + "@lists.example");
      amina.go(link);
      amina.page().waitForURL("**/threads/**");
      amina.page().getByText("Counted by hand.").first().waitFor();

      dara.goInside(link);
      dara.page().getByText("Page not found").waitFor();
      assertThat(dara.page().content()).doesNotContain("Counted by hand.");
    }
  }

  @Test
  void aConvenorChoosesHowTheLettersOfAListLook() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/lists/coalition/settings");
      amina.button("Email layout…").click();
      amina.page().getByLabel("Subject tag").fill("[Code]");
      amina.page().getByLabel("Footer").fill("A closed coalition's list");
      amina.page().getByLabel("The list").check();
      pictures(amina, "looks");
      amina.button("Email layout", "Save").click();
      amina.page().getByText("Layout saved.").waitFor();

      JsonObject style = amina.read("/lists/coalition/style");
      assertThat(style.getString("tag")).isEqualTo("[Code]");
      assertThat(style.getString("footer")).isEqualTo("A closed coalition's list");
      assertThat(style.getString("answers")).isEqualTo("LIST");
      assertThat(amina.read("/audit").encode()).contains("list.styled");

      amina.button("Undo").last().click();
      amina.page().getByText("Change undone.").waitFor();
      assertThat(amina.read("/lists/coalition/style").getString("tag")).isEmpty();
      // who is read first is chosen in the same place
      Locator strangers = amina.page().getByLabel("Emails from people who cannot post there");
      strangers.selectOption("REFUSE");
      amina.page().locator("li.card form button").click();
      amina.page().getByText("Saved. Applies from now on.").waitFor();
      amina.button("Undo").last().click();
      amina
          .page()
          .waitForFunction("() => document.querySelector('li.card select').value === 'HOLD'");
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void whoseMailComesBackIsSaidWithItsReason() throws Exception {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/mail-trouble");
      amina.page().getByText("No bouncing email").waitFor();
      pictures(amina, "trouble-none");
      assertThat(amina.complaints()).isEmpty();
    }
  }
}
