package org.caucus.views.webhooks;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.platform.i18n.ReasonRecords;
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
 * @param former the secret before this one; null if there was none
 * @param trouble what could not be told, and whether that was said
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
    @Nullable Message stopped,
    @Nullable Message failed,
    @Nullable Former former,
    Trouble trouble) {
  /** What whose it is was told of: each once, until they have it sent again. */
  enum Said {
    /** Something could not be told, and waits until they say so. */
    WAITS,
    /** No more of that is kept: what comes is let go, and counted. */
    LET_GO
  }

  /**
   * What could not be told.
   *
   * @param letGo how much of it was not kept either, since it was made
   * @param turn how often it was sent again
   * @param said the last that was said of it since; null for nothing
   */
  record Trouble(long letGo, int turn, @Nullable Said said) {
    static final Trouble NONE = new Trouble(0, 0, null);
  }

  /**
   * A secret that was replaced.
   *
   * @param until calls are signed with it besides until then, so that the person who checks them
   *     has time to learn the new one
   * @param turn by which request: asked again it is done
   */
  record Former(String secret, Instant until, String turn) {}

  /** One that never had another secret. */
  Webhook(
      String id,
      WorkspaceId workspace,
      SeatId seat,
      String name,
      String url,
      @Nullable String company,
      String secret,
      Instant created,
      long since,
      @Nullable Message stopped,
      @Nullable Message failed) {
    this(
        id,
        workspace,
        seat,
        name,
        url,
        company,
        secret,
        created,
        since,
        stopped,
        failed,
        null,
        Trouble.NONE);
  }

  Webhook now(@Nullable Message why, @Nullable Message lastFailure) {
    return with(secret, why, lastFailure, former, trouble);
  }

  /** With one more that could not be told and is not kept. */
  Webhook lettingGo() {
    return with(trouble.letGo() + 1, trouble.turn(), trouble.said());
  }

  /** Whether this was not said since it was sent again. */
  boolean isNews(Said what) {
    return trouble.said() == null || trouble.said().compareTo(what) < 0;
  }

  /** After it was said. */
  Webhook saying(Said what) {
    return isNews(what) ? with(trouble.letGo(), trouble.turn(), what) : this;
  }

  /** After whose it is had all sent again: it is told as before. */
  Webhook again() {
    return now(null, failed).with(trouble.letGo(), trouble.turn() + 1, null);
  }

  private Webhook with(long letGo, int turn, @Nullable Said said) {
    return with(secret, stopped, failed, former, new Trouble(letGo, turn, said));
  }

  private Webhook with(
      String signs,
      @Nullable Message why,
      @Nullable Message lastFailure,
      @Nullable Former before,
      Trouble has) {
    return new Webhook(
        id,
        workspace,
        seat,
        name,
        url,
        company,
        signs,
        created,
        since,
        why,
        lastFailure,
        before,
        has);
  }

  /** With another secret; as it is if this request was done before. Of two before it one stays. */
  Webhook renewed(String fresh, Instant until, String turn) {
    if (former != null && former.turn().equals(turn)) {
      return this;
    }
    return with(fresh, stopped, failed, new Former(secret, until, turn), trouble);
  }

  /** What a call is signed with at this moment, the newest first. */
  List<String> secrets(Instant at) {
    return former == null || !at.isBefore(former.until())
        ? List.of(secret)
        : List.of(secret, former.secret());
  }

  /** Whether a commit came after it was made. Clocks of nodes differ, their order does not. */
  boolean isBefore(Commit commit) {
    return since == 0 ? !commit.at().isBefore(created) : commit.sequence() > since;
  }

  byte[] write() {
    JsonObject before =
        former == null
            ? null
            : new JsonObject()
                .put("secret", former.secret())
                .put("until", former.until().toString())
                .put("turn", former.turn());
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
        .put("stopped", stopped == null ? null : stopped.english())
        .put("stoppedCode", stopped == null ? null : MessageJson.of(stopped))
        .put("failed", failed == null ? null : failed.english())
        .put("failedCode", failed == null ? null : MessageJson.of(failed))
        .put("former", before)
        .put("letGo", trouble.letGo())
        .put("turn", trouble.turn())
        .put("said", trouble.said() == null ? null : trouble.said().name())
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
        why(json, "stopped"),
        why(json, "failed"),
        former(json.getJsonObject("former")),
        trouble(json));
  }

  /** By its code; of before codes, and of one that only a newer version knows, by its words. */
  private static @Nullable Message why(JsonObject json, String field) {
    String words = json.getString(field);
    return words == null
        ? null
        : ReasonRecords.read(words, MessageJson.read(json.getJsonObject(field + "Code")));
  }

  /** Those that were made before this was counted have none. */
  private static Trouble trouble(JsonObject json) {
    String said = json.getString("said");
    return new Trouble(
        json.getLong("letGo", 0L),
        json.getInteger("turn", 0),
        said == null ? null : Said.valueOf(said));
  }

  /** Those that were made before secrets could be replaced have none. */
  private static @Nullable Former former(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Former(
            json.getString("secret"),
            Instant.parse(json.getString("until")),
            json.getString("turn"));
  }
}
