package org.caucus.identity;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.caucus.identity.sessions.Session;

/**
 * The cookies and their {@code Set-Cookie} values (RFC 6265). Over https their names begin with
 * {@code __Host-}, so that no other host of the domain can plant one (RFC 6265bis section 4.1.3.2).
 */
public final class Cookies {
  private static final String SESSION = "caucus";
  private static final String SIGN_IN = "caucus-sign-in";
  private static final String PASSKEY = "caucus-passkey";
  private static final String KNOWN = "caucus-known";
  private static final String LOST = "caucus-lost";

  /** As long as a request to be let in without a passkey may wait, and a day. */
  private static final Duration LOST_AGE = Duration.ofDays(4);

  /** How long a browser is known; each sign-in begins anew. */
  private static final Duration KNOWN_AGE = Duration.ofDays(365);

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{0,200}");

  private final boolean secure;

  /**
   * @param baseUrl where browsers find this installation; https makes the cookies Secure
   */
  public Cookies(URI baseUrl) {
    this.secure = "https".equalsIgnoreCase(baseUrl.getScheme());
  }

  /** Name of the cookie with the session's secret. */
  public String sessionName() {
    return name(SESSION);
  }

  /** Name of the cookie that binds a sign-in code to the browser that asked. */
  public String signInName() {
    return name(SIGN_IN);
  }

  /** Sets the session; the browser may forget it when it has ended in any case. */
  public String session(String secret) {
    return set(sessionName(), secret, Session.ABSOLUTE_LIMIT);
  }

  /** Clears the session. */
  public String noSession() {
    return set(sessionName(), "", Duration.ZERO);
  }

  /** Marks the browser that asked for a code, for as long as the code is good. */
  public String signIn(String secret) {
    return set(signInName(), secret, SignInCodes.LIFETIME);
  }

  /** Name of the cookie of a browser in which an address was proved before. */
  String knownName() {
    return name(KNOWN);
  }

  /** Marks the browser in which an address was proved. */
  String known(String mark) {
    return set(knownName(), mark, KNOWN_AGE);
  }

  /** Name of the cookie that tells one browser from another that asks to be let in. */
  public String lostName() {
    return name(LOST);
  }

  /** Marks the browser in which a code was asked for, no matter by whom. */
  String lost(String mark) {
    return set(lostName(), mark, LOST_AGE);
  }

  /** Name of the cookie that binds a passkey's challenge to the browser that asked. */
  public String passkeyName() {
    return name(PASSKEY);
  }

  /** Marks the browser that asked for a challenge, for as long as that is good. */
  public String passkey(String mark, Duration age) {
    return set(passkeyName(), mark, age);
  }

  private String name(String plain) {
    return secure ? "__Host-" + plain : plain;
  }

  private String set(String name, String value, Duration age) {
    if (!PLAIN.matcher(value).matches()) {
      // a semicolon or line end would let a value become attributes or headers
      throw new IllegalArgumentException("a cookie's value has letters, digits, - and _ only");
    }
    return name
        + "="
        + value
        + "; Path=/; Max-Age="
        + age.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }
}
