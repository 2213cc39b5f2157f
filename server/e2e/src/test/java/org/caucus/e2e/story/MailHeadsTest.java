package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.caucus.mail.message.ParsedLetter;
import org.caucus.mail.message.RawLetter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line that is read at the head of a letter, said over a real SMTP connection. */
class MailHeadsTest extends ByMail {
  private static final String DARA = "dara@brightline.example";
  private static final String BRIGHTLINE = "updates.brightline@lists.example";
  private static final Pattern CODE = Pattern.compile("(?m)^ {4}([a-z2-7]{26})$");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Priority: high | priority | HIGH",
        "Due: 2027-03-01 | due | 2027-03-01",
        "Label: takedown | labels | [\"takedown\"]",
        "Labels: takedown, appeals | labels | [\"takedown\",\"appeals\"]",
        "Type: question | type | QUESTION",
        "Audience: civil society | audience | CIVIL_SOCIETY",
      })
  void aLineAtTheHeadOfALetterSetsWhatItNames(String line, String field, String value)
      throws IOException {
    String title = "By a head line " + line.replace(':', ' ').replace("  ", " ");
    say(
        "head line " + line.replace(": ", " "),
        NGOZI,
        address("trackers"),
        title,
        line + "\n\nSo.");

    assertThat(String.valueOf(opened(title).getValue(field))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"Assign", "Assigned", "Assignee"})
  void aLineAtTheHeadNamesWhoSeesToIt(String key) throws IOException {
    String title = "Somebody's by " + key;
    say("head line " + key, NGOZI, address("trackers"), title, key + ": me\n\nMine.");

    assertThat(opened(title).getJsonArray("assignees")).hasSize(1);
  }

  @Test
  void aStateAtTheHeadRefusesAllOfItAndShowsTheOthersAsTheyStand() throws IOException {
    String title = "Where it should stand";
    say(
        "head line State",
        NGOZI,
        address("trackers"),
        title,
        "Priority: high\nState: open\nLabel: takedown\n\nSo.");

    String told = ParsedLetter.of(soon(NGOZI, "It sets the state of an issue")).text();
    assertThat(told)
        .contains("Send it again without a state.")
        .contains("    Priority: high\n    Label: takedown")
        .doesNotContain("State: open");
    assertThat(issue(title)).isEmpty();
  }

  @Test
  void aLineAtTheHeadOfAnAnswerSetsWhatItNames() throws IOException {
    String title = "Answered with a head";
    JsonObject issue = new JsonObject().put("title", title).put("description", "Who decides?");
    amina.post(W + "/trackers/COP/issues", issue).id();
    String to = answersAt(title, NGOZI);
    String head = "Priority: high\nDue: 2027-03-01\n\nI take it.";
    say("answer with head lines", NGOZI, to, "Re: " + title, head);
    await().atMost(Clocks.LONG).until(() -> opened(title).getString("priority"), "HIGH"::equals);
    assertThat(opened(title).getString("due")).isEqualTo("2027-03-01");

    say(
        "words that contain a colon",
        NGOZI,
        to,
        "Re: " + title,
        "Number: twelve platforms answered.");
    assertThat(ParsedLetter.of(soon(NGOZI, "posted as text")).text()).contains("[number=…]");
  }

  @Test
  void theQuestionToItsAuthorSaysWhatTheUpdateWillBe() throws IOException {
    String title = "Asked about as it stands";
    publishes("update head lines asked about", title, "Kind: position\nAttribution: background");

    assertThat(questions().values())
        .filteredOn(q -> q.text().contains(title))
        .singleElement()
        .satisfies(
            q ->
                assertThat(q.text().replace("  | ", ""))
                    .contains("Your message to " + BRIGHTLINE + " needs your confirmation.")
                    .contains("Kind: position\nStage: noted\nAttribution: background\n")
                    .contains("After you confirm, readers will be: Civil society and Brightline")
                    .doesNotContain("could not confirm"));
  }

  /** Dara writes for Brightline and says yes to the question whether it is to be published. */
  private void publishes(String what, String title, String line) throws IOException {
    Set<String> before = questions().keySet();
    say(what, DARA, BRIGHTLINE, title, line + "\n\nWithin 48 hours.");
    ParsedLetter question =
        await()
            .atMost(Clocks.LONG)
            .until(
                () -> {
                  Map<String, ParsedLetter> now = questions();
                  now.keySet().removeAll(before);
                  return now.values().stream().findFirst();
                },
                Optional::isPresent)
            .orElseThrow();
    assertThat(question.text()).contains("| Subject: " + title, "| Within 48 hours.");
    assertThat(listed("/updates", title)).as("before it is confirmed").isEmpty();
    Matcher code = CODE.matcher(question.text());
    assertThat(code.find()).as(question.text()).isTrue();
    String to = question.replyTo().getFirst().address().toString();
    say(what + " confirmed", DARA, to, "Re: a draft", "yes\n\n> " + code.group(1));
  }

  /** What Dara was asked so far, by name. */
  private static Map<String, ParsedLetter> questions() throws IOException {
    Map<String, ParsedLetter> asked = new TreeMap<>();
    for (RawLetter letter : mailed(DARA)) {
      ParsedLetter parsed = ParsedLetter.of(letter);
      if (parsed.text().contains("It is a draft of your company’s update.")) {
        asked.put(letter.value("Message-ID").orElseThrow(), parsed);
      }
    }
    return asked;
  }

  private Optional<JsonObject> listed(String path, String title) {
    return dara.get(W + path).json().getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(i -> i.getString("title").equals(title))
        .findFirst();
  }

  private JsonObject soonListed(String path, String title) {
    return await()
        .atMost(Clocks.LONG)
        .until(() -> listed(path, title), Optional::isPresent)
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "Kind: position, kind, POSITION",
    "Stage: in review, stage, IN_REVIEW",
    "Attribution: background, attribution, BACKGROUND",
    "Due: 2027-03-31, due, 2027-03-31",
    "Provision: Part I 3(b), provision, Part I 3(b)",
  })
  void aLineAtTheHeadOfACompanysLetterSaysWhatItsUpdateIs(String line, String field, String value)
      throws IOException {
    String title = "Said by its head " + field;
    publishes("update head line " + field, title, line);

    assertThat(soonListed("/updates", title).getString(field)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"Link", "Links"})
  void aLineAtTheHeadOfACompanysLetterLinksAnIssue(String key) throws IOException {
    String label = "Answered by " + key;
    String id = amina.post(W + "/trackers/COP/issues", new JsonObject().put("title", label)).id();
    String title = "It answers an issue by " + key;
    publishes("update head line " + key, title, key + ": " + opened(label).getString("label"));

    String update = soonListed("/updates", title).getString("id");
    assertThat(dara.get(W + "/updates/" + update).json().getJsonArray("links").encode())
        .contains(id);
  }

  @Test
  void anHourAtTheHeadOfACompanysLetterWaitsForItsHour() throws IOException {
    OffsetDateTime at = OffsetDateTime.now(ZoneOffset.ofHours(1)).plusDays(2).withNano(0);
    String title = "Said when its hour comes";
    publishes("update head line Publish-At", title, "Publish-At: " + at);

    assertThat(soonListed("/drafts", title).getString("publishAt"))
        .isEqualTo(at.toInstant().toString());
    assertThat(listed("/updates", title)).isEmpty();
  }

  @Test
  void itsAuthorIsToldWhereToSayLaterWhatBecomesOfIt() throws IOException {
    String title = "Said now and decided later";
    publishes("update for later", title, "Kind: status");
    String id = soonListed("/updates", title).getString("id");
    String told =
        await()
            .atMost(Clocks.LONG)
            .until(() -> echo(id), Optional::isPresent)
            .map(ParsedLetter::text)
            .orElseThrow();
    Matcher at = Pattern.compile("(?m)^[\\w.+-]+\\+r\\.\\w+@lists\\.example$").matcher(told);
    assertThat(at.find()).as(told).isTrue();
    say("update decided later", DARA, at.group(), "Later", "Stage: decided");

    await()
        .atMost(Clocks.LONG)
        .until(() -> soonListed("/updates", title).getString("stage"), "DECIDED"::equals);
  }

  /** What Dara is told of who reads this update. */
  private static Optional<ParsedLetter> echo(String id) throws IOException {
    return mailed(DARA).stream()
        .map(ParsedLetter::of)
        .filter(l -> l.text().contains("To add to it later"))
        .filter(l -> l.text().contains("/updates/" + id))
        .findFirst();
  }

  @Test
  void aLineThatIsNotUnderstoodRefusesTheCompanysLetter() throws IOException {
    String title = "Said off the record";
    say(
        "update head line refused",
        DARA,
        BRIGHTLINE,
        title,
        "Kind: action\nAttribution: of record\n\nBetween us.");

    assertThat(ParsedLetter.of(soon(DARA, "A command for the update was not understood")).text())
        .contains(
            "The value of Attribution is not known. Use one of these: on record, background, off"
                + " record.")
        .contains("    Kind: action\n    Attribution: off record"); // of two as near, the less
    assertThat(listed("/updates", title)).isEmpty();
  }
}
