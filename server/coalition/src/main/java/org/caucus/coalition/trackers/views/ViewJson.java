package org.caucus.coalition.trackers.views;

import io.vertx.core.json.JsonObject;
import org.caucus.coalition.access.Access;
import org.caucus.coalition.access.Scope;
import org.caucus.platform.json.JsonFields;

/** Saved views as the API's {@code SavedView}. */
public final class ViewJson {
  private static final JsonFields<Shown> SHOWN =
      JsonFields.of("SavedView", Shown.class, "id tracker name showing audience readers own by at");

  private ViewJson() {}

  private record Shown(SavedView view, int readers) {}

  /**
   * One, the same for all who read it.
   *
   * @param place its tracker's
   */
  public static JsonObject show(SavedView view, Scope place, Access access) {
    return SHOWN.json(new Shown(view, access.count(SavedViews.scope(view, place))));
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
