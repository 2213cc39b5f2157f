package org.caucus.coalition.actions.mail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caucus.coalition.actions.ActionDetailFields;
import org.caucus.coalition.actions.Embargo;
import org.caucus.coalition.mailcommands.suggestions.DateSuggestion;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.jspecify.annotations.Nullable;

/**
 * The time somebody may have meant who did not write it as {@link DateTimeParser} reads it: {@code
 * Tuesday 2 March 10am-11.30 Lagos}.
 *
 * @param zone of the person who wrote it; null if it is not known
 * @param today from which days are counted
 */
public record DateTimeSuggestion(@Nullable ZoneId zone, LocalDate today) {
  /** Of longer ones no more is read, in characters. */
  private static final int MOST_CHARS = 100;

  private static final String UTC = "UTC";
  private static final Set<String> TO = Set.of("to", "until", "till", "à", "au", "-", "–", "—");

  /** Places and their zones; what {@code Etc/GMT+1} means is the opposite of what it says. */
  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.indexOf('/') > 0 && !id.startsWith("Etc/"))
          .sorted()
          .toList();

  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2})?)?([ap]m)?", Pattern.CASE_INSENSITIVE);

  /** What joins two times, or a day and its time, without a blank. */
  private static final Pattern JOINT =
      Pattern.compile("(?<=[0-9mM])([-–—])(?=\\d{1,2}([:.h]\\d{2}|[aApP][mM]))|(?<=\\d)T(?=\\d)");

  private static final Pattern HALF = Pattern.compile("(?<=\\d) (?=[aApP][mM]\\b)");
  private static final String MORNING = "09:00";
  private static final int HALF_DAY_HOURS = 12;
  private static final int HOURS = 24;
  private static final int MINUTES = 60;

  /** A meeting that would end before it begins ends the next day, if it is no longer than this. */
  private static final Duration LONGEST_NIGHT = Duration.ofHours(HALF_DAY_HOURS);

  /** An embargo that ended later would be refused. */
  private static final long LONGEST_DAYS = Embargo.LONGEST.toDays() - 1;

  private record Point(@Nullable LocalDate day, @Nullable LocalTime time) {}

  /** In words that are read; the day a week from today where none is like one. */
  public String of(String written) {
    List<String> words = words(written);
    String named = words.isEmpty() ? null : zoneOf(words.getLast());
    if (named != null) {
      words.removeLast();
    }
    int to = 0;
    while (to < words.size() && !TO.contains(words.get(to).toLowerCase(Locale.ROOT))) {
      to++;
    }
    Point from = point(words.subList(0, to));
    Point until = point(words.subList(Math.min(to + 1, words.size()), words.size()));
    if (from.day() == null) { // 10:00 to 11:30 on 2 March
      from = new Point(until.day(), from.time());
      until = new Point(null, until.time());
    }
    LocalDate day =
        Objects.requireNonNullElseGet(from.day(), () -> DateSuggestion.meant("", today, d -> true));
    LocalTime time = from.time();
    String in = named != null ? named : time != null && zone == null ? UTC : "";
    return ((time == null ? days(day, until) : hours(day, time, until)) + " " + in).strip();
  }

  /** An hour of a day to come: in the morning where none is said. */
  String hour(String written) {
    String meant = of(written);
    String first = Objects.requireNonNull(meant.split(" to ", 2)[0]);
    String[] words = first.split(" ", -1);
    LocalDate day = LocalDate.parse(Objects.requireNonNull(words[0]));
    boolean timed = words.length > 1 && words[1].indexOf(':') > 0;
    String in = meant.substring(meant.lastIndexOf(' ') + 1);
    boolean named = in.indexOf('/') > 0 || in.equals(UTC);
    boolean possible = day.isAfter(today) && day.isBefore(today.plusDays(LONGEST_DAYS));
    return (possible ? day : DateSuggestion.meant("", today, d -> true))
        + " "
        + (timed ? words[1] : MORNING)
        + (named ? " " + in : zone == null ? " " + UTC : "");
  }

  private static String days(LocalDate day, Point until) {
    LocalDate last = until.day();
    return last != null && last.isAfter(day) ? day + " to " + last : day.toString();
  }

  private static String hours(LocalDate day, LocalTime time, Point until) {
    String from = day + " " + time;
    LocalTime end = until.time();
    if (end == null) {
      return from;
    }
    LocalDate last = until.day();
    if (last == null || last.equals(day)) {
      if (end.isAfter(time)) {
        return from + " to " + end;
      }
      boolean night = Duration.between(end, time).compareTo(LONGEST_NIGHT) >= 0;
      return night ? from + " to " + day.plusDays(1) + " " + end : from;
    }
    return last.isAfter(day) ? from + " to " + last + " " + end : from;
  }

  /** A time with an offset as one of UTC; what is joined apart. */
  private static List<String> words(String written) {
    String plain =
        written.substring(0, Math.min(written.length(), MOST_CHARS)).replace(',', ' ').strip();
    try {
      OffsetDateTime at =
          OffsetDateTime.parse(plain.replace(' ', 'T')).withOffsetSameInstant(ZoneOffset.UTC);
      LocalTime time = at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
      return new ArrayList<>(List.of(at.toLocalDate().toString(), time.toString(), UTC));
    } catch (DateTimeException e) {
      String apart =
          HALF.matcher(JOINT.matcher(plain).replaceAll(DateTimeSuggestion::apart)).replaceAll("");
      return new ArrayList<>(Arrays.asList(apart.split("\\s+")));
    }
  }

  private static String apart(MatchResult joint) {
    return joint.group(1) == null ? " " : " " + joint.group(1) + " ";
  }

  /** Its time, and the longest run of its other words that is like a day. */
  private Point point(List<String> words) {
    List<String> others = new ArrayList<>(words);
    LocalTime time = null;
    for (String word : words) {
      Matcher said = TIME.matcher(word);
      if (said.matches() && (said.group(3) != null || !isNumber(word))) {
        others.remove(word);
        time = time == null ? time(said) : time;
      }
    }
    for (int many = others.size(); many > 0; many--) {
      for (int at = 0; at + many <= others.size(); at++) {
        String run = String.join(" ", others.subList(at, at + many));
        LocalDate day =
            DateSuggestion.of(run, today).filter(ActionDetailFields::isPossible).orElse(null);
        if (day != null) {
          return new Point(day, time);
        }
      }
    }
    return new Point(null, time);
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  /** Null for one that no day has. */
  private static @Nullable LocalTime time(Matcher said) {
    int hour = Integer.parseInt(said.group(1));
    int minute = said.group(2) == null ? 0 : Integer.parseInt(said.group(2));
    if (said.group(3) != null) {
      boolean after = said.group(3).equalsIgnoreCase("pm");
      hour = hour > HALF_DAY_HOURS ? HOURS : hour % HALF_DAY_HOURS + (after ? HALF_DAY_HOURS : 0);
    }
    return hour < HOURS && minute < MINUTES ? LocalTime.of(hour, minute) : null;
  }

  /** By its name, with slips, or by the name of its city; null for what is not one. */
  private static @Nullable String zoneOf(String word) {
    if (word.equalsIgnoreCase(UTC) || word.equalsIgnoreCase("GMT")) {
      return UTC;
    }
    String city = "/" + word;
    int from = city.length();
    for (String id : ZONES) {
      boolean same = id.equalsIgnoreCase(word);
      if (same || id.regionMatches(true, id.length() - from, city, 0, from)) {
        return id;
      }
    }
    boolean isName = word.indexOf('/') > 0 && word.chars().noneMatch(Character::isDigit);
    return isName ? FuzzyMatch.of(word, ZONES).orElse(null) : null;
  }

  /** The day alone that may have been meant. */
  LocalDate day(String written) {
    return DateSuggestion.meant(written, today, ActionDetailFields::isPossible);
  }
}
