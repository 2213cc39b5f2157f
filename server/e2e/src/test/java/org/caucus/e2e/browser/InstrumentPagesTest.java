package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A draft from its file to a concern about one of its provisions: with keys, and on a phone. */
class InstrumentPagesTest extends OnStage {
  private static final String TITLE = "Code for platforms";
  private static final String CONCERN = "One day is too short for a court";
  private static final int PHONE = 390;
  private static final String DRAFT =
      """
      PART I Removal of content

      1. Interpretation
      In this Code, a platform is a service that lets users publish.

      2. Removal on notice
      A platform shall:
      (a) acknowledge each notice without delay;
      (b) remove content within 24 hours of notice.

      Page 1 of 2

      PART II Appeals

      3. Right to appeal
      A user can appeal within 14 days.
      """;

  private static Locator rows(Visitor who) {
    return who.page().locator("[role=treeitem]");
  }

  private static Locator row(Visitor who) {
    return who.page().locator("[role=treeitem][aria-selected=true]");
  }

  private static Locator dialog(Visitor who) {
    return who.page().locator("[role=dialog]");
  }

  private void seen(Visitor visitor, String view) {
    visitor.settle();
    look.at(visitor.page(), view);
    Look.undress(visitor.page());
  }

  private static void press(Visitor who, String... keys) {
    for (String key : keys) {
      who.page().keyboard().press(key);
    }
  }

  private static String words(Locator found) {
    return String.join(" | ", found.allInnerTexts());
  }

  private static FilePayload draft(String name) {
    return new FilePayload(name, "text/plain", DRAFT.getBytes(StandardCharsets.UTF_8));
  }

  /** From the list to the outline, by a file. */
  private static void uploads(Visitor who, String name) {
    who.goInside(Visitor.WORKSPACE + "/instruments");
    who.button("Add a text").first().click();
    dialog(who).locator("input[type=file]").setInputFiles(draft(name));
    who.page().waitForURL("**/outlines/*");
    rows(who).first().waitFor();
  }

  private static void adopts(Visitor who, String title) {
    dialog(who).getByLabel("Title").fill(title);
    dialog(who).getByLabel("Who will be able to read this").selectOption("EVERYONE");
    dialog(who).getByText("Adopt the text").last().click();
    who.page().waitForURL("**/instruments/*");
    who.page().locator("article section").first().waitFor();
  }

  @Test
  void aDraftIsCorrectedByKeysAdoptedReadAndSpokenAbout() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      uploads(amina, "code.txt");
      int before = rows(amina).count();
      seen(amina, "instrument-outline");
      correctsByKeys(amina, before);

      press(amina, "Enter");
      dialog(amina).waitFor();
      adopts(amina, TITLE);
      assertThat(amina.page().url()).endsWith("/instruments/code-for-platforms");
      seen(amina, "instrument-text");
      press(amina, "f");
      amina.page().keyboard().type("24 hours");
      assertThat(amina.page().getByText("1 of 1 place")).isVisible();
      press(amina, "Escape");

      opensByKeys(amina);
      says(amina, CONCERN + ". It has to hear both sides.", "Civil society");
      seen(amina, "instrument-provision");
      amina.page().locator("details li a").getByText(CONCERN).click();
      assertThat(amina.page().locator(".cited")).containsText(TITLE);

