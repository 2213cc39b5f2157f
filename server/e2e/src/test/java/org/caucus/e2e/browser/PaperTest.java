package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes to a meeting on paper, and what goes on the first screen of a telephone. */
class PaperTest extends OnStage {
  @Test
  void onPaperStandsWhoReadsItAndWhenItWasSaidAndNothingToPress() {
    try (Visitor amina = stage.seated("amina")) {
      for (String kind : List.of("/lists/coalition/threads", "/trackers/COP/issues", "/actions")) {
        String id = amina.read(kind).getJsonArray("items").getJsonObject(0).getString("id");
        Page page = amina.page();
        amina.go(Visitor.WORKSPACE + kind.replaceFirst("^.*/", "/") + "/" + id);
        page.emulateMedia(
            new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        assertThat(page.locator("main .chip").first()).containsText("Everyone");
        assertThat(page.locator("nav").first()).not().isVisible();
        assertThat(page.locator("main .button:not([download]):visible")).hasCount(0);
        assertThat(page.locator("textarea:visible")).hasCount(0);
        assertThat(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))
            .isEqualTo("light");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      }
      String thread =
          amina
              .read("/lists/coalition/threads")
              .getJsonArray("items")
              .getJsonObject(0)
              .getString("id");
      amina.go(Visitor.WORKSPACE + "/threads/" + thread);
      amina.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(amina.page().locator("article time .print").first()).isVisible();
      assertThat(amina.page().locator("article time .screen").first()).not().isVisible();
    }
  }

  @Test
  void itCanBeInstalled() {
    try (Visitor stranger = stage.stranger()) {
      stranger.go("/sign-in");
      var request = stranger.context().request();
      String at = stranger.page().locator("link[rel=manifest]").getAttribute("href");
      var manifest = request.get(stage.base() + at);
      assertThat(manifest.headers().get("content-type")).startsWith("application/manifest+json");
      JsonObject says = new JsonObject(manifest.text());
      assertThat(says.getString("display")).isEqualTo("standalone");
      assertThat(says.getString("start_url")).isEqualTo("/");
      for (Object one : says.getJsonArray("icons")) {
        JsonObject icon = (JsonObject) one;
        var picture = request.get(stage.base() + icon.getString("src"));
        assertThat(picture.status()).as(icon.getString("src")).isEqualTo(200);
        assertThat(picture.headers().get("content-type")).startsWith(icon.getString("type"));
      }
      assertThat(stranger.complaints()).isEmpty();
    }
  }
}
