package org.caucus.e2e.browser;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PollShotsTest extends OnStage {
  private static JsonObject q(String kind, String title, String... options) {
    JsonArray all = new JsonArray();
    List.of(options).forEach(o -> all.add(new JsonObject().put("text", o)));
    return new JsonObject()
        .put("kind", kind)
        .put("title", title)
        .put("options", all)
        .put("audience", "CIVIL_SOCIETY")
        .put("quorum", new JsonObject().put("percent", 60))
        .put("closes", Instant.now().plus(Duration.ofDays(5)).toString());
  }

  @Test
  void shots() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      String consent =
          amina
              .act(
                  "/polls",
                  q("CONSENT", "Do we sign the joint statement on notice periods?")
                      .put("description", "As it stands **now**."))
              .getString("id");
      String ranked =
          amina
              .act(
                  "/polls",
                  q(
                      "RANKED",
                      "Where do we meet in March?",
                      "Abuja, at the Lantern office",
                      "Lagos",
                      "Kano"))
              .getString("id");
      JsonObject time = q("TIME", "When do we call?");
      time.getJsonArray("options")
          .add(new JsonObject().put("startsAt", "2027-03-01T10:00:00Z"))
          .add(new JsonObject().put("startsAt", "2027-03-02T10:00:00Z"));
      String times = amina.act("/polls", time).getString("id");
      ngozi.act(
          "/polls/" + consent + "/ballots",
          new JsonObject()
              .put("stance", "OBJECT")
              .put("reason", "Section 4 says 24 hours, which no small office can do."));
      amina.act(
          "/polls/" + consent + "/ballots",
          new JsonObject().put("stance", "AGREE_WITH_CONCERN").put("reason", "Fine."));
      ngozi.act(
          "/polls/" + ranked + "/ballots",
          new JsonObject().put("ranking", new JsonArray().add("C").add("A")));
      amina.act(
          "/polls/" + ranked + "/ballots",
          new JsonObject().put("ranking", new JsonArray().add("A").add("C")));
      ngozi.act(
          "/polls/" + times + "/ballots",
          new JsonObject()
              .put(
                  "times",
                  new JsonArray()
                      .add(new JsonObject().put("option", "1").put("suits", "YES"))
                      .add(new JsonObject().put("option", "2").put("suits", "MAYBE"))));
      ngozi.act(
          "/polls/" + consent + "/entries", new JsonObject().put("text", "Would 48 hours do?"));
      amina.act("/polls/" + ranked + "/closing", new JsonObject());
      amina.act(
          "/polls/" + ranked + "/outcome",
          new JsonObject()
              .put("outcome", "We meet in Abuja.")
              .put("option", "A")
              .put("reviewOn", "2027-06-01"));
      String issue =
          amina
              .act(
                  "/trackers/COP/issues",
                  new JsonObject().put("title", "Trains in March").put("audience", "EVERYONE"))
              .getString("id");
      amina.act(
          "/polls",
          q("CHOICE", "By train?", "Yes", "No")
              .put("on", new JsonObject().put("kind", "issue").put("id", issue)));
      Page page = amina.page();
      amina.goInside(Visitor.WORKSPACE);
      for (String lang : List.of("en", "fr", "ar")) {
        page.evaluate("to => localStorage.setItem('caucus.language', to)", lang);
        for (int[] size : new int[][] {{390, 844}, {1366, 768}}) {
          page.setViewportSize(size[0], size[1]);
          for (String[] v :
              new String[][] {
                {"list", "/polls"},
                {"form", "/polls#new"},
                {"consent", "/polls/" + consent},
                {"ranked", "/polls/" + ranked},
                {"time", "/polls/" + times},
                {"issue", "/issues/" + issue}
              }) {
            amina.goInside(Visitor.WORKSPACE + v[1]);
            if (v[0].equals("form")) {
              page.locator("[role=dialog] select").first().selectOption("RANKED");
              page.locator("[role=dialog] details")
                  .evaluateAll("all => all.forEach(d => d.open = true)");
            }
            page.screenshot(
                new Page.ScreenshotOptions()
                    .setPath(
                        Path.of(
                            "/tmp/pollsrest/shots/" + lang + "-" + size[0] + "-" + v[0] + ".png"))
                    .setFullPage(!v[0].equals("form")));
          }
        }
      }
    }
  }
}
