package org.caucus.coalition.revisions;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.Entries;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/** Shows what became of entries as the API's {@code Edited}, {@code Deleted} and versions. */
final class RevisionPresenter {
  private RevisionPresenter() {}

  /**
   * Puts that an entry was edited, with the number of its words, or deleted. Who can read none of
   * its earlier words is not told that there are any (R8).
   *
   * @param scope the entry's, which the reader can read
   */
  static void put(JsonObject shown, Entries.Held state, Ref entry, Scope scope, SeatId reader) {
    Revisions.Revised revised = Revisions.of(state).find(entry.id());
    Revisions.Deletion deletion = revised.deletion();
    if (deletion != null) {
      Scope then = Revisions.within(scope, deletion.event().audience());
      shown.put("deleted", deleted(deletion, state.access().canRead(reader, then)));
      return;
    }
    int earlier = earlier(state, revised, scope, reader).size();
    if (earlier > 0) {
      shown.put(
          "edited",
          new JsonObject()
              .put("version", earlier + 1)
              .put("at", Objects.requireNonNull(revised.changed()).toString()));
    }
  }

  /**
   * Why, and how many have it by mail, is told to those who could read the entry when that was
   * said, as its words are.
   */
  private static JsonObject deleted(Revisions.Deletion deletion, boolean why) {
    JsonObject shown =
        new JsonObject()
            .put("seat", deletion.event().by().value())
            .put("role", deletion.event().role().name())
            .put("at", deletion.at().toString());
    if (why && deletion.event().reason() != null) {
      shown.put("reason", deletion.event().reason().toString());
    }
    if (why && !deletion.event().received().isEmpty()) {
      shown.put("mailed", deletion.event().received().size());
    }
    return shown;
  }

  private static List<Revisions.Version> earlier(
      Entries.Held state, Revisions.Revised revised, Scope scope, SeatId reader) {
    return revised.earlier().stream()
        .filter(version -> state.access().canRead(reader, version.under(scope)))
        .toList();
  }

  /**
   * All its words that this reader may read, the oldest first; the last are those of now. Its
   * author and convenors are told who was sent which by mail, others how many.
   */
  static JsonArray versions(Entries.Held state, Entry entry, Scope scope, SeatId reader) {
    Revisions.Revised revised = Revisions.of(state).find(entry.id());
    boolean isNamed = namesHolders(state, entry, reader);
    JsonArray all = new JsonArray();
    for (Revisions.Version version : earlier(state, revised, scope, reader)) {
      JsonObject shown =
          version(all.size() + 1, version.at(), version.words().toString())
              .put("mailed", version.received().size());
      all.add(isNamed ? shown.put("holders", seats(version.received())) : shown);
    }
    Instant since = revised.changed() == null || all.isEmpty() ? entry.at() : revised.changed();
    return all.add(version(all.size() + 1, since, entry.text()));
  }

  /** Whether a reader of it is told by name who was sent it by mail. */
  static boolean namesHolders(Entries.Held state, Entry entry, SeatId reader) {
    return entry.seat().equals(reader) || state.members().isConvenor(reader);
  }

  /** Seats by id, in an order that says nothing. */
  static JsonArray seats(Collection<SeatId> seats) {
    return new JsonArray(seats.stream().map(SeatId::value).sorted().toList());
  }

  /** Where words of another entry stand. */
  static JsonObject quote(Entry entry) {
    return new JsonObject()
        .put("id", entry.id())
        .put("parent", EntryPresenter.ref(entry.parent()))
        .put("seat", entry.seat().value())
        .put("at", entry.at().toString());
  }

  /** A thing whose own words have those of an entry. */
  static JsonObject quote(Item item) {
    return EntryPresenter.ref(item.ref()).put("title", item.title());
  }

  private static JsonObject version(int number, Instant at, String text) {
    return new JsonObject().put("version", number).put("at", at.toString()).put("text", text);
  }
}
