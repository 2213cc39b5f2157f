package org.caucus.issues.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.issues.fields.Citation;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.fields.IssueType;
import org.caucus.issues.fields.Priority;
import org.jspecify.annotations.Nullable;

/** What each key of the filter language means. */
record Terms(Asker asker) {
  private static final String OWN = "field.";
  private static final String NONE = "none";
  private static final String KEYS =
      "state, type, priority, label, assignee, by, org, due, opened, changed, provision,"
          + " is, has, field.NAME";

  Predicate<Facts> of(Tokens.Token token) {
    if (token.key().isEmpty()) {
      String words = token.values().getFirst();
      return f -> says(f, words);
    }
    List<Predicate<Facts>> any = new ArrayList<>();
    for (String value : token.values()) {
      any.add(of(token, value));
    }
    return f -> any.stream().anyMatch(p -> p.test(f));
  }

  private Predicate<Facts> of(Tokens.Token token, String value) {
    return switch (token.key()) {
      case "state" -> state(token, value);
      case "type" -> one(token, value, IssueType.values(), f -> f.facets().type());
      case "priority" -> one(token, value, Priority.values(), f -> f.facets().priority());
      case "label" -> label(value);
      case "assignee" -> seats(Facts::assignees, value);
      case "by" -> f -> asker.isCalled(f.openedBy(), value);
      case "org" -> f -> f.assignees().stream().anyMatch(s -> asker.isOf(s, value));
      case "due" -> due(token, value);
      case "opened" -> instant(token, value, Facts::openedAt);
      case "changed" -> instant(token, value, Facts::changedAt);
      case "provision" -> f -> has(f.provision(), value) || cites(f, value);
      case "is" -> is(token, value);
      case "has" -> has(token, value);
      default -> own(token, value);
    };
  }

  private static Predicate<Facts> state(Tokens.Token token, String value) {
    return switch (value) {
      case "closed" -> f -> f.state().closed();
      default -> one(token, value, IssueState.values(), Facts::state);
    };
  }

  private static <E extends Enum<E>> Predicate<Facts> one(
      Tokens.Token token, String value, E[] all, Function<Facts, E> of) {
    String name = value.replace('-', '_').replace(' ', '_');
    for (E each : all) {
      if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
        return f -> of.apply(f) == each;
      }
    }
    String known =
        Arrays.stream(all)
            .map(e -> e.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw none(token, value, known);
  }

  private static Refused none(Tokens.Token token, String value, String known) {
    return Filter.wrong(token.written(), "\"" + value + "\" is none of " + known);
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

  private Predicate<Facts> due(Tokens.Token token, String value) {
    if (value.equals(NONE)) {
      return f -> f.due() == null;
    }
    if (value.equals("overdue")) {
      return this::overdue;
    }
    Predicate<LocalDate> days = days(token, value, false);
    return f -> f.due() != null && days.test(f.due());
  }

  private boolean overdue(Facts f) {
    LocalDate due = f.due();
    return due != null && due.isBefore(asker.today()) && !f.state().closed();
  }

  private Predicate<Facts> instant(
      Tokens.Token token, String value, Function<Facts, Instant> when) {
    Predicate<LocalDate> days = days(token, value, true);
    return f -> days.test(LocalDate.ofInstant(when.apply(f), ZoneOffset.UTC));
  }

  private Predicate<LocalDate> days(Tokens.Token token, String value, boolean backwards) {
    Predicate<LocalDate> days = new Days(asker.today(), backwards).matching(value);
    if (days == null) {
      throw Filter.wrong(
          token.written(), "days are written like <7d, >=2w, 2026-07-01, <2026-07-01 or today");
    }
    return days;
  }

  private Predicate<Facts> is(Tokens.Token token, String value) {
    return switch (value) {
      case "open" -> f -> !f.state().closed();
      case "closed" -> f -> f.state().closed();
      case "overdue" -> this::overdue;
      case "mine" -> f -> f.assignees().contains(asker.me());
      case "watched" -> f -> f.watchers().contains(asker.me());
      default -> throw none(token, value, "open, closed, overdue, mine, watched");
    };
  }

  private static Predicate<Facts> has(Tokens.Token token, String value) {
    return switch (value) {
      case "due" -> f -> f.due() != null;
      case "assignee" -> f -> !f.assignees().isEmpty();
      case "label" -> f -> !f.facets().labels().isEmpty();
      case "checklist" -> f -> !f.facets().checklist().isEmpty();
      case "reference" -> f -> f.facets().citation() != null;
      default -> throw none(token, value, "due, assignee, label, checklist, reference");
    };
  }

  /** Which own fields there are is a tracker's affair: one that it has not is empty. */
  private Predicate<Facts> own(Tokens.Token token, String value) {
    if (!token.key().startsWith(OWN) || token.key().length() == OWN.length()) {
      throw Filter.wrong(
          token.written(),
          "there is no key \""
              + token.key()
              + "\". Known are "
              + KEYS
              + "; words with a colon stand in quotes");
    }
    String field = token.key().substring(OWN.length());
    if (value.equals(NONE)) {
      return f -> f.facets().own(field).isEmpty();
    }
    return f -> f.facets().own(field).filter(v -> has(v, value)).isPresent();
  }

  private static boolean says(Facts f, String words) {
    return has(f.title(), words)
        || has(f.label(), words)
        || has(f.provision(), words)
        || has(f.description(), words)
        || cites(f, words)
        || f.facets().labels().stream().anyMatch(l -> has(l, words));
  }

  private static boolean cites(Facts f, String words) {
    @Nullable Citation c = f.facets().citation();
    return c != null
        && (has(c.document(), words)
            || has(c.part(), words)
            || has(c.number(), words)
            || has(c.quote(), words));
  }

  private static boolean has(String text, String words) {
    return Sought.in(text, words);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
