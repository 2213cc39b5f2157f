package org.caucus.messaging.notifications.batching;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.platform.eventlog.subscriptions.Subscriptions;

/**
 * What waits to be told of one thing to those who can read the same of it. Immutable.
 *
 * @param key the thing and its readers
 * @param items what happened, the oldest first
 * @param leaving how many of them are being put into the outbox; those after them wait on
 * @param told those that left last: what is read again after a crash is not told again
 */
public record NotificationBatch(
    WorkspaceId workspace, String key, List<Item> items, int leaving, List<Item> told) {
  /** So many leave at once and do not wait. */
  static final int MAX_ITEMS = 50;

  /** So many that one person changed leave at once: what a reader can look through. */
  static final int MAX_CHANGES = 200;

  /** So many that left are kept: twice what a follower may see again after a crash. */
  static final int MAX_TOLD = 2 * Subscriptions.CHECKPOINT_EVERY;

  /** So many of one person: what other batches hand on again after a crash is among them. */
  static final int MAX_CHANGES_TOLD = 5 * MAX_CHANGES;

  private static final String CHANGES = "by ";

  /** Keeps the items as they are now. */
  public NotificationBatch {
    items = List.copyOf(items);
    int most = isOfPerson(key) ? MAX_CHANGES_TOLD : MAX_TOLD;
    told = List.copyOf(told.subList(Math.max(0, told.size() - most), told.size()));
  }

  /** The key of what one person changed of things that the same people read. */
  public static String ofPerson(SeatId seat, String readers) {
    return CHANGES + seat.value() + " " + readers;
  }

  /** Whether a key is one of those. */
  public static boolean isOfPerson(String key) {
    return key.startsWith(CHANGES);
  }

  /** The first of them. */
  static NotificationBatch of(WorkspaceId workspace, String key, Item item) {
    return new NotificationBatch(workspace, key, List.of(item), 0, List.of());
  }

  /**
   * One happening, and who is to hear of it and how: decided once, when it was first looked at.
   *
   * @param sequence of its commit
   * @param event its place in the commit
   * @param letters who gets a letter, by {@link
   *     org.caucus.messaging.distribution.receipts.NoticePayload#written}
   * @param digests who gets it with others in the morning
   */
  public record Item(long sequence, int event, String letters, String digests) {
    private Item bare() {
      return new Item(sequence, event, "", "");
    }
  }

  /** What waits or was told of the same happening. */
  Optional<Item> find(Item like) {
    return Stream.concat(items.stream(), told.stream())
        .filter(i -> i.sequence() == like.sequence() && i.event() == like.event())
        .findFirst();
  }

  NotificationBatch with(Item item) {
    List<Item> more = Stream.concat(items.stream(), Stream.of(item)).toList();
    return new NotificationBatch(workspace, key, more, leaving, told);
  }

  boolean isFull() {
    return items.size() - leaving >= (isOfPerson(key) ? MAX_CHANGES : MAX_ITEMS);
  }

  /** All that waits now begins to leave; what comes from now on is told by another letter. */
  NotificationBatch closed() {
    return leaving > 0 ? this : new NotificationBatch(workspace, key, items, items.size(), told);
  }

  /** What is being put into the outbox. */
  List<Item> going() {
    return items.subList(0, leaving);
  }

  /** After that was done. */
  NotificationBatch rest() {
    Stream<Item> going = going().stream();
    Stream<Item> left = isOfPerson(key) ? going.map(Item::bare) : going; // asked for its name alone
    List<Item> gone = Stream.concat(told.stream(), left).toList();
    return new NotificationBatch(workspace, key, items.subList(leaving, items.size()), 0, gone);
  }

  byte[] write() {
    return new JsonObject()
        .put("workspace", workspace.value())
        .put("key", key)
        .put("items", written(items))
        .put("leaving", leaving)
        .put("told", written(told))
        .toBuffer()
        .getBytes();
  }

  private static JsonArray written(List<Item> items) {
    JsonArray all = new JsonArray();
    items.forEach(i -> all.add(JsonArray.of(i.sequence(), i.event(), i.letters(), i.digests())));
    return all;
  }

  static NotificationBatch read(byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    return new NotificationBatch(
        new WorkspaceId(json.getString("workspace")),
        json.getString("key"),
        items(json.getJsonArray("items")),
        json.getInteger("leaving"),
        items(json.getJsonArray("told", JsonArray.of()))); // older ones do not say
  }

  private static List<Item> items(JsonArray written) {
    return written.stream().map(JsonArray.class::cast).map(NotificationBatch::item).toList();
  }

  private static Item item(JsonArray written) {
    return new Item(
        written.getLong(0), written.getInteger(1), written.getString(2), written.getString(3));
  }
}
