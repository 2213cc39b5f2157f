package org.caucus.coalition.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand.StartThread;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.kernel.Command;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.View;
import org.junit.jupiter.api.Test;

/** A message that becomes an issue or an action: for no more people, and each shows the other. */
class FromMessageTest {
  private static final Ref MESSAGE = Ref.to(Ref.Kind.ENTRY, Given.ENTRY);

  private static Given said(Audience audience) {
    return Given.coalition()
        .does(
            BOLA,
            new StartThread("coalition", "Joint call", Post.web("Too short.", null, audience)))
        .and(new IssueEvent.TrackerOpened("ALL", "All matters", "matters", Audience.everyone()));
  }

  private static Command issue(Audience audience) {
    return new IssueCommand.OpenFrom(
        new IssueCommand.OpenIssue(
            "ALL", "24 hours", "> Too short.", "", List.of(), null, audience, null),
        MESSAGE);
  }

  @Test
  void theMessageIsEvidenceOfTheIssue() {
    Given made = said(Audience.civilSociety()).does(AMINA, issue(Audience.civilSociety()));

    assertThat(made.state().history().getLast().events())
        .contains(
            new IssueEvent.IssueRelated(
                new Relation(
                    Ref.to(Ref.Kind.ISSUE, Given.THING), Relation.Kind.EVIDENCED_BY, MESSAGE)));
  }

  @Test
  void nobodyReadsItWhoDoesNotReadTheMessage() {
    Given civil = said(Audience.civilSociety());

    civil.when(AMINA, issue(Audience.everyone())).refused(Refusal.Kind.INVALID, "audience");
    civil
        .when(AMINA, issue(Audience.withCompany("chirp")))
        .refused(Refusal.Kind.INVALID, "audience");
    said(Audience.named(List.of(AMINA, BOLA)))
        .when(AMINA, issue(Audience.civilSociety()))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void aHiddenMessageIsAsAbsentAsOneThatIsNot() {
    said(Audience.civilSociety())
        .when(CHIKA, issue(Audience.withCompany("chirp")))
        .refused(Refusal.Kind.INVALID, "fromMessage");
    Given.coalition()
        .and(new IssueEvent.TrackerOpened("ALL", "All matters", "matters", Audience.everyone()))
        .when(CHIKA, issue(Audience.withCompany("chirp")))
        .refused(Refusal.Kind.INVALID, "fromMessage");
  }

  @Test
  void theMessageShowsTheIssueToThoseWhoReadBoth() {
    Given made = said(Audience.everyone()).does(AMINA, issue(Audience.civilSociety()));

    assertThat(related(made, BOLA)).hasSize(1);
    assertThat(related(made, BOLA).getFirst().getString("title")).endsWith("24 hours");
    assertThat(related(made, CHIKA)).isEmpty();
  }

  @Test
  void othersSeeNothingChange() {
    Given before = said(Audience.everyone());
    Given after =
        before
            .does(AMINA, issue(Audience.civilSociety()))
            .does(AMINA, action(Audience.civilSociety()));

    assertThat(View.of(after.state(), VERA).encode())
        .isEqualTo(View.of(before.state(), VERA).encode());
  }

  private static Command action(Audience audience) {
    ActionDetails details = ActionDetails.none().also("", "", null, List.of(MESSAGE));
    return new ActionCommand.PlanAction(
        Action.Kind.TASK,
        "Write to the agency",
        "> Too short.",
        null,
        new Action.When(null, null, ZoneId.of("Africa/Lagos")),
        "",
        audience,
        details,
        null,
        List.of());
  }

  @Test
  void theMessageShowsTheActionToThoseWhoReadBoth() {
    Given made = said(Audience.everyone()).does(AMINA, action(Audience.civilSociety()));

    assertThat(related(made, BOLA)).extracting(r -> r.getString("kind")).containsExactly("action");
    assertThat(related(made, CHIKA)).isEmpty();
  }

  private static List<JsonObject> related(Given given, SeatId reader) {
    Entry entry = given.state().entries().find(Given.ENTRY).orElseThrow();
    JsonObject shown =
        EntryPresenter.show(
            given.state(), entry, given.state().scopeOf(entry.parent()).orElseThrow(), reader);
    return shown.getJsonArray("related", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .toList();
  }
}
