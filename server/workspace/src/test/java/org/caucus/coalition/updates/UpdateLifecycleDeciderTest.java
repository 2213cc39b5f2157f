package org.caucus.coalition.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.companies.CompanyBoard;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.revisions.RevisionCommand;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateCommand.AcknowledgeUpdate;
import org.caucus.coalition.updates.UpdateCommand.CommentUpdate;
import org.caucus.coalition.updates.UpdateCommand.CorrectUpdate;
import org.caucus.coalition.updates.UpdateCommand.ReachStage;
import org.caucus.coalition.updates.UpdateCommand.RetractUpdate;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an update after it was posted. */
class UpdateLifecycleDeciderTest {
  static final String U = "notice";

  private static UpdateEvent.UpdatePosted posted(Audience audience, UpdateReferences about) {
    return new UpdateEvent.UpdatePosted(
        U,
        "chirp",
        Update.Kind.POSITION,
        Update.Stage.IN_REVIEW,
        "On the notice period",
        "We ask for 72 hours.",
        Update.Attribution.BACKGROUND,
        audience,
        CHIKA,
        Channel.WEB,
        null,
        about);
  }

  private static Given given(Audience audience) {
    return Given.coalition().and(posted(audience, UpdateReferences.none()));
  }

  private static CorrectUpdate says(String body) {
    return new CorrectUpdate(U, null, null, null, body, null, "The number was wrong.");
  }

  private static JsonObject shown(Workspace state, SeatId reader) {
    return UpdatePresenter.show(state, state.updates().find(U).orElseThrow(), reader);
  }

  @Test
  void aCorrectionKeepsWhatWasSaidBefore() {
    Given after = given(Audience.everyone()).does(CHIKA, says("We ask for 48 hours."));

    JsonObject shown = shown(after.state(), BOLA);

    assertThat(shown.getString("body")).isEqualTo("We ask for 48 hours.");
    assertThat(shown.getInteger("version")).isEqualTo(2);
    JsonObject past = shown.getJsonArray("past").getJsonObject(0);
    assertThat(past.getString("body")).isEqualTo("We ask for 72 hours.");
    assertThat(past.getString("note")).isEqualTo("The number was wrong.");
  }

  @Test
  void aCorrectionOfAnOlderVersionIsRefusedWithWhatIsThere() {
    Given after = given(Audience.everyone()).does(CHIKA, says("We ask for 48 hours."));
    CorrectUpdate stale = new CorrectUpdate(U, 1, null, null, "We ask for 24.", null, "");

    Refusal no = after.when(CHIKA, stale).refused(Refusal.Kind.CONFLICT);

    assertThat(no.current()).containsEntry("body", "We ask for 48 hours.");
  }

