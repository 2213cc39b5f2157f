package org.caucus.views.search;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionAttendance;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryLetter;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.updates.Update;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

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
    return switch (ref.kind()) {
      case ENTRY -> state.entries().find(ref.id()).map(e -> entry(state, e));
      case ISSUE -> state.issues().find(ref.id()).map(i -> issue(state, i));
      case UPDATE ->
          state
              .updates()
              .find(ref.id())
              .map(
                  u ->
                      new SearchDocument(
                          ref,
                          ref,
                          u.company(),
                          u.at(),
                          u.title(),
                          words(u),
                          name(state, u.seat()),
                          u.letter() != null));
      case ACTION ->
          MinutesOf.isName(ref)
              ? MinutesOf.find(state, ref).map(m -> minutes(state, MinutesOf.action(ref), m))
              : state.actions().find(ref.id()).map(a -> action(state, a));
      case WORKSPACE, SEAT, ORGANISATION, INVITATION, LIST, THREAD, HOLD, TRACKER ->
          Optional.empty();
    };
  }

  private static SearchDocument action(Workspace state, Action a) {
    return new SearchDocument(
        a.ref(),
        a.ref(),
        "",
        a.plannedAt(),
        a.title(),
        words(a),
        name(state, a.plannedBy()),
        false);
  }

  /** Not by the title of its action: that has its own, which may be for others. */
  private static SearchDocument minutes(Workspace state, Ref action, ActionAttendance.Minutes m) {
    return new SearchDocument(action, action, "", m.at(), "", m.text(), name(state, m.by()), false);
  }

  private static String words(Update u) {
    String provision = u.particulars().provision();
    return provision == null ? u.body() : u.body() + "\n" + provision;
  }

  private static String words(Action a) {
    return Stream.concat(
            Stream.of(
                a.description(),
                a.place(),
                a.outcome(),
                a.details().agenda(),
                a.details().channel(),
                a.details().receipt()),
            a.details().replies().stream().map(ActionDetails.Reply::text))
        .collect(Collectors.joining("\n"));
  }

  private static SearchDocument issue(Workspace state, Issue i) {
    return new SearchDocument(
        i.ref(),
        i.ref(),
        i.tracker().toLowerCase(java.util.Locale.ROOT),
        i.openedAt(),
        i.title() + " " + i.label(),
        i.description() + "\n" + i.provision() + "\n" + i.facets().words(),
        name(state, i.openedBy()),
        false);
  }

  private static SearchDocument entry(Workspace state, Entry e) {
    Ref in = e.parent();
    var thread =
        in.kind() == Ref.Kind.THREAD ? state.lists().thread(in.id()) : Optional.<Thread>empty();
    String place =
        thread
            .map(t -> t.list())
            .or(() -> state.issues().find(in.id()).map(i -> i.tracker()))
            .or(() -> state.updates().find(in.id()).map(u -> u.company()))
            .orElse("");
    EntryLetter letter = e.letter();
    Optional<String> stranger = Optional.ofNullable(letter).map(EntryLetter::from);
    String seat = name(state, e.seat());
    return new SearchDocument(
        Ref.to(Ref.Kind.ENTRY, e.id()),
        in,
        place.toLowerCase(java.util.Locale.ROOT),
        e.at(),
        thread.map(t -> t.subject()).orElse(""), // never changes; a title may, and has its own
        e.text(),
        stranger
            .map(EntryLetter::named)
            .filter(s -> s.indexOf('@') < 0)
            .orElse(stranger.isPresent() ? "" : seat),
        stranger.orElse(seat),
        letter != null && !letter.attachments().isEmpty());
  }

  /** A name and its organisation's: people look for either. */
  private static String name(Workspace state, SeatId id) {
    var seat = state.members().seats().get(id);
    return seat == null ? "" : seat.name() + " " + organisation(state, seat.organisation());
  }

  private static String organisation(Workspace state, String slug) {
    Organisation o = state.members().organisations().get(slug);
    return o == null ? "" : o.name();
  }
}
