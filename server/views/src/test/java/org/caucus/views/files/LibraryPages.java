package org.caucus.views.files;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** What the library of files shows to a seat, for tests of other packages. */
public final class LibraryPages {
  private static final int ALL = 10_000;

  private LibraryPages() {}

  /** All of it, as the API shows it, in each order. */
  public static String all(Workspace now, SeatId seat) {
    StringBuilder all = new StringBuilder();
    for (FilePosition.Sort sort : FilePosition.Sort.values()) {
      all.append(page(now, seat, FileQuery.ALL, sort, null, ALL).encode());
    }
    return all.toString();
  }

  /** The entries with files in it. */
  public static Set<String> entries(Workspace now, SeatId seat) {
    return FileLibrary.of(now, FileIndex.EMPTY.with(now), seat)
        .find(FileQuery.ALL, seat)
        .rows()
        .stream()
        .flatMap(row -> row.stream().map(found -> found.entry().id()))
        .collect(Collectors.toSet());
  }

  static JsonObject page(
      Workspace now,
      SeatId seat,
      FileQuery query,
      FilePosition.Sort sort,
      @org.jspecify.annotations.Nullable String before,
      int limit) {
    FileLibrary.Result found =
        FileLibrary.of(now, FileIndex.EMPTY.with(now), seat).find(query, seat);
    return FilesRoutes.page(new FilesRoutes.Shown(now, seat), found, sort, before, limit);
  }
}
