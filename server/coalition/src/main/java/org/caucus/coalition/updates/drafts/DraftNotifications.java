package org.caucus.coalition.updates.drafts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.entries.AttachedFileLines;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.updates.UpdateNoticeContent;
import org.caucus.coalition.updates.UpdateNoticeMessages;
import org.caucus.coalition.updates.Updates;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** Who is told of drafts: the liaisons who decide, and the author of what they decided. */
final class DraftNotifications implements NotificationFacet<Updates.Held, DraftEvent> {
  @Override
  public Optional<Notified> notified(Updates.Held now, DraftEvent event, CommitEvents commit) {
    Scope desk = Scope.place(Audience.companyOnly(event.company()));
    return switch (event) {
      case DraftEvent.UpdateDrafted e -> second(now, e.company(), meant(e.said(), desk));
      case DraftEvent.DraftRevised e -> second(now, e.company(), meant(e.said(), desk));
      case DraftEvent.DraftReturned e -> author(now, e.id(), desk);
      case DraftEvent.DraftConfirmed e -> author(now, e.id(), desk);
      case DraftEvent.DraftPublished e ->
          e.by() == null ? Optional.empty() : author(now, e.id(), desk);
      case DraftEvent.DraftDiscarded e -> author(now, e.id(), desk);
      case DraftEvent.DraftHeldBack e -> Optional.of(liaisons(now, e.company(), desk));
      case DraftEvent.CompanyRuled e -> Optional.empty();
    };
  }

  private static Scope meant(DraftContent said, Scope desk) {
    return new Scope(said.audience(), null, desk);
  }

  /** Those of whom a second one has to agree, where the company wants that. */
  private static Optional<Notified> second(Updates.Held now, String company, Scope meant) {
    return DraftDecider.needsSecond(now, company)
        ? Optional.of(liaisons(now, company, meant))
        : Optional.empty();
  }

  /** Whose draft it is: they hear of what another liaison does about it. */
  private static Optional<Notified> author(Updates.Held now, String draft, Scope desk) {
    return now.updates()
        .drafts()
        .find(draft)
        .map(
            d ->
                told(d.company(), Set.of(now.members().heir(d.said().by())), desk)
                    .because(NotificationReason.REPLY));
  }

  /** Those who decide about a company's drafts; that only they may know is asked besides. */
  private static Notified liaisons(Updates.Held now, String company, Scope meant) {
    Set<SeatId> liaisons =
        now.members().active().stream()
            .filter(s -> s.role() == Role.LIAISON && s.organisation().equals(company))
            .map(Seat::id)
            .collect(Collectors.toSet());
    return told(company, liaisons, meant).because(NotificationReason.DECISION);
  }

  private static Notified told(String company, Set<SeatId> seats, Scope meant) {
    return Notified.only(Ref.to(Ref.Kind.ORGANISATION, company), seats)
        .meantFor(meant)
        .byDecider()
        .urgently();
  }

  @Override
  public Optional<NoticeContent> notice(Updates.Held now, DraftEvent event, NoticeContext context) {
    return content(now, event, context).map(news -> withFiles(news, context));
  }

  private static Optional<NoticeContent> content(
      Updates.Held now, DraftEvent event, NoticeContext context) {
    DraftNoticeMessages words = new DraftNoticeMessages(context.language());
    String who = context.who();
    return switch (event) {
      case DraftEvent.UpdateDrafted e ->
          Optional.of(
              draft(e.company(), e.said(), words.drafted(who, terms(e.said(), context)), context));
      case DraftEvent.DraftRevised e ->
          Optional.of(
              draft(e.company(), e.said(), words.revised(who, terms(e.said(), context)), context));
      case DraftEvent.DraftHeldBack e ->
          Optional.of(draft(e.company(), words.heldBackTitle(), heldBack(now, e, words)));
      case DraftEvent.DraftReturned e ->
          toAuthor(
              now, e.id(), words.sentBack(who) + (e.note().isBlank() ? "" : "\n\n" + e.note()));
      case DraftEvent.DraftConfirmed e -> toAuthor(now, e.id(), words.agreed(who, true));
      case DraftEvent.DraftPublished e -> toAuthor(now, e.id(), words.agreed(who, false));
      case DraftEvent.DraftDiscarded e -> toAuthor(now, e.id(), words.discarded(who));
      case DraftEvent.CompanyRuled e -> Optional.empty();
    };
  }

  private static String terms(DraftContent said, NoticeContext context) {
    return new UpdateNoticeMessages(context.language()).plain(said.attribution());
  }

  private static String heldBack(
      Updates.Held now, DraftEvent.DraftHeldBack e, DraftNoticeMessages words) {
    String why = words.heldBack(e.reason(), e.why());
    return now.updates()
        .drafts()
        .find(e.id())
        .map(d -> why + "\n\n" + d.said().title())
        .orElse(why);
  }

  private static Optional<NoticeContent> toAuthor(Updates.Held now, String id, String body) {
    return now.updates().drafts().find(id).map(d -> draft(d.company(), d.said().title(), body));
  }

  private static NoticeContent draft(
      String company, DraftContent said, String first, NoticeContext context) {
    UpdateNoticeMessages words = new UpdateNoticeMessages(context.language());
    String title = UpdateNoticeContent.titled(said.title(), said.attribution(), words);
    return draft(company, title, first + "\n\n" + said.body());
  }

  private static NoticeContent draft(String company, String title, String body) {
    Ref of = Ref.to(Ref.Kind.ORGANISATION, company);
    return new NoticeContent(of, title, true, "updates", Audience.companyOnly(company), body);
  }

  /** What goes along, as far as this reader may know of it. */
  private static NoticeContent withFiles(NoticeContent news, NoticeContext context) {
    List<Entry.Attached> files =
        context.visible().stream()
            .flatMap(
                event ->
                    switch (event) {
                      case DraftEvent.UpdateDrafted e -> e.said().files().stream();
                      case DraftEvent.DraftRevised e -> e.said().files().stream();
                      default -> Stream.<Entry.Attached>empty();
                    })
            .toList();
    return news.saying(news.body() + AttachedFileLines.of(files, context.language()));
  }
}
