package org.caucus.views.feeds;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Side;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.http.StandingAccess;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.json.JsonFields;
import org.caucus.workspace.Workspace;

/** {@code /feeds}: a seat's own feed addresses, a new one, one revoked. */
public final class FeedRoutes implements Routes {
  private static final JsonFields<FeedKeys.FeedKey> FEED =
      JsonFields.of("Feed", FeedKeys.FeedKey.class, "id name createdAt:created company");

  private final CommandBus<Workspace> floor;
  private final FeedKeys keys;
  private final StandingAccess made;
  private final String baseUrl;

  /**
   * Routes on this floor.
   *
   * @param baseUrl of the pages, without a slash at the end
   */
  public FeedRoutes(
      CommandBus<Workspace> floor, FeedKeys keys, StandingAccess made, String baseUrl) {
    this.made = made;
    this.floor = floor;
    this.keys = keys;
    this.baseUrl = baseUrl;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listFeeds", this::list);
    operations.on("createFeed", this::make);
    operations.on("revokeFeed", this::revoke);
  }

  private ApiResponse list(ApiRequest call) {
    JsonArray items = new JsonArray();
    keys.of(call.workspace(), call.seat()).await().forEach(key -> items.add(shown(key)));
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private ApiResponse make(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    String company = call.body().getString("company");
    Organisation of = company == null ? null : state.members().organisations().get(company);
    if (company != null && (of == null || of.side() != Side.COMPANY)) {
      throw Refusal.invalid("company", Message.of("there-is-no-such-company-in"));
    }
    FeedKeys.Minted minted =
        keys.mint(
                call.workspace(),
                call.seat(),
                call.body().getString("name").strip(),
                company,
                call.mark())
            .await();
    FeedKeys.FeedKey key = minted.key();
    made.keep(call, StandingAccess.Thing.FEED, key.id(), key.created(), () -> keys.revoke(key));
    String address = baseUrl + "/feeds/" + minted.secret();
    JsonObject shown =
        shown(key).put("atom", address + "/atom.xml").put("json", address + "/feed.json");
    // actions and issues have no company
    return ApiResponse.json(
        201,
        company != null
            ? shown
            : shown
                .put("calendar", address + "/calendar.ics")
                .put("actionsAtom", address + "/actions.xml")
                .put("actionsJson", address + "/actions.json")
                .put("issuesAtom", address + "/issues.xml")
                .put("issuesJson", address + "/issues.json"));
  }

  private ApiResponse revoke(ApiRequest call) {
    FeedKeys.FeedKey mine =
        keys.of(call.workspace(), call.seat()).await().stream()
            .filter(key -> key.id().equals(call.path("id")))
            .findFirst()
            .orElseThrow(Refusal::absent);
    keys.revoke(mine).await();
    return ApiResponse.empty(204);
  }

  private static JsonObject shown(FeedKeys.FeedKey key) {
    return FEED.json(key);
  }
}