      othersRead(dara);
    }
  }

  /** Tab and Shift+Tab, Enter, Backspace, F and Z, and Escape that leads out. */
  private static void correctsByKeys(Visitor amina, int before) {
    rows(amina).getByText("remove content within").click();
    String level = row(amina).getAttribute("aria-level");
    press(amina, "Tab");
    String deeper = row(amina).getAttribute("aria-level");
    press(amina, "Shift+Tab");
    assertThat(row(amina).getAttribute("aria-level")).isEqualTo(level);
    assertThat(Integer.parseInt(deeper)).isEqualTo(Integer.parseInt(level) + 1);

    press(amina, "Enter");
    dialog(amina).waitFor();
    press(amina, "End", "Enter");
    assertThat(rows(amina)).hasCount(before + 1);
    assertThat(row(amina)).isFocused();
    press(amina, "Backspace");
    assertThat(rows(amina)).hasCount(before);
    press(amina, "f");
    assertThat(row(amina)).containsText("Page furniture");
    press(amina, "z");
    assertThat(row(amina)).not().containsText("Page furniture");

    assertThat(amina.page().getByText("Press Escape to leave the outline.").first()).isVisible();
    press(amina, "Escape");
    assertThat(amina.button("Adopt the text")).isFocused();
    assertThat(amina.page().getByText("Outline saved")).isVisible();
  }

  /** Along the numbers of the provisions, into the one about 24 hours. */
  private static void opensByKeys(Visitor amina) {
    amina.page().evaluate("document.activeElement.blur()");
    for (int steps = 0; steps < 20; steps++) {
      press(amina, "j");
      String at = (String) amina.page().evaluate("document.activeElement.dataset.row ?? ''");
      if (at.endsWith(".b")) {
        break;
      }
    }
    press(amina, "Enter");
    amina.page().locator("blockquote").getByText("within 24 hours of notice").waitFor();
    amina.page().reload(); // the address of a provision has dots in it, as names of files have
    amina.page().locator("blockquote").getByText("within 24 hours of notice").waitFor();
  }

  private static void says(Visitor who, String words, String readers) {
    Page page = who.page();
    press(who, "c");
    page.keyboard().type(words);
    who.button("Who will be able to read this").click();
    page.getByRole(AriaRole.MENUITEMRADIO)
        .getByText(readers, new Locator.GetByTextOptions().setExact(true))
        .click();
    page.locator("form .send").click();
    page.locator("details li").getByText(words.substring(0, words.indexOf('.'))).waitFor();
  }

  /** A liaison reads the words on a phone, and nothing that civil society says among itself. */
  private void othersRead(Visitor dara) {
    dara.page().setViewportSize(PHONE, 844);
    dara.goInside(Visitor.WORKSPACE + "/instruments");
    dara.link(TITLE).click();
    dara.page().locator("article").getByText("within 24 hours").waitFor();
    dara.page().locator("article a.place").getByText("(b)").click();
    dara.page().locator("blockquote").getByText("within 24 hours of notice").waitFor();
    dara.settle();
    assertThat(dara.page().getByText(CONCERN)).hasCount(0);
    assertThat(dara.page().getByText("Nothing about this provision yet.")).isVisible();
    seen(dara, "instrument-provision-liaison");
  }

  @Test
  void onAPhoneTheOutlineIsCorrectedByFingersAndTheOfferOfAnIssueIsTaken() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      ngozi.page().setViewportSize(PHONE, 844);
      uploads(ngozi, "second.txt");
      rows(ngozi).getByText("remove content within").click();
      for (String button : List.of("Level out", "Level in", "Page furniture", "Undo")) {
        Locator found = ngozi.button(button).first();
        assertThat(found.boundingBox().height).as(button).isGreaterThanOrEqualTo(44);
        found.click();
      }
      assertThat(row(ngozi)).not().containsText("Page furniture");
      assertThat(words(rows(ngozi))).contains("remove content within 24 hours");
      ngozi.button("Adopt the text").first().click();
      dialog(ngozi).waitFor();
      adopts(ngozi, "Second code");

      JsonObject cited =
          new JsonObject()
              .put("document", "Second code")
              .put("part", "Part I")
              .put("number", "2(b)");
      String issue =
          ngozi
              .act(
                  "/trackers/COP/issues",
                  new JsonObject().put("title", "Who gives notice?").put("reference", cited))
              .getString("id");
      ngozi.turnTo(Visitor.WORKSPACE + "/issues/" + issue);
      assertThat(ngozi.page().locator(".seems")).containsText("Second code");
      ngozi.page().locator(".seems button").click();
      ngozi.page().locator(".cited a").first().waitFor();
      assertThat(ngozi.page().locator(".seems")).hasCount(0);
      seen(ngozi, "issue-with-provision");
    }
  }
}
