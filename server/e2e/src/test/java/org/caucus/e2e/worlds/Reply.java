package org.caucus.e2e.worlds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** What came back from one server, all of it. */
record Reply(int status, Map<String, List<String>> headers, String body) {
  static Reply of(HttpResponse<byte[]> response) {
    return new Reply(response.statusCode(), headers(response), new String(response.body(), UTF_8));
  }

  static Map<String, List<String>> headers(HttpResponse<?> response) {
    return new TreeMap<>(response.headers().map());
  }

  JsonObject json() {
    return status == 200 && body.startsWith("{") ? new JsonObject(body) : new JsonObject();
  }

  /** What both were asked, on its way. */
  record Awaited(String what, List<CompletableFuture<HttpResponse<byte[]>>> both) {
    List<Reply> replies() {
      return both.stream().map(CompletableFuture::join).map(Reply::of).toList();
    }
  }
}
