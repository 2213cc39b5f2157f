package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A convenor brings the archive of the old list in, and goes on after the page was loaded anew. */
@Tag("browser")
class ImportPageTest {
  private static final String PAGE = Visitor.WORKSPACE + "/lists/coalition/import";

  @TempDir Path data;
  @TempDir Path desk;

  /** Of some four mebibytes; letter 3 stands in it twice. */
  private Path archive() throws IOException {
    Random random = new Random(7);
    StringBuilder mbox = new StringBuilder();
    for (int i = 0; i < 350; i++) {
      byte[] noise = new byte[6_000];
      random.nextBytes(noise);
      String letter =
          "From ada@rights.example Tue Jun 14 08:05:09 2022\nFrom: Ada Obi <ada@rights.example>\n"
              + ("To: old-list@rights.example\nMessage-ID: <" + i + "@rights.example>\n")
              + "Date: Tue, 14 Jun 2022 08:05:09 +0000\nSubject: The draft of 2022\n"
              + (i == 0 ? "" : "In-Reply-To: <0@rights.example>\n")
              + ("\nRemoval within 24 hours, reading " + i + "\n")
              + HexFormat.of().formatHex(noise).replaceAll("(.{72})", "$1\n")
              + "\n\n";
      mbox.append(letter.repeat(i == 3 ? 2 : 1));
    }
    return Files.writeString(desk.resolve("old-list.mbox"), mbox, UTF_8);
  }

  private long mailed() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("mail"))) {
      return files.count();
    }
  }

  @Test
  void anArchiveIsSentInPiecesAndItsReadersAreKnownBefore() throws IOException {
    List<String> faults = new ArrayList<>();
    Path box = archive();
    try (Stage stage = Stage.open(data).savingData();
        Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/lists/coalition");
      amina.choose("More", "Import an archive");
      Page page = amina.page();
      assertThat(page.getByText("No one is emailed")).isVisible();
      assertThat(page.getByText("No imports yet")).isVisible();
      new Look(faults).at(page, "import-empty");

      // the line breaks behind the second piece, and the page is loaded anew
      page.route("**/pieces/2", route -> route.abort());
      page.locator("input[type=file]").setInputFiles(box);
      assertThat(page.locator("li.stalled")).isVisible();
      page.unroute("**/pieces/2");
      page.reload();
      assertThat(page.getByText("2 MB of")).isVisible();
      page.locator("input[type=file]").setInputFiles(box);
      assertThat(page.locator("li.here"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
      assertThat(page.locator("[data-will-see]")).isVisible();
      new Look(faults).at(page, "import-ready");

      long before = mailed();
      page.locator("form button[type=submit]").click();
      assertThat(page.locator("progress")).isVisible();
      assertThat(page.getByText("byte for byte"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
      assertThat(page.locator("dl .IMPORTED dd")).hasText("350");
      assertThat(page.locator("dl .REPEATED dd")).hasText("1");
      page.getByText("Report on each email").click();
      assertThat(page.locator("li.IMPORTED")).hasCount(350);
      new Look(faults).at(page, "import-done");

      page.locator("li.IMPORTED a").first().click();
      assertThat(page.locator("h1")).hasText("The draft of 2022");
      assertThat(mailed()).as("nobody was mailed").isEqualTo(before);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsNoArchiveSaysSoAtOnceAndOthersAreTurnedAway() throws IOException {
    Path memo = Files.writeString(desk.resolve("memo.pdf"), "%PDF-1.7\n" + "x".repeat(5_000));
    try (Stage stage = Stage.open(data).savingData();
        Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.go(PAGE);
      amina.page().locator("input[type=file]").setInputFiles(memo);
      assertThat(amina.page().getByText("This is not an email archive.")).isVisible();
      assertThat(amina.page().locator("form button[type=submit]")).isDisabled();

      dara.go(PAGE);
      assertThat(dara.page().getByText("Only convenors can import archives.")).isVisible();
      assertThat(dara.page().locator("input[type=file]")).hasCount(0);
    }
  }
}
