package org.caucus.messaging.delivery.bounces;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.caucus.mail.dsn.BounceReason;

/** Standings as bytes, for sealing. */
final class AddressHealthCodec {
  private AddressHealthCodec() {}

  static byte[] write(AddressHealth standing) {
    JsonArray returns = new JsonArray();
    standing.returns().forEach(r -> returns.add(write(r)));
    return new JsonObject()
        .put("address", standing.address())
        .put("workspace", standing.workspace())
        .put("returns", returns)
        .put("state", standing.state().name())
        .put("countsFrom", standing.countsFrom().toString())
        .put("probesSent", standing.probesSent())
        .put("probesFailed", standing.probesFailed())
        .put("next", standing.next().toString())
        .toBuffer()
        .getBytes();
  }

  private static JsonObject write(AddressHealth.Return back) {
    return new JsonObject()
        .put("id", back.id())
        .put("at", back.at().toString())
        .put("purpose", back.purpose().name())
        .put("reason", back.reason().name())
        .put("permanent", back.permanent())
        .put("status", back.status())
        .put("from", back.from());
  }

  static AddressHealth read(byte[] plain) {
    JsonObject o = new JsonObject(Buffer.buffer(plain));
    List<AddressHealth.Return> returns =
        o.getJsonArray("returns").stream()
            .map(JsonObject.class::cast)
            .map(AddressHealthCodec::readReturn)
            .toList();
    return new AddressHealth(
        o.getString("address"),
        o.getString("workspace"),
        returns,
        AddressHealth.State.valueOf(o.getString("state")),
        Instant.parse(o.getString("countsFrom")),
        o.getInteger("probesSent"),
        o.getInteger("probesFailed"),
        Instant.parse(o.getString("next")));
  }

  private static AddressHealth.Return readReturn(JsonObject o) {
    return new AddressHealth.Return(
        o.getString("id"),
        Instant.parse(o.getString("at")),
        AddressHealth.Purpose.valueOf(o.getString("purpose")),
        BounceReason.valueOf(o.getString("reason")),
        o.getBoolean("permanent"),
        o.getString("status"),
        o.getString("from", ""));
  }
}
