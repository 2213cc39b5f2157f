package org.caucus.views.search;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.SearchText;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.actions.ActionAttendance;
import org.caucus.coalition.capability.EntryLetter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be found, as it stands in a workspace.
 *
 * @param ref the entry, or the issue, update or action itself
 * @param in the conversation it belongs to; its own for a head
 * @param place short name of the list or key of the tracker it is in, in lower case; may be empty
 * @param subject words that are found with it and are shown above it; may be empty
 * @param from whose words these are, by name
 * @param address the same, with the address of somebody who has no seat
 */
record SearchDocument(
    Ref ref,
    Ref in,
    String place,
    Instant at,
    String subject,
    String text,
    String from,
    String address,
    boolean attachment) {
  /** Of a seat. */
  SearchDocument(
      Ref ref,
      Ref in,
      String place,
      Instant at,
      String subject,
      String text,
      String from,
      boolean attachment) {
    this(ref, in, place, at, subject, text, from, from, attachment);
  }

  /** The thing as it stands now; empty if it is gone, or is nothing that can be found. */
  static Optional<SearchDocument> of(Workspace state, Ref ref) {
    return MinutesOf.isName(ref)
        ? MinutesOf.find(state, ref).map(m -> minutes(state, MinutesOf.action(ref), m))
        : state.item(ref).flatMap(item -> of(state, item));
  }

  private static Optional<SearchDocument> of(Workspace state, Item item) {
    return item.searchText().map(text -> of(state, item, text));
  }

  private static SearchDocument of(Workspace state, Item item, SearchText found) {
    String seat = name(state, item.author());
    Optional<String> stranger = Optional.ofNullable(found.stranger());
    return new SearchDocument(
        item.ref(),
        found.in(),
        item.place().toLowerCase(Locale.ROOT),
        found.at(),
        found.subject(),
        found.text(),
        stranger
            .map(EntryLetter::named)
            .filter(s -> s.indexOf('@') < 0)
            .orElse(stranger.isPresent() ? "" : seat),
        stranger.orElse(seat),
        found.attachment());
  }

  /** Not by the title of its action: that has its own, which may be for others. */
  private static SearchDocument minutes(Workspace state, Ref action, ActionAttendance.Minutes m) {
    return new SearchDocument(action, action, "", m.at(), "", m.text(), name(state, m.by()), false);
  }

  /** A name and its organisation's: people look for either. */
  private static String name(Workspace state, @Nullable SeatId id) {
    Seat seat = id == null ? null : state.members().seats().get(id);
    return seat == null ? "" : seat.name() + " " + organisation(state, seat.organisation());
  }

  private static String organisation(Workspace state, String slug) {
    Organisation o = state.members().organisations().get(slug);
    return o == null ? "" : o.name();
  }
}
