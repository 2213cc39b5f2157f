package org.caucus.coalition.revisions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.capability.NoticeContent;
import org.caucus.coalition.capability.NoticeContext;
import org.caucus.coalition.capability.NotificationFacet;
import org.caucus.coalition.capability.NotificationReason;
import org.caucus.coalition.capability.Notified;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.lists.Delivery;
import org.caucus.coalition.lists.Lists;
import org.caucus.coalition.lists.Thread;
import org.caucus.kernel.CommitEvents;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.i18n.LocalFormats;
import org.caucus.platform.i18n.MessageCatalogue;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who have a message by mail that it was edited or deleted, where its list has chosen
 * so: what their letter says and what the message says now. It rings for nobody.
 */
final class RevisionNotifications implements NotificationFacet<Lists.Held, RevisionEvent> {
  /** Messages that quote one that was deleted, named in a letter; the page has the rest. */
  private static final int MAX_QUOTES = 10;

  /** Characters up to which both texts stand in the first line of a letter. */
  private static final int MAX_FIRST_LINE_CHARS = 160;

  private static final MessageCatalogue PHRASES = MessageCatalogue.of("revisions");

  @Override
  public Optional<Notified> notified(Lists.Held now, RevisionEvent event, CommitEvents commit) {
    return switch (event) {
      case RevisionEvent.EntryEdited e -> told(now, e, e.told(), e.received());
      case RevisionEvent.EntryDeleted e -> told(now, e, e.told(), e.received());
      case RevisionEvent.EntryRestored _ -> Optional.empty();
    };
  }

  private static Optional<Notified> told(
      Lists.Held now, RevisionEvent event, boolean isTold, List<SeatId> received) {
    return isTold
        ? thread(now, event)
            .map(
                thread ->
                    Notified.only(event.ref(), new HashSet<>(received))
                        .because(NotificationReason.NEW)
                        .except(seat -> isStopped(now, thread, seat)))
        : Optional.empty();
  }

  /** Whether a seat gets no mail of the list any more. */
  private static boolean isStopped(Lists.Held now, Thread thread, SeatId seat) {
    return now.lists().delivery(seat, thread.list()) == Delivery.NONE;
  }

  private static Optional<Thread> thread(Lists.Held now, RevisionEvent event) {
    return now.entries()
        .find(event.id())
        .map(Entry::parent)
        .filter(parent -> parent.kind() == Ref.Kind.THREAD)
        .flatMap(parent -> now.lists().thread(parent.id()));
  }

  @Override
  public Optional<NoticeContent> notice(
      Lists.Held now, RevisionEvent event, NoticeContext context) {
    Optional<String> words =
        switch (event) {
          case RevisionEvent.EntryEdited e -> edited(now, e, context);
          case RevisionEvent.EntryDeleted e -> deleted(now, e, context);
          case RevisionEvent.EntryRestored _ -> Optional.empty();
        };
    return words.flatMap(
        said ->
            thread(now, event)
                .map(
                    t ->
                        new NoticeContent(
                            t.ref(),
                            t.subject(),
                            false,
                            "threads/" + t.id(),
                            now.entries().find(event.id()).orElseThrow().audience(),
                            said)));
  }

  /** The words of now beside those of the letter that the reader has. */
  private static Optional<String> edited(
      Lists.Held now, RevisionEvent.EntryEdited e, NoticeContext context) {
    Scope scope = now.scopeOf(e.ref()).orElseThrow();
    Entry entry = now.entries().find(e.id()).orElseThrow();
    return Revisions.replaced(now, e, context.commit().at(), scope, context.reader())
        .map(
            version -> {
              String first = say(context, "edited", said(now, entry, context));
              return passage(
                  first, ChangedPassage.of(version.words().toString(), entry.text()), context);
            });
  }

  private static String passage(String first, ChangedPassage passage, NoticeContext context) {
    String now = passage.now();
    String before = passage.before();
    boolean isShort =
        now.length() + before.length() <= MAX_FIRST_LINE_CHARS
            && now.lines().count() == 1
            && before.lines().count() == 1;
    if (isShort) {
      return first + " " + say(context, "short", Map.of("now", now, "before", before));
    }
    return first
        + "\n\n"
        + (now.isEmpty() ? say(context, "removed") : say(context, "now") + "\n\n" + now)
        + "\n\n"
        + (before.isEmpty() ? say(context, "added") : say(context, "before") + "\n\n" + before);
  }

  /** That it was deleted, by whom and why, and what stays of it. */
  private static Optional<String> deleted(
      Lists.Held now, RevisionEvent.EntryDeleted e, NoticeContext context) {
    if (!Revisions.isDeletedBy(now, e)) {
      return Optional.empty();
    }
    Entry entry = Revisions.of(now).deletion(e.id()).orElseThrow().entry();
    String reason =
        e.reason() == null
            ? ""
            : "\n\n" + say(context, "reason", Map.of("reason", e.reason().toString()));
    return Optional.of(
        say(context, "deleted." + e.role(), said(now, entry, context))
            + reason
            + "\n\n"
            + say(context, "stays")
            + quotes(now, entry, context));
  }

  /** Messages of the thread that quote it, as far as the reader can read them. */
  private static String quotes(Lists.Held now, Entry entry, NoticeContext context) {
    List<Entry> quoting = Quotes.beside(now, entry, context.reader());
    if (quoting.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n\n" + say(context, "quotes"));
    quoting.stream()
        .limit(MAX_QUOTES)
        .forEach(
            one ->
                text.append("\n* ")
                    .append(
                        say(
                            context,
                            "quote",
                            Map.of(
                                "who",
                                author(now, one, context.reader()),
                                "day",
                                day(now, one, context)))));
    return text.toString();
  }

  private static String author(Lists.Held now, Entry entry, SeatId reader) {
    return now.stranger(entry, reader).orElseGet(() -> now.members().nameOf(entry.seat()));
  }

  private static Map<String, Object> said(Lists.Held now, Entry entry, NoticeContext context) {
    Map<String, Object> said = new HashMap<>();
    said.put("who", context.who());
    said.put("day", day(now, entry, context));
    return said;
  }

  /** The day on which it was posted, where the reader is. */
  private static String day(Lists.Held now, Entry entry, NoticeContext context) {
    return LocalFormats.weekday(
        context.language(),
        LocalDate.ofInstant(entry.at(), now.lists().habits().now(context.reader()).zone()));
  }

  private static String say(NoticeContext context, String key) {
    return PHRASES.say(context.language(), key);
  }

  private static String say(NoticeContext context, String key, Map<String, Object> arguments) {
    return PHRASES.say(context.language(), key, arguments);
  }

  /** A reply to a letter about an edit answers the message. A deleted message takes no reply. */
  @Override
  public @Nullable Ref answered(RevisionEvent event) {
    return event instanceof RevisionEvent.EntryEdited e ? e.ref() : null;
  }
}
