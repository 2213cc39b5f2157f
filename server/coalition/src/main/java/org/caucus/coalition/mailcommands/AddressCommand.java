package org.caucus.coalition.mailcommands;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.mail.IssueMailFields;

/**
 * What can stand behind the last plus sign of an address, and asks for more than to be posted. Of
 * an action {@link #DONE} says the same as of an issue.
 */
public enum AddressCommand {
  /** The issue is done. */
  DONE,
  /** Nobody is told by mail. */
  QUIET,
  /** The matter is with somebody else now: the issue waits. */
  FORWARDED,
  /** What it says are the minutes of an action. */
  MINUTES,
  /** What it says is the agenda of an action. */
  AGENDA,
  /** What it says is what an agency answered to a submission. */
  AGENCY;

  /** Whether it says in which state an issue is from now on. */
  public boolean isState() {
    return this == DONE || this == FORWARDED;
  }

  /** Whether only actions know it. */
  public boolean isOfActions() {
    return this == MINUTES || this == AGENDA || this == AGENCY;
  }

  /** The verb that is written so; empty if there is none. */
  public static Optional<AddressCommand> of(String word) {
    return Arrays.stream(values()).filter(v -> v.word().equals(word)).findFirst();
  }

  /** As it is written. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What an address with this verb asks, besides what else is asked. */
  public IssueMailFields on(IssueMailFields a) {
    return switch (this) {
      case DONE -> a.in(IssueState.DONE);
      case FORWARDED -> a.in(IssueState.WAITING);
      case MINUTES, AGENDA, AGENCY -> a;
      case QUIET -> a.quietly();
    };
  }
}
