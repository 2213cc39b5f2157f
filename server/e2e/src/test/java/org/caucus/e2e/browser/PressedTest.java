package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing moves between press and release: what is aimed at is what is clicked. Every control of
 * every view is pressed once with a real pointer, at the desk and on a phone's width, while the
 * place to write on the page has the focus. What the click would do is left out of that walk; the
 * stories below do it.
 */
class PressedTest extends OnStage {
  private static final int HEIGHT = 800;
  private static final int DESK = 1366;
  private static final int PHONE = 390;

  /** A walk that presses less than this did not go through the pages. */
  private static final int LEAST_PRESSED = 250;

  private static final int LEAST_IN_DIALOGS = 30;

  /** Views, and the buttons there that open a dialog. */
  private static final Map<String, List<String>> DIALOGS =
      Map.of(
          "lists", List.of("Open a list"),
          "trackers", List.of("Open a tracker"),
          "tracker", List.of("New issue"),
          "actions", List.of("Plan an action", "In my calendar"),
          "action", List.of("Edit"),
          "organisations", List.of("Invite", "Add an organisation"));

  /** What people read most, and what is read in several answers. */
  private static final List<String> READ =
      List.of(
          "activity",
          "catch-up",
          "list",
          "list-settings",
          "thread",
          "conversations",
          "files",
          "tracker",
          "issue",
          "updates",
          "update",
          "actions",
          "action",
          "timeline",
          "organisation",
          "profile",
          "settings",
          "account");

  /** The largest layout shift (CLS) that a page may have while it is read. */
  private static final double MOST_SHIFT = 0.02;

  /** What each answer takes longer, in milliseconds: each is painted by itself. */
  private static final int SLOW_MS = 150;

  private static final Pattern WRITING = Pattern.compile("\\bwriting\\b");
  private static final int WHILE_HELD_MS = 400;

  private static Places places;
  private int pressed;

  @BeforeAll
  static void everythingIsThere() throws Exception {
    places = Places.of(stage);
  }

