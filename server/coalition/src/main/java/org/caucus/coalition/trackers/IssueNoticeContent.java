package org.caucus.coalition.trackers;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.capability.ChangeLines;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;

/** What notices tell of an issue: what was done, where it stands, and what was said with it. */
final class IssueNoticeContent {
  private IssueNoticeContent() {}

  /** The news of an event for one reader; empty if the event tells them nothing. */
  static Optional<NoticeContent> of(Issues.Held state, IssueEvent event, NoticeContext context) {
    IssueNoticeMessages words = new IssueNoticeMessages(context.language());
    return told(state, event, context, words)
        .map(news -> readBy(state, news, said(state, context)))
        .map(news -> asking(news, requested(state, context, words)))
        .map(news -> inBrief(state, event, context, news, words));
  }

  private static NoticeContent asking(NoticeContent news, String requested) {
    return requested.isEmpty() ? news : news.saying(requested + news.body());
  }

  /** Where fields changed and nothing was said or asked, the changes are all of it. */
  private static NoticeContent inBrief(
      Issues.Held state,
      IssueEvent event,
      NoticeContext context,
      NoticeContent news,
      IssueNoticeMessages words) {
    boolean plain = isPlain(event) && posted(context).findAny().isEmpty() && !context.isAsked();
    return plain
        ? state
            .issues()
            .find(news.thing().id())
            .map(i -> IssueChangeLines.of(state, i, event, context, words).brief())
            .filter(brief -> !brief.isBlank())
            .map(news::inBrief)
            .orElse(news)
        : news;
  }

  /** Whether an event changes fields alone. */
  static boolean isPlain(IssueEvent event) {
    return switch (event) {
      case IssueEvent.IssueEdited e -> e.description() == null;
      case IssueEvent.IssueClosed _, IssueEvent.IssueReopened _ -> true;
      default -> false;
    };
  }

  private static Optional<NoticeContent> told(
      Issues.Held state, IssueEvent event, NoticeContext context, IssueNoticeMessages words) {
    String who = context.who();
    String note = note(state, context);
    // what was said with it, below the rest
    String said = note.isBlank() ? "" : "\n" + note;
    return switch (event) {
      case IssueEvent.IssueOpened e ->
          issue(state, e.id(), true, i -> news(state, words.opened(who, i.label()), i, words));
      case IssueEvent.IssueEdited e ->
          issue(state, e.id(), false, i -> edited(state, e, context, i, words) + said);
      case IssueEvent.IssueReopened e ->
          issue(
              state,
              e.id(),
              false,
              i ->
                  facts(
                          state,
                          words.reopened(who, i.label(), was(state, i, e, context, words)),
                          i,
                          words)
                      + said);
      case IssueEvent.IssueClosed e ->
          issue(
              state,
              e.id(),
              false,
              i ->
                  words.closed(
                          who,
                          i.label(),
                          IssueFieldLines.called(state, i, e.as(), words),
                          was(state, i, e, context, words))
                      + "\n\n"
                      + note);
      case IssueEvent.Housekeeping _ -> Optional.empty();
    };
  }

  /** The state that it had before this, as far as its reader knew it. */
  private static Optional<String> was(
      Issues.Held state,
      Issue issue,
      IssueEvent event,
      NoticeContext context,
      IssueNoticeMessages words) {
    return IssueChangeLines.of(state, issue, event, context, words).before();
  }

  private static String edited(
      Issues.Held state,
      IssueEvent.IssueEdited e,
      NoticeContext context,
      Issue issue,
      IssueNoticeMessages words) {
    ChangeLines changes = IssueChangeLines.of(state, issue, e, context, words);
    String first = changes.after(words.editedIssue(context.who(), issue.label()));
    String facts = changes.without(facts(state, first, issue, words));
    return e.description() == null ? facts : facts + "\n" + issue.description() + "\n";
  }

  /** To a liaison whose company is asked by it; nothing to others. */
  private static String requested(
      Issues.Held state, NoticeContext context, IssueNoticeMessages words) {
    Seat seat = state.members().seats().get(context.reader());
    return seat != null && context.isAsked()
        ? words.requests(state.members().called(seat.organisation()), context.day()) + "\n\n"
        : "";
  }

  private static Stream<EntryEvent.EntryPosted> posted(NoticeContext context) {
    return context.visible().stream()
        .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? Stream.of(p) : null);
  }

  /** The readers of what was said with it, as far as its reader may know of that. */
  private static Optional<Audience> said(Issues.Held state, NoticeContext context) {
    return posted(context)
        .flatMap(p -> state.entries().find(p.id()).stream())
        .map(Entry::audience)
        .findFirst();
  }

  /** With words in it that may have fewer readers than the rest. */
  private static NoticeContent readBy(
      Issues.Held state, NoticeContent news, Optional<Audience> words) {
    Optional<Scope> all = state.scopeOf(news.thing());
    return words
        .filter(a -> all.filter(scope -> state.access().within(a, scope)).isPresent())
        .map(news::readBy)
        .orElse(news);
  }

  /** One issue, told in these words. */
  static Optional<NoticeContent> issue(
      Issues.Held state, String id, boolean opens, Function<Issue, String> telling) {
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
                    telling.apply(i)));
  }

  private static String news(
      Issues.Held state, String first, Issue issue, IssueNoticeMessages words) {
    return facts(state, first, issue, words) + "\n" + issue.description();
  }

  /** Where it stands, and how a line of its checklist is ticked in answer. */
  private static String facts(
      Issues.Held state, String first, Issue issue, IssueNoticeMessages words) {
    String tick = issue.facets().checklist().isEmpty() ? "" : "\n" + words.tick() + "\n";
    return IssueFieldLines.of(state, first, issue, words) + tick;
  }

  /** The words that came with it, as far as its reader may know them. */
  private static String note(Issues.Held state, NoticeContext context) {
    return posted(context)
        .flatMap(p -> state.entries().find(p.id()).stream())
        .map(Entry::text)
        .collect(Collectors.joining("\n"));
  }
}
