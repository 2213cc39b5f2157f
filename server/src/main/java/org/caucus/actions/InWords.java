package org.caucus.actions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.caucus.words.Language;
import org.caucus.words.Phrases;

/** When an action is, in words, in the zone it is announced in. */
public final class InWords {
  private static final Phrases PHRASES = Phrases.of("moments");
  private static final String DAY = "EEEE d MMMM uuuu";

  private InWords() {}

  /** A line of it. */
  public static String when(Action action, Language language) {
    return when("", action.when(), action.details().allDay(), language);
  }

  /** When it was to be before it was moved. */
  public static String before(Action.When when, Language language) {
    return when("before.", when, when.wholeDays().equals(when), language);
  }

  private static String when(
      String which, Action.When when, boolean allDay, Language language) {
    Instant starts = when.startsAt();
    ZoneId zone = when.zone();
    if (starts == null) {
      return PHRASES.say(language, "undecided");
    }
    if (!allDay) {
      String time = language.dates(DAY + ", HH:mm (VV)").format(starts.atZone(zone));
      return PHRASES.say(language, which + "when", time);
    }
    String first = language.dates(DAY + " (VV)").format(starts.atZone(zone));
    LocalDate last = last(when);
    return last.isAfter(starts.atZone(zone).toLocalDate())
        ? PHRASES.say(language, which + "days", first, language.dates(DAY).format(last))
        : PHRASES.say(language, which + "all-day", first);
  }

  /** The last of several whole days; the end is the midnight after it. */
  private static LocalDate last(Action.When when) {
    Instant ends = when.endsAt();
    return ends == null ? LocalDate.MIN : ends.atZone(when.zone()).toLocalDate().minusDays(1);
  }
}
