package org.caucus.looks;

import org.caucus.command.Event;
import org.caucus.command.SeatId;

/** What can happen to looks. */
public sealed interface ViewAsEvent extends Event {
  /** Somebody of civil society looks as a liaison of this company. */
  record Begun(String company, SeatId by) implements ViewAsEvent {}
}
