package org.caucus.coalition.reviews;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.ViewAs;
import org.caucus.kernel.SeatId;

/**
 * What one reader can read of the answers to a review. Of what an organisation said on a provision
 * it is the last word that this reader can read: a later one for fewer leaves no trace here.
 */
final class ReadableReview {
  private final Reviews.Held now;
  private final Review review;
  private final SeatId reader;
  private final Scope scope;
  private final Predicate<Scope> reads;

  private ReadableReview(Reviews.Held now, Review review, SeatId reader) {
    this.now = now;
    this.review = review;
    this.reader = reader;
    this.scope = review.scope(now);
    this.reads = now.access().asked(reader);
  }

  static ReadableReview of(Reviews.Held now, Review review, SeatId reader) {
    return new ReadableReview(now, review, reader);
  }

  /** A position, as it stands for a provision. */
  record Cell(Position position, boolean isRest) {}

  /** What an organisation thinks of a provision: what it said of that, else of the rest. */
  Optional<Cell> cell(String organisation, String provision) {
    Answers answers = review.answersOf(organisation);
    Optional<Cell> own = last(answers, provision).map(p -> new Cell(p, false));
    return own.or(() -> last(answers, Said.REST).map(p -> new Cell(p, true)));
  }

  /** The last word on this that the reader can read. */
  private Optional<Position> last(Answers answers, String key) {
    return answers.of(key).reversed().stream().filter(p -> reads.test(p.scope(scope))).findFirst();
  }

  /** The last words of an organisation, on each provision that it named and on the rest. */
  List<Position> given(String organisation) {
    Answers answers = review.answersOf(organisation);
    return answers.given().keySet().stream()
        .sorted()
        .flatMap(key -> last(answers, key).stream())
        .toList();
  }

  /** What an organisation noted and has not given since. */
  List<Position> drafts(String organisation) {
    Answers answers = review.answersOf(organisation);
    return answers.drafts().values().stream()
        .filter(p -> reads.test(p.scope(scope)))
        .filter(p -> last(answers, p.said().key()).stream().noneMatch(g -> isLater(g, p)))
        .sorted(Comparator.comparing(p -> p.said().key()))
        .toList();
  }

  private static boolean isLater(Position one, Position other) {
    return one.sequence() > other.sequence();
  }

  /** Whether an organisation answered, as far as the reader knows. */
  boolean isAnswered(String organisation) {
    Answers answers = review.answersOf(organisation);
    return answers.given().values().stream()
        .flatMap(List::stream)
        .anyMatch(p -> reads.test(p.scope(scope)));
  }

  /** That an organisation declined and did not come back since, as far as the reader knows. */
  Optional<Answers.Decline> declined(String organisation) {
    long answered =
        given(organisation).stream().mapToLong(Position::sequence).max().orElse(Long.MIN_VALUE);
    return review.answersOf(organisation).declines().reversed().stream()
        .filter(d -> reads.test(d.scope(scope)))
        .findFirst()
        .filter(d -> d.sequence() > answered);
  }

  /** How many of whom are asked have answered, and how many provisions have an answer. */
  Coverage coverage() {
    List<String> provisions =
        review.provisions(now).stream().flatMap(p -> Stream.ofNullable(p.provision())).toList();
    List<String> asked = review.terms().organisations();
    List<String> answered = asked.stream().filter(this::isAnswered).toList();
    long covered =
        provisions.stream()
            .filter(p -> answered.stream().anyMatch(o -> cell(o, p).isPresent()))
            .count();
    return new Coverage(asked.size(), answered.size(), provisions.size(), (int) covered);
  }

  /** Of what the reader can read, and nothing else. */
  record Coverage(int asked, int answered, int provisions, int covered) {}

  /** The organisation that the reader reads for; empty if it is not asked. */
  Optional<String> own() {
    Seat seat = now.members().seats().get(reader);
    Optional<String> own =
        seat == null ? ViewAs.of(reader).map(ViewAs::company) : Optional.of(seat.organisation());
    return own.filter(review::asks);
  }

  /** Who reads a position now: the review may be for fewer than when it was given. */
  Audience readers(Position position) {
    return now.access().meet(position.audience(), review.terms().audience());
  }
}
