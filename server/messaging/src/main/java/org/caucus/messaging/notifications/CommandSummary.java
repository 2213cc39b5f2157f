package org.caucus.messaging.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.actions.ActionNoticeContent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.trackers.IssueFieldLines;
import org.caucus.coalition.trackers.IssueNoticeMessages;
import org.caucus.coalition.trackers.fields.Relation;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What a letter did besides being posted, as its author is told: where the issue or the action
 * stands now, by what its lines, its brackets and its address asked. None of its words.
 */
final class CommandSummary {
  private static final Set<Class<? extends Event>> OF_ISSUES =
      Set.of(
          IssueEvent.IssueEdited.class,
          IssueEvent.IssueClosed.class,
          IssueEvent.IssueReopened.class,
          IssueEvent.IssueRelated.class,
          IssueEvent.IssueUnrelated.class);

  private static final Set<Class<? extends Event>> OF_ACTIONS =
      Set.of(
          ActionEvent.ActionEdited.class,
          ActionEvent.ActionDetailed.class,
          ActionEvent.Embargoed.class);

  private CommandSummary() {}

  /**
   * In lines; empty if it was posted and nothing else.
   *
   * @param thing what it was posted to
   */
  static String of(Workspace state, Commit commit, Ref thing, SeatId author, NoticeMessages words) {
    return switch (thing.kind()) {
      case ISSUE ->
          state
              .issues()
              .find(thing.id())
              .map(issue -> issue(state, commit, issue, author, words))
              .orElse("");
      case ACTION ->
          commit.events().stream().anyMatch(e -> OF_ACTIONS.contains(e.getClass()))
              ? state
                  .actions()
                  .find(thing.id())
                  .map(
                      a ->
                          ActionNoticeContent.stands(
                              state, a, words.echoActionStands(), words.language()))
                  .orElse("")
              : "";
      default -> "";
    };
  }

  private static String issue(
      Workspace state, Commit commit, Issue issue, SeatId author, NoticeMessages words) {
    boolean opened = commit.events().stream().anyMatch(e -> e instanceof IssueEvent.IssueOpened);
    boolean changed = commit.events().stream().anyMatch(e -> OF_ISSUES.contains(e.getClass()));
    if (!opened && !changed) {
      return "";
    }
    String first = opened ? words.echoOpened(issue.label()) : words.echoIssueStands(issue.label());
    List<String> related = new ArrayList<>();
    for (Event event : commit.events()) {
      if (event instanceof IssueEvent.IssueRelated e) {
        related(state, e.relation(), author, words).ifPresent(related::add);
      }
      if (event instanceof IssueEvent.IssueUnrelated e) {
        related(state, seenFrom(issue, e.relation()), author, words)
            .map(words::unrelated)
            .ifPresent(related::add);
      }
    }
    return IssueFieldLines.of(state, first, issue, new IssueNoticeMessages(words.language()))
        + related.stream().map(line -> line + "\n").collect(Collectors.joining())
        + "\n";
  }

  /** What was said from its other end names this one: to tell of it, that end is named. */
  private static Relation seenFrom(Issue issue, Relation relation) {
    return relation.from().equals(issue.ref())
        ? relation
        : new Relation(relation.to(), relation.kind(), relation.from());
  }

  /** As far as its author reads the other end now. */
  private static Optional<String> related(
      Workspace state, Relation relation, SeatId author, NoticeMessages words) {
    Ref to = relation.to();
    return state
        .scopeOf(to)
        .filter(scope -> state.access().canRead(author, scope))
        .map(
            scope ->
                to.kind() == Ref.Kind.ISSUE
                    ? state.issues().find(to.id()).map(Issue::label).orElse(to.id())
                    : to.id())
        .map(name -> words.related(relation.kind(), name));
  }
}
