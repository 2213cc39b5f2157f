package org.caucus.views.webhooks;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.caucus.coalition.access.Organisation;
import org.caucus.coalition.access.Side;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.http.StandingAccess;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.CommandBus;
import org.caucus.kernel.Message;
import org.caucus.kernel.RandomIds;
import org.caucus.kernel.Refusal;
import org.caucus.platform.i18n.MessageJson;
import org.caucus.views.outbound.PublicUrl;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * {@code /webhooks}: a seat's own, a new one, another secret, its dead letters again, one removed.
 */
public final class WebhookRoutes implements Routes {
  /** So long calls are signed with the secret before, too. */
  static final Duration BOTH = Duration.ofHours(24);

  private static final int SECRET_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final CommandBus<Workspace> floor;
  private final WebhookStore book;
  private final StandingAccess made;
  private final InstantSource clock;

  /** Routes on this floor. */
  public WebhookRoutes(
      CommandBus<Workspace> floor, WebhookStore book, StandingAccess made, InstantSource clock) {
    this.made = made;
    this.floor = floor;
    this.book = book;
    this.clock = clock;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("listWebhooks", this::list);
    operations.on("createWebhook", this::make);
    operations.on("renewWebhookSecret", this::renew);
    operations.on("retryWebhook", this::retry);
    operations.on("deleteWebhook", this::remove);
  }

  private ApiResponse list(ApiRequest call) {
    JsonArray items = new JsonArray();
    book.of(call.workspace(), call.seat()).await().forEach(w -> items.add(shown(call, w)));
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private ApiResponse make(ApiRequest call) {
    Workspace state = floor.read(call.workspace()).await();
    state.access().mustPost(call.seat());
    JsonObject body = call.body();
    String company = body.getString("company");
    Organisation of = company == null ? null : state.members().organisations().get(company);
    if (company != null && (of == null || of.side() != Side.COMPANY)) {
      throw Refusal.invalid("company", Message.of("there-is-no-such-company-in"));
    }
    PublicUrl.mustBeOpen(body.getString("url"), "url");
    Webhook added =
        book.add(
                new Webhook(
                    id(call),
                    call.workspace(),
                    call.seat(),
                    body.getString("name").strip(),
                    body.getString("url"),
                    company,
                    secret(),
                    clock.instant(),
                    state.sequence(),
                    null,
                    null),
                () -> floor.read(call.workspace()).map(now -> now.access().isHere(call.seat())))
            .await();
    made.keep(
        call, StandingAccess.Thing.WEBHOOK, added.id(), added.created(), () -> book.remove(added));
    return ApiResponse.json(201, shown(call, added).put("secret", added.secret()));
  }

  private static String secret() {
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    return WebhookSignature.secret(random);
  }

  /** Another secret; the one before goes on for {@link #BOTH}, so that no call is lost by it. */
  private ApiResponse renew(ApiRequest call) {
    Webhook mine = mine(call);
    String fresh = secret();
    String turn = id(call);
    Instant until = clock.instant().plus(BOTH);
    Webhook renewed =
        book.change(mine.id(), now -> now.renewed(fresh, until, turn))
            .await()
            .orElseThrow(Refusal::absent);
    return ApiResponse.json(201, shown(call, renewed).put("secret", renewed.secret()));
  }

  /** Asked again under the same key it is the same one. */
  private static String id(ApiRequest call) {
    String mark = call.mark();
    return mark == null
        ? RandomIds.random()
        : Secrets.hash(call.workspace().value() + call.seat().value() + mark);
  }

  private ApiResponse retry(ApiRequest call) {
    Webhook mine = mine(call);
    book.change(mine.id(), Webhook::again).await();
    int many = book.revive(mine, clock.instant()).await();
    return ApiResponse.json(201, new JsonObject().put("again", many));
  }

  private ApiResponse remove(ApiRequest call) {
    book.remove(mine(call)).await();
    return ApiResponse.empty(204);
  }

  private Webhook mine(ApiRequest call) {
    return book.of(call.workspace(), call.seat()).await().stream()
        .filter(w -> w.id().equals(call.path("id")))
        .findFirst()
        .orElseThrow(Refusal::absent);
  }

  private JsonObject shown(ApiRequest call, Webhook webhook) {
    JsonObject shown =
        new JsonObject()
            .put("id", webhook.id())
            .put("name", webhook.name())
            .put("url", webhook.url())
            .put("createdAt", webhook.created().toString())
            .put("dead", book.dead(webhook).await())
            .put("letGo", webhook.trouble().letGo());
    if (webhook.company() != null) {
      shown.put("company", webhook.company());
    }
    say(call, shown, "failed", webhook.failed());
    say(call, shown, "stopped", webhook.stopped());
    return shown;
  }

  /** Why, in the language of the person who asks, and as programs read it. */
  private static void say(ApiRequest call, JsonObject shown, String field, @Nullable Message why) {
    if (why != null) {
      shown.put(field, call.told(why)).put(field + "Reason", MessageJson.of(why));
    }
  }
}
