package org.caucus.delivery;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.caucus.email.bounces.Reason;
import org.caucus.log.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be sent to a few recipients, with the ledger of what became of it.
 *
 * @param id from {@link #id}; the same parcel put twice is one
 * @param workspace whose it is; null for mail of the installation
 * @param kind name of its {@link Composer}
 * @param payload references for the composer, not words
 * @param recipients at most {@link #MAX_RECIPIENTS}
 * @param at when it was put
 */
public record Parcel(
    String id,
    @Nullable WorkspaceId workspace,
    String kind,
    JsonObject payload,
    List<Recipient> recipients,
    Instant at) {
  /** Most recipients of one parcel: what one claim can send in good time. */
  public static final int MAX_RECIPIENTS = 50;

  /** Bytes of an id. */
  static final int ID_BYTES = 16;

  /** A first try so long ago that it goes before all others. */
  private static final Instant AT_ONCE = Instant.ofEpochMilli(1);

  /**
   * One recipient.
   *
   * @param who what the composer knows them by: a seat, or an address
   */
  public record Recipient(String who, Fate fate) {}

  /** Checks the number of recipients, and keeps them as they are now. */
  public Parcel {
    if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
      throw new IllegalArgumentException("a parcel has 1 to " + MAX_RECIPIENTS + " recipients");
    }
    recipients = List.copyOf(recipients);
  }

  /** A parcel to be sent in its turn. */
  public static Parcel of(
      String id,
      @Nullable WorkspaceId workspace,
      String kind,
      JsonObject payload,
      List<String> who,
      Instant at) {
    return new Parcel(id, workspace, kind, payload, waiting(who, at), at);
  }

  /** A parcel somebody is waiting for, such as a sign-in code: it overtakes all others. */
  public static Parcel urgent(String id, String kind, JsonObject payload, String who, Instant at) {
    return new Parcel(id, null, kind, payload, waiting(List.of(who), AT_ONCE), at);
  }

  private static List<Recipient> waiting(List<String> who, Instant next) {
    return who.stream().map(w -> new Recipient(w, new Fate.Waiting(next, 0, 0))).toList();
  }

  /**
   * The id of what these words name, {@value #ID_BYTES} bytes in hexadecimal. At least one of them
   * must be a random id, so that nobody can try out what an id stands for.
   */
  public static String id(String... cause) {
    try {
      byte[] words = String.join("\0", cause).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(words);
      return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** When somebody waits to be sent to next; empty when it is done. */
  public Optional<Instant> next() {
    return recipients.stream()
        .flatMap(r -> r.fate() instanceof Fate.Waiting w ? Optional.of(w.next()).stream() : null)
        .min(Instant::compareTo);
  }

  /** Whether somebody is waiting for it, and it was not tried yet. */
  boolean isUrgent() {
    return next().filter(AT_ONCE::equals).isPresent();
  }

  /** The same parcel after this fate of one recipient. */
  Parcel with(int index, Fate fate) {
    List<Recipient> changed = new ArrayList<>(recipients);
    changed.set(index, new Recipient(recipients.get(index).who(), fate));
    return new Parcel(id, workspace, kind, payload, changed, at);
  }

  /** Parcels as JSON. */
  static final class Codec {
    private static final String HOLDER = "node";
    private static final String ENHANCED = "enhanced";

    private Codec() {}

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
}
