package org.caucus.coalition.actions.mail;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.mentions.NamedPeople;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionDetailRules;
import org.caucus.coalition.actions.Reminder;
import org.caucus.coalition.actions.Strategy;
import org.caucus.coalition.mailcommands.headers.CommandLine;
import org.caucus.coalition.mailcommands.suggestions.ChoiceParser;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;
import org.caucus.coalition.mailcommands.suggestions.Synonyms;
import org.caucus.platform.i18n.EnumNames;
import org.jspecify.annotations.Nullable;

/**
 * Lines that were not understood, as they may have been meant; for an example that the person who
 * wrote them can send. What is like nothing becomes what goes without saying, or is left out.
 *
 * @param asked who can be asked to take part
 * @param called who can have come
 * @param later who can learn of it later
 * @param moments reads times
 * @param timed whether the letter says a time, so that what it leaves open is a meeting
 * @param standing how far one is that is answered, for a state that is like none; null of others
 */
record ActionFieldSuggestions(
    List<Organisation> asked,
    NamedPeople called,
    ActionMailParser.Later later,
    DateTimeSuggestion moments,
    boolean timed,
    Action.@Nullable State standing) {
  private static final String SECURE = "https";

  /** The line as it could stand; empty for one that cannot. */
  Optional<CommandLine> of(CommandLine line, ActionOwnerAgendaFields beside) {
    String value = line.value();
    Optional<String> right =
        switch (line.name()) {
          case "kind" -> Optional.of(kind(value));
          case "when" -> Optional.of(moments.of(value));
          case "where" -> start(value, ActionDetailRules.MAX_PLACE_CHARS);
          case "outcome" -> start(value, ActionDetailRules.MAX_OUTCOME_CHARS);
          case "link" -> link(value);
          case "asked" -> organisations(value);
          case "strategy" -> ChoiceParser.nearestOfEach(value, Strategy.values());
          case "remind" -> ChoiceParser.nearestOfEach(value, Reminder.values());
          case "channel" -> start(value, ActionDetailRules.MAX_CHANNEL_CHARS);
          case "state" -> state(value);
          case "reply-due" -> Optional.of(moments.day(value).toString());
          case "came" -> Optional.of(called.meant(value));
          case "embargo" -> embargo(value);
          default -> beside.right(line, moments);
        };
    return right.map(line::saying);
  }

  private String kind(String value) {
    Action.Kind usual = timed ? Action.Kind.MEETING : Action.Kind.TASK;
    return near(value, Action.Kind.values()).orElse(ChoiceParser.word(usual));
  }

  /** What is like none becomes what stands: to send that again changes nothing. */
  private Optional<String> state(String value) {
    Action.State[] all = Action.State.values();
    return near(value, all)
        .or(() -> Synonyms.of(value, all).map(ChoiceParser::word))
        .or(() -> Optional.ofNullable(standing).map(ChoiceParser::word));
  }

  /** The word that is nearest, in whatever language it is. */
  private static <E extends Enum<E>> Optional<String> near(String value, E[] all) {
    return ChoiceParser.nearest(value, all)
        .map(ChoiceParser::word)
        .or(() -> FuzzyMatch.of(value, EnumNames.words(all).keySet()));
  }

  /** Without a comma its last words may be who learns of it. */
  private Optional<String> embargo(String value) {
    int comma = value.lastIndexOf(',');
    String readers = comma < 0 ? value : value.substring(comma + 1);
    String until = comma < 0 ? value : value.substring(0, comma);
    return later.meant(readers.strip()).map(to -> moments.hour(until) + ", " + to);
  }

  /**
   * With the beginning that was left out, or in which a slip is; what is no address is left out.
   */
  private static Optional<String> link(String value) {
    int scheme = value.indexOf("://");
    if (scheme >= 0) {
      return FuzzyMatch.of(value.substring(0, scheme), List.of(SECURE, "http"))
          .map(near -> near + value.substring(scheme));
    }
    int end = value.indexOf('/');
    String host = end < 0 ? value : value.substring(0, end);
    boolean isHost =
        host.indexOf('.') > 0
            && host.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-');
    return isHost && value.indexOf(' ') < 0
        ? Optional.of(SECURE + "://" + value)
        : Optional.empty();
  }

  /** As much of it as there is room for. */
  static Optional<String> start(String value, int most) {
    int room = Math.min(most, value.codePointCount(0, value.length()));
    return Optional.of(value.substring(0, value.offsetByCodePoints(0, room)).strip());
  }

  /** Those that are meant by their names or short names; others are left out. */
  private Optional<String> organisations(String value) {
    Map<String, String> slugs = new LinkedHashMap<>();
    asked.forEach(o -> slugs.put(o.slug(), o.slug()));
    asked.forEach(o -> slugs.putIfAbsent(o.name(), o.slug()));
    String known =
        Arrays.stream(value.split(","))
            .flatMap(name -> FuzzyMatch.of(name, slugs.keySet()).stream())
            .map(slugs::get)
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(known).filter(some -> !some.isEmpty());
  }
}
