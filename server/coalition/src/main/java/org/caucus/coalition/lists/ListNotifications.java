package org.caucus.coalition.lists;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.capability.SeatCareNotice;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.MessageCatalogue;

/** Convenors are told whose mail does not arrive; what is said on a list is its own letter. */
final class ListNotifications implements NotificationFacet<Lists.Held, ListEvent> {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("conversations");

  /**
   * A seat that convenors care for, whose mail does not arrive.
   *
   * @param told the key of the sentence that tells it
   */
  private record Care(SeatId seat, String told) {}

  private static Optional<Care> care(ListEvent event) {
    return switch (event) {
      case ListEvent.MailSuspended e -> Optional.of(new Care(e.seat(), "mail-comes-back"));
      case ListEvent.DepartureHinted e -> Optional.of(new Care(e.seat(), "may-have-left"));
      case ListEvent.ListOpened _,
          ListEvent.ThreadStarted _,
          ListEvent.ThreadImported _,
          ListEvent.ThreadChange _,
          ListEvent.ImportBegun _,
          ListEvent.DeliverySet _,
          ListEvent.DeliveryChosen _,
          ListEvent.PersonalMailChosen _,
          ListEvent.ThingChosen _,
          ListEvent.ListDescribed _,
          ListEvent.ListStyled _,
          ListEvent.PrivacyChosen _,
          ListEvent.MailResumed _,
          ListEvent.MailContentSet _ ->
          Optional.empty();
    };
  }

  @Override
  public Optional<Notified> notified(Lists.Held now, ListEvent event, CommitEvents commit) {
    return care(event).map(care -> SeatCareNotice.notified(now, care.seat()).urgently());
  }

  @Override
  public Optional<NoticeContent> notice(Lists.Held now, ListEvent event, NoticeContext context) {
    return care(event)
        .map(care -> SeatCareNotice.notice(now, care.seat(), care.told(), context.language()));
  }

  /** A post of a list is its own letter; this tells of it those whom it mentions. */
  @Override
  public Optional<NoticeContent> comment(
      Lists.Held now, Ref thing, String words, NoticeContext context) {
    return now.lists()
        .thread(thing.id())
        .map(
            t ->
                new NoticeContent(
                    thing, t.subject(), false, "threads/" + t.id(), t.audience(), words));
  }

  @Override
  public boolean tellsWidenings() {
    return true;
  }

  /** Who is added to a conversation is told so: they may have it by mail alone. */
  @Override
  public Optional<Notified> widened(Lists.Held now, Ref thing, Audience from, CommitEvents commit) {
    return conversation(now, thing)
        .map(
            thread ->
                Notified.only(thing, added(now, thread, from))
                    .because(NotificationReason.NAMED)
                    .urgently());
  }

  @Override
  public Optional<NoticeContent> widened(
      Lists.Held now, Ref thing, Audience from, NoticeContext context) {
    return conversation(now, thing)
        .map(
            t ->
                new NoticeContent(
                    thing,
                    t.subject(),
                    true,
                    "threads/" + t.id(),
                    t.people().orElseThrow(),
                    PHRASES.say(context.language(), "added", Map.of("who", context.who()))));
  }

  private static Optional<Thread> conversation(Lists.Held now, Ref thing) {
    return thing.kind() == Ref.Kind.THREAD
        ? now.lists().thread(thing.id()).filter(Thread::isConversation)
        : Optional.empty();
  }

  private static Set<SeatId> added(Lists.Held now, Thread thread, Audience from) {
    Scope before = new Scope(from, null, null);
    return now.access().readers(now.lists().writing(thread)).stream()
        .map(Seat::id)
        .filter(seat -> !now.access().canRead(seat, before))
        .collect(Collectors.toSet());
  }

  /** How somebody gets mail; not which threads there are. */
  @Override
  public boolean isSetting(ListEvent event) {
    return switch (event) {
      case ListEvent.ThreadStarted _, ListEvent.ThreadImported _, ListEvent.ThreadChange _ -> false;
      default -> true;
    };
  }
}
