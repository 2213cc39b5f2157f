package org.caucus.views.push;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.caucus.kernel.Message;
import org.caucus.kernel.Refusal;
import org.caucus.views.outbound.PublicUrl;

/**
 * Whose push services are called: decision 0640.
 *
 * @param hosts names; one that begins with a dot stands for all names that end so; empty for any
 *     public host
 */
public record PushHosts(List<String> hosts) {
  /** Those of the browsers: Chrome and its kin, Firefox, Safari, Edge on Windows. */
  public static final PushHosts USUAL =
      new PushHosts(
          List.of(
              "fcm.googleapis.com",
              "updates.push.services.mozilla.com",
              ".push.apple.com",
              ".notify.windows.com"));

  private static final String ANY = "any";
  private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,63}");

  /** Keeps them as they are now. */
  public PushHosts {
    hosts = List.copyOf(hosts);
  }

  /**
   * As it is set.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static PushHosts parse(String text) {
    String set = text.strip().toLowerCase(Locale.ROOT);
    if (set.equals(ANY)) {
      return new PushHosts(List.of());
    }
    List<String> hosts = Arrays.stream(set.split(",", -1)).map(String::strip).toList();
    if (!hosts.stream().allMatch(PushHosts::isName)) {
      throw new IllegalArgumentException("not host names: " + text);
    }
    return new PushHosts(hosts);
  }

  /** At least two labels, with or without a dot before them. */
  private static boolean isName(String host) {
    String name = host.startsWith(".") ? host.substring(1) : host;
    List<String> labels = List.of(name.split("\\.", -1));
    return labels.size() > 1 && labels.stream().allMatch(label -> LABEL.matcher(label).matches());
  }

  /** As it is set, for comparison with other nodes. */
  public String text() {
    return hosts.isEmpty() ? ANY : String.join(",", hosts);
  }

  /**
   * Demands that a push service is reached there.
   *
   * @throws Refusal saying what is wrong with the address
   */
  void mustHold(String endpoint) {
    URI uri = PublicUrl.mustBeOpen(endpoint, "endpoint");
    if (!holds(uri)) {
      throw Refusal.invalid(
          "endpoint", Message.of("push-service-unknown", "host", PublicUrl.host(uri)));
    }
  }

  /** Whether it is one of them; asked at each call, since the setting may have changed. */
  boolean holds(URI endpoint) {
    String host = PublicUrl.host(endpoint);
    return hosts.isEmpty()
        || hosts.stream().anyMatch(h -> h.startsWith(".") ? host.endsWith(h) : host.equals(h));
  }
}
