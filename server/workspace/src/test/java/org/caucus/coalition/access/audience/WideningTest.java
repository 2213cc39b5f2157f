package org.caucus.coalition.access.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.access.audience.Memos.CALL;
import static org.caucus.coalition.access.audience.Memos.CIVIL;
import static org.caucus.coalition.access.audience.Memos.EVERYONE;
import static org.caucus.coalition.access.audience.Memos.MEMO;
import static org.caucus.coalition.access.audience.Memos.REMOVAL;
import static org.caucus.coalition.access.audience.Memos.WITH_CHIRP;
import static org.caucus.coalition.access.audience.Memos.asks;
import static org.caucus.coalition.access.audience.Memos.does;
import static org.caucus.coalition.access.audience.Memos.edited;
import static org.caucus.coalition.access.audience.Memos.entry;
import static org.caucus.coalition.access.audience.Memos.memo;
import static org.caucus.coalition.access.audience.Memos.reads;
import static org.caucus.coalition.access.audience.Memos.tracked;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.ActionPresenter;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.caucus.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Wider, and released: rule R5. */
class WideningTest {
  @Test
  void aDryRunNamesWhoGainsWhatAndWhatStaysClosed() {
    Given given = memo(CIVIL);

    AudienceChangePreview foreseen = AudienceChangePreview.of(given.state(), MEMO, EVERYONE, AMINA);

    assertThat(foreseen.kind()).isEqualTo(AudienceChangePreview.Kind.WIDEN);
    assertThat(foreseen.gains().stream().map(Seat::id)).containsExactly(CHIKA, VERA);
    assertThat(foreseen.loses()).isEmpty();
    assertThat(foreseen.closed().stream().map(Entry::id)).containsExactly("first", "second");
    assertThat(foreseen.readers()).hasSize(5);
  }

  @Test
  void wideningOpensTheHeadAndWhatIsSaidFromThenOn() {
    Given given =
        does(memo(CIVIL), AMINA, MEMO, EVERYONE).and(entry("third", MEMO, null, BOLA, EVERYONE));

    assertThat(reads(given, VERA, MEMO)).isTrue();
    assertThat(reads(given, VERA, entry("third"))).isTrue();
    assertThat(reads(given, VERA, entry("first"))).isFalse();
    assertThat(reads(given, CLAIRE, entry("first"))).isTrue();
  }

