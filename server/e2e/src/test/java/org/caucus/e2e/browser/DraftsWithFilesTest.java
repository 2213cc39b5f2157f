package org.caucus.e2e.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What goes along with a draft: put in, seen by the other liaison, taken out, published. */
class DraftsWithFilesTest extends OnStage {
  private static final int MIB = 1024 * 1024;
  private static final String TITLE = "Appeals, month by month";
  private static final Locator.WaitForOptions GONE =
      new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

  private static FilePayload pdf(String name, int size) {
    byte[] bytes = new byte[size];
    new Random(9).nextBytes(bytes);
    byte[] head = "%PDF-1.7\n".getBytes(UTF_8);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return new FilePayload(name, "application/pdf", bytes);
  }

  private void seen(Visitor visitor, String view) {
    visitor.settle();
    look.at(visitor.page(), view);
    Look.undress(visitor.page());
  }

  private static Locator draft(Visitor who) {
    return who.page()
        .locator("article")
        .filter(new Locator.FilterOptions().setHasText(TITLE))
        .first();
  }

  private static Locator edit(Visitor who) {
    return who.page().locator("form.edit");
  }

  private static Locator file(Locator where, String name) {
    return where.locator("a").filter(new Locator.FilterOptions().setHasText(name));
  }

  private static void attach(Locator form, FilePayload file) {
    form.locator("input[type=file]").setInputFiles(file);
    form.getByText("1 file is ready").waitFor();
  }

  private static void drafted(Visitor dara, FilePayload report) {
    Locator form = dara.page().locator("form.takes");
    form.locator("input.head").fill(TITLE);
    form.locator("textarea").first().fill("The figures are in the report.");
    form.locator("details summary").click();
    form.getByText("Save as draft").click();
    attach(form, report);
  }

  @Test
  void whatIsPutInIsSeenByTheOtherLiaisonAndWhatIsTakenOutIsNotPublished() throws Exception {
    FilePayload report = pdf("report of all appeals against removals, by month.pdf", 3 * MIB + 5);
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara");
        Visitor omar = stage.seated("omar")) {
      List.of(amina, dara, omar).forEach(v -> v.goInside(Visitor.WORKSPACE + "/updates"));
      drafted(dara, report);
      seen(dara, "draft-attaching");
      dara.button("Save as draft").click();

      Locator there = file(draft(omar), "report of all appeals");
      there.waitFor();
      assertThat(there.innerText()).contains("3 MB");
      there.click();
      Download got = omar.page().waitForDownload(() -> omar.link("Download").click());
      omar.page().keyboard().press("Escape");
      assertThat(Arrays.mismatch(Files.readAllBytes(got.path()), report.buffer)).isEqualTo(-1);
      seen(omar, "draft-files");

      List.of(dara, omar).forEach(v -> v.button("Edit: " + TITLE).click());
      edit(dara).locator("button[aria-label^='Remove report of all']").click();
      attach(edit(dara), pdf("table.pdf", 2_000));
      seen(dara, "draft-files-changing");
      dara.page().reload(); // what was put in and taken out outlives a tab that crashed
      edit(dara).getByText("table.pdf").first().waitFor();
      assertThat(file(edit(dara), "report of all appeals").count()).isZero();
      dara.button("Save draft").click();
      file(draft(dara), "table.pdf").waitFor();

      attach(edit(omar), pdf("map.pdf", 3_000)); // beside what the other one did meanwhile
      omar.button("Save draft").click();
      file(draft(dara), "map.pdf").waitFor();
      file(draft(dara), "table.pdf").waitFor();
      file(draft(dara), "report of all appeals").waitFor(GONE);

      dara.button("Edit: " + TITLE).click();
      attach(edit(dara), pdf("not-this-one.pdf", 1_000));
      edit(dara).getByText("Cancel").click();
      draft(dara).getByText("Discard").waitFor();
      dara.button("Publish: " + TITLE).click();
      amina.page().getByText(TITLE).first().click();
      amina.page().locator("article .files a").first().waitFor();
      assertThat(amina.page().locator("article .files").innerText())
          .contains("table.pdf", "map.pdf")
          .doesNotContain("report of all", "not-this-one");
      for (Visitor visitor : List.of(amina, dara)) { // the third was told of the conflict
        assertThat(visitor.complaints()).isEmpty();
      }
    }
  }
}
