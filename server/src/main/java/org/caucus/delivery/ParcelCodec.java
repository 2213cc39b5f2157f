package org.caucus.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.caucus.email.bounces.Reason;
import org.caucus.log.WorkspaceId;

/** Parcels as JSON. */
final class ParcelCodec {
  private static final String HOLDER = "node";
  private static final String ENHANCED = "enhanced";

  private ParcelCodec() {}

  /** A parcel that nobody carries. */
  static byte[] write(Parcel parcel) {
    return json(parcel).toBuffer().getBytes();
  }

  /** A parcel that this node carries. */
  static byte[] write(Parcel parcel, String holder) {
    return json(parcel).put(HOLDER, holder).toBuffer().getBytes();
  }

  /** The node that carries it; empty if none does. */
  static String holder(byte[] bytes) {
    return new JsonObject(Buffer.buffer(bytes)).getString(HOLDER, "");
  }

  private static JsonObject json(Parcel parcel) {
    JsonArray recipients = new JsonArray();
    parcel.recipients().forEach(r -> recipients.add(write(r.fate()).put("who", r.who())));
    JsonObject json =
        new JsonObject()
            .put("kind", parcel.kind())
            .put("payload", parcel.payload())
            .put("at", parcel.at().toString())
            .put("recipients", recipients);
    if (parcel.workspace() != null) {
      json.put("workspace", parcel.workspace().value());
    }
    return json;
  }

  static Parcel read(String id, byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    List<Parcel.Recipient> recipients = new ArrayList<>();
    JsonArray all = json.getJsonArray("recipients");
    for (int i = 0; i < all.size(); i++) {
      JsonObject r = all.getJsonObject(i);
      recipients.add(new Parcel.Recipient(r.getString("who"), fate(r)));
    }
    String workspace = json.getString("workspace");
    return new Parcel(
        id,
        workspace == null ? null : new WorkspaceId(workspace),
        json.getString("kind"),
        json.getJsonObject("payload"),
        recipients,
        Instant.parse(json.getString("at")));
  }

  private static JsonObject write(Fate fate) {
    return switch (fate) {
      case Fate.Waiting f ->
          state("WAITING")
              .put("next", f.next().toString())
              .put("attempts", f.attempts())
              .put("code", f.code())
              .put(ENHANCED, f.enhanced());
      case Fate.Sent f -> state("SENT").put("at", f.at().toString());
      case Fate.Rejected f ->
          state("REJECTED")
              .put("code", f.code())
              .put(ENHANCED, f.enhanced())
              .put("reason", f.reason().name());
      case Fate.Withheld f -> withheld(f);
      case Fate.GivenUp f -> state("GIVEN_UP").put("code", f.code()).put(ENHANCED, f.enhanced());
    };
  }

  private static JsonObject withheld(Fate.Withheld fate) {
    JsonObject json = state("WITHHELD").put("at", fate.at().toString());
    return fate.otherwise() ? json.put("otherwise", true) : json;
  }

  private static JsonObject state(String name) {
    return new JsonObject().put("state", name);
  }

  private static Fate fate(JsonObject r) {
    return switch (r.getString("state")) {
      case "WAITING" ->
          new Fate.Waiting(
              Instant.parse(r.getString("next")),
              r.getInteger("attempts"),
              r.getInteger("code"),
              r.getString(ENHANCED, ""));
      case "SENT" -> new Fate.Sent(Instant.parse(r.getString("at")));
      case "REJECTED" -> rejected(r);
      case "WITHHELD" ->
          new Fate.Withheld(Instant.parse(r.getString("at")), r.getBoolean("otherwise", false));
      case "GIVEN_UP" -> new Fate.GivenUp(r.getInteger("code"), r.getString(ENHANCED, ""));
      default -> throw new IllegalStateException("a parcel of a newer Caucus");
    };
  }

  /** Older ones say no reason but their codes. */
  private static Fate.Rejected rejected(JsonObject r) {
    int code = r.getInteger("code");
    String enhanced = r.getString(ENHANCED);
    String reason = r.getString("reason");
    return reason == null
        ? Fate.Rejected.of(code, enhanced, "")
        : new Fate.Rejected(code, enhanced, Reason.valueOf(reason));
  }
}
