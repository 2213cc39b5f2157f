package org.caucus.coalition.moderation;

import java.util.Optional;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.capability.Notified;
import org.caucus.kernel.CommitEvents;

/**
 * Who is told of held letters: those who decide, and the author. They get letters of another form
 * than notices, with a code that decides; so there is no notice.
 */
final class LetterNotifications implements NotificationFacet<HeldLetters.Held, LetterEvent> {
  @Override
  public Optional<Notified> notified(HeldLetters.Held now, LetterEvent event, CommitEvents commit) {
    return HeldMessageNotices.of(now, event).map(news -> notified(now, event, news));
  }

  private static Notified notified(
      HeldLetters.Held now, LetterEvent event, HeldMessageNotices news) {
    Notified told =
        Notified.only(news.hold().ref(), news.seats())
            .because(NotificationReason.DECISION)
            .meantFor(HeldLetters.readers(now, news.hold()))
            .urgently();
    // to be asked "was it you" is not one's own act
    return event instanceof LetterEvent.LetterHeld ? told.alsoActor() : told;
  }

  @Override
  public Optional<NoticeContent> notice(
      HeldLetters.Held now, LetterEvent event, NoticeContext context) {
    return Optional.empty();
  }
}
