package org.caucus.coalition.mailcommands;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.MailingList;
import org.caucus.kernel.SeatId;

/**
 * All seats of the person who asks. Mail comes once for all of them, so what is asked by mail holds
 * for each of them that it can hold for.
 *
 * @param all the active ones, in the order they started
 */
public record RequesterSeats(Lists.Held state, List<Seat> all) {
  /** Those of the person who has this one; none if it is not active any more. */
  public static RequesterSeats of(Lists.Held state, SeatId seat) {
    Seat held = state.members().seats().get(seat);
    return new RequesterSeats(
        state, held == null || !held.active() ? List.of() : state.members().seatsOf(held.person()));
  }

  /** The list of this name that one of them can read: its short name, or its address. */
  public Optional<MailingList> list(String name) {
    if (name.startsWith(MailCommand.HERE)) {
      String slug = name.substring(MailCommand.HERE.length());
      return state.lists().list(slug).filter(l -> !reading(l).isEmpty());
    }
    int at = name.indexOf('@');
    String local = at < 0 ? name : name.substring(0, at);
    return state
        .lists()
        .list(name.toLowerCase(Locale.ROOT))
        .or(
            () ->
                state.lists().lists().values().stream()
                    .filter(l -> l.localPart().equalsIgnoreCase(local))
                    .findFirst())
        .filter(l -> !reading(l).isEmpty());
  }

  /** The lists that one of them can read, by name. */
  public List<MailingList> lists() {
    return state.lists().lists().values().stream()
        .filter(l -> !reading(l).isEmpty())
        .sorted((a, b) -> a.slug().compareTo(b.slug()))
        .toList();
  }

  /** Those that can read a list. */
  public List<Seat> reading(MailingList list) {
    return all.stream().filter(s -> state.access().canRead(s.id(), list.scope())).toList();
  }
}
