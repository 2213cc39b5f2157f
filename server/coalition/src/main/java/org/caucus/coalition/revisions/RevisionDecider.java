package org.caucus.coalition.revisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.coalition.lists.Lists;
import org.caucus.kernel.CommandContext;
import org.caucus.kernel.Event;
import org.caucus.kernel.Message;
import org.caucus.kernel.Ref;
import org.caucus.kernel.Refusal;
import org.caucus.kernel.SeatId;
import org.caucus.platform.spill.StoredText;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of entries after they were posted. Pure. */
public final class RevisionDecider {
  /** Most texts that one entry has had, the one of now among them. */
  public static final int MAX_VERSIONS = 100;

  /** How long a deletion can be taken back, by the log's clock. */
  public static final Duration UNDO_WINDOW = Duration.ofSeconds(60);

  private RevisionDecider() {}

  /** The events a command leads to, or {@link Refusal}. */
  public static List<Event> decide(Lists.Held state, RevisionCommand command, CommandContext act) {
    return switch (command) {
      case RevisionCommand.EditEntry c -> edit(state, c, act.by());
      case RevisionCommand.DeleteEntry c -> delete(state, c, act.by());
      case RevisionCommand.RestoreEntry c -> restore(state, c, act);
    };
  }

  private static List<Event> edit(Lists.Held state, RevisionCommand.EditEntry c, SeatId by) {
    Entry entry = mustRead(state, c.id(), by);
    state.access().mustPost(by);
    mustStand(entry);
    if (!isOwn(entry, by)) {
      throw Refusal.forbidden(Message.of("only-the-author-can-edit-a-message"));
    }
    int version = Revisions.of(state).find(entry.id()).version();
    if (c.version() != null && c.version() != version) {
      throw Refusal.stale(current(state, entry, by));
    }
    mustSay(entry, c.text());
    if (c.text().equals(entry.text())) {
      return List.of();
    }
    if (version >= MAX_VERSIONS) {
      throw Refusal.conflict(Message.of("a-message-was-edited-too-often", "limit", MAX_VERSIONS));
    }
    return List.of(
        new RevisionEvent.EntryEdited(
            entry.id(),
            entry.audience(),
            StoredText.of(c.text()),
            c.received(),
            isTold(state, entry, c.received()),
            by));
  }

  private static Map<String, Object> current(Entries.Held state, Entry entry, SeatId reader) {
    Scope parent = state.scopeOf(entry.parent()).orElseThrow();
    return EntryPresenter.show(state, entry, parent, reader).getMap();
  }

  private static void mustSay(Entry entry, String text) {
    boolean files =
        !entry.attached().isEmpty()
            || (entry.letter() != null && !entry.letter().attachments().isEmpty());
    if (text.isBlank() && !files) {
      throw Refusal.invalid("text", Message.of("an-edited-message-needs-text"));
    }
  }

  private static List<Event> delete(Lists.Held state, RevisionCommand.DeleteEntry c, SeatId by) {
    Entry entry = mustRead(state, c.id(), by);
    mustStand(entry);
    boolean own = isOwn(entry, by);
    if (!own && !state.members().isConvenor(by)) {
      throw Refusal.forbidden(Message.of("only-the-author-or-a-convenor-can"));
    }
    return List.of(
        new RevisionEvent.EntryDeleted(
            entry.id(),
            entry.audience(),
            own ? RevisionEvent.Role.AUTHOR : RevisionEvent.Role.CONVENOR,
            reason(c.reason()),
            c.received(),
            isTold(state, entry, c.received()),
            by));
  }

  /** Whether those who have it by mail are told, as the list on which it stands has chosen. */
  private static boolean isTold(Lists.Held state, Entry entry, List<SeatId> received) {
    return !received.isEmpty()
        && entry.parent().kind() == Ref.Kind.THREAD
        && state
            .lists()
            .thread(entry.parent().id())
            .filter(thread -> state.lists().style(thread.list()).tellsEdits())
            .isPresent();
  }

  private static @Nullable StoredText reason(@Nullable String given) {
    return given == null || given.isBlank() ? null : StoredText.of(given.strip());
  }

  private static List<Event> restore(
      Lists.Held state, RevisionCommand.RestoreEntry c, CommandContext act) {
    Entry entry = mustRead(state, c.id(), act.by());
    Revisions.Deletion deletion =
        Revisions.of(state)
            .deletion(entry.id())
            .orElseThrow(() -> Refusal.conflict(Message.of("a-message-is-not-deleted")));
    if (!deletion.event().by().equals(act.by())) {
      throw Refusal.forbidden(Message.of("only-the-person-who-deleted-a-message"));
    }
    if (act.at().isAfter(until(deletion.at()))) {
      throw Refusal.conflict(Message.of("a-deletion-can-no-longer-be-undone"));
    }
    return List.of(new RevisionEvent.EntryRestored(entry.id(), entry.audience(), act.by()));
  }

  private static Instant until(Instant deleted) {
    return deleted.plus(UNDO_WINDOW);
  }

  /**
   * Whether this seat wrote it: what a convenor let in or brought in is somebody else's, and so are
   * the words of other seats of one organisation.
   */
  static boolean isOwn(Entry entry, SeatId by) {
    boolean stranger = entry.letter() != null && entry.letter().from() != null;
    return entry.seat().equals(by) && !stranger && entry.via() != Channel.ARCHIVE;
  }

  private static void mustStand(Entry entry) {
    if (entry.isDeleted()) {
      throw Refusal.conflict(Message.of("a-message-is-deleted"));
    }
  }

  /** An entry that this seat can read. */
  static Entry mustRead(Entries.Held state, String id, SeatId by) {
    Entry entry = state.entries().find(id).orElseThrow(Refusal::absent);
    state.access().mustRead(by, scope(state, id));
    return entry;
  }

  static Scope scope(Entries.Held state, String entry) {
    return state.scopeOf(Ref.to(Ref.Kind.ENTRY, entry)).orElseThrow(Refusal::absent);
  }
}
