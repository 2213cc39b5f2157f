package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody else widens an action while its page is being answered on: nothing is said unasked. */
class MoreReadersTest extends OnStage {
  private static final String NOTE = "Only two of us, and not for the companies.";

  private static void widen(Visitor by, String action) {
    String of = "action:" + action;
    String token = by.read("/audience/preview?of=" + of + "&to=EVERYONE").getString("token");
    by.act("/audience", new JsonObject().put("of", of).put("to", "EVERYONE").put("token", token));
  }

  private static Locator takePart(Visitor who) {
    return who.page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("We will take part").setExact(true));
  }

  @Test
  void thePersonWhoAnswersIsAskedBeforeMoreThanWereShownReadIt() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      JsonObject plan =
          new JsonObject()
              .put("kind", "CALL")
              .put("title", "What we offer")
              .put("audience", "CIVIL_SOCIETY")
              .put("zone", "Africa/Lagos")
              .put("startsAt", "2199-03-01T15:00:00+01:00");
      String call = amina.act("/actions", plan).getString("id");
      ngozi.go(Visitor.WORKSPACE + "/actions/" + call);
      AtomicBoolean widened = new AtomicBoolean();
      // between the look at the page and the answer of the server
      ngozi
          .page()
          .route(
              Pattern.compile(".*/commitments$"),
              route -> {
                if (!widened.getAndSet(true)) {
                  widen(amina, call);
                }
                route.resume();
              });
      ngozi.page().getByPlaceholder("Note with your answer").fill(NOTE);
      takePart(ngozi).click();

      Locator question = ngozi.page().getByRole(AriaRole.DIALOG);
      assertThat(question).containsText("More people can read this now");
      assertThat(question).containsText("More people can read this now (Everyone)");
      look.at(ngozi.page(), "more-readers");
      Look.undress(ngozi.page());
      question.getByText("Cancel").click();

      assertThat(question).hasCount(0);
      assertThat(takePart(ngozi)).isFocused(); // it was disabled meanwhile
      assertThat(ngozi.page().getByPlaceholder("Note with your answer")).hasValue(NOTE);
      assertThat(dara.read("/actions/" + call).encode()).doesNotContain("Only two of us");

      takePart(ngozi).click(); // the page shows by now who reads it
      assertThat(ngozi.page().locator("main")).containsText(NOTE);
      assertThat(dara.read("/actions/" + call).encode()).contains("Only two of us");
    }
  }
}
