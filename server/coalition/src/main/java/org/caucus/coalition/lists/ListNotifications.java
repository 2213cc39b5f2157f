package org.caucus.coalition.lists;

import java.util.Optional;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.capability.SeatCareNotice;
import org.caucus.kernel.CommitEvents;

/** Convenors are told whose mail does not arrive; what is said on a list is its own letter. */
final class ListNotifications implements NotificationFacet<Lists.Held, ListEvent> {
  @Override
  public Optional<Notified> notified(Lists.Held now, ListEvent event, CommitEvents commit) {
    return switch (event) {
      case ListEvent.MailSuspended e ->
          Optional.of(SeatCareNotice.notified(now, e.seat()).urgently());
      case ListEvent.DepartureHinted e ->
          Optional.of(SeatCareNotice.notified(now, e.seat()).urgently());
      case ListEvent.ListOpened _,
          ListEvent.ThreadStarted _,
          ListEvent.ThreadImported _,
          ListEvent.ImportBegun _,
          ListEvent.DeliverySet _,
          ListEvent.DeliveryChosen _,
          ListEvent.PersonalMailChosen _,
          ListEvent.ThingChosen _,
          ListEvent.ListStyled _,
          ListEvent.PrivacyChosen _,
          ListEvent.MailResumed _,
          ListEvent.MailContentSet _ ->
          Optional.empty();
    };
  }

  @Override
  public Optional<NoticeContent> notice(Lists.Held now, ListEvent event, NoticeContext context) {
    return switch (event) {
      case ListEvent.MailSuspended e ->
          Optional.of(SeatCareNotice.notice(now, e.seat(), "mail-comes-back", context.language()));
      case ListEvent.DepartureHinted e ->
          Optional.of(SeatCareNotice.notice(now, e.seat(), "may-have-left", context.language()));
      case ListEvent.ListOpened _,
          ListEvent.ThreadStarted _,
          ListEvent.ThreadImported _,
          ListEvent.ImportBegun _,
          ListEvent.DeliverySet _,
          ListEvent.DeliveryChosen _,
          ListEvent.PersonalMailChosen _,
          ListEvent.ThingChosen _,
          ListEvent.ListStyled _,
          ListEvent.PrivacyChosen _,
          ListEvent.MailResumed _,
          ListEvent.MailContentSet _ ->
          Optional.empty();
    };
  }

  /** How somebody gets mail; not which threads there are. */
  @Override
  public boolean isSetting(ListEvent event) {
    return !(event instanceof ListEvent.ThreadStarted || event instanceof ListEvent.ThreadImported);
  }
}
