package org.caucus.coalition.trackers.views;

import io.vertx.core.json.JsonObject;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Scope;

/** Saved views as the API's {@code SavedView}. */
public final class ViewJson {
  private ViewJson() {}

  /**
   * One, the same for all who read it.
   *
   * @param place its tracker's
   */
  public static JsonObject show(SavedView view, Scope place, Access access) {
    return new JsonObject()
        .put("id", view.id())
        .put("tracker", view.tracker())
        .put("name", view.name())
        .put("showing", show(view.showing()))
        .put("audience", view.audience().wire())
        .put("readers", access.count(SavedViews.scope(view, place)))
        .put("own", view.own())
        .put("by", view.by().value())
        .put("at", view.at().toString());
  }

  /** What a view shows. */
  public static JsonObject show(ViewLayout s) {
    return new JsonObject()
        .put("layout", s.layout())
        .put("filter", s.filter())
        .put("mine", s.mine())
        .put("closed", s.closed())
        .put("sort", s.sort())
        .put("group", s.group());
  }

  /** What a body asks to be shown; what it does not say is as usual. */
  public static ViewLayout showing(JsonObject json) {
    return new ViewLayout(
        json.getString("layout", "list"),
        json.getString("filter", "").strip(),
        json.getBoolean("mine", false),
        json.getBoolean("closed", false),
        json.getString("sort", "usual"),
        json.getString("group", "none"));
  }
}
