package org.caucus.views.outbound;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;

/** What an address must be that a member names, before anybody looks where its name leads. */
public final class PublicUrl {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,63}");

  /** Names set apart for one machine or one house (RFC 6761, RFC 6762, RFC 8375, ICANN). */
  private static final List<String> INSIDE =
      List.of(".localhost", ".local", ".internal", ".home.arpa", ".invalid", ".onion");

  private PublicUrl() {}

  /**
   * Demands https with a public name.
   *
   * @param field of the request, which the refusal names
   * @throws Refusal saying what is wrong
   */
  public static URI mustBeOpen(String url, String field) {
    URI uri = parsed(url, field);
    if (uri.getRawUserInfo() != null) {
      throw wrong(field, "it-has-a-name-or-a");
    }
    if (uri.getRawFragment() != null
        || !"https".equals(uri.getScheme())
        || (uri.getPort() >= 0 && uri.getPort() != 443 && uri.getPort() < 1024)) {
      throw wrong(field, "the-address-must-be-https-with");
    }
    // a host of digits, in whichever way they are written, is no name to Java's own reading either
    String host = host(uri);
    if (!isName(host)) {
      throw wrong(field, "its-host-is-a-number-or");
    }
    if (INSIDE.stream().anyMatch(host::endsWith)) {
      throw wrong(field, "names-that-end-so-lead-nowhere");
    }
    return uri;
  }

  private static URI parsed(String url, String field) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw wrong(field, "the-address-must-be-https-with");
    }
  }

  /** In small letters; a dot that ends a name changes nothing about where it leads. */
  public static String host(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** Labels with dots between, of which the last begins with a letter. */
  private static boolean isName(String host) {
    List<String> labels = List.of(host.split("\\.", -1));
    return labels.size() > 1
        && labels.stream().allMatch(label -> LABEL.matcher(label).matches())
        && Character.isLetter(labels.getLast().charAt(0));
  }

  private static Refusal wrong(String field, String code) {
    return Refusal.invalid(field, Message.of(code));
  }
}
