package org.caucus.operator.migration.lists;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.coalition.lists.MailingList;
import org.caucus.coalition.lists.Thread;
import org.caucus.coalition.moderation.Original;
import org.caucus.coalition.moderation.RedactedOriginal;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.mail.mailbox.ArchivedLetter;
import org.caucus.mail.mailbox.MboxWriter;
import org.caucus.mail.mailbox.ThreadMark;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.message.NamedAddress;
import org.caucus.mail.message.PlainLetter;
import org.caucus.mail.message.text.HeaderText;
import org.caucus.platform.eventlog.BlobId;
import org.caucus.platform.eventlog.Blobs;
import org.caucus.workspace.Commit;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list's letters as one seat may read them, in the order they came here. What came by mail
 * with an archive is the octets that came; what came by mail is what this seat can have of it in
 * the browser, and what was written there is made a letter.
 */
public final class ListArchiveExport {
  private final Workspace state;
  private final Blobs blobs;
  private final String domain;
  private final Original originals;

  /**
   * An export of this state.
   *
   * @param domain the mail domain of this installation
   * @param names whom letters name, for whom shall not see their addresses
   */
  public ListArchiveExport(
      Workspace state, Blobs blobs, String domain, RedactedOriginal.Names names) {
    this.originals = new Original(names, domain);
    this.state = state;
    this.blobs = blobs;
    this.domain = domain;
  }

  /** Writes what this seat may read of a list into a box. */
  public void run(MailingList list, SeatId reader, MboxWriter box) throws IOException {
    state.access().mustRead(reader, list.scope());
    Set<String> arranged = arranged(reader);
    for (Commit commit : state.history()) {
      for (Entry entry : entries(commit)) {
        Optional<Thread> thread = thread(entry, list);
        if (thread.isPresent() && !entry.isDeleted() && isReadable(entry, reader)) {
          ArchivedLetter mail = mail(list, thread.get(), entry, reader, line(commit, entry));
          box.write(
              arranged.contains(entry.parent().id())
                  ? marked(mail, thread.get(), entry, reader)
                  : mail,
              entry.at());
        }
      }
    }
  }

  /** Threads that were split and merged, as far as this seat knows of it. */
  private Set<String> arranged(SeatId reader) {
    Set<String> threads = new HashSet<>();
    for (Commit commit : state.history()) {
      if (commit.has(ListEvent.ThreadMove.class)) {
        state.visibleEvents(commit, reader).forEach(event -> threads.addAll(arranged(event)));
      }
    }
    return threads;
  }

  private static List<String> arranged(Event event) {
    return switch (event) {
      case ListEvent.ThreadSplit e -> List.of(e.id(), e.from());
      case ListEvent.ThreadMerged e -> List.of(e.id(), e.into());
      case ListEvent.ThreadUnmerged e -> List.of(e.id(), e.from());
      default -> List.of();
    };
  }

  /** With where it stands: its references say where it stood. */
  private ArchivedLetter marked(ArchivedLetter mail, Thread thread, Entry entry, SeatId reader) {
    String answered =
        Optional.ofNullable(entry.answers())
            .flatMap(state.entries()::find)
            .filter(e -> e.parent().equals(entry.parent()) && isReadable(e, reader))
            .map(e -> id(e, reader))
            .orElse(null);
    ThreadMark mark = new ThreadMark(thread.id() + "@" + domain, answered, thread.subject());
    return new ArchivedLetter(mark.above(Objects.requireNonNull(mail.octets())), mail.line());
  }

  private List<Entry> entries(Commit commit) {
    List<Entry> entries = new ArrayList<>();
    commit
        .events()
        .forEach(
            event -> {
              switch (event) {
                case EntryEvent.EntryPosted e ->
                    state.entries().find(e.id()).ifPresent(entries::add);
                case EntryEvent.EntryImported e ->
                    state.entries().find(e.id()).ifPresent(entries::add);
                default -> {}
              }
            });
    return entries;
  }

  private Optional<Thread> thread(Entry entry, MailingList list) {
    return entry.parent().kind() == Ref.Kind.THREAD
        ? state.lists().thread(entry.parent().id()).filter(t -> t.list().equals(list.slug()))
        : Optional.empty();
  }

  private boolean isReadable(Entry entry, SeatId reader) {
    Scope scope = state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    return state.access().canRead(reader, scope);
  }

  private static @Nullable String line(Commit commit, Entry entry) {
    for (Event event : commit.events()) {
      if (event instanceof EntryEvent.EntryImported e && e.id().equals(entry.id())) {
        return e.line();
      }
    }
    return null;
  }

  private ArchivedLetter mail(
      MailingList list, Thread thread, Entry entry, SeatId reader, @Nullable String line) {
    if (entry.letter() == null || !entry.isAsPosted()) {
      return new ArchivedLetter(written(list, thread, entry, reader), null);
    }
    byte[] octets = blobs.get(state.id(), new BlobId(entry.letter().blob())).await();
    return new ArchivedLetter(originals.of(entry, octets, state, reader), line);
  }

  private byte[] written(MailingList list, Thread thread, Entry entry, SeatId reader) {
    MailAddress address = MailAddress.of(list.localPart() + "@" + domain);
    String author = HeaderText.clean(state.members().nameOf(entry.seat()));
    NamedAddress to = new NamedAddress(HeaderText.clean(list.name()), address);
    PlainLetter letter =
        PlainLetter.of(
            new NamedAddress(author, address),
            List.of(to),
            HeaderText.clean(thread.subject()),
            id(entry, reader),
            entry.at(),
            entry.text() + files(entry));
    Optional<Entry> before =
        Optional.ofNullable(entry.answers())
            .flatMap(state.entries()::find)
            .filter(e -> isReadable(e, reader));
    return before
        .map(e -> id(e, reader))
        .map(id -> letter.answering(id, List.of(id)))
        .orElse(letter)
        .toBytes();
  }

  /** Files of what is not written as its letter are named; they are had in the browser. */
  private static String files(Entry entry) {
    StringBuilder names = new StringBuilder();
    if (entry.letter() != null) {
      entry.letter().attachments().forEach(a -> names.append("\n[").append(a.name()).append(']'));
    }
    entry.attached().forEach(f -> names.append("\n[").append(f.name()).append(']'));
    return names.isEmpty() ? "" : "\n" + names;
  }

  private String id(Entry entry, SeatId reader) {
    String own = entry.letter() == null ? null : entry.letter().messageId();
    return own == null || RedactedOriginal.isHidden(state, entry, reader)
        ? entry.id() + "@" + domain
        : own;
  }
}
