package org.caucus.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every view at the width of a phone, a tablet and a desk, in light, in dark and from right to
 * left. Nothing overflows, the console stays empty, and axe finds no fault. The pictures are kept
 * in {@code server/target/screenshots} for whoever wants to look.
 */
@Tag("browser")
class ViewsTest {
  private static final Path PICTURES = Path.of("target", "screenshots").toAbsolutePath();
  private static final Path AXE = Path.of("..", "web", "node_modules", "axe-core", "axe.min.js");

  private static final int PHONE = 360;
  private static final int TABLET = 1024;
  private static final int DESK = 1440;
  private static final int HEIGHT = 900;
  private static final Pattern LINK = Pattern.compile("(/join/[\\w.~-]+)");

  /** {@code preload} would fetch style sheets again, which the policy of the page forbids. */
  private static final String RUN_AXE =
      """
      async () => {
        const found = await axe.run(document, { preload: false, runOnly:
          ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
        return found.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 160)
          + ' ' + (v.nodes[0].any[0]?.message ?? v.nodes[0].all[0]?.message ?? ''));
      }""";

  @TempDir static Path data;
  private static Stage stage;
  private static final Map<String, String> INSIDE = new LinkedHashMap<>();
  private static final Map<String, String> OUTSIDE = new LinkedHashMap<>();

  private final List<String> faults = new ArrayList<>();

  @BeforeAll
  static void aWorkspaceWithSomethingEverywhere() throws Exception {
    stage = Stage.open(data);
    Files.createDirectories(PICTURES);
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
    INSIDE.put("issue", w + "/issues/" + id(amina, "/trackers/COP/issues", 0));
    INSIDE.put("updates", w + "/updates");
    INSIDE.put("update", w + "/updates/" + id(amina, "/updates", 0));
    INSIDE.put("actions", w + "/actions");
    INSIDE.put("actions-by-state", w + "/actions?view=state");
    INSIDE.put("action", w + "/actions/" + id(amina, "/actions", 1));
    INSIDE.put("organisations", w + "/organisations");
    INSIDE.put("handover", w + "/organisations/handover/" + amina.read("").getString("seat"));
    INSIDE.put("holds", w + "/holds");
    INSIDE.put("workspaces", "/?all");
    INSIDE.put("open", "/open");
  }

  private static String id(Visitor visitor, String path, int n) {
    JsonArray items = visitor.read(path).getJsonArray("items");
    return items.getJsonObject(Math.min(n, items.size() - 1)).getString("id");
  }

  @AfterAll
  static void close() {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void looksRightInsideTheWorkspace() {
    try (Visitor amina = stage.seated("amina")) {
      look(amina, INSIDE);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void looksRightBeforeSomeoneIsIn() {
    try (Visitor stranger = stage.stranger()) {
      look(stranger, OUTSIDE);
    }
    assertThat(faults).isEmpty();
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
    assertThat(faults).isEmpty();
  }

  private void look(Visitor visitor, Map<String, String> views) {
    visitor.context().addInitScript(AXE);
    views.forEach(
        (view, path) -> {
          visitor.page().emulateMedia(dress(ColorScheme.LIGHT));
          visitor.page().setViewportSize(DESK, HEIGHT);
          visitor
              .page()
              .navigate("about:blank"); // else a path that differs after # is the same page
          if (view.equals("join")) {
            visitor.goInside(path);
          } else {
            visitor.go(path);
          }
          pictures(visitor.page(), view);
          visitor.complaints().stream()
              .filter(c -> !c.matches(".*Failed to load resource.*(401|404).*"))
              .forEach(c -> faults.add(view + ": " + c));
        });
  }

  private static Page.EmulateMediaOptions dress(ColorScheme scheme) {
    return new Page.EmulateMediaOptions().setColorScheme(scheme);
  }

  private void pictures(Page page, String view) {
    picture(page, view, "light");
    axe(page, view + " light");
    page.emulateMedia(dress(ColorScheme.DARK));
    picture(page, view, "dark");
    page.setViewportSize(PHONE, HEIGHT);
    axe(page, view + " dark");
    page.emulateMedia(dress(ColorScheme.LIGHT));
    page.evaluate("document.documentElement.dir = 'rtl'");
    picture(page, view, "rtl");
  }

  private void picture(Page page, String view, String dress) {
    for (int width : new int[] {DESK, TABLET, PHONE}) {
      page.setViewportSize(width, HEIGHT);
      Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      if (((Number) over).intValue() > 1) {
        faults.add("%s %s at %d px is %s px too wide".formatted(view, dress, width, over));
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(PICTURES.resolve("%s-%d-%s.png".formatted(view, width, dress))));
    }
  }

  private void axe(Page page, String view) {
    for (Object violation : (List<?>) page.evaluate(RUN_AXE)) {
      faults.add(view + ": " + violation);
    }
  }
}
