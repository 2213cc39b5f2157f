package org.caucus.platform.jobs;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * When each of many things must be looked at, sealed; the database sees when, and not what. A note
 * says of which state of its workspace it is, so that no older one is written over a newer one.
 */
public final class JobSchedule {
  /** How often a note is tried while others write the same. */
  private static final int TRIES = 20;

  private static final String WORKSPACE = "workspace";
  private static final String SEQUENCE = "sequence";

  private final SealedCollection notes;
  private final FailedJobs misses;
  private final Vault vault;
  private final String kind;

  /**
   * Those in this database.
   *
   * @param collection its name
   * @param kind what the things are, in one word: {@code hold}
   */
  public JobSchedule(Mongo mongo, Vault vault, String collection, String kind) {
    this.notes = new SealedCollection(mongo.documents(collection), vault, WorkspaceId.SYSTEM);
    this.misses = new FailedJobs(mongo, vault, collection);
    this.vault = vault;
    this.kind = kind;
  }

  /** A thing, by where it is. */
  public record Due(WorkspaceId workspace, String thing) {}

  /**
   * A note as it is kept.
   *
   * @param sequence of the newest commit of the state it follows from
   */
  public record Note(String id, Due due, long sequence, long version) {}

  private byte[] written(Due due, long sequence) {
    return new JsonObject()
        .put(WORKSPACE, due.workspace().value())
        .put(kind, due.thing())
        .put(SEQUENCE, sequence)
        .toBuffer()
        .getBytes();
  }

  /** Older notes do not say of which state they are. */
  private Note read(SealedCollection.Entry entry) {
    JsonObject json = new JsonObject(Buffer.buffer(entry.plain()));
    return new Note(
        entry.id(),
        new Due(new WorkspaceId(json.getString(WORKSPACE)), json.getString(kind)),
        json.getLong(SEQUENCE, 0L),
        entry.version());
  }

  private String id(Due due) {
    return vault.blindIndex(kind + "-due", due.workspace().value() + "/" + due.thing());
  }

  /**
   * It must be looked at then, as the state at this sequence says; nothing if a newer one said
   * otherwise.
   */
  public Future<Void> note(Due due, Instant at, long sequence) {
    return note(due, at, sequence, TRIES);
  }

  private Future<Void> note(Due due, Instant at, long sequence, int tries) {
    byte[] written = written(due, sequence);
    return notes
        .insertIfAbsent(id(due), at.toEpochMilli(), written)
        .compose(fresh -> fresh ? Future.succeededFuture(true) : moved(due, at, sequence))
        .compose(
            done ->
                done
                    ? Future.<Void>succeededFuture()
                    : tries > 1
                        ? note(due, at, sequence, tries - 1)
                        : Future.failedFuture(
                            new IllegalStateException("others write this note all the time")));
  }

  private Future<Boolean> moved(Due due, Instant at, long sequence) {
    return notes
        .find(id(due))
        .compose(
            found -> {
              Optional<Note> was = found.map(this::read);
              if (was.isEmpty()) {
                return Future.succeededFuture(false);
              }
              return was.get().sequence() > sequence
                  ? Future.succeededFuture(true)
                  : put(was.get(), at, sequence);
            });
  }

  private Future<Boolean> put(Note was, Instant at, long sequence) {
    return notes.replaceIf(
        was.id(), was.version(), written(was.due(), sequence), OptionalLong.of(at.toEpochMilli()));
  }

  /** It was seen to, and is looked at again then; nothing if it was noted anew meanwhile. */
  public Future<Boolean> settle(Note note, Instant next, long sequence) {
    return put(note, next, sequence);
  }

  /** It could not be seen to, and is tried again later; nothing if it was noted anew. Blocks. */
  public void missed(Note note, Exception why, Instant now) {
    misses.missed(note.id(), note.due().workspace().value(), why, now);
  }

  /** It need not be looked at any more. */
  public Future<Void> forget(Due due) {
    return notes.delete(id(due)).mapEmpty();
  }

  /** The same of what was noted under another id once. */
  public Future<Void> forget(Note note) {
    return notes.delete(note.id()).mapEmpty();
  }

  /** Those that are due, the longest due first. */
  public Future<List<Note>> due(Instant now, int limit) {
    return notes.due(now.toEpochMilli(), limit).map(all -> all.stream().map(this::read).toList());
  }
}
