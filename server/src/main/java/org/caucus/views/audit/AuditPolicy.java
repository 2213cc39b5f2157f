package org.caucus.views.audit;

import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.access.viewas.ViewAsEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.kernel.Event;

/** What belongs to the audit view. */
public final class AuditPolicy {
  private AuditPolicy() {}

  /** Whether an event changed who is here, or what somebody may do or read, or took a copy out. */
  public static boolean holds(Event event) {
    return switch (event) {
      case MemberEvent e -> true;
      case AudienceEvent e -> true;
      case ActionEvent.Embargoed e -> e.to() != null; // a widening that waits
      case LetterEvent.HoldApproved e -> true;
      case LetterEvent.HoldRefused e -> true;
      case LetterEvent.HoldDiscarded e -> true;
      case LetterEvent.ListRuled e -> true;
      case LetterEvent.ListStopped e -> true;
      case LetterEvent.SeatModerated e -> true;
      case ListEvent.MailContentSet e -> true;
      case ViewAsEvent e -> true;
      case ListEvent.ImportBegun e -> true;
      default -> false;
    };
  }
}
