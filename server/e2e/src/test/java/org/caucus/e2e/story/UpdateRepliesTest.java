package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HexFormat;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered to a company's update by mail: that it was read, a question, its answer. */
class UpdateRepliesTest extends OnUpdates {
  private String posted(String title) {
    return posted(new JsonObject().put("title", title).put("body", "Within 48 hours."));
  }

  private JsonObject update(String id) {
    return dara.get(W + "/updates/" + id).json().getJsonObject("update");
  }

  private JsonArray of(String id, String field) {
    return update(id).getJsonArray(field, new JsonArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "Lu.", "قرأنا"})
  void oneWordSaysThatItsOrganisationHasReadIt(String word) throws IOException {
    String name = HexFormat.of().formatHex(word.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    String title = "Read by one word " + name;
    String id = posted(title);
    assertThat(ParsedLetter.of(soon(NGOZI, title)).text()).contains("reply with the one word read");

    say("update " + name, NGOZI, answersAt(title, NGOZI), "Re: " + title, word + "\n\n> quoted");

    await().atMost(Clocks.LONG).until(() -> of(id, "acknowledged").size(), n -> n == 1);
    assertThat(of(id, "acknowledged").getJsonObject(0).getString("organisation"))
        .isEqualTo("savanna");
    assertThat(update(id).getInteger("entries")).as("nothing is posted").isZero();
    assertThat(ParsedLetter.of(soon(NGOZI, "Done: " + title)).text()).contains("has read");
  }

  @Test
  void aCompanyDoesNotReadItsOwn() throws IOException {
    String title = "Not for oneself";
    String id = posted(title);
    String to = asked(id, "Whose word is it?");

    say("update read by its own", DARA, to, "Re: " + title, "read");

    soon(DARA, "Only other organisations can acknowledge it");
    assertThat(of(id, "acknowledged")).isEmpty();
  }

  @Test
  void aQuestionByMailWaitsUntilTheCompanyAnswersItByMail() throws IOException {
    String title = "Asked by mail";
    String id = posted(title);
    say(
        "update question",
        NGOZI,
        answersAt(title, NGOZI),
        "Re: " + title,
        "Question: from which day on?");

    await().atMost(Clocks.LONG).until(() -> of(id, "questions").size(), n -> n == 1);
    assertThat(of(id, "questions").getJsonObject(0).containsKey("answer")).isFalse();
    say(
        "update answer",
        DARA,
        answersAt("from which day on?", DARA),
        "Re: " + title,
        "From the first of March.");
    await()
        .atMost(Clocks.LONG)
        .until(() -> of(id, "questions").getJsonObject(0).containsKey("answer"));
  }
}
