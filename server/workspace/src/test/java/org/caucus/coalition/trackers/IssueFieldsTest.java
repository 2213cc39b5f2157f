package org.caucus.coalition.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.trackers.IssueCommand.EditIssue;
import org.caucus.coalition.trackers.IssueCommand.OpenIssue;
import org.caucus.coalition.trackers.fields.ChecklistItem;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.CustomField;
import org.caucus.coalition.trackers.fields.CustomField.Kind;
import org.caucus.coalition.trackers.fields.CustomFieldValue;
import org.caucus.coalition.trackers.fields.IssueFields;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.Test;

/** What an issue has besides words and people, who follows it, what it has to do with. */
class IssueFieldsTest {
  private static final Audience EVERYONE = Audience.everyone();
  private static final Audience CIVIL = Audience.civilSociety();

  private static IssueEvent.IssueOpened opened(String id, String label, Audience audience) {
    return new IssueEvent.IssueOpened(
        id, label, "COP", "Title", "", "", List.of(), null, audience, AMINA);
  }

  private static Given tracked() {
    return Given.coalition().and(opened("i1", "COP-1", EVERYONE), opened("i2", "COP-CS-1", CIVIL));
  }

  private static EditIssue changes(String issue, IssuePatch more) {
    return new EditIssue(issue, null, null, null, null, null, null, false, null, more);
  }

  private static IssuePatch labelled(String... labels) {
    return new IssuePatch(null, null, List.of(labels), null, null, null);
  }

  private static IssuePatch own(String field, String value) {
    return new IssuePatch(
        null, null, null, null, null, List.of(new CustomFieldValue(field, value)));
  }

  private static Given arranged() {
    return tracked()
        .does(
            AMINA,
            new IssueCommand.ArrangeTracker(
                "COP",
                new TrackerConfig(
                    List.of(new TrackerConfig.StateName(IssueState.WAITING, "With the agency")),
                    IssueState.TRIAGE,
                    List.of(
                        new CustomField("agency", "Agency", Kind.CHOICE, List.of("NITDA", "NCC")),
                        new CustomField("hearing", "Hearing", Kind.DATE, List.of()),
                        new CustomField("about", "About", Kind.ORGANISATION, List.of())))));
  }

  @Test
  void anIssueKeepsWhatAnEditDoesNotName() {
    Given given =
        tracked()
            .does(BOLA, changes("i1", labelled("Takedown", "takedown", " small platforms ")))
            .does(
                BOLA,
                changes(
                    "i1",
                    new IssuePatch(
                        IssueType.QUESTION,
                        Priority.HIGH,
                        null,
                        new Citation("Code", "Part I", "3(b)", "within 24 hours"),
                        List.of(new ChecklistItem("Ask Chirp", false)),
                        null)));

    IssueFields facets = given.state().issues().find("i1").orElseThrow().facets();
    assertThat(facets.labels()).containsExactly("Takedown", "small platforms");
    assertThat(facets.type()).isEqualTo(IssueType.QUESTION);
    assertThat(Objects.requireNonNull(facets.citation()).number()).isEqualTo("3(b)");

    IssueFields without =
        given
            .does(
                BOLA,
                changes(
                    "i1",
                    new IssuePatch(null, null, null, new Citation("", "", " ", ""), null, null)))
            .state()
            .issues()
            .find("i1")
            .orElseThrow()
            .facets();
    assertThat(without.citation()).isNull();
    assertThat(without.priority()).isEqualTo(Priority.HIGH);
  }

  @Test
  void labelsAndChecklistsHaveLimitsThatNameTheField() {
    String[] many = IntStream.range(0, 10_000).mapToObj(i -> "l" + i).toArray(String[]::new);
    tracked().when(BOLA, changes("i1", labelled(many))).refused(Refusal.Kind.INVALID, "labels");
    tracked()
        .when(BOLA, changes("i1", labelled("x".repeat(41))))
        .refused(Refusal.Kind.INVALID, "labels");
    tracked().when(BOLA, changes("i1", labelled("a,b"))).refused(Refusal.Kind.INVALID, "labels");
    IssuePatch lines =
        new IssuePatch(
            null, null, null, null, Collections.nCopies(101, new ChecklistItem("x", false)), null);
    tracked().when(BOLA, changes("i1", lines)).refused(Refusal.Kind.INVALID, "checklist");
  }

