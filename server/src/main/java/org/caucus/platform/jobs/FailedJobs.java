package org.caucus.platform.jobs;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.SealedCollection;
import org.caucus.platform.eventlog.Vault;
import org.caucus.platform.store.Mongo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could not be seen to when it was due. It is put off, each time for longer, so that it keeps
 * nothing behind it from its turn; and it is noted, sealed, so that the operator finds it. A note
 * holds while its thing is due at the time it was put off to: anyone who sees to it, or notes it
 * anew, need not know of this.
 */
public final class FailedJobs {
  /** Where the notes are. */
  static final String COLLECTION = "misses";

  private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

  private final Vault vault;
  private final String collection;
  private final SealedCollection things;
  private final SealedCollection notes;

  /**
   * Of one collection of things that are due.
   *
   * @param collection its name; sealed with the installation's key
   */
  public FailedJobs(Mongo mongo, Vault vault, String collection) {
    this.vault = vault;
    this.collection = collection;
    this.things = sealed(mongo, vault, collection);
    this.notes = sealed(mongo, vault, COLLECTION);
  }

  /**
   * One of them.
   *
   * @param collection where it is, and {@code thing} its id there
   * @param whose where it belongs: the id of a workspace
   * @param failures in a row
   * @param meant when it was due at first
   * @param next when it is tried again
   * @param why the kind of error, which has no words that somebody wrote
   */
  public record Miss(
      String collection,
      String thing,
      String whose,
      int failures,
      Instant meant,
      Instant next,
      String why) {
    /** Whether its thing is still due when it was put off to; null if it is gone. */
    private boolean stands(@Nullable OptionalLong due) {
      return OptionalLong.of(next.toEpochMilli()).equals(due);
    }

    private byte[] write() {
      return new JsonObject()
          .put("collection", collection)
          .put("thing", thing)
          .put("whose", whose)
          .put("failures", failures)
          .put("meant", meant.toEpochMilli())
          .put("next", next.toEpochMilli())
          .put("why", why)
          .toBuffer()
          .getBytes();
    }

    private static Miss read(byte[] bytes) {
      JsonObject json = new JsonObject(Buffer.buffer(bytes));
      return new Miss(
          json.getString("collection"),
          json.getString("thing"),
          json.getString("whose"),
          json.getInteger("failures"),
          Instant.ofEpochMilli(json.getLong("meant")),
          Instant.ofEpochMilli(json.getLong("next")),
          json.getString("why"));
    }
  }

  /** It failed; it is due later. Nothing if somebody else saw to it. Blocks. */
  public void missed(String thing, String whose, Exception why, Instant now) {
    Optional<SealedCollection.Entry> found = things.find(thing).await();
    if (found.isEmpty() || found.get().due().orElse(Long.MAX_VALUE) > now.toEpochMilli()) {
      return; // somebody else saw to it
    }
    SealedCollection.Entry entry = found.get();
    Instant due = Instant.ofEpochMilli(entry.due().getAsLong());
    Optional<Miss> before =
        notes
            .find(id(thing))
            .await()
            .map(note -> Miss.read(note.plain()))
            .filter(miss -> miss.stands(entry.due()));
    int failures = before.map(Miss::failures).orElse(0) + 1;
    Instant next = now.plus(JobBackoff.after(failures));
    String kind = why.getClass().getSimpleName();
    Instant meant = before.map(Miss::meant).orElse(due);
    Miss miss = new Miss(collection, thing, whose, failures, meant, next, kind);
    // asked for together, so that many of them share few syncs
    Future<Void> noted = note(miss);
    Future<Boolean> put = put(entry, next);
    noted.await();
    if (put.await()) {
      said(failures, whose, kind);
    }
  }

  private void said(int failures, String whose, String why) {
    if (failures >= JobBackoff.GIVEN_UP) {
      LOG.error(
          "{}: one of {} failed {} times, now daily: {}. See: caucus jobs",
          collection,
          whose,
          failures,
          why);
    } else {
      LOG.warn("{}: one of {} waits, failed {} times: {}", collection, whose, failures, why);
    }
  }

  /** When each of these that are due now was due at first, by its id. Blocks. */
  Map<String, Instant> meant(List<? extends Job<?>> due) {
    Map<String, Miss> known =
        notes.findAll(due.stream().map(job -> id(job.id())).toList()).await().stream()
            .map(note -> Miss.read(note.plain()))
            .collect(Collectors.toMap(Miss::thing, miss -> miss));
    return due.stream()
        .collect(
            Collectors.toMap(Job::id, job -> meant(known.get(job.id()), job.due().orElseThrow())));
  }

  private static Instant meant(@Nullable Miss miss, Instant due) {
    return miss != null && miss.stands(OptionalLong.of(due.toEpochMilli())) ? miss.meant() : due;
  }

  private String id(String thing) {
    return vault.blindIndex("miss", collection + "/" + thing);
  }

  private Future<Void> note(Miss miss) {
    return notes.put(id(miss.thing()), miss.write());
  }

  private Future<Boolean> put(SealedCollection.Entry entry, Instant next) {
    return things.replaceIf(
        entry.id(), entry.version(), entry.plain(), OptionalLong.of(next.toEpochMilli()));
  }

  private static SealedCollection sealed(Mongo mongo, Vault vault, String collection) {
    return new SealedCollection(mongo.documents(collection), vault, WorkspaceId.SYSTEM);
  }

  /** Those that still fail, of all collections; notes of others are thrown away. Blocks. */
  public static List<Miss> list(Mongo mongo, Vault vault, int limit) {
    SealedCollection notes = sealed(mongo, vault, COLLECTION);
    List<SealedCollection.Entry> all = notes.range("", limit).await();
    Map<String, Map<String, OptionalLong>> dues = new HashMap<>();
    all.stream()
        .map(entry -> Miss.read(entry.plain()))
        .collect(Collectors.groupingBy(Miss::collection))
        .forEach((name, some) -> dues.put(name, dues(sealed(mongo, vault, name), some)));
    List<Miss> misses = new ArrayList<>();
    for (SealedCollection.Entry entry : all) {
      Miss miss = Miss.read(entry.plain());
      if (miss.stands(Objects.requireNonNull(dues.get(miss.collection())).get(miss.thing()))) {
        misses.add(miss);
      } else {
        boolean unused = notes.delete(entry.id()).await();
      }
    }
    return misses;
  }

  private static Map<String, OptionalLong> dues(SealedCollection things, List<Miss> some) {
    return things.findAll(some.stream().map(Miss::thing).toList()).await().stream()
        .collect(Collectors.toMap(SealedCollection.Entry::id, SealedCollection.Entry::due));
  }

  /** It is due at once, and its failures are counted on; false if it fails no more. Blocks. */
  public static boolean redrive(Mongo mongo, Vault vault, Miss miss, Instant now) {
    FailedJobs misses = new FailedJobs(mongo, vault, miss.collection());
    Optional<SealedCollection.Entry> entry =
        misses.things.find(miss.thing()).await().filter(thing -> miss.stands(thing.due()));
    if (entry.isEmpty()) {
      return false;
    }
    misses.note(triedAt(miss, now)).await();
    return misses.put(entry.get(), now).await();
  }

  private static Miss triedAt(Miss miss, Instant at) {
    return new Miss(
        miss.collection(),
        miss.thing(),
        miss.whose(),
        miss.failures(),
        miss.meant(),
        at,
        miss.why());
  }
}
