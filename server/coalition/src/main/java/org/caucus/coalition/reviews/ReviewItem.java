package org.caucus.coalition.reviews;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.SearchText;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.Language;

/**
 * A review, which is called as the text is. Its readers stay those it was opened for: what they
 * answered was said to them.
 */
record ReviewItem(Review review, String title, Scope scope, List<SeatId> assignees)
    implements Item {
  static ReviewItem of(Reviews.Held now, Review review) {
    SeatId keeper = review.keeper();
    List<SeatId> keepers = keeper == null ? List.of() : List.of(now.members().heir(keeper));
    return new ReviewItem(review, review.title(now), review.scope(now), keepers);
  }

  @Override
  public Ref ref() {
    return review.ref();
  }

  @Override
  public String title(Language language) {
    return ReviewNoticeMessages.title(language, title);
  }

  @Override
  public SeatId author() {
    return review.openedBy();
  }

  @Override
  public SeatId openedBy() {
    return review.openedBy();
  }

  @Override
  public boolean isOpen() {
    return review.isInHand();
  }

  @Override
  public boolean hasAudience() {
    return false;
  }

  @Override
  public String head(Predicate<Scope> reads) {
    return review.state().name() + review.terms().closes();
  }

  /** Positions are not found: they may be known to few. */
  @Override
  public Optional<SearchText> searchText() {
    Review.Report report = review.course().report();
    String text = review.terms().brief() + (report == null ? "" : "\n" + report.text());
    return Optional.of(new SearchText(ref(), review.openedAt(), title(), text, null, false));
  }
}
