package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * On a phone whatever can be pressed is at least 44 px wide and high, so that a finger finds it.
 */
class TouchTest extends OnStage {
  private static final String W = Visitor.WORKSPACE;
  private static final int PHONE = 360;
  private static final int HEIGHT = 740;

  /**
   * Links within text are as high as its lines. A box is pressed by the label around it. The chip
   * of an audience reaches beyond what is drawn of it. Half a pixel may be rounded away.
   */
  private static final String TOO_SMALL =
      """
      () => [...document.querySelectorAll('button, select, summary, input, textarea, a.button')]
        .filter(one => one.checkVisibility({ visibilityProperty: true }))
        .filter(one => !one.closest('.visually-hidden') && !one.matches('.chip, .skip'))
        .map(one => [one, one.matches('[type=checkbox], [type=radio]') ? one.closest('label') ?? one : one])
        .map(([one, pressed]) => [one, pressed.getBoundingClientRect()])
        .filter(([, box]) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
        .map(([one, box]) => `${one.outerHTML.slice(0, 120)} ${box.width} x ${box.height}`)\
      """;

  private static String first(Visitor visitor, String path) {
    return visitor.read(path).getJsonArray("items").getJsonObject(0).getString("id");
  }

  /** A finger instead of a mouse. */
  private static Visitor withAPhone(String local) {
    Visitor visitor = stage.seated(local);
    visitor.page().setViewportSize(PHONE, HEIGHT);
    JsonObject touch = new JsonObject();
    touch.addProperty("enabled", true);
    visitor
        .context()
        .newCDPSession(visitor.page())
        .send("Emulation.setTouchEmulationEnabled", touch);
    return visitor;
  }

  private static void look(Visitor visitor, Map<String, String> views) {
    Page page = visitor.page();
    List<String> small = new ArrayList<>();
    views.forEach(
        (name, path) -> {
          visitor.go(path);
          assertThat(page.evaluate("matchMedia('(pointer: coarse)').matches")).isEqualTo(true);
          ((List<?>) page.evaluate(TOO_SMALL)).forEach(one -> small.add(name + ": " + one));
        });
    assertThat(small).isEmpty();
  }

  @Test
  void whatIsPressedIsLargeEnoughForAConvenor() {
    try (Visitor amina = withAPhone("amina")) {
      look(
          amina,
          Map.of(
              "tracker", W + "/trackers/COP",
              "board", W + "/trackers/COP?view=board",
              "calendar", W + "/trackers/COP?view=calendar&month=2026-12",
              "arrange", W + "/trackers/COP/arrange",
              "issue", W + "/issues/" + first(amina, "/trackers/COP/issues"),
              "thread", W + "/threads/" + first(amina, "/lists/coalition/threads"),
              "month", W + "/actions?view=month",
              "action", W + "/actions/" + first(amina, "/actions"),
              "companies", W + "/board",
              "my mail", W + "/my-mail"));
    }
  }

  @Test
  void whatIsPressedIsLargeEnoughForALiaison() {
    try (Visitor dara = withAPhone("dara")) {
      look(
          dara,
          Map.of(
              "activity", W,
              "lists", W + "/lists",
              "updates", W + "/updates",
              "update", W + "/updates/" + first(dara, "/updates"),
              "account", "/account"));
    }
  }
}
