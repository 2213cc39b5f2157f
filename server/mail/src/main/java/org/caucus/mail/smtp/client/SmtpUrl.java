package org.caucus.mail.smtp.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where letters go: {@code smtp://[user:password@]host[:port][?starttls=off|if-offered|required]}
 * or {@code smtps://}.
 *
 * @param host name or address of the host
 * @param port TCP port
 * @param tls how the connection is encrypted
 * @param login user and password, when the host wants one
 */
public record SmtpUrl(String host, int port, Tls tls, Optional<Login> login) {
  private static final int SMTP_PORT = 25;
  private static final int SUBMISSION_PORT = 587;
  private static final int SMTPS_PORT = 465;

  /** How a connection is encrypted. */
  public enum Tls {
    /** Never. */
    OFF,
    /**
     * By STARTTLS when the host offers it, without asking who it is (RFC 7435); with a login, only
     * if it proves it.
     */
    IF_OFFERED,
    /** By STARTTLS, and only with a host that proves its name. */
    REQUIRED,
    /** From the first octet (RFC 8314), and only with a host that proves its name. */
    IMPLICIT
  }

  /** User and password. Never printed. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[...]";
    }
  }

  /**
   * Whether nobody but that host can read what is sent there: it is on this machine, or proves its
   * name before anything is said.
   */
  public boolean isPrivate() {
    return switch (tls) {
      case REQUIRED, IMPLICIT -> true;
      case IF_OFFERED -> login.isPresent() || isThisMachine();
      case OFF -> isThisMachine();
    };
  }

  /** Whether the host is the machine that asks. */
  public boolean isThisMachine() {
    return host.matches("localhost|127\\.[0-9.]{1,20}|\\[?::1]?");
  }

  /**
   * Reads a URL. The port is 465 for smtps, 587 with a login, else 25, unless it is given.
   *
   * @throws IllegalArgumentException when it is no such URL; the message never repeats it, it may
   *     hold a password
   */
  public static SmtpUrl parse(String text) {
    URI uri = uri(text);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("smtp") && !scheme.equals("smtps")) {
      throw new IllegalArgumentException("an SMTP URL begins with smtp:// or smtps://");
    }
    if (uri.getHost() == null || (uri.getPath() != null && uri.getPath().length() > 1)) {
      throw new IllegalArgumentException("an SMTP URL names a host and no path");
    }
    boolean implicit = scheme.equals("smtps");
    Optional<Login> login = login(uri.getRawUserInfo());
    int usual = implicit ? SMTPS_PORT : login.isPresent() ? SUBMISSION_PORT : SMTP_PORT;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("an SMTP URL's port is from 1 to 65535");
    }
    String host = uri.getHost().replaceAll("^\\[|]$", "");
    return new SmtpUrl(host, port, tls(implicit, uri.getRawQuery()), login);
  }

  /** Without the login. */
  @Override
  public String toString() {
    return (tls == Tls.IMPLICIT ? "smtps://" : "smtp://") + host + ":" + port;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // The cause would repeat the whole text, password and all.
      throw new IllegalArgumentException(
          "not an SMTP URL: " + e.getReason() + " at character " + e.getIndex());
    }
  }

  private static Optional<Login> login(@Nullable String userInfo) {
    if (userInfo == null || userInfo.isEmpty()) {
      return Optional.empty();
    }
    int colon = userInfo.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("an SMTP URL gives user and password, user:password@");
    }
    return Optional.of(
        new Login(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1))));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Tls tls(boolean implicit, @Nullable String query) {
    if (query == null || query.isEmpty()) {
      return implicit ? Tls.IMPLICIT : Tls.IF_OFFERED;
    }
    if (implicit || !query.startsWith("starttls=")) {
      throw new IllegalArgumentException(
          "the only option of an SMTP URL is starttls, and smtps:// has none");
    }
    String wanted = query.substring("starttls=".length());
    return Arrays.stream(Tls.values())
        .filter(
            t ->
                t != Tls.IMPLICIT
                    && t.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("starttls is off, if-offered or required"));
  }
}
