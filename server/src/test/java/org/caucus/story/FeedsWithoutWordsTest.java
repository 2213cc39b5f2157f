package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where mail holds no words, a feed answers no question of them: whoever has its address, such as a
 * service that reads it for somebody, could ask one after another.
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
}
