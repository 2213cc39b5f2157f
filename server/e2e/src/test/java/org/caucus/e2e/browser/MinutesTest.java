package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/**
 * A company writes the minutes of a call: what civil society had noted before stays to be found.
 */
class MinutesTest extends OnStage {
  private static JsonObject text(String text) {
    return new JsonObject().put("text", text);
  }

  @Test
  void earlierMinutesStayForThoseWhoCouldReadThemAndNobodyElse() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      JsonObject plan =
          new JsonObject()
              .put("kind", "CALL")
              .put("title", "Joint call on appeals")
              .put("audience", "CIVIL_SOCIETY")
              .put("zone", "Africa/Lagos")
              .put("startsAt", "2199-03-01T15:00:00+01:00");
      String call = amina.act("/actions", plan).getString("id");
      amina.act(
          "/actions/" + call + "/minutes",
          text("Among us:\n\n* They will not move on 24 hours\n- [ ] Ask who decides"));
      String of = "action:" + call;
      String token = amina.read("/audience/preview?of=" + of + "&to=EVERYONE").getString("token");
      amina.act(
          "/audience", new JsonObject().put("of", of).put("to", "EVERYONE").put("token", token));
      // what fewer had noted stays a task for them, though more read the action now
      amina.go(Visitor.WORKSPACE + "/actions/" + call);
      amina.button("Create task: Ask who decides").click();
      assertThat(amina.link("Task created")).isVisible();
      assertEquals("CIVIL_SOCIETY", task(amina, "Ask who decides").getString("audience"));
      dara.act("/actions/" + call + "/minutes", text("1. Removal\n2. Appeals within a week"));

      amina.go(Visitor.WORKSPACE + "/actions/" + call);
      assertThat(amina.page().locator("main")).containsText("Appeals within a week");
      Locator earlier =
          amina
              .page()
              .locator("details")
              .filter(hasText("Earlier minutes, for the readers before"));
      assertThat(earlier.getByText("They will not move")).not().isVisible();
      earlier.locator("summary").click();
      assertThat(earlier.getByText("They will not move")).isVisible();
      assertThat(earlier.locator(".chip")).containsText("Civil society");
      earlier.scrollIntoViewIfNeeded();
      look.at(amina.page(), "earlier-minutes");

      dara.go(Visitor.WORKSPACE + "/actions/" + call);
      assertThat(dara.page().locator("main")).containsText("Appeals within a week");
      assertThat(dara.page().getByText("Earlier minutes, for the readers before")).hasCount(0);
    }
  }

  private static JsonObject task(Visitor by, String title) {
    return by.read("/actions").getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getString("title").equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
