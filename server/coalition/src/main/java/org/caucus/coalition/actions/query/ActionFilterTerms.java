package org.caucus.coalition.actions.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.Side;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.Commitment;
import org.caucus.coalition.actions.Strategy;
import org.caucus.coalition.query.FilterContext;
import org.caucus.coalition.query.FilterTerm;
import org.caucus.coalition.query.FilterVocabulary;
import org.caucus.coalition.query.TextMatcher;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * What each key means of an action.
 *
 * @param reads what anyone who filters can read
 */
record ActionFilterTerms(FilterContext asker, Predicate<Scope> reads)
    implements FilterVocabulary<Action> {
  private static final String KEYS =
      "kind, state, owner, by, org, side, asked, strategy, starts, due, planned, changed, place,"
          + " is, has";
  private static final String EVENT = "event";

  @Override
  public Predicate<Action> says(String words) {
    TextMatcher sought = new TextMatcher(words);
    return a ->
        Stream.of(
                a.title(),
                a.description(),
                a.place(),
                a.outcome(),
                a.details().agenda(),
                a.details().channel(),
                a.details().receipt())
            .anyMatch(sought::in);
  }

  @Override
  public Predicate<Action> of(FilterTerm token, String value) {
    return switch (token.key()) {
      case "kind" -> kind(token, value);
      case "state" -> state(token, value);
      case "owner" -> a -> asker.isCalled(a.owner(), value);
      case "by" -> a -> asker.isCalled(a.plannedBy(), value);
      case "org" -> a -> isOf(a, value);
      case "side" -> side(token, value);
      case "asked" -> a -> asked(a).anyMatch(party -> asker.isParty(party, value));
      case "strategy" -> strategy(token, value);
      case "starts", "due" -> days(token, value);
      case "planned", "changed" -> ago(token, value);
      case "place" -> place(new TextMatcher(value));
      case "is" -> is(token, value);
      case "has" -> has(token, value);
      default -> throw token.unknown(KEYS);
    };
  }

  private static Predicate<Action> place(TextMatcher words) {
    return a -> words.in(a.place());
  }

  private static Predicate<Action> kind(FilterTerm token, String value) {
    if (value.equals(EVENT)) {
      return a -> ActionDays.isEvent(a.kind());
    }
    Action.Kind kind = one(token, value, Action.Kind.values(), EVENT + ", ");
    return a -> a.kind() == kind;
  }

  private static Predicate<Action> state(FilterTerm token, String value) {
    if (value.equals("over")) {
      return a -> a.state().over();
    }
    Action.State state = one(token, value, Action.State.values(), "over, ");
    return a -> a.state() == state;
  }

  private static <E extends Enum<E>> E one(
      FilterTerm token, String value, E[] all, String besides) {
    return token
        .find(value, all)
        .orElseThrow(() -> token.none(value, besides + FilterTerm.known(all)));
  }

  private Predicate<Action> side(FilterTerm token, String value) {
    Side side = token.one(value, Side.values());
    return a -> {
      Seat owner = asker.members().seats().get(a.owner());
      return owner != null && asker.members().organisationOf(owner).side() == side;
    };
  }

  private static Predicate<Action> strategy(FilterTerm token, String value) {
    if (value.equals("none")) {
      return a -> a.details().strategies().isEmpty();
    }
    Strategy one = token.one(value, Strategy.values());
    return a -> a.details().strategies().contains(one);
  }

  private Predicate<Action> days(FilterTerm token, String value) {
    boolean due = token.key().equals("due");
    if (value.equals("none")) {
      return a -> (due ? ActionDays.due(a) : ActionDays.first(a)).findAny().isEmpty();
    }
    if (due && value.equals("overdue")) {
      return this::overdue;
    }
    Predicate<LocalDate> days = token.days(value, asker.today());
    return a -> (due ? ActionDays.due(a) : ActionDays.first(a)).anyMatch(days);
  }

  private Predicate<Action> ago(FilterTerm token, String value) {
    Predicate<Instant> then = token.ago(value, asker.today());
    boolean planned = token.key().equals("planned");
    return a -> then.test(planned ? a.plannedAt() : a.changedAt());
  }

  private boolean overdue(Action action) {
    return ActionDays.isOverdue(action, asker.today());
  }

  private Predicate<Action> is(FilterTerm token, String value) {
    return switch (value) {
      case "open" -> a -> !a.state().over();
      case "over" -> a -> a.state().over();
      case "overdue" -> this::overdue;
      case "mine" -> a -> a.owner().equals(asker.me());
      case "asked" -> a -> asked(a).anyMatch(this::isMine);
      case "unanswered" ->
          a -> asked(a).anyMatch(this::isMine) && words(a).noneMatch(c -> isMine(c.organisation()));
      case "taking-part" ->
          a ->
              words(a)
                  .anyMatch(c -> isMine(c.organisation()) && c.answer() == Commitment.Answer.WILL);
      case "embargoed" -> a -> a.embargo() != null;
      default ->
          throw token.none(
              value, "open, over, overdue, mine, asked, unanswered, taking-part, embargoed");
    };
  }

  private static Predicate<Action> has(FilterTerm token, String value) {
    return switch (value) {
      case "time" -> a -> a.when().startsAt() != null;
      case "place" -> a -> !a.place().isBlank();
      case "link" -> a -> !a.details().link().isBlank();
      case "agenda" -> a -> !a.details().agenda().isBlank();
      case "outcome" -> a -> !a.outcome().isBlank();
      case "reply" -> a -> !a.details().replies().isEmpty();
      default -> throw token.none(value, "time, place, link, agenda, outcome, reply");
    };
  }

  private static Stream<String> asked(Action action) {
    return action.details().organisations().stream();
  }

  /** Words on taking part that the person who filters can read. */
  private Stream<Commitment> words(Action action) {
    return action.commitments().values().stream()
        .filter(c -> reads.test(action.scope().holds(c.audience(), c.at())));
  }

  /**
   * An organisation's are those it sees to, takes part in, or is asked for and has not declined.
   */
  private boolean isOf(Action action, String called) {
    if (asker.isOf(action.owner(), called)) {
      return true;
    }
    return Stream.concat(asked(action), words(action).map(Commitment::organisation))
        .distinct()
        .filter(party -> asker.isParty(party, called))
        .anyMatch(party -> !isDeclined(action, party));
  }

  private boolean isDeclined(Action action, String party) {
    return words(action)
        .anyMatch(c -> c.organisation().equals(party) && c.answer() == Commitment.Answer.WILL_NOT);
  }

  private boolean isMine(String party) {
    SeatId me = asker.me();
    @Nullable Seat seat = asker.members().seats().get(me);
    return Optional.ofNullable(seat).filter(s -> s.organisation().equals(party)).isPresent();
  }
}
