package org.caucus.views.stream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caucus.coalition.access.Seat;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Paging;
import org.caucus.http.Routes;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.views.history.EditedFields;
import org.caucus.workspace.Capabilities;
import org.caucus.workspace.Commit;
import org.caucus.workspace.EventDescription;
import org.caucus.workspace.Rooms;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** {@code /activity}: who did what, newest first, as far as the seat may see it. */
public final class ActivityRoutes implements Routes {
  private final Rooms rooms;
  private final EditedFields edited;

  static final String EDITED = "issue.edited";

  /** Routes on these rooms. */
  public ActivityRoutes(Rooms rooms, EditedFields edited) {
    this.rooms = rooms;
    this.edited = edited;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listActivity", this::list);
  }

  private ApiResponse list(ApiRequest call) {
    Workspace now = rooms.read(call.workspace()).await();
    int limit = call.query("limit", Paging.DEFAULT_LIMIT);
    String organisation = call.query("organisation").orElse(null);
    int end =
        call.query("before").flatMap(p -> now.placeOf(p, call.seat())).orElse(now.history().size());
    JsonArray items = new JsonArray();
    String next = null;
    for (int i = end - 1; i >= 0; i--) {
      Commit commit = now.history().get(i);
      JsonObject item = item(now, commit, call.seat(), organisation);
      if (item != null && items.size() == limit) {
        next = items.getJsonObject(limit - 1).getString("id");
        break;
      }
      if (item != null) {
        items.add(item);
      }
    }
    changes(edited, now, items, call.seat());
    JsonObject page =
        new JsonObject().put("items", items).put("position", now.positionFor(call.seat()));
    return ApiResponse.ok(next == null ? page : page.put("next", next));
  }

  /**
   * Says with each edit of an issue what it changed, as far as a seat may know.
   *
   * @param items of the API's {@code ActivityItem}
   */
  public static void changes(EditedFields edited, Workspace now, JsonArray items, SeatId reader) {
    Map<String, String> edits = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      JsonObject item = items.getJsonObject(i);
      if (EDITED.equals(item.getString("verb"))) {
        edits.put(item.getString("id"), item.getJsonObject("ref").getString("id"));
      }
    }
    Map<String, JsonArray> changes = edited.of(now, edits, reader);
    for (int i = 0; i < items.size(); i++) {
      JsonObject item = items.getJsonObject(i);
      JsonArray changed = changes.get(item.getString("id"));
      if (changed != null && EDITED.equals(item.getString("verb"))) {
        item.put("changes", changed);
      }
    }
  }

  /** The same if who is named in it is of an organisation; null for anybody. */
  static @Nullable JsonObject item(
      Workspace now, Commit commit, SeatId reader, @Nullable String organisation) {
    if (organisation == null) {
      return item(now, commit, reader);
    }
    if (!isOf(now, commit.by(), organisation) && !isOf(now, commit.speaker(), organisation)) {
      return null;
    }
    JsonObject item = item(now, commit, reader);
    // a stranger's words are of no organisation, no matter who let them in
    String named = item == null || item.containsKey("from") ? null : item.getString("seat");
    return named != null && isOf(now, new SeatId(named), organisation) ? item : null;
  }

  private static boolean isOf(Workspace now, @Nullable SeatId by, String organisation) {
    Seat seat = by == null ? null : now.members().seats().get(by);
    return seat != null && seat.organisation().equals(organisation);
  }

  /** One line for a commit: the first of its happenings this seat may know of. */
  static @Nullable JsonObject item(Workspace now, Commit commit, SeatId reader) {
    if (FrameRenderer.isImport(commit) || !isActivity(commit)) {
      return null; // that an import began is told, and by whom
    }
    var visible = now.visible(commit, reader);
    if (visible.isEmpty()) {
      return null;
    }
    JsonObject line = line(now, commit, visible.getFirst(), visible, reader);
    UnreadableAuthors.ofArchive(now, commit, reader)
        .ifPresent(authors -> line.put("from", authors));
    return line;
  }

  /** Whether anything that a commit did is told in the list of what happened. */
  static boolean isActivity(Commit commit) {
    return commit.events().stream().anyMatch(Capabilities::isActivity);
  }

  /** One line for one of the happenings of a commit, which this seat may know of. */
  public static JsonObject line(Workspace now, Commit commit, EventDescription h, SeatId reader) {
    return line(now, commit, h, now.visible(commit, reader), reader);
  }

  private static JsonObject line(
      Workspace now,
      Commit commit,
      EventDescription h,
      List<EventDescription> visible,
      SeatId reader) {
    Ref named = h.under() == null ? h.ref() : titled(h);
    JsonObject item =
        new JsonObject()
            .put("id", commit.id())
            .put("at", commit.at().toString())
            .put("verb", h.verb())
            .put("ref", EntryPresenter.ref(h.ref()))
            .put("title", ActivityTitles.of(now, named))
            .put("audience", h.scope().audience().wire())
            .put("readers", now.access().count(h.scope()));
    SeatId by = FrameRenderer.speaker(commit, h);
    if (by != null) {
      item.put("seat", by.value());
    }
    UnreadableAuthors.of(now, commit, h, visible, reader).ifPresent(from -> item.put("from", from));
    if (h.under() != null) {
      item.put("under", EntryPresenter.ref(h.under()));
    }
    ActivityTitles.terms(now, named).ifPresent(terms -> item.put("attribution", terms.name()));
    ActivityTitles.excerpt(now, visible).ifPresent(e -> item.put("excerpt", e));
    return item;
  }

  /** An entry is called by what it hangs on; all else by its own title. */
  private static Ref titled(EventDescription h) {
    return h.ref().kind() == Ref.Kind.ENTRY && h.under() != null ? h.under() : h.ref();
  }
}
