package org.caucus.views.drafts;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.workspace.Rooms;

/**
 * {@code /own-drafts}: what the seat is writing, for its other devices. Nobody else is shown it,
 * and it is in no event.
 */
public final class OwnDraftRoutes implements Routes {
  private final Rooms rooms;
  private final OwnDraftStore store;

  /** Routes on these rooms. */
  public OwnDraftRoutes(Rooms rooms, OwnDraftStore store) {
    this.rooms = rooms;
    this.store = store;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listOwnDrafts", this::list);
    operations.on("getOwnDraft", this::get);
    operations.on("setOwnDraft", this::save);
    operations.on("deleteOwnDraft", this::delete);
  }

  private OwnDrafts own(ApiRequest call) {
    rooms.read(call.workspace()).await().access().mustBeActive(call.seat());
    return store.of(call.workspace(), call.seat(), call.at());
  }

  private ApiResponse list(ApiRequest call) {
    JsonArray items = new JsonArray();
    own(call).all().forEach(draft -> items.add(draft.head()));
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private ApiResponse get(ApiRequest call) {
    OwnDraft draft = own(call).find(call.path("id")).orElseThrow(Refusal::absent);
    return ApiResponse.ok(draft.json());
  }

  private ApiResponse save(ApiRequest call) {
    rooms.read(call.workspace()).await().access().mustBeActive(call.seat());
    JsonObject asked = call.body();
    String place = asked.getString("place");
    String id = store.draftId(call.workspace(), call.seat(), place);
    OwnDraft draft =
        new OwnDraft(id, place, RandomIds.random(), call.at(), asked.getJsonObject("draft"));
    String known = asked.getString("version");
    OwnDrafts now =
        store.change(call.workspace(), call.seat(), call.at(), id, all -> all.with(draft, known));
    return ApiResponse.json(201, now.find(id).orElseThrow(Refusal::absent).head());
  }

  private ApiResponse delete(ApiRequest call) {
    rooms.read(call.workspace()).await().access().mustBeActive(call.seat());
    String id = call.path("id");
    Optional<String> known = call.query("version");
    OwnDrafts unused =
        store.change(call.workspace(), call.seat(), call.at(), id, all -> all.without(id, known));
    return ApiResponse.empty(204);
  }
}
