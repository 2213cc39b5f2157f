package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where mail holds no words, a feed holds none, and answers no question of them: whoever has its
 * address, such as a service that reads it for somebody, could ask one after another.
 */
@Tag("slow")
class FeedsWithoutWordsTest extends FeedsOnDemo {
  /** A form of the feed, what it is asked, and a thing that is among the answers. */
  private record Question(String form, String asked, String thing) {}

  private boolean isAnswered(JsonObject feed, Question question) {
    return narrowed(feed.getString(question.form()), question.asked())
        .text()
        .contains(question.thing());
  }

  @Test
  void aFeedAnswersNoQuestionOfThem() {
    String update =
        dara.post(
                W + "/updates",
                new JsonObject().put("title", "Appeals").put("body", "In 48 hours."))
            .id();
    JsonObject call =
        new JsonObject().put("kind", "CALL").put("title", "Call").put("zone", "Africa/Lagos");
    String action = amina.post(W + "/actions", call).id();
    JsonObject feed = make(amina);
    List<Question> questions =
        List.of(
            new Question("atom", "company=brightline", update),
            new Question("atom", "kind=status", update),
            new Question("json", "stage=noted", update),
            new Question("actionsAtom", "kind=call", action),
            new Question("actionsJson", "state=planned", action));
    assertThat(questions).allMatch(question -> isAnswered(feed, question));
    contentOfMail("ALL");
    try {
      assertThat(questions).noneMatch(question -> isAnswered(feed, question));
      assertThat(read(feed.getString("atom")).text()).contains(update);
    } finally {
      contentOfMail("OFF");
    }
  }

  @Test
  void aFeedHoldsNone() {
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
}
