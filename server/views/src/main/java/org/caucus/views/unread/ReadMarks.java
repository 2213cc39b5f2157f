package org.caucus.views.unread;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caucus.kernel.Ref;
import org.jspecify.annotations.Nullable;

/**
 * How far a seat has read in each conversation, by sequences of the log. Immutable.
 *
 * <p>To read is to move a mark on, never back, so marks of several devices may come in any order,
 * late and twice. To mark as unread moves one back and begins a new turn; a mark that was made
 * before its device knew of that turn does nothing to it any more.
 *
 * @param turn how often something was marked as unread
 * @param base all up to this sequence is read where no mark says otherwise
 * @param marks by the names of conversations
 * @param before where the marks stood that were moved when all was last marked as read; empty once
 *     that was taken back
 */
record ReadMarks(
    long turn, long base, SortedMap<String, Mark> marks, SortedMap<String, Mark> before) {
  /** Most conversations with a mark; of more, the oldest become part of {@link #base}. */
  static final int MOST = 2_000;

  static final ReadMarks NONE = new ReadMarks(0, 0, new TreeMap<>(), new TreeMap<>());

  /**
   * @param upTo all up to this sequence is read, and nothing after it
   * @param turn in which it was marked as unread last; 0 if never
   * @param made the sequence of the log then: a letter that answers later has read more
   */
  record Mark(long upTo, long turn, long made) {
    Mark read(long sequence) {
      return new Mark(Math.max(upTo, sequence), turn, made);
    }
  }

  @Nullable Mark of(Ref conversation) {
    return marks.get(conversation.toString());
  }

  /** That of these conversations of which the least is read; null if one has none. */
  @Nullable Mark least(Set<Ref> conversations) {
    Mark least = null;
    for (Ref one : conversations) {
      Mark mark = of(one);
      if (mark == null) {
        return null;
      }
      least = least == null || mark.upTo() < least.upTo() ? mark : least;
    }
    return least;
  }

  /**
   * With marks of their own for what was split from others: from here on it is read without those.
   */
  ReadMarks settled(Map<Ref, Set<Ref>> origins) {
    Map<String, Mark> own = new TreeMap<>();
    origins.forEach(
        (part, from) -> {
          if (of(part) == null) {
            Mark mark = least(from);
            own.put(part.toString(), mark == null ? new Mark(0, 0, 0) : mark);
          }
        });
    return own.isEmpty() ? this : with(own, turn, before);
  }

  /**
   * After a conversation was read up to a sequence.
   *
   * @param known the turn that its device knew of
   */
  ReadMarks read(Ref conversation, long sequence, long known) {
    Mark was = marks.getOrDefault(conversation.toString(), new Mark(0, 0, 0));
    return was.turn() > known || sequence <= was.upTo()
        ? this
        : with(Map.of(conversation.toString(), was.read(sequence)), turn, before);
  }

  /**
   * After all up to this sequence is as if it were read, and nothing after it.
   *
   * @param now the sequence of the log
   */
  ReadMarks unreadAfter(Ref conversation, long sequence, long now) {
    Mark mark = new Mark(sequence, turn + 1, now);
    return with(Map.of(conversation.toString(), mark), turn + 1, before);
  }

  /**
   * After these conversations were read to their ends; it can be taken back.
   *
   * @param ends where each stood for its reader, and where it ends
   */
  ReadMarks allRead(Map<Ref, Range> ends, long known) {
    SortedMap<String, Mark> read = new TreeMap<>();
    SortedMap<String, Mark> stood = new TreeMap<>();
    ends.forEach(
        (ref, range) -> {
          Mark was = marks.getOrDefault(ref.toString(), new Mark(0, 0, 0));
          if (was.turn() <= known && range.end() > range.read()) {
            read.put(ref.toString(), was.read(range.end()));
            stood.put(ref.toString(), new Mark(range.read(), 0, 0));
          }
        });
    return read.isEmpty() ? this : with(read, turn, stood); // asked again it is done
  }

  /** From where to where something is unread. */
  record Range(long read, long end) {}

  /** As before all was marked as read. */
  ReadMarks takenBack(long now) {
    if (before.isEmpty()) {
      return this;
    }
    SortedMap<String, Mark> back = new TreeMap<>();
    before.forEach((name, mark) -> back.put(name, new Mark(mark.upTo(), turn + 1, now)));
    return with(back, turn + 1, new TreeMap<>());
  }

  boolean canUndo() {
    return !before.isEmpty();
  }

  /**
   * Without marks that say no more than that what is old is read.
   *
   * @param old all up to this sequence is read by its age
   * @param origins what has a mark lest that of another holds for it, and that other
   */
  ReadMarks since(long old, Map<Ref, Set<Ref>> origins) {
    Set<String> kept = origins.keySet().stream().map(Ref::toString).collect(Collectors.toSet());
    SortedMap<String, Mark> left = new TreeMap<>(marks);
    boolean unused =
        left.entrySet().removeIf(e -> !kept.contains(e.getKey()) && isOld(e.getValue(), old));
    return new ReadMarks(turn, base, left, before);
  }

  private static boolean isOld(Mark mark, long old) {
    return mark.upTo() <= old && (mark.turn() == 0 || mark.made() <= old);
  }

  private ReadMarks with(Map<String, Mark> changed, long turns, SortedMap<String, Mark> stood) {
    SortedMap<String, Mark> all = new TreeMap<>(marks);
    all.putAll(changed);
    return new ReadMarks(turns, base, all, stood).bounded();
  }

  private ReadMarks bounded() {
    if (marks.size() <= MOST) {
      return this;
    }
    List<Mark> oldest =
        marks.values().stream().sorted(Comparator.comparingLong(Mark::upTo)).toList();
    long reached = oldest.get(marks.size() - MOST / 2 - 1).upTo();
    SortedMap<String, Mark> left = new TreeMap<>(marks);
    boolean unused = left.values().removeIf(m -> m.upTo() <= reached);
    return new ReadMarks(turn, Math.max(base, reached), left, before);
  }

  byte[] write() {
    return new JsonObject()
        .put("turn", turn)
        .put("base", base)
        .put("marks", json(marks))
        .put("before", json(before))
        .toBuffer()
        .getBytes();
  }

  private static JsonObject json(SortedMap<String, Mark> marks) {
    JsonObject json = new JsonObject();
    marks.forEach((k, m) -> json.put(k, JsonArray.of(m.upTo(), m.turn(), m.made())));
    return json;
  }

  static ReadMarks read(byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    return new ReadMarks(
        json.getLong("turn"),
        json.getLong("base"),
        marks(json.getJsonObject("marks")),
        marks(json.getJsonObject("before")));
  }

  private static SortedMap<String, Mark> marks(JsonObject json) {
    SortedMap<String, Mark> marks = new TreeMap<>();
    for (String name : json.fieldNames()) {
      JsonArray mark = json.getJsonArray(name);
      marks.put(name, new Mark(mark.getLong(0), mark.getLong(1), mark.getLong(2)));
    }
    return marks;
  }
}
