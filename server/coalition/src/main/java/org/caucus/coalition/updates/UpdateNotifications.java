package org.caucus.coalition.updates;

import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Who is told of what becomes of an update. */
final class UpdateNotifications implements NotificationFacet<Updates.Held, UpdateEvent> {
  @Override
  public Set<Ref.Kind> followed() {
    return Set.of(Ref.Kind.UPDATE);
  }

  @Override
  public Optional<Notified> notified(Updates.Held now, UpdateEvent event, CommitEvents commit) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e ->
          Optional.of(Notified.readers(update(e.id())).except(s -> isAgreed(now, e, commit, s)));
      // the person who had the first word by mail has the second
      case UpdateEvent.UpdateCorrected e -> Optional.of(Notified.readers(update(e.id())));
      case UpdateEvent.UpdateRetracted e -> Optional.of(Notified.readers(update(e.id())));
      case UpdateEvent.StageReached e -> Optional.of(Notified.readers(update(e.id())));
      case UpdateEvent.UpdatePassedOn e ->
          Optional.of(
              Notified.involved(update(e.id())).giving(e.to() == null ? Set.of() : Set.of(e.to())));
      case UpdateEvent.UpdateAcknowledged e -> Optional.empty();
      case UpdateEvent.QuestionAsked e -> Optional.of(asked(now, e));
      case UpdateEvent.QuestionAnswered e -> Optional.empty();
    };
  }

  private static Ref update(String id) {
    return Ref.to(Ref.Kind.UPDATE, id);
  }

  /** Whether it is a seat's own update, of which it hears that another liaison agreed to it. */
  private static boolean isAgreed(
      Updates.Held now, UpdateEvent.UpdatePosted e, CommitEvents commit, SeatId seat) {
    return now.members().heir(e.by()).equals(seat)
        && commit.events().stream()
            .anyMatch(other -> other instanceof DraftEvent.DraftPublished d && d.by() != null);
  }

  /** A question; by mail it comes as the comment that asks it. */
  private static Notified asked(Updates.Held now, UpdateEvent.QuestionAsked e) {
    Set<String> company =
        now.updates().find(e.update()).map(Update::company).map(Set::of).orElse(Set.of());
    return Notified.only(update(e.update()), Set.of())
        .asking(company, e.entry())
        .because(NotificationReason.REQUEST)
        .inInbox();
  }

  @Override
  public Optional<NoticeContent> notice(
      Updates.Held now, UpdateEvent event, NoticeContext context) {
    return UpdateNoticeContent.of(now, event, context);
  }

  @Override
  public Optional<NoticeContent> comment(
      Updates.Held now, Ref thing, String words, NoticeContext context) {
    return UpdateNoticeContent.remark(
        now, thing.id(), u -> words, new UpdateNoticeMessages(context.language()));
  }

  @Override
  public @Nullable Ref answered(UpdateEvent event) {
    return switch (event) {
      case UpdateEvent.UpdatePosted e -> update(e.id());
      case UpdateEvent.UpdatePassedOn e -> update(e.id());
      case UpdateEvent.UpdateCorrected e -> update(e.id());
      case UpdateEvent.StageReached e -> update(e.id());
      case UpdateEvent.UpdateRetracted e -> update(e.id());
      case UpdateEvent.UpdateAcknowledged _,
          UpdateEvent.QuestionAsked _,
          UpdateEvent.QuestionAnswered _ ->
          null;
    };
  }

  @Override
  public boolean tellsComments(UpdateEvent event) {
    return event instanceof UpdateEvent.UpdatePosted;
  }

  @Override
  public boolean changesHead(UpdateEvent event) {
    return true;
  }
}
