package org.caucus.mail.auth.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.caucus.mail.auth.dns.HostRecords;

/** What name servers know in a case, by name and kind of record. */
final class Zone implements HostRecords {
  private final Map<String, Map<String, Object>> names =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private int asked;

  Zone(Map<String, Map<String, Object>> known) {
    names.putAll(known);
  }

  /** How many questions there were. */
  int asked() {
    return asked;
  }

  @SuppressWarnings("unchecked") // the file says so
  private List<Object> found(String name, String kind) throws NotNow {
    asked++;
    Map<String, Object> of = names.getOrDefault(name, Map.of());
    if (of.containsKey("AWAY")) {
      throw new NotNow("away");
    }
    return (List<Object>) of.getOrDefault(kind, List.of());
  }

  @Override
  public List<String> of(String name) throws NotNow {
    return found(name, "TXT").stream()
        .map(
            text ->
                text instanceof List<?> strings
                    ? String.join("", strings.stream().map(Object::toString).toList())
                    : text.toString())
        .toList();
  }

  @Override
  public List<InetAddress> addresses(String name, boolean ipv6) throws NotNow {
    return found(name, ipv6 ? "AAAA" : "A").stream()
        .map(Object::toString)
        .map(InetAddress::ofLiteral)
        .toList();
  }

  @Override
  public List<String> exchanges(String name) throws NotNow {
    return found(name, "MX").stream().map(Object::toString).toList();
  }

  @Override
  public List<String> names(InetAddress address) throws NotNow {
    return found(reversed(address), "PTR").stream().map(Object::toString).toList();
  }

  private static String reversed(InetAddress address) {
    StringBuilder name = new StringBuilder();
    for (byte octet : address.getAddress()) {
      name.insert(
          0,
          address instanceof Inet4Address
              ? (octet & 0xff) + "."
              : String.format(Locale.ROOT, "%x.%x.", octet & 0xf, (octet >> 4) & 0xf));
    }
    return name + (address instanceof Inet4Address ? "in-addr.arpa" : "ip6.arpa");
  }
}
