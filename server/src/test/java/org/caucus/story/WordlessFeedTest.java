package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Feeds of a seat whose mail holds no words. */
class WordlessFeedTest extends FeedsOnDemo {
  @Test
  void whereMailHoldsNoWordsAFeedHoldsNone() {
    String id = dara.post(UPDATES, update("Appeals", "In 48 hours.")).id();
    JsonObject made = make(amina);
    contentOfMail("ALL");
    try {
      for (String form : List.of("atom", "json")) {
        assertThat(read(made.getString(form)).text())
            .contains(id, "Something new in code-of-practice")
            .doesNotContain("Appeals", "48 hours", "On record", "Read by", "Code of Practice")
            .doesNotContainIgnoringCase("on-record", own());
      }
    } finally {
      contentOfMail("OFF");
    }
    assertThat(read(made.getString("atom")).text()).contains("Appeals");
  }

  /**
   * Whoever has the address, such as a service that reads it, could ask one question after another.
   */
  @Test
  void whereMailHoldsNoWordsAFeedAnswersNoQuestionOfThem() {
    String update = dara.post(UPDATES, update("Appeals", "In 48 hours.")).id();
    String action =
        amina
            .post(
                W + "/actions",
                new JsonObject()
                    .put("kind", "CALL")
                    .put("title", "Joint call")
                    .put("description", "")
                    .put("zone", "Africa/Lagos")
                    .put("audience", "EVERYONE"))
            .id();
    JsonObject made =
        as("halima@").post(W + "/feeds", new JsonObject().put("name", "Asked for things")).json();
    Map<String, String> questions =
        Map.of(
            "atom company=brightline",
            update,
            "atom kind=status",
            update,
            "actionsAtom kind=call",
            action);
    questions.forEach(
        (question, id) -> assertThat(asked(made, question)).as(question).contains(id));
    contentOfMail("ALL");
    try {
      questions.forEach(
          (question, id) -> assertThat(asked(made, question)).as(question).doesNotContain(id));
      assertThat(read(made.getString("atom")).text()).contains(update);
    } finally {
      contentOfMail("OFF");
    }
  }

  private String asked(JsonObject made, String question) {
    String[] parts = question.split(" ");
    return narrowed(made.getString(parts[0]), parts[1]).text();
  }
}
