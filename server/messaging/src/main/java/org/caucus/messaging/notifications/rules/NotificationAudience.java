package org.caucus.messaging.notifications.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftDecider;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.actions.ActionRecipients;
import org.caucus.messaging.notifications.moderation.HeldMessageNotices;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * Who wants to hear of an event. Whether they may is asked of every one of them besides, here and
 * again at the moment of sending.
 *
 * @param about what it is about, whose scope decides who may
 * @param everyone all who may read it, not only those involved
 * @param involved the seats that have to do with it
 */
public record NotificationAudience(Ref about, boolean everyone, Set<SeatId> involved) {
  /** The interest in an event; empty for what nobody is told of by notice. */
  public static Optional<NotificationAudience> in(Workspace state, Commit commit, Event event) {
    boolean ofIssue = event instanceof IssueEvent || event instanceof EntryEvent;
    return ofIssue && isQuiet(commit) ? Optional.empty() : loud(state, commit, event);
  }

  /** Whether the person who acted asked that nobody is told by mail. */
  private static boolean isQuiet(Commit commit) {
    return commit.events().stream().anyMatch(e -> e instanceof IssueEvent.IssueQuieted);
  }

  /** The same, whether or not mail of it is wanted by the person who acted. */
  static Optional<NotificationAudience> loud(Workspace state, Commit commit, Event event) {
    return switch (event) {
      case IssueEvent.IssueOpened e -> all(Ref.to(Ref.Kind.ISSUE, e.id()));
      case UpdateEvent.UpdatePosted e -> all(Ref.to(Ref.Kind.UPDATE, e.id()));
      case IssueEvent.IssueClosed e -> some(state, Ref.to(Ref.Kind.ISSUE, e.id()));
      case IssueEvent.IssueReopened e -> some(state, Ref.to(Ref.Kind.ISSUE, e.id()));
      case IssueEvent.IssueEdited e ->
          (isNews(e) || asks(state, commit, e)) && !turns(commit)
              ? some(state, Ref.to(Ref.Kind.ISSUE, e.id()))
                  .map(i -> i.and(CompanyRequests.liaisons(state, commit, e)))
              : Optional.empty();
      case ActionEvent e ->
          ActionRecipients.in(state, commit, e)
              .map(h -> new NotificationAudience(action(h.action()), h.everyone(), h.involved()));
      // an embargo is over, or somebody opened it to more: NotificationReasons leaves out who knew
      // it
      case AudienceEvent.Widened e when e.of().kind() == Ref.Kind.ACTION -> all(e.of());
      case DraftEvent.UpdateDrafted e -> second(state, e.company());
      case DraftEvent.DraftRevised e -> second(state, e.company());
      case DraftEvent.DraftReturned e -> author(state, e.id());
      case DraftEvent.DraftConfirmed e -> author(state, e.id());
      case DraftEvent.DraftPublished e -> e.by() == null ? Optional.empty() : author(state, e.id());
      case DraftEvent.DraftDiscarded e -> author(state, e.id());
      case DraftEvent.DraftHeldBack e -> liaisons(state, e.company());
      // the person who had the first word by mail has the second
      case UpdateEvent.UpdateCorrected e -> all(Ref.to(Ref.Kind.UPDATE, e.id()));
      case UpdateEvent.UpdateRetracted e -> all(Ref.to(Ref.Kind.UPDATE, e.id()));
      case UpdateEvent.StageReached e -> all(Ref.to(Ref.Kind.UPDATE, e.id()));
      case UpdateEvent.UpdatePassedOn e -> some(state, Ref.to(Ref.Kind.UPDATE, e.id()));
      case EntryEvent.EntryPosted e -> comment(state, commit, e);
      case ListEvent.MailSuspended e -> convenors(state, e.seat());
      case ListEvent.DepartureHinted e -> convenors(state, e.seat());
      case MemberEvent.RecoveryAwaited e -> convenors(state, e.seat());
      default ->
          HeldMessageNotices.of(state, event)
              .map(n -> new NotificationAudience(n.hold().ref(), false, n.seats()));
    };
  }

  private static boolean asks(Workspace state, Commit commit, IssueEvent.IssueEdited e) {
    return !CompanyRequests.companies(state, commit, e).isEmpty();
  }

  /** The same, and these seats besides. */
  private NotificationAudience and(Set<SeatId> more) {
    return more.isEmpty()
        ? this
        : new NotificationAudience(
            about,
            everyone,
            Stream.concat(involved.stream(), more.stream()).collect(Collectors.toSet()));
  }

  private static boolean isNews(IssueEvent.IssueEdited e) {
    return e.assignees() != null
        || e.dueChanged()
        || e.state() != null
        || (e.more() != null && e.more().priority() != null);
  }

  /** Whether an issue was closed or opened again with it, whose notice tells the rest. */
  private static boolean turns(Commit commit) {
    return commit.events().stream()
        .anyMatch(
            e -> e instanceof IssueEvent.IssueClosed || e instanceof IssueEvent.IssueReopened);
  }

