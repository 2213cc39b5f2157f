package org.caucus.coalition.mailcommands;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.mailcommands.suggestions.FuzzyMatch;

/**
 * Which order somebody may have meant by a word that is not one: a slip, or a word used elsewhere.
 */
final class CommandSuggestion {
  /** As they are written, the word itself first. */
  private static final List<String> ORDERS =
      List.of(
          "help",
          "lists",
          "which",
          "set LIST MODE",
          "hear KIND WAY",
          "suspend 2026-07-01..2026-07-14",
          "resume",
          "leave LIST",
          "join LIST",
          "search WORDS",
          "who LIST",
          "index LIST",
          "get MESSAGE-ID",
          "why MESSAGE-ID");

  private static final String LEAVE = "leave LIST";

  /** What Mailman, Sympa and ezmlm call these, and words that people try. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("start", "join LIST"),
          Map.entry("digest", "set LIST digest"),
          Map.entry("nomail", "set LIST none"),
          Map.entry("stop", LEAVE),
          Map.entry("signoff", LEAVE),
          Map.entry("remove", LEAVE),
          Map.entry("status", "which"),
          Map.entry("settings", "which"),
          Map.entry("members", "who LIST"),
          Map.entry("review", "who LIST"),
          Map.entry("archive", "index LIST"),
          Map.entry("vacation", "suspend 2026-07-01..2026-07-14"),
          Map.entry("unsuspend", "resume")); // the opposite of what it is spelt like

  /** How letters begin, which is a slip from an order and means none. */
  private static final Set<String> GREETINGS = Set.of("dear");

  private CommandSuggestion() {}

  /** The whole of what may have been meant by the first word of a line, in small letters. */
  static Optional<String> by(String verb) {
    return GREETINGS.contains(verb)
        ? Optional.empty()
        : Optional.ofNullable(ELSEWHERE.get(verb)).or(() -> slip(verb));
  }

  private static Optional<String> slip(String verb) {
    return FuzzyMatch.of(verb, ORDERS.stream().map(CommandSuggestion::word).toList())
        .flatMap(word -> ORDERS.stream().filter(o -> word(o).equals(word)).findFirst());
  }

  private static String word(String order) {
    return order.split(" ", 2)[0];
  }
}
