package org.caucus.coalition.access.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.access.audience.Memos.CIVIL;
import static org.caucus.coalition.access.audience.Memos.EVERYONE;
import static org.caucus.coalition.access.audience.Memos.MEMO;
import static org.caucus.coalition.access.audience.Memos.REMOVAL;
import static org.caucus.coalition.access.audience.Memos.WITH_CHIRP;
import static org.caucus.coalition.access.audience.Memos.asks;
import static org.caucus.coalition.access.audience.Memos.does;
import static org.caucus.coalition.access.audience.Memos.entry;
import static org.caucus.coalition.access.audience.Memos.memo;
import static org.caucus.coalition.access.audience.Memos.reads;
import static org.caucus.coalition.access.audience.Memos.scope;
import static org.caucus.coalition.access.audience.Memos.tracked;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.CLAIRE;
import static org.caucus.workspace.Parties.VERA;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.VisibleEntries;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.caucus.workspace.View;
import org.junit.jupiter.api.Test;

/** Narrower, and what must not come back by itself. */
class NarrowingTest {
  @Test
  void theCeilingHoldsAndTheWayOutIsNamed() {
    Given given =
        Given.coalition().and(new ListEvent.ThreadStarted("memo", "civil", "Memo", CIVIL, AMINA));

    Refusal no = asks(given, AMINA, MEMO, EVERYONE).refused(Refusal.Kind.INVALID, "to");

    assertThat(no.why()).contains("Civil society").contains("raise that limit");
    Given raised = does(given, AMINA, Ref.to(Ref.Kind.LIST, "civil"), EVERYONE);
    assertThat(reads(raised, CHIKA, MEMO)).as("what is in it keeps its audience").isFalse();
    assertThat(reads(does(raised, AMINA, MEMO, EVERYONE), CHIKA, MEMO)).isTrue();
  }

  @Test
  void aNarrowedIssueKeepsItsNumberAndHasItStillWhenWidenedAgain() {
    Given narrowed = does(tracked(EVERYONE, "COP-1"), AMINA, REMOVAL, CIVIL);
    Given wide = does(narrowed, AMINA, REMOVAL, WITH_CHIRP);

    assertThat(narrowed.state().issues().find("removal").orElseThrow().label()).isEqualTo("COP-1");
    assertThat(wide.state().issues().find("removal").orElseThrow().label()).isEqualTo("COP-1");
  }

  @Test
  void narrowingClosesAllThatHangsOnIt() {
    Given given = does(memo(EVERYONE), AMINA, MEMO, CIVIL);

    assertThat(reads(given, CHIKA, MEMO)).isFalse();
    assertThat(reads(given, CHIKA, entry("first"))).isFalse();
    assertThat(View.of(given.state(), CHIKA).encode()).doesNotContain("Words of");
    assertThat(View.activity(given.state(), CHIKA).encode()).doesNotContain("memo");
    assertThat(VisibleEntries.count(given.state(), MEMO, scope(given), BOLA)).isEqualTo(2);
  }

  @Test
  void whatWasNarrowedDoesNotComeBackByItself() {
    Given given = does(does(memo(EVERYONE), AMINA, MEMO, CIVIL), AMINA, MEMO, EVERYONE);

    assertThat(reads(given, CHIKA, MEMO)).isTrue();
    assertThat(reads(given, CHIKA, entry("first"))).isFalse();
    assertThat(View.activity(given.state(), CHIKA).encode()).doesNotContain("thread.started");
  }

  @Test
  void anAuthorNarrowsTheirOwnEntry() {
    Given given = memo(EVERYONE);

    asks(given, AMINA, entry("second"), CIVIL).refused(Refusal.Kind.FORBIDDEN);
    AudienceChangePreview foreseen =
        AudienceChangePreview.of(given.state(), entry("first"), CIVIL, AMINA);
    assertThat(foreseen.loses().stream().map(Seat::id)).containsExactly(CHIKA, VERA);
    assertThat(foreseen.answers()).isEqualTo(1);
    Given after = does(given, AMINA, entry("first"), CIVIL);
    assertThat(reads(after, CHIKA, entry("first"))).isFalse();
    assertThat(reads(after, CHIKA, entry("second"))).isTrue();
  }

