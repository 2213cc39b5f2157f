package org.caucus.coalition.reviews;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Event;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;

/** What the author of a letter that answers a review is told was done with it. */
final class ReviewConfirmation {
  private ReviewConfirmation() {}

  /**
   * What a commit did for a review, in words; empty if it did nothing there.
   *
   * @param readers who can read something that stands there, in words
   */
  static Optional<String> of(
      Reviews.Held now,
      CommitEvents commit,
      Language language,
      SeatId reader,
      Function<Scope, String> readers) {
    List<Event> events = commit.events();
    return events.stream()
        .filter(ReviewEvent.class::isInstance)
        .map(ReviewEvent.class::cast)
        .flatMap(event -> said(now, event, commit, language, reader, readers).stream())
        .findFirst();
  }

  private static Optional<String> said(
      Reviews.Held now,
      ReviewEvent event,
      CommitEvents commit,
      Language language,
      SeatId reader,
      Function<Scope, String> readers) {
    Optional<Review> found = now.reviews().find(event.review());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Review review = found.get();
    var words =
        new ReviewNoticeMessages(
            language, review, review.title(now), ReviewNotifications.zone(now, review, reader));
    return switch (event) {
      case ReviewEvent.PositionsGiven e ->
          Optional.of(
              words.confirmed(
                  now.members().called(e.organisation()),
                  words.positions(review.places(now), e.said()),
                  readers.apply(review.scope(now).holds(e.audience(), commit.at()))));
      case ReviewEvent.ReviewDeclined e ->
          Optional.of(
              words.confirmedDecline(
                  now.members().called(e.organisation()),
                  readers.apply(review.scope(now).holds(e.audience(), commit.at()))));
      case ReviewEvent.ReviewOpened _,
          ReviewEvent.OrganisationsAsked _,
          ReviewEvent.PositionsDrafted _,
          ReviewEvent.ReviewExtended _,
          ReviewEvent.ReviewReminded _,
          ReviewEvent.ReviewClosed _,
          ReviewEvent.ReviewReported _,
          ReviewEvent.ReviewPassedOn _,
          ReviewEvent.SessionMoved _ ->
          Optional.empty();
    };
  }
}
