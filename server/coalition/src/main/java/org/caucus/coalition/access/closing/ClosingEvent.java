package org.caucus.coalition.access.closing;

import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** What can happen to places as wholes. */
public sealed interface ClosingEvent extends Event {
  /** A list, a tracker, an organisation or the workspace. */
  Ref place();

  /** The convenor. */
  SeatId by();

  /** A list, a tracker or an organisation was archived. */
  record PlaceArchived(Ref place, SeatId by) implements ClosingEvent {}

  /** It was opened again. */
  record PlaceReopened(Ref place, SeatId by) implements ClosingEvent {}

  /** The workspace was closed. */
  record WorkspaceClosed(Ref place, SeatId by) implements ClosingEvent {}

  /** It was opened again. */
  record WorkspaceReopened(Ref place, SeatId by) implements ClosingEvent {}
}
