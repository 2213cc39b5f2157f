package org.caucus.views.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.caucus.kernel.Message;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.platform.i18n.ReasonRecords;
import org.jspecify.annotations.Nullable;

/**
 * A browser that one seat is told by, while the sign-in lasts in which that was chosen.
 *
 * @param id random to anyone who does not know its address
 * @param signIn of its browser; it ends with that
 * @param target where its push service takes what is for it, and its keys
 * @param name what the browser says it is
 * @param topic by which a newer push takes the place of one that was not delivered; random
 * @param taken when its push service took one last; null if it took none
 * @param failure why the last one failed; null if none did since one was taken
 * @param shown the commits of what it was told and its seat may not have read yet
 */
record PushDevice(
    String id,
    WorkspaceId workspace,
    SeatId seat,
    String signIn,
    Target target,
    String name,
    String topic,
    Instant created,
    @Nullable Instant taken,
    @Nullable Failure failure,
    List<Long> shown) {
  /** Most commits that are remembered as told: so high the number on a telephone goes. */
  static final int MOST_SHOWN = 99;

  /**
   * A browser's subscription.
   *
   * @param p256dh its key, and {@code auth} its secret, in base64url
   * @param vapid the key of this installation that it is bound to
   */
  record Target(String endpoint, String p256dh, String auth, String vapid) {
    URI uri() {
      return URI.create(endpoint);
    }

    byte[] key() {
      return Base64.getUrlDecoder().decode(p256dh);
    }

    byte[] secret() {
      return Base64.getUrlDecoder().decode(auth);
    }
  }

  /**
   * Why it fails.
   *
   * @param since of the first failure after the last success
   */
  record Failure(Message why, Instant since) {}

  /** After its push service took one. */
  PushDevice taking(Instant now, List<Long> told) {
    int from = Math.max(0, told.size() - MOST_SHOWN);
    return with(target, now, null, told.subList(from, told.size()));
  }

  /** After one failed. */
  PushDevice failing(Message why, Instant now) {
    return with(target, taken, new Failure(why, failure == null ? now : failure.since()), shown);
  }

  /** Under another address: its browser has a new one. */
  PushDevice at(Target other) {
    return with(other, taken, null, shown);
  }

  private PushDevice with(
      Target to, @Nullable Instant last, @Nullable Failure failed, List<Long> told) {
    return new PushDevice(
        id, workspace, seat, signIn, to, name, topic, created, last, failed, List.copyOf(told));
  }

  byte[] write() {
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("workspace", workspace.value())
            .put("seat", seat.value())
            .put("signIn", signIn)
            .put("endpoint", target.endpoint())
            .put("p256dh", target.p256dh())
            .put("auth", target.auth())
            .put("vapid", target.vapid())
            .put("name", name)
            .put("topic", topic)
            .put("created", created.toString())
            .put("shown", new JsonArray(shown));
    if (taken != null) {
      json.put("taken", taken.toString());
    }
    if (failure != null) {
      json.put("failed", failure.why().english())
          .put("failedCode", MessageJson.of(failure.why()))
          .put("failingSince", failure.since().toString());
    }
    return json.toBuffer().getBytes();
  }

  static PushDevice read(byte[] plain) {
    JsonObject json = new JsonObject(Buffer.buffer(plain));
    String taken = json.getString("taken");
    return new PushDevice(
        json.getString("id"),
        new WorkspaceId(json.getString("workspace")),
        new SeatId(json.getString("seat")),
        json.getString("signIn"),
        new Target(
            json.getString("endpoint"),
            json.getString("p256dh"),
            json.getString("auth"),
            json.getString("vapid")),
        json.getString("name"),
        json.getString("topic"),
        Instant.parse(json.getString("created")),
        taken == null ? null : Instant.parse(taken),
        failure(json),
        json.getJsonArray("shown").stream().map(n -> ((Number) n).longValue()).toList());
  }

  private static @Nullable Failure failure(JsonObject json) {
    String words = json.getString("failed");
    return words == null
        ? null
        : new Failure(
            ReasonRecords.read(words, MessageJson.read(json.getJsonObject("failedCode"))),
            Instant.parse(json.getString("failingSince")));
  }
}
