package org.caucus.entries;

import java.time.Instant;
import java.util.List;
import org.caucus.command.Event;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can happen to entries. */
public sealed interface EntryEvent extends Event {
  /** Somebody said something. */
  record EntryPosted(
      String id,
      Ref parent,
      @Nullable String answers,
      SeatId seat,
      Audience audience,
      String text,
      Via via,
      @Nullable Letter letter)
      implements EntryEvent {}

  /**
   * Somebody said it before, on a list elsewhere; it was brought in with that list's archive.
   *
   * @param answers the entry it answers, be it that it comes later in the log; null for none
   * @param seat the convenor who brought it in; its author is named by the letter
   * @param at when it was said
   * @param leads identifiers of what led to it, the nearest last, whether those are here or not
   * @param line what stood before it in an mbox; null if it came otherwise
   */
  record EntryImported(
      String id,
      Ref parent,
      @Nullable String answers,
      SeatId seat,
      Audience audience,
      Instant at,
      String text,
      Letter letter,
      List<String> leads,
      @Nullable String line)
      implements EntryEvent {
    /** A copy that nobody else can change. */
    public EntryImported {
      leads = List.copyOf(leads);
    }
  }
}
