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

/** The provision, the checklist, the fields and the relations of an issue, over real SMTP. */
class IssuePartsTest extends ByMail {
  private static final String HALIMA = "halima@harbour.example";

  private JsonObject page(String title) {
    return amina.get(W + "/issues/" + opened(title).getString("id")).json();
  }

  @Test
  void linesAtTheHeadCiteTheProvisionAndItIsTold() throws IOException {
    String title = "Cited by its head";
    say(
        "issue cites",
        NGOZI,
        address("trackers"),
        title,
        "Document: Code of Practice\nPart: Part I\nNumber: 3(b)\n"
            + "Quote: \"within 24 hours of\na notice\"\n\nToo short.");

    assertThat(opened(title).getJsonObject("reference").getMap())
        .containsEntry("document", "Code of Practice")
        .containsEntry("part", "Part I")
        .containsEntry("number", "3(b)")
        .containsEntry("quote", "within 24 hours of a notice");
    assertThat(ParsedLetter.of(soon(HALIMA, title)).text())
        .contains("Provision: Code of Practice, Part I, 3(b)")
        .contains("Quote: “within 24 hours of a notice”");
  }

  @ParameterizedTest
  @CsvSource({
    "Blocks, BLOCKS",
    "Duplicate, DUPLICATES",
    "Parent, CHILD_OF",
    "Relates, RELATES",
    "Evidence, EVIDENCED_BY"
  })
  void aLineAtTheHeadRelatesItToAnother(String key, String kind) throws IOException {
    String other = "Named by " + key;
    amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", other)).id();
    String label = opened(other).getString("label");
    String title = "It names another by " + key;
    say("issue " + key, NGOZI, address("trackers"), title, key + ": " + label + "\n\nSo.");

    JsonArray relations = page(title).getJsonArray("relations");
    assertThat(relations.getJsonObject(0).getString("kind")).isEqualTo(kind);
    assertThat(relations.encode()).contains(opened(other).getString("id"));
  }

  @Test
  void aChecklistComesByMailAndIsTickedByAnAnswer() throws IOException {
    String title = "With a checklist";
    say(
        "issue checklist",
        NGOZI,
        address("trackers"),
        title,
        "Before Monday:\n\n- [ ] Ask the desk\n- [ ] Write the memo");

    assertThat(opened(title).getJsonArray("checklist")).hasSize(2);
    assertThat(ParsedLetter.of(soon(HALIMA, title)).text())
        .contains("Checklist:\n- [ ] Ask the desk\n- [ ] Write the memo")
        .contains("To tick a line, reply with - [x] and its text or number");
    say("issue tick", HALIMA, answersAt(title, HALIMA), "Re: " + title, "- [x] Ask the desk\n");

    await()
        .atMost(Clocks.LONG)
        .until(() -> opened(title).getJsonArray("checklist").getJsonObject(0).getBoolean("done"));
    assertThat(opened(title).getJsonArray("checklist").getJsonObject(1).getBoolean("done"))
        .isFalse();
  }

  @Test
  void aLineIsAddedToAChecklistByAnAnswer() throws IOException {
    String title = "A list that grows";
    String opening = "Before Monday:\n\n- [ ] Ask the desk";
    say("issue checklist that grows", NGOZI, address("trackers"), title, opening);
    opened(title);
    assertThat(ParsedLetter.of(soon(HALIMA, title)).text())
        .contains("To add one, reply with - [+]");
    String to = answersAt(title, HALIMA);
    say("issue add", HALIMA, to, "Re: " + title, "- [+] Write the memo\n- [x] 1\n\nI do.");

    await().atMost(Clocks.LONG).until(() -> opened(title).getJsonArray("checklist").size() == 2);
    assertThat(opened(title).getJsonArray("checklist").getJsonObject(0).getBoolean("done"))
        .isTrue();
    assertThat(ParsedLetter.of(soon(HALIMA, opened(title).getString("label") + " now:")).text())
        .contains("- [x] Ask the desk\n- [ ] Write the memo");
  }

  @Test
  void aLineIsTakenOffAChecklistByAnAnswer() throws IOException {
    String title = "A list that shrinks";
    String opening = "Before Monday:\n\n- [ ] Ask the desk\n- [ ] Call the agency";
    say("issue checklist that shrinks", NGOZI, address("trackers"), title, opening);
    opened(title);
    assertThat(ParsedLetter.of(soon(HALIMA, title)).text())
        .contains("To remove one, reply with - [-]");
    String to = answersAt(title, HALIMA);
    say("issue take off", HALIMA, to, "Re: " + title, "- [-] ask the desk\n\nIt is closed.");

    await().atMost(Clocks.LONG).until(() -> opened(title).getJsonArray("checklist").size() == 1);
    assertThat(opened(title).getJsonArray("checklist").getJsonObject(0).getString("text"))
        .isEqualTo("Call the agency");
  }

  @Test
  void aRelationIsTakenBackByAnAnswer() throws IOException {
    String other = "What it does not block";
    amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", other)).id();
    String blocked = opened(other).getString("label");
    String title = "It blocks nothing";
    say("issue relates", NGOZI, address("trackers"), title, "Blocks: " + blocked + "\n\nSo.");
    assertThat(page(title).getJsonArray("relations")).hasSize(1);
    String to = answersAt(title, HALIMA);
    String set = "Re: " + title + " [blocks=-" + blocked + "]";
    acts("issue relation back", HALIMA, to, set, "Not so.");

    await().atMost(Clocks.LONG).until(() -> page(title).getJsonArray("relations").isEmpty());
    assertThat(ParsedLetter.of(soon(HALIMA, opened(title).getString("label") + " now:")).text())
        .contains("Removed: Blocks: " + blocked);
  }

  @Test
  void aFieldOfItsTrackerIsALineAtTheHead() throws IOException {
    JsonObject fields =
        new JsonObject()
            .put("names", new JsonObject())
            .put("first", "OPEN")
            .put("labels", new JsonObject())
            .put(
                "fields",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("id", "desk")
                            .put("name", "Desk that answers")
                            .put("kind", "CHOICE")
                            .put("choices", new JsonArray().add("Abuja").add("Lagos"))));
    assertThat(amina.post(W + "/trackers/COP/arrangement", fields).status()).isLessThan(300);
    String title = "With a field of its own";
    say("issue field", NGOZI, address("trackers"), title, "Desk: lagos\n\nSo.");

    assertThat(opened(title).getJsonObject("fields").getString("desk")).isEqualTo("Lagos");
    assertThat(ParsedLetter.of(soon(HALIMA, title)).text()).contains("Desk that answers: Lagos");
  }

  @Test
  void thePersonWhoOpensOrChangesAnIssueIsToldHowItStands() throws IOException {
    String other = "What it blocks";
    amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", other)).id();
    String blocked = opened(other).getString("label");
    String title = "Told how it stands";
    String lines = "Priority: high\nDue: 2027-03-01\nBlocks: " + blocked;
    say("issue echoed", NGOZI, address("trackers"), title, lines + "\n\nA secret word.");

    String label = opened(title).getString("label");
    assertThat(ParsedLetter.of(soon(NGOZI, "Your message opened " + label)).text())
        .contains("State: open\nDue: 2027-03-01\nPriority: high\nBlocks: " + blocked)
        .contains("Who can read it: ")
        .doesNotContain("A secret word.");
    String to = answersAt(title, HALIMA);
    acts("issue change echoed", HALIMA, to, "Re: " + title + " [state=waiting]", "So.");

    assertThat(ParsedLetter.of(soon(HALIMA, label + " now:")).text())
        .contains("State: waiting\nDue: 2027-03-01");
  }
}
