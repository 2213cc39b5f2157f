package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of many comments the last are there at once, earlier ones when asked for, and by a link. */
class EarlierCommentsTest extends OnStage {
  private static final int COMMENTS = 120;

  /** As the API gives them. */
  private static final int PAGE = 50;

  private static final String W = "/api/workspaces/code-of-practice";

  private static JsonObject of(APIResponse answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return new JsonObject(answer.text());
  }

  private static JsonObject post(Visitor who, String path, Map<String, String> body) {
    return of(
        who.context()
            .request()
            .post(
                stage.base() + W + path,
                RequestOptions.create().setHeader("Origin", stage.base()).setData(body)));
  }

  @Test
  void earlierCommentsComeWhenTheyAreAskedFor() throws Exception {
    try (Visitor amina = stage.seated("amina")) {
      JsonObject issue = post(amina, "/trackers/COP/issues", Map.of("title", "Many words"));
      String path = "/issues/" + issue.getString("id");
      String first = post(amina, path + "/entries", Map.of("text", "Comment 1.")).getString("id");
      for (int i = 2; i <= COMMENTS; i++) {
        post(amina, path + "/entries", Map.of("text", "Comment " + i + "."));
      }

      amina.go("/w/code-of-practice" + path);
      amina.settle();
      Locator rows = amina.page().locator("article[data-row]");
      assertThat(rows).hasCount(PAGE);
      assertThat(rows.last()).containsText("Comment " + COMMENTS + ".");
      assertThat(amina.page().getByRole(AriaRole.SEPARATOR)).hasCount(0);
      look.at(amina.page(), "earlier-comments");
      Look.undress(amina.page());

      amina.button("Earlier comments").click();
      assertThat(rows).hasCount(2 * PAGE);
      assertThat(amina.page().locator(":focus")).containsText("Comment " + (COMMENTS - PAGE + 1));
      amina.button("Earlier comments").click();
      assertThat(rows).hasCount(COMMENTS);
      assertThat(amina.button("Earlier comments")).hasCount(0);
      assertThat(rows.first()).containsText("Comment 1.");
      assertThat(amina.page().getByRole(AriaRole.SEPARATOR)).hasCount(0);

      amina.go("/w/code-of-practice/activity");
      amina.go("/w/code-of-practice" + path + "#" + first);
      assertThat(rows).hasCount(COMMENTS);
      assertThat(amina.page().locator("article[id='" + first + "']")).isInViewport();
    }
  }
}
