package org.caucus.views.files;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.entries.Entry;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.views.stream.ActivityTitles;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** {@code /files}: all files that this seat can read, wherever they hang. */
public final class FilesRoutes implements Routes {
  /** Rows of a page unless stated. */
  private static final int DEFAULT_LIMIT = 50;

  /** Most earlier versions that are shown in a row; all of them are counted. */
  private static final int MOST_EARLIER = 50;

  private final Rooms rooms;
  private final FileIndexes indexes;

  /** Routes on these rooms. */
  public FilesRoutes(Rooms rooms, FileIndexes indexes) {
    this.rooms = rooms;
    this.indexes = indexes;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listFiles", this::list);
  }

  private ApiResponse list(ApiRequest call) {
    Workspace now = rooms.read(call.workspace()).await();
    FileLibrary.Result found = indexes.of(now, call.seat()).find(query(call), call.seat());
    FilePosition.Sort sort =
        call.query("sort").map(FilePosition.Sort::valueOf).orElse(FilePosition.Sort.NEWEST);
    return ApiResponse.ok(
        page(
            new Shown(now, call.seat()),
            found,
            sort,
            call.query("before").orElse(null),
            call.query("limit", DEFAULT_LIMIT)));
  }

  private static FileQuery query(ApiRequest call) {
    return new FileQuery(
        call.query("audience").orElse(null),
        call.query("kind").map(FileCategory::valueOf).orElse(null),
        call.query("seat").orElse(null),
        call.query("organisation").orElse(null),
        call.query("place").orElse(null),
        call.query("since").map(Instant::parse).orElse(null),
        call.query("until").map(Instant::parse).orElse(null),
        FileQuery.words(call.query("q").orElse("")));
  }

  /** A page of rows, with what there is in each place. */
  static JsonObject page(
      Shown as,
      FileLibrary.Result found,
      FilePosition.Sort sort,
      @Nullable String before,
      int limit) {
    Optional<FilePosition> after = Optional.ofNullable(before).flatMap(FilePosition::read);
    List<List<FileLibrary.Found>> next =
        before != null && after.isEmpty()
            ? List.of()
            : found.next(sort, after.orElse(null), limit + 1);
    List<List<FileLibrary.Found>> rows = next.subList(0, Math.min(limit, next.size()));
    JsonObject page =
        new JsonObject()
            .put("items", new JsonArray(rows.stream().map(as::row).toList()))
            .put("found", found.rows().size())
            .put("places", places(found));
    if (next.size() > rows.size()) {
      page.put("next", rows.getLast().getFirst().position().write());
    }
    return page;
  }

  private static JsonArray places(FileLibrary.Result found) {
    JsonArray places = new JsonArray();
    found
        .places()
        .forEach(
            (place, total) ->
                places.add(
                    new JsonObject()
                        .put("kind", place.substring(0, place.indexOf(':')))
                        .put("place", place.substring(place.indexOf(':') + 1))
                        .put("files", total.files())
                        .put("bytes", total.bytes())));
    return places;
  }

  /** How a reader is shown files. */
  record Shown(Workspace now, SeatId reader) {
    private JsonObject row(List<FileLibrary.Found> versions) {
      FileLibrary.Found newest = versions.getFirst();
      Ref in = newest.where().ref();
      JsonObject row =
          file(newest)
              .put("in", EntryPresenter.ref(in))
              .put("title", now.item(in, reader).map(Item::title).orElse(""))
              .put("versions", versions.size());
      String place = newest.where().place();
      if (!place.endsWith(":")) {
        row.put("place", place.substring(place.indexOf(':') + 1));
      }
      ActivityTitles.terms(now, in).ifPresent(terms -> row.put("attribution", terms.name()));
      List<FileLibrary.Found> earlier = versions.subList(1, versions.size());
      JsonArray shown =
          new JsonArray(earlier.stream().limit(MOST_EARLIER).map(this::file).toList());
      return earlier.isEmpty() ? row : row.put("earlier", shown);
    }

    private JsonObject file(FileLibrary.Found one) {
      Entry entry = one.entry();
      LibraryFile file = one.file();
      JsonObject shown =
          new JsonObject()
              .put("entry", entry.id())
              .put("n", file.n())
              .put("name", file.name())
              .put("type", file.type())
              .put("kind", file.kind().name())
              .put("size", file.size())
              .put("at", entry.at().toString())
              .put("seat", entry.seat().value())
              .put("audience", entry.audience().wire())
              .put("readers", now.access().count(one.scope()))
              .put("href", href(entry, file));
      now.stranger(entry, reader).ifPresent(from -> shown.put("from", from));
      return shown;
    }

    private String href(Entry entry, LibraryFile file) {
      return "/api/workspaces/"
          + now.members().slug()
          + "/entries/"
          + entry.id()
          + "/attachments/"
          + file.n();
    }
  }
}
