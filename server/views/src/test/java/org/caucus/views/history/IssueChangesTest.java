package org.caucus.views.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueCommand;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.SeatId;
import org.caucus.views.stream.FrameRenderer;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.junit.jupiter.api.Test;

/** What became of an issue, from the state in which it began. */
class IssueChangesTest {
  private static Given arranged(Given given, IssueState first) {
    TrackerConfig arrangement = new TrackerConfig(List.of(), first, List.of());
    return given.does(AMINA, new IssueCommand.ArrangeTracker("COP", arrangement));
  }

  private static Given opened(Given given) {
    return given.does(
        BOLA,
        new IssueCommand.OpenIssue(
            "COP", "A removal within 24 hours", "", "", List.of(), null, null, null));
  }

  private static Given moved(Given given, IssueState state) {
    return given.does(
        BOLA,
        new IssueCommand.EditIssue(Given.THING, null, null, null, null, state, null, false, null));
  }

  /** What its history says of its state, oldest first: what it was before, and what it is. */
  private static List<String> states(Given given) {
    Issue issue = given.state().issues().find(Given.THING).orElseThrow();
    return IssueChanges.of(given.state(), issue, AMINA).stream()
        .map(change -> change.getJsonArray("fields"))
        .flatMap(JsonArray::stream)
        .map(JsonObject.class::cast)
        .filter(field -> field.getString("field").equals("state"))
        .map(field -> field.getString("was", "") + ">" + field.getString("now"))
        .toList();
  }

  @Test
  void beginsInTheStateInWhichItsTrackerHadIssuesBegin() {
    Given sorted = moved(opened(arranged(Given.coalition(), IssueState.TRIAGE)), IssueState.OPEN);

    assertThat(states(sorted)).containsExactly(">TRIAGE", "TRIAGE>OPEN");
  }

  @Test
  void aListOfManySaysOfEachEditWhatItsHistorySays() {
    Given edited = opened(arranged(Given.coalition(), IssueState.TRIAGE));
    edited = moved(moved(edited, IssueState.OPEN), IssueState.WAITING);
    edited =
        edited.does(
            BOLA,
            new IssueCommand.EditIssue(
                Given.THING,
                null,
                "Within 48 hours",
                "A long text",
                null,
                null,
                null,
                false,
                null,
                null));
    Issue issue = edited.state().issues().find(Given.THING).orElseThrow();
    JsonObject last = IssueChanges.of(edited.state(), issue, AMINA).getLast();
    String fields = last.getJsonArray("fields").encode();

    // here all commits have one id, so that the last of them counts
    Map<String, JsonArray> brief =
        new EditedFields().of(edited.state(), Map.of(last.getString("id"), issue.id()), AMINA);

    assertThat(fields).contains("\"A long text\"");
    assertThat(brief.get(last.getString("id")).encode())
        .contains("\"was\":\"A removal within 24 hours\"")
        .isEqualTo(fields.replaceAll("(\"field\":\"description\"),[^}]*", "$1"));
  }

  @Test
  void tellsOnlyWhatASeatMayKnow() {
    Given edited = moved(opened(Given.coalition()), IssueState.WAITING);
    String commit = edited.state().history().getLast().id();

    assertThat(new EditedFields().of(edited.state(), Map.of(commit, Given.THING), AMINA))
        .hasSize(1);
    assertThat(
            new EditedFields()
                .of(edited.state(), Map.of(commit, Given.THING), new SeatId("nobody")))
        .isEmpty();
  }

  @Test
  void theStreamSaysOfAnEditWhatItsHistorySays() {
    Given edited = moved(opened(Given.coalition()), IssueState.WAITING);
    FrameRenderer frames = new FrameRenderer(View.DOMAIN, InstantSource.fixed(View.NOW));
    JsonObject frame =
        frames.frame(edited.state(), edited.state().history().getLast(), AMINA).orElseThrow();
    JsonObject event = frame.getJsonArray("happened").getJsonObject(0);

    assertThat(event.getString("verb")).isEqualTo("issue.edited");
    assertThat(event.getJsonArray("changes").encode())
        .isEqualTo("[{\"field\":\"state\",\"was\":\"OPEN\",\"now\":\"WAITING\"}]");
  }

  @Test
  void readsTheCommitsOfAnIssueAlsoWhenTheLogHasGrownSince() {
    EditedFields memo = new EditedFields();
    Given once = moved(opened(Given.coalition()), IssueState.WAITING);
    Given twice = moved(arranged(once, IssueState.TRIAGE), IssueState.OPEN);

    assertThat(newest(memo, twice)).contains("\"was\":\"WAITING\",\"now\":\"OPEN\"");
    assertThat(newest(memo, once)).contains("\"now\":\"WAITING\"");
    assertThat(newest(memo, twice)).contains("\"now\":\"OPEN\"");
  }

  private static String newest(EditedFields memo, Given given) {
    Commit last = given.state().history().getLast();
    return String.valueOf(memo.of(given.state(), last, Given.THING, AMINA));
  }

  @Test
  void anArrangementSinceThenChangesNothingOfIt() {
    Given later = arranged(opened(Given.coalition()), IssueState.TRIAGE);

    assertThat(states(moved(later, IssueState.WAITING))).containsExactly(">OPEN", "OPEN>WAITING");
  }
}
