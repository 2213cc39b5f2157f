package org.caucus.coalition.trackers.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.mailcommands.suggestions.DateSuggestion;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.mailcommands.suggestions.Synonyms;
import org.caucus.coalition.trackers.fields.IssuePatch;
import org.caucus.coalition.trackers.fields.IssueState;
import org.caucus.coalition.trackers.fields.IssueType;
import org.caucus.coalition.trackers.fields.Priority;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.EnumNames;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were not understood, as they may have been meant; for an example that the person who
 * wrote them can send. What is like nothing becomes what goes without saying.
 *
 * @param called who can be named: others are not told apart from who is not here
 * @param today from which days are counted
 * @param states what its tracker calls them
 * @param standing the state of an issue that is answered; null of one that is opened
 */
record IssueFieldSuggestions(
    NamedPeople called,
    LocalDate today,
    Map<String, IssueState> states,
    @Nullable IssueState standing) {
  /**
   * The line as it could stand; empty for one that cannot.
   *
   * @param labels those that stand already; null for none
   * @param others reads lines of the provision, of other things, and of the tracker's own fields
   */
  Optional<CommandLine> of(
      CommandLine line, @Nullable List<String> labels, IssueMailExtraFields others) {
    String value = line.value();
    Optional<String> right =
        switch (line.name()) {
          case "priority" ->
              near(value, Priority.values())
                  .or(() -> Optional.of(ChoiceParser.word(Priority.NORMAL)));
          case "type" ->
              near(value, IssueType.values())
                  .or(() -> Optional.of(ChoiceParser.word(IssueType.TASK)));
          case "state" -> state(value);
          case "due" ->
              Optional.of(
                  DateSuggestion.meant(value, today, IssueFieldSuggestions::isPossible).toString());
          case "label", "labels" -> labels(value, labels);
          case "assign", "assigned", "assignee" -> Optional.of(called.meant(value));
          default -> others.right(line, IssueFieldSuggestions::isPossible, today);
        };
    return right.map(line::saying);
  }

  /** The word that is nearest, in whatever language it is. */
  private static <E extends Enum<E>> Optional<String> near(String value, E[] all) {
    return ChoiceParser.nearest(value, all)
        .map(ChoiceParser::word)
        .or(() -> FuzzyMatch.of(value, EnumNames.words(all).keySet()));
  }

  /** What is like none becomes what stands: to send that again changes nothing. */
  private Optional<String> state(String value) {
    IssueState[] all = IssueState.values();
    return FuzzyMatch.of(value, states.keySet())
        .or(() -> near(value, all))
        .or(
            () ->
                Synonyms.of(value, all).or(() -> Optional.ofNullable(standing)).map(this::called));
  }

  private String called(IssueState state) {
    return states.entrySet().stream()
        .filter(named -> named.getValue() == state)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(ChoiceParser.word(state));
  }

  private static boolean isPossible(LocalDate day) {
    try {
      return IssuePatch.day(day.toString()).equals(day);
    } catch (Refusal no) {
      return false;
    }
  }

  /** Without what a label cannot have, and no more of them than an issue can have. */
  private static Optional<String> labels(String value, @Nullable List<String> there) {
    int room = IssuePatch.MAX_LABELS - (there == null ? 0 : there.size());
    String fit =
        IssueMailParser.labels(value).stream()
            .map(IssueFieldSuggestions::label)
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
    int end = Math.min(plain.length(), IssuePatch.MAX_LABEL_CHARS);
    boolean within = end < plain.length() && Character.isHighSurrogate(plain.charAt(end - 1));
    return plain.substring(0, within ? end - 1 : end).strip();
  }
}
