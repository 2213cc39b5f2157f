package org.caucus.coalition.trackers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People write in a cell what they would in a letter, and it is understood alike. */
class CellsTest {
  private static final List<CustomField> OWN =
      List.of(
          new CustomField("agency", "Agency", CustomField.Kind.ORGANISATION, List.of()),
          new CustomField("stance", "Stance", CustomField.Kind.CHOICE, List.of("Oppose", "Amend")));

  private static IssueCommand.OpenIssue read(String head, String cell) {
    Workspace now =
        Given.coalition()
            .does(
                Parties.AMINA,
                new IssueCommand.ArrangeTracker(
                    "COP", new TrackerConfig(List.of(), IssueState.OPEN, OWN)))
            .state();
    var tracker = now.issues().tracker("COP").orElseThrow();
    IssueCsvColumns columns =
        IssueCsvColumns.of(List.of("title", head), Map.of(), tracker.arrangement());
    RowImporter intake = new RowImporter(tracker, now.members(), columns, null);
    Map<String, String> row = Map.of("title", "Removal", head, cell);
    return intake.command(new CsvSheet.Row(2, row)).opened();
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
        .extracting(IssuePatch::own)
        .isEqualTo(
            List.of(new CustomFieldValue(head.equals("Agency") ? "agency" : "stance", value)));
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
