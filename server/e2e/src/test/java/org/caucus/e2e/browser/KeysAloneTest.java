package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whole errands by keys alone. After each step the focus is somewhere: anyone who cannot see the
 * page is where they were, or where what they did has led them.
 */
class KeysAloneTest extends OnStage {
  private static final int MOST_TABS = 200;
  private static final String FOCUSED =
      "(() => { const it = document.activeElement; return it === document.body ? '' :"
          + " (it.getAttribute('aria-label') ?? it.innerText ?? '').trim() || it.tagName; })()";

  /** Where keys do something, and some places where they do not. */
  private static final List<String> VIEWS =
      List.of(
          "activity",
          "list",
          "thread",
          "tracker",
          "board",
          "issue",
          "updates",
          "update",
          "actions",
          "action",
          "search",
          "holds",
          "hold",
          "organisations");

  /** Each letter, what it may lead to wherever it is pressed, and the views that must hear it. */
  private static final List<Letter> LETTERS =
      List.of(
          new Letter("c", "write|dialog", List.of("list", "thread", "tracker", "board", "issue")),
          new Letter("c", "write|dialog", List.of("update", "actions", "action")),
          new Letter("r", "write", List.of("thread", "issue", "update", "action")),
          new Letter("f", "write", List.of("tracker", "board", "actions")),
          new Letter("e", "write|dialog|elsewhere", List.of("issue", "tracker", "board", "action")),
          new Letter("a", "menu|write", List.of("issue", "tracker", "board")),
          new Letter("d", "date", List.of("issue", "tracker", "board")),
          new Letter("s", "menu|button", List.of("issue", "tracker", "board", "hold")),
          new Letter("x", "chosen", List.of("tracker")),
          new Letter("!", "dialog", List.of("hold")),
          new Letter("#", "dialog", List.of("hold")));

  /** What came of a key, once the page has drawn so many frames; the last of them, if nothing. */
  private static final String LED_TO =
      """
      async ([path, focused, frames]) => {
        const led = () => {
          const it = document.activeElement;
          if (document.querySelector('[role=menu]')) return 'menu';
          if (it.matches('[type=date]')) return 'date';
          if (document.querySelector('[role=dialog]')) return 'dialog';
          if (location.pathname !== path) return 'elsewhere';
          if (document.querySelector('[data-rows] :checked')) return 'chosen';
          if (it.matches('textarea, input:not([type=checkbox])')) return 'write';
          return it.matches('button') && it.outerHTML !== focused ? 'button' : '';
        };
        for (let i = 1; i < frames; i++) {
          await new Promise(drawn => requestAnimationFrame(drawn));
          if (i >= 4 && led()) break;
        }
        await new Promise(drawn => requestAnimationFrame(drawn));
        return led();
      }\
      """;

  private static final int FRAMES = 4;

  /** What is heard may first have to be read: its code, on a machine that others load. */
  private static final int FRAMES_UNTIL_HEARD = 600;

  private record Letter(String key, String leadsTo, List<String> heard) {}

  private Visitor who;
  private Page page;

  private void sitsDown(String name, String path) {
    who = stage.seated(name);
    page = who.page();
    who.go(Visitor.WORKSPACE + path);
  }

  @AfterEach
  void leaves() {
    List<String> complaints = who.complaints();
    who.close();
    assertThat(complaints).isEmpty();
  }

  private void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private void type(String words) {
    page.keyboard().type(words);
  }

  private String focused() {
    return (String) page.evaluate(FOCUSED);
  }

  private void somewhere(String after) {
    page.waitForCondition(() -> !focused().isEmpty());
    page.waitForTimeout(120); // what takes the focus away takes it now
    assertThat(focused()).as(after).isNotEmpty();
  }

  private void tabTo(String words) {
    for (int i = 0; i < MOST_TABS; i++) {
      press("Tab");
      if (focused().startsWith(words)) {
        return;
      }
    }
    throw new AssertionError("Tab never reached: " + words);
  }

  private Locator dialog() {
    return page.getByRole(AriaRole.DIALOG);
  }

  private Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  @Test
  void eachKeyMeansOneThingInEveryView() throws Exception {
    Map<String, String> places = Places.of(stage).inside();
    sitsDown("amina", "");
    for (String view : VIEWS) {
      String led = "not there yet";
      for (Letter letter : LETTERS) {
        if (!led.isEmpty()) {
          who.turnTo(places.get(view));
          page.locator("h1").first().waitFor();
        }
        boolean heard = letter.heard().contains(view);
        led = led(letter.key(), heard ? FRAMES_UNTIL_HEARD : FRAMES);
        if (heard ? !led.matches(letter.leadsTo()) : !led.matches("|" + letter.leadsTo())) {
          faults.add("%s on %s: %s".formatted(letter.key(), view, led));
        }
      }
    }
  }

  /**
   * What a key led to on a row of the place, or on the place where it has none. A key that led
   * nowhere leaves the place as it was, for the next.
   */
  private String led(String key, int frames) {
    page.evaluate("() => document.activeElement.blur()");
    if (page.locator("main article").count() == 0) {
      press("j"); // beside an open issue that leads to the next, a moment later
    }
    List<Object> before =
        List.of(
            page.evaluate("() => location.pathname"),
            page.evaluate("() => document.activeElement.outerHTML"),
            frames);
    press(key);
    String led = (String) page.evaluate(LED_TO, before);
    press("Escape");
    page.evaluate("() => document.activeElement.blur()");
    press("Escape");
    return led;
  }

