package org.caucus.coalition.mailcommands.headers;

import java.util.ArrayList;
import java.util.List;
import org.caucus.mail.reply.VisibleLine;

/**
 * What stands in brackets at the end of a subject, and sets something: {@code [priority=high;
 * due=2026-12-01]}, or one in brackets of its own behind the other.
 */
public final class SubjectSettings {
  /** Most that are read; one more is found, so that there are too many. */
  private static final int MAX = 20;

  private SubjectSettings() {}

  /** Those of a subject, if anything is set there. */
  public static List<CommandLine> in(String subject) {
    List<CommandLine> lines = new ArrayList<>();
    String words = typed(subject);
    for (int open = opening(words); open >= 0 && lines.size() <= MAX; open = opening(words)) {
      lines.addAll(0, within(words.substring(open + 1, words.length() - 1)));
      words = words.substring(0, open).strip();
    }
    return List.copyOf(lines);
  }

  /** Brackets as they are typed, without the full stop that a phone puts behind them. */
  public static String typed(String subject) {
    String plain =
        VisibleLine.line(subject)
            .replace('\uff3b', '[')
            .replace('\uff3d', ']')
            .replace('\uff1d', '=')
            .replace('\uff1b', ';')
            .replace('\u061b', ';');
    int end = plain.length();
    while (end > 0 && ".! ".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return plain.startsWith("]", end - 1) ? plain.substring(0, end) : plain;
  }

  private static List<CommandLine> within(String brackets) {
    List<CommandLine> lines = new ArrayList<>();
    for (String part : brackets.split(";", MAX + 1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part : part.substring(0, equals);
      lines.add(
          new CommandLine(key.strip(), equals < 0 ? "" : part.substring(equals + 1).strip(), true));
    }
    return lines;
  }

  /** A subject without what is set at its end. */
  public static String title(String subject) {
    String words = typed(subject);
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
