package org.caucus.coalition.access.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.access.audience.Memos.CALL;
import static org.caucus.coalition.access.audience.Memos.CIVIL;
import static org.caucus.coalition.access.audience.Memos.EVERYONE;
import static org.caucus.coalition.access.audience.Memos.MEMO;
import static org.caucus.coalition.access.audience.Memos.REMOVAL;
import static org.caucus.coalition.access.audience.Memos.entry;
import static org.caucus.coalition.access.audience.Memos.reads;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.Post;
import org.caucus.coalition.lists.ListCommand;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.junit.jupiter.api.Test;

/** The minute in which the person who posted something takes it back. */
class PostRecallTest {
  private static final Audience AMINA_ALONE = Audience.named(List.of(AMINA));
  private static final Duration LAST_MOMENT = PostRecall.WINDOW.minusMinutes(1);

  /**
   * Each of these happens a minute after the one before; what is asked now is at the last moment.
   */
  private static Given posted() {
    return Given.coalition()
        .and(new ListEvent.ThreadStarted("memo", "coalition", "Memo", EVERYONE, BOLA))
        .and(entry("slip", MEMO, null, AMINA, EVERYONE));
  }

  /** The wrong list, and what was meant for fewer. */
  private static Given sealed() {
    return Given.coalition()
        .commits(
            AMINA,
            new ListCommand.StartThread(
                "coalition", "Sealed memo", Post.web("To the wrong list", null, null)));
  }

  private static Given.When takesBack(Given given, SeatId seat, Ref of) {
    return given.when(seat, new AudienceCommand.Recall(of, List.of()));
  }

  @Test
  void onlyItsAuthorReadsItFromThenOn() {
    Given given = posted();

    takesBack(given, AMINA, entry("slip"))
        .then(new AudienceEvent.Narrowed(entry("slip"), EVERYONE, AMINA_ALONE, AMINA, List.of()));
    Given after = given.does(AMINA, new AudienceCommand.Recall(entry("slip"), List.of()));

    assertThat(reads(after, AMINA, entry("slip"))).isTrue();
    for (SeatId seat : List.of(BOLA, CHIKA, VERA)) {
      assertThat(reads(after, seat, entry("slip"))).as(seat.value()).isFalse();
      assertThat(View.of(after.state(), seat).encode()).doesNotContain("Words of slip");
      assertThat(View.activity(after.state(), seat).encode()).doesNotContain("slip");
    }
    assertThat(reads(after, CHIKA, MEMO)).as("the thread it was in").isTrue();
  }

  @Test
  void theMinuteIsThatOfTheLog() {
    takesBack(posted().later(LAST_MOMENT), AMINA, entry("slip")).last();

    Refusal late =
        takesBack(posted().later(LAST_MOMENT.plusMillis(1)), AMINA, entry("slip"))
            .refused(Refusal.Kind.CONFLICT);
    assertThat(late.why()).contains("Nothing was changed", "still limit");
  }

  @Test
  void aThreadGoesWithItsFirstEntry() {
    Given one = sealed();

    Given after = one.does(AMINA, new AudienceCommand.Recall(entry(Given.ENTRY), List.of()));

    assertThat(View.of(after.state(), CHIKA).encode())
        .doesNotContain("Sealed memo")
        .doesNotContain("To the wrong list");
    assertThat(View.of(after.state(), AMINA).encode()).contains("Sealed memo");
  }

  @Test
  void whatOthersSaidUnderItMeanwhileIsClosedWithIt() {
    Given given =
        sealed().and(entry("quick", Ref.to(Ref.Kind.THREAD, Given.THING), null, CHIKA, EVERYONE));

    Given after =
        given.does(
            AMINA, new AudienceCommand.Recall(Ref.to(Ref.Kind.THREAD, Given.THING), List.of()));

    assertThat(reads(after, CHIKA, entry("quick"))).isFalse();
  }

  @Test
  void nobodyElseTakesItBack() {
    Given given = posted();

    assertThat(takesBack(given, BOLA, entry("slip")).refused(Refusal.Kind.FORBIDDEN).why())
        .contains("Only the author can undo");
    takesBack(given, AMINA, MEMO).refused(Refusal.Kind.FORBIDDEN);
    takesBack(given, AMINA, Ref.to(Ref.Kind.LIST, "coalition")).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void thePersonWhoCannotReadItIsToldOfNothing() {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted("memo", "coalition", "Memo", CIVIL, BOLA),
                entry("slip", MEMO, null, AMINA, CIVIL));

    Refusal hidden = takesBack(given, CHIKA, entry("slip")).refused(Refusal.Kind.ABSENT);
    Refusal nothing = takesBack(given, CHIKA, entry("none")).refused(Refusal.Kind.ABSENT);

    assertThat(hidden.why()).isEqualTo(nothing.why());
  }

  @Test
  void anEndedSeatTakesNothingBack() {
    Given given = sealed().and(new MemberEvent.SeatEnded(AMINA));

    takesBack(given, AMINA, entry(Given.ENTRY)).refused(Refusal.Kind.ABSENT);
  }

  @Test
  void onceIsEnough() {
    Given after = posted().does(AMINA, new AudienceCommand.Recall(entry("slip"), List.of()));

    assertThat(takesBack(after, AMINA, entry("slip")).refused(Refusal.Kind.CONFLICT).why())
        .contains("Only you can read this already");
  }

  @Test
  void nobodyKeepsADutyInWhatTheyCannotReadAnyMore() {
    Given issue =
        Given.coalition()
            .and(
                new IssueEvent.IssueOpened(
                    "removal",
                    "COP-1",
                    "COP",
                    "Removal",
                    "Words",
                    "",
                    List.of(BOLA, AMINA),
                    null,
                    EVERYONE,
                    AMINA));
    Given action =
        Given.coalition()
            .and(
                new ActionEvent.ActionPlanned(
                    "call",
                    Action.Kind.CALL,
                    "Call",
                    "Words",
                    BOLA,
                    new Action.When(null, null, ZoneId.of("Africa/Lagos")),
                    "",
                    EVERYONE,
                    AMINA));

    Given issueAfter = issue.does(AMINA, new AudienceCommand.Recall(REMOVAL, List.of()));
    Given actionAfter = action.does(AMINA, new AudienceCommand.Recall(CALL, List.of()));

    assertThat(issueAfter.state().issues().find("removal").orElseThrow().assignees())
        .containsExactly(AMINA);
    assertThat(reads(issueAfter, BOLA, REMOVAL)).isFalse();
    assertThat(actionAfter.state().actions().find("call").orElseThrow().owner()).isEqualTo(AMINA);
    assertThat(reads(actionAfter, BOLA, CALL)).isFalse();
  }

  @Test
  void itsAuthorCanLetOthersReadItAgain() {
    Given after = posted().does(AMINA, new AudienceCommand.Recall(entry("slip"), List.of()));

    Given again = Memos.does(after, AMINA, entry("slip"), EVERYONE);

    assertThat(reads(again, CHIKA, entry("slip"))).isTrue();
  }

  @Test
  void whoTookOverReadsItAndNobodyElse() {
    SeatId zainab = new SeatId("zainab");
    Given after =
        posted()
            .does(AMINA, new AudienceCommand.Recall(entry("slip"), List.of()))
            .and(
                new MemberEvent.SeatEnded(AMINA),
                Parties.seat(zainab, "rights", Role.CONVENOR, AMINA));

    assertThat(reads(after, zainab, entry("slip"))).isTrue();
    assertThat(reads(after, BOLA, entry("slip"))).isFalse();
  }
}
