package org.caucus.messaging.notifications.digests;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.caucus.messaging.delivery.DeliveryBatch;
import org.caucus.messaging.delivery.DeliveryOutcome;
import org.caucus.messaging.delivery.Outbox;

/**
 * Digests that a mail host refused, or that were tried for days in vain. The next one names what
 * was in them, and does not repeat it: what was refused for what it says would be refused again.
 * What a digest that came has named is named no more; while one that names it is still on its way,
 * none else does.
 *
 * @param open which digests are not settled, by the commit they begin after
 * @param unnamed those that did not come, and that no other names
 */
public record UndeliveredDigests(List<Long> open, List<Missed> unnamed) {
  private static final String MISSED = "missed";

  /** Most digests that one names. */
  static final int MAX_NAMED = 20;

  /**
   * One that did not come.
   *
   * @param at when it was to leave
   * @param tried whether it was tried for days, rather than refused
   * @param code the last reply of the host
   * @param items what was in it, for notices: {@code sequence/event}
   * @param direct what was not in it, of a list, as its reader has it from its authors
   */
  public record Missed(
      long after,
      long upTo,
      Instant at,
      boolean tried,
      int code,
      List<String> items,
      List<String> direct) {
    private JsonObject write() {
      JsonObject json =
          new JsonObject()
              .put("after", after)
              .put("upTo", upTo)
              .put("at", at.toString())
              .put("tried", tried)
              .put("code", code);
      if (!direct.isEmpty()) {
        json.put(DigestComposer.DIRECT, new JsonArray(direct));
      }
      return items.isEmpty() ? json : json.put(DigestClock.ITEMS, new JsonArray(items));
    }

    private static Missed read(JsonObject json) {
      return new Missed(
          json.getLong("after"),
          json.getLong("upTo"),
          Instant.parse(json.getString("at")),
          json.getBoolean("tried"),
          json.getInteger("code"),
          strings(json, DigestClock.ITEMS),
          strings(json, DigestComposer.DIRECT));
    }
  }

  /** Copies that nobody else can change. */
  public UndeliveredDigests {
    open = List.copyOf(open);
    unnamed = List.copyOf(unnamed);
  }

  /** What became of the digests before this one. Blocks. */
  static UndeliveredDigests before(PendingDigest gathering, Outbox outbox) {
    Set<Long> waiting = new HashSet<>();
    Set<Long> told = new HashSet<>();
    List<Missed> failed = new ArrayList<>();
    for (DeliveryBatch digest :
        outbox.byIds(gathering.open().stream().map(gathering::parcel).toList())) {
      long begin = digest.payload().getLong(DigestComposer.AFTER);
      List<Long> named = in(digest).map(Missed::after).toList();
      switch (digest.recipients().getFirst().fate()) {
        case DeliveryOutcome.Sent f -> {
          told.add(begin);
          told.addAll(named);
        }
        case DeliveryOutcome.Withheld f ->
            told.add(begin); // nothing left to read, and nothing was named
        case DeliveryOutcome.Waiting f -> {
          waiting.add(begin);
          waiting.addAll(named);
        }
        case DeliveryOutcome.Rejected f -> failed.add(missed(digest, false, f.code()));
        case DeliveryOutcome.GivenUp f -> failed.add(missed(digest, true, f.code()));
      }
    }
    failed.removeIf(m -> told.contains(m.after()));
    Stream<Long> unsettled = Stream.concat(waiting.stream(), failed.stream().map(Missed::after));
    List<Long> open = unsettled.distinct().sorted().toList();
    failed.removeIf(m -> waiting.contains(m.after()));
    return new UndeliveredDigests(
        open, List.copyOf(failed.subList(Math.max(0, failed.size() - MAX_NAMED), failed.size())));
  }

  private static Missed missed(DeliveryBatch digest, boolean tried, int code) {
    JsonObject payload = digest.payload();
    return new Missed(
        payload.getLong(DigestComposer.AFTER),
        payload.getLong(DigestComposer.UP_TO),
        digest.at(),
        tried,
        code,
        strings(payload, DigestClock.ITEMS),
        strings(payload, DigestComposer.DIRECT));
  }

  static List<String> strings(JsonObject json, String name) {
    return json.getJsonArray(name, new JsonArray()).stream().map(String.class::cast).toList();
  }

  /** Those that this digest is to name. */
  public static Stream<Missed> in(DeliveryBatch digest) {
    return digest.payload().getJsonArray(MISSED, new JsonArray()).stream()
        .map(missed -> Missed.read((JsonObject) missed));
  }

  /** Notes in a digest which it is to name. */
  void noteIn(JsonObject payload) {
    if (!unnamed.isEmpty()) {
      payload.put(MISSED, new JsonArray(unnamed.stream().map(Missed::write).toList()));
    }
  }
}
