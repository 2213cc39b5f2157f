package org.caucus.e2e.worlds;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.caucus.coalition.lists.MailingList;
import org.caucus.http.filters.CostlyRequestLimiter;
import org.caucus.kernel.support.Clocks;
import org.caucus.messaging.distribution.permalinks.Permalink;
import org.caucus.workspace.View;
import org.jspecify.annotations.Nullable;

/**
 * Asks both servers of {@link Twins} the same, as one seat with its token, and compares all that
 * comes over the wire: status, every header, every byte of the body, and of the stream.
 */
final class Wires {
  private static final Duration TIMEOUT = Clocks.LONG;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Random anew in what the seat does itself: the id of its act, and what is hashed over it. */
  private static final String OWN_ACT =
      "\\b[a-z2-7]{26}\\b|\\b[0-9a-f]{64}\\b|[A-Za-z0-9+/_-]{80,}={0,2}";

  private final Twins twins;
  private final Twins.Pair pair;
  private final String token;
  private final List<String> differences = new ArrayList<>();
  private final AtomicLong bytes = new AtomicLong();
  private final Set<String> paths = new HashSet<>();
  private final Map<String, String> known = new HashMap<>();
  private long asked;
  private long read;

  Wires(Twins twins, Twins.Pair pair) {
    this.twins = twins;
    this.pair = pair;
    this.token = twins.token(pair);
  }

  private String path(String rest) {
    return "/api/workspaces/" + pair.slug() + rest;
  }

  /** Everything that can be read, and what is found by reading it. */
  Wires pages() {
    JsonObject here = get("").json();
    readAll(
        List.of(
            "/activity?limit=100",
            "/audit?limit=100",
            "/bell?limit=100",
            "/mentions",
            "/unread?limit=500",
            "/own-drafts",
            "/files?limit=200",
            "/files?sort=SIZE&limit=2",
            "/search?q=text",
            "/search?q=title&limit=3",
            "/search?q=minutes",
            "/board",
            "/board/waiting",
            "/drafts",
            "/feeds",
            "/webhooks",
            "/push",
            "/moderation",
            "/my-mail",
            "/holds",
            "/weekly/updates",
            "/weekly/activity",
            "/invitations",
            "/proposals",
            "/stranded",
            "/recoveries",
            "/mail-content",
            "/sign-in-rule",
            "/settings",
            "/templates",
            "/mail-trouble",
            "/imports",
            "/actions?q=-is%3Aunanswered+title+-org%3Arights",
            "/commitments?by=organisation",
            "/commitments?by=action&limit=2",
            "/audiences?under=updates",
            "/audiences?under=actions"));
    get("/seats/" + here.getString("seat", "nobody") + "/handover");
    for (JsonObject seat : items(here, "seats")) {
      String version = seat.getString("picture", "0".repeat(20));
      get("/seats/" + seat.getString("id") + "/pictures/" + version);
    }
    for (JsonObject list : items(here, "lists")) {
      String slug = list.getString("slug");
      get("/audiences?under=list:" + slug);
      get("/lists/" + slug + "/style");
      get("/lists/" + slug + "/privacy");
      things(get("/lists/" + slug + "/threads?limit=100"), "threads");
    }
    String conversations = MailingList.CONVERSATIONS.slug();
    get("/audiences?under=list:" + conversations);
    things(get("/lists/" + conversations + "/threads?limit=100"), "threads");
    for (JsonObject tracker : items(here, "trackers")) {
      get("/audiences?under=tracker:" + tracker.getString("key"));
      String issues = "/trackers/" + tracker.getString("key") + "/issues";
      get(issues + "?q=title&limit=2");
      get(issues + "?q=is%3Aclosed");
      Reply all = get(issues);
      things(all, "issues");
      items(all.json(), "items").forEach(i -> get("/issues/" + i.getString("id") + "/history"));
    }
    for (JsonObject draft : items(get("/drafts").json(), "items")) {
      String at = "/drafts/" + draft.getString("id");
      get(at + "/original");
      items(draft, "files").forEach(f -> get(at + "/files/" + f.getString("id")));
    }
    items(get("/holds").json(), "holds").forEach(h -> get("/holds/" + h.getString("id")));
    things(get("/updates?limit=100"), "updates");
    things(get("/actions?limit=100"), "actions");
    for (JsonObject poll : items(get("/polls?limit=100").json(), "items")) {
      String at = "/polls/" + poll.getString("id");
      String preview = "/audience/preview?of=poll:" + poll.getString("id");
      readAll(List.of(at, at + "/export?format=csv", at + "/export?format=blt", preview));
    }
    for (JsonObject review : items(get("/reviews?limit=100").json(), "items")) {
      String at = "/reviews/" + review.getString("id");
      String matrix = at + "/matrix";
      readAll(List.of(at, at + "/positions", matrix, matrix + "?sort=opposed&side=COMPANY"));
      get(at + "/uptake");
    }
    get("/readings");
    for (JsonObject text : items(get("/instruments?limit=100").json(), "items")) {
      String at = "/instruments/" + text.getString("slug");
      String provision = at + "/provisions/i.2";
      String same = at + "/comparison?from=1&to=1";
      readAll(List.of(at, at + "/export?format=csv", same, provision, provision + "/hanging"));
    }
    return this;
  }