  /** A comment; not when it came with what it is about, whose own notice tells it. */
  private static Optional<NotificationAudience> comment(
      Workspace state, Commit commit, EntryEvent.EntryPosted e) {
    boolean told = commit.events().stream().anyMatch(NotificationAudience::tellsWords);
    if (told || e.parent().kind() == Ref.Kind.THREAD) {
      return Optional.empty();
    }
    return Optional.of(
        new NotificationAudience(Ref.to(Ref.Kind.ENTRY, e.id()), false, involved(state, e.parent()))
            .and(CompanyRequests.liaisons(state, commit, e)));
  }

  /** Whether its own notice tells what was said with it. */
  private static boolean tellsWords(Event event) {
    return switch (event) {
      case IssueEvent.IssueOpened e -> true;
      case IssueEvent.IssueClosed e -> true;
      case IssueEvent.IssueReopened e -> true;
      case IssueEvent.IssueEdited e -> isNews(e);
      case UpdateEvent.UpdatePosted e -> true;
      case ActionEvent.ActionPlanned e -> true;
      default -> false;
    };
  }

  /** In whose notice it is told: its own, or of what was said, that of what it was said with. */
  public static Event teller(Workspace state, Commit commit, Event event) {
    return event instanceof EntryEvent.EntryPosted && in(state, commit, event).isEmpty()
        ? commit.events().stream()
            .filter(other -> tellsWords(other) && in(state, commit, other).isPresent())
            .findFirst()
            .orElse(event)
        : event;
  }

  /** Those who care for the seats; not the one whose mail it is, which does not arrive. */
  private static Optional<NotificationAudience> convenors(Workspace state, SeatId seat) {
    Set<SeatId> convenors = new HashSet<>();
    state.members().active().stream()
        .filter(s -> s.role() == Role.CONVENOR && !s.id().equals(seat))
        .forEach(s -> convenors.add(s.id()));
    return Optional.of(
        new NotificationAudience(Ref.to(Ref.Kind.SEAT, seat.value()), false, convenors));
  }

  /** Those of whom a second one has to agree, where the company wants that. */
  private static Optional<NotificationAudience> second(Workspace state, String company) {
    return DraftDecider.needsSecond(state, company) ? liaisons(state, company) : Optional.empty();
  }

  /** Whose draft it is: they hear of what another liaison does about it. */
  private static Optional<NotificationAudience> author(Workspace state, String draft) {
    return state
        .updates()
        .drafts()
        .find(draft)
        .map(
            d ->
                new NotificationAudience(
                    Ref.to(Ref.Kind.ORGANISATION, d.company()),
                    false,
                    Set.of(state.members().heir(d.said().by()))));
  }

  /** Those who decide about a company's drafts; that only they may know is asked besides. */
  private static Optional<NotificationAudience> liaisons(Workspace state, String company) {
    Set<SeatId> liaisons =
        state.members().active().stream()
            .filter(s -> s.role() == Role.LIAISON && s.organisation().equals(company))
            .map(Seat::id)
            .collect(Collectors.toSet());
    return Optional.of(
        new NotificationAudience(Ref.to(Ref.Kind.ORGANISATION, company), false, liaisons));
  }

  private static Ref action(String id) {
    return Ref.to(Ref.Kind.ACTION, id);
  }

  private static Optional<NotificationAudience> all(Ref about) {
    return Optional.of(new NotificationAudience(about, true, Set.of()));
  }

  private static Optional<NotificationAudience> some(Workspace state, Ref about) {
    return Optional.of(new NotificationAudience(about, false, involved(state, about)));
  }

  /** Those who have to do with a thing, or whose successors they are. */
  static Set<SeatId> involved(Workspace state, Ref thing) {
    Set<SeatId> involved = new HashSet<>(state.lists().habits().followers(thing));
    involved.addAll(state.entries().speakers(thing));
    state.issues().find(thing.id()).ifPresent(i -> involved.addAll(of(i)));
    state.updates().find(thing.id()).ifPresent(u -> involved.addAll(of(u)));
    state
        .actions()
        .find(thing.id())
        .ifPresent(a -> involved.addAll(ActionRecipients.involved(state, a)));
    return involved.stream().map(state.members()::heir).collect(Collectors.toSet());
  }

  private static Set<SeatId> of(Update update) {
    Set<SeatId> seats = new HashSet<>(Set.of(update.seat()));
    if (update.keeper() != null) {
      seats.add(update.keeper());
    }
    return seats;
  }

  private static Set<SeatId> of(Issue issue) {
    Set<SeatId> seats = new HashSet<>(issue.assignees());
    seats.add(issue.openedBy());
    seats.addAll(issue.watchers());
    return seats;
  }

  /** Whether this seat is to hear of it. */
  public boolean hears(Workspace state, SeatId seat) {
    return (everyone || involved.contains(seat)) && mayRead(state, seat);
  }

  /** Whether this seat can read what it is about, as things stand. */
  public boolean mayRead(Workspace state, SeatId seat) {
    return state.scopeOf(about).filter(s -> state.access().canRead(seat, s)).isPresent();
  }
}
