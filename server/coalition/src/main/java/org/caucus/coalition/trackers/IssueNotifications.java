package org.caucus.coalition.trackers;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.Notified;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.jspecify.annotations.Nullable;

/** Who is told of what happens to an issue. */
final class IssueNotifications implements NotificationFacet<Issues.Held, IssueEvent> {
  @Override
  public Set<Ref.Kind> followed() {
    return Set.of(Ref.Kind.ISSUE);
  }

  @Override
  public Optional<Notified> notified(Issues.Held now, IssueEvent event, CommitEvents commit) {
    return switch (event) {
      case IssueEvent.IssueOpened e ->
          Optional.of(Notified.readers(issue(e.id())).asking(CompaniesAsked.by(now, e.id())));
      case IssueEvent.IssueClosed e -> Optional.of(Notified.involved(issue(e.id())));
      case IssueEvent.IssueReopened e -> Optional.of(Notified.involved(issue(e.id())));
      case IssueEvent.IssueEdited e -> edited(now, e, commit);
      case IssueEvent.Housekeeping _ -> Optional.empty();
    };
  }

  private static Ref issue(String id) {
    return Ref.to(Ref.Kind.ISSUE, id);
  }

  private static Optional<Notified> edited(
      Issues.Held now, IssueEvent.IssueEdited e, CommitEvents commit) {
    Set<String> asked = NewCompanyRequests.by(now, commit, e);
    return (isNews(e) || !asked.isEmpty()) && !turns(commit)
        ? Optional.of(Notified.involved(issue(e.id())).asking(asked).giving(given(now, e, commit)))
        : Optional.empty();
  }

  private static boolean isNews(IssueEvent.IssueEdited e) {
    return e.assignees() != null
        || e.dueChanged()
        || e.state() != null
        || (e.more() != null && e.more().priority() != null);
  }

  /** Whether an issue was closed or opened again with it, whose notice tells the rest. */
  private static boolean turns(CommitEvents commit) {
    return commit.has(IssueEvent.IssueClosed.class) || commit.has(IssueEvent.IssueReopened.class);
  }

  /** To whom it was assigned with this. */
  private static Set<SeatId> given(Issues.Held now, IssueEvent.IssueEdited e, CommitEvents commit) {
    return e.assignees() == null
        ? Set.of()
        : now.issues().find(e.id()).stream()
            .flatMap(i -> e.assignees().stream().filter(s -> i.isGiven(s, commit.at())))
            .collect(Collectors.toSet());
  }

  @Override
  public Optional<NoticeContent> notice(Issues.Held now, IssueEvent event, NoticeContext context) {
    return IssueNoticeContent.of(now, event, context);
  }

  @Override
  public Optional<NoticeContent> comment(
      Issues.Held now, Ref thing, String words, NoticeContext context) {
    return IssueNoticeContent.issue(now, thing.id(), false, i -> words);
  }

  @Override
  public Set<SeatId> involved(Issues.Held now, Ref thing) {
    return now.issues().find(thing.id()).map(IssueNotifications::involved).orElse(Set.of());
  }

  private static Set<SeatId> involved(Issue issue) {
    Set<SeatId> seats = new HashSet<>(issue.assignees());
    seats.add(issue.openedBy());
    seats.addAll(issue.watchers());
    return seats;
  }

  @Override
  public @Nullable Ref answered(IssueEvent event) {
    return event instanceof IssueEvent.IssueChange change ? issue(change.id()) : null;
  }

  @Override
  public boolean isQuiet(IssueEvent event) {
    return event instanceof IssueEvent.IssueQuieted;
  }

  /** What is said with it has a letter of its own. */
  @Override
  public boolean joins(IssueEvent event) {
    return IssueNoticeContent.isPlain(event);
  }

  @Override
  public boolean tellsComments(IssueEvent event) {
    return event instanceof IssueEvent.IssueEdited e
        ? isNews(e)
        : event instanceof IssueEvent.IssueChange;
  }

  @Override
  public boolean changesHead(IssueEvent event) {
    return true;
  }

  /** How a tracker calls its states stands in what is told of its issues. */
  @Override
  public boolean isSetting(IssueEvent event) {
    return event instanceof IssueEvent.TrackerOpened || event instanceof IssueEvent.TrackerArranged;
  }
}
