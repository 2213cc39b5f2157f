package org.caucus.coalition.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.caucus.coalition.access.MemberEvent.SeatEnded;
import org.caucus.coalition.access.MemberEvent.SeatTaken;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bola sits for the press from the beginning, and for the docks, who read from their joining. */
class SeatsOfOneTest {
  private static final SeatId DOCKS = new SeatId("docks-seat");
  private static final Given BOTH =
      Given.coalition()
          .and(
              Parties.newcomer("docks", Side.CIVIL_SOCIETY),
              new SeatTaken(DOCKS, "person-bola", "Bola", "docks", Role.MEMBER, null, null));
  private static final Members MEMBERS = BOTH.state().members();

  @ParameterizedTest(name = "{0} said {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EVERYONE               | before | yes | no  | press
          EVERYONE               | after  | yes | yes | press
          CIVIL_SOCIETY          | before | yes | no  | press
          CIVIL_SOCIETY          | after  | yes | yes | press
          WITH_COMPANY(chirp)    | before | yes | no  | press
          WITH_COMPANY(chirp)    | after  | yes | yes | press
          COMPANY_ONLY(chirp)    | after  | no  | no  | nobody
          NAMED(bola)            | before | yes | no  | press
          NAMED(bola)            | after  | yes | no  | press
          NAMED(docks-seat)      | before | no  | no  | nobody
          NAMED(docks-seat)      | after  | no  | yes | docks
          NAMED(bola,docks-seat) | after  | yes | yes | press
          NAMED(amina)           | after  | no  | no  | nobody
          """)
  void eachSeatReadsByItsOwnRightAndOneOfThemGetsTheMail(
      String audience, String said, String press, String docks, String mailed) {
    Instant at = said.equals("before") ? Given.START : BOTH.at();
    Scope scope = new Scope(Audience.parse(audience), at, null);
    Access access = new Access(MEMBERS);

    assertThat(access.canRead(Parties.BOLA, scope)).isEqualTo(press.equals("yes"));
    assertThat(access.canRead(DOCKS, scope)).isEqualTo(docks.equals("yes"));
    List<String> gets =
        MEMBERS.seatsOf("person-bola").stream()
            .filter(s -> access.canRead(s.id(), scope))
            .filter(s -> !MEMBERS.isHeardElsewhere(s, other -> access.canRead(other, scope)))
            .map(Seat::organisation)
            .toList();
    assertThat(gets).isEqualTo(mailed.equals("nobody") ? List.of() : List.of(mailed));
  }

  @Test
  void headCountsCountSeats() {
    int all = new Access(MEMBERS).count(Scope.place(Audience.everyone()));
    assertThat(all).isEqualTo(MEMBERS.active().size());
    assertThat(MEMBERS.active().stream().map(Seat::person).distinct()).hasSize(all - 1);
  }

  @Test
  void whoHasOneSeatLeftNeedsNoOrganisationInThePath() {
    assertThat(MEMBERS.seatsOf("person-bola").stream().map(MEMBERS::pathOf))
        .containsExactly("cop~press", "cop~docks");
    Members left = BOTH.and(new SeatEnded(Parties.BOLA)).state().members();
    assertThat(left.seatsOf("person-bola").stream().map(left::pathOf)).containsExactly("cop");
    assertThat(left.seatsOf("nobody")).isEmpty();
  }
}
