package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ngozi brings a spreadsheet in, looks at it first, and takes a view out again. */
class ImportIssuesTest extends OnStage {
  private static final String TRACKER = Visitor.WORKSPACE + "/trackers/COP";
  private static final String SHEET =
      """
      What;Wann;Tags
      Fees for small platforms;2026-09-01;sheet
      Bonds for platforms;01.09.2026;sheet
      """;

  @Test
  void aFileIsMappedLookedAtBroughtInUndoneAndTakenOut() throws IOException {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(TRACKER);
      ngozi.button("More tracker options").click();
      page.getByRole(AriaRole.MENUITEM).filter(text("Import issues")).click();
      page.locator("input[type=file]")
          .setInputFiles(
              new FilePayload("sheet.csv", "text/csv", SHEET.getBytes(StandardCharsets.UTF_8)));
      ngozi.button("Check first").click();
      assertThat(page.getByText("Choose the column for the title.")).isVisible();
      assertThat(page.locator(".tally")).isFocused(); // the button that had it is gone
      page.getByLabel("Field for the column What").selectOption("title");
      assertThat(page.locator(".tally")).hasText("2 can be opened, 0 cannot");
      page.getByLabel("Field for the column Wann").selectOption("due");
      assertThat(page.locator(".tally")).hasText("1 can be opened, 1 cannot");
      Locator refused = page.locator("li.REFUSED");
      assertThat(refused).containsText("Line 3");
      assertThat(refused).containsText("This day does not exist in the calendar");
      assertThat(page.locator("[data-will-see]")).isVisible();
      look.at(page, "import-preview");
      Look.undress(page);
      ngozi.button("Open 1 issue").click();
      assertThat(page.locator(".tally")).hasText("1 opened, 1 not");
      assertThat(page.locator(".tally")).isFocused();

      ngozi.link("Go to tracker").click();
      page.locator(".filter input").fill("label:sheet");
      assertThat(page.locator("[data-row]")).hasCount(1);
      ngozi.button("More tracker options").click();
      Download file =
          page.waitForDownload(
              () -> page.getByRole(AriaRole.MENUITEM).filter(text("Export as a table")).click());
      assertThat(file.suggestedFilename()).isEqualTo("cop-issues.csv");
      assertThat(Files.readAllLines(file.path()))
          .hasSize(2)
          .last()
          .asString()
          .contains("\"Fees for small platforms\"", "\"2026-09-01\"", "\"sheet\"");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void whatASpreadsheetDidNotWriteInUtf8KeepsItsLetters() {
    String sheet = "title;labels\nDélai de retrait;sheet-old\n";
    try (Visitor tobi = stage.seated("tobi")) {
      Page page = tobi.page();
      tobi.go(TRACKER + "/import");
      for (byte[] bytes :
          List.of(
              sheet.getBytes(StandardCharsets.ISO_8859_1),
              ("\uFEFF" + sheet).getBytes(StandardCharsets.UTF_16LE))) {
        page.locator("input[type=file]")
            .setInputFiles(new FilePayload("sheet.csv", "text/csv", bytes));
        tobi.button("Check first").click();
        assertThat(page.locator("li.NEW")).containsText("Délai de retrait");
        tobi.go(TRACKER + "/import");
      }
      assertThat(tobi.complaints()).isEmpty();
    }
  }

  @Test
  void whatWasBroughtInIsDeclinedAgain() {
    try (Visitor tobi = stage.seated("tobi")) {
      Page page = tobi.page();
      tobi.go(TRACKER + "/import");
      page.getByLabel("Or paste it here").fill("title,labels\nIn vain,vain\nAlso in vain,vain\n");
      tobi.button("Check first").click();
      tobi.button("Open 2 issues").click();
      tobi.button("Undo: decline all 2").click();
      assertThat(page.getByText("2 declined").first()).isVisible();
      assertThat(
              tobi.read("/trackers/COP/issues?q=label:vain%20state:declined").getJsonArray("items"))
          .hasSize(2);
      assertThat(tobi.complaints()).isEmpty();
    }
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
