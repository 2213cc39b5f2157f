package org.caucus.views.audit.export;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.moderation.LetterEvent;
import org.caucus.coalition.revisions.RevisionEvent;
import org.caucus.coalition.revisions.Revisions;
import org.caucus.coalition.trackers.IssueEvent;
import org.caucus.coalition.updates.drafts.DraftEvent;
import org.caucus.kernel.Event;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.platform.eventlog.audit.AuditSigningKey;
import org.caucus.platform.eventlog.chain.RecordHash;
import org.caucus.workspace.Commit;
import org.caucus.workspace.EventTypes;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Writes one copy, line by line; the page of the package has the format. Not for two threads. */
final class MemberExportWriter {
  static final String FORMAT = "caucus-record";
  static final int VERSION = 1;

  /** Who was sent, by mail, what was narrowed: for the person who narrowed it. */
  static final String RECEIVED = "received";

  /** Whose words an entry is that was let in or brought in. */
  static final String AUTHOR = "from";

  /** Whom the issues of a tracker usually reach, which is told to those alone. */
  static final String USUAL = "usual";

  private static final byte[] LINE_DOMAIN = "caucus copy line 1\n".getBytes(US_ASCII);

  private final SeatId reader;
  private final AuditSigningKey key;
  private final String first;
  private RecordHash tip = RecordHash.NONE;
  private long records;

  MemberExportWriter(Workspace now, SeatId reader, Instant made, AuditSigningKey key) {
    this.reader = reader;
    this.key = key;
    this.first =
        new JsonObject()
            .put("format", FORMAT)
            .put("version", VERSION)
            .put("workspace", now.members().slug())
            .put("name", now.members().name())
            .put("seat", reader.value())
            .put("made", made.toString())
            .put("key", key.publicKey())
            .encode();
  }

  /** The first line. */
  String first() {
    return first + "\n";
  }

  /** The next line: what a reader sees of a commit by now. */
  String line(Workspace now, Commit commit, List<Event> visible) {
    Predicate<Scope> reads = now.access().asked(reader);
    JsonArray events = new JsonArray();
    visible.forEach(e -> events.add(shown(now, e, reads)));
    JsonObject record =
        new JsonObject().put("commit", commit.id()).put("at", commit.at().toString());
    SeatId by = by(commit, visible);
    if (by != null) {
      record.put("seat", by.value());
    }
    String line =
        new JsonObject()
            .put("prev", tip.toString())
            .put("record", record.put("events", events))
            .encode();
    tip = hash(line.getBytes(UTF_8));
    records++;
    return line + "\n";
  }

  /**
   * Anyone who let words in, or had them published, is named to those alone who may know of that.
   */
  private static @Nullable SeatId by(Commit commit, List<Event> visible) {
    boolean decided =
        visible.stream().anyMatch(e -> e instanceof LetterEvent || e instanceof DraftEvent);
    SeatId author = decided ? null : commit.author();
    return author == null ? commit.seat() : author;
  }

  private JsonObject shown(Workspace now, Event event, Predicate<Scope> reads) {
    JsonObject shown = EventTypes.exported(event, r -> now.scopeOf(r).filter(reads).isPresent());
    entry(event).flatMap(now.entries()::find).ifPresent(entry -> cut(now, event, entry, shown));
    entry(event)
        .flatMap(now.entries()::find)
        .flatMap(entry -> now.stranger(entry, reader))
        .ifPresent(author -> shown.put(AUTHOR, author));
    if (event instanceof AudienceEvent.Narrowed e && !now.members().line(reader).contains(e.by())) {
      // some of them may have been sent what was said where this reader cannot read (R8)
      shown.remove(RECEIVED);
    }
    if (event instanceof IssueEvent.TrackerArranged e
        && e.usual() != null
        && reads.test(Scope.place(e.usual()))) {
      shown.put(USUAL, e.usual().wire());
    }
    return shown;
  }

  /** Without words that its reader is shown nowhere else: deleted, or edited before they came. */
  private void cut(Workspace now, Event event, Entry entry, JsonObject shown) {
    Scope scope = now.scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id())).orElseThrow();
    if (entry.isDeleted()) {
      shown.remove("text");
      shown.remove("attachments");
    } else if (event instanceof EntryEvent
        && !Revisions.showsFirst(now, entry.id(), scope, reader)) {
      shown.put("text", entry.text());
    }
  }

  private static Optional<String> entry(Event event) {
    return switch (event) {
      case EntryEvent.EntryPosted e -> Optional.of(e.id());
      case EntryEvent.EntryImported e -> Optional.of(e.id());
      case RevisionEvent e -> Optional.of(e.id());
      default -> Optional.empty();
    };
  }

  /** The last line. */
  String last() {
    return new JsonObject()
            .put(
                "end",
                new JsonObject()
                    .put("records", records)
                    .put("tip", tip.toString())
                    .put("signature", key.sign(signed(first, records, tip))))
            .encode()
        + "\n";
  }

  static RecordHash hash(byte[] line) {
    return RecordHash.over(LINE_DOMAIN, line);
  }

  static byte[] signed(String first, long records, RecordHash tip) {
    return ("caucus copy 1\n" + first + "\n" + records + "\n" + tip).getBytes(UTF_8);
  }
}
