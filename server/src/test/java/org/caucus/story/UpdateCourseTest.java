package org.caucus.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.Clocks;
import org.caucus.email.ParsedLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a company's update, said by its liaison over a real SMTP connection. */
class UpdateCourseTest extends ByMail {
  private static final String DARA = "dara@brightline.example";
  private static final Pattern TICKET = Pattern.compile("[\\w.+-]+\\+r\\.[\\w]+@lists\\.example");

  private String posted(String title) {
    JsonObject update =
        new JsonObject()
            .put("title", title)
            .put("body", "Within 48 hours.")
            .put("provision", "Part I 3(a)")
            .put("due", "2027-01-01");
    dara.post(W + "/updates", update).id();
    return dara.get(W + "/updates").json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(u -> u.getString("title").equals(title))
        .map(u -> u.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  private JsonObject update(String id) {
    return amina.get(W + "/updates/" + id).json().getJsonObject("update");
  }

  /** Dara answers what somebody said under the update: nobody sends her a notice of her own. */
  private String answersAt(String id, String words) throws IOException {
    amina.post(W + "/updates/" + id + "/entries", new JsonObject().put("text", words)).id();
    return answerTo(DARA, words);
  }

  private static String answerTo(String person, String words) {
    String reply =
        await()
            .atMost(Clocks.LONG)
            .until(() -> soon(person, words).value("Reply-To"), Optional::isPresent)
            .orElseThrow();
    Matcher at = TICKET.matcher(reply);
    assertThat(at.find()).as(reply).isTrue();
    return at.group();
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
        answersAt(id, "Is the " + field + " right?"),
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
        .contains("Your company's update is corrected:")
        .contains("it was a slip", "What it said before stays to be seen")
        .containsPattern("Who reads it: Everyone · \\d+ readers")
        .contains("Brightline: ");
    assertThat(ParsedLetter.of(soon(NGOZI, "it was a slip")).text()).contains("Within 24 hours.");
  }

  @Test
  void aStageIsSaidByALine() throws IOException {
    String title = "Decided by mail";
    String id = posted(title);
    String to = answersAt(id, "How far are you?");
    assertThat(ParsedLetter.of(soon(DARA, "How far are you?")).text())
        .contains("It is your company's: to say what becomes of it")
        .doesNotContain("answer with the one word read");
    say("stage", DARA, to, "Re: " + title, "Stage: decided\n\nThe desk opens in March.");

    await().atMost(Clocks.LONG).until(() -> update(id).getString("stage"), "DECIDED"::equals);
    assertThat(told(title)).contains("decided\n\nThe desk opens in March.", "Who reads it: ");
    assertThat(ParsedLetter.of(soon(NGOZI, "The desk opens in March.")).text()).contains("decided");
  }

  @Test
  void aRetractionStaysToBeSeen() throws IOException {
    String title = "Retracted by mail";
    String id = posted(title);
    String ngozi = answerTo(NGOZI, title);
    say("retract of others", NGOZI, ngozi, "Re: " + title, "Retract: we say so");
    assertThat(ParsedLetter.of(soon(NGOZI, "this is no update of yours")).text())
        .doesNotContain("Who reads it");
    String to = answersAt(id, "Do you stand by it?");
    say("retract wrongly", DARA, to, "Re: " + title, "Retrct: it was not ours to say");
    assertThat(ParsedLetter.of(soon(DARA, "What is to become of the update")).text())
        .contains("    retract: it was not ours to say");
    assertThat(update(id).containsKey("retraction")).isFalse();
    say("retract", DARA, to, "Re: " + title, "Retract: it was not ours to say");

    await().atMost(Clocks.LONG).until(() -> update(id).containsKey("retraction"));
    assertThat(update(id).getString("body")).isEqualTo("Within 48 hours.");
    assertThat(told(title))
        .contains("Your company no longer stands by:", "it was not ours to say")
        .contains("marked as retracted");
    assertThat(ParsedLetter.of(soon(NGOZI, "it was not ours to say")).text())
        .contains("no longer stands by it");
  }
}
