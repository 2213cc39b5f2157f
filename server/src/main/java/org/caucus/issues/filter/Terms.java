package org.caucus.issues.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.caucus.command.SeatId;
import org.caucus.filters.Asker;
import org.caucus.filters.Token;
import org.caucus.filters.Vocabulary;
import org.caucus.filters.Words;
import org.caucus.issues.fields.Citation;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.fields.IssueType;
import org.caucus.issues.fields.Priority;
import org.jspecify.annotations.Nullable;

/** What each key means of an issue. */
record Terms(Asker asker) implements Vocabulary<Facts> {
  private static final String OWN = "field.";
  private static final String NONE = "none";
  private static final int DAY_CHARS = "2026-12-01".length();
  private static final String KEYS =
      "state, type, priority, label, assignee, by, org, due, opened, changed, provision,"
          + " is, has, field.NAME";

  @Override
  public Predicate<Facts> says(String words) {
    Words sought = new Words(words);
    return f -> says(f, sought);
  }

  @Override
  public Predicate<Facts> of(Token token, String value) {
    return switch (token.key()) {
      case "state" -> state(token, value);
      case "type" -> one(token, value, IssueType.values(), f -> f.facets().type());
      case "priority" -> one(token, value, Priority.values(), f -> f.facets().priority());
      case "label" -> label(value);
      case "assignee" -> seats(Facts::assignees, value);
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
      case "provision" -> provision(new Words(value));
      case "is" -> is(token, value);
      case "has" -> has(token, value);
      default -> own(token, value);
    };
  }

  private static Predicate<Facts> state(Token token, String value) {
    return switch (value) {
      case "closed" -> f -> f.state().closed();
      default -> one(token, value, IssueState.values(), Facts::state);
    };
  }

  private static <E extends Enum<E>> Predicate<Facts> one(
      Token token, String value, E[] all, Function<Facts, E> of) {
    E one = token.one(value, all);
    return f -> of.apply(f) == one;
  }

  private static Predicate<Facts> label(String value) {
    if (value.equals(NONE)) {
      return f -> f.facets().labels().isEmpty();
    }
    return f -> f.facets().labels().stream().anyMatch(l -> lower(l).equals(value));
  }

  private Predicate<Facts> seats(Function<Facts, List<SeatId>> of, String value) {
    if (value.equals(NONE)) {
      return f -> of.apply(f).isEmpty();
    }
    return f -> of.apply(f).stream().anyMatch(s -> asker.isCalled(s, value));
  }

  private Predicate<Facts> due(Token token, String value) {
    if (value.equals(NONE)) {
      return f -> f.due() == null;
    }
    if (value.equals("overdue")) {
      return this::overdue;
    }
    Predicate<LocalDate> days = token.days(value, asker.today());
    return f -> f.due() != null && days.test(f.due());
  }

  private boolean overdue(Facts f) {
    LocalDate due = f.due();
    return due != null && due.isBefore(asker.today()) && !f.state().closed();
  }

  private Predicate<Facts> is(Token token, String value) {
    return switch (value) {
      case "open" -> f -> !f.state().closed();
      case "closed" -> f -> f.state().closed();
      case "overdue" -> this::overdue;
      case "mine" -> f -> f.assignees().contains(asker.me());
      case "watched" -> f -> f.watchers().contains(asker.me());
      default -> throw token.none(value, "open, closed, overdue, mine, watched");
    };
  }

  private static Predicate<Facts> has(Token token, String value) {
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
  private Predicate<Facts> own(Token token, String value) {
    if (!token.key().startsWith(OWN) || token.key().length() == OWN.length()) {
      throw token.unknown(KEYS);
    }
    String field = token.key().substring(OWN.length());
    if (value.equals(NONE)) {
      return f -> f.facets().own(field).isEmpty();
    }
    Words words = new Words(value);
    Optional<Predicate<LocalDate>> days = Token.daysOf(value, asker.today());
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

  private static boolean says(Facts f, Words words) {
    return words.in(f.title())
        || words.in(f.label())
        || words.in(f.provision())
        || words.in(f.description())
        || cites(f, words)
        || labelled(f, words);
  }

  private static boolean labelled(Facts f, Words words) {
    for (String label : f.facets().labels()) {
      if (words.in(label)) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<Facts> provision(Words words) {
    return f -> words.in(f.provision()) || cites(f, words);
  }

  private static boolean cites(Facts f, Words words) {
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
