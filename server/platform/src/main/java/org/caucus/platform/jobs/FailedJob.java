package org.caucus.platform.jobs;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A job that failed.
 *
 * @param kind of job, and {@code id} its id among those
 * @param workspace the id of the workspace it belongs to
 * @param failures in a row
 * @param due when it was due at first
 * @param next when it is tried again; empty if it is not tried by itself
 * @param dead whether it was given up: it is tried once a day, or not by itself
 * @param error the kind of error, without words that somebody wrote
 */
public record FailedJob(
    String kind,
    String id,
    String workspace,
    int failures,
    Instant due,
    Optional<Instant> next,
    boolean dead,
    String error) {
  /** One that is tried again, and was given up after {@link JobBackoff#GIVEN_UP} failures. */
  static FailedJob again(
      String kind,
      String id,
      String workspace,
      int failures,
      Instant due,
      Instant next,
      String error) {
    boolean dead = failures >= JobBackoff.GIVEN_UP;
    return new FailedJob(kind, id, workspace, failures, due, Optional.of(next), dead, error);
  }

  /** Whether it is still due when it was put off to; null if it is gone. */
  boolean stands(@Nullable OptionalLong dueNow) {
    return dueNow != null
        && dueNow.isPresent()
        && next.filter(at -> at.toEpochMilli() == dueNow.getAsLong()).isPresent();
  }

  FailedJob triedAt(Instant at) {
    return again(kind, id, workspace, failures, due, at, error);
  }

  byte[] write() {
    return new JsonObject()
        .put("collection", kind)
        .put("thing", id)
        .put("whose", workspace)
        .put("failures", failures)
        .put("meant", due.toEpochMilli())
        .put("next", next.orElseThrow().toEpochMilli())
        .put("why", error)
        .toBuffer()
        .getBytes();
  }

  static FailedJob read(byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    return again(
        json.getString("collection"),
        json.getString("thing"),
        json.getString("whose"),
        json.getInteger("failures"),
        Instant.ofEpochMilli(json.getLong("meant")),
        Instant.ofEpochMilli(json.getLong("next")),
        json.getString("why"));
  }
}
