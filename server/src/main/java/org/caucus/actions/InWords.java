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
    Instant starts = action.when().startsAt();
    ZoneId zone = action.when().zone();
    if (starts == null) {
      return PHRASES.say(language, "undecided");
    }
    if (!action.details().allDay()) {
      String time = language.dates(DAY + ", HH:mm (VV)").format(starts.atZone(zone));
      return PHRASES.say(language, "when", time);
    }
    String first = language.dates(DAY + " (VV)").format(starts.atZone(zone));
    LocalDate last = last(action.when());
    return last.isAfter(starts.atZone(zone).toLocalDate())
        ? PHRASES.say(language, "days", first, language.dates(DAY).format(last))
        : PHRASES.say(language, "all-day", first);
  }

  /** The last of several whole days; the end is the midnight after it. */
  private static LocalDate last(Action.When when) {
    Instant ends = when.endsAt();
    return ends == null ? LocalDate.MIN : ends.atZone(when.zone()).toLocalDate().minusDays(1);
  }
}
