package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.caucus.kernel.support.Clocks;
import org.junit.jupiter.api.Test;

/**
 * What is pasted keeps its links, lists and tables; pictures stand in the text; buttons by keys.
 */
class WritingTest extends OnStage {
  /** As a word processor puts it on the clipboard, with what must not come through. */
  private static final String COPIED =
      "<p class=MsoNormal>The <b>notice</b> is due, see <a"
          + " href='https://agency.example/draft'>the draft</a>.</p><ul><li>One<ul><li>Under"
          + "</ul></ul><table><tr><th>A<th>B<tr><td>1<td>2</table><script>document.title ="
          + " 'owned'</script>";

  private static final String WRITTEN =
      """
      The **notice** is due, see [the draft](https://agency.example/draft).

      - One
        - Under

      | A | B |
      | --- | --- |
      | 1 | 2 |\
      """;

  private static Visitor inThread(String local) {
    Visitor visitor = stage.seated(local);
    String thread =
        visitor
            .read("/lists/coalition/threads")
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("id");
    visitor.go(Visitor.WORKSPACE + "/threads/" + thread);
    return visitor;
  }

  private static void copy(Page page, String html) {
    page.evaluate(
        """
        html => navigator.clipboard.write([new ClipboardItem({
          'text/html': new Blob([html], { type: 'text/html' }),
          'text/plain': new Blob(['The notice is due'], { type: 'text/plain' }) })])\
        """,
        html);
  }

  @Test
  void whatIsPastedKeepsItsMarksAndIsReadByAnother() {
    try (Visitor amina = inThread("amina");
        Visitor dara = inThread("dara")) {
      Page page = amina.page();
      page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      Locator field = page.locator("form.composer textarea");
      field.click();
      page.getByRole(AriaRole.TOOLBAR).waitFor(); // the field can do it by now
      copy(page, COPIED);
      field.press("Control+v");
      assertThat(field).hasValue(WRITTEN);
      field.press("Control+z");
      assertThat(field).hasValue("");
      field.press("Control+Shift+v");
      assertThat(field).hasValue("The notice is due");
      field.fill("");
      field.press("Control+v");
      look.at(page, "writing-pasted");
      Look.undress(page);
      page.locator("form.composer .send").click();
      Locator read = dara.page().locator("article").last();
      assertThat(read.locator("strong").first()).hasText("notice");
      assertThat(read.locator("li li")).hasText("Under");
      assertThat(read.locator("td").last()).hasText("2");
      assertThat(amina.complaints()).isEmpty();
      assertThat(dara.complaints()).isEmpty();
    }
  }

  @Test
  void aPictureStandsWhereItWasDroppedAndABombIsAFile() {
    try (Visitor amina = inThread("amina");
        Visitor dara = inThread("dara")) {
      Page page = amina.page();
      Locator form = page.locator("form.composer");
      Locator field = form.locator("textarea");
      field.fill("The hall:");
      page.evaluate(
          """
          async () => {
            const canvas = new OffscreenCanvas(320, 200);
            canvas.getContext('2d').fillRect(0, 0, 320, 200);
            const whole = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
            const bomb = whole.slice();
            new DataView(bomb.buffer).setUint32(16, 60000);
            const all = new DataTransfer();
            for (const [name, bytes] of [['The hall.png', whole], ['bomb.png', bomb]])
              all.items.add(new File([bytes], name, { type: 'image/png' }));
            document.querySelector('form.composer').dispatchEvent(
              new DragEvent('drop', { dataTransfer: all, bubbles: true, cancelable: true }));
          }\
          """);
      assertThat(field).hasValue("The hall:\n\n![](The-hall.png)\n");
      form.getByText(Pattern.compile("^2 files are ready$")).waitFor();
      Locator says = form.getByLabel("What The-hall.png shows (optional)");
      says.pressSequentially("An empty ");
      says.pressSequentially("chamber [at 9]");
      assertThat(says).hasValue("An empty chamber [at 9]");
      assertThat(form.getByText("23 of 250 characters")).isVisible();
      assertThat(field).hasValue("The hall:\n\n![An empty chamber \\[at 9\\]](The-hall.png)\n");
      look.at(page, "writing-alt");
      Look.undress(page);
      says.press("Enter"); // sends nothing, leads back
      assertThat(field).isFocused();
      form.locator(".send").click();

      Locator read = dara.page().locator("article").last();
      Locator picture = read.locator("img");
      assertThat(picture).hasAttribute("alt", "An empty chamber [at 9]");
      assertThat(picture).hasAttribute("width", "320");
      assertThat(picture).hasJSProperty("naturalWidth", 320);
      assertThat(read.locator(".files")).containsText("bomb.png");
      assertThat(read.locator(".files")).not().containsText("hall");
      picture.click();
      assertThat(dara.page().getByRole(AriaRole.DIALOG)).isVisible();
      dara.page().keyboard().press("Escape");
      assertThat(dara.page().getByRole(AriaRole.DIALOG)).hasCount(0);
      await()
          .atMost(Clocks.LONG)
          .untilAsserted(
              () ->
                  assertThat(dara.read("/search?q=chamber").getJsonArray("items").encode())
                      .contains("An empty"));

      // its author says it otherwise, and by keys alone
      Locator own = page.locator("article").last();
      own.hover();
      own.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More")).click();
      page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Edit message"))
          .press("Enter");
      Locator otherwise = page.getByLabel("What The-hall.png shows (optional)");
      otherwise.fill("قاعة فارغة");
      page.locator("form.edits textarea").press("Control+Enter");
      assertThat(picture).hasAttribute("alt", "قاعة فارغة");
      assertThat(dara.complaints()).isEmpty();
    }
  }

