package org.caucus.messaging.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Content lines: folded at 75 octets (RFC 5545 section 3.1), with text escaped (section 3.3.11).
 * Whatever a person wrote, it cannot begin another line.
 */
public final class CalendarWriter {
  /** Longest line before it is folded, in octets without its line end. */
  public static final int FOLD_OCTETS = 75;

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private final StringBuilder out = new StringBuilder();

  /** A line whose value needs no escaping: a word, a number, a time. */
  public CalendarWriter put(String name, String value) {
    fold(name + ":" + clean(value));
    return this;
  }

  /** A line of text. */
  public CalendarWriter text(String name, String value) {
    fold(name + ":" + escaped(value));
    return this;
  }

  /** A time of day in UTC. */
  CalendarWriter utc(String name, Instant at) {
    return put(name, LOCAL.format(at.atOffset(ZoneOffset.UTC)) + "Z");
  }

  /** A time of day in a zone that is described beside it. */
  CalendarWriter local(String name, String zone, LocalDateTime at) {
    return put(name + (zone.isEmpty() ? "" : ";TZID=" + zone), LOCAL.format(at));
  }

  /** A day. */
  CalendarWriter day(String name, LocalDate day) {
    return put(name + ";VALUE=DATE", DAY.format(day));
  }

  /** A parameter value, in quotes: they cannot hold quotes or control characters (section 3.2). */
  static String quoted(String value) {
    return "\"" + clean(value).replace('"', '\'') + "\"";
  }

  private static String escaped(String value) {
    String lines = value.replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder text = new StringBuilder();
    lines
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\', ';', ',' -> text.append('\\').appendCodePoint(c);
                case '\n' -> text.append("\\n");
                default -> text.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
              }
            });
    return text.toString();
  }

  private static String clean(String value) {
    StringBuilder text = new StringBuilder();
    value.codePoints().forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return text.toString();
  }

  /** No character is cut in two. */
  private void fold(String line) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int more = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (octets + more > FOLD_OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(c);
      octets += more;
      i += Character.charCount(c);
    }
    out.append("\r\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
