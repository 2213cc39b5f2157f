package org.caucus.issues.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.BOLA;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caucus.issues.Tracker;
import org.caucus.issues.asked.AskedLines.Line;
import org.caucus.issues.asked.AskedLines.Reading;
import org.caucus.workspace.Given;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is shown as it may have been meant, and would be understood so. */
class AskedLinesTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-06-01");

  private static Reading read(List<Line> lines) {
    Workspace now = Given.coalition().state();
    Tracker tracker = now.issues().tracker("COP").orElseThrow();
    return new AskedLines(
            now.access(),
            Objects.requireNonNull(now.members().seats().get(BOLA)),
            tracker.scope(),
            tracker,
            TODAY)
        .read(lines);
  }

  private static List<Line> lines(String text) {
    return Stream.of(text.split(" \\| "))
        .map(line -> line.split(": ", 2))
        .map(line -> new Line(line[0], line[1]))
        .toList();
  }

  private static String shown(List<Line> lines) {
    return String.join(
        " | ", lines.stream().map(line -> line.key() + ": " + line.value()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Priority: urgnt > Priority: urgent",
        "Priority: somewhat > Priority: normal",
        "Type: provision > Type: provision concern",
        "State: in-progres > State: in progress",
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
    Reading reading = read(lines(written));

    assertThat(reading.wrong()).isNotNull();
    assertThat(reading.example()).isNotEmpty();
    assertThat(read(reading.example()).wrong()).as(shown(reading.example())).isNull();
  }

  @Test
  void whatIsRightStaysAsItWasWritten() {
    List<Line> right = lines("Label: Takedown, Appeals | Priority: HIGH | Due: none");
    List<Line> all = Stream.concat(right.stream(), lines("Type: poem").stream()).toList();

    assertThat(read(all).example().subList(0, 3)).isEqualTo(right);
    assertThat(read(right).wrong()).isNull();
  }
}
