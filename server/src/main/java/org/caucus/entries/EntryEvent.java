package org.caucus.entries;

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
}
