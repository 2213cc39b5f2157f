package org.caucus.mail.reply;

import java.util.ArrayList;
import java.util.List;

/** The lines in which somebody says something: no greeting above them, no end of a letter below. */
public final class SaidLines {
  private SaidLines() {}

  /** Those of these lines, as they are seen. */
  public static List<String> of(List<String> written) {
    List<String> lines = new ArrayList<>(written.stream().map(VisibleLine::line).toList());
    removeBlank(lines);
    if (lines.size() > 1 && CourtesyPhrases.isGreeting(lines.getFirst())) {
      lines.removeFirst();
      removeBlank(lines);
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && CourtesyPhrases.isEnd(lines.subList(i, lines.size()))) {
        return List.copyOf(lines.subList(0, i));
      }
    }
    return List.copyOf(lines);
  }

  /** Whether lines may be a name and what stands below one: no sentence, and no more than a few. */
  public static boolean areNames(List<String> lines) {
    return lines.size() <= CourtesyPhrases.MOST_LINES
        && lines.stream().allMatch(CourtesyPhrases::isName);
  }

  private static void removeBlank(List<String> lines) {
    while (!lines.isEmpty() && lines.getFirst().isBlank()) {
      lines.removeFirst();
    }
  }
}
