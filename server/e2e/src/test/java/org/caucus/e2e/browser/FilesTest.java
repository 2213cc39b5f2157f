package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.core.json.JsonObject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files go along with what is said: chosen, dropped or pasted, on a line that breaks. */
class FilesTest extends OnStage {
  private static final int MIB = 1024 * 1024;

  private static FilePayload pdf(String name, int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return new FilePayload(name, "application/pdf", bytes);
  }

  private static String thread(Visitor who) {
    return who.read("/lists/coalition/threads")
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("id");
  }

  private static Visitor inThread(String local) {
    Visitor visitor = stage.seated(local);
    visitor.go(Visitor.WORKSPACE + "/threads/" + thread(visitor));
    return visitor;
  }

  private static Locator composer(Visitor who) {
    return who.page().locator("form.composer");
  }

  private static void choose(Visitor who, FilePayload... files) {
    composer(who).locator("input[type=file]").setInputFiles(files);
  }

  private static void whole(Visitor who, int files) {
    composer(who)
        .getByText(Pattern.compile("^(1 file is|%d files are) ready$".formatted(files)))
        .waitFor();
  }

  private static FilePayload photo() throws IOException {
    BufferedImage image = new BufferedImage(1_600, 900, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawn = image.createGraphics();
    drawn.setColor(new Color(0x2f6f4f));
    drawn.fillRect(0, 0, 1_600, 900);
    drawn.setColor(new Color(0xf0d9b5));
    drawn.fillOval(550, 150, 500, 600);
    drawn.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return new FilePayload("portrait.jpg", "image/jpeg", out.toByteArray());
  }

  /** How many of the initials of a seat have a picture over them. */
  private static Object faces(Page page, String seat) {
    return page.evaluate(
        """
        seat => [...document.querySelectorAll(`[data-face="${seat}"]`)].filter(one =>
          getComputedStyle(one, '::after').backgroundImage.includes('/pictures/')).length""",
        seat);
  }

  private static void waitForFaces(Page page, String seat, boolean shown) {
    page.waitForFunction(
        """
        ([seat, shown]) => {
          const all = [...document.querySelectorAll(`[data-face="${seat}"]`)];
          return all.length > 0 && all.every(one => shown ===
            getComputedStyle(one, '::after').backgroundImage.includes('/pictures/'));
        }""",
        List.of(seat, shown));
  }

  @Test
  void aPictureOfOnesOwnStandsWhereInitialsStood() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      // a machine with much to do looks like a slow line, on which initials stay
      String fast = "Object.defineProperty(navigator, 'connection', { value: undefined })";
      amina.page().addInitScript(fast);
      dara.page().addInitScript(fast);
      Page page = amina.page();
      String seat = amina.read("").getString("seat");
      String thread = thread(amina);
      JsonObject said = new JsonObject().put("text", "Here I am.").put("audience", "EVERYONE");
      amina.act("/threads/" + thread + "/entries", said);
      dara.go(Visitor.WORKSPACE + "/threads/" + thread);
      amina.go(Visitor.WORKSPACE + "/profile");
      Locator own = page.locator("section[aria-labelledby=own-picture]");
      Locator file = own.locator("input[type=file]");
      byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
      file.setInputFiles(new FilePayload("me.svg", "image/svg+xml", drawing));
      assertThat(own.getByRole(AriaRole.ALERT).innerText()).startsWith("An SVG file can contain");
      file.setInputFiles(photo());
      Locator cut = page.getByRole(AriaRole.DIALOG);
      cut.getByRole(AriaRole.APPLICATION).press("ArrowUp");
      look.at(page, "profile-picture-cut");
      Look.undress(page);
      Response sent =
          page.waitForResponse(
              answer -> answer.url().endsWith("/my-profile/picture"),
              () -> cut.getByText("Save picture").click());
      assertThat(sent.status()).isEqualTo(201);
      waitForFaces(page, seat, true);
      look.at(page, "profile-picture");
      Look.undress(page);
      assertThat(dara.page().locator("article").first().isVisible()).isTrue();

      // a company sees it, in the thread where Amina speaks and on her card
      waitForFaces(dara.page(), seat, true);
      look.at(dara.page(), "thread-with-picture");
      Look.undress(dara.page());
      dara.page().locator("article [data-seat='" + seat + "']").first().click();
      dara.page().getByRole(AriaRole.DIALOG).waitFor();
      look.at(dara.page(), "card-with-picture");
      Look.undress(dara.page());
      assertThat(faces(dara.page(), seat)).isNotEqualTo(0);

      own.getByText("Remove picture").click();
      waitForFaces(page, seat, false);
      waitForFaces(dara.page(), seat, false);
      amina.button("Undo").last().click();
      waitForFaces(page, seat, true);
      assertThat(amina.complaints()).isEmpty();
      assertThat(dara.complaints()).isEmpty();
    }
  }

  @Test
  void aFileIsChosenSentAndReadByAnother() throws Exception {
    try (Visitor amina = inThread("amina");
        Visitor dara = inThread("dara")) {
      FilePayload memo =
          pdf("memo-\u202efdp.exe to the agency, third draft with annexes.pdf", 3 * MIB + 5);
      composer(amina).getByRole(AriaRole.TEXTBOX).fill("The memo, with its annexes.");
      choose(amina, memo, pdf("map.pdf", 2_000));
      whole(amina, 2);
      // who will read it stays in sight
      assertThat(composer(amina).innerText()).contains("Send to");
      look.at(amina.page(), "attaching");
      Look.undress(amina.page());
      composer(amina).getByText(Pattern.compile("^Send to")).click();

      Locator file = dara.page().locator("article .files a").first();
      file.waitFor();
      assertThat(file.innerText()).contains("memo-fdp.exe to the agency").contains("3 MB");
      file.click();
      Download got = dara.page().waitForDownload(() -> dara.link("Download").click());
      dara.page().keyboard().press("Escape");
      assertThat(got.suggestedFilename())
          .isEqualTo("memo-fdp.exe to the agency, third draft with annexes.pdf");
      assertThat(Arrays.mismatch(Files.readAllBytes(got.path()), memo.buffer)).isEqualTo(-1);
      look.at(dara.page(), "attached");
      Look.undress(dara.page());
      assertThat(amina.complaints()).isEmpty();
      assertThat(dara.complaints()).isEmpty();
    }
  }

  @Test
  void theLibraryFollowsWhatIsSentNarrowedAndDeleted() {
    try (Visitor amina = stage.seated("amina");
        Visitor tobi = stage.seated("tobi");
        Visitor dara = stage.seated("dara")) {
      JsonObject begins = new JsonObject().put("subject", "Annexes").put("text", "To come.");
      String thread = amina.act("/lists/coalition/threads", begins).getString("id");
      tobi.go(Visitor.WORKSPACE + "/files");
      dara.go(Visitor.WORKSPACE + "/files");
      Locator there = row(tobi, "annex of tonight.pdf");
      Locator outside = row(dara, "annex of tonight.pdf");
      assertThat(there.count() + outside.count()).isZero();
      tobi.page().evaluate("() => { window.same = true }");

      amina.go(Visitor.WORKSPACE + "/threads/" + thread);
      composer(amina).getByRole(AriaRole.TEXTBOX).fill("With its annex.");
      choose(amina, pdf("annex of tonight.pdf", 2_000));
      whole(amina, 1);
      composer(amina).getByText(Pattern.compile("^Send to")).click();
      there.waitFor();
      outside.waitFor();
      there.locator("button.name").focus();

      String of = "thread:" + thread;
      String asked = "/audience/preview?of=" + of + "&to=CIVIL_SOCIETY";
      JsonObject narrower = new JsonObject().put("of", of).put("to", "CIVIL_SOCIETY");
      amina.act("/audience", narrower.put("token", amina.read(asked).getString("token")));
      outside.waitFor(gone());
      there.locator(".readers").getByText("Civil society").waitFor();
      assertThat(there.locator("button.name:focus").count()).isOne();

      String entry =
          amina.read("/threads/" + thread).getJsonArray("entries").getJsonObject(1).getString("id");
      amina.act("/entries/" + entry + "/deletion", new JsonObject());
      there.waitFor(gone());
      assertThat(tobi.page().evaluate("() => window.same")).isEqualTo(true);
      assertThat(tobi.complaints()).isEmpty();
      assertThat(dara.complaints()).isEmpty();
    }
  }

  private static Locator row(Visitor who, String file) {
    return who.page().locator("li.file").filter(new Locator.FilterOptions().setHasText(file));
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  @Test
  void aLineThatBreaksCostsAPieceAndAFileCanBeTakenBack() {
    try (Visitor amina = inThread("amina")) {
      Page page = amina.page();
      int[] broken = {0};
      page.route(
          "**/pieces/1",
          route -> {
            if (broken[0]++ < 2) {
              route.abort();
            } else {
              route.resume();
            }
          });
      choose(amina, pdf("recording.pdf", 3 * MIB));
      composer(amina).getByText("offline; resumes automatically").waitFor();
      look.at(page, "attaching-stalled");
      Look.undress(page);
      whole(amina, 1);
      assertThat(broken[0]).isEqualTo(3);

      amina.button("Remove recording.pdf").click();
      assertThat(composer(amina).locator("li").count()).isZero();
      assertThat(composer(amina).getByText(Pattern.compile("^Send to")).isDisabled()).isTrue();
    }
  }

  @Test
  void whatIsNotTakenSaysWhyAndHoldsThePostBack() {
    try (Visitor amina = inThread("amina")) {
      byte[] html = "<!DOCTYPE html><script>1</script>".getBytes(StandardCharsets.US_ASCII);
      choose(amina, new FilePayload("memo.pdf", "application/pdf", html));
      composer(amina).getByText("This type of file is not accepted").waitFor();
      composer(amina).getByRole(AriaRole.TEXTBOX).fill("The memo.");
      assertThat(composer(amina).getByText(Pattern.compile("^Send to")).isDisabled()).isTrue();
      look.at(amina.page(), "attaching-refused");
      Look.undress(amina.page());

      // by the keyboard alone
      amina.button("Remove memo.pdf").focus();
      amina.page().keyboard().press("Enter");
      assertThat(composer(amina).getByText(Pattern.compile("^Send to")).isEnabled()).isTrue();
      amina.complaints(); // the browser notes the refusal of the piece
    }
  }

  @Test
  void aDraftKeepsItsFilesOverAReload() {
    try (Visitor amina = inThread("amina")) {
      choose(amina, pdf("kept.pdf", 5_000));
      whole(amina, 1);
      amina.page().reload();
      composer(amina).getByText("kept.pdf").first().waitFor();
      composer(amina).getByText(Pattern.compile("^Send to")).click();
      amina
          .page()
          .locator("article .files a", new Page.LocatorOptions().setHasText("kept.pdf"))
          .waitFor();
    }
  }

  @Test
  void filesAreDroppedAndPicturesPasted() {
    try (Visitor amina = inThread("amina")) {
      amina
          .page()
          .evaluate(
              """
              () => {
                const form = document.querySelector('form.composer');
                const filled = (name, bytes) => { const all = new DataTransfer();
                  all.items.add(new File([new Uint8Array(bytes)], name)); return all; };
                const png = [137,80,78,71,13,10,26,10,0,0,0,13,73,72,68,82,0,0,0,1,0,0,0,1];
                const text = [...'dropped words'].map((c) => c.charCodeAt(0));
                const over = (name, all) =>
                  new DragEvent(name, { dataTransfer: all, bubbles: true, cancelable: true });
                form.dispatchEvent(over('dragover', filled('a', [1])));
                form.dispatchEvent(over('drop', filled('dropped.txt', text)));
                const clipboardData = filled('image.png', png);
                form.querySelector('textarea').dispatchEvent(
                  new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
              }\
              """);
      whole(amina, 2);
      assertThat(composer(amina).innerText()).contains("dropped.txt", "image.png");
    }
  }

  @Test
  void anIssueAnUpdateAndAnActionAreMadeWithFiles() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String key = amina.read("").getJsonArray("trackers").getJsonObject(0).getString("key");
      amina.go(Visitor.WORKSPACE + "/trackers/" + key);
      amina.button("New issue").first().click();
      amina.page().getByLabel("Title").fill("Annex B is missing");
      amina.page().locator("[role=dialog] input[type=file]").setInputFiles(pdf("annex.pdf", 4_000));
      amina.page().locator("[role=dialog]").getByText("1 file is ready").waitFor();
      look.at(amina.page(), "attaching-issue");
      Look.undress(amina.page());
      amina.page().locator("[role=dialog]").getByText(Pattern.compile("^Send to")).click();
      amina.page().locator("article .files a").waitFor();
      assertThat(amina.page().locator("article .files").innerText()).contains("annex.pdf");

      dara.go(Visitor.WORKSPACE + "/updates");
      dara.page().getByLabel("Headline").fill("Figures for June");
      dara.page().locator("form.takes textarea").fill("Attached.");
      dara.page().locator("form.takes input[type=file]").setInputFiles(pdf("figures.pdf", 4_000));
      dara.page().locator("form.takes").getByText("1 file is ready").waitFor();
      dara.page().locator("form.takes").getByText(Pattern.compile("^Send to")).click();
      dara.link("Figures for June").first().click();
      dara.page().locator("article .files a").waitFor();
      assertThat(dara.complaints()).isEmpty();
    }
  }
}