  @Test
  void marksAreWrittenByKeysAlone() {
    try (Visitor amina = inThread("amina")) {
      Page page = amina.page();
      Locator field = page.locator("form.composer textarea");
      field.click();
      page.getByRole(AriaRole.TOOLBAR).waitFor();
      field.pressSequentially("- one");
      field.press("Enter");
      field.press("Tab");
      field.pressSequentially("under");
      field.press("Enter");
      field.press("Enter");
      assertThat(field).hasValue("- one\n  - under\n");
      field.pressSequentially("bold");
      field.press("Shift+Home");
      Locator bold = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Bold"));
      bold.focus();
      bold.press("ArrowRight");
      page.keyboard().press("ArrowLeft");
      page.keyboard().press("Enter");
      assertThat(field).hasValue("- one\n  - under\n**bold**");
      assertThat(field).isFocused();
      field.press("Tab"); // no list: it leads on
      assertThat(field).not().isFocused();
      field.fill("");
      assertThat(amina.complaints()).isEmpty();
    }
  }

  private static Locator commands(Page page) {
    return page.getByRole(AriaRole.LISTBOX, new Page.GetByRoleOptions().setName("Commands"))
        .getByRole(AriaRole.OPTION);
  }

  @Test
  void aSlashThatBeginsALineOffersCommandsAndAPathIsText() {
    try (Visitor amina = inThread("amina")) {
      Page page = amina.page();
      Locator field = page.locator("form.composer textarea");
      field.click();
      page.getByRole(AriaRole.TOOLBAR).waitFor();
      field.pressSequentially("/head");
      assertThat(commands(page)).hasCount(1);
      field.press("Enter");
      field.pressSequentially("Fees");
      field.press("Enter");
      field.pressSequentially("/etc");
      assertThat(commands(page)).hasCount(0);
      field.press("Enter");
      field.pressSequentially("/");
      assertThat(commands(page).first()).containsText("Heading");
      assertThat(commands(page).filter(new Locator.FilterOptions().setHasText("New issue")))
          .hasCount(2);
      look.at(page, "writing-commands");
      Look.undress(page);
      field.press("ArrowUp"); // the last one, to which the list moves
      assertThat(commands(page).last()).hasAttribute("aria-selected", "true");
      assertThat(commands(page).last()).isInViewport();
      field.press("Escape");
      assertThat(commands(page)).hasCount(0);
      assertThat(field).hasValue("## Fees\n/etc\n/");
      field.press("Backspace");

      field.pressSequentially("/date");
      assertThat(commands(page).first()).containsText("today");
      field.press("ArrowDown");
      field.press("Enter");
      assertThat(field).hasValue(Pattern.compile("## Fees\n/etc\n[^\n]+ \\d{4}"));
      field.pressSequentially("\n/ment");
      field.press("Enter");
      page.locator(".mentions [role=option]").first().waitFor();
      field.pressSequentially("dara");
      field.press("Enter");
      assertThat(field).hasValue(Pattern.compile("[\\s\\S]*\n@Dara Whitfield "));
      field.pressSequentially("\n/file");
      assertThat(page.waitForFileChooser(() -> field.press("Enter")).isMultiple()).isTrue();

      // a finger has a button; what is written goes along, and is for nobody until that is said
      page.setViewportSize(390, 844);
      amina.button("Formatting").first().click();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Commands (/)")).click();
      look.keep(page, "writing-commands-phone", false);
      commands(page).filter(new Locator.FilterOptions().setHasText("Plan an action")).click();
      Locator form = page.getByRole(AriaRole.DIALOG);
      assertThat(form.locator("textarea").first()).hasValue(Pattern.compile("## Fees[\\s\\S]*"));
      assertThat(form.locator(".send")).isDisabled();
      page.goBack();
      assertThat(field).hasValue(Pattern.compile("## Fees[\\s\\S]*Whitfield[\\s\\S]*"));
      field.fill("");
      assertThat(amina.complaints()).isEmpty();
    }
  }
}
