package org.caucus.views.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

/**
 * The files that a class of readers can read in one state. Its readers are asked about by canRead
 * when it is made, and it is not kept beyond that state.
 */
final class FileLibrary {
  private final Workspace now;
  private final SeatId reader;
  private final Predicate<Scope> reads;
  private final Map<Ref, Optional<Where>> things = new HashMap<>();
  private final List<Found> files = new ArrayList<>();
  private @Nullable Result all;

  private FileLibrary(Workspace now, SeatId reader) {
    this.now = now;
    this.reader = reader;
    this.reads = now.access().asked(reader);
  }

  /**
   * A thing with files under it.
   *
   * @param place the kind of the thing and what it is in, such as {@code issue:COP}
   */
  record Where(Ref ref, Scope scope, String place) {
    static Where of(Item item) {
      return new Where(item.ref(), item.scope(), item.ref().kind().wire() + ":" + item.place());
    }
  }

  /** A file that its reader can read. */
  record Found(LibraryFile file, Entry entry, Where where) {
    FilePosition position() {
      return new FilePosition(entry.at(), file.size(), file.n(), file.entry(), file.key());
    }

    Scope scope() {
      return where.scope().holds(entry.audience(), entry.at());
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
        if (first.size() < limit) {
          first.add(row);
        } else if (order.compare(row, first.element()) < 0) {
          first.remove();
          first.add(row);
        }
      }
      return first.stream().sorted(order).toList();
    }
  }

  /** What those who read like this seat can read in this state. */
  static FileLibrary of(Workspace now, FileIndex index, SeatId reader) {
    FileLibrary library = new FileLibrary(now, reader);
    if (now.access().isHere(reader)) {
      index.entries().forEach(library::look);
    }
    return library;
  }

  /** An entry that is gone, or that this reader cannot read, is as if it were not there. */
  private void look(EntryFiles known) {
    Entry entry = now.entries().find(known.entry()).orElse(null);
    Where where = entry == null ? null : where(entry).orElse(null);
    if (entry != null && where != null) {
      known.in(entry).files().forEach(file -> files.add(new Found(file, entry, where)));
    }
  }

  /** The thing that an entry hangs on, if this seat can read the entry. */
  private Optional<Where> where(Entry entry) {
    Optional<Where> where =
        things.computeIfAbsent(
            entry.parent(),
            ref -> now.item(ref, reader).filter(i -> reads.test(i.scope())).map(Where::of));
    return where.filter(w -> reads.test(w.scope().holds(entry.audience(), entry.at())));
  }

  /** What this reader of the class looks for. */
  Result find(FileQuery query, SeatId asks) {
    if (!query.equals(FileQuery.ALL)) {
      return search(query, asks);
    }
    Result known = all;
    if (known == null) {
      known = search(query, asks);
      all = known; // a request at the same time finds the same
    }
    return known;
  }

  private Result search(FileQuery query, SeatId asks) {
    Map<Version, List<Found>> versions = new HashMap<>();
    Map<String, Total> places = new TreeMap<>();
    for (Found one : files) {
      if (query.fits(one.file()) && query.fits(one.entry()) && isBy(query, one.entry(), asks)) {
        String place = one.where().place();
        places.merge(place, Total.NONE.plus(one.file().size()), FileLibrary::sum);
        if (query.place() == null || query.place().equals(place)) {
          Version version = new Version(one.where().ref(), one.file().key());
          versions.computeIfAbsent(version, v -> new ArrayList<>(1)).add(one);
        }
      }
    }
    List<List<Found>> rows = new ArrayList<>(versions.values());
    rows.forEach(FileLibrary::sort);
    return new Result(rows, places);
  }

  private static Total sum(Total one, Total other) {
    return new Total(one.files() + other.files(), one.bytes() + other.bytes());
  }

  private static void sort(List<Found> row) {
    if (row.size() > 1) {
      row.sort(Comparator.comparing(Found::position, FilePosition.Sort.NEWEST.order()));
    }
  }

  /** What somebody without a seat wrote is nobody's of those who have one. */
  private boolean isBy(FileQuery query, Entry entry, SeatId asks) {
    if (!query.asksWho()) {
      return true;
    }
    Seat seat = now.members().seats().get(entry.seat());
    return seat != null
        && now.stranger(entry, asks).isEmpty()
        && query.fits(seat.id().value(), seat.organisation());
  }
}
