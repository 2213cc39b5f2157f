package org.caucus.coalition.access.membership;

import java.util.Optional;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Members;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.capability.SeatCareNotice;
import org.caucus.kernel.CommitEvents;

/** Convenors are told who waits to be let in again. */
final class MemberNotifications implements NotificationFacet<Members.Held, MemberEvent> {
  @Override
  public Optional<Notified> notified(Members.Held now, MemberEvent event, CommitEvents commit) {
    return event instanceof MemberEvent.RecoveryAwaited e
        ? Optional.of(SeatCareNotice.notified(now, e.seat()))
        : Optional.empty();
  }

  @Override
  public Optional<NoticeContent> notice(
      Members.Held now, MemberEvent event, NoticeContext context) {
    return event instanceof MemberEvent.RecoveryAwaited e
        ? Optional.of(SeatCareNotice.notice(now, e.seat(), "recovery-awaited", context.language()))
        : Optional.empty();
  }
}
