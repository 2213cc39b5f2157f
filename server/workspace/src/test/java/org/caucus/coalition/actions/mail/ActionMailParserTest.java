package org.caucus.coalition.actions.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetailRules;
import org.caucus.coalition.actions.Actions;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeadLines;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.kernel.support.Checkout;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is shown as it may have been meant, and would be understood so. */
class ActionMailParserTest {
  private static final Instant MONDAY = Instant.parse("2026-06-01T00:00:00Z");
  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

  /** What is opened later is opened to everyone. */
  private static final ActionMailParser.Later EVERYONE =
      new ActionMailParser.Later() {
        @Override
        public Optional<Audience> of(String words) {
          return Optional.of(words).filter("everyone"::equals).map(w -> Audience.everyone());
        }

        @Override
        public Optional<String> meant(String words) {
          return Optional.of("everyone");
        }
      };

  private static final Scope TWO =
      Actions.AGENDA.holds(Audience.named(List.of(Parties.BOLA, Parties.AMINA)), MONDAY);

  private static HeaderReading<ActionMailFields> read(
      @Nullable ZoneId zone, List<CommandLine> lines) {
    return read(zone, Actions.AGENDA, lines);
  }

  private static HeaderReading<ActionMailFields> read(
      @Nullable ZoneId zone, Scope readers, List<CommandLine> lines) {
    Workspace now = Given.coalition().state();
    Seat bola = Objects.requireNonNull(now.members().seats().get(Parties.BOLA));
    NamedPeople called = new NamedPeople(bola, now.access().readers(readers));
    boolean answers = lines.stream().anyMatch(line -> line.key().equalsIgnoreCase("state"));
    Action.State standing = answers ? Action.State.UNDER_WAY : null;
    return new ActionMailParser(now.members(), called, EVERYONE, readers, zone, MONDAY, standing)
        .read(lines);
  }

  private static List<CommandLine> lines(String text) {
    return HeadLines.of(text);
  }

  private static String shown(List<CommandLine> lines) {
    return HeadLines.shown(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "2.3.2027 10.30 pm - 11pm > 2027-03-02 22:30 to 23:00",
        "2027-03-02T10:00 > 2027-03-02 10:00",
        "2027-03-02T10:00+01:00 > 2027-03-02 09:00 UTC",
        "10:00 to 11:00 on 2 March > 2027-03-02 10:00 to 11:00",
        "tomorrow 12am GMT > 2026-06-02 00:00 UTC",
        "2026-06-07 to 2026-06-05 > 2026-06-07",
        "2026-06-07 22:00 to 01:00 > 2026-06-07 22:00 to 2026-06-08 01:00",
        "2026-06-07 10:00 to 09:00 > 2026-06-07 10:00",
        "2 March 10:00 Lagos > 2027-03-02 10:00 Africa/Lagos",
        "2 March 10:00 africa/lagos > 2027-03-02 10:00 Africa/Lagos",
        "2 March 10:00 Afrca/Nairobi > 2027-03-02 10:00 Africa/Nairobi",
        "2027-03-02 10:00 Mars/Olympus > 2027-03-02 10:00",
        "2027-03-02 25:00 > 2027-03-02",
        "0000-01-01 > 2026-06-08",
        "when it suits at 10:75 > 2026-06-08",
      })
  void aTimeIsShownAsItMayHaveBeenMeant(String written, String right) {
    HeaderReading<ActionMailFields> reading = read(LAGOS, lines("When: " + written));

    assertThat(reading.wrong()).isNotNull();
    assertThat(shown(reading.example())).isEqualTo("When: " + right);
    assertThat(read(LAGOS, reading.example()).wrong()).isNull();
  }