  @Test
  void whatWasTakenBeforeSomebodyCameIsNotNamedToThem() {
    SeatId dara = new SeatId("dara");
    Audience own = Audience.named(List.of(AMINA));
    Given shared = started(Audience.named(List.of(AMINA, BOLA)));
    Given narrowed = does(shared, AMINA, MEMO, own);
    Given handed = shared.and(new MemberEvent.SeatHandedOver(BOLA, CLAIRE));
    Given after = narrowed.and(new MemberEvent.SeatHandedOver(BOLA, CLAIRE));
    Given alike = narrowed.and(Parties.seat(dara, "press", Role.MEMBER, BOLA));
    Given joined =
        does(started(CIVIL), AMINA, MEMO, own).and(Parties.seat(dara, "press", Role.MEMBER, null));

    assertThat(taken(narrowed, BOLA)).containsExactly(MEMO);
    assertThat(taken(after, BOLA)).as("who reads on later").containsExactly(MEMO);
    assertThat(taken(after, CLAIRE)).as("took over since").isEmpty();
    assertThat(taken(alike, dara)).as("took the seat since").isEmpty();
    assertThat(taken(joined, dara)).as("came since").isEmpty();
    assertThat(taken(joined, BOLA)).containsExactly(MEMO);
    assertThat(taken(does(handed, AMINA, MEMO, own), CLAIRE))
        .as("had taken over by then")
        .containsExactly(MEMO);
  }

  private static Given started(Audience audience) {
    return Given.coalition()
        .and(new ListEvent.ThreadStarted("memo", "coalition", "Memo", audience, AMINA));
  }

  /** What the stream takes back, of all that was narrowed. */
  private static List<Ref> taken(Given given, SeatId reader) {
    return given.state().history().stream()
        .flatMap(commit -> given.state().taken(commit, reader).stream())
        .toList();
  }

  @Test
  void theEventNamesWhoHoldsAMailedCopyOfThoseOutside() {
    Given given = memo(EVERYONE);
    String token = AudienceChangePreview.of(given.state(), MEMO, CIVIL, AMINA).token();

    given
        .when(AMINA, new AudienceCommand.Change(MEMO, CIVIL, token, List.of(BOLA, CHIKA)))
        .then(new AudienceEvent.Narrowed(MEMO, EVERYONE, CIVIL, AMINA, List.of(CHIKA)));
  }

  @Test
  void nobodyIsShutOutOfWhatIsTheirs() {
    Given company =
        Given.coalition()
            .and(new ListEvent.ThreadStarted("memo", "coalition", "Ours", EVERYONE, CHIKA));
    Given assigned =
        tracked(EVERYONE, "COP-1")
            .and(
                new IssueEvent.IssueEdited(
                    "removal", null, null, null, null, List.of(CHIKA), false, null));

    assertThat(asks(company, AMINA, MEMO, CIVIL).refused(Refusal.Kind.INVALID, "to").why())
        .contains("Chika wrote this");
    assertThat(asks(assigned, AMINA, REMOVAL, CIVIL).refused(Refusal.Kind.INVALID, "to").why())
        .contains("still have tasks here: Chika");
    assertThat(
            asks(memo(EVERYONE), AMINA, MEMO, Audience.named(List.of(BOLA)))
                .refused(Refusal.Kind.INVALID, "to")
                .why())
        .contains("You could not read this yourself");
  }

  @Test
  void sidewaysIsTwoSteps() {
    Given given = memo(WITH_CHIRP);

    Refusal no =
        asks(given, AMINA, MEMO, Audience.withCompany("vista")).refused(Refusal.Kind.INVALID, "to");
    assertThat(no.why()).contains("Remove readers first");
    asks(given, AMINA, MEMO, WITH_CHIRP).refused(Refusal.Kind.CONFLICT);
    asks(given, AMINA, MEMO, Audience.withCompany("nobody"))
        .refused(Refusal.Kind.INVALID, "audience");
  }

  @Test
  void aPlaceIsNarrowedWithAllThatIsInIt() {
    Ref list = Ref.to(Ref.Kind.LIST, "coalition");
    Given given = does(memo(EVERYONE), AMINA, list, CIVIL);

    assertThat(reads(given, CHIKA, MEMO)).isFalse();
    Given again = does(given, AMINA, list, EVERYONE);
    assertThat(reads(again, CHIKA, list)).isTrue();
    assertThat(reads(again, CHIKA, MEMO)).isFalse();
    asks(memo(EVERYONE), BOLA, list, CIVIL).refused(Refusal.Kind.FORBIDDEN);
  }

  @Test
  void aThingCannotBeWidenedWithoutEnd() {
    Given given = memo(CIVIL);
    for (int i = 0; i < AudienceChangeLimits.MAX_WIDENINGS; i++) {
      given = does(does(given, AMINA, MEMO, EVERYONE), AMINA, MEMO, CIVIL);
    }

    asks(given, AMINA, MEMO, EVERYONE).refused(Refusal.Kind.CONFLICT);
  }
}
