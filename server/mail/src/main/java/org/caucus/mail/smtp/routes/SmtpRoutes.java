package org.caucus.mail.smtp.routes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caucus.mail.message.MailAddress;
import org.caucus.mail.smtp.client.SmtpUrl;

/**
 * Hosts that take the mail of some domains, as transport maps of mail servers name them: {@code
 * press.example=mail.press.example:25, .press.example=mail.press.example:25}. A domain that begins
 * with a dot stands for all below it and not for itself; the longest that fits is taken.
 *
 * @param byDomain hosts by domain, in lower case as DNS knows it
 */
public record SmtpRoutes(Map<String, SmtpUrl> byDomain) {
  /** Most domains that are routed. */
  public static final int MOST = 200;

  /** All mail leaves by the usual host. */
  public static final SmtpRoutes NONE = new SmtpRoutes(Map.of());

  /** What a text of them looks like. */
  public static final String ALLOWED =
      "up to "
          + MOST
          + " of domain=host, domain=host:port or domain=smtp://… or smtps://…, separated by"
          + " commas; .domain for all domains below it";

  /** Keeps them as they are now. */
  public SmtpRoutes {
    byDomain = Map.copyOf(byDomain);
  }

  /**
   * Reads them; nothing for an empty text.
   *
   * @throws IllegalArgumentException when one is wrong; the message names its domain, or its place,
   *     and repeats nothing else: there may be a password in it
   */
  public static SmtpRoutes parse(String text) {
    Map<String, SmtpUrl> routes = new LinkedHashMap<>();
    int place = 0;
    for (String one : Arrays.stream(text.split(",")).map(String::strip).toList()) {
      place++;
      if (one.isEmpty() && text.isBlank()) {
        return NONE;
      }
      int equals = one.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("Entry " + place + " has no domain before a =.");
      }
      String domain = domain(one.substring(0, equals).strip(), place);
      if (routes.put(domain, host(domain, one.substring(equals + 1).strip())) != null) {
        throw new IllegalArgumentException(domain + " stands there twice.");
      }
    }
    if (routes.size() > MOST) {
      throw new IllegalArgumentException("There are " + routes.size() + " of them.");
    }
    return new SmtpRoutes(routes);
  }

  private static String domain(String text, int place) {
    boolean below = text.startsWith(".");
    try {
      MailAddress any = new MailAddress("postmaster", below ? text.substring(1) : text);
      return (below ? "." : "") + any.asciiDomain().toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Entry " + place + " begins with no mail domain.", e);
    }
  }

  private static SmtpUrl host(String domain, String text) {
    try {
      return SmtpUrl.parse(text.contains("://") ? text : "smtp://" + text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "After " + domain + "= stands no host: " + e.getMessage() + ".", e);
    }
  }

  /** The host that takes mail for this address; empty for the usual one. */
  public Optional<SmtpUrl> of(MailAddress to) {
    if (byDomain.isEmpty()) {
      return Optional.empty();
    }
    String domain = to.asciiDomain().toLowerCase(Locale.ROOT);
    SmtpUrl own = byDomain.get(domain);
    int dot = domain.indexOf('.');
    while (own == null && dot >= 0) {
      own = byDomain.get(domain.substring(dot));
      dot = domain.indexOf('.', dot + 1);
    }
    return Optional.ofNullable(own);
  }

  /** All hosts, each once. */
  public List<SmtpUrl> hosts() {
    return byDomain.values().stream().distinct().toList();
  }
}
