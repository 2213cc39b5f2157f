package org.caucus.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.caucus.kernel.Committed;
import org.jspecify.annotations.Nullable;

/**
 * What is answered.
 *
 * @param status HTTP status
 * @param headers beyond those every answer has
 */
public record ApiResponse(int status, Map<String, String> headers, @Nullable Buffer body) {
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");

  /** The handling streams its own answer. */
  public static final ApiResponse STREAMING = new ApiResponse(0, Map.of(), null);

  /** The name a second cookie is kept under: two never share a field (RFC 6265 section 3). */
  private static final String SECOND_COOKIE = "Set-Cookie";

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,70}";

  /**
   * Refuses what could end a header and begin another (RFC 9110 section 5.5): so no route can write
   * one.
   *
   * @throws IllegalArgumentException for a control character or a bad name
   */
  public ApiResponse {
    headers.forEach(ApiResponse::mustBeOneField);
    headers = Map.copyOf(headers);
  }

  private static void mustBeOneField(String name, String value) {
    if (!name.matches(TOKEN) || !value.chars().allMatch(c -> c >= ' ' && c != 0x7f && c < 0x100)) {
      throw new IllegalArgumentException("an HTTP header is one line of Latin-1");
    }
  }

  /** Whether the handling streams its own answer. */
  boolean streaming() {
    return status == 0;
  }

  /** Whether this is what the API says, and not a file. */
  boolean isJson() {
    return "application/json".equals(headers.get("content-type"));
  }

  /** 200 with JSON. */
  public static ApiResponse ok(JsonObject body) {
    return json(200, body);
  }

  /** 200 with JSON that is bytes already. */
  public static ApiResponse ok(Buffer json) {
    return new ApiResponse(200, JSON, json);
  }

  /** JSON with a status. */
  public static ApiResponse json(int status, JsonObject body) {
    return new ApiResponse(status, JSON, JsonEncoder.of(body));
  }

  /** A command is durable. */
  public static ApiResponse accepted(int status, Committed committed) {
    return json(
        status,
        new JsonObject().put("id", committed.thing()).put("position", committed.position()));
  }

  /** Done, nothing to show. */
  public static ApiResponse empty(int status) {
    return new ApiResponse(status, Map.of(), null);
  }

  /** Bytes to keep as a file, never to be rendered by the browser. */
  public static ApiResponse file(String type, String name, Buffer bytes) {
    return new ApiResponse(200, asFile(type, name), bytes);
  }

  /** The headers under which bytes are a file to keep, for the person who streams them. */
  public static Map<String, String> asFile(String type, String name) {
    return Map.of(
        "content-type",
        type,
        "content-disposition",
        "attachment; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + encoded(name),
        "content-security-policy",
        "sandbox; default-src 'none'");
  }

  /** For programs that do not know RFC 8187. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9 ._-]", "_");
  }

  /** RFC 8187 section 3.2.1. */
  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }

  /** The headers that stand alone. */
  Map<String, String> fields() {
    Map<String, String> alone = new LinkedHashMap<>(headers);
    alone.remove(SECOND_COOKIE);
    return alone;
  }

  /** The cookie beside the one among the headers. */
  Optional<String> secondCookie() {
    return Optional.ofNullable(headers.get(SECOND_COOKIE));
  }

  /** The same with a cookie beside the one it sets. */
  public ApiResponse andCookie(String value) {
    return with(SECOND_COOKIE, value);
  }

  /** The same with one more header. */
  public ApiResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ApiResponse(status, more, body);
  }
}
