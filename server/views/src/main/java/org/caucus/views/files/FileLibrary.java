package org.caucus.views.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.Entry;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The files that a seat can read now and looks for, with what there is in each place. Pure. */
final class FileLibrary {
  private final Workspace now;
  private final SeatId reader;
  private final FileQuery query;
  private final Predicate<Scope> reads;
  private final Map<Ref, Optional<Where>> things = new HashMap<>();
  private final Map<Version, List<Found>> versions = new LinkedHashMap<>();
  private final Map<String, Total> places = new TreeMap<>();

  private FileLibrary(Workspace now, SeatId reader, FileQuery query) {
    this.now = now;
    this.reader = reader;
    this.query = query;
    this.reads = now.access().asked(reader);
  }

  /**
   * A thing with files under it.
   *
   * @param place the kind of the thing and what it is in, such as {@code issue:COP}
   */
  record Where(Item item, String place) {
    static Where of(Item item) {
      return new Where(item, item.ref().kind().wire() + ":" + item.place());
    }
  }

  /** A file that its reader can read. */
  record Found(LibraryFile file, Entry entry, Where where) {
    FilePosition position() {
      return new FilePosition(entry.at(), file.size(), file.n(), file.entry(), file.key());
    }
  }

  /** What all versions of a file have in common. */
  private record Version(Ref in, String key) {}

  /** Files and their bytes. */
  record Total(int files, long bytes) {
    static final Total NONE = new Total(0, 0);

    Total plus(long size) {
      return new Total(files + 1, bytes + size);
    }
  }

  /**
   * What was found.
   *
   * @param rows each a file, the newest version first
   * @param places what there is in each place, of all that is looked for apart from the place
   */
  record Result(List<List<Found>> rows, Map<String, Total> places) {
    /** The next rows in this order. */
    List<List<Found>> next(FilePosition.Sort sort, @Nullable FilePosition after, int limit) {
      Comparator<List<Found>> order =
          Comparator.comparing(row -> row.getFirst().position(), sort.order());
      PriorityQueue<List<Found>> first = new PriorityQueue<>(order.reversed());
      for (List<Found> row : rows) {
        if (after != null && sort.order().compare(row.getFirst().position(), after) <= 0) {
          continue;
        }
        first.add(row);
        if (first.size() > limit) {
          first.remove();
        }
      }
      return first.stream().sorted(order).toList();
    }
  }

  /** What this seat looks for, of what it can read in this state. */
  static Result of(Workspace now, FileIndex index, SeatId reader, FileQuery query) {
    if (!now.access().isHere(reader)) {
      return new Result(List.of(), Map.of());
    }
    FileLibrary library = new FileLibrary(now, reader, query);
    index.entries().forEach(library::look);
    List<List<Found>> rows = new ArrayList<>(library.versions.values());
    rows.forEach(
        row -> row.sort(Comparator.comparing(Found::position, FilePosition.Sort.NEWEST.order())));
    return new Result(rows, library.places);
  }

  /** An entry that is gone, or that this reader cannot read, is as if it were not there. */
  private void look(EntryFiles known) {
    Entry entry = now.entries().find(known.entry()).filter(query::fits).orElse(null);
    Where where = entry == null ? null : where(entry).orElse(null);
    if (entry != null && where != null && isBy(entry)) {
      for (LibraryFile file : known.in(entry).files()) {
        found(new Found(file, entry, where));
      }
    }
  }

  private void found(Found one) {
    if (!query.fits(one.file())) {
      return;
    }
    String place = one.where().place();
    places.put(place, places.getOrDefault(place, Total.NONE).plus(one.file().size()));
    if (query.place() == null || query.place().equals(place)) {
      Version version = new Version(one.entry().parent(), one.file().key());
      versions.computeIfAbsent(version, v -> new ArrayList<>(1)).add(one);
    }
  }

  /** The thing that an entry hangs on, if this seat can read the entry. */
  private Optional<Where> where(Entry entry) {
    Optional<Where> where =
        things.computeIfAbsent(
            entry.parent(),
            ref -> now.item(ref, reader).filter(i -> reads.test(i.scope())).map(Where::of));
    return where.filter(w -> reads.test(w.item().scope().holds(entry.audience(), entry.at())));
  }

  /** What somebody without a seat wrote is nobody's of those who have one. */
  private boolean isBy(Entry entry) {
    if (!query.asksWho()) {
      return true;
    }
    Seat seat = now.members().seats().get(entry.seat());
    return seat != null
        && now.stranger(entry, reader).isEmpty()
        && query.fits(seat.id().value(), seat.organisation());
  }
}
