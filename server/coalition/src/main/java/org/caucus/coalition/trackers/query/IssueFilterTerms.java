package org.caucus.coalition.trackers.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.coalition.query.FilterContext;
import org.caucus.coalition.query.FilterTerm;
import org.caucus.coalition.query.FilterVocabulary;
import org.caucus.coalition.query.TextMatcher;
import org.caucus.coalition.trackers.fields.Citation;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** What each key means of an issue. */
record IssueFilterTerms(FilterContext asker) implements FilterVocabulary<IssueFilterFacts> {
  private static final String OWN = "field.";
  private static final String NONE = "none";
  private static final int DAY_CHARS = "2026-12-01".length();
  private static final String KEYS =
      "state, type, priority, label, assignee, by, org, due, opened, changed, provision,"
          + " is, has, field.NAME";

  @Override
  public Predicate<IssueFilterFacts> says(String words) {
    TextMatcher sought = new TextMatcher(words);
    return f -> says(f, sought);
  }

  @Override
  public Predicate<IssueFilterFacts> of(FilterTerm token, String value) {
    return switch (token.key()) {
      case "state" -> state(token, value);
      case "type" -> one(token, value, IssueType.values(), f -> f.facets().type());
      case "priority" -> one(token, value, Priority.values(), f -> f.facets().priority());
      case "label" -> label(value);
      case "assignee" -> seats(IssueFilterFacts::assignees, value);
      case "by" -> f -> asker.isCalled(f.openedBy(), value);
      case "org" -> f -> f.assignees().stream().anyMatch(s -> asker.isOf(s, value));
      case "due" -> due(token, value);
      case "opened" -> {
        Predicate<Instant> then = token.ago(value, asker.today());
        yield f -> then.test(f.openedAt());
      }
      case "changed" -> {
        Predicate<Instant> then = token.ago(value, asker.today());
        yield f -> then.test(f.changedAt());
      }
      case "provision" -> provision(new TextMatcher(value));
      case "is" -> is(token, value);
      case "has" -> has(token, value);
      default -> own(token, value);
    };
  }

  private static Predicate<IssueFilterFacts> state(FilterTerm token, String value) {
    return switch (value) {
      case "closed" -> f -> f.state().closed();
      default -> one(token, value, IssueState.values(), IssueFilterFacts::state);
    };
  }

  private static <E extends Enum<E>> Predicate<IssueFilterFacts> one(
      FilterTerm token, String value, E[] all, Function<IssueFilterFacts, E> of) {
    E one = token.one(value, all);
    return f -> of.apply(f) == one;
  }

  private static Predicate<IssueFilterFacts> label(String value) {
    if (value.equals(NONE)) {
      return f -> f.facets().labels().isEmpty();
    }
    return f -> f.facets().labels().stream().anyMatch(l -> lower(l).equals(value));
  }

  private Predicate<IssueFilterFacts> seats(
      Function<IssueFilterFacts, List<SeatId>> of, String value) {
    if (value.equals(NONE)) {
      return f -> of.apply(f).isEmpty();
    }
    return f -> of.apply(f).stream().anyMatch(s -> asker.isCalled(s, value));
  }

  private Predicate<IssueFilterFacts> due(FilterTerm token, String value) {
    if (value.equals(NONE)) {
      return f -> f.due() == null;
    }
    if (value.equals("overdue")) {
      return this::overdue;
    }
    Predicate<LocalDate> days = token.days(value, asker.today());
    return f -> f.due() != null && days.test(f.due());
  }

  private boolean overdue(IssueFilterFacts f) {
    LocalDate due = f.due();
    return due != null && due.isBefore(asker.today()) && !f.state().closed();
  }

  private Predicate<IssueFilterFacts> is(FilterTerm token, String value) {
    return switch (value) {
      case "open" -> f -> !f.state().closed();
      case "closed" -> f -> f.state().closed();
      case "overdue" -> this::overdue;
      case "mine" -> f -> f.assignees().contains(asker.me());
      case "watched" -> f -> f.watchers().contains(asker.me());
      default -> throw token.none(value, "open, closed, overdue, mine, watched");
    };
  }

  private static Predicate<IssueFilterFacts> has(FilterTerm token, String value) {
    return switch (value) {
      case "due" -> f -> f.due() != null;
      case "assignee" -> f -> !f.assignees().isEmpty();
      case "label" -> f -> !f.facets().labels().isEmpty();
      case "checklist" -> f -> !f.facets().checklist().isEmpty();
      case "reference" -> f -> f.facets().citation() != null;
      default -> throw token.none(value, "due, assignee, label, checklist, reference");
    };
  }

  /**
   * Which own fields there are, and of which kind, is a tracker's affair: one that it has not is
   * empty, a day is compared as one, and an organisation is called as it is anywhere.
   */
  private Predicate<IssueFilterFacts> own(FilterTerm token, String value) {
    if (!token.key().startsWith(OWN) || token.key().length() == OWN.length()) {
      throw token.unknown(KEYS);
    }
    String field = token.key().substring(OWN.length());
    if (value.equals(NONE)) {
      return f -> f.facets().own(field).isEmpty();
    }
    TextMatcher words = new TextMatcher(value);
    Optional<Predicate<LocalDate>> days = FilterTerm.daysOf(value, asker.today());
    Predicate<String> says =
        own ->
            words.in(own)
                || asker.isParty(own, value)
                || days.filter(on -> day(own).filter(on).isPresent()).isPresent();
    return f -> f.facets().own(field).filter(says).isPresent();
  }

  private static Optional<LocalDate> day(String own) {
    try {
      return own.length() == DAY_CHARS ? Optional.of(LocalDate.parse(own)) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty(); // words, a choice or an organisation
    }
  }

  private static boolean says(IssueFilterFacts f, TextMatcher words) {
    return words.in(f.title())
        || words.in(f.label())
        || words.in(f.provision())
        || words.in(f.description())
        || cites(f, words)
        || labelled(f, words);
  }

  private static boolean labelled(IssueFilterFacts f, TextMatcher words) {
    for (String label : f.facets().labels()) {
      if (words.in(label)) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<IssueFilterFacts> provision(TextMatcher words) {
    return f -> words.in(f.provision()) || cites(f, words);
  }

  private static boolean cites(IssueFilterFacts f, TextMatcher words) {
    @Nullable Citation c = f.facets().citation();
    return c != null
        && (words.in(c.document())
            || words.in(c.part())
            || words.in(c.number())
            || words.in(c.quote()));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
