package org.caucus.coalition.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/**
 * All pairs of audiences, on any roster: what they have in common is read by those who read both,
 * and one is within another exactly where nobody who may ever join reads the one alone.
 */
class AudienceAlgebraTest {
  private static final List<String> CIVIL = List.of("rights", "press", "watch", "late-office");
  private static final List<String> COMPANIES = List.of("chirp", "vista", "late-firm");

  /** One of each form for each party, and some people. */
  private static List<Audience> all(Random random) {
    List<Audience> all = new ArrayList<>(List.of(Audience.everyone(), Audience.civilSociety()));
    for (String company : COMPANIES) {
      all.add(Audience.withCompany(company));
      all.add(Audience.companyOnly(company));
    }
    for (String organisation : CIVIL) {
      all.add(Audience.organisationOnly(organisation));
      COMPANIES.forEach(company -> all.add(Audience.between(organisation, company)));
    }
    List<SeatId> seats = List.of(Parties.AMINA, Parties.BOLA, Parties.CHIKA, Parties.VERA);
    for (int i = 0; i < 4; i++) {
      all.add(Audience.named(seats.stream().filter(s -> random.nextBoolean()).toList()));
    }
    return all;
  }

  /** The usual parties, one more of each side, and some more people of each. */
  private static Members roster(Random random, boolean full) {
    Given given =
        Given.coalition()
            .and(Parties.organisation("late-office", "Late Office", Side.CIVIL_SOCIETY))
            .and(Parties.organisation("late-firm", "Late Firm", Side.COMPANY));
    for (String organisation : List.of("rights", "press", "watch", "late-office")) {
      given = joined(given, organisation, Role.MEMBER, full ? 2 : random.nextInt(3));
    }
    for (String company : COMPANIES) {
      given = joined(given, company, Role.LIAISON, full ? 2 : random.nextInt(3));
    }
    return given.state().members();
  }

  private static Given joined(Given given, String organisation, Role role, int people) {
    Given now = given;
    for (int i = 0; i < people; i++) {
      now = now.and(Parties.seat(new SeatId(organisation + "-" + i), organisation, role, null));
    }
    return now;
  }

  private static Set<SeatId> readers(Access access, Audience audience) {
    return access.readers(Scope.place(audience)).stream().map(Seat::id).collect(Collectors.toSet());
  }

  private static boolean isWithin(Access access, Audience inner, Audience outer) {
    return access.within(inner, Scope.place(outer));
  }

  @Property(tries = 30)
  void whatTwoHaveInCommonIsReadByThoseWhoReadBoth(@ForAll long seed) {
    Random random = new Random(seed);
    Access access = new Access(roster(random, false));
    List<Audience> all = all(random);
    for (Audience one : all) {
      for (Audience other : all) {
        Set<SeatId> both = new HashSet<>(readers(access, one));
        both.retainAll(readers(access, other));
        Audience common = access.meet(one, other);
        assertThat(readers(access, common)).as("%s, %s: %s", one, other, common).isEqualTo(both);
        assertThat(access.meet(other, one)).as("%s, %s", one, other).isEqualTo(common);
        assertThat(isWithin(access, common, one)).as("%s in %s", common, one).isTrue();
        if (isWithin(access, one, other)) {
          assertThat(readers(access, other)).containsAll(readers(access, one));
        }
      }
    }
  }

  /** People who join later count: with two people of each party, a wider one shows itself. */
  @Property(tries = 5)
  void whatIsNotWithinHasAReaderOfItsOwn(@ForAll long seed) {
    Random random = new Random(seed);
    Access access = new Access(roster(random, true));
    List<Audience> all = all(random);
    for (Audience one : all) {
      for (Audience other : all) {
        assertThat(isWithin(access, one, other))
            .as("%s within %s", one, other)
            .isEqualTo(readers(access, other).containsAll(readers(access, one)));
      }
    }
  }

  /** The table of the design, row by row. */
  @Test
  void theTableOfMeetings() {
    Access access = new Access(roster(new Random(1), false));
    Audience pair = Audience.between("press", "chirp");
    Audience office = Audience.organisationOnly("press");

    assertThat(access.meet(pair, Audience.civilSociety())).isEqualTo(office);
    assertThat(access.meet(pair, Audience.withCompany("vista"))).isEqualTo(office);
    assertThat(access.meet(pair, Audience.withCompany("chirp"))).isEqualTo(pair);
    assertThat(access.meet(pair, Audience.between("press", "vista"))).isEqualTo(office);
    assertThat(access.meet(pair, Audience.between("rights", "chirp")))
        .isEqualTo(Audience.companyOnly("chirp"));
    assertThat(access.meet(pair, Audience.between("rights", "vista")))
        .isEqualTo(Audience.named(List.of()));
    assertThat(isWithin(access, pair, Audience.civilSociety())).isFalse();
    assertThat(isWithin(access, office, pair)).isTrue();
    assertThat(isWithin(access, Audience.companyOnly("chirp"), pair)).isTrue();
  }
}
