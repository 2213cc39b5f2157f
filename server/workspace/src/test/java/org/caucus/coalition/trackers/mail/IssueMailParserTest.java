package org.caucus.coalition.trackers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.BOLA;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.headers.HeadLines;
import org.caucus.coalition.mailcommands.headers.HeaderReading;
import org.caucus.coalition.trackers.Tracker;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Message;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.Messages;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is shown as it may have been meant, and would be understood so. */
class IssueMailParserTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-06-01");

  private static HeaderReading<IssueMailFields> read(List<CommandLine> lines) {
    Workspace now = Given.coalition().state();
    return read(now, now.issues().tracker("COP").orElseThrow(), lines);
  }

  private static HeaderReading<IssueMailFields> read(
      Workspace now, Tracker tracker, List<CommandLine> lines) {
    return new IssueMailParser(
            now.members(),
            now.access(),
            Objects.requireNonNull(now.members().seats().get(BOLA)),
            tracker.scope(),
            tracker,
            TODAY,
            IssueState.WAITING)
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
        "Priority: urgnt > Priority: urgent",
        "Priority: somewhat > Priority: normal",
        "Type: provision > Type: provision concern",
        "State: in-progres > State: in progress",
        "State: finished > State: done",
        "Priorty: high > priority: high",
        "Asign: me | Colour: red > assign: me",
        "State: wontfix > State: declined",
        "State: gone fishing > State: waiting",
        "Priority: hautte > Priority: haute",
        "Due: 1.12.2026 > Due: 2026-12-01",
        "Due: when it suits > Due: 2026-06-08",
        "Due: 0000-01-01 > Due: 2026-06-08",
        "Label: takedown | Priority: hihg > Label: takedown | Priority: high",
        "Priority: low | Priority: high | Due: soon > Priority: low | Due: 2026-06-08",
        "Priority: lowe | Priority: high > Priority: low",
        "Assign: me, Nobody Atall > Assign: me",
      })
  void theExampleIsWhatMayHaveBeenMeant(String written, String right) {
    assertThat(shown(read(lines(written)).example())).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Label: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | Due: 2026-12-01",
        "Label: a,b,c,d,e,f,g,h,i,j,k,l,m | Labels: n,o,p,q,r,s,t,u,v,w,x,y,z | Priority: low",
        "Assign: Nobody | Assign: nobody else | Type: poem | State: gone | Colour: red",
        "Due: 30.2.2026 | Due: today",
        "Label: \"\"\" | Label: takedown | Priority: ?",
      })
  void theExampleWouldBeUnderstood(String written) {
    HeaderReading<IssueMailFields> reading = read(lines(written));

    assertThat(reading.wrong()).isNotNull();
    assertThat(reading.example()).isNotEmpty();
    assertThat(read(reading.example()).wrong()).as(shown(reading.example())).isNull();
  }

  /** A tracker that calls some of its states otherwise. */
  private static Tracker renamed(Workspace now) {
    Tracker usual = now.issues().tracker("COP").orElseThrow();
    TrackerConfig own =
        new TrackerConfig(
            List.of(
                new TrackerConfig.StateName(IssueState.WAITING, "With the ministry"),
                new TrackerConfig.StateName(IssueState.DONE, "Answered")),
            IssueState.OPEN,
            List.of());
    return new Tracker(usual.key(), usual.name(), usual.localPart(), usual.audience(), own);
  }

  @ParameterizedTest
  @CsvSource({
    "with the ministry, WAITING",
    "Answered, DONE",
    "done, DONE",
    "terminé, DONE",
    "منجزة, DONE",
    "en cours, IN_PROGRESS",
    "terminee, DONE",
    "TERMINÉE, DONE",
    "\u0645\u0646\u062c\u0632\u0647, DONE"
  })
  void aStateIsCalledAsItsTrackerCallsItOrInAnyLanguage(String word, IssueState state) {
    Workspace now = Given.coalition().state();
    HeaderReading<IssueMailFields> reading = read(now, renamed(now), lines("State: " + word));

    assertThat(reading.wrong()).isNull();
    assertThat(reading.understood().orElseThrow().state()).isEqualTo(state);
  }

  @Test
  void theStatesOfATrackerAreNamedAsItCallsThem() {
    Workspace now = Given.coalition().state();
    HeaderReading<IssueMailFields> reading = read(now, renamed(now), lines("State: finished"));

    assertThat(reading.wrong())
        .asString()
        .isEqualTo(
            "The value of state was not understood. Use one of these: triage, open, in progress,"
                + " with the ministry, answered, declined.");
    assertThat(shown(reading.example())).isEqualTo("State: answered");
    assertThat(shown(read(now, renamed(now), lines("State: ministry")).example()))
        .isEqualTo("State: with the ministry");
  }

  @Test
  void theWordsAreNamedInTheReadersLanguage() {
    Message wrong = Objects.requireNonNull(read(lines("State: finished")).wrong());
    assertThat(Messages.say(Language.FRENCH, wrong))
        .contains("à trier, ouvert, en cours, en attente, terminé, écarté");
    Message priority = Objects.requireNonNull(read(lines("Priority: ?")).wrong());
    assertThat(Messages.say(Language.ARABIC, priority)).contains("عاجلة");
  }

  @Test
  void whatIsRightStaysAsItWasWritten() {
    List<CommandLine> right = lines("Label: Takedown, Appeals | Priority: HIGH | Due: none");
    List<CommandLine> all = Stream.concat(right.stream(), lines("Type: poem").stream()).toList();

    assertThat(read(all).example().subList(0, 3)).isEqualTo(right);
    assertThat(read(right).wrong()).isNull();
  }
}