  @Test
  void whoseZoneIsNotKnownIsShownThatItIsToBeSaid() {
    assertThat(shown(read(null, lines("When: 2 March 10:00")).example()))
        .isEqualTo("When: 2027-03-02 10:00 UTC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Kind: meating > Kind: meeting",
        "Kind: picnic | When: 2026-12-01 > Kind: meeting | When: 2026-12-01",
        "Kind: picnic > Kind: task",
        "Kind: call | Kind: task | Reply-due: soon > Kind: call | Reply-due: 2026-06-08",
        "Asked: Press Unoin, Ministry, chirp > Asked: press, chirp",
        "Remind: dya, always, two-hours > Remind: day, two hours",
        "Strategy: bribery | Where: Abuja > Where: Abuja",
        "Link: htps://call.example/x > Link: https://call.example/x",
        "Link: mailto:somebody | Where: Abuja > Where: Abuja",
        "Where: Abuja | Colour: red > Where: Abuja",
      })
  void theExampleIsWhatMayHaveBeenMeant(String written, String right) {
    assertThat(shown(read(LAGOS, lines(written)).example())).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kind: | When: | Where: | Link: | Asked: | Strategy: | Remind: | Channel: | Reply-due:",
        "When: to | Kind: call",
        "When: 99999999999999999999:99999999999999 to 9 | Kind: call",
        "When: 2026-06-07 to to to to to to to 10:00 | Kind: call",
        "Asked: ,,,, | Remind: , | Kind: call",
        "Reply-due: 30.2.2026 | Link: : | When: ::::",
      })
  void theExampleWouldBeUnderstood(String written) {
    HeaderReading<ActionMailFields> reading = read(null, lines(written));

    assertThat(reading.wrong()).isNotNull();
    assertThat(reading.example()).isNotEmpty();
    assertThat(read(null, reading.example()).wrong()).as(shown(reading.example())).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "came=Amnia, Bola > came=Amina, Bola",
        "came=Nobody Atall > came=me",
        "state=finished > state=done",
        "state=Cancelled > state=called off",
        "state=on the moon > state=under way",
        "embargo=1 December 2026 9am, evryone > embargo=2026-12-01 09:00, everyone",
        "embargo=2026-12-01, everyone > embargo=2026-12-01 09:00, everyone",
        "embargo=2026-12-01 10:00 to 11:00 UTC, everyone > embargo=2026-12-01 10:00 UTC, everyone",
        "embargo=1 December 09:00 Lagos, all > embargo=2026-12-01 09:00 Africa/Lagos, everyone",
        "embargo=soon > embargo=2026-06-08 09:00, everyone",
        "embargo=2020-01-01 10:00, all > embargo=2026-06-08 10:00, everyone",
        "embargo=2026-05-31 10:00, everyone > embargo=2026-06-08 10:00, everyone",
        "embargo=2099-01-01 10:00, everyone > embargo=2026-06-08 10:00, everyone",
        "embargo= > embargo=2026-06-08 09:00, everyone",
      })
  void whatStandsInASubjectIsShownAsItMayHaveBeenMeant(String written, String right) {
    String[] set = written.split("=", 2);
    HeaderReading<ActionMailFields> reading =
        read(LAGOS, TWO, List.of(new CommandLine(set[0], set[1], true)));

    assertThat(reading.wrong()).isNotNull();
    assertThat(reading.example())
        .singleElement()
        .satisfies(line -> assertThat(line.key() + "=" + line.value()).isEqualTo(right));
    assertThat(read(LAGOS, TWO, reading.example()).wrong()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"terminée, DONE", "Annulée, CALLED_OFF", "جارٍ, UNDER_WAY", "Called-Off, CALLED_OFF"})
  void aStateIsSaidInTheWordsOfAnyLanguage(String word, Action.State state) {
    assertThat(
            read(LAGOS, List.of(new CommandLine("state", word, true)))
                .understood()
                .orElseThrow()
                .state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"'2026-12-01, everyone'", "'2026-12-01 09:00, nobody'"})
  void whatIsNoEmbargoIsToldWhatOneIs(String value) {
    assertThat(read(LAGOS, TWO, List.of(new CommandLine("Embargo", value))).wrong())
        .asString()
        .startsWith("The line \"Embargo\" could not be read");
  }

  @Test
  void aKindIsSaidInTheWordsOfAnyLanguage() {
    assertThat(read(LAGOS, lines("Kind: Réunion")).understood().orElseThrow().kind())
        .isEqualTo(Action.Kind.MEETING);
    assertThat(read(LAGOS, lines("Kind: reunion")).understood().orElseThrow().kind())
        .as("without its accent")
        .isEqualTo(Action.Kind.MEETING);
  }

  @ParameterizedTest
  @CsvSource({"Where, 2000", "Channel, 500", "outcome, 100000"})
  void whatIsTooLongIsNamedWithItsLimitAndShortened(String key, int most) {
    boolean inSubject = key.equals("outcome");
    String book = "\ud83d\udcdc"; // one character, as people and the API count
    HeaderReading<ActionMailFields> fits =
        read(LAGOS, List.of(new CommandLine(key, book.repeat(most), inSubject)));
    HeaderReading<ActionMailFields> longer =
        read(LAGOS, List.of(new CommandLine(key, book.repeat(most + 1), inSubject)));

    assertThat(fits.wrong()).isNull();
    assertThat(longer.wrong())
        .asString()
        .isEqualToIgnoringCase(
            "%s is too long: %,d characters. The limit is %,d.".formatted(key, most + 1, most));
    assertThat(longer.example())
        .containsExactly(new CommandLine(key, book.repeat(most), inSubject));
  }

  @Test
  void aLinkThatIsTooLongIsLeftOut() {
    String link = "https://call.example/" + "x".repeat(2_000);
    HeaderReading<ActionMailFields> reading = read(LAGOS, lines("Where: Abuja | Link: " + link));

    assertThat(reading.wrong())
        .asString()
        .startsWith("Link is too long: 2,021 characters. The limit is 2,000");
    assertThat(shown(reading.example())).isEqualTo("Where: Abuja");
  }

  /** The browser has the same limits: they stand in the contract. */
  @ParameterizedTest
  @CsvSource({"place", "link", "channel", "outcome"})
  void theContractHasTheSameLimits(String field) throws IOException {
    int most =
        switch (field) {
          case "place" -> ActionDetailRules.MAX_PLACE_CHARS;
          case "link" -> ActionDetailRules.MAX_LINK_CHARS;
          case "channel" -> ActionDetailRules.MAX_CHANNEL_CHARS;
          default -> ActionDetailRules.MAX_OUTCOME_CHARS;
        };
    String contract = Files.readString(Checkout.server("src/main/resources/openapi.yaml"));
    String edit = contract.substring(contract.indexOf("\n    ActionPatch:"));
    assertThat(edit)
        .containsPattern(
            "^[\\s\\S]{0,3000}?\n        "
                + field
                + ": \\{ type: string, maxLength: "
                + most
                + ",");
  }

  @Test
  void whatIsRightStaysAsItWasWritten() {
    List<CommandLine> right =
        lines("Kind: Press-Conference | When: 2026-12-01 9:30 | Asked: Chirp");
    List<CommandLine> all = Stream.concat(right.stream(), lines("Remind: never").stream()).toList();

    assertThat(read(LAGOS, all).example()).isEqualTo(right);
    assertThat(read(LAGOS, right).wrong()).isNull();
  }
}
