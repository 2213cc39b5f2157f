package org.caucus.operator.admin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.caucus.identity.passkeys.PasskeyChallenges;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.operator.acts.OperatorAccounts;
import org.caucus.platform.ratelimit.PeerNetworks;
import org.caucus.platform.ratelimit.RateLimited;
import org.caucus.platform.ratelimit.TokenBuckets;

/** Lets operators in: by a passkey, which a link from the shell lets them enrol once. */
final class AdminSignInRoutes {
  /** Requests for a link or a sign-in from one network. */
  static final int TRIES = 30;

  private static final Duration WITHIN = Duration.ofMinutes(10);
  private static final String SESSION = "caucus-operator";
  private static final String MARK = "caucus-operator-mark";
  private static final String CREDENTIAL = "credential";

  private final AdminParts parts;
  private final TokenBuckets tries;
  private final boolean secure;

  /**
   * An operator who is signed in.
   *
   * @param token what each form of their pages has to bring
   */
  record Session(String operator, String token) {}

  AdminSignInRoutes(AdminParts parts) {
    this.parts = parts;
    this.tries = new TokenBuckets(parts.clock(), new TokenBuckets.Limit(TRIES, WITHIN));
    this.secure = "https".equalsIgnoreCase(parts.baseUrl().getScheme());
  }

  /** Who asks; their session goes on by that. */
  Optional<Session> session(RoutingContext ctx) {
    String secret = cookie(ctx, SESSION);
    return parts.accounts().session(secret).map(name -> new Session(name, token(secret)));
  }

  private String token(String secret) {
    return parts.desk().vault().blindIndex("operator/form", secret);
  }

  void enrolOptions(RoutingContext ctx) {
    counted(ctx);
    OperatorAccounts.Link link = link(ctx);
    String mark = marked(ctx);
    answer(ctx, parts.passkeys().creation(mark, link.operator()));
  }

  /** The link is used up before the passkey is kept, so that of two who have it one gets in. */
  void enrol(RoutingContext ctx) {
    counted(ctx);
    OperatorAccounts.Link link = link(ctx);
    String operator = link.operator();
    if (!parts.accounts().use(link)
        || !parts.passkeys().add(cookie(ctx, MARK), operator, credential(ctx))) {
      throw refused();
    }
    parts.acts().note(operator, "operator.enrol", operator);
    entered(ctx, operator);
  }

  void options(RoutingContext ctx) {
    counted(ctx);
    String mark = marked(ctx);
    answer(ctx, parts.passkeys().request(mark));
  }

  void signIn(RoutingContext ctx) {
    counted(ctx);
    String operator =
        parts
            .passkeys()
            .open(cookie(ctx, MARK), credential(ctx))
            .filter(parts.accounts().names()::contains)
            .orElseThrow(AdminSignInRoutes::refused);
    parts.acts().note(operator, "operator.sign-in", operator);
    entered(ctx, operator);
  }

  void signOut(RoutingContext ctx) {
    parts.accounts().end(cookie(ctx, SESSION));
    set(ctx, SESSION, "", Duration.ZERO);
  }

  /** Begins a new session and ends the former one, which somebody may have planted. */
  private void entered(RoutingContext ctx, String operator) {
    parts.accounts().end(cookie(ctx, SESSION));
    set(ctx, SESSION, parts.accounts().begin(operator), OperatorAccounts.LONGEST);
    set(ctx, MARK, "", Duration.ZERO);
    answer(ctx, new JsonObject().put("operator", operator));
  }

  private OperatorAccounts.Link link(RoutingContext ctx) {
    return parts.accounts().link(text(ctx, "token")).orElseThrow(AdminSignInRoutes::refused);
  }

  private static JsonObject credential(RoutingContext ctx) {
    return body(ctx).getValue(CREDENTIAL) instanceof JsonObject credential
            && credential.getValue("id") instanceof String
            && credential.getValue("response") instanceof JsonObject
        ? credential
        : new JsonObject().put("id", "").put("response", new JsonObject());
  }

  private static String text(RoutingContext ctx, String field) {
    return body(ctx).getValue(field) instanceof String text ? text : "";
  }

  private static JsonObject body(RoutingContext ctx) {
    JsonObject body = ctx.body().asJsonObject();
    return body == null ? new JsonObject() : body;
  }

  private void counted(RoutingContext ctx) {
    long wait = tries.count(PeerNetworks.of(parts.peer().apply(ctx.request())));
    if (wait > 0) {
      throw new RateLimited(wait);
    }
  }

  private String marked(RoutingContext ctx) {
    String mark = parts.passkeys().mark();
    set(ctx, MARK, mark, PasskeyChallenges.LIFETIME);
    return mark;
  }

  /** The same answer to all failures. */
  private static Refusal refused() {
    return Refusal.forbidden(Message.of("this-passkey-was-not-accepted-try"));
  }

  private String cookie(RoutingContext ctx, String name) {
    Cookie cookie = ctx.request().getCookie(name(name));
    return cookie == null ? "" : cookie.getValue();
  }

  private String name(String plain) {
    return secure ? "__Host-" + plain : plain;
  }

  private void set(RoutingContext ctx, String name, String value, Duration age) {
    ctx.response()
        .addCookie(
            Cookie.cookie(name(name), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(age.toSeconds()));
  }

  private static void answer(RoutingContext ctx, JsonObject json) {
    ctx.response().putHeader("content-type", "application/json").end(json.encode());
  }
}
