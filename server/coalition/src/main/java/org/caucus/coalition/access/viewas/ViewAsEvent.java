package org.caucus.coalition.access.viewas;

import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;

/** What can happen to looks. */
public sealed interface ViewAsEvent extends Event {
  /** Somebody of civil society looks as a liaison of this company. */
  record Begun(String company, SeatId by) implements ViewAsEvent {}
}
