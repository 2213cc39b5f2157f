package org.caucus.heads;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in brackets at the end of a subject, and sets something: {@code [priority=high;
 * due=2026-12-01]}, or one in brackets of its own behind the other.
 */
public final class Settings {
  /** Most that are read; one more is found, so that there are too many. */
  private static final int MAX = 20;

  private Settings() {}

  /** Those of a subject, if anything is set there. */
  public static List<Line> in(String subject) {
    List<Line> lines = new ArrayList<>();
    String words = subject.strip();
    for (int open = opening(words); open >= 0 && lines.size() <= MAX; open = opening(words)) {
      lines.addAll(0, within(words.substring(open + 1, words.length() - 1)));
      words = words.substring(0, open).strip();
    }
    return List.copyOf(lines);
  }

  private static List<Line> within(String brackets) {
    List<Line> lines = new ArrayList<>();
    for (String part : brackets.split(";", MAX + 1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part : part.substring(0, equals);
      lines.add(new Line(key.strip(), equals < 0 ? "" : part.substring(equals + 1).strip(), true));
    }
    return lines;
  }

  /** A subject without what is set at its end. */
  public static String title(String subject) {
    String words = subject.strip();
    if (opening(words) < 0) {
      return subject;
    }
    for (int open = opening(words); open >= 0; open = opening(words)) {
      words = words.substring(0, open).strip();
    }
    return words;
  }

  /** Where the brackets open that set something; -1 if there are none. */
  private static int opening(String words) {
    int open = words.endsWith("]") ? words.lastIndexOf('[') : -1;
    return open >= 0 && words.indexOf('=', open) > 0 ? open : -1;
  }
}
