package org.caucus.identity.account;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Callers;
import org.caucus.http.Operations;
import org.caucus.http.PersonDirectory;
import org.caucus.http.Routes;
import org.caucus.http.StepUp;
import org.caucus.http.Unauthenticated;
import org.caucus.identity.CodeMail;
import org.caucus.identity.Cookies;
import org.caucus.identity.Sessions;
import org.caucus.identity.SignInCodes;
import org.caucus.identity.SignInRoutes;
import org.caucus.identity.VerificationCodes;
import org.caucus.identity.passkeys.PasskeyRecovery;
import org.caucus.identity.passkeys.PasskeySignInRoutes;
import org.caucus.identity.passkeys.PasskeyVerifier;
import org.caucus.identity.sessions.Secrets;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.observability.security.SecurityLog;

/**
 * {@code /api/step-up}: a fresh proof of who is signed in, by a passkey or by a code mailed to the
 * address that receives their mail. The session goes on under another secret after it.
 */
public final class StepUpRoutes implements Routes {
  private final Vertx vertx;
  private final Callers callers;
  private final PersonDirectory people;
  private final SignInCodes codes;
  private final Sessions sessions;
  private final Cookies cookies;
  private final PasskeyVerifier gate;
  private final PasskeyRecovery lost;

  /** Routes over these. */
  public StepUpRoutes(
      Vertx vertx,
      Callers callers,
      PersonDirectory people,
      SignInCodes codes,
      Sessions sessions,
      Cookies cookies,
      PasskeyVerifier gate,
      PasskeyRecovery lost) {
    this.vertx = vertx;
    this.callers = callers;
    this.people = people;
    this.codes = codes;
    this.sessions = sessions;
    this.cookies = cookies;
    this.gate = gate;
    this.lost = lost;
  }

  @Override
  public void mount(Operations operations) {
    operations.forPerson("getStepUp", this::state);
    operations.forPerson("requestStepUpCode", this::requestCode);
    operations.forPerson("stepUp", this::stepUp);
  }

  private ApiResponse state(ApiRequest call) {
    JsonArray ways = new JsonArray(callers.ways(call.caller().person()).await());
    JsonObject state = new JsonObject().put("ways", ways);
    Instant until = StepUp.until(Objects.requireNonNull(call.caller().proved()));
    if (call.at().isBefore(until)) {
      state.put("until", until.toString());
    }
    return ApiResponse.ok(state);
  }

  private ApiResponse requestCode(ApiRequest call) {
    mustBeAWay(call, "code");
    String address = people.find(call.caller().person()).await().orElseThrow().address();
    String browser =
        codes
            .ask(
                address,
                // signed in: no stranger's asking may keep them from confirming
                new VerificationCodes.Asker(call.peer(), true),
                SignInRoutes.once(call),
                CodeMail.Use.CONFIRM)
            .await();
    return ApiResponse.empty(202).with("set-cookie", cookies.signIn(browser));
  }

  private ApiResponse stepUp(ApiRequest call) {
    JsonObject passkey = call.body().getJsonObject("passkey");
    return passkey == null ? byCode(call) : byPasskey(call, passkey);
  }

  private ApiResponse byPasskey(ApiRequest call, JsonObject passkey) {
    String mark = call.cookie(cookies.passkeyName()).orElse("");
    String once = SignInRoutes.once(call);
    String signature = passkey.getJsonObject("response").getString("signature");
    String secret = once == null ? Secrets.secret() : sessions.secretOf(mark, signature, once);
    if (isDone(call, secret)) {
      return proved(call, secret);
    }
    String person = gate.open(mark, passkey).await().orElse("");
    if (!person.equals(call.caller().person())) {
      call.notEntered(SecurityLog.Way.STEP_UP_PASSKEY, "passkey-refused", call.caller().person());
      throw PasskeySignInRoutes.refused();
    }
    String browser = call.cookie(cookies.lostName()).orElse("");
    if (!lost.proves(person, passkey.getString("id"), browser).await()) {
      call.notEntered(SecurityLog.Way.STEP_UP_PASSKEY, "passkey-lapsed", person);
      throw PasskeySignInRoutes.lapsed();
    }
    return renewed(call, secret, SecurityLog.Way.STEP_UP_PASSKEY);
  }

  private ApiResponse byCode(ApiRequest call) {
    mustBeAWay(call, "code");
    if (call.body().getString("code") == null) {
      throw Refusal.invalid("code", Message.of("send-a-code-or-what-a"));
    }
    String browser = call.cookie(cookies.signInName()).orElse("");
    String code = call.body().getString("code");
    String once = SignInRoutes.once(call);
    String secret = once == null ? Secrets.secret() : sessions.secretOf(browser, code, once);
    if (isDone(call, secret)) {
      return proved(call, secret);
    }
    SignInCodes.Try tried = codes.answer(browser, code, once).await();
    PersonDirectory.Person person = SignInRoutes.proved(tried, call, SecurityLog.Way.STEP_UP_CODE);
    if (!person.id().equals(call.caller().person())) {
      call.notEntered(SecurityLog.Way.STEP_UP_CODE, "anothers-code", call.caller().person());
      throw Refusal.unproven(
          Message.of("not-your-code"), Message.of("this-code-was-mailed-to-someone"));
    }
    return renewed(call, secret, SecurityLog.Way.STEP_UP_CODE);
  }

  /** Whether this is the same request again, whose answer was lost. */
  private boolean isDone(ApiRequest call, String secret) {
    String person = call.caller().person();
    return sessions.find(secret).await().filter(s -> s.person().equals(person)).isPresent();
  }

  private ApiResponse renewed(ApiRequest call, String secret, SecurityLog.Way way) {
    String old = Objects.requireNonNull(call.caller().session());
    if (!sessions.renew(old, secret).await()) {
      throw new Unauthenticated(); // ended meanwhile: an end wins
    }
    call.entered(way, call.caller().person());
    vertx.setTimer(Sessions.GRACE.toMillis(), t -> sessions.lapse(old));
    return proved(call, secret);
  }

  private ApiResponse proved(ApiRequest call, String secret) {
    JsonObject state = new JsonObject().put("until", StepUp.until(call.at()).toString());
    state.put("ways", new JsonArray(callers.ways(call.caller().person()).await()));
    return ApiResponse.ok(state).with("set-cookie", cookies.session(secret));
  }

  private void mustBeAWay(ApiRequest call, String way) {
    if (!callers.ways(call.caller().person()).await().contains(way)) {
      throw Refusal.unproven(
          Message.of("a-passkey-is-needed"), Message.of("you-asked-for-your-passkey-to"));
    }
  }
}