  @ParameterizedTest
  @ValueSource(ints = {DESK, PHONE})
  void nothingMovesUnderThePointerInAnyView(int width) throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara");
        Visitor stranger = stage.stranger()) {
      through(amina, places.inside(), width);
      through(dara, places.liaison(), width);
      through(stranger, places.outside(), width);
    }
    System.out.printf("%d controls pressed at %d px%n", pressed, width);
    assertThat(pressed).as("controls pressed").isGreaterThan(LEAST_PRESSED);
  }

  private void through(Visitor who, Map<String, String> paths, int width) {
    Page page = who.page();
    page.setViewportSize(width, HEIGHT);
    page.addInitScript(Flaws.WITHOUT_EFFECT);
    who.go("/sign-in");
    page.evaluate("() => window.begun = new Set()");
    paths.forEach(
        (name, path) -> {
          who.turnTo(path);
          page.locator("h1").first().waitFor();
          int controls = ((Number) page.evaluate(Flaws.TO_PRESS)).intValue();
          for (int at = 0; at < controls; at++) {
            Object flaw = press(page, at);
            if (flaw != null) {
              faults.add("%s, %d px: %s".formatted(name, width, flaw));
            }
          }
        });
  }

  /**
   * On a line where each answer takes its time, what is there stays where it is while the rest
   * comes.
   */
  @ParameterizedTest
  @ValueSource(ints = {DESK, PHONE})
  void nothingMovesByItselfWhileAPageIsRead(int width) {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      page.setViewportSize(width, HEIGHT);
      page.addInitScript(Flaws.NOTES_MOVES);
      page.addInitScript(Flaws.NOTES_SHIFT);
      slow(amina);
      for (String place : READ) {
        amina.go(places.inside().get(place));
        double shift = ((Number) page.evaluate("window.shift")).doubleValue();
        if (shift > MOST_SHIFT) {
          Object what = page.evaluate("window.shifted.slice(0, 3).join(' | ')");
          faults.add("%s, %d px: layout shift of %.3f: %s".formatted(place, width, shift, what));
        }
        Object moved = page.evaluate("[...window.movedByItself].slice(0, 3).join(' | ')");
        if (!moved.equals("")) {
          faults.add("%s, %d px: moved by itself: %s".formatted(place, width, moved));
        }
      }
    }
  }

  private static void slow(Visitor visitor) {
    CDPSession session = visitor.context().newCDPSession(visitor.page());
    JsonObject line = new JsonObject().put("offline", false).put("latency", SLOW_MS);
    session.send(
        "Network.emulateNetworkConditions",
        JsonParser.parseString(
                line.put("downloadThroughput", -1).put("uploadThroughput", -1).encode())
            .getAsJsonObject());
  }

  /** Each dialog is opened by its button, and each of its controls is pressed once. */
  @ParameterizedTest
  @ValueSource(ints = {DESK, PHONE})
  void nothingMovesUnderThePointerInAnyDialog(int width) throws Exception {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      page.setViewportSize(width, HEIGHT);
      page.addInitScript(Flaws.WITHOUT_EFFECT);
      amina.go("/sign-in");
      DIALOGS.forEach(
          (view, words) -> {
            amina.turnTo(places.inside().get(view));
            page.locator("h1").first().waitFor();
            words.forEach(button -> within(page, width, view, button));
          });
    }
    System.out.printf("%d controls of dialogs pressed at %d px%n", pressed, width);
    assertThat(pressed).as("controls pressed").isGreaterThan(LEAST_IN_DIALOGS);
  }

  private void within(Page page, int width, String view, String button) {
    // by a script: what a pointer clicks has no effect in this walk
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
        .first()
        .evaluate("one => one.click()");
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    dialog.waitFor();
    int controls = ((Number) page.evaluate(Flaws.TO_PRESS_IN_DIALOG)).intValue();
    for (int at = 0; at < controls; at++) {
      Object flaw = press(page, at);
      if (flaw != null) {
        faults.add("%s of %s, %d px: %s".formatted(button, view, width, flaw));
      }
    }
    page.keyboard().press("Escape");
    assertThat(dialog).hasCount(0);
  }

  private @Nullable Object press(Page page, int at) {
    if (!(page.evaluate(Flaws.AIM, at) instanceof List<?> point)) {
      return null; // not to be reached: EveryPlaceTest asks for that
    }
    double x = ((Number) point.getFirst()).doubleValue();
    double y = ((Number) point.getLast()).doubleValue();
    pressed++;
    page.mouse().move(x, y);
    page.mouse().down();
    Object moved = page.evaluate(Flaws.MOVED);
    page.mouse().up();
    return moved != null ? moved : page.evaluate(Flaws.MISSED);
  }

  /** What was aimed at before the press is there after it, and hears the click. */
  private static void pressSlowly(Page page, Locator what) {
    BoundingBox before = what.boundingBox();
    page.mouse().move(before.x + before.width / 2, before.y + before.height / 2);
    page.mouse().down();
    page.waitForTimeout(WHILE_HELD_MS);
    BoundingBox after = what.boundingBox();
    page.mouse().up();
    assertThat(List.of(after.x, after.y)).isEqualTo(List.of(before.x, before.y));
  }

  @Test
  void theFirstClickBesideTheComposerCounts() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String thread = thread(amina);
      Page page = amina.page();
      page.setViewportSize(DESK, HEIGHT);
      amina.go(Visitor.WORKSPACE + "/threads/" + thread);
      Locator field = page.locator("form.composer textarea");

      // its own audience, while it is one line
      pressSlowly(page, page.locator("form.composer .pick"));
      assertThat(page.getByRole(AriaRole.MENU)).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.getByRole(AriaRole.MENU)).hasCount(0);

      // a reply, and taking back what was posted a moment ago
      field.click();
      assertThat(page.locator("form.composer")).hasClass(WRITING);
      pressSlowly(page, amina.button("Reply").first());
      assertThat(page.locator("form.composer")).containsText("A reply has the same readers");
      field.fill("Too early");
      field.press("Control+Enter");
      Locator back = amina.button("Undo send");
      assertThat(back).hasCount(2);
      pressSlowly(page, back.last());
      assertThat(back).hasCount(1);

      // what arrives while a button is held down waits for its release
      Locator post = page.locator("article").last();
      BoundingBox at = post.locator("button").first().boundingBox();
      page.mouse().move(at.x + 2, at.y + 2);
      page.mouse().down();
      say(dara, thread);
      page.waitForTimeout(WHILE_HELD_MS);
      assertThat(page.locator("article")).hasCount(2);
      page.mouse().up();
      assertThat(page.getByText("I have read it.")).isVisible();
    }
  }

  private static String thread(Visitor amina) {
    JsonObject words = new JsonObject().put("subject", "The memo").put("text", "Read it, please.");
    return amina.act("/lists/coalition/threads", words.put("audience", "EVERYONE")).getString("id");
  }

  private static void say(Visitor who, String thread) {
    JsonObject words = new JsonObject().put("text", "I have read it.").put("audience", "EVERYONE");
    who.act("/threads/" + thread + "/entries", words);
  }
}
