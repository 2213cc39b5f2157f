package org.caucus.accounts;

import org.caucus.command.Refused;
import org.caucus.http.Answer;
import org.caucus.http.Call;
import org.caucus.http.Operations;
import org.caucus.http.People.Person;
import org.caucus.http.Routes;

/** In and out: {@code /api/sign-in-codes}, {@code /api/sign-in}, {@code /api/session}. */
public final class SignInRoutes implements Routes {
  private static final String SET_COOKIE = "set-cookie";

  private final Codes codes;
  private final Persons persons;
  private final Sessions sessions;
  private final Cookies cookies;
  private final MeView me;

  /** Routes over these. */
  public SignInRoutes(Codes codes, Persons persons, Sessions sessions, Cookies cookies, MeView me) {
    this.codes = codes;
    this.persons = persons;
    this.sessions = sessions;
    this.cookies = cookies;
    this.me = me;
  }

  @Override
  public void mount(Operations operations) {
    operations.forAnyone("requestCode", this::requestCode);
    operations.forAnyone("signIn", this::signIn);
    // for anyone: a session that has run out must still be cleared from its browser
    operations.forAnyone("signOut", this::signOut);
  }

  private Answer requestCode(Call call) {
    String browser = codes.ask(call.body().getString("address"), call.peer()).await();
    return Answer.empty(202).with(SET_COOKIE, cookies.signIn(browser));
  }

  private Answer signIn(Call call) {
    String browser = call.cookie(cookies.signInName()).orElse("");
    Person person = proved(codes.answer(browser, call.body().getString("code")).await());
    endSession(call);
    String session =
        persons.beginSession(person.id(), call.header("User-Agent").orElse("")).await();
    return Answer.ok(me.show(person.id())).with(SET_COOKIE, session);
  }

  private Answer signOut(Call call) {
    endSession(call);
    return Answer.empty(204).with(SET_COOKIE, cookies.noSession());
  }

  private void endSession(Call call) {
    call.cookie(cookies.sessionName()).ifPresent(secret -> sessions.end(secret).await());
  }

  /** The person, or why not, in words that say what to do. */
  static Person proved(Codes.Try tried) {
    return switch (tried) {
      case Codes.Try.Right right -> right.person();
      case Codes.Try.Wrong wrong ->
          throw Refused.forbidden(
              "This is not the code of the newest mail. Look again and type it once more: "
                  + (wrong.left() == 1 ? "one try is left." : wrong.left() + " tries are left."));
      case Codes.Try.Over over ->
          throw Refused.forbidden(
              "No code is good in this browser any more. A code lasts ten minutes and five tries,"
                  + " and only in the browser that asked for it. Ask for a new one here.");
    };
  }
}
