package org.caucus.coalition.trackers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.trackers.fields.TrackerConfig;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom issues of a tracker reach unless their authors say otherwise, apart from its ceiling. */
class UsualAudienceTest {
  private static final Audience CIVIL = Audience.civilSociety();
  private static final Audience ALL = Audience.everyone();

  /** The tracker MEMO: everyone may read what is in it, and civil society usually does. */
  private static Given memo() {
    return Given.coalition()
        .does(AMINA, new IssueCommand.OpenTracker("MEMO", "Memo", "memo", ALL, CIVIL));
  }

  private static IssueCommand.OpenIssue opens(@Nullable Audience audience) {
    return new IssueCommand.OpenIssue("MEMO", "24 hours", "", "", List.of(), null, audience, null);
  }

  private static Audience openedBy(Given given, SeatId author, @Nullable Audience audience) {
    Given then = given.does(author, opens(audience));
    Issues issues = then.state().issues();
    return issues.of(issues.tracker("MEMO").orElseThrow()).getLast().audience();
  }

  private static IssueCommand.ArrangeTracker usually(@Nullable Audience usual) {
    return new IssueCommand.ArrangeTracker("MEMO", TrackerConfig.USUAL, true, usual);
  }

  private static JsonObject arrangement(Given given, SeatId reader) {
    Tracker tracker = given.state().issues().tracker("MEMO").orElseThrow();
    return IssuePresenter.show(given.state(), tracker, reader, "lists.example")
        .getJsonObject("arrangement");
  }

  @Test
  void anIssueReachesThoseUnlessItsAuthorSaysOtherwise() {
    assertThat(openedBy(memo(), BOLA, null)).isEqualTo(CIVIL);
    assertThat(openedBy(memo(), BOLA, ALL)).isEqualTo(ALL);
    assertThat(openedBy(memo(), BOLA, Audience.withCompany("chirp")))
        .isEqualTo(Audience.withCompany("chirp"));
    // who could not read it themselves says it to civil society and their own company
    assertThat(openedBy(memo(), CHIKA, null)).isEqualTo(Audience.withCompany("chirp"));
  }

  @Test
  void itIsWithinTheCeilingAndOfNobodyByName() {
    Given given = Given.coalition();
    for (Audience wider :
        List.of(ALL, Audience.withCompany("chirp"), Audience.named(List.of(AMINA)))) {
      given
          .when(AMINA, new IssueCommand.OpenTracker("MEMO", "Memo", "memo", CIVIL, wider))
          .refused(Refusal.Kind.INVALID, "usual");
    }
    memo()
        .when(AMINA, usually(Audience.companyOnly("chirp")))
        .refused(Refusal.Kind.INVALID, "usual");
    memo()
        .when(AMINA, usually(Audience.withCompany("nobody")))
        .refused(Refusal.Kind.INVALID, "usual");
    memo().when(BOLA, usually(null)).refused(Refusal.Kind.FORBIDDEN);
  }

  /** The widest is chosen, and nobody meets it. */
  @Test
  void whereNobodyChoseItIsForTheSideOfItsAuthorAsFarAsTheCeilingLets() {
    Given nobody =
        Given.coalition().does(AMINA, new IssueCommand.OpenTracker("MEMO", "Memo", "memo", ALL));
    assertThat(openedBy(nobody, BOLA, null)).isEqualTo(CIVIL);
    assertThat(openedBy(nobody, CHIKA, null)).isEqualTo(Audience.withCompany("chirp"));
    Given chosen = nobody.does(AMINA, usually(ALL));
    assertThat(openedBy(chosen, BOLA, null)).isEqualTo(ALL);
    Audience both = Audience.withCompany("chirp");
    Given lower =
        Given.coalition().does(AMINA, new IssueCommand.OpenTracker("MEMO", "Memo", "memo", both));
    assertThat(openedBy(lower, BOLA, null)).isEqualTo(both);
  }

  @Test
  void thePersonWhoArrangesTheRestLeavesItAsItIs() {
    Given arranged =
        memo().does(AMINA, new IssueCommand.ArrangeTracker("MEMO", TrackerConfig.USUAL));
    assertThat(openedBy(arranged, BOLA, null)).isEqualTo(CIVIL);

    Given other = memo().does(AMINA, usually(Audience.withCompany("chirp")));
    assertThat(openedBy(other, BOLA, null)).isEqualTo(Audience.withCompany("chirp"));
    assertThat(openedBy(other, CHIKA, null)).isEqualTo(Audience.withCompany("chirp"));
    assertThat(openedBy(other, VERA, null)).isEqualTo(Audience.withCompany("vista"));
    assertThat(openedBy(memo().does(AMINA, usually(null)), BOLA, null)).isEqualTo(CIVIL);
  }

  @Test
  void itIsToldToThoseWhomItReaches() {
    assertThat(arrangement(memo(), BOLA).getString("usual")).isEqualTo("CIVIL_SOCIETY");
    Given without = memo().does(AMINA, usually(null));
    // a company is told the same whether there is one for others or none at all
    assertThat(arrangement(memo(), CHIKA)).isEqualTo(arrangement(without, CHIKA));
    assertThat(arrangement(without, BOLA).containsKey("usual")).isFalse();
  }

  @Test
  void aCeilingThatIsNarrowedLaterIsNotPassed() {
    Given narrowed = memo().does(AMINA, usually(Audience.withCompany("chirp")));
    Tracker tracker = narrowed.state().issues().tracker("MEMO").orElseThrow().heldTo(CIVIL);

    assertThat(tracker.opensFor(narrowed.state().access(), BOLA)).isEqualTo(CIVIL);
    assertThat(tracker.usual(narrowed.state().access())).isEmpty();
  }
}
