package org.caucus.notices.bursts;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.caucus.log.WorkspaceId;

/**
 * What waits to be told of one thing to those who can read the same of it. Immutable.
 *
 * @param key the thing and its readers
 * @param items what happened, the oldest first
 * @param leaving how many of them are being put into the outbox; those after them wait on
 */
public record Burst(WorkspaceId workspace, String key, List<Item> items, int leaving) {
  /** So many leave at once and do not wait. */
  static final int MAX_ITEMS = 50;

  /** Keeps the items as they are now. */
  public Burst {
    items = List.copyOf(items);
  }

  /**
   * One happening, and who is to hear of it and how: decided once, when it was first looked at.
   *
   * @param sequence of its commit
   * @param event its place in the commit
   * @param letters who gets a letter, by {@link org.caucus.relay.served.Told#written}
   * @param digests who gets it with others in the morning
   */
  public record Item(long sequence, int event, String letters, String digests) {}

  Optional<Item> find(Item like) {
    return items.stream()
        .filter(i -> i.sequence() == like.sequence() && i.event() == like.event())
        .findFirst();
  }

  Burst with(Item item) {
    return new Burst(
        workspace, key, Stream.concat(items.stream(), Stream.of(item)).toList(), leaving);
  }

  boolean isFull() {
    return items.size() - leaving >= MAX_ITEMS;
  }

  /** All that waits now begins to leave; what comes from now on is told by another letter. */
  Burst closed() {
    return leaving > 0 ? this : new Burst(workspace, key, items, items.size());
  }

  /** What is being put into the outbox. */
  List<Item> going() {
    return items.subList(0, leaving);
  }

  /** After that was done. */
  Burst rest() {
    return new Burst(workspace, key, items.subList(leaving, items.size()), 0);
  }

  byte[] write() {
    JsonArray all = new JsonArray();
    items.forEach(i -> all.add(JsonArray.of(i.sequence(), i.event(), i.letters(), i.digests())));
    return new JsonObject()
        .put("workspace", workspace.value())
        .put("key", key)
        .put("items", all)
        .put("leaving", leaving)
        .toBuffer()
        .getBytes();
  }

  static Burst read(byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    return new Burst(
        new WorkspaceId(json.getString("workspace")),
        json.getString("key"),
        json.getJsonArray("items").stream().map(JsonArray.class::cast).map(Burst::item).toList(),
        json.getInteger("leaving"));
  }

  private static Item item(JsonArray written) {
    return new Item(
        written.getLong(0), written.getInteger(1), written.getString(2), written.getString(3));
  }
}
