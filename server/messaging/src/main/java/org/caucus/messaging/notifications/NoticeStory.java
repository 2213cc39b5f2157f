package org.caucus.messaging.notifications;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.entries.AttachedFileLines;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.mentions.Mention;
import org.caucus.coalition.revisions.RevisionEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.messaging.notifications.rules.MentionedSeats;
import org.caucus.messaging.notifications.rules.NotificationAudience;
import org.caucus.messaging.notifications.rules.NotificationReasons;
import org.caucus.messaging.notifications.rules.OutsideAuthor;
import org.caucus.platform.i18n.Language;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;

/**
 * What a notice tells one reader of an event: the words of its capability, and what everyone's
 * notices say alike, such as who did it and which files go along.
 */
final class NoticeStory implements NoticeContext {
  private final Workspace state;
  private final Commit commit;
  private final Event event;
  private final SeatId reader;
  private final NoticeMessages words;

  private NoticeStory(
      Workspace state, Commit commit, Event event, SeatId reader, NoticeMessages words) {
    this.state = state;
    this.commit = commit;
    this.event = event;
    this.reader = reader;
    this.words = words;
  }

  /** The story of an event; empty if there is none. */
  static Optional<NoticeContent> of(
      Workspace state, Commit commit, Event event, SeatId reader, NoticeMessages words) {
    return new NoticeStory(state, commit, event, reader, words).told();
  }

  private Optional<NoticeContent> told() {
    Optional<NoticeContent> news =
        event instanceof EntryEvent.EntryPosted e
            ? entry(e.id()).filter(said -> !said.isDeleted()).flatMap(said -> comment(e))
            : event instanceof RevisionEvent.EntryEdited e && mentioned().isPresent()
                ? entry(e.id()).filter(said -> !said.isDeleted()).flatMap(this::edited)
                : Capabilities.notice(state, event, this).map(this::mentioning);
    String files = AttachedFileLines.of(files(), language());
    return files.isEmpty() ? news : news.map(n -> n.saying(n.body() + files));
  }

  /** The same, with who mentions its reader in it. */
  private NoticeContent mentioning(NoticeContent news) {
    return mentioned()
        .map(kind -> news.saying(mentions().edited(kind, who()) + "\n\n" + news.body()))
        .orElse(news);
  }

  private MentionMessages mentions() {
    return new MentionMessages(language());
  }

  /** By what the event mentions its reader: by name rather than with others. */
  private Optional<Mention.Kind> mentioned() {
    return MentionedSeats.kind(state, commit, event, reader);
  }

  /** What goes along, as far as this reader may know of it. */
  private List<Entry.Attached> files() {
    return visible().stream()
        .flatMap(e -> e instanceof EntryEvent.EntryPosted p ? entry(p.id()).stream() : null)
        .flatMap(entry -> entry.attached().stream())
        .toList();
  }

  /** A comment has its own audience, at most that of what it hangs on. */
  private Optional<NoticeContent> comment(EntryEvent.EntryPosted e) {
    Audience audience = entry(e.id()).orElseThrow().audience();
    Ref on = state.entries().placeOf(e);
    return Capabilities.notifications(on)
        .comment(state, on, said(e), this)
        .map(news -> news.readBy(audience));
  }

  /** A message whose new words mention the reader. */
  private Optional<NoticeContent> edited(Entry said) {
    return mentioned()
        .map(kind -> mentions().edited(kind, who()) + "\n\n" + said.text())
        .flatMap(
            words ->
                Capabilities.notifications(said.parent())
                    .comment(state, said.parent(), words, this))
        .map(news -> news.readBy(said.audience()));
  }

  /** Somebody's words; a question says whom it asks, and since when. */
  private String said(EntryEvent.EntryPosted e) {
    Optional<String> company =
        NotificationAudience.companies(state, commit, e).stream()
            .findFirst()
            .map(state.members()::called);
    return company
            .map(c -> words.asks(who(), c, day()))
            .or(() -> mentioned().map(kind -> mentions().told(kind, who())))
            .orElseGet(() -> words.wrote(who()))
        + "\n\n"
        + entry(e.id()).orElseThrow().text()
        + (isAsked() ? "\n\n" + words.answerQuestion() : "");
  }

  /** An entry in the words of now: a notice that waited does not tell others. */
  private Optional<Entry> entry(String id) {
    return state.entries().find(id);
  }

  @Override
  public Commit commit() {
    return commit;
  }

  @Override
  public SeatId reader() {
    return reader;
  }

  @Override
  public Language language() {
    return words.language();
  }

  @Override
  public String who() {
    String named = state.members().nameOf(NotificationAudience.speaker(state, commit, event));
    return OutsideAuthor.of(state, commit, event, reader)
        .map(o -> words.letIn(o, named))
        .orElse(named);
  }

  @Override
  public LocalDate day() {
    return LocalDate.ofInstant(commit.at(), state.lists().habits().now(reader).zone());
  }

  @Override
  public boolean isAsked() {
    return NotificationReasons.of(state, commit, event).isAsked(reader);
  }

  @Override
  public List<Event> visible() {
    return state.visibleEvents(commit, reader);
  }

  @Override
  public List<Event> visible(long sequence) {
    return state.visibleEvents(state.history().get(Math.toIntExact(sequence - 1)), reader);
  }
}
