package org.caucus.coalition.updates.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.CHIKA;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.moderation.LetterCommand;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Ref;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the head of a company's letter asks of the update: all of it is done, or nothing is. */
class UpdateMailParserTest {
  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
  private static final EntryLetter MAIL =
      new EntryLetter("blob", "u@chirp.example", null, false, List.of());

  private static HeaderReading<UpdateMailFields> read(String... lines) {
    return UpdateMailParser.read(
        List.of(lines).stream()
            .map(l -> l.split(": ", 2))
            .map(l -> new CommandLine(l[0], l[1]))
            .toList(),
        NOW);
  }

  @Test
  void allOfItIsUnderstood() {
    HeaderReading<UpdateMailFields> reading =
        read(
            "Kind: request",
            "STAGE: In Review",
            "attribution: off record",
            "Links: COP-12, https://caucus.example/w/cop/actions/abc",
            "Publish-at: 2026-06-03T09:00+01:00",
            "Provision: Part I, 3(b)",
            "Due: 2026-06-30");

    assertThat(reading.wrong()).isNull();
    assertThat(reading.asks())
        .isEqualTo(
            new UpdateMailFields(
                Update.Kind.REQUEST,
                Update.Stage.IN_REVIEW,
                Update.Attribution.OFF_RECORD,
                List.of(Ref.to(Ref.Kind.ISSUE, "COP-12"), Ref.to(Ref.Kind.ACTION, "abc")),
                Instant.parse("2026-06-03T08:00:00Z"),
                "Part I, 3(b)",
                LocalDate.parse("2026-06-30")));
  }

  @ParameterizedTest
  @CsvSource({
    "Kind, opinion, The value of Kind is not known. Use one of these: action",
    "Stage, later, The value of Stage is not known. Use one of these: noted",
    "Attribution, anonymous, The value of Attribution is not known. Use one of these: on record",
    "Links, COP-1 and so on, The line \"Links\" could not be read",
    "Due, at midsummer, This day could not be read",
    "Due, 0000-01-01, This day could not be read",
    "Publish-at, tomorrow, The line \"Publish-at\" could not be read",
    "Publish-at, 2026-05-01T09:00Z, The line \"Publish-at\" could not be read",
    "Publish-at, 0000-01-01T00:00Z, The line \"Publish-at\" could not be read"
  })
  void whatIsNotIsNamedWithItsRuleAndPutRight(String key, String value, String rule) {
    HeaderReading<UpdateMailFields> reading = read("Kind: position", key + ": " + value);

    assertThat(reading.wrong()).asString().startsWith(rule).doesNotContain(value);
    assertThat(reading.asks()).isNull();
    assertThat(UpdateMailParser.read(reading.example(), NOW).wrong())
        .as("the example would be understood")
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Kind, postion, position",
    "Kind, opinion, status",
    "Attribution, of record, off record",
    "Attribution, anonymous, off record",
    "Stage, in-reveiw, in review",
    "Due, 30.6.2026, 2026-06-30",
    "Publish-at, 2026-06-03 09:00, 2026-06-03T09:00Z",
    "Publish-at, 3 June 2026, 2026-06-03T09:00Z",
    "Links, COP-12 see there, COP-12",
  })
  void theExampleIsWhatMayHaveBeenMeant(String key, String value, String right) {
    assertThat(read(key + ": " + value).example()).containsExactly(new CommandLine(key, right));
  }

  @Test
  void whatIsSaidTwiceIsSaidOnce() {
    assertThat(read("Kind: action", "Kind: status").wrong())
        .hasToString("Kind appears more than once. Write it once.");
    assertThat(read("Kind: action", "Kind: status").example())
        .containsExactly(new CommandLine("Kind", "action"));
  }

  private static LetterCommand.PostLetter letter(UpdateMailFields asks) {
    return new LetterCommand.PostLetter(
        new NewUpdate("chirp", asks), "Appeals", "Within 48 hours.", MAIL);
  }

  @Test
  void theUpdateIsWhatItsHeadSaid() {
    var asks =
        new UpdateMailFields(
            Update.Kind.POSITION, Update.Stage.DECIDED, Update.Attribution.BACKGROUND, null, null);
    var posted = (UpdateEvent.UpdatePosted) Given.coalition().when(CHIKA, letter(asks)).last();

    assertThat(posted.kind()).isEqualTo(Update.Kind.POSITION);
    assertThat(posted.stage()).isEqualTo(Update.Stage.DECIDED);
    assertThat(posted.attribution()).isEqualTo(Update.Attribution.BACKGROUND);
  }

  @Test
  void anHourMakesItAScheduledDraft() {
    Given given = Given.coalition();
    var asks = new UpdateMailFields(null, null, null, null, given.at().plusSeconds(3_600));

    assertThat(given.when(CHIKA, letter(asks)).last())
        .isInstanceOf(DraftEvent.DraftConfirmed.class);
  }
}
