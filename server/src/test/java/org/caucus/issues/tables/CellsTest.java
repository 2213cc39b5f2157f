package org.caucus.issues.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.caucus.issues.IssueCommand;
import org.caucus.issues.fields.Arrangement;
import org.caucus.issues.fields.FacetsChange;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.fields.OwnField;
import org.caucus.issues.fields.OwnValue;
import org.caucus.members.Audience;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People write in a cell what they would in a letter, and it is understood alike. */
class CellsTest {
  private static final List<OwnField> OWN =
      List.of(
          new OwnField("agency", "Agency", OwnField.Kind.ORGANISATION, List.of()),
          new OwnField("stance", "Stance", OwnField.Kind.CHOICE, List.of("Oppose", "Amend")));

  private static IssueCommand.OpenIssue read(String head, String cell) {
    Workspace now =
        Given.coalition()
            .does(
                Parties.AMINA,
                new IssueCommand.ArrangeTracker(
                    "COP", new Arrangement(List.of(), IssueState.OPEN, OWN)))
            .state();
    var tracker = now.issues().tracker("COP").orElseThrow();
    Columns columns = Columns.of(List.of("title", head), Map.of(), tracker.arrangement());
    Intake intake = new Intake(tracker, now.members(), columns, null);
    Map<String, String> row = Map.of("title", "Removal", head, cell);
    return intake.command(new Sheet.Row(2, row)).opened();
  }

  @ParameterizedTest
  @CsvSource({
    "Agency, chirp, chirp",
    "Agency, Chirp, chirp",
    "Agency, press union, press",
    "Agency, Nobody, Nobody",
    "Stance, amend, Amend",
    "Stance, OPPOSE, Oppose",
  })
  void itsOwnFieldsAreSpeltAsTheyAreMeant(String head, String cell, String value) {
    assertThat(read(head, cell).facets())
        .extracting(FacetsChange::own)
        .isEqualTo(List.of(new OwnValue(head.equals("Agency") ? "agency" : "stance", value)));
  }

  @ParameterizedTest
  @CsvSource({
    "Everyone, EVERYONE",
    "civil society, CIVIL_SOCIETY",
    "With Chirp, WITH_COMPANY(chirp)",
    "only chirp, COMPANY_ONLY(chirp)",
    "WITH_COMPANY(chirp), WITH_COMPANY(chirp)",
  })
  void whoReadsItIsSaidInPlainWords(String cell, String audience) {
    assertThat(read("audience", cell).audience()).isEqualTo(Audience.parse(audience));
  }

  @Test
  void peopleStandBetweenCommasToo() {
    assertThat(read("assignees", "Bola, Amina; Chika").assignees())
        .containsExactly(Parties.BOLA, Parties.AMINA, Parties.CHIKA);
  }
}
