package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a company's update, said by its liaison over a real SMTP connection. */
class UpdateCourseTest extends OnUpdates {
  private String posted(String title) {
    return posted(
        new JsonObject()
            .put("title", title)
            .put("body", "Within 48 hours.")
            .put("provision", "Part I 3(a)")
            .put("due", "2027-01-01"));
  }

  private JsonObject update(String id) {
    return amina.get(W + "/updates/" + id).json().getJsonObject("update");
  }

  private static String told(String title) throws IOException {
    return ParsedLetter.of(soon(DARA, "Done: " + title)).text();
  }

  @ParameterizedTest
  @CsvSource({
    "Title: Within two days, title, Within two days",
    "Kind: action, kind, ACTION",
    "Attribution: background, attribution, BACKGROUND",
    "Provision: Part II 4, provision, Part II 4",
    "Due: 2027-03-31, due, 2027-03-31"
  })
  void aCorrectionChangesWhatItNamesAndItsPastIsShown(String line, String field, String value)
      throws IOException {
    String title = "Corrected by mail " + field;
    String id = posted(title);
    say(
        "correct " + field,
        DARA,
        asked(id, "Is the " + field + " right?"),
        "Re: " + title,
        "Correct: it was a slip\n" + line + "\n\nWithin 24 hours.\n\n> Is it right?");

    await()
        .atMost(Clocks.LONG)
        .until(() -> update(id).getString("body"), "Within 24 hours."::equals);
    assertThat(update(id).getString(field)).isEqualTo(value);
    JsonArray past = update(id).getJsonArray("past");
    assertThat(past.getJsonObject(0).getString("body")).isEqualTo("Within 48 hours.");
    assertThat(past.getJsonObject(0).getString("note")).isEqualTo("it was a slip");
    String seen = field.equals("title") ? value : title;
    assertThat(told(seen))
        .contains("You corrected this update of your company:")
        .contains("it was a slip", "The earlier text stays visible")
        .containsPattern("Who can read it: Everyone · \\d+ readers")
        .contains("Brightline: ");
    assertThat(ParsedLetter.of(soon(NGOZI, "it was a slip")).text()).contains("Within 24 hours.");
  }

  @Test
  void aStageIsSaidByALine() throws IOException {
    String title = "Decided by mail";
    String id = posted(title);
    String to = asked(id, "How far are you?");
    assertThat(ParsedLetter.of(soon(DARA, "How far are you?")).text())
        .contains("This is an update of your company. To add to it")
        .doesNotContain("reply with the one word read");
    say("stage", DARA, to, "Re: " + title, "Stage: decided\n\nThe desk opens in March.");

    await().atMost(Clocks.LONG).until(() -> update(id).getString("stage"), "DECIDED"::equals);
    assertThat(told(title)).contains("decided\n\nThe desk opens in March.", "Who can read it: ");
    assertThat(ParsedLetter.of(soon(NGOZI, "The desk opens in March.")).text()).contains("decided");
  }

  @Test
  void aRetractionStaysToBeSeen() throws IOException {
    String title = "Retracted by mail";
    String id = posted(title);
    String ngozi = answersAt(title, NGOZI);
    say("retract of others", NGOZI, ngozi, "Re: " + title, "Retract: we say so");
    assertThat(ParsedLetter.of(soon(NGOZI, "Only the update’s own company can do that")).text())
        .doesNotContain("Who can read it");
    String to = asked(id, "Do you stand by it?");
    say("retract wrongly", DARA, to, "Re: " + title, "Retrct: it was not ours to say");
    assertThat(
            ParsedLetter.of(soon(DARA, "A command to change the update was not understood")).text())
        .contains("    retract: it was not ours to say");
    assertThat(update(id).containsKey("retraction")).isFalse();
    say("retract", DARA, to, "Re: " + title, "Retract: it was not ours to say");

    await().atMost(Clocks.LONG).until(() -> update(id).containsKey("retraction"));
    assertThat(update(id).getString("body")).isEqualTo("Within 48 hours.");
    assertThat(told(title))
        .contains("You retracted this update of your company:", "it was not ours to say")
        .contains("marked as retracted");
    assertThat(ParsedLetter.of(soon(NGOZI, "it was not ours to say")).text())
        .contains("no longer supports it");
  }
}