  @Test
  void anIssueIsOpenedMovedAndDiscussed() {
    sitsDown("ngozi", "");
    press("3");
    page.locator("h1").getByText("Trackers").waitFor();
    tabTo("Provisions of the draft");
    press("Enter");
    page.locator("h1").getByText("Provisions of the draft").waitFor();
    page.locator(".list .issue").first().waitFor();
    press("c");
    assertThat(field("Title")).isFocused();
    type("By keys: an appeal within ten days");
    press("Tab");
    type("The draft names none.");
    tabTo("Send to");
    press("Enter");
    page.locator("h1").getByText("By keys: an appeal").waitFor();
    somewhere("an issue is opened");

    press("s");
    page.getByRole(AriaRole.MENUITEMRADIO).first().waitFor();
    type("Wai");
    press("Enter");
    assertThat(page.locator(".toast").first()).containsText("is now Waiting");
    somewhere("its state is chosen");
    assertThat(focused()).startsWith("Move COP-");

    press("c");
    type("Who asks the agency?");
    page.locator("form.composer button[type=submit]:enabled").waitFor();
    press("Control+Enter");
    assertThat(page.locator("article").getByText("Who asks the agency?")).isVisible();
    assertThat(page.locator("form.composer textarea")).isFocused();

    // a dialog that is left gives the focus back to where it was
    press("Escape");
    tabTo("Follow");
    press("?");
    dialog().waitFor();
    press("Escape");
    assertThat(dialog()).hasCount(0);
    assertThat(focused()).startsWith("Follow");
    press("i");
    dialog().waitFor();
    press("Escape");
    assertThat(dialog()).hasCount(0);
    assertThat(focused()).startsWith("Follow");
    press("Control+k");
    page.locator(".palette input:focus").waitFor();
    press("Escape");
    assertThat(dialog()).hasCount(0);
    assertThat(focused()).startsWith("Follow");
    press("Enter");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Stop following"))).isVisible();
    somewhere("following begins");
  }

  @Test
  void manyAreFilteredChangedAndPutBack() {
    sitsDown("ngozi", "/trackers/COP");
    for (int n = 1; n <= 3; n++) {
      JsonObject issue = new JsonObject().put("title", "Many by keys " + n);
      who.act("/trackers/COP/issues", issue.put("labels", new JsonArray().add("many")));
    }
    press("f");
    type("label:many");
    assertThat(page.locator(".list .issue")).hasCount(3);
    press("Escape", "Tab", "Escape");
    page.locator("h1").first().evaluate("it => document.activeElement.blur()");
    press("j", "x", "j", "x");
    assertThat(page.locator("section[data-over]")).containsText("2 selected");
    press("b");
    dialog().waitFor();
    page.locator(".dialog select:focus").waitFor();
    press("Tab");
    type("Urg");
    press("Enter");
    if (dialog().count() > 0) {
      tabTo("Change 2 issues");
      press("Enter");
    }
    assertThat(page.locator("section[data-over]")).containsText("2 issues changed");
    somewhere("two are changed");
    assertThat(page.locator("[data-row]:focus")).hasCount(1);

    press("z");
    assertThat(page.locator("section[data-over]")).containsText("Undone in 2");
    somewhere("both are put back");
    page.waitForTimeout(120);
    tabTo("Close");
    press("Enter");
    assertThat(page.locator("section[data-over]")).hasCount(0);
    somewhere("the bar is left");
    assertThat(
            who.read("/trackers/COP/issues?q=label:many%20priority:urgent").getJsonArray("items"))
        .isEmpty();
  }

  @Test
  void anActionIsAnsweredAndItsDialogGivesTheFocusBack() {
    sitsDown("halima", "/actions");
    page.locator("[data-row]").first().waitFor();
    press("j", "Enter");
    page.locator("h1").getByText("Joint call").waitFor();
    somewhere("an action is opened");
    tabTo("We can");
    press("Enter");
    assertThat(page.locator("button[aria-pressed=true]").first()).hasText("We cannot");
    somewhere("an organisation answers");
    assertThat(focused()).startsWith("We can");
    tabTo("Going");
    press("Enter");
    assertThat(page.locator("[role=group] button[aria-pressed=true]")).hasText("Going");
    somewhere("a person comes");
    assertThat(focused()).startsWith("Going");
    press("e");
    dialog().waitFor();
    press("Escape");
    assertThat(dialog()).hasCount(0);
    assertThat(focused()).startsWith("Going");
  }

  @Test
  void aLiaisonPostsAndAnOrganisationSaysThatItHasRead() {
    sitsDown("dara", "");
    press("4");
    page.locator("h1").getByText("Updates").waitFor();
    press("c");
    assertThat(field("Headline")).isFocused();
    type("Posted by keys");
    press("Tab");
    type("We have begun to count appeals.");
    page.locator("form button.send:enabled").waitFor();
    press("Control+Enter");
    assertThat(page.locator(".toast").first()).containsText("Published");
    somewhere("an update is posted");
    leaves();

    sitsDown("ngozi", "/updates");
    page.locator("[data-row]").first().waitFor();
    press("j", "Enter");
    page.locator("h1").getByText("Posted by keys").waitFor();
    tabTo("Confirm for");
    press("Enter");
    assertThat(page.getByRole(AriaRole.BUTTON, named("Confirm for"))).hasCount(0);
    somewhere("it is said that it was read");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
