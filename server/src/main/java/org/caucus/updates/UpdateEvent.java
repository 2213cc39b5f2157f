package org.caucus.updates;

import org.caucus.command.Event;
import org.caucus.command.SeatId;
import org.caucus.entries.Via;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can happen to updates; comments are entries. */
public sealed interface UpdateEvent extends Event {
  /** A company said something. */
  record UpdatePosted(
      String id,
      String company,
      Update.Kind kind,
      Update.Stage stage,
      String title,
      String body,
      Update.Attribution attribution,
      Audience audience,
      SeatId by,
      Via via,
      @Nullable String letter)
      implements UpdateEvent {}

  /** Somebody else answers for it now; with null nobody does. */
  record UpdatePassedOn(String id, @Nullable SeatId to) implements UpdateEvent {}
}
