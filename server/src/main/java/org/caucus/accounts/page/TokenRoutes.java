package org.caucus.accounts.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.caucus.accounts.Tokens;
import org.caucus.accounts.Tokens.Token;
import org.caucus.accounts.passkeys.LetIn;
import org.caucus.command.Refused;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Made;
import org.caucus.http.Operations;
import org.caucus.http.Reach;
import org.caucus.http.Routes;
import org.caucus.http.Unauthenticated;

/** {@code /api/tokens}: personal tokens, made, seen and revoked. */
public final class TokenRoutes implements Routes {
  private static final String POST = "post";

  private final Tokens tokens;
  private final LetIn letIn;
  private final Made made;

  /** Routes over these. */
  public TokenRoutes(LetIn letIn, Made made) {
    this.made = made;
    this.tokens = letIn.tokens();
    this.letIn = letIn;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("listTokens", this::list);
    operations.forPerson("makeToken", this::make);
    operations.forPerson("revokeToken", this::revoke);
  }

  private List<Token> mine(Call call) {
    return tokens.of(call.caller().person()).await();
  }

  private Answer list(Call call) {
    JsonArray items = new JsonArray();
    mine(call).forEach(t -> items.add(shown(t)));
    return Answer.ok(new JsonObject().put("items", items));
  }

  private static JsonObject shown(Token token) {
    JsonObject shown =
        new JsonObject()
            .put("id", token.id())
            .put("name", token.name())
            .put("access", token.reach().acts() ? POST : "read")
            .put("created", token.created().toString())
            .put("expires", token.expires().toString());
    if (token.reach().workspace() != null) {
      shown.put("workspace", token.reach().workspace());
    }
    if (token.used() != null) {
      shown.put("used", token.used().toString());
    }
    return shown;
  }

  private Answer make(Call call) {
    JsonObject body = call.body();
    Reach reach = new Reach(POST.equals(body.getString("access")), body.getString("workspace"));
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
        Made.Thing.TOKEN,
        token.id(),
        token.created(),
        () -> tokens.endById(token.id()).mapEmpty());
    return Answer.json(201, shown(token).put("token", minted.secret()));
  }

  private Answer revoke(Call call) {
    String id = call.path("id");
    if (mine(call).stream().noneMatch(t -> t.id().equals(id))) {
      throw Refused.absent();
    }
    tokens.endById(id).await();
    return Answer.empty(204);
  }
}