  @Test
  void aTrackersOwnFieldsTakeTheirKindOfValueOnly() {
    arranged().does(BOLA, changes("i1", own("agency", "NCC")));
    arranged()
        .when(BOLA, changes("i1", own("agency", "NCCC")))
        .refused(Refusal.Kind.INVALID, "fields.agency");
    arranged()
        .when(BOLA, changes("i1", own("hearing", "0000-01-01")))
        .refused(Refusal.Kind.INVALID, "fields.hearing");
    arranged()
        .when(BOLA, changes("i1", own("about", "nobody")))
        .refused(Refusal.Kind.INVALID, "fields.about");
    arranged().does(BOLA, changes("i1", own("about", "chirp")));
    arranged()
        .when(BOLA, changes("i1", own("budget", "1")))
        .refused(Refusal.Kind.INVALID, "fields.budget");
    tracked()
        .when(BOLA, new IssueCommand.ArrangeTracker("COP", TrackerConfig.USUAL))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void newIssuesBeginWhereTheTrackerSays() {
    Given given =
        arranged().does(BOLA, new OpenIssue("COP", "New", "", "", List.of(), null, null, null));

    assertThat(given.state().issues().find(Given.THING).orElseThrow().state())
        .isEqualTo(IssueState.TRIAGE);
  }

  @Test
  void followingChangesNoVersionAndIsForReadersOnly() {
    Given given = tracked().does(BOLA, new IssueCommand.WatchIssue("i2", true));

    assertThat(given.state().issues().find("i2").orElseThrow().version()).isEqualTo(1);
    given.when(BOLA, new IssueCommand.WatchIssue("i2", true)).refused(Refusal.Kind.CONFLICT);
    given.when(CHIKA, new IssueCommand.WatchIssue("i2", true)).refused(Refusal.Kind.ABSENT);
    Given open = tracked().does(CHIKA, new IssueCommand.WatchIssue("i1", true));
    assertThat(shown(open, "i1", BOLA).getJsonArray("watchers"))
        .isEqualTo(new JsonArray().add("chika"));
    Given narrowed =
        open.and(
            new AudienceEvent.Narrowed(
                Ref.to(Ref.Kind.ISSUE, "i1"), EVERYONE, CIVIL, AMINA, List.of()));
    assertThat(shown(narrowed, "i1", BOLA).getJsonArray("watchers")).isEmpty();
  }

  private static JsonObject shown(Given given, String issue, SeatId reader) {
    return IssuePresenter.show(
        given.state(), given.state().issues().find(issue).orElseThrow(), reader);
  }

  @Test
  void aRelationIsThereForThoseWhoCanReadBothEnds() {
    var relate = relate("i1", Relation.Kind.BLOCKS, "i2", true);
    Given given = tracked().does(BOLA, relate);

    Issue one = given.state().issues().find("i1").orElseThrow();
    assertThat(IssuePresenter.relations(given.state(), one, BOLA)).hasSize(1);
    assertThat(IssuePresenter.relations(given.state(), one, CHIKA)).isEmpty();
    assertThat(one.version()).isEqualTo(1);
    Event event = tracked().when(BOLA, relate).last();
    Commit commit = new Commit(99, "c", given.at(), BOLA, null, List.of(event));
    assertThat(given.state().mayKnow(commit, event, CHIKA)).isFalse();
    assertThat(given.state().mayKnow(commit, event, AMINA)).isTrue();
  }

  @Test
  void whoCannotReadTheOtherEndIsToldTheSameAsIfItWereNotThere() {
    Given given = tracked().does(BOLA, relate("i1", Relation.Kind.RELATES, "i2", true));

    var hidden = given.when(CHIKA, relate("i1", Relation.Kind.RELATES, "i2", true));
    var absent = given.when(CHIKA, relate("i1", Relation.Kind.RELATES, "i9", true));
    assertThat(hidden.answer()).isEqualTo(absent.answer()).contains("INVALID");
    assertThat(given.when(CHIKA, relate("i1", Relation.Kind.RELATES, "i2", false)).answer())
        .isEqualTo(given.when(CHIKA, relate("i1", Relation.Kind.RELATES, "i9", false)).answer());
    given
        .when(BOLA, relate("i2", Relation.Kind.RELATES, "i1", true))
        .refused(Refusal.Kind.CONFLICT);
    given.does(BOLA, relate("i2", Relation.Kind.RELATES, "i1", false));
    given
        .does(BOLA, relate("i1", Relation.Kind.BLOCKS, "i2", true))
        .when(BOLA, relate("i2", Relation.Kind.BLOCKS, "i1", true))
        .refused(Refusal.Kind.CONFLICT);
  }

  private static IssueCommand.RelateIssue relate(
      String from, Relation.Kind kind, String to, boolean on) {
    return new IssueCommand.RelateIssue(from, kind, Ref.to(Ref.Kind.ISSUE, to), on);
  }
}
