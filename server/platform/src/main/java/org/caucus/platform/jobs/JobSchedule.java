package org.caucus.platform.jobs;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;

/**
 * When each of many things of workspaces must be looked at. A note says of which state of its
 * workspace it is, so that no older one is written over a newer one.
 */
public final class JobSchedule {
  private static final String WORKSPACE = "workspace";
  private static final String SEQUENCE = "sequence";

  private final JobStore<Note> jobs;
  private final Vault vault;
  private final String kind;

  /**
   * Those in this database.
   *
   * @param collection its name
   * @param kind what the things are, in one word: {@code hold}
   */
  public JobSchedule(Mongo mongo, Vault vault, String collection, String kind) {
    this.vault = vault;
    this.kind = kind;
    this.jobs =
        new JobStore<>(
            mongo,
            vault,
            new JobType<>(
                collection, this::written, this::read, note -> note.due().workspace().value()));
  }

  /** A thing, by where it is. */
  public record Due(WorkspaceId workspace, String thing) {}

  /**
   * What is noted of a thing.
   *
   * @param sequence of the newest commit of the state it follows from
   */
  public record Note(Due due, long sequence) {}

  /** The notes as jobs. */
  public JobStore<Note> jobs() {
    return jobs;
  }

  private byte[] written(Note note) {
    return new JsonObject()
        .put(WORKSPACE, note.due().workspace().value())
        .put(kind, note.due().thing())
        .put(SEQUENCE, note.sequence())
        .toBuffer()
        .getBytes();
  }

  /** Older notes do not say of which state they are. */
  private Note read(byte[] plain) {
    JsonObject json = new JsonObject(Buffer.buffer(plain));
    return new Note(
        new Due(new WorkspaceId(json.getString(WORKSPACE)), json.getString(kind)),
        json.getLong(SEQUENCE, 0L));
  }

  private String id(Due due) {
    return vault.blindIndex(kind + "-due", due.workspace().value() + "/" + due.thing());
  }

  /** It must be looked at then, as the state at this sequence says; a newer state wins. */
  public Future<Void> note(Due due, Instant at, long sequence) {
    return jobs.change(
            id(due),
            was ->
                was.filter(job -> job.what().sequence() > sequence).isPresent()
                    ? Optional.empty()
                    : Optional.of(Job.Next.at(new Note(due, sequence), at)))
        .mapEmpty();
  }

  /** It was seen to, and is looked at again then; nothing if it was noted anew meanwhile. */
  public Future<Boolean> settle(Job<Note> job, Instant next, long sequence) {
    return jobs.replace(job, Job.Next.at(new Note(job.what().due(), sequence), next));
  }

  /** It need not be looked at any more. */
  public Future<Void> forget(Due due) {
    return jobs.delete(id(due)).mapEmpty();
  }

  /** Those that are due, the longest due first. */
  public Future<List<Job<Note>>> due(Instant now, int limit) {
    return jobs.due(now, limit);
  }
}
