package org.caucus.coalition.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/**
 * One term of a filter.
 *
 * @param written as it stands in the filter
 * @param not whether a minus sign stands before it
 * @param key before the colon, in lower case; empty for words
 * @param values after it, cut at commas, in lower case
 */
public record FilterTerm(String written, boolean not, String key, List<String> values) {
  /** A copy that nobody else can change. */
  public FilterTerm {
    values = List.copyOf(values);
  }

  /** What refuses it: there is no such key. */
  public Refusal unknown(String keys) {
    return Filter.wrong(
        Message.of("is-not-understood-there-is-no", "term", written, "key", key, "known", keys));
  }

  /** What refuses it: its key has no such value. */
  public Refusal none(String value, String known) {
    return Filter.wrong(
        Message.of("is-not-understood-is-none-of", "term", written, "word", value, "known", known));
  }

  /** The constant that a value names, as {@code provision-concern} or {@code provision_concern}. */
  public <E extends Enum<E>> E one(String value, E[] all) {
    return find(value, all).orElseThrow(() -> none(value, known(all)));
  }

  /** The same, where a key has other values besides; empty if it is not one of these. */
  public <E extends Enum<E>> Optional<E> find(String value, E[] all) {
    String name = value.replace('-', '_').replace(' ', '_');
    return Arrays.stream(all)
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** The names of constants, as a refusal lists them. */
  public static String known(Enum<?>... all) {
    return Arrays.stream(all)
        .map(e -> e.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** The days that a value means, counted forwards: of what is to come. */
  public Predicate<LocalDate> days(String value, LocalDate today) {
    return days(value, new DateRange(today, false));
  }

  /** The instants that a value means by their day in UTC, counted backwards: of what has been. */
  public Predicate<Instant> ago(String value, LocalDate today) {
    Predicate<LocalDate> days = days(value, new DateRange(today, true));
    return at -> days.test(LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** The same of a value that may be about something else; empty if it is. */
  public static Optional<Predicate<LocalDate>> daysOf(String value, LocalDate today) {
    return Optional.ofNullable(new DateRange(today, false).matching(value));
  }

  private Predicate<LocalDate> days(String value, DateRange of) {
    Predicate<LocalDate> days = of.matching(value);
    if (days == null) {
      throw Filter.wrong(Message.of("is-not-understood-days-are-written", "term", written));
    }
    return days;
  }
}
