package org.caucus.views.inbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a seat has read of what rang for it, by the sequences of commits: all up to one of them but
 * some, and some of those after it. Immutable.
 *
 * @param upTo the sequence up to which all is read
 * @param unread those of them that are not
 * @param read those after them that are
 * @param before how it was before everything was marked as read; null if that was not the last
 *     thing
 */
record ReadState(long upTo, TreeSet<Long> unread, TreeSet<Long> read, @Nullable ReadState before) {
  static final ReadState NOTHING = new ReadState(0, new TreeSet<>(), new TreeSet<>(), null);

  boolean isRead(long sequence) {
    return sequence <= upTo ? !unread.contains(sequence) : read.contains(sequence);
  }

  /** After these were read, or are to be as if they had not been. */
  ReadState with(Collection<Long> sequences, boolean nowRead) {
    TreeSet<Long> notRead = new TreeSet<>(unread);
    TreeSet<Long> beyond = new TreeSet<>(read);
    for (long sequence : sequences) {
      TreeSet<Long> exceptions = sequence <= upTo ? notRead : beyond;
      boolean isException = sequence <= upTo ? !nowRead : nowRead;
      boolean unused = isException ? exceptions.add(sequence) : exceptions.remove(sequence);
    }
    return new ReadState(upTo, notRead, beyond, null);
  }

  /**
   * After everything up to this sequence was read; it can be taken back. Asked again it is done.
   */
  ReadState allUpTo(long sequence) {
    if (sequence <= upTo && unread.isEmpty()) {
      return this;
    }
    TreeSet<Long> beyond = new TreeSet<>(read.tailSet(sequence, false));
    TreeSet<Long> notRead = new TreeSet<>(unread.tailSet(sequence, false));
    ReadState was = new ReadState(upTo, unread, read, null);
    return new ReadState(Math.max(upTo, sequence), notRead, beyond, was);
  }

  /** Without what no longer rings, so that it does not grow: nothing before this sequence. */
  ReadState since(long oldest) {
    return new ReadState(
        upTo,
        new TreeSet<>(unread.tailSet(oldest, true)),
        new TreeSet<>(read.tailSet(oldest, true)),
        before == null ? null : before.since(oldest));
  }

  byte[] write() {
    return json().toBuffer().getBytes();
  }

  private JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("upTo", upTo)
            .put("unread", new JsonArray(unread.stream().toList()))
            .put("read", new JsonArray(read.stream().toList()));
    return before == null ? json : json.put("before", before.json());
  }

  static ReadState read(byte[] bytes) {
    return of(new JsonObject(Buffer.buffer(bytes)));
  }

  private static ReadState of(JsonObject json) {
    JsonObject was = json.getJsonObject("before");
    return new ReadState(
        json.getLong("upTo"),
        sequences(json.getJsonArray("unread")),
        sequences(json.getJsonArray("read")),
        was == null ? null : of(was));
  }

  private static TreeSet<Long> sequences(JsonArray all) {
    TreeSet<Long> sequences = new TreeSet<>();
    Stream<Long> each = all.stream().map(n -> ((Number) n).longValue());
    each.forEach(sequences::add);
    return sequences;
  }
}
