package org.caucus.messaging.delivery;

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
import org.caucus.kernel.WorkspaceId;
import org.caucus.mail.dsn.BounceReason;
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
public record DeliveryBatch(
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
  public record Recipient(String who, DeliveryOutcome fate) {}

  /** Checks the number of recipients, and keeps them as they are now. */
  public DeliveryBatch {
    if (recipients.isEmpty() || recipients.size() > MAX_RECIPIENTS) {
      throw new IllegalArgumentException("a parcel has 1 to " + MAX_RECIPIENTS + " recipients");
    }
    recipients = List.copyOf(recipients);
  }

  /** A parcel to be sent in its turn. */
  public static DeliveryBatch of(
      String id,
      @Nullable WorkspaceId workspace,
      String kind,
      JsonObject payload,
      List<String> who,
      Instant at) {
    return new DeliveryBatch(id, workspace, kind, payload, waiting(who, at), at);
  }

  /** A parcel somebody is waiting for, such as a sign-in code: it overtakes all others. */
  public static DeliveryBatch urgent(
      String id, String kind, JsonObject payload, String who, Instant at) {
    return new DeliveryBatch(id, null, kind, payload, waiting(List.of(who), AT_ONCE), at);
  }

  private static List<Recipient> waiting(List<String> who, Instant next) {
    return who.stream()
        .map(w -> new Recipient(w, new DeliveryOutcome.Waiting(next, 0, 0)))
        .toList();
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

  /** When somebody waits to be sent to next; empty when it is done, or all who wait are held. */
  public Optional<Instant> next() {
    return recipients.stream()
        .flatMap(
            r ->
                r.fate() instanceof DeliveryOutcome.Waiting w && !w.held()
                    ? Optional.of(w.next()).stream()
                    : null)
        .min(Instant::compareTo);
  }

  /** Whether an operator holds a letter of it. */
  boolean isHeld() {
    return recipients.stream()
        .anyMatch(r -> r.fate() instanceof DeliveryOutcome.Waiting w && w.held());
  }

  /** Whether somebody is waiting for it, and it was not tried yet. */
  boolean isUrgent() {
    return next().filter(AT_ONCE::equals).isPresent();
  }

  /** The same parcel after this fate of one recipient. */
  DeliveryBatch with(int index, DeliveryOutcome fate) {
    List<Recipient> changed = new ArrayList<>(recipients);
    changed.set(index, new Recipient(recipients.get(index).who(), fate));
    return new DeliveryBatch(id, workspace, kind, payload, changed, at);
  }

  /** Parcels as JSON. */
  static final class Codec {
    private static final String HOLDER = "node";
    private static final String ENHANCED = "enhanced";

    private Codec() {}

    /** A parcel that nobody carries. */
    static byte[] write(DeliveryBatch parcel) {
      return json(parcel).toBuffer().getBytes();
    }

    /** A parcel that this node carries. */
    static byte[] write(DeliveryBatch parcel, String holder) {
      return json(parcel).put(HOLDER, holder).toBuffer().getBytes();
    }

    /** The node that carries it; empty if none does. */
    static String holder(byte[] bytes) {
      return holder(json(bytes));
    }

    /** The same of what was parsed. */
    static String holder(JsonObject json) {
      return json.getString(HOLDER, "");
    }

    static JsonObject json(byte[] bytes) {
      return new JsonObject(Buffer.buffer(bytes));
    }

    private static JsonObject json(DeliveryBatch parcel) {
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

    static DeliveryBatch read(String id, byte[] bytes) {
      return read(id, json(bytes));
    }

    static DeliveryBatch read(String id, JsonObject json) {
      List<DeliveryBatch.Recipient> recipients = new ArrayList<>();
      JsonArray all = json.getJsonArray("recipients");
      for (int i = 0; i < all.size(); i++) {
        JsonObject r = all.getJsonObject(i);
        recipients.add(new DeliveryBatch.Recipient(r.getString("who"), fate(r)));
      }
      String workspace = json.getString("workspace");
      return new DeliveryBatch(
          id,
          workspace == null ? null : new WorkspaceId(workspace),
          json.getString("kind"),
          json.getJsonObject("payload"),
          recipients,
          Instant.parse(json.getString("at")));
    }

    private static JsonObject write(DeliveryOutcome fate) {
      return switch (fate) {
        case DeliveryOutcome.Waiting f -> waiting(f);
        case DeliveryOutcome.Sent f -> state("SENT").put("at", f.at().toString());
        case DeliveryOutcome.Rejected f ->
            state("REJECTED")
                .put("code", f.code())
                .put(ENHANCED, f.enhanced())
                .put("reason", f.reason().name());
        case DeliveryOutcome.Withheld f -> withheld(f);
        case DeliveryOutcome.GivenUp f -> givenUp(f);
      };
    }

    private static JsonObject givenUp(DeliveryOutcome.GivenUp fate) {
      JsonObject json = state("GIVEN_UP").put("code", fate.code()).put(ENHANCED, fate.enhanced());
      return fate.purged() ? json.put("purged", true) : json;
    }

    private static JsonObject waiting(DeliveryOutcome.Waiting fate) {
      JsonObject json =
          state("WAITING")
              .put("next", fate.next().toString())
              .put("attempts", fate.attempts())
              .put("code", fate.code())
              .put(ENHANCED, fate.enhanced());
      if (!fate.last().equals(DeliveryOutcome.LastTry.UNKNOWN)) {
        json.put("domain", fate.last().domain())
            .put("octets", fate.last().octets())
            .put("why", fate.last().reason().name());
      }
      return fate.held() ? json.put("held", true) : json;
    }

    private static DeliveryOutcome.Waiting waiting(JsonObject r) {
      String why = r.getString("why");
      return new DeliveryOutcome.Waiting(
          Instant.parse(r.getString("next")),
          r.getInteger("attempts"),
          r.getInteger("code"),
          r.getString(ENHANCED, ""),
          why == null
              ? DeliveryOutcome.LastTry.UNKNOWN
              : new DeliveryOutcome.LastTry(
                  r.getString("domain"), r.getLong("octets"), DeferralReason.valueOf(why)),
          r.getBoolean("held", false));
    }

    private static JsonObject withheld(DeliveryOutcome.Withheld fate) {
      JsonObject json = state("WITHHELD").put("at", fate.at().toString());
      return fate.otherwise() ? json.put("otherwise", true) : json;
    }

    private static JsonObject state(String name) {
      return new JsonObject().put("state", name);
    }

    private static DeliveryOutcome fate(JsonObject r) {
      return switch (r.getString("state")) {
        case "WAITING" -> waiting(r);
        case "SENT" -> new DeliveryOutcome.Sent(Instant.parse(r.getString("at")));
        case "REJECTED" -> rejected(r);
        case "WITHHELD" ->
            new DeliveryOutcome.Withheld(
                Instant.parse(r.getString("at")), r.getBoolean("otherwise", false));
        case "GIVEN_UP" ->
            new DeliveryOutcome.GivenUp(
                r.getInteger("code"), r.getString(ENHANCED, ""), r.getBoolean("purged", false));
        default -> throw new IllegalStateException("a parcel of a newer Caucus");
      };
    }

    /** Older ones say no reason but their codes. */
    private static DeliveryOutcome.Rejected rejected(JsonObject r) {
      int code = r.getInteger("code");
      String enhanced = r.getString(ENHANCED);
      String reason = r.getString("reason");
      return reason == null
          ? DeliveryOutcome.Rejected.of(code, enhanced, "")
          : new DeliveryOutcome.Rejected(code, enhanced, BounceReason.valueOf(reason));
    }
  }
}
