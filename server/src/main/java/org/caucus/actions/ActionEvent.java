package org.caucus.actions;

import org.caucus.command.Event;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;
import org.jspecify.annotations.Nullable;

/** What can happen to actions; comments are entries. */
public sealed interface ActionEvent extends Event {
  /** Something is planned. */
  record ActionPlanned(
      String id,
      Action.Kind kind,
      String title,
      String description,
      SeatId owner,
      Action.When when,
      String place,
      Audience audience,
      SeatId by)
      implements ActionEvent {}

  /** Fields changed; what is null stayed as it was. */
  record ActionEdited(
      String id,
      @Nullable String title,
      @Nullable String description,
      Action.@Nullable State state,
      @Nullable SeatId owner,
      Action.@Nullable When when,
      @Nullable String place,
      @Nullable String outcome)
      implements ActionEvent {}

  /** An organisation gave its word. */
  record Committed(
      String action, String organisation, Commitment.Answer answer, String note, SeatId by)
      implements ActionEvent {}
}
