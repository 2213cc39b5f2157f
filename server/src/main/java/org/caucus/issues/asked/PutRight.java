package org.caucus.issues.asked;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.command.Refused;
import org.caucus.hints.Choice;
import org.caucus.hints.Day;
import org.caucus.issues.asked.AskedLines.Line;
import org.caucus.issues.fields.FacetsChange;
import org.caucus.issues.fields.IssueState;
import org.caucus.issues.fields.IssueType;
import org.caucus.issues.fields.Priority;
import org.caucus.members.called.Called;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were not understood, as they may have been meant; for an example that whoever wrote
 * them can send. What is like nothing becomes what goes without saying.
 *
 * @param called who can be named: others are not told apart from who is not here
 * @param today from which days are counted
 */
record PutRight(Called called, LocalDate today) {
  /**
   * The line as it could stand; empty for one that cannot.
   *
   * @param labels those that stand already; null for none
   */
  Optional<Line> of(Line line, @Nullable List<String> labels) {
    String value = line.value();
    Optional<String> right =
        switch (line.name()) {
          case "priority" -> Optional.of(one(value, Priority.NORMAL, Priority.values()));
          case "type" -> Optional.of(one(value, IssueType.TASK, IssueType.values()));
          case "state" -> Choice.nearest(value, IssueState.values()).map(Choice::word);
          case "due" -> Optional.of(Day.meant(value, today, PutRight::isPossible).toString());
          case "label", "labels" -> labels(value, labels);
          case "assign", "assigned", "assignee" -> Optional.of(called.meant(value));
          default -> Optional.empty();
        };
    return right.map(line::saying);
  }

  private static <E extends Enum<E>> String one(String value, E usual, E[] all) {
    return Choice.word(Choice.nearest(value, all).orElse(usual));
  }

  private static boolean isPossible(LocalDate day) {
    try {
      return FacetsChange.day(day.toString()).equals(day);
    } catch (Refused no) {
      return false;
    }
  }

  /** Without what a label cannot have, and no more of them than an issue can have. */
  private static Optional<String> labels(String value, @Nullable List<String> there) {
    int room = FacetsChange.MAX_LABELS - (there == null ? 0 : there.size());
    String fit =
        AskedLines.labels(value).stream()
            .map(PutRight::label)
            .filter(label -> !label.isEmpty())
            .limit(Math.max(0, room))
            .collect(Collectors.joining(", "));
    return Optional.of(fit).filter(some -> !some.isEmpty());
  }

  private static String label(String words) {
    String plain =
        words
            .codePoints()
            .filter(c -> c != '"' && !Character.isISOControl(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    int end = Math.min(plain.length(), FacetsChange.MAX_LABEL_CHARS);
    boolean within = end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1));
    return plain.substring(0, within ? end - 1 : end).strip();
  }
}
