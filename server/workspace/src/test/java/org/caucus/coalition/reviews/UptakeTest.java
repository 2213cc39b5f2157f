package org.caucus.coalition.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.instruments.Edition;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Drafting;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** What the next edition made of what organisations asked for; of what one can read alone. */
class UptakeTest {
  private static final String NEXT =
      """
      PART I
      1. This Code is called the Code of Practice.
      2. Content is removed within 72 hours of notice mark.
      (b) A platform tells the person concerned.
      PART II
      3. The agency reports once a year.
      """;

  private static Given asked() {
    Given open = Draft.reviewed();
    return open.does(
            Parties.BOLA,
            Draft.give(
                new NewPosition(
                    Draft.at(open, "i.2"),
                    Stance.AMEND,
                    "",
                    "2. Content is removed within 72 hours of notice mark."),
                Audience.everyone(),
                false))
        .does(
            Parties.BOLA,
            Draft.give(
                Draft.at(open, "i.2.a"), Stance.OPPOSE, "Too dear.", Audience.civilSociety()))
        .does(
            Parties.AMINA,
            Draft.give(
                new NewPosition(
                    Draft.at(open, "ii.3"),
                    Stance.AMEND,
                    "",
                    "3. The agency reports to parliament twice a year."),
                Audience.civilSociety(),
                false))
        .does(Parties.AMINA, Drafting.adopt(Draft.TEXT, false, null, NEXT));
  }

  private static List<String> shown(Given given, SeatId reader) {
    Edition later = given.state().instruments().find(Draft.TEXT).orElseThrow().shown();
    return Uptake.of(given.state(), Draft.review(given), later, reader).rows().stream()
        .map(
            row -> row.position().organisation() + " " + row.before().label() + " " + row.outcome())
        .toList();
  }

  @Test
  void eachRequestHasItsOutcome() {
    assertThat(shown(asked(), Parties.AMINA))
        .containsExactly("press I/2 TAKEN", "press I/2(a) TAKEN", "rights II/3 NOT_TAKEN");
  }

  /**
   * A liaison learns of what civil society asked for among themselves nothing, not even by this.
   */
  @Test
  void nobodyLearnsOfPositionsThatTheyCannotRead() {
    assertThat(shown(asked(), Parties.CHIKA)).containsExactly("press I/2 TAKEN");
  }
}
