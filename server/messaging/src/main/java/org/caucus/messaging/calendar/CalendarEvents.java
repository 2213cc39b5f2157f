package org.caucus.messaging.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.messaging.distribution.contentfree.ContentFreeMail;
import org.caucus.messaging.distribution.headers.Site;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Actions as events. Where a workspace keeps what is said in it out of mail, calendars are told
 * when, and no words either: they lie with the same providers.
 */
public final class CalendarEvents {
  private final Workspace state;
  private final Site site;
  private final CalendarMessages words;
  private final CalendarWriter lines = new CalendarWriter();

  /**
   * None yet.
   *
   * @param words what it says itself, in its reader's language
   */
  public CalendarEvents(Workspace state, Site site, CalendarMessages words) {
    this.state = state;
    this.site = site;
    this.words = words;
  }

  /** Whether it has a time that a calendar could show. */
  public static boolean hasTime(Action action) {
    return action.when().startsAt() != null;
  }

  public CalendarWriter begin(String method) {
    lines
        .put("BEGIN", "VCALENDAR")
        .put("VERSION", "2.0")
        .put("PRODID", "-//Caucus//Actions//EN")
        .put("CALSCALE", "GREGORIAN");
    return method.isEmpty() ? lines : lines.put("METHOD", method);
  }

  public String end() {
    return lines.put("END", "VCALENDAR").toString();
  }

  /** Says of a calendar that it does not hold all. */
  public void incomplete(int held) {
    lines.text("X-WR-CALDESC", leftOut(held)).text("DESCRIPTION", leftOut(held));
  }

  private String leftOut(int held) {
    return words.say(
        "left-out", Map.of("n", held, "link", site.page(state.members().slug(), "actions")));
  }

  /**
   * The same, on a day on which it ends.
   *
   * @param which before that day, or after it
   */
  public void incomplete(String which, @Nullable LocalDate day, int held) {
    if (day != null) {
      lines
          .put("BEGIN", "VEVENT")
          .put("UID", "left-out-" + which + "@" + site.domain())
          .utc("DTSTAMP", day.atStartOfDay(ZoneOffset.UTC).toInstant())
          .day("DTSTART", day)
          .text("SUMMARY", words.say("left-out." + which))
          .text("DESCRIPTION", leftOut(held))
          .put("CLASS", "PRIVATE")
          .put("TRANSP", "TRANSPARENT")
          .put("END", "VEVENT");
    }
  }

  /** The zones these are announced in, each described as far as they need it. */
  public void zones(List<Action> actions) {
    TreeMap<String, List<Instant>> byZone = new TreeMap<>();
    for (Action action : actions) {
      if (inZone(action)) {
        List<Instant> times =
            byZone.computeIfAbsent(action.when().zone().getId(), z -> new ArrayList<>());
        times.add(starts(action));
        times.add(ends(action));
      }
    }
    byZone.forEach((zone, times) -> CalendarTimeZones.put(lines, ZoneId.of(zone), times));
  }

  private static boolean inZone(Action action) {
    return !action.details().allDay() && !CalendarTimeZones.isPlain(action.when().zone());
  }

  private static Instant starts(Action action) {
    return Objects.requireNonNull(action.when().startsAt());
  }

  private static Instant ends(Action action) {
    Instant ends = action.when().endsAt();
    return ends == null ? starts(action) : ends;
  }

  /** What tells one action from all others, in every calendar. */
  String uid(Action action) {
    return action.id() + "@" + site.domain();
  }

