package org.caucus.identity.account;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a browser says it is, told coarsely: enough to tell one's phone from another's desk, and no
 * more to believe than what anybody may claim.
 */
record DeviceLabel(Optional<String> browser, Optional<String> system) {
  /** Looked for in this order: most browsers also claim to be the ones below them. */
  private static final SequencedMap<String, String> BROWSERS =
      ordered(
          "Edg",
          "Edge",
          "OPR/",
          "Opera",
          "SamsungBrowser",
          "Samsung Internet",
          "Firefox",
          "Firefox",
          "FxiOS",
          "Firefox",
          "CriOS",
          "Chrome",
          "Chromium",
          "Chromium",
          "Chrome",
          "Chrome",
          "Safari",
          "Safari");

  private static final SequencedMap<String, String> SYSTEMS =
      ordered(
          "iPhone",
          "iPhone",
          "iPad",
          "iPad",
          "Android",
          "Android",
          "Windows",
          "Windows",
          "CrOS",
          "ChromeOS",
          "Mac OS",
          "macOS",
          "Linux",
          "Linux");

  static DeviceLabel of(String userAgent) {
    return new DeviceLabel(first(BROWSERS, userAgent), first(SYSTEMS, userAgent));
  }

  JsonObject put(JsonObject into) {
    browser.ifPresent(b -> into.put("browser", b));
    system.ifPresent(s -> into.put("system", s));
    return into;
  }

  private static Optional<String> first(Map<String, String> names, String text) {
    return names.entrySet().stream()
        .filter(e -> text.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static SequencedMap<String, String> ordered(String... pairs) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
