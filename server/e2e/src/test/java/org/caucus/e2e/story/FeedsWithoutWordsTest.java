package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Where mail holds no words, a feed holds none, and answers no question of them: anyone who has its
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
    String issue =
        amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", "Ask")).id();
    JsonObject feed = make(amina);
    List<Question> questions =
        List.of(
            new Question("atom", "company=brightline", update),
            new Question("atom", "kind=status", update),
            new Question("json", "stage=noted", update),
            new Question("actionsAtom", "kind=call", action),
            new Question("actionsJson", "state=planned", action),
            new Question("issuesAtom", "tracker=cop", issue),
            new Question("issuesJson", "q=Ask", issue));
    assertThat(questions).allMatch(question -> isAnswered(feed, question));
    contentOfMail("ALL");
    try {
      assertThat(questions).noneMatch(question -> isAnswered(feed, question));
      assertThat(read(feed.getString("atom")).text()).contains(update);
    } finally {
      contentOfMail("OFF");
    }
  }

  /** What is asked of a name that there is not gets the same answer as of one that there is. */
  @Test
  void aFeedNamesNeitherCompaniesNorTrackers() {
    JsonObject feed = make(amina);
    contentOfMail("ALL");
    try {
      for (Question one :
          List.of(
              new Question("atom", "company=", "brightline"),
              new Question("issuesAtom", "tracker=", "memo"))) {
        Browser.Reply none = narrowed(feed.getString(one.form()), one.asked() + "zebra");
        Browser.Reply there = narrowed(feed.getString(one.form()), one.asked() + one.thing());
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.text()).doesNotContain("<entry>").doesNotContainIgnoringCase(one.thing());
        assertThat(there.status()).isEqualTo(200);
        assertThat(there.text()).doesNotContain("<entry>").doesNotContainIgnoringCase(one.thing());
      }
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
            .doesNotContain(
                "Appeals", "48 hours", "On the record", "Who can read", "Code of Practice")
            .doesNotContainIgnoringCase("on-record", own());
      }
    } finally {
      contentOfMail("OFF");
    }
    assertThat(read(made.getString("atom")).text()).contains("Appeals");
  }
}
