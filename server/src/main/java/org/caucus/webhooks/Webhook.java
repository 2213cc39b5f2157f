package org.caucus.webhooks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.caucus.command.SeatId;
import org.caucus.log.WorkspaceId;
import org.caucus.workspace.Commit;
import org.jspecify.annotations.Nullable;

/**
 * A program that is told.
 *
 * @param url where it listens
 * @param company only its updates; null for those of all companies
 * @param secret what its calls are signed with, in the form {@code whsec_…}
 * @param since the sequence of the newest commit when it was made: it is told of what came after; 0
 *     for one that was made before this was noted, which goes by {@code created}
 * @param stopped why it is told no more; null while it is
 * @param failed why the last call to it failed; null if none did since one went through
 */
record Webhook(
    String id,
    WorkspaceId workspace,
    SeatId seat,
    String name,
    String url,
    @Nullable String company,
    String secret,
    Instant created,
    long since,
    @Nullable String stopped,
    @Nullable String failed) {
  Webhook now(@Nullable String why, @Nullable String lastFailure) {
    return new Webhook(
        id, workspace, seat, name, url, company, secret, created, since, why, lastFailure);
  }

  /** Whether a commit came after it was made. Clocks of nodes differ, their order does not. */
  boolean isBefore(Commit commit) {
    return since == 0 ? !commit.at().isBefore(created) : commit.sequence() > since;
  }

  byte[] write() {
    return new JsonObject()
        .put("id", id)
        .put("workspace", workspace.value())
        .put("seat", seat.value())
        .put("name", name)
        .put("url", url)
        .put("company", company)
        .put("secret", secret)
        .put("created", created.toString())
        .put("since", since)
        .put("stopped", stopped)
        .put("failed", failed)
        .toBuffer()
        .getBytes();
  }

  static Webhook read(byte[] plain) {
    JsonObject json = new JsonObject(Buffer.buffer(plain));
    return new Webhook(
        json.getString("id"),
        new WorkspaceId(json.getString("workspace")),
        new SeatId(json.getString("seat")),
        json.getString("name"),
        json.getString("url"),
        json.getString("company"),
        json.getString("secret"),
        Instant.parse(json.getString("created")),
        json.getLong("since", 0L),
        json.getString("stopped"),
        json.getString("failed"));
  }
}
