package org.caucus.identity.account;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caucus.http.ApiRequest;
import org.caucus.identity.SignInRoutes;

/**
 * What a browser says it is, told coarsely: enough to tell one's phone from another's desk, and no
 * more to believe than what anybody may claim.
 */
public record DeviceLabel(Optional<String> browser, Optional<String> system) {
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

  /** What the browser of a request says it is. */
  public static DeviceLabel of(ApiRequest call) {
    return of(SignInRoutes.device(call));
  }

  /** In one line, such as "Chrome, Android"; empty if nothing is known. */
  public String text() {
    return Stream.concat(browser.stream(), system.stream()).collect(Collectors.joining(", "));
  }

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
