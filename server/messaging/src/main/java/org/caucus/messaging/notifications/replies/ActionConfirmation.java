package org.caucus.messaging.notifications.replies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.trackers.Issue;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.EnumNames;
import org.caucus.platform.i18n.Language;
import org.caucus.platform.i18n.MessageCatalogue;
import org.caucus.workspace.Workspace;

/** How a thing stands after an answer of one line changed it, and how that is undone. */
final class ActionConfirmation {
  private static final MessageCatalogue PHRASES = MessageCatalogue.of("word");
  private static final MessageCatalogue NOTICES = MessageCatalogue.of("notices");
  private static final MessageCatalogue ACTIONS = MessageCatalogue.of("actions");

  private ActionConfirmation() {}

  /** Of an issue or an action; empty for others. */
  static Optional<String> of(Workspace state, Ref thing, String title, Language language) {
    return switch (thing.kind()) {
      case ISSUE -> state.issues().find(thing.id()).map(i -> issue(state, i, title, language));
      case ACTION -> state.actions().find(thing.id()).map(a -> action(state, a, title, language));
      default -> Optional.empty();
    };
  }

  private static String issue(Workspace state, Issue issue, String title, Language language) {
    String called =
        state
            .issues()
            .tracker(issue.tracker())
            .flatMap(tracker -> tracker.arrangement().called(issue.state()))
            .orElseGet(() -> EnumNames.within(language, issue.state()));
    Stream<String> lines =
        Stream.of(
            NOTICES.say(language, "state", Map.of("state", called)),
            issue.assignees().isEmpty()
                ? ""
                : NOTICES.say(
                    language, "assigned", Map.of("names", names(state, issue.assignees()))),
            issue.due() == null ? "" : NOTICES.say(language, "due", Map.of("day", issue.due())));
    String undo = issue.state().closed() ? "acted.closed" : "acted.open";
    return PHRASES.say(language, undo, Map.of("title", title + "\n" + below(lines)));
  }

  private static String action(Workspace state, Action action, String title, Language language) {
    Stream<String> lines =
        Stream.of(
            ACTIONS.say(
                language, "state", Map.of("state", EnumNames.within(language, action.state()))),
            action.owner() == null
                ? ""
                : NOTICES.say(
                    language, "assigned", Map.of("names", names(state, List.of(action.owner())))));
    String undo = action.state().over() ? "acted.closed" : "acted.action";
    return PHRASES.say(language, undo, Map.of("title", title + "\n" + below(lines)));
  }

  private static String names(Workspace state, List<SeatId> seats) {
    return seats.stream().map(state.members()::nameOf).collect(Collectors.joining(", "));
  }

  private static String below(Stream<String> lines) {
    return lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }
}
