package org.caucus.identity.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.UnaryOperator;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Caller;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.identity.Sessions;
import org.caucus.identity.sessions.Session;
import org.caucus.kernel.Refusal;

/** {@code /api/sessions}: where one is signed in, and ending that; {@code /api/session/key}. */
public final class SessionRoutes implements Routes {
  private final Sessions sessions;
  private final UnaryOperator<String> keyOf;

  /**
   * Routes over these sessions.
   *
   * @param keyOf the key to what a person's browsers keep of what they typed, by their id: for who
   *     is signed in, so that it opens nothing once no session is
   */
  public SessionRoutes(Sessions sessions, UnaryOperator<String> keyOf) {
    this.sessions = sessions;
    this.keyOf = keyOf;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("listSessions", this::list);
    operations.forPerson("endSession", this::end);
    operations.forPerson("endOtherSessions", this::endOthers);
    operations.forPerson("getSessionKey", this::key);
  }

  private ApiResponse key(ApiRequest call) {
    return ApiResponse.ok(new JsonObject().put("key", keyOf.apply(call.caller().person())));
  }

  private ApiResponse list(ApiRequest call) {
    JsonArray items = new JsonArray();
    mine(call).forEach(s -> items.add(shown(s, call.caller())));
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private List<Session> mine(ApiRequest call) {
    return sessions.of(call.caller().person()).await();
  }

  private static JsonObject shown(Session session, Caller caller) {
    JsonObject shown =
        new JsonObject()
            .put("id", session.id())
            .put("began", session.began().toString())
            .put("used", session.used().toString())
            .put("current", session.id().equals(caller.session()));
    return DeviceLabel.of(session.device()).put(shown);
  }

  private ApiResponse end(ApiRequest call) {
    String id = call.path("id");
    if (mine(call).stream().noneMatch(s -> s.id().equals(id))) {
      throw Refusal.absent();
    }
    sessions.endById(id).await();
    return ApiResponse.empty(204);
  }

  private ApiResponse endOthers(ApiRequest call) {
    sessions.endAll(call.caller().person(), call.caller().session()).await();
    return ApiResponse.empty(204);
  }
}
