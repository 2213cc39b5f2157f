package org.caucus.views.push;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.http.StandingAccess;
import org.caucus.identity.account.DeviceLabel;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.workspace.Workspace;

/** {@code /push}: the devices of a seat, what they are told, a new one, a test, one removed. */
public final class PushRoutes implements Routes {
  private final CommandBus<Workspace> floor;
  private final PushStore store;
  private final VapidKeys keys;
  private final PushHosts hosts;
  private final PushSender sender;
  private final PushWorker.SignIns signIns;
  private final StandingAccess made;

  /** Routes on this floor. */
  public PushRoutes(
      CommandBus<Workspace> floor,
      PushStore store,
      VapidKeys keys,
      PushHosts hosts,
      PushSender sender,
      PushWorker.SignIns signIns,
      StandingAccess made) {
    this.floor = floor;
    this.store = store;
    this.keys = keys;
    this.hosts = hosts;
    this.sender = sender;
    this.signIns = signIns;
    this.made = made;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("getPushKey", this::key);
    operations.on("getPush", this::show);
    operations.on("setPush", this::choose);
    operations.on("addPushDevice", this::add);
    operations.on("verifyPushDevice", this::test);
    operations.on("deletePushDevice", this::remove);
  }

  /** The key that a browser subscribes with. */
  private ApiResponse key(ApiRequest call) {
    return ApiResponse.ok(new JsonObject().put("key", keys.current().publicKey()));
  }

  private ApiResponse show(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    JsonArray items = new JsonArray();
    lasting(call).forEach(device -> items.add(shown(call, device)));
    JsonObject choices = store.choices(call.workspace(), call.seat()).await().json();
    return ApiResponse.ok(choices.put("devices", items));
  }

  /** Those whose sign-in lasts; the others are removed. */
  private List<PushDevice> lasting(ApiRequest call) {
    List<PushDevice> all = store.of(call.workspace(), call.seat()).await();
    String person = call.caller().person();
    List<PushDevice> over =
        all.stream().filter(d -> !signIns.lasts(person, d.signIn()).await()).toList();
    Future.all(over.stream().map(store::remove).toList()).await();
    return all.stream().filter(device -> !over.contains(device)).toList();
  }

  private static JsonObject shown(ApiRequest call, PushDevice device) {
    JsonObject shown =
        new JsonObject()
            .put("id", device.id())
            .put("name", device.name())
            .put("current", device.signIn().equals(call.caller().signIn()))
            .put("key", device.target().vapid())
            .put("createdAt", device.created().toString());
    if (device.taken() != null) {
      shown.put("sentAt", device.taken().toString());
    }
    if (device.failure() != null) {
      Message why = device.failure().why();
      shown
          .put("failed", call.told(why))
          .put("failedReason", MessageJson.of(why))
          .put("failingSince", device.failure().since().toString());
    }
    return shown;
  }

  private ApiResponse choose(ApiRequest call) {
    floor.read(call.workspace()).await().access().mustBeActive(call.seat());
    PushChoices choices = PushChoices.of(call.body());
    store.choose(call.workspace(), call.seat(), choices).await();
    return ApiResponse.json(201, choices.json());
  }

  private ApiResponse add(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    state.access().mustBeActive(call.seat());
    String signIn = signIn(call);
    PushDevice.Target target = target(call.body());
    String id = RandomIds.from(call.workspace() + " " + call.seat() + " " + signIn);
    List<PushDevice> before = store.of(call.workspace(), call.seat()).await();
    // one browser is told once, by whichever sign-in it was before
    before.stream()
        .filter(d -> !d.id().equals(id))
        .filter(d -> d.target().endpoint().equals(target.endpoint()))
        .forEach(d -> store.remove(d).await());
    PushDevice device = device(call, id, signIn, target, before);
    PushDevice added = store.add(device).await();
    made.keep(
        call, StandingAccess.Thing.PUSH, added.id(), added.created(), () -> store.remove(added));
    return ApiResponse.json(201, shown(call, added));
  }

  private static PushDevice device(
      ApiRequest call,
      String id,
      String signIn,
      PushDevice.Target target,
      List<PushDevice> before) {
    Instant created =
        before.stream()
            .filter(d -> d.id().equals(id))
            .map(PushDevice::created)
            .findFirst()
            .orElse(call.at());
    return new PushDevice(
        id,
        call.workspace(),
        call.seat(),
        signIn,
        target,
        DeviceLabel.of(call).text(),
        Secrets.secret().substring(0, 32), // the longest topic there may be
        created,
        null,
        null,
        List.of());
  }

  /** Only a browser is told, and only while it is signed in. */
  private static String signIn(ApiRequest call) {
    String signIn = call.caller().signIn();
    if (signIn == null) {
      throw Refusal.forbidden(Message.of("push-needs-browser"));
    }
    return signIn;
  }

  /** Where a push service takes what is for a browser; refused if that may not be. */
  PushDevice.Target target(JsonObject body) {
    String endpoint = body.getString("endpoint");
    hosts.mustHold(endpoint);
    PushDevice.Target target =
        new PushDevice.Target(
            endpoint, body.getString("p256dh"), body.getString("auth"), body.getString("key"));
    if (!P256.isPoint(bytes(target.p256dh(), "p256dh"))) {
      throw Refusal.invalid("p256dh", Message.of("push-key-damaged"));
    }
    if (bytes(target.auth(), "auth").length != WebPushCipher.AUTH_BYTES) {
      throw Refusal.invalid("auth", Message.of("push-key-damaged"));
    }
    if (keys.find(target.vapid()).isEmpty()) {
      throw Refusal.invalid("key", Message.of("push-key-unknown"));
    }
    return target;
  }

  private static byte[] bytes(String text, String field) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.invalid(field, Message.of("push-key-damaged"));
    }
  }

  /** Sends one that says that it is a test, and what came of it. */
  private ApiResponse test(ApiRequest call) {
    PushDevice device = mine(call);
    JsonObject message = PushContent.test(device, call.language());
    PushVerdict verdict = sender.send(device, message, 1, call.at());
    JsonObject came = new JsonObject().put("taken", verdict instanceof PushVerdict.Taken);
    switch (verdict) {
      case PushVerdict.Taken taken ->
          store.change(device, is -> is.taking(call.at(), is.shown())).await();
      case PushVerdict.Gone gone -> {
        store.remove(device).await();
        say(call, came, gone.why());
      }
      case PushVerdict.Refused refused -> say(call, came, refused.why());
      case PushVerdict.Later later -> say(call, came, later.why());
    }
    return ApiResponse.json(201, came);
  }

  private static void say(ApiRequest call, JsonObject came, Message why) {
    came.put("failed", call.told(why)).put("failedReason", MessageJson.of(why));
  }

  private ApiResponse remove(ApiRequest call) {
    store.remove(mine(call)).await();
    return ApiResponse.empty(204);
  }

  private PushDevice mine(ApiRequest call) {
    return lasting(call).stream()
        .filter(device -> device.id().equals(call.path("id")))
        .findFirst()
        .orElseThrow(Refusal::absent);
  }
}
