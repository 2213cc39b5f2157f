package org.caucus.coalition.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.EMEKA;
import static org.caucus.workspace.Parties.VERA;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.trackers.IssueCommand.CloseIssue;
import org.caucus.coalition.trackers.IssueCommand.CommentIssue;
import org.caucus.coalition.trackers.IssueCommand.EditIssue;
import org.caucus.coalition.trackers.IssueCommand.OpenIssue;
import org.caucus.coalition.trackers.IssueCommand.OpenTracker;
import org.caucus.coalition.trackers.IssueCommand.ReopenIssue;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Trackers and issues. */
class IssueDeciderTest {
  private static final Audience EVERYONE = Audience.everyone();
  private static final Audience CIVIL = Audience.civilSociety();

  private static OpenIssue opens(@Nullable Audience audience, SeatId... assignees) {
    return new OpenIssue(
        "COP",
        "Removal within 24 hours of notice",
        "Too short for small platforms.",
        "Part I, 3",
        List.of(assignees),
        LocalDate.parse("2026-07-15"),
        audience,
        null);
  }

  private static IssueEvent.IssueOpened opened(String id, String label, Audience audience) {
    return new IssueEvent.IssueOpened(
        id, label, "COP", "Title", "", "", List.of(), null, audience, AMINA);
  }

  private static Given tracked() {
    return Given.coalition().and(opened("i1", "COP-1", EVERYONE), opened("i2", "COP-CS-1", CIVIL));
  }

  private static EditIssue retitles(@Nullable Integer version) {
    return new EditIssue("i1", version, "New title", null, null, null, null, false, null);
  }

  private static String label(Given given, SeatId by, Audience audience) {
    return ((IssueEvent.IssueOpened) given.when(by, opens(audience)).last()).label();
  }

  @Test
  void anIssueTakesItsTrackersAudience() {
    Given.coalition()
        .when(CHIKA, opens(null, AMINA))
        .then(
            new IssueEvent.IssueOpened(
                Given.THING,
                "COP-1",
                "COP",
                "Removal within 24 hours of notice",
                "Too short for small platforms.",
                "Part I, 3",
                List.of(AMINA),
                LocalDate.parse("2026-07-15"),
                EVERYONE,
                CHIKA));
  }

  @Test
  void everyClassHasItsOwnRowOfNumbersSoNoGapTells() {
    Given given = tracked();

    assertThat(label(given, BOLA, EVERYONE)).isEqualTo("COP-2");
    assertThat(label(given, BOLA, CIVIL)).isEqualTo("COP-CS-2");
    assertThat(label(given, BOLA, Audience.withCompany("chirp"))).isEqualTo("COP-WITH-CHIRP-1");
    assertThat(label(given, VERA, Audience.companyOnly("vista"))).startsWith("COP-").endsWith("-1");
    assertThat(label(given, BOLA, Audience.named(List.of(BOLA, VERA)))).isEqualTo("COP-N-NEWTHI");
  }

  @Test
  void noTwoClassesShareARowWhateverACompanyIsCalled() {
    List<String> slugs = List.of("cs", "n", "with-chirp", "chirp", "only-chirp", "only", "with");
    List<Audience> classes = new java.util.ArrayList<>(List.of(EVERYONE, CIVIL));
    Given given = Given.coalition();
    for (String slug : slugs) {
      if (!slug.equals("chirp")) {
        given = given.and(Parties.organisation(slug, slug, Side.COMPANY));
      }
      classes.add(Audience.withCompany(slug));
      classes.add(Audience.companyOnly(slug));
    }
    classes.add(Audience.named(List.of(AMINA)));

    assertThat(classes.stream().map(c -> IssueLabels.series("COP", c)).distinct())
        .hasSize(classes.size());
  }

