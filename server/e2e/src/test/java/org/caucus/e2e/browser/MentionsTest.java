package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ngozi mentions people, organisations and groups; a question to all waits for each of them. */
class MentionsTest extends OnStage {
  /** Lines of the list, at most. */
  private static final int MOST_OFFERED = 12;

  private static final String CHIPS = "button[data-mention]";

  private static String welcome(Visitor who) {
    JsonArray threads = who.read("/lists/coalition/threads").getJsonArray("items");
    for (int i = 0; i < threads.size(); i++) {
      if (threads.getJsonObject(i).getString("subject").startsWith("Welcome")) {
        return Visitor.WORKSPACE + "/threads/" + threads.getJsonObject(i).getString("id");
      }
    }
    throw new AssertionError("the demo begins with a welcome");
  }

  private static Locator box(Visitor who) {
    return who.page().locator("form.composer textarea");
  }

  private static Locator send(Visitor who) {
    return who.page().locator("form.composer button[type=submit]");
  }

  private static Locator waiting(Visitor who) {
    return who.page().locator("details", new Page.LocatorOptions().setHasText("Waiting for me"));
  }

  @Test
  void aQuestionIsDismissedOnTheFirstPage() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      dara.go(Visitor.WORKSPACE);
      ngozi.go(welcome(ngozi));
      box(ngozi).fill("@everyone, do you agree?");
      send(ngozi).click();
      assertThat(ngozi.page().locator(CHIPS).last()).containsText("@everyone");

      assertThat(waiting(dara)).containsText("Questions to you");
      waiting(dara)
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dismiss"))
          .first()
          .click();
      assertThat(waiting(dara)).not().containsText("Questions to you");
    }
  }

  private static Locator offers(Visitor who) {
    return who.page().locator(".mentions [role=option]");
  }

  private static void write(Visitor who, String text) {
    box(who).press("End");
    who.page().keyboard().type(text);
  }

  private static void onlyFor(Visitor who, Pattern audience) {
    who.page().locator("form.composer .pick").click();
    who.page()
        .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(audience))
        .or(
            who.page()
                .getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(audience)))
        .first()
        .click();
  }

  @Test
  void namesAreChosenByKeysAndWhoCannotReadIsNamedWithTheWayOut() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor tobi = stage.seated("tobi");
        Visitor dara = stage.seated("dara")) {
      ngozi.page().setViewportSize(1366, 768);
      tobi.act("/my-profile", new JsonObject().put("name", "سلمى الحدّاد"));
      ngozi.go(welcome(ngozi));
      write(ngozi, "For @");
      assertThat(offers(ngozi)).hasCount(MOST_OFFERED);
      write(ngozi, "dar");
      assertThat(offers(ngozi)).hasCount(1);
      assertThat(offers(ngozi)).containsText("Dara Whitfield");
      assertThat(box(ngozi)).hasAttribute("aria-haspopup", "listbox");
      box(ngozi).press("Enter"); // and sends nothing, nor begins a line
      assertThat(box(ngozi)).hasValue("For @Dara Whitfield ");
      assertThat(offers(ngozi)).hasCount(0);

      // arrows go round, both ways
      write(ngozi, "@north");
      assertThat(offers(ngozi)).hasCount(2); // it, and its liaison
      box(ngozi).press("ArrowUp");
      assertThat(offers(ngozi).last()).hasAttribute("aria-selected", "true");
      assertThat(box(ngozi))
          .hasAttribute("aria-activedescendant", offers(ngozi).last().getAttribute("id"));
      box(ngozi).press("ArrowDown");
      box(ngozi).press("Tab");
      assertThat(box(ngozi)).hasValue("For @Dara Whitfield @Northwind ");

      // by the name without its signs, as people write it
      write(ngozi, "و@الحداد");
      assertThat(offers(ngozi)).containsText("سلمى الحدّاد");
      look.at(ngozi.page(), "mention-picker");
      Look.undress(ngozi.page());
      box(ngozi).press("Enter");
      assertThat(box(ngozi)).hasValue("For @Dara Whitfield @Northwind و@سلمى الحدّاد ");
      write(ngozi, "@civ");
      box(ngozi).press("Enter");
      write(ngozi, "@amin");
      box(ngozi).press("Escape");
      assertThat(offers(ngozi)).hasCount(0);
      assertThat(box(ngozi)).isFocused();
      box(ngozi).press("Control+Shift+ArrowLeft");
      box(ngozi).press("Delete");
      box(ngozi).press("Backspace");

      onlyFor(ngozi, Pattern.compile("Civil society(?! and)"));
      Locator outside = ngozi.page().locator("form.composer [role=alert]");
      assertThat(outside).containsText("Dara Whitfield");
      assertThat(outside).containsText("Write the name without @, or share this with more");
      write(ngozi, " @dar");
      assertThat(offers(ngozi)).hasCount(0);
      onlyFor(ngozi, Pattern.compile("Everyone"));
      assertThat(outside).hasCount(0);
      box(ngozi).press("End");
      for (int i = 0; i < " @dar".length(); i++) {
        box(ngozi).press("Backspace");
      }
      send(ngozi).click();
      Locator said = ngozi.page().locator("article").last();
      assertThat(said.locator(CHIPS)).hasCount(4);
      assertThat(said.locator(CHIPS).nth(2)).containsText("سلمى الحدّاد");
      dara.go(welcome(dara));
      assertThat(dara.page().locator("article").last().locator(CHIPS)).hasCount(4);
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void aNameIsTappedOnAPhone() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.page().setViewportSize(390, 844);
      ngozi
          .context()
          .newCDPSession(ngozi.page())
          .send(
              "Emulation.setTouchEmulationEnabled",
              JsonParser.parseString("{\"enabled\":true}").getAsJsonObject());
      ngozi.go(welcome(ngozi));
      box(ngozi).click();
      write(ngozi, "@brightl");
      Locator company = offers(ngozi).filter(new Locator.FilterOptions().setHasText("@brightl"));
      assertThat(company).isInViewport();
      BoundingBox at = company.boundingBox();
      assertThat(at.height).isGreaterThanOrEqualTo(44);
      assertThat(at.x + at.width).isLessThanOrEqualTo(390);
      look.as(ngozi.page(), "mention-picker-phone", 390, 844);
      BoundingBox now = company.boundingBox();
      tap(ngozi.page(), now.x + now.width / 2, now.y + now.height / 2);
      assertThat(box(ngozi)).hasValue("@Brightline ");
      assertThat(box(ngozi)).isFocused();
      box(ngozi).fill("");
    }
  }

  /** As a finger does it, by what the browser is told of a touch. */
  private static void tap(Page page, double x, double y) {
    CDPSession devtools = page.context().newCDPSession(page);
    for (JsonObject one :
        List.of(
            new JsonObject()
                .put("type", "touchStart")
                .put("touchPoints", new JsonArray().add(new JsonObject().put("x", x).put("y", y))),
            new JsonObject().put("type", "touchEnd").put("touchPoints", new JsonArray()))) {
      devtools.send(
          "Input.dispatchTouchEvent", JsonParser.parseString(one.encode()).getAsJsonObject());
    }
  }
}
