package org.caucus.messaging.distribution.receipts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;

/**
 * What a notice tells: one happening, or several of the same thing, and to whom each. As the
 * payload of a parcel it names them and holds no words.
 *
 * @param items the oldest first
 */
public record NoticePayload(List<Item> items) {
  private static final String SEQUENCE = "sequence";
  private static final String EVENT = "event";
  private static final String MORE = "told";

  /** Keeps them as they are now. */
  public NoticePayload {
    items = List.copyOf(items);
  }

  /**
   * One happening.
   *
   * @param sequence of its commit
   * @param event its place in the commit
   * @param letters for whom it is, by their places among all seats that ever were; empty if for all
   *     recipients of the parcel
   */
  public record Item(long sequence, int event, String letters) {
    /** Whether it is for the seat at this place. */
    public boolean isFor(int place) {
      return letters.isEmpty() || has(letters, place);
    }
  }

  /** Places as text. */
  public static String written(BitSet places) {
    return Base64.getEncoder().encodeToString(places.toByteArray());
  }

  /** Whether a place is among those that were written so. */
  public static boolean has(String places, int place) {
    return BitSet.valueOf(Base64.getDecoder().decode(places)).get(place);
  }

  /** As a payload. */
  public JsonObject payload() {
    Item first = items.getFirst();
    JsonObject payload = new JsonObject().put(SEQUENCE, first.sequence()).put(EVENT, first.event());
    if (items.size() > 1) {
      JsonArray all = new JsonArray();
      items.forEach(i -> all.add(JsonArray.of(i.sequence(), i.event(), i.letters())));
      payload.put(MORE, all);
    }
    return payload;
  }

  /** What a payload names. */
  public static NoticePayload of(JsonObject payload) {
    JsonArray all = payload.getJsonArray(MORE);
    return all == null
        ? new NoticePayload(
            List.of(new Item(payload.getLong(SEQUENCE), payload.getInteger(EVENT), "")))
        : new NoticePayload(
            all.stream().map(JsonArray.class::cast).map(NoticePayload::item).toList());
  }

  private static Item item(JsonArray written) {
    return new Item(written.getLong(0), written.getInteger(1), written.getString(2));
  }
}