  @Test
  void onlyTheCompanysLiaisonChangesIt() {
    Given given = given(Audience.everyone());
    for (SeatId other : List.of(AMINA, BOLA, VERA, CLAIRE)) {
      given.when(other, says("Otherwise.")).refused(Refusal.Kind.FORBIDDEN);
      given.when(other, new RetractUpdate(U, "No.")).refused(Refusal.Kind.FORBIDDEN);
      given.when(other, new ReachStage(U, Update.Stage.DONE, "")).refused(Refusal.Kind.FORBIDDEN);
    }
    Given hidden = given(Audience.withCompany("chirp"));
    hidden.when(VERA, says("Otherwise.")).refused(Refusal.Kind.ABSENT);
    hidden.when(VERA, new AcknowledgeUpdate(U)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void whatWasSaidToFewerStaysWithThemAfterAWidening() {
    Audience before = Audience.withCompany("chirp");
    Given after =
        given(before)
            .does(BOLA, new AcknowledgeUpdate(U))
            .does(CHIKA, says("We ask for 48 hours."))
            .and(
                new AudienceEvent.Widened(
                    Ref.to(Ref.Kind.UPDATE, U), before, Audience.everyone(), CHIKA, null));

    assertThat(shown(after.state(), VERA).getString("body")).isEqualTo("We ask for 48 hours.");
    assertThat(shown(after.state(), VERA).fieldNames()).doesNotContain("past", "acknowledged");
    assertThat(shown(after.state(), BOLA).getJsonArray("past")).hasSize(1);
    assertThat(shown(after.state(), BOLA).getJsonArray("acknowledged")).hasSize(1);
  }

  @Test
  void aRetractionStaysToBeSeenAndEndsIt() {
    Given after = given(Audience.everyone()).does(CHIKA, new RetractUpdate(U, "Not decided yet."));

    JsonObject shown = shown(after.state(), BOLA);
    assertThat(shown.getJsonObject("retraction").getString("reason")).isEqualTo("Not decided yet.");
    assertThat(shown.getString("body")).isEqualTo("We ask for 72 hours.");
    after.when(CHIKA, says("Again.")).refused(Refusal.Kind.CONFLICT);
    after.when(BOLA, new AcknowledgeUpdate(U)).refused(Refusal.Kind.CONFLICT);
    given(Audience.everyone())
        .when(CHIKA, new RetractUpdate(U, "  "))
        .refused(Refusal.Kind.INVALID, "reason");
  }

  @Test
  void anOrganisationSaysOnceThatItReadIt() {
    Given given = given(Audience.everyone());

    given
        .when(BOLA, new AcknowledgeUpdate(U))
        .then(new UpdateEvent.UpdateAcknowledged(U, "press", BOLA));
    given
        .does(BOLA, new AcknowledgeUpdate(U))
        .when(BOLA, new AcknowledgeUpdate(U))
        .refused(Refusal.Kind.CONFLICT);
    given.when(CHIKA, new AcknowledgeUpdate(U)).refused(Refusal.Kind.FORBIDDEN);
    given.when(CLAIRE, new AcknowledgeUpdate(U)).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aQuestionIsOpenUntilTheCompanyAnswersIt() {
    Given asked =
        given(Audience.everyone())
            .does(BOLA, new CommentUpdate(U, Post.web("By when?", null, null), true));
    Post word = Post.web("By June.", Given.ENTRY, null);

    assertThat(questions(asked, VERA).getJsonObject(0).getString("answer")).isNull();
    // others may say what they like: it is the company that was asked
    asked.when(VERA, new CommentUpdate(U, word)).answer();
    Given answered =
        asked.and(
            new EntryEvent.EntryPosted(
                "a1",
                Ref.to(Ref.Kind.UPDATE, U),
                Given.ENTRY,
                CHIKA,
                Audience.withCompany("chirp"),
                "By June.",
                Channel.WEB,
                null),
            new UpdateEvent.QuestionAnswered(U, Given.ENTRY, "a1", CHIKA));
    assertThat(questions(answered, BOLA).getJsonObject(0).getString("answer")).isEqualTo("a1");
    // anyone who cannot read the answer sees an open question
    assertThat(questions(answered, VERA).getJsonObject(0).getString("answer")).isNull();
    given(Audience.everyone())
        .when(CHIKA, new CommentUpdate(U, Post.web("By when?", null, null), true))
        .refused(Refusal.Kind.INVALID, "question");
  }

  @Test
  void theAnswerOfALiaisonAnswersTheQuestion() {
    Given asked =
        given(Audience.everyone())
            .and(
                new EntryEvent.EntryPosted(
                    "q1",
                    Ref.to(Ref.Kind.UPDATE, U),
                    null,
                    BOLA,
                    Audience.everyone(),
                    "By when?",
                    Channel.WEB,
                    null),
                new UpdateEvent.QuestionAsked(U, "q1", BOLA));

    Given answered = asked.does(CHIKA, new CommentUpdate(U, Post.web("By June.", "q1", null)));

    assertThat(questions(answered, VERA).getJsonObject(0).getString("answer"))
        .isEqualTo(Given.ENTRY);
  }

  @Test
  void aQuestionThatIsDeletedAsksNothing() {
    Given asked =
        given(Audience.everyone())
            .does(BOLA, new CommentUpdate(U, Post.web("By when?", null, null), true));

    Given gone = asked.does(BOLA, new RevisionCommand.DeleteEntry(Given.ENTRY, null, List.of()));

    assertThat(shown(gone.state(), CHIKA).getJsonArray("questions", new JsonArray())).isEmpty();
    assertThat(questions(gone.does(BOLA, new RevisionCommand.RestoreEntry(Given.ENTRY)), CHIKA))
        .hasSize(1);
  }

  @Test
  void anAnswerThatIsDeletedAnswersNothing() {
    Given answered =
        given(Audience.everyone())
            .and(
                new EntryEvent.EntryPosted(
                    "q1",
                    Ref.to(Ref.Kind.UPDATE, U),
                    null,
                    BOLA,
                    Audience.everyone(),
                    "By when?",
                    Channel.WEB,
                    null),
                new UpdateEvent.QuestionAsked(U, "q1", BOLA))
            .does(CHIKA, new CommentUpdate(U, Post.web("By June.", "q1", null)));

    Given gone =
        answered.does(CHIKA, new RevisionCommand.DeleteEntry(Given.ENTRY, null, List.of()));

    assertThat(questions(gone, VERA).getJsonObject(0).getString("answer")).isNull();
  }

  private static JsonArray questions(Given given, SeatId reader) {
    return shown(given.state(), reader).getJsonArray("questions");
  }

  private static IssueEvent.IssueOpened issue(Audience audience) {
    return new IssueEvent.IssueOpened(
        "i1", "COP-1", "COP", "24 hours", "", "", List.of(), null, audience, BOLA);
  }

  @Test
  void aLinkIsShownToWhoReadsBothEnds() {
    Given issue = Given.coalition().and(issue(Audience.withCompany("chirp")));
    UpdateReferences about =
        new UpdateReferences(
            "Part I, 3", List.of(Ref.to(Ref.Kind.ISSUE, "COP-1")), LocalDate.parse("2026-07-01"));
    Given given = issue.does(CHIKA, says(about));
    Update update = given.state().updates().find(Given.THING).orElseThrow();

    assertThat(UpdateLifecyclePresenter.links(given.state(), update, BOLA)).hasSize(1);
    assertThat(UpdateLifecyclePresenter.links(given.state(), update, VERA)).isEmpty();
    assertThat(UpdatePresenter.show(given.state(), update, VERA).getString("due"))
        .isEqualTo("2026-07-01");
    // to what one cannot read there is no link, as to what does not exist
    String hidden = issue.when(VERA, says(about)).refused(Refusal.Kind.INVALID, "links").why();
    UpdateReferences nowhere =
        new UpdateReferences(null, List.of(Ref.to(Ref.Kind.ISSUE, "COP-99")), null);
    assertThat(issue.when(VERA, says(nowhere)).refused(Refusal.Kind.INVALID, "links").why())
        .isEqualTo(hidden);
  }

  @Test
  void aCorrectionSaysToWhatElseItRefersAndKeepsWhatItsAuthorCannotSee() {
    Given given = linked();
    List<Ref> mine = List.of(Ref.to(Ref.Kind.ISSUE, "COP-1"));
    Given with = given.does(CHIDI, links(mine, "It is about the issue, too."));

    // named by its label, it is kept by the id of its issue
    assertThat(linksOf(with)).containsExactly(Ref.to(Ref.Kind.ISSUE, "i1"), HERS);
    assertThat(seen(with, BOLA).getJsonArray("past")).hasSize(1);
    // unseen by the person who takes the others away, it stays
    assertThat(linksOf(with.does(CHIDI, links(List.of(), "It is not.")))).containsExactly(HERS);
    assertThat(linksOf(with.does(CHIKA, links(List.of(), "None.")))).isEmpty();
    with.when(CHIDI, links(mine, "Again.")).refused(Refusal.Kind.INVALID, "body");
  }

  @Test
  void aCorrectionLinksToNothingThatItsAuthorCannotRead() {
    Given given = linked();
    String hidden =
        given.when(CHIDI, links(List.of(HERS), "")).refused(Refusal.Kind.INVALID, "links").why();
    List<Ref> nowhere = List.of(Ref.to(Ref.Kind.UPDATE, "nowhere"));
    assertThat(given.when(CHIDI, links(nowhere, "")).refused(Refusal.Kind.INVALID, "links").why())
        .isEqualTo(hidden);
    List<Ref> many = Collections.nCopies(UpdateReferences.MAX_LINKS + 1, nowhere.getFirst());
    given.when(CHIKA, links(many, "")).refused(Refusal.Kind.INVALID, "links");
  }

  static final SeatId CHIDI = new SeatId("chidi");
  private static final Ref HERS = Ref.to(Ref.Kind.UPDATE, "hers");

  /** Two liaisons of one company, and an update of it that links to what only one of them reads. */
  static Given linked() {
    return Given.coalition()
        .and(Parties.seat(CHIDI, "chirp", Role.LIAISON, null))
        .and(issue(Audience.withCompany("chirp")))
        .and(
            new UpdateEvent.UpdatePosted(
                "hers",
                "chirp",
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "For one",
                "Hers.",
                Update.Attribution.ON_RECORD,
                Audience.named(Set.of(CHIKA)),
                CHIKA,
                Channel.WEB,
                null))
        .and(posted(Audience.everyone(), new UpdateReferences(null, List.of(HERS), null)));
  }

  static CorrectUpdate links(List<Ref> links, String note) {
    return new CorrectUpdate(U, null, null, null, null, null, null, false, null, links, note);
  }

  private static List<Ref> linksOf(Given given) {
    return given.state().updates().find(U).orElseThrow().particulars().links();
  }

  @Test
  void aPromiseIsPutOffForAllToSee() {
    LocalDate first = LocalDate.parse("2026-07-01");
    LocalDate later = LocalDate.parse("2026-09-01");
    Given put =
        Given.coalition()
            .does(CHIKA, says(new UpdateReferences("Part I, 3", List.of(), first)))
            .does(CHIKA, due(later, "The hearing was moved."));

    JsonObject shown = seen(put, BOLA);
    assertThat(shown.getString("due")).isEqualTo("2026-09-01");
    assertThat(shown.getString("provision")).isEqualTo("Part I, 3");
    assertThat(shown.getJsonArray("past").getJsonObject(0).getString("due"))
        .isEqualTo("2026-07-01");
    JsonObject promise = promises(put).getJsonObject(0);
    assertThat(promise.getString("first")).isEqualTo("2026-07-01");
    assertThat(promise.getString("due")).isEqualTo("2026-09-01");
    // taking the day away does not take the promise away
    JsonObject without = promises(put.does(CHIKA, due(null, ""))).getJsonObject(0);
    assertThat(without.containsKey("due")).isFalse();
    assertThat(without.getString("first")).isEqualTo("2026-07-01");
    put.when(CHIKA, due(later, "Again.")).refused(Refusal.Kind.INVALID, "body");
  }

  private static JsonObject seen(Given given, SeatId reader) {
    Update update =
        given
            .state()
            .updates()
            .find(Given.THING)
            .or(() -> given.state().updates().find(U))
            .orElseThrow();
    return UpdatePresenter.show(given.state(), update, reader);
  }

  private static JsonArray promises(Given given) {
    return new CompanyBoard(given.state(), BOLA, given.at())
        .show().stream()
            .map(JsonObject.class::cast)
            .filter(line -> line.getString("company").equals("chirp"))
            .map(line -> line.getJsonArray("promises"))
            .findFirst()
            .orElseThrow();
  }

  private static CorrectUpdate due(@Nullable LocalDate day, String note) {
    return new CorrectUpdate(
        Given.THING, null, null, null, null, null, null, true, day, null, note);
  }

  @Test
  void aLinkToAnUpdateSaysOnWhichTermsThatWasSaid() {
    Ref first = Ref.to(Ref.Kind.UPDATE, Given.THING);
    Given given =
        Given.coalition()
            .does(CHIKA, says(UpdateReferences.none()))
            .and(
                new UpdateEvent.UpdatePosted(
                    "u2",
                    "chirp",
                    Update.Kind.STATUS,
                    Update.Stage.NOTED,
                    "More of that",
                    "As said.",
                    Update.Attribution.BACKGROUND,
                    Audience.everyone(),
                    CHIKA,
                    Channel.WEB,
                    null,
                    new UpdateReferences(null, List.of(first), null)));
    Update second = given.state().updates().find("u2").orElseThrow();

    assertThat(
            UpdateLifecyclePresenter.links(given.state(), second, BOLA)
                .getJsonObject(0)
                .getString("attribution"))
        .isEqualTo("ON_RECORD");
  }

  private static UpdateCommand.PostUpdate says(UpdateReferences about) {
    return new UpdateCommand.PostUpdate(
        null,
        Update.Kind.ACTION,
        Update.Stage.DECIDED,
        "Appeals",
        "Within 48 hours.",
        Update.Attribution.ON_RECORD,
        null,
        null,
        List.of(),
        about);
  }
}
