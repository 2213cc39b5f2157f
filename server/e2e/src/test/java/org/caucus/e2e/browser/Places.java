package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caucus.kernel.support.Checkout;

/**
 * Every place that the router knows, as a path with something at it, by a name for it. Who looks at
 * all places asks here, and {@link #leftOut} says which are not among them.
 *
 * @param inside what a convenor opens; it begins in the workspace
 * @param outside what a stranger opens
 * @param liaison what looks otherwise to a company's liaison
 */
record Places(
    Map<String, String> inside, Map<String, String> outside, Map<String, String> liaison) {
  private static final Pattern ROUTE =
      Pattern.compile("(?m)^ {4}'?[\\w-]+'?: \\{ path: '(/[^']*)',");

  /** What the texts are called that are put on the table here, in any language. */
  static final List<String> TEXTS = List.of("Code of notices", "I Removal");

  private static final Pattern LINK = Pattern.compile("(/join/[\\w.~-]+)");

  /** Has a letter held and somebody invited, so that there is something everywhere. */
  static Places of(Stage stage) throws Exception {
    new Letter(
            "stranger@elsewhere.example",
            "coalition@lists.example",
            "May I join the discussion?",
            "I run a small forum and have read about the draft.")
        .send(stage.smtpPort());
    Map<String, String> inside = new LinkedHashMap<>();
    Map<String, String> outside = new LinkedHashMap<>();
    try (Visitor amina = stage.seated("amina")) {
      JsonObject invitation =
          new JsonObject()
              .put("address", "press@harbour.example")
              .put("name", "Zainab Musa")
              .put("organisation", "harbour")
              .put("role", "MEMBER");
      amina.act("/invitations", invitation);
      conversations(amina, inside);
      work(amina, inside);
      texts(amina, inside);
      people(amina, inside);
      outside.put("join", stage.mail().find("press@harbour.example", LINK));
    }
    inside.put("workspaces", "/?all");
    inside.put("open", "/open");
    inside.put("account", "/account");
    inside.put("notified", "/notified/no-such-notice");
    outside.put("sign-in", "/sign-in");
    outside.put("code", "/sign-in#code=123456");
    outside.put("join-closed", "/join/no-such-invitation");
    outside.put("lost", "/nowhere/at/all");
    return new Places(inside, outside, Map.of("liaison", Visitor.WORKSPACE + "/updates"));
  }

  private static void conversations(Visitor amina, Map<String, String> inside) {
    String w = Visitor.WORKSPACE;
    inside.put("activity", w);
    inside.put("catch-up", w + "/catch-up");
    inside.put("timeline", w + "/timeline");
    inside.put("lists", w + "/lists");
    inside.put("list", w + "/lists/coalition");
    inside.put("list-settings", w + "/lists/coalition/settings");
    inside.put("list-import", w + "/lists/coalition/import");
    inside.put("conversations", w + "/conversations");
    inside.put("thread", w + "/threads/" + id(amina, "/lists/civil/threads", 0));
    inside.put("message", w + "/m/no-such-letter");
    String thread = id(amina, "/lists/coalition/threads", 0);
    JsonArray posts = amina.read("/threads/" + thread).getJsonArray("entries");
    inside.put("deliveries", w + "/entries/" + posts.getJsonObject(0).getString("id") + "/mail");
    inside.put("search", w + "/search");
    inside.put("files", w + "/files");
    inside.put("my-mail", w + "/my-mail");
    inside.put("drafts", w + "/drafts");
    inside.put("mail-trouble", w + "/mail-trouble");
    inside.put("moderation", w + "/moderation");
    inside.put("holds", w + "/holds");
    await().until(() -> !amina.read("/holds").getJsonArray("items").isEmpty());
    inside.put("hold", w + "/holds/" + id(amina, "/holds", 0));
  }

  private static void work(Visitor amina, Map<String, String> inside) {
    String w = Visitor.WORKSPACE;
    inside.put("trackers", w + "/trackers");
    inside.put("tracker", w + "/trackers/COP");
    inside.put("board", w + "/trackers/COP?view=board");
    inside.put("calendar", w + "/trackers/COP?view=calendar");
    inside.put("tracker-settings", w + "/trackers/COP/settings");
    inside.put("tracker-import", w + "/trackers/COP/import");
    inside.put("tracker-arrange", w + "/trackers/COP/arrange");
    inside.put("issue", w + "/issues/" + id(amina, "/trackers/COP/issues", 0));
    inside.put("updates", w + "/updates");
    inside.put("update", w + "/updates/" + id(amina, "/updates", 0));
    inside.put("actions", w + "/actions");
    inside.put("actions-by-state", w + "/actions?view=state");
    inside.put("actions-by-month", w + "/actions?view=month");
    inside.put("polls", w + "/polls");
    inside.put("poll", w + "/polls/" + id(amina, "/polls", 0));
    inside.put("companies", w + "/board");
    inside.put("commitments", w + "/commitments");
    inside.put("action", w + "/actions/" + id(amina, "/actions", 1));
  }

  /** A text that was adopted, and one that waits for its reader. */
  private static void texts(Visitor amina, Map<String, String> inside) {
    String w = Visitor.WORKSPACE;
    JsonObject draft =
        new JsonObject()
            .put("text", "PART I Removal\n\n1. Notices\n(a) in writing;\n(b) signed.\n");
    JsonObject adopted = amina.act("/instruments", draft);
    amina.act(
        "/readings/" + adopted.getString("id") + "/adoption",
        new JsonObject()
            .put("version", adopted.getInteger("version"))
            .put("title", TEXTS.getFirst())
            .put("slug", "form-of-notices")
            .put("audience", "EVERYONE"));
    inside.put("instruments", w + "/instruments");
    inside.put("outline", w + "/outlines/" + amina.act("/instruments", draft).getString("id"));
    inside.put("instrument", w + "/instruments/form-of-notices");
    inside.put("provision", w + "/instruments/form-of-notices/i.1.b");
    inside.put("comparison", w + "/instruments/form-of-notices/compare/1..1");
    JsonObject review =
        new JsonObject()
            .put("closes", OffsetDateTime.now(ZoneOffset.UTC).plusDays(30).toString())
            .put("organisations", new JsonArray().add("lantern").add("savanna"))
            .put("audience", "EVERYONE");
    String id = amina.act("/instruments/form-of-notices/reviews", review).getString("id");
    inside.put("review", w + "/reviews/" + id);
  }

  private static void people(Visitor amina, Map<String, String> inside) {
    String w = Visitor.WORKSPACE;
    inside.put("organisations", w + "/organisations");
    inside.put("settings", w + "/settings");
    inside.put("profile", w + "/profile");
    inside.put("welcome", w + "/welcome");
    inside.put("organisation-settings", w + "/organisations/savanna/settings");
    inside.put("organisation", w + "/organisations/savanna");
    inside.put("handover", w + "/organisations/handover/" + amina.read("").getString("seat"));
    inside.put("audit", w + "/audit");
    inside.put("roster", w + "/organisations/roster/new");
  }

  private static String id(Visitor visitor, String path, int n) {
    JsonArray items = visitor.read(path).getJsonArray("items");
    return items.getJsonObject(Math.min(n, items.size() - 1)).getString("id");
  }

  /** The addresses of all pages, as the features of the browser say them. */
  static List<String> patterns() throws IOException {
    try (Stream<Path> files = Files.walk(Checkout.root("web/src/features"), 2)) {
      return files
          .filter(file -> file.endsWith("index.ts"))
          .flatMap(file -> ROUTE.matcher(read(file)).results())
          .map(route -> route.group(1))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the router knows and this does not. */
  List<String> leftOut() throws IOException {
    assertThat(patterns()).as("addresses of pages").hasSizeGreaterThan(30);
    List<String> paths =
        Stream.concat(inside.values().stream(), outside.values().stream()).toList();
    return patterns().stream()
        .filter(
            route -> {
              String like = route.replaceAll(":\\w+", "[^/]+") + "([?#].*)?";
              return paths.stream().noneMatch(path -> path.matches(like));
            })
        .toList();
  }
}
