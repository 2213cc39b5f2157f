package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ngozi takes what she filters with her into a feed reader, by an address of its own. */
class TrackerFeedTest extends OnStage {
  @Test
  void whatIsFilteredIsReadByAProgram() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      JsonObject labelled = new JsonObject().put("labels", List.of("fed"));
      ngozi.act("/trackers/COP/issues", labelled.copy().put("title", "In the reader"));
      ngozi.act("/trackers/COP/issues", new JsonObject().put("title", "Beside it"));
      ngozi.go(Visitor.WORKSPACE + "/trackers/COP?q=label%3Afed");

      ngozi.choose("More tracker options", "Feed address…");
      look.at(ngozi.page(), "tracker-feed");
      Look.undress(ngozi.page());
      ngozi.button("Create address").click();
      Locator addresses = ngozi.page().getByRole(AriaRole.DIALOG).locator("code");
      assertThat(addresses).hasCount(2);
      assertThat(addresses.last()).containsText("issues.json?tracker=cop&q=label%3Afed");
      look.at(ngozi.page(), "tracker-feed-made");
      Look.undress(ngozi.page());

      URI at = URI.create(addresses.last().innerText());
      JsonArray items =
          new JsonObject(
                  ngozi
                      .context()
                      .request()
                      .get(stage.base() + at.getRawPath() + "?" + at.getRawQuery())
                      .text())
              .getJsonArray("items");
      assertThat(items).hasSize(1);
      assertThat(items.getJsonObject(0).getString("title")).endsWith("In the reader");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }
}
