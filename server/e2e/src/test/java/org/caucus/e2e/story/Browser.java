package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caucus.kernel.support.Clocks;

/** A browser with its cookies, or a script with a personal token. */
final class Browser {
  /** Where something new may be for everyone. */
  private static final List<String> FOR_EVERYONE =
      List.of("/trackers/COP/issues", "/actions", "/updates");

  private static final Duration TIMEOUT = Clocks.LONG;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();
  private final String token;

  /** What came back. */
  record Reply(int status, HttpHeaders headers, Buffer body) {
    /** What an answer said once and for all: not who holds a copy by now, which is asked anew. */
    JsonObject lasting() {
      JsonObject lasting = json().copy();
      lasting.remove("received");
      return lasting;
    }

    JsonObject json() {
      return new JsonObject(text());
    }

    String text() {
      return body.toString(UTF_8);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** The id of what was made. */
    String id() {
      if (status / 100 != 2) {
        throw new AssertionError(status + " " + text());
      }
      return json().getString("id");
    }
  }

  Browser(URI base) {
    this(base, "");
  }

  Browser(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Someone who has just taken a seat of the demo, by the local part of their address. */
  static Browser seated(URI base, String local) {
    Browser browser = new Browser(base);
    int status = browser.send("POST", "/demo/enter/" + local, null).status();
    if (status >= 400) {
      throw new AssertionError("the demo offers no seat to " + local + ": " + status);
    }
    return browser;
  }

  Reply get(String path) {
    return send("GET", path, null);
  }

  /**
   * What says no audience is said to everyone, where everyone may read it: few stories are about
   * that.
   */
  Reply post(String path, JsonObject body, String... headers) {
    boolean said = body.containsKey("audience") || FOR_EVERYONE.stream().noneMatch(path::endsWith);
    JsonObject sent = said ? body : body.copy().put("audience", "EVERYONE");
    return send("POST", path, sent.encode(), headers);
  }

  Reply patch(String path, JsonObject body, String... headers) {
    return send("PATCH", path, body.encode(), headers);
  }

  /** Sends bytes, as a piece of a file. */
  Reply put(String path, byte[] bytes) {
    HttpRequest.Builder request =
        request(path)
            .timeout(TIMEOUT)
            .header("content-type", "application/octet-stream")
            .PUT(BodyPublishers.ofByteArray(bytes));
    if (!cookies.isEmpty()) {
      request.header("origin", base.toString());
    }
    HttpResponse<byte[]> response = exchange(request.build(), BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), response.headers(), Buffer.buffer(response.body()));
  }

  Reply delete(String path, String... headers) {
    return send("DELETE", path, null, headers);
  }

  /** A request whose body stops after its first octet until this has been done. */
  Reply halting(String path, JsonObject body, Runnable meanwhile) {
    String text = body.encode();
    HttpRequest.BodyPublisher slow =
        BodyPublishers.ofInputStream(() -> new Halting(text, meanwhile));
    HttpRequest.Builder request =
        request(path)
            .timeout(TIMEOUT)
            .header("content-type", "application/json")
            .header("origin", base.toString())
            .POST(BodyPublishers.fromPublisher(slow, text.getBytes(UTF_8).length));
    HttpResponse<byte[]> response = exchange(request.build(), BodyHandlers.ofByteArray());
    return new Reply(response.statusCode(), response.headers(), Buffer.buffer(response.body()));
  }

  private static final class Halting extends InputStream {
    private final byte[] all;
    private final Runnable meanwhile;
    private int given;

    Halting(String text, Runnable meanwhile) {
      this.all = text.getBytes(UTF_8);
      this.meanwhile = meanwhile;
    }

    @Override
    public int read() {
      return given == all.length ? -1 : all[given++];
    }

    @Override
    public int read(byte[] into, int from, int most) {
      int count = given == 0 ? 1 : Math.min(most, all.length - given);
      if (given == 1) {
        meanwhile.run();
      }
      System.arraycopy(all, given, into, from, count);
      given += count;
      return count == 0 ? -1 : count;
    }
  }

  /** A request with this text as JSON body; null for none. */
  Reply send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .timeout(TIMEOUT)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null && !List.of(headers).contains("Content-Type")) {
      request.header("content-type", "application/json");
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (!method.equals("GET") && !cookies.isEmpty() && !saysFromWhere(headers)) {
      request.header("origin", base.toString());
    }
    HttpResponse<byte[]> response = exchange(request.build(), BodyHandlers.ofByteArray());
    response.headers().allValues("set-cookie").forEach(this::keep);
    return new Reply(response.statusCode(), response.headers(), Buffer.buffer(response.body()));
  }

  private static boolean saysFromWhere(String... headers) {
    return List.of(headers).contains("Origin") || List.of(headers).contains("Sec-Fetch-Site");
  }

  /** Opens the stream of a workspace. */
  Stream follow(String path, String... headers) {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return new Stream(exchange(request.build(), BodyHandlers.ofInputStream()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    if (!cookies.isEmpty()) {
      StringBuilder all = new StringBuilder();
      cookies.forEach((n, v) -> all.append(all.isEmpty() ? "" : "; ").append(n + "=" + v));
      request.header("cookie", all.toString());
    }
    return request;
  }

  private static <T> HttpResponse<T> exchange(
      HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return CLIENT.send(request, body);
    } catch (IOException e) {
      throw new AssertionError(request.method() + " " + request.uri() + " failed", e);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }

  /** The same browser, led to another node by whatever stands in front of them. */
  Browser at(URI other) {
    Browser there = new Browser(other, token);
    there.cookies.putAll(cookies);
    return there;
  }

  /** Another browser with the same cookies: anyone who copied them. */
  Browser twin() {
    Browser twin = new Browser(base, token);
    twin.cookies.putAll(cookies);
    return twin;
  }

  /** Takes a cookie as an answer would set it. */
  void take(String setCookie) {
    keep(setCookie);
  }

  private void keep(String setCookie) {
    String pair = setCookie.split(";", 2)[0];
    String name = pair.substring(0, pair.indexOf('='));
    if (setCookie.contains("Max-Age=0")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(pair.indexOf('=') + 1));
    }
  }

  /** What a page can read of a cookie; empty if it is not there. */
  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  /** Forgets the cookies. */
  void forget() {
    cookies.clear();
  }
}
