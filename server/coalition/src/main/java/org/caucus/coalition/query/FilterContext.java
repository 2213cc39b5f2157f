package org.caucus.coalition.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Seat;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Who filters, and when: what {@code me} and {@code today} are.
 *
 * @param today in UTC
 */
public record FilterContext(Members members, SeatId me, LocalDate today) {
  /** Who filters at an instant. */
  public static FilterContext at(Members members, SeatId me, Instant now) {
    return new FilterContext(members, me, LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /** Whether this seat is called so: {@code me}, its id, or words of its name. */
  public boolean isCalled(SeatId seat, String words) {
    if (words.equals("me")) {
      return seat.equals(me);
    }
    Seat one = members.seats().get(seat);
    return seat.value().equals(words) || (one != null && holds(one.name(), words));
  }

  /** Whether this seat is of an organisation that is called so, by short name or name. */
  public boolean isOf(SeatId seat, String words) {
    Seat one = members.seats().get(seat);
    return one != null && isParty(one.organisation(), words);
  }

  /** Whether the organisation with this short name is called so. */
  public boolean isParty(String slug, String words) {
    @Nullable Organisation party = members.organisations().get(slug);
    return slug.equals(words) || (party != null && holds(party.name(), words));
  }

  private static boolean holds(String name, String words) {
    return name.toLowerCase(Locale.ROOT).contains(words);
  }
}
