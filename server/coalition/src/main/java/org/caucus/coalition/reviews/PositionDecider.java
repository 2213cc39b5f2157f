package org.caucus.coalition.reviews;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.instruments.Placed;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of positions. Pure. */
public final class PositionDecider {
  /** Most positions that are given at once: one on each provision, and one on the rest. */
  public static final int MAX_POSITIONS = 5_001;

  /** Most characters of a reason. */
  public static final int MAX_REASON_CHARS = 2_000;

  /** Most characters of the words that are proposed. */
  public static final int MAX_WORDS_CHARS = 20_000;

  /** To how many different groups of readers an organisation says something of one provision. */
  public static final int MAX_AUDIENCES = 20;

  private static final String FIELD = "positions";

  /** A time as a refusal says it in each language. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  private PositionDecider() {}

  static List<Event> give(Reviews.Held state, ReviewCommand.GivePositions c, CommandContext act) {
    Review review = state.mustReadReview(c.review(), act.by());
    Seat seat = mustAnswer(state, review, act);
    List<Said> said = said(state, review, c.positions());
    if (c.draft()) {
      if (c.audience() != null) {
        throw Refusal.invalid("audience", Message.of("a-draft-is-for-your-organisation-alone"));
      }
      return List.of(
          new ReviewEvent.PositionsDrafted(
              review.id(),
              seat.organisation(),
              said,
              draftReaders(state, review, seat.organisation()),
              c.via(),
              seat.id()));
    }
    Audience audience = chosen(state, review, seat, c.audience());
    mustNotBeTooMany(review, seat.organisation(), said, audience);
    return List.of(
        new ReviewEvent.PositionsGiven(
            review.id(), seat.organisation(), said, audience, c.via(), seat.id()));
  }

  static List<Event> decline(
      Reviews.Held state, ReviewCommand.DeclineReview c, CommandContext act) {
    Review review = state.mustReadReview(c.review(), act.by());
    Seat seat = mustAnswer(state, review, act);
    if (ReadableReview.of(state, review, seat.id()).declined(seat.organisation()).isPresent()) {
      throw Refusal.conflict(Message.of("your-organisation-declined-already"));
    }
    ReviewDecider.mustBeShort("reason", c.reason(), MAX_REASON_CHARS);
    return List.of(
        new ReviewEvent.ReviewDeclined(
            review.id(),
            seat.organisation(),
            StoredText.of(c.reason().strip()),
            chosen(state, review, seat, null),
            seat.id()));
  }

  /** The seat, if its organisation is asked and the review takes answers. */
  private static Seat mustAnswer(Reviews.Held state, Review review, CommandContext act) {
    Seat seat = state.access().mustPost(act.by());
    if (!review.asks(seat.organisation())) {
      throw Refusal.forbidden(Message.of("your-organisation-is-not-asked"));
    }
    if (!review.isOpen(act.at())) {
      throw notOpen(review);
    }
    return seat;
  }

  /** Why it takes no answers, with the time. */
  static Refusal notOpen(Review review) {
    return Refusal.conflict(
        review.state() == Review.State.PLANNED
            ? Message.of(
                "this-review-is-not-open-yet", "time", time(review, review.terms().opens()))
            : Message.of(
                "this-review-is-closed-since",
                "time",
                time(
                    review,
                    Objects.requireNonNullElse(
                        review.course().closedAt(), review.terms().closes()))));
  }

  private static String time(Review review, Instant at) {
    return TIME.format(at.atZone(review.terms().zone()));
  }

  /**
   * Who reads what an organisation gives if it does not say: its own side; of a company, civil
   * society and that company; as far as they read the review.
   */
  static Audience usual(Reviews.Held state, Review review, String organisation) {
    return met(
        state,
        review,
        isCompany(state, organisation)
            ? Audience.withCompany(organisation)
            : Audience.civilSociety());
  }

  /** Where a position of this seat stands if it does not say for whom it is. */
  public static Scope usual(Reviews.Held state, Review review, SeatId by, boolean draft) {
    Seat seat = state.members().seats().get(by);
    Scope scope = review.scope(state);
    if (seat == null) {
      return scope;
    }
    String own = seat.organisation();
    Audience audience = draft ? draftReaders(state, review, own) : usual(state, review, own);
    return new Scope(audience, null, scope);
  }

