package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The workspace speaks English, French and Arabic, as the person who reads it chose. */
class LanguageTest extends OnStage {
  /** What begins with it is taken by each of these places, one of which sends it off at once. */
  private static final String FROM_LINE = "From amina@savanna.example Mon Jun  1 09:10:00 2026\n";

  private static final List<String> FILE_PLACES =
      List.of("/lists/coalition/import", "/organisations/roster/new", "/trackers/COP/import");

  @Test
  void isChosenInTheMenuOfTheAccountAndKept() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE);
      chooses(page, "العربية");
      assertThat(page.locator("html[lang=ar][dir=rtl]")).hasCount(1);
      assertThat(page.locator("h1")).hasText("النشاط");
      amina.go(Visitor.WORKSPACE + "/lists");
      assertThat(page.locator("h1")).hasText("القوائم");
      chooses(page, "Français");
      assertThat(page.locator("html[lang=fr][dir=ltr]")).hasCount(1);
      assertThat(page.locator("h1")).hasText("Listes");
      assertEquals(List.of(), amina.complaints());
    }
  }

  @Test
  void isThereBeforeAnybodySignsIn() {
    try (Visitor stranger = stage.stranger()) {
      stranger.go("/sign-in");
      stranger.button("Français").click();
      assertThat(stranger.page().locator("html[lang=fr]")).hasCount(1);
      assertThat(stranger.page().locator("h1")).hasText("Se connecter");
    }
  }

  @Test
  void aFileThatIsRefusedIsRefusedInTheLanguageInUse() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE);
      page.evaluate("localStorage.setItem('caucus.language', 'ar')");
      amina.go(Visitor.WORKSPACE + "/lists/coalition");
      amina.button("محادثة جديدة").first().click();
      byte[] program = "MZ this is a program".getBytes(StandardCharsets.UTF_8);
      page.locator("input[type=file]")
          .first()
          .setInputFiles(new FilePayload("run.exe", "application/octet-stream", program));
      assertThat(page.locator("li.refused .wrong")).containsText("يمكن وضعها في ملف ZIP");
    }
  }

  /** A browser's own field for files would say it in the language of the browser. */
  @Test
  void aFileIsChosenByKeyboardInTheLanguageInUse() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(Visitor.WORKSPACE);
      page.evaluate("localStorage.setItem('caucus.language', 'fr')");
      for (String place : FILE_PLACES) {
        amina.go(Visitor.WORKSPACE + place);
        Locator choose = page.getByRole(AriaRole.BUTTON).filter(named("Choisir un fichier"));
        assertThat(choose).isVisible();
        assertThat(page.locator("input[type=file]:visible")).hasCount(0);
        assertThat(page.locator("form")).containsText("Aucun fichier choisi");
        FileChooser chooser = page.waitForFileChooser(() -> choose.press("Enter"));
        byte[] box =
            (FROM_LINE + "Subject: Memo\n\nIt is here.\n").getBytes(StandardCharsets.UTF_8);
        chooser.setFiles(new FilePayload("liste.mbox", "text/plain", box));
        assertThat(page.locator("form")).containsText("liste.mbox");
      }
      assertEquals(List.of(), amina.complaints());
    }
  }

  private static Locator.FilterOptions named(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static void chooses(Page page, String language) {
    page.locator(".account[aria-haspopup=menu]").first().click();
    page.getByRole(AriaRole.MENUITEMRADIO, new Page.GetByRoleOptions().setName(language)).click();
  }
}
