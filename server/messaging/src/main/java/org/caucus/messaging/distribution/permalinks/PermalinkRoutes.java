package org.caucus.messaging.distribution.permalinks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Comparator;
import java.util.Locale;
import org.caucus.coalition.entries.Entry;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Ref;
import org.caucus.kernel.WorkspaceId;
import org.caucus.workspace.Workspace;

/**
 * {@code /messages/{hash}}: where a letter stands. One letter can stand on several lists; of those
 * only what the seat can read is named, and a letter that is nowhere is like one that it cannot
 * read.
 */
public final class PermalinkRoutes implements Routes {
  private final CommandBus<Workspace> floor;
  private final Permalinks permalinks;

  /**
   * Routes on this floor.
   *
   * @param domain in whose name identifiers of posts are made
   */
  public PermalinkRoutes(CommandBus<Workspace> floor, String domain) {
    this.floor = floor;
    this.permalinks = new Permalinks(domain);
  }

  /** What is known of a workspace whose key is closed goes. */
  public void forget(WorkspaceId workspace) {
    permalinks.forget(workspace);
  }

  @Override
  public void mount(Operations operations) {
    operations.on("findMessage", this::find);
  }

  private ApiResponse find(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    String hash = call.path("hash").toLowerCase(Locale.ROOT);
    JsonArray items = new JsonArray();
    permalinks.find(state, hash).stream()
        .filter(e -> isReadable(state, e, call))
        .sorted(Comparator.comparing(Entry::at))
        .forEach(e -> items.add(show(e)));
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private static boolean isReadable(Workspace state, Entry entry, ApiRequest call) {
    return state
        .scopeOf(Ref.to(Ref.Kind.ENTRY, entry.id()))
        .filter(scope -> state.access().canRead(call.seat(), scope))
        .isPresent();
  }

  private static JsonObject show(Entry entry) {
    return new JsonObject()
        .put("entry", entry.id())
        .put(
            "of",
            new JsonObject()
                .put("kind", entry.parent().kind().wire())
                .put("id", entry.parent().id()));
  }
}
