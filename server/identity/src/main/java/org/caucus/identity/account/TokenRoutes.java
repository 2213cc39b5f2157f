package org.caucus.identity.account;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.CallerScope;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.http.StandingAccess;
import org.caucus.http.Unauthenticated;
import org.caucus.identity.Tokens;
import org.caucus.identity.Tokens.Token;
import org.caucus.identity.passkeys.OpenCredentials;
import org.caucus.kernel.Refusal;
import org.caucus.platform.json.JsonFields;

/** {@code /api/tokens}: personal tokens, made, seen and revoked. */
public final class TokenRoutes implements Routes {
  private static final String POST = "post";
  private static final JsonFields<Shown> TOKEN =
      JsonFields.of("Token", Shown.class, "id name access created expires reach.workspace used");

  private final Tokens tokens;
  private final OpenCredentials letIn;
  private final StandingAccess made;

  /** Routes over these. */
  public TokenRoutes(OpenCredentials letIn, StandingAccess made) {
    this.made = made;
    this.tokens = letIn.tokens();
    this.letIn = letIn;
  }

  private record Shown(Token token, String access) {}

  @Override
  public void mount(Operations operations) {
    operations.forPerson("listTokens", this::list);
    operations.forPerson("createToken", this::make);
    operations.forPerson("revokeToken", this::revoke);
  }

  private List<Token> mine(ApiRequest call) {
    return tokens.of(call.caller().person()).await();
  }

  private ApiResponse list(ApiRequest call) {
    List<JsonObject> items = mine(call).stream().map(TokenRoutes::shown).toList();
    return ApiResponse.ok(new JsonObject().put("items", items));
  }

  private static JsonObject shown(Token token) {
    return TOKEN.json(new Shown(token, token.reach().acts() ? POST : "read"));
  }

  private ApiResponse make(ApiRequest call) {
    JsonObject body = call.body();
    CallerScope reach =
        new CallerScope(POST.equals(body.getString("access")), body.getString("workspace"));
    Tokens.Minted minted =
        letIn
            .mint(
                call.caller().person(),
                Objects.requireNonNull(call.caller().session()),
                body.getString("name").strip(),
                reach,
                Duration.ofDays(body.getInteger("days")),
                call.mark())
            .await()
            .orElseThrow(Unauthenticated::new);
    Token token = minted.token();
    made.keep(
        call,
        StandingAccess.Thing.TOKEN,
        token.id(),
        token.created(),
        () -> tokens.endById(token.id()).mapEmpty());
    return ApiResponse.json(201, shown(token).put("token", minted.secret()));
  }

  private ApiResponse revoke(ApiRequest call) {
    String id = call.path("id");
    if (mine(call).stream().noneMatch(t -> t.id().equals(id))) {
      throw Refusal.absent();
    }
    tokens.endById(id).await();
    return ApiResponse.empty(204);
  }
}
