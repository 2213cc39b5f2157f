package org.caucus.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every view at the width of a phone, a tablet and a desk, in light, in dark and from right to
 * left. Nothing overflows, the console stays empty, and axe finds no fault. {@link Look} keeps
 * pictures for whoever wants to look.
 */
class ViewsTest extends OnStage {
  private static final Pattern ROUTE = Pattern.compile("(?m)^  '?[\\w-]+'?: '(/[^']*)',$");
  private static final Pattern LINK = Pattern.compile("(/join/[\\w.~-]+)");

  private static final Map<String, String> INSIDE = new LinkedHashMap<>();
  private static final Map<String, String> OUTSIDE = new LinkedHashMap<>();

  @BeforeAll
  static void aWorkspaceWithSomethingEverywhere() throws Exception {
    new Letter(
            "stranger@elsewhere.example",
            "coalition@lists.example",
            "May I join the discussion?",
            "I run a small forum and have read about the draft.")
        .send(stage.smtpPort());
    try (Visitor amina = stage.seated("amina")) {
      JsonObject invitation =
          new JsonObject()
              .put("address", "press@harbour.example")
              .put("name", "Zainab Musa")
              .put("organisation", "harbour")
              .put("role", "MEMBER");
      amina.act("/invitations", invitation);
      inside(amina);
      OUTSIDE.put("join", stage.mail().find("press@harbour.example", LINK));
    }
    OUTSIDE.put("sign-in", "/sign-in");
    OUTSIDE.put("code", "/sign-in#code=123456");
    OUTSIDE.put("join-closed", "/join/no-such-invitation");
    OUTSIDE.put("lost", "/nowhere/at/all");
  }

  private static void inside(Visitor amina) {
    String w = Visitor.WORKSPACE;
    INSIDE.put("activity", w);
    INSIDE.put("lists", w + "/lists");
    INSIDE.put("list", w + "/lists/coalition");
    INSIDE.put("thread", w + "/threads/" + id(amina, "/lists/civil/threads", 0));
    INSIDE.put("trackers", w + "/trackers");
    INSIDE.put("tracker", w + "/trackers/COP");
    INSIDE.put("board", w + "/trackers/COP?view=board");
    INSIDE.put("tracker-import", w + "/trackers/COP/import");
    INSIDE.put("tracker-arrange", w + "/trackers/COP/arrange");
    INSIDE.put("list-import", w + "/lists/coalition/import");
    INSIDE.put("issue", w + "/issues/" + id(amina, "/trackers/COP/issues", 0));
    INSIDE.put("message", w + "/m/no-such-letter");
    String thread = id(amina, "/lists/coalition/threads", 0);
    JsonArray posts = amina.read("/threads/" + thread).getJsonArray("entries");
    INSIDE.put("deliveries", w + "/entries/" + posts.getJsonObject(0).getString("id") + "/mail");
    INSIDE.put("updates", w + "/updates");
    INSIDE.put("update", w + "/updates/" + id(amina, "/updates", 0));
    INSIDE.put("actions", w + "/actions");
    INSIDE.put("actions-by-state", w + "/actions?view=state");
    INSIDE.put("actions-by-month", w + "/actions?view=month");
    INSIDE.put("companies", w + "/board");
    INSIDE.put("commitments", w + "/commitments");
    INSIDE.put("action", w + "/actions/" + id(amina, "/actions", 1));
    people(amina, w);
    INSIDE.put("search", w + "/search");
    INSIDE.put("holds", w + "/holds");
    INSIDE.put("workspaces", "/?all");
    INSIDE.put("open", "/open");
    INSIDE.put("account", "/account");
  }

  private static void people(Visitor amina, String w) {
    INSIDE.put("organisations", w + "/organisations");
    INSIDE.put("organisation", w + "/organisations/savanna");
    INSIDE.put("handover", w + "/organisations/handover/" + amina.read("").getString("seat"));
    INSIDE.put("audit", w + "/audit");
    INSIDE.put("my-mail", w + "/my-mail");
    INSIDE.put("roster", w + "/organisations/roster/new");
    INSIDE.put("mail-trouble", w + "/mail-trouble");
    INSIDE.put("moderation", w + "/moderation");
    await().until(() -> !amina.read("/holds").getJsonArray("items").isEmpty());
    INSIDE.put("hold", w + "/holds/" + id(amina, "/holds", 0));
  }

  private static String id(Visitor visitor, String path, int n) {
    JsonArray items = visitor.read(path).getJsonArray("items");
    return items.getJsonObject(Math.min(n, items.size() - 1)).getString("id");
  }

  @Test
  void noPlaceOfTheRouterIsLeftOut() throws Exception {
    String router = Files.readString(Path.of("..", "web", "src", "router", "router.ts"));
    List<String> paths = new ArrayList<>(INSIDE.values());
    paths.addAll(OUTSIDE.values());
    List<String> left = new ArrayList<>();
    ROUTE
        .matcher(router)
        .results()
        .map(route -> route.group(1))
        .filter(
            route -> {
              String like = route.replaceAll(":\\w+", "[^/]+") + "([?#].*)?";
              return paths.stream().noneMatch(path -> path.matches(like));
            })
        .forEach(left::add);
    assertThat(ROUTE.matcher(router).results()).hasSizeGreaterThan(25);
    assertThat(left).as("places that nobody looks at").isEmpty();
  }

  @Test
  void looksRightInsideTheWorkspace() {
    try (Visitor amina = stage.seated("amina")) {
      look(amina, INSIDE);
    }
  }

  @Test
  void looksRightBeforeSomeoneIsIn() {
    try (Visitor stranger = stage.stranger()) {
      look(stranger, OUTSIDE);
    }
  }

  @Test
  void theLinkOfAnInvitationOpensItsPage() {
    try (Visitor stranger = stage.stranger()) {
      stranger.go(OUTSIDE.get("join"));
      assertThat(stranger.page().locator("h1").innerText()).startsWith("Join ");
    }
  }

  @Test
  void looksRightToALiaison() {
    try (Visitor dara = stage.seated("dara")) {
      look(dara, Map.of("liaison", Visitor.WORKSPACE + "/updates"));
    }
  }

  private void look(Visitor visitor, Map<String, String> views) {
    Look.prepare(visitor);
    views.forEach(
        (view, path) -> {
          Look.atTheDesk(visitor.page());
          visitor
              .page()
              .navigate("about:blank"); // else a path that differs after # is the same page
          if (view.equals("join")) {
            visitor.goInside(path);
          } else {
            visitor.go(path);
          }
          look.at(visitor.page(), view);
          visitor.complaints().stream()
              .filter(c -> !c.matches(".*Failed to load resource.*(401|404).*"))
              .forEach(c -> faults.add(view + ": " + c));
        });
  }
}