  /** The id of something of a kind that was read; null if nothing was. */
  @Nullable String known(String kind) {
    return known.get(kind);
  }

  private void things(Reply page, String kind) {
    items(page.json(), "items").stream()
        .findFirst()
        .ifPresent(thing -> known.put(kind, thing.getString("id")));
    String one = kind.substring(0, kind.length() - 1);
    for (JsonObject thing : items(page.json(), "items")) {
      String id = thing.getString("id");
      String preview = "/audience/preview?of=" + one + ":" + id;
      readAll(List.of(preview, "/my-mail/" + one + "/" + id, preview + "&to=CIVIL_SOCIETY"));
      for (JsonObject entry : items(get("/" + kind + "/" + id).json(), "entries")) {
        String at = "/entries/" + entry.getString("id");
        String link = Permalink.of(entry.getString("id") + "@" + View.DOMAIN);
        readAll(
            Stream.of("/original", "/formatted", "/attachments/1", "/deliveries", "/copy")
                .map(at::concat)
                .toList());
        get("/messages/" + link);
      }
    }
  }

  private static List<JsonObject> items(JsonObject of, String name) {
    return of.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast).toList();
  }

  /**
   * Every verb, on names that are there in the second world alone and that nobody told this seat.
   */
  Wires doors() {
    pair.worlds().named().forEach(name -> new Knocking(this).at(name));
    return this;
  }

  /** What the seat takes along: the audit view as a table, and the whole record. */
  Wires exports() {
    if (!twins.mayCopy(pair)) {
      return this;
    }
    List<String> copies =
        new ArrayList<>(List.of("/audit/export?format=csv", "/audit/export", "/record"));
    if (fetch("GET", path("/trackers/COP/issues")).getFirst().status() == 200) {
      copies.add("/trackers/COP/export?closed=true"); // not every seat reads this tracker
    }
    items(get("/reviews?limit=100").json(), "items")
        .forEach(review -> copies.add("/reviews/" + review.getString("id") + "/matrix.csv"));
    for (String copy : copies) {
      List<Reply> replies =
          List.of(twins.first(), twins.second()).stream().map(s -> copy(s, copy)).toList();
      compare("copy " + copy, replies);
    }
    return this;
  }

  /** What a program reads at a secret address of this seat: the same in both, by one key. */
  Wires feeds() {
    JsonObject wanted = new JsonObject().put("name", "Reader");
    List<Reply> made =
        List.of(twins.first(), twins.second()).stream().map(s -> make(s, wanted)).toList();
    compare("POST " + path("/feeds"), made);
    JsonObject addresses = new JsonObject(made.getFirst().body());
    addresses.fieldNames().stream()
        .map(name -> String.valueOf(addresses.getValue(name)))
        .filter(address -> address.contains("/feeds/"))
        .map(address -> URI.create(address).getPath())
        .sorted()
        .forEach(
            feed -> {
              for (String narrowed :
                  List.of(
                      "", "?kind=call", "?tracker=none", "?q=title", "?q=-org%3Arights", "?x=y")) {
                compare("feed " + feed + narrowed, fetch("GET", feed + narrowed));
              }
            });
    return this;
  }

  /** As somebody who signed in: a token may not. */
  private Reply make(Twins.Server server, JsonObject wanted) {
    asked++;
    HttpRequest request =
        HttpRequest.newBuilder(server.base().resolve(path("/feeds")))
            .timeout(TIMEOUT)
            .header("cookie", twins.cookie(pair))
            .header("origin", Twins.BASE_URL)
            .header("content-type", "application/json")
            .header("idempotency-key", "one-reader")
            .POST(BodyPublishers.ofString(wanted.encode()))
            .build();
    HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
    return Reply.of(response);
  }

  /** As somebody who signed in: a token may not. */
  private Reply copy(Twins.Server server, String rest) {
    asked++;
    paths.add("GET " + path(rest).split("\\?", 2)[0]);
    HttpRequest request =
        HttpRequest.newBuilder(server.base().resolve(path(rest)))
            .timeout(TIMEOUT)
            .header("cookie", twins.cookie(pair))
            .build();
    HttpResponse<byte[]> response = send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      differences.add("no copy " + rest + ": " + new String(response.body(), UTF_8));
    }
    String body = new String(response.body(), UTF_8).replaceAll(OWN_ACT, "OWN");
    Map<String, List<String>> headers = Reply.headers(response);
    headers.remove("content-length"); // of a table that is compressed with its own act in it
    return new Reply(response.statusCode(), headers, body);
  }

  /** All frames since the first thing it may know of, until the newest. */
  Wires stream() throws IOException {
    String first = pair.worlds().firstPosition();
    paths.add("GET " + path("/events"));
    List<Reply> here = fetch("GET", path(""));
    if (first != null && here.getFirst().json().containsKey("position")) {
      same(
          "the stream",
          frames(twins.first(), first, here.getFirst().json().getString("position")),
          frames(twins.second(), first, here.getLast().json().getString("position")));
    }
    return this;
  }

  private String frames(Twins.Server server, String first, String last) throws IOException {
    HttpRequest request = request(server, path("/events?after=" + first)).GET().build();
    HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
    StringBuilder read =
        new StringBuilder(response.statusCode() + " " + Reply.headers(response) + "\n");
    try (InputStream in = response.body()) {
      byte[] some = new byte[8192];
      while (response.statusCode() == 200 && !isWhole(read, last)) {
        int n = in.read(some);
        if (n < 0) {
          read.append("(the server ended the stream)");
          break;
        }
        read.append(new String(some, 0, n, UTF_8));
      }
    }
    return read.toString();
  }

  /**
   * Whether the frame of the newest event was read, and no part of another. A frame that only takes
   * something away bears the newest position too, and stands before others.
   */
  static boolean isWhole(StringBuilder read, String last) {
    String newest = "\ndata: {\"position\":\"" + last + "\",\"happened\":[{";
    return read.indexOf(newest) >= 0 && read.indexOf("\n\n", read.length() - 2) >= 0;
  }

  Reply get(String rest) {
    return ask("GET", path(rest), null, null);
  }

  /** Reads these, which change nothing, some at a time: most of a question is its way. */
  void readAll(List<String> rests) {
    for (int i = 0; i < rests.size(); i += CostlyRequestLimiter.PER_PERSON) {
      rests.subList(i, Math.min(i + CostlyRequestLimiter.PER_PERSON, rests.size())).stream()
          .map(rest -> asked("GET", path(rest), null, null))
          .toList()
          .forEach(both -> compare(both.what(), both.replies()));
    }
  }

  void send(String method, String rest, @Nullable JsonObject body, @Nullable String version) {
    ask(method, path(rest), body, version);
  }

  private Reply ask(
      String method, String path, @Nullable JsonObject body, @Nullable String version) {
    List<Reply> replies = asked(method, path, body, version).replies();
    compare(method + " " + path, replies);
    return replies.getFirst();
  }

  List<Reply> fetch(String method, String path) {
    return asked(method, path, null, null).replies();
  }

  /** Both at once: neither waits for what the other computes. */
  private Reply.Awaited asked(
      String method, String path, @Nullable JsonObject body, @Nullable String version) {
    asked++;
    paths.add(method + " " + path.split("\\?", 2)[0]);
    return new Reply.Awaited(
        method + " " + path,
        Stream.of(twins.first(), twins.second())
            .map(server -> request(server, method, path, body, version))
            .map(request -> CLIENT.sendAsync(request, BodyHandlers.ofByteArray()))
            .toList());
  }

  private HttpRequest request(
      Twins.Server server,
      String method,
      String path,
      @Nullable JsonObject body,
      @Nullable String version) {
    HttpRequest.Builder request =
        request(server, path)
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.encode()));
    if (body != null) {
      request.header("content-type", "application/json");
    }
    if (version != null) {
      request.header("if-match", "\"" + version + "\"");
    }
    return request.build();
  }

  private HttpRequest.Builder request(Twins.Server server, String path) {
    URI at = server.base().resolve(path.replace("(", "%28").replace(")", "%29"));
    return HttpRequest.newBuilder(at).timeout(TIMEOUT).header("authorization", "Bearer " + token);
  }

  private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return CLIENT.send(request, body);
    } catch (IOException e) {
      throw new AssertionError(request.method() + " " + request.uri() + " failed", e);
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts", e);
    }
  }

  private void compare(String what, List<Reply> replies) {
    same(what, replies.getFirst().toString(), replies.getLast().toString());
    read += replies.getFirst().status() == 200 ? 1 : 0;
    if (replies.getFirst().status() >= 500) {
      differences.add(what + " failed: " + replies.getFirst().body());
    }
  }

  private void same(String what, String one, String other) {
    bytes.addAndGet(one.length());
    if (!one.equals(other)) {
      int at = 0;
      while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
        at++;
      }
      differences.add(pair.worlds().reader() + ": " + what + around(one, at) + around(other, at));
    }
  }

  private static String around(String text, int at) {
    return "\n  …" + text.substring(Math.max(0, at - 160), Math.min(text.length(), at + 160)) + "…";
  }

  List<String> differences() {
    return differences;
  }

  long compared() {
    return bytes.get();
  }

  long asked() {
    return asked;
  }

  /** Verb and path of each, without questions. */
  Set<String> paths() {
    return paths;
  }

  /** How many of them were answered with something to read. */
  long read() {
    return read;
  }
}