  /** The provisions that the organisation of this seat answered apart, as far as it can read. */
  public static Set<String> answered(Reviews.Held state, Review review, SeatId by) {
    Seat seat = state.members().seats().get(by);
    return seat == null
        ? Set.of()
        : ReadableReview.of(state, review, by).given(seat.organisation()).stream()
            .flatMap(position -> Stream.ofNullable(position.provision()))
            .collect(Collectors.toSet());
  }

  private static Audience draftReaders(Reviews.Held state, Review review, String organisation) {
    return met(
        state,
        review,
        isCompany(state, organisation)
            ? Audience.companyOnly(organisation)
            : Audience.organisationOnly(organisation));
  }

  private static Audience met(Reviews.Held state, Review review, Audience own) {
    return state.access().meet(own, review.terms().audience());
  }

  private static boolean isCompany(Reviews.Held state, String organisation) {
    Organisation party = state.members().organisations().get(organisation);
    return party != null && party.side() == Side.COMPANY;
  }

  private static Audience chosen(
      Reviews.Held state, Review review, Seat seat, @Nullable Audience wished) {
    Access access = state.access();
    Audience audience = wished == null ? usual(state, review, seat.organisation()) : wished;
    return access.choose(seat.id(), review.scope(state), audience);
  }

  private static List<Said> said(Reviews.Held state, Review review, List<NewPosition> positions) {
    if (positions.isEmpty() || positions.size() > MAX_POSITIONS) {
      throw Refusal.invalid(
          FIELD, Message.of("give-one-position-at-least", "limit", MAX_POSITIONS));
    }
    Map<String, Placed> provisions = review.places(state);
    Set<String> named = new HashSet<>();
    return positions.stream().map(p -> said(p, provisions, named)).toList();
  }

  private static Said said(
      NewPosition position, Map<String, Placed> provisions, Set<String> named) {
    String provision = position.provision();
    Placed placed = provision == null ? null : provisions.get(provision);
    if (provision != null && placed == null) {
      throw Refusal.invalid(FIELD, Message.of("the-text-has-no-such-provision"));
    }
    String label = placed == null ? "*" : placed.label();
    if (!named.add(provision == null ? Said.REST : provision)) {
      throw Refusal.invalid(FIELD, Message.of("two-positions-on-one-provision", "where", label));
    }
    String reason = position.reason().strip();
    if (reason.length() > MAX_REASON_CHARS) {
      throw Refusal.invalid(
          FIELD, Message.of("this-reason-is-too-long", "where", label, "limit", MAX_REASON_CHARS));
    }
    return new Said(
        provision, position.stance(), StoredText.of(reason), words(position, placed, label));
  }

  private static @Nullable StoredText words(
      NewPosition position, @Nullable Placed placed, String label) {
    String words = position.words() == null ? "" : position.words().strip();
    boolean amends = position.stance() == Stance.AMEND;
    if (amends && placed == null) {
      throw Refusal.invalid(FIELD, Message.of("the-rest-cannot-be-amended"));
    }
    if (amends == words.isEmpty()) {
      throw Refusal.invalid(
          FIELD,
          amends
              ? Message.of("an-amendment-needs-its-words", "where", label)
              : Message.of("only-an-amendment-has-words", "where", label));
    }
    if (words.length() > MAX_WORDS_CHARS) {
      throw Refusal.invalid(
          FIELD, Message.of("these-words-are-too-long", "where", label, "limit", MAX_WORDS_CHARS));
    }
    return amends ? StoredText.of(words) : null;
  }

  private static void mustNotBeTooMany(
      Review review, String organisation, List<Said> said, Audience audience) {
    Answers answers = review.answersOf(organisation);
    boolean isTooMany =
        said.stream()
            .map(s -> answers.of(s.key()))
            .anyMatch(
                all ->
                    all.size() >= MAX_AUDIENCES
                        && all.stream().noneMatch(p -> p.audience().equals(audience)));
    if (isTooMany) {
      throw Refusal.conflict(Message.of("a-position-is-given-to-at-most", "limit", MAX_AUDIENCES));
    }
  }
}
