package org.caucus.messaging.notifications;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.MemberEvent;
import org.caucus.coalition.access.Role;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionEvent;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.trackers.Issue;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.UpdateEvent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.actions.ActionNoticeContent;
import org.caucus.messaging.notifications.rules.CompanyRequests;
import org.caucus.messaging.notifications.rules.NotificationReasons;
import org.caucus.messaging.notifications.rules.OutsideAuthor;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What there is to tell of an event.
 *
 * @param thing what it belongs to: notices of one thing are one conversation
 * @param title of the thing, for the subject
 * @param opens whether it is the thing's first notice
 * @param path its page in the workspace
 * @param body the news
 */
record NoticeContent(
    Ref thing, String title, boolean opens, String path, Audience audience, String body) {
  /** The same in other words. */
  NoticeContent saying(String words) {
    return new NoticeContent(thing, title, opens, path, audience, words);
  }

  /** The story of an event; empty if there is none. */
  static Optional<NoticeContent> of(
      Workspace state, Commit commit, Event event, SeatId reader, NoticeMessages words) {
    String files = words.files(files(state, commit, reader));
    return told(state, commit, event, reader, words)
        .map(
            s ->
                files.isEmpty()
                    ? s
                    : new NoticeContent(
                        s.thing, s.title, s.opens, s.path, s.audience, s.body + files));
  }

  /** What goes along, as far as this reader may know of it. */
  private static List<Entry.Attached> files(Workspace state, Commit commit, SeatId reader) {
    return state.visibleEvents(commit, reader).stream()
        .flatMap(
            event ->
                switch (event) {
                  case EntryEvent.EntryPosted e -> e.attached().stream();
                  case DraftEvent.UpdateDrafted e -> e.said().files().stream();
                  case DraftEvent.DraftRevised e -> e.said().files().stream();
                  default -> null;
                })
        .toList();
  }

  private static Optional<NoticeContent> told(
      Workspace state, Commit commit, Event event, SeatId reader, NoticeMessages words) {
    boolean decided = event instanceof DraftEvent;
    String named = state.members().nameOf(decided ? commit.seat() : commit.speaker());
    String who =
        OutsideAuthor.of(state, commit, event, reader)
            .map(o -> words.letIn(o, named))
            .orElse(named);
    return switch (event) {
      case IssueEvent e ->
          issue(state, who, e, note(state, commit, reader), words)
              .map(s -> s.readBy(state, said(state, commit, reader)))
              .map(s -> s.saying(requested(state, commit, e, reader, words) + s.body));
      case UpdateEvent e -> UpdateNoticeContents.of(state, who, e, words);
      case DraftEvent e -> UpdateNoticeContents.draft(state, who, e, words);
      case ActionEvent e ->
          ActionNoticeContent.of(state, commit, e, who, reader, words.language())
              .map(NoticeContent::of);
      case AudienceEvent.Widened e when e.of().kind() == Ref.Kind.ACTION ->
          ActionNoticeContent.opened(
                  state, e, commit.seat() == null ? null : who, reader, words.language())
              .map(NoticeContent::of);
      case ListEvent.MailSuspended e -> seat(state, e.seat(), words, words::mailComesBack);
      case ListEvent.DepartureHinted e -> seat(state, e.seat(), words, words::mayHaveLeft);
      case MemberEvent.RecoveryAwaited e -> seat(state, e.seat(), words, words::recoveryAwaited);
      case EntryEvent.EntryPosted e ->
          comment(state, said(state, commit, e, who, reader, words), e, words);
      default -> Optional.empty();
    };
  }

  /** Somebody's words; a question says whom it asks, and since when. */
  private static String said(
      Workspace state,
      Commit commit,
      EntryEvent.EntryPosted e,
      String who,
      SeatId reader,
      NoticeMessages words) {
    Optional<String> company =
        CompanyRequests.companies(state, commit, e).stream()
            .findFirst()
            .map(state.members()::called);
    boolean mine = NotificationReasons.of(state, commit, e).isAsked(reader);
    return company.map(c -> words.asks(who, c, day(state, commit, reader))).orElse(words.wrote(who))
        + "\n\n"
        + e.text()
        + (mine ? "\n\n" + words.answerQuestion() : "");
  }

  /** To a liaison whose company is asked by it; nothing to others. */
  private static String requested(
      Workspace state, Commit commit, IssueEvent e, SeatId reader, NoticeMessages words) {
    Seat seat = state.members().seats().get(reader);
    return seat != null && NotificationReasons.of(state, commit, e).isAsked(reader)
        ? words.requests(state.members().called(seat.organisation()), day(state, commit, reader))
            + "\n\n"
        : "";
  }

  /** The day on which it happened, where its reader is. */
  private static LocalDate day(Workspace state, Commit commit, SeatId reader) {
    return LocalDate.ofInstant(commit.at(), state.lists().habits().now(reader).zone());
  }

  /** The readers of what was said with it, as far as its reader may know of that. */
  private static Optional<Audience> said(Workspace state, Commit commit, SeatId reader) {
    return state.visibleEvents(commit, reader).stream()
        .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? Stream.of(p) : null)
        .flatMap(p -> state.entries().find(p.id()).stream())
        .map(Entry::audience)
        .findFirst();
  }

  /** With words in it that may have fewer readers than the rest. */
  private NoticeContent readBy(Workspace state, Optional<Audience> words) {
    Optional<Scope> all = state.scopeOf(thing);
    return words
        .filter(a -> all.filter(scope -> state.access().within(a, scope)).isPresent())
        .map(a -> new NoticeContent(thing, title, opens, path, a, body))
        .orElse(this);
  }

  private static Optional<NoticeContent> issue(
      Workspace state, String who, IssueEvent event, String note, NoticeMessages words) {
    // what was said with it, below the rest
    String said = note.isBlank() ? "" : "\n" + note;
    return switch (event) {
      case IssueEvent.IssueOpened e ->
          issue(state, e.id(), true, i -> news(state, words.opened(who, i.label()), i, words));
      case IssueEvent.IssueEdited e ->
          issue(
              state,
              e.id(),
              false,
              i ->
                  (e.description() == null
                          ? facts(state, words.editedIssue(who, i.label()), i, words)
                          : news(state, words.editedIssue(who, i.label()), i, words) + "\n")
                      + said);
      case IssueEvent.IssueReopened e ->
          changed(state, e.id(), i -> words.reopened(who, i.label()), said, words);
      case IssueEvent.IssueClosed e ->
          issue(
              state,
              e.id(),
              false,
              i ->
                  words.closed(who, i.label(), IssueFieldLines.called(state, i, e.as(), words))
                      + "\n\n"
                      + note);
      default -> Optional.empty();
    };
  }

  private static Optional<NoticeContent> changed(
      Workspace state, String id, Telling<Issue> first, String said, NoticeMessages words) {
    return issue(state, id, false, i -> facts(state, first.of(i), i, words) + said);
  }

  /** About a seat, for the convenors. */
  private static Optional<NoticeContent> seat(
      Workspace state, SeatId seat, NoticeMessages words, Telling<String> telling) {
    List<SeatId> convenors =
        state.members().active().stream()
            .filter(s -> s.role() == Role.CONVENOR)
            .map(Seat::id)
            .toList();
    String name = state.members().nameOf(seat);
    return Optional.of(
        new NoticeContent(
            Ref.to(Ref.Kind.SEAT, seat.value()),
            words.mailOf(name),
            false,
            "organisations",
            Audience.named(convenors),
            telling.of(name)));
  }

  interface Telling<T> {
    String of(T thing);
  }

  private static Optional<NoticeContent> issue(
      Workspace state, String id, boolean opens, Telling<Issue> telling) {
    return state
        .issues()
        .find(id)
        .map(
            i ->
                new NoticeContent(
                    i.ref(),
                    "[" + i.label() + "] " + i.title(),
                    opens,
                    "issues/" + i.label(),
                    i.audience(),
                    telling.of(i)));
  }

  private static NoticeContent of(ActionNoticeContent news) {
    Action a = news.action();
    return new NoticeContent(
        a.ref(), a.title(), news.opens(), "actions/" + a.id(), a.audience(), news.text());
  }

  /** A comment has its own audience, at most that of what it hangs on. */
  private static Optional<NoticeContent> comment(
      Workspace state, String body, EntryEvent.EntryPosted e, NoticeMessages words) {
    String id = e.parent().id();
    Optional<NoticeContent> thing =
        switch (e.parent().kind()) {
          case ISSUE -> issue(state, id, false, i -> body);
          case UPDATE -> UpdateNoticeContents.remark(state, id, u -> body, words);
          case ACTION ->
              state.actions().find(id).map(a -> of(new ActionNoticeContent(a, false, body)));
          default -> Optional.empty();
        };
    Audience audience = state.entries().find(e.id()).orElseThrow().audience();
    return thing.map(s -> new NoticeContent(s.thing, s.title, false, s.path, audience, s.body));
  }

  private static String news(Workspace state, String first, Issue issue, NoticeMessages words) {
    return facts(state, first, issue, words) + "\n" + issue.description();
  }

  /** Where it stands, and how a line of its checklist is ticked in answer. */
  private static String facts(Workspace state, String first, Issue issue, NoticeMessages words) {
    String tick = issue.facets().checklist().isEmpty() ? "" : "\n" + words.tick() + "\n";
    return IssueFieldLines.of(state, first, issue, words) + tick;
  }

  /** The last word that came with a closure, as far as its reader may know it. */
  private static String note(Workspace state, Commit commit, SeatId reader) {
    return state.visibleEvents(commit, reader).stream()
        .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? List.of(p.text()).stream() : null)
        .collect(Collectors.joining("\n"));
  }
}