  @Test
  void whatIsDoneIsWhatWasShown() {
    Given given = memo(CIVIL);
    AudienceCommand.Change shown = Shown.change(given.state(), AMINA, MEMO, EVERYONE);

    given.when(AMINA, shown).then(new AudienceEvent.Widened(MEMO, CIVIL, EVERYONE, AMINA, null));
    given
        .and(Parties.seat(new SeatId("zoe"), "vista", Role.LIAISON, null))
        .when(AMINA, shown)
        .refused(Refusal.Kind.CONFLICT);
    given
        .and(entry("third", MEMO, null, BOLA, CIVIL))
        .when(AMINA, shown)
        .refused(Refusal.Kind.CONFLICT);
    given.and(new MemberEvent.SeatEnded(VERA)).when(AMINA, shown).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void aDryRunOfAHeadThatChangedSinceIsNoLongerGood() {
    Given given = tracked(CIVIL, "COP-CS-1");
    AudienceCommand.Change shown = Shown.change(given.state(), AMINA, REMOVAL, EVERYONE);

    given.and(edited("Something else")).when(AMINA, shown).refused(Refusal.Kind.CONFLICT);
  }

  @Test
  void whoCannotReadItIsToldOfNothing() {
    Given given = memo(CIVIL);

    Refusal hidden = asks(given, CHIKA, MEMO, EVERYONE).refused(Refusal.Kind.ABSENT);
    Refusal nothing =
        asks(given, CHIKA, Ref.to(Ref.Kind.THREAD, "none"), EVERYONE).refused(Refusal.Kind.ABSENT);

    assertThat(hidden.why()).isEqualTo(nothing.why());
  }

  @Test
  void onlyItsOwnAuthorReleasesAnEntry() {
    Given given = does(memo(CIVIL), AMINA, MEMO, EVERYONE);

    asks(given, BOLA, entry("first"), EVERYONE).refused(Refusal.Kind.FORBIDDEN);
    asks(given, CHIKA, entry("first"), EVERYONE).refused(Refusal.Kind.ABSENT);
    asks(given, AMINA, entry("first"), EVERYONE)
        .then(new AudienceEvent.Released("first", CIVIL, EVERYONE, AMINA));
    assertThat(reads(does(given, AMINA, entry("first"), EVERYONE), CHIKA, entry("first"))).isTrue();
  }

  @Test
  void whoTookOverTheAuthorsSeatReleasesInTheirPlace() {
    SeatId zainab = new SeatId("zainab");
    Given given =
        does(memo(CIVIL), AMINA, MEMO, EVERYONE)
            .and(new MemberEvent.SeatEnded(BOLA), Parties.seat(zainab, "press", Role.MEMBER, BOLA));
    given = does(given, AMINA, entry("first"), EVERYONE);

    assertThat(reads(does(given, zainab, entry("second"), EVERYONE), VERA, entry("second")))
        .isTrue();
  }

  @Test
  void anAnswerIsNotReleasedBeforeWhatItMayQuote() {
    Given given = does(memo(CIVIL), AMINA, MEMO, EVERYONE);

    Refusal no = asks(given, BOLA, entry("second"), EVERYONE).refused(Refusal.Kind.CONFLICT);
    assertThat(no.why()).contains("may quote it");
    Given released = does(given, AMINA, entry("first"), EVERYONE);
    asks(released, BOLA, entry("second"), EVERYONE)
        .then(new AudienceEvent.Released("second", CIVIL, EVERYONE, BOLA));
  }

  @Test
  void anEntryGoesNoFurtherThanWhatItHangsOn() {
    Refusal no =
        asks(memo(CIVIL), AMINA, entry("first"), EVERYONE).refused(Refusal.Kind.INVALID, "to");

    assertThat(no.why()).contains("Civil society").contains("with more people first");
  }

  @Test
  void aConvenorNeverTakesACompanysWordsFurther() {
    Given given =
        Given.coalition()
            .and(
                new UpdateEvent.UpdatePosted(
                    "u1",
                    "chirp",
                    Update.Kind.STATUS,
                    Update.Stage.NOTED,
                    "Notice",
                    "In confidence",
                    Update.Attribution.OFF_RECORD,
                    WITH_CHIRP,
                    CHIKA,
                    Channel.WEB,
                    null),
                new ListEvent.ThreadStarted("memo", "coalition", "Ours", WITH_CHIRP, CHIKA));
    Ref update = Ref.to(Ref.Kind.UPDATE, "u1");

    asks(given, AMINA, update, EVERYONE).refused(Refusal.Kind.FORBIDDEN);
    asks(given, AMINA, update, CIVIL).refused(Refusal.Kind.FORBIDDEN);
    asks(given, AMINA, MEMO, EVERYONE).refused(Refusal.Kind.FORBIDDEN);
    asks(given, CHIKA, update, EVERYONE)
        .then(new AudienceEvent.Widened(update, WITH_CHIRP, EVERYONE, CHIKA, null));
  }

  @Test
  void othersWhoOnlyReadItChangeNothing() {
    Given given = memo(EVERYONE);

    asks(given, BOLA, MEMO, CIVIL).refused(Refusal.Kind.FORBIDDEN);
    asks(given, VERA, MEMO, CIVIL).refused(Refusal.Kind.FORBIDDEN);
    asks(given, CLAIRE, MEMO, CIVIL).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aWidenedIssueGetsANumberOfARowThatAllItsReadersCanRead() {
    Given given =
        tracked(CIVIL, "COP-CS-3")
            .and(
                new IssueEvent.IssueOpened(
                    "i2", "COP-1", "COP", "Open", "", "", List.of(), null, EVERYONE, BOLA));
    Given after = does(given, AMINA, REMOVAL, EVERYONE);
    var issues = after.state().issues();

    assertThat(issues.find("removal").orElseThrow().label()).isEqualTo("COP-2");
    assertThat(issues.find(after.state().access(), VERA, "COP-CS-3")).isEmpty();
    assertThat(issues.find(after.state().access(), BOLA, "cop-cs-3")).isPresent();
    assertThat(issues.find(after.state().access(), VERA, "COP-2")).isPresent();
  }

  @Test
  void whatTheHeadSaidBeforeStaysInItsTime() {
    Given given =
        does(tracked(CIVIL, "COP-CS-1").and(edited("New words")), AMINA, REMOVAL, EVERYONE);
    Workspace w = given.state();

    String seen =
        w.history().stream()
            .map(c -> w.visibleEvents(c, VERA).toString())
            .filter(events -> events.contains("removal"))
            .reduce("", String::concat);
    assertThat(seen).doesNotContain("Old words").contains("Widened");
    assertThat(View.of(w, VERA).encode()).contains("New words").doesNotContain("Old words");
    assertThat(View.activity(w, VERA).encode()).doesNotContain("issue.opened");
    assertThat(View.activity(w, BOLA).encode()).contains("issue.opened");
  }

  @Test
  void wordsGivenToFewerStayWithThem() {
    Given given =
        Given.coalition()
            .and(
                new ActionEvent.ActionPlanned(
                    "call",
                    Action.Kind.CALL,
                    "Call",
                    "",
                    BOLA,
                    new Action.When(null, null, ZoneId.of("Africa/Lagos")),
                    "",
                    CIVIL,
                    BOLA),
                new ActionEvent.Committed(
                    "call", "press", Commitment.Answer.WILL, "without Chirp", BOLA));
    Given after = does(given, BOLA, CALL, EVERYONE);
    Action call = after.state().actions().find("call").orElseThrow();

    assertThat(ActionPresenter.show(after.state(), call, VERA).encode()).doesNotContain("without");
    assertThat(ActionPresenter.show(after.state(), call, AMINA).encode()).contains("without");
  }
}
