package org.caucus.identity.passkeys;

import java.util.Optional;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.identity.Cookies;
import org.caucus.identity.MeView;
import org.caucus.identity.Sessions;
import org.caucus.identity.SignInRoutes;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.Session;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.platform.observability.security.SecurityLog;

/** {@code /api/sign-in/passkey}: in by a passkey, without saying who one is. */
public final class PasskeySignInRoutes implements Routes {
  private final PasskeyVerifier gate;
  private final PasskeyRecovery lost;
  private final PasskeyChallenges challenges;
  private final Sessions sessions;
  private final Cookies cookies;
  private final MeView me;

  /** Routes over these. */
  public PasskeySignInRoutes(
      PasskeyVerifier gate,
      PasskeyRecovery lost,
      PasskeyChallenges challenges,
      Sessions sessions,
      Cookies cookies,
      MeView me) {
    this.gate = gate;
    this.lost = lost;
    this.challenges = challenges;
    this.sessions = sessions;
    this.cookies = cookies;
    this.me = me;
  }

  @Override
  public void mount(Operations operations) {
    operations.forAnyone("createPasskeyChallenge", this::challenge);
    operations.forAnyone("signInWithPasskey", this::signIn);
  }

  private ApiResponse challenge(ApiRequest call) {
    String mark = challenges.mark();
    return ApiResponse.ok(gate.request(mark).await())
        .with("set-cookie", cookies.passkey(mark, PasskeyChallenges.LIFETIME));
  }

  private ApiResponse signIn(ApiRequest call) {
    String mark = call.cookie(cookies.passkeyName()).orElse("");
    String once = SignInRoutes.once(call);
    String signature = call.body().getJsonObject("response").getString("signature");
    String secret = once == null ? Secrets.secret() : sessions.secretOf(mark, signature, once);
    Optional<Session> begun = sessions.find(secret).await();
    if (begun.isPresent()) {
      return entered(begun.get().person(), secret); // the same request again
    }
    String person = gate.open(mark, call.body()).await().orElseThrow(() -> refused(call));
    if (!lost.opens(person, call.body().getString("id"), browser(call)).await()) {
      call.notEntered(SecurityLog.Way.PASSKEY, "passkey-lapsed", person);
      throw lapsed();
    }
    call.cookie(cookies.sessionName()).ifPresent(old -> sessions.end(old).await());
    String credential = call.body().getString("id");
    sessions.beginBy(person, SignInRoutes.device(call), secret, credential).await();
    call.entered(SecurityLog.Way.PASSKEY, person);
    return entered(person, secret);
  }

  private String browser(ApiRequest call) {
    return call.cookie(cookies.lostName()).orElse("");
  }

  /** A passkey of before somebody was let in. */
  public static Refusal lapsed() {
    return Refusal.forbidden(Message.of("passkey-lapsed"));
  }

  private ApiResponse entered(String person, String secret) {
    return SignInRoutes.entered(person, secret, me, cookies);
  }

  private static Refusal refused(ApiRequest call) {
    call.notEntered(SecurityLog.Way.PASSKEY, "passkey-refused", null);
    return refused();
  }

  /** One answer, whatever was wrong. */
  public static Refusal refused() {
    return Refusal.forbidden(Message.of("this-passkey-was-not-accepted-try"));
  }
}
