package org.caucus.identity;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.BiFunction;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.PersonDirectory.Person;
import org.caucus.http.Routes;
import org.caucus.http.SessionMatch;
import org.caucus.identity.sessions.KnownBrowsers;
import org.caucus.identity.sessions.Secrets;
import org.caucus.identity.sessions.Session;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.mail.message.MailAddress;
import org.caucus.platform.observability.security.SecurityLog;
import org.jspecify.annotations.Nullable;

/** In and out: {@code /api/sign-in/codes}, {@code /api/sign-in}, {@code /api/session}. */
public final class SignInRoutes implements Routes {
  private static final String SET_COOKIE = "set-cookie";

  private final SignInCodes codes;
  private final Sessions sessions;
  private final Cookies cookies;
  private final MeView me;
  private final KnownBrowsers known;
  private final BiFunction<String, String, Future<Admission>> admits;

  /** Whether a right code lets its person in. */
  public sealed interface Admission {
    /** It does. */
    record Yes() implements Admission {}

    /**
     * A passkey is needed.
     *
     * @param number by which a convenor tells this browser from others that ask: eight digits
     */
    record No(String number) implements Admission {}

    /** A passkey was needed, and a convenor has given their word for this browser. */
    record Recovered() implements Admission {}
  }

  /**
   * Routes over these.
   *
   * @param known which browsers are no strangers
   * @param admits whether a code alone signs this person in, in the browser with this secret
   */
  public SignInRoutes(
      SignInCodes codes,
      Sessions sessions,
      Cookies cookies,
      MeView me,
      KnownBrowsers known,
      BiFunction<String, String, Future<Admission>> admits) {
    this.codes = codes;
    this.sessions = sessions;
    this.cookies = cookies;
    this.me = me;
    this.known = known;
    this.admits = admits;
  }

  @Override
  public void mount(Operations operations) {
    operations.forAnyone("requestCode", this::requestCode);
    operations.forAnyone("signIn", this::signIn);
    // for anyone: a session that has run out must still be cleared from its browser
    operations.forAnyone("signOut", this::signOut);
  }

  private ApiResponse requestCode(ApiRequest call) {
    String address = call.body().getString("address");
    boolean known =
        MailAddress.parse(address.strip())
            .filter(a -> this.known.isOf(mark(call), a.comparisonForm()))
            .isPresent();
    var by = new VerificationCodes.Asker(call.peer(), known, known ? mark(call) : "");
    String browser = codes.ask(address, by, once(call), CodeMail.Use.SIGN_IN).await();
    call.codeAsked(comparable(address.strip()));
    return ApiResponse.empty(202)
        .with(SET_COOKIE, cookies.signIn(browser))
        .andCookie(cookies.lost(Secrets.isSecret(lost(call)) ? lost(call) : Secrets.secret()));
  }

  private String lost(ApiRequest call) {
    return call.cookie(cookies.lostName()).orElse("");
  }

  private ApiResponse signIn(ApiRequest call) {
    String browser = call.cookie(cookies.signInName()).orElse("");
    String code = call.body().getString("code");
    String once = once(call);
    String secret = once == null ? Secrets.secret() : sessions.secretOf(browser, code, once);
    Optional<Session> begun = sessions.find(secret).await();
    if (begun.isPresent()) {
      return entered(begun.get().person(), secret);
    }
    SignInCodes.Try tried = codes.answer(browser, code, once).await();
    Person person = proved(tried, call, SecurityLog.Way.CODE);
    Admission admission = admission(call, person);
    endSession(call);
    if (!sessions.beginIf(person.id(), device(call), secret, () -> still(call, person)).await()) {
      admission(call, person); // a passkey is demanded since
      throw over();
    }
    boolean recovered = admission instanceof Admission.Recovered;
    call.entered(recovered ? SecurityLog.Way.RECOVERY : SecurityLog.Way.CODE, person.id());
    return entered(person.id(), secret).andCookie(cookies.known(marked(tried)));
  }

  private Admission admission(ApiRequest call, Person person) {
    Admission admission = admits.apply(person.id(), lost(call)).await();
    if (admission instanceof Admission.No no) {
      call.notEntered(SecurityLog.Way.CODE, "passkey-needed", person.id());
      throw passkeyNeeded(no.number());
    }
    return admission;
  }

  private Future<Boolean> still(ApiRequest call, Person person) {
    return admits.apply(person.id(), lost(call)).map(a -> !(a instanceof Admission.No));
  }

  private static Refusal passkeyNeeded(String number) {
    return Refusal.unproven(
        Message.of("a-passkey-is-needed"),
        Message.of("the-code-is-right-but-you", "number", number));
  }

  private String mark(ApiRequest call) {
    return call.cookie(cookies.knownName()).orElse("");
  }

  /** For the browser in which an address was proved just now. */
  private String marked(SignInCodes.Try tried) {
    return tried instanceof SignInCodes.Try.Right right
        ? known.mark(comparable(right.address()))
        : "";
  }

  private ApiResponse entered(String person, String secret) {
    return entered(person, secret, me, cookies);
  }

  /** Somebody is in: who they are, their session, and the sign-in that it came of. */
  public static ApiResponse entered(String person, String secret, MeView me, Cookies cookies) {
    return ApiResponse.ok(me.show(person))
        .with(SessionMatch.HEADER, Session.signIn(Secrets.hash(secret), person))
        .with(SET_COOKIE, cookies.session(secret));
  }

  /** The mark by which this browser's request is known when it comes again; null if it has none. */
  public static @Nullable String once(ApiRequest call) {
    IdempotencyKey key = call.key();
    return key == null ? null : key.value() + "\n" + device(call);
  }

  public static String device(ApiRequest call) {
    return call.header("User-Agent").orElse("");
  }

  private ApiResponse signOut(ApiRequest call) {
    endSession(call);
    return ApiResponse.empty(204)
        .with(SessionMatch.HEADER, SessionMatch.NOBODY)
        // what was answered is forgotten; what others wrote here and did not send yet stays, sealed
        .with("clear-site-data", "\"cache\"")
        .with(SET_COOKIE, cookies.noSession());
  }

  private void endSession(ApiRequest call) {
    call.cookie(cookies.sessionName()).ifPresent(secret -> sessions.end(secret).await());
  }

  /** As {@link #proved(SignInCodes.Try)}; one that failed is noted. */
  public static Person proved(SignInCodes.Try tried, ApiRequest call, SecurityLog.Way way) {
    switch (tried) {
      case SignInCodes.Try.Right right -> {}
      case SignInCodes.Try.Wrong wrong -> call.wrongCode(way, comparable(wrong.address()));
      case SignInCodes.Try.Over over -> call.notEntered(way, "no-code-here", null);
    }
    return proved(tried);
  }

  private static String comparable(String address) {
    return MailAddress.of(address).comparisonForm();
  }

  /** The person, or why not, in words that say what to do. */
  static Person proved(SignInCodes.Try tried) {
    return switch (tried) {
      case SignInCodes.Try.Right right -> right.person();
      case SignInCodes.Try.Wrong wrong -> throw wrong(wrong.left());
      case SignInCodes.Try.Over over -> throw over();
    };
  }

  /** Not the code; so many tries are left, at least one. */
  public static Refusal wrong(int left) {
    return Refusal.unproven(Message.of("not-the-right-code"), Message.of("tries", "count", left));
  }

  /** No code is good here, or none any more. */
  public static Refusal over() {
    return Refusal.unproven(
        Message.of("no-code-is-good-here"), Message.of("no-code-is-good-in-this"));
  }
}
