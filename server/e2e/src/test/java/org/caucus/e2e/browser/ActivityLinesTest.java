package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What belongs together is one line of the activity, also while it comes. */
class ActivityLinesTest extends OnStage {
  private static String open(Visitor by, String title) {
    JsonObject issue = new JsonObject().put("title", title).put("audience", "EVERYONE");
    return by.act("/trackers/COP/issues", issue).getString("id");
  }

  private static void say(Visitor by, String issue, String text) {
    by.act("/issues/" + issue + "/entries", new JsonObject().put("text", text));
  }

  private static Locator line(Page page, String words) {
    return page.locator("main .act")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile(words)));
  }

  @Test
  void whatSeveralPeopleSayOnOneThingIsOneLineThatNamesThem() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      String id = open(amina, "Notice for archives");
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE);
      say(ngozi, id, "Twelve hours would do.");
      say(dara, id, "We need a day.");
      Locator line = line(page, "commented on COP-\\d+ Notice for archives");
      assertThat(line).hasCount(1);
      assertThat(line.locator("p").first()).containsText(Pattern.compile("Dara .+ and Ngozi "));
      say(amina, id, "Let us take this up on Monday.");
      assertThat(line.locator("p").first())
          .containsText(Pattern.compile("Amina .+, Dara .+ and 1 other commented on"));

      page.reload();
      assertThat(line).hasCount(1);
      line.getByText("Show all 3").click();
      assertThat(line.locator("li")).hasCount(3);
      assertThat(line.locator("li").last()).containsText("Twelve hours would do.");
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void aLiveRowSaysWhatAnEditChangedAsALoadedOneDoesAndAnUndoJoinsIt() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      String id = open(amina, "Hours of the night desk");
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE);
      ngozi.change("/issues/" + id, new JsonObject().put("priority", "HIGH"));
      Locator line = line(page, "changed COP-\\d+ Hours of the night desk");
      line.locator(".changes").getByText("High").waitFor();
      String live = line.locator(".changes").innerText();
      page.reload();
      assertThat(line.locator(".changes")).hasText(live);

      ngozi.change("/issues/" + id, new JsonObject().put("priority", "NORMAL"));
      assertThat(line(page, "changed COP-\\d+ Hours of the night desk and undid the change"))
          .hasCount(1);
      assertThat(line).hasCount(1);
    }
  }
}
