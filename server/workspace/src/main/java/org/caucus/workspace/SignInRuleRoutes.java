package org.caucus.workspace;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.access.MemberCommand;
import org.caucus.coalition.access.Seat;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** {@code /sign-in-rule}: whether only those come in by web who let nothing but a passkey in. */
public final class SignInRuleRoutes implements Routes {
  private final Rooms rooms;
  private final PasskeyPolicy threshold;

  /** Routes on these rooms. */
  public SignInRuleRoutes(Rooms rooms, PasskeyPolicy threshold) {
    this.rooms = rooms;
    this.threshold = threshold;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("getSignInPolicy", this::read);
    operations.on("setSignInPolicy", this::set);
  }

  private ApiResponse read(ApiRequest call) {
    Workspace w = rooms.read(call.workspace()).await();
    w.access().mustBeActive(call.seat());
    JsonObject shown = new JsonObject().put("passkeys", w.members().passkeys());
    if (w.members().isConvenor(call.seat())) {
      List<String> people = w.members().active().stream().map(Seat::person).distinct().toList();
      List<Future<Boolean>> ready = people.stream().map(threshold::meets).toList();
      long those = Future.all(ready).await().<Boolean>list().stream().filter(r -> r).count();
      shown.put("ready", those).put("people", people.size());
    }
    return ApiResponse.ok(shown);
  }

  private ApiResponse set(ApiRequest call) {
    boolean passkeys = call.body().getBoolean("passkeys");
    rooms.read(call.workspace()).await().access().mustConvene(call.seat());
    if (passkeys && !threshold.meets(call.caller().person()).await()) {
      throw Refusal.conflict(Message.of("first-let-only-a-passkey-in"));
    }
    return ApiResponse.accepted(
        201, call.submit(rooms, new MemberCommand.RuleSignIn(passkeys)).await());
  }
}