  @Test
  void whoCannotReadTheTrackerFindsNone() {
    Given given =
        Given.coalition().and(new IssueEvent.TrackerOpened("INT", "Internal", "internal", CIVIL));
    OpenIssue hidden = new OpenIssue("INT", "Hello", "", "", List.of(), null, null, null);

    given.when(CHIKA, hidden).refused(Refusal.Kind.ABSENT);
    given
        .when(BOLA, new OpenIssue("INT", "x", "", "", List.of(), null, EVERYONE, null))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void assigningSomeoneOutsideIsRefusedAndNamesThem() {
    var no =
        Given.coalition()
            .when(BOLA, opens(CIVIL, AMINA, CHIKA))
            .refused(Refusal.Kind.INVALID, "assignees");

    assertThat(no.why()).contains("Chika").doesNotContain("Amina");
    Given.coalition().when(BOLA, opens(EVERYONE, EMEKA)).refused(Refusal.Kind.INVALID, "assignees");
    tracked()
        .when(BOLA, new EditIssue("i2", null, null, null, null, null, List.of(VERA), false, null))
        .refused(Refusal.Kind.INVALID, "assignees");
  }

  @Test
  void anEditOfAnOlderVersionChangesNothingAndShowsTheNewer() {
    Given edited = tracked().does(BOLA, retitles(1));

    var no = edited.when(CHIKA, retitles(1)).refused(Refusal.Kind.CONFLICT);
    assertThat(Objects.requireNonNull(no.current()))
        .containsEntry("title", "New title")
        .containsEntry("version", 2);
    edited.when(CHIKA, retitles(2)).last();
    edited.when(CHIKA, retitles(null)).last();
  }

  @Test
  void itIsClosedWithALastWordAndOpenedAgain() {
    Given closed = tracked().does(BOLA, new CloseIssue("COP-1", IssueState.DONE, "Agreed."));

    assertThat(closed.state().issues().find("i1").orElseThrow().state()).isEqualTo(IssueState.DONE);
    assertThat(closed.state().entries().find(Given.ENTRY).orElseThrow().text())
        .isEqualTo("Agreed.");
    closed.when(BOLA, new CloseIssue("i1", IssueState.DONE, null)).refused(Refusal.Kind.CONFLICT);
    closed.when(CHIKA, new ReopenIssue("i1")).then(new IssueEvent.IssueReopened("i1"));
    tracked().when(CHIKA, new ReopenIssue("i1")).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void closingIsNotAnEditAndAnOpenStateIsNotAClosing() {
    EditIssue done =
        new EditIssue("i1", null, null, null, null, IssueState.DONE, null, false, null);

    tracked().when(BOLA, done).refused(Refusal.Kind.INVALID, "state");
    tracked()
        .when(BOLA, new CloseIssue("i1", IssueState.OPEN, null))
        .refused(Refusal.Kind.INVALID, "as");
  }

  @Test
  void whatOneCannotReadIsAbsentForEveryVerb() {
    Given given = tracked();
    given
        .when(CHIKA, new CommentIssue("COP-CS-1", Post.web("Hello", null, null)))
        .refused(Refusal.Kind.ABSENT);
    given.when(CHIKA, new CloseIssue("i2", IssueState.DONE, null)).refused(Refusal.Kind.ABSENT);
    given.when(CHIKA, new ReopenIssue("i2")).refused(Refusal.Kind.ABSENT);
    given
        .when(CHIKA, new EditIssue("i2", 9, "x", null, null, null, null, false, null))
        .refused(Refusal.Kind.ABSENT);
  }

  @Test
  void observersChangeNothing() {
    Given given = tracked();
    given.when(CLAIRE, opens(null)).refused(Refusal.Kind.FORBIDDEN);
    given.when(CLAIRE, retitles(null)).refused(Refusal.Kind.FORBIDDEN);
    given
        .when(CLAIRE, new CommentIssue("i1", Post.web("Hello", null, null)))
        .refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aLetterThatOpensAnIssueIsItsFirstEntry() {
    EntryLetter letter = new EntryLetter("blob", "notice@press.example", null, false, List.of());
    Given given =
        Given.coalition()
            .does(
                BOLA,
                new OpenIssue("COP", "Notice", "We got one.", "", List.of(), null, null, letter));

    var entry = given.state().entries().find(Given.ENTRY).orElseThrow();
    assertThat(entry.via()).isEqualTo(Channel.MAIL);
    assertThat(entry.parent().id()).isEqualTo(Given.THING);
    assertThat(entry.audience()).isEqualTo(EVERYONE);
  }

  @Test
  void aCommentMayBeNarrowerThanItsIssue() {
    var last =
        tracked().when(BOLA, new CommentIssue("i1", Post.web("Among us", null, CIVIL))).last();
    assertThat(((EntryEvent.EntryPosted) last).audience()).isEqualTo(CIVIL);
  }

  @Test
  void onlyConvenorsOpenTrackersAndAKeyIsUsedOnce() {
    Given.coalition()
        .when(BOLA, new OpenTracker("NEW", "New", "new", EVERYONE))
        .refused(Refusal.Kind.FORBIDDEN);
    Given.coalition()
        .when(AMINA, new OpenTracker("COP", "Again", "again", EVERYONE))
        .refused(Refusal.Kind.CONFLICT);
    Given.coalition().when(AMINA, new OpenTracker("NEW", "New", "new", CIVIL)).last();
  }
}