  /** An event, still open: the person who asked for it may add lines. */
  public CalendarWriter event(Action action, boolean cancelled) {
    lines
        .put("BEGIN", "VEVENT")
        .put("UID", uid(action))
        // counts every change, so a calendar never goes back to an older one (section 3.8.7.4)
        .put("SEQUENCE", String.valueOf(action.version() - 1))
        .utc("DTSTAMP", action.changedAt())
        .utc("LAST-MODIFIED", action.changedAt())
        .utc("CREATED", action.plannedAt());
    time(action);
    boolean off = cancelled || action.state() == Action.State.CALLED_OFF;
    words(action, off);
    return lines
        .put("STATUS", off ? "CANCELLED" : "CONFIRMED")
        .put("CLASS", "PRIVATE")
        .put("TRANSP", action.details().allDay() || off ? "TRANSPARENT" : "OPAQUE");
  }

  public void close() {
    lines.put("END", "VEVENT");
  }

  private void time(Action action) {
    ZoneId zone = action.when().zone();
    Instant ends = action.when().endsAt();
    if (action.details().allDay()) {
      LocalDate first = starts(action).atZone(zone).toLocalDate();
      LocalDate next = first.plusDays(1);
      LocalDate end = ends == null ? next : ends.atZone(zone).toLocalDate();
      LocalDate after = end.isAfter(first) ? end : next;
      lines.day("DTSTART", first).day("DTEND", after);
      return;
    }
    time("DTSTART", zone, starts(action));
    if (ends != null && ends.isAfter(starts(action))) {
      time("DTEND", zone, ends);
    }
  }

  private void time(String name, ZoneId zone, Instant at) {
    if (CalendarTimeZones.isPlain(zone) || CalendarTimeZones.isSecond(zone, at)) {
      lines.utc(name, at);
    } else {
      lines.local(name, zone.getId(), at.atZone(zone).toLocalDateTime());
    }
  }

  /** Not every calendar shows that something is cancelled, so its title says so too. */
  private void words(Action action, boolean off) {
    String page = site.page(state.members().slug(), "actions/" + action.id());
    if (ContentFreeMail.isAskedFor(state, action.scope())) {
      lines
          .text(
              "SUMMARY",
              called(words.say("something", Map.of("workspace", state.members().slug())), off))
          .text("DESCRIPTION", page);
    } else {
      ActionDetails details = action.details();
      lines
          .text("SUMMARY", called(action.title(), off))
          .text("DESCRIPTION", description(action, page));
      String where = action.place().isBlank() ? details.link() : action.place();
      if (!where.isBlank()) {
        lines.text("LOCATION", where);
      }
      lines.text("CATEGORIES", words.name(action.kind()));
    }
    lines.put("URL", page);
  }

  private String called(String title, boolean off) {
    return off ? words.say("called-off", Map.of("title", title)) : title;
  }

  private String description(Action action, String page) {
    List<String> parts = new ArrayList<>();
    if (!action.description().isBlank()) {
      parts.add(action.description().strip());
    }
    if (!action.details().link().isBlank()) {
      parts.add(words.say("join", Map.of("value", action.details().link())));
    }
    if (!action.details().agenda().isBlank()) {
      parts.add(words.say("agenda", Map.of("value", action.details().agenda().strip())));
    }
    parts.add(page);
    return String.join("\n\n", parts);
  }

  /**
   * The day by which an agency is to answer a submission, until it did: what was submitted is done
   * and awaits its answer all the same.
   */
  public void replyDue(Action action) {
    LocalDate due = action.details().awaited().orElse(null);
    boolean off = action.state() == Action.State.CALLED_OFF;
    if (due == null || off || ContentFreeMail.isAskedFor(state, action.scope())) {
      return;
    }
    lines
        .put("BEGIN", "VEVENT")
        .put("UID", "reply-" + uid(action))
        .put("SEQUENCE", String.valueOf(action.version() - 1))
        .utc("DTSTAMP", action.changedAt())
        .day("DTSTART", due)
        .text("SUMMARY", words.say("reply-due", Map.of("title", action.title())))
        .put("CLASS", "PRIVATE")
        .put("TRANSP", "TRANSPARENT")
        .put("URL", site.page(state.members().slug(), "actions/" + action.id()))
        .put("END", "VEVENT");
  }
}
