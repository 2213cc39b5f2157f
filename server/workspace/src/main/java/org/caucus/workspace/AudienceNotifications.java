package org.caucus.workspace;

import java.util.Optional;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.Notified;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/** Who is told that a thing was opened to more: the capability of the thing says it. */
final class AudienceNotifications implements NotificationFacet<Workspace, AudienceEvent> {
  @Override
  public Optional<Notified> notified(Workspace now, AudienceEvent event, CommitEvents commit) {
    return event instanceof AudienceEvent.Widened e
        ? Capabilities.notifications(e.of()).widened(now, e.of(), e.from(), commit)
        : Optional.empty();
  }

  /** Where a widening is told. */
  @Override
  public @Nullable Ref answered(AudienceEvent event) {
    return event instanceof AudienceEvent.Widened e
            && Capabilities.notifications(e.of()).tellsWidenings()
        ? e.of()
        : null;
  }

  @Override
  public Optional<NoticeContent> notice(Workspace now, AudienceEvent event, NoticeContext context) {
    return event instanceof AudienceEvent.Widened e
        ? Capabilities.notifications(e.of()).widened(now, e.of(), e.from(), context)
        : Optional.empty();
  }
}
