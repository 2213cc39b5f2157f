package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A browser that its push service tells something. The service itself is not there in tests: the
 * page is given a subscription with keys of its own, and devtools hand the worker what was sent.
 */
final class PushedDevice {
  private static final int LOOK_MS = 50;
  private static final int MOST_LOOKS = 600;

  private static final String SUBSCRIBES =
      """
      if (self.PushManager) {
        let is = null;
        const text = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))
          .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
        PushManager.prototype.getSubscription = async () => is;
        PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
          const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
          const keys = {
            p256dh: text(await crypto.subtle.exportKey('raw', pair.publicKey)),
            auth: text(crypto.getRandomValues(new Uint8Array(16))),
          };
          const endpoint = 'https://fcm.googleapis.com/fcm/send/of-a-test';
          return is = { endpoint, options: { applicationServerKey }, toJSON: () => ({ endpoint, keys }),
            unsubscribe: async () => { is = null; return true; } };
        };
      }\
      """;

  private static final String SHOWN =
      """
      async () => JSON.stringify((await registration.getNotifications())
        .map(({ title, body, data }) => ({ title, body, data })))\
      """;

  /** No script may press a notification as people do: what it would open is noted instead. */
  private static final String PRESSED =
      """
      async () => {
        let to;
        Clients.prototype.openWindow = async path => { to = path; };
        const [notification] = await registration.getNotifications();
        dispatchEvent(new NotificationEvent('notificationclick', { notification }));
        while (to === undefined) await new Promise(done => setTimeout(done, 10));
        return to;
      }\
      """;

  private final Visitor holder;
  private final String origin;
  private final BrowserContext context;
  private final BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();

  PushedDevice(Visitor holder, String origin) {
    this.holder = holder;
    this.origin = origin;
    this.context = holder.context();
    context.addInitScript(SUBSCRIBES);
    context.grantPermissions(
        List.of("notifications"), new BrowserContext.GrantPermissionsOptions().setOrigin(origin));
  }

  /** Its worker is told this while no page of Caucus is looked at. */
  void tell(JsonObject message) {
    CDPSession devtools = context.newCDPSession(holder.page());
    List<String> registrations = new ArrayList<>();
    devtools.on(
        "ServiceWorker.workerRegistrationUpdated",
        said ->
            new JsonObject(said.toString())
                .getJsonArray("registrations")
                .forEach(one -> registrations.add(((JsonObject) one).getString("registrationId"))));
    devtools.send("ServiceWorker.enable");
    for (int i = 0; registrations.isEmpty() && i < MOST_LOOKS; i++) {
      holder.page().waitForTimeout(LOOK_MS);
    }
    holder.page().navigate("about:blank");
    devtools.send(
        "ServiceWorker.deliverPushMessage",
        json(
            new JsonObject()
                .put("origin", origin)
                .put("registrationId", registrations.getFirst())
                .put("data", message.encode())));
  }

  /** What lies on its screen, when something does. */
  String shown() {
    String shown = inWorker(SHOWN);
    for (int i = 0; shown.equals("[]") && i < MOST_LOOKS; i++) {
      holder.page().waitForTimeout(LOOK_MS);
      shown = inWorker(SHOWN);
    }
    return shown;
  }

  /** Where a press on it leads. */
  String press() {
    return inWorker(PRESSED);
  }

  /** What a function answers in the worker of this browser, and no other's. */
  private String inWorker(String function) {
    String own = context(context.newCDPSession(holder.page()).send("Target.getTargetInfo"));
    CDPSession browser = Objects.requireNonNull(context.browser()).newBrowserCDPSession();
    browser.on(
        "Target.receivedMessageFromTarget",
        said -> {
          JsonObject told = new JsonObject(new JsonObject(said.toString()).getString("message"));
          if (told.containsKey("id")) { // and no event
            answers.add(told);
          }
        });
    String session = attached(browser, own);
    JsonObject asked =
        new JsonObject()
            .put("id", 1)
            .put("method", "Runtime.evaluate")
            .put(
                "params",
                new JsonObject()
                    .put("expression", "(" + function + ")()")
                    .put("awaitPromise", true)
                    .put("returnByValue", true));
    browser.send(
        "Target.sendMessageToTarget",
        json(new JsonObject().put("sessionId", session).put("message", asked.encode())));
    for (int i = 0; answers.isEmpty() && i < MOST_LOOKS; i++) {
      holder.page().waitForTimeout(LOOK_MS);
    }
    JsonObject answer = Objects.requireNonNull(answers.poll(), "the worker says nothing");
    browser.detach();
    assertThat(answer.getMap()).as(answer.encode()).containsKey("result");
    return answer.getJsonObject("result").getJsonObject("result").getString("value");
  }

  private String attached(CDPSession browser, String own) {
    String target =
        new JsonObject(browser.send("Target.getTargets").toString())
            .getJsonArray("targetInfos").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("type").equals("service_worker"))
                .filter(one -> own.equals(one.getString("browserContextId")))
                .findFirst()
                .orElseThrow()
                .getString("targetId");
    JsonObject to = new JsonObject().put("targetId", target).put("flatten", false);
    return new JsonObject(browser.send("Target.attachToTarget", json(to)).toString())
        .getString("sessionId");
  }

  private static String context(com.google.gson.JsonObject told) {
    return new JsonObject(told.toString())
        .getJsonObject("targetInfo")
        .getString("browserContextId");
  }

  private static com.google.gson.JsonObject json(JsonObject one) {
    return JsonParser.parseString(one.encode()).getAsJsonObject();
  }
}
