package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ngozi has two seats. What she wrote from one without a line goes out when there is one, though
 * she is in the other by then: for the seat that it was written for, and she is told.
 */
@Tag(OnStage.KEEPS_PROGRAM)
class OtherSeatTest extends OnStage {
  private static final Pattern LINK = Pattern.compile("https?://\\S+(/join/[\\w.]+)");
  private static final String SAVANNA = Visitor.WORKSPACE + "~savanna";

  /** A tab in which that seat is open has five seconds to send it itself. */
  private static final double SENT_MS = 20_000;

  /** Much less than the time for which something can be undone. */
  private static final double GONE_MS = 5_000;

  @BeforeAll
  static void aSecondSeat() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      amina.act(
          "/invitations",
          new JsonObject()
              .put("address", "ngozi@savanna.example")
              .put("organisation", "lantern")
              .put("role", "MEMBER"));
      ngozi.go(stage.mail().find("ngozi@savanna.example", LINK));
      ngozi.page().getByLabel("Your name").fill("Ngozi Ekwueme");
      ngozi.button("Join").click();
      ngozi.page().waitForURL("**/w/code-of-practice~lantern");
    }
  }

  private static void writes(Visitor ngozi, String thread, String words) {
    ngozi.go(SAVANNA + "/threads/" + thread);
    ngozi.context().setOffline(true);
    Page page = ngozi.page();
    page.locator("form.composer textarea").fill(words);
    page.locator("form.composer .send").click();
    assertThat(page.getByText("Saved in this browser.")).isVisible();
  }

  private static String thread(Visitor who) {
    JsonArray all = who.read("/lists/coalition/threads").getJsonArray("items");
    return all.getJsonObject(0).getString("id");
  }

  private static List<JsonObject> said(Visitor who, String thread, String words) {
    return who.read("/threads/" + thread).getJsonArray("entries").stream()
        .map(JsonObject.class::cast)
        .filter(entry -> entry.getString("text", "").contains(words))
        .toList();
  }

  private static String seatOf(Visitor who, String organisation) {
    return who.read("").getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(seat -> seat.getString("name").equals("Ngozi Ekwueme"))
        .filter(seat -> seat.getString("organisation").equals(organisation))
        .map(seat -> seat.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatWaitsForOneSeatIsSentForThatSeatFromTheOther() {
    String words = "Written for Savanna on the train.";
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      String thread = thread(amina);
      writes(ngozi, thread, words);
      Page page = ngozi.page();
      page.locator(".rail summary").click();
      page.locator(".rail").getByText("Act for Lantern Rights Initiative").click();
      page.waitForURL("**/w/code-of-practice~lantern");
      assertThat(page.locator("main")).containsText("Offline");
      ngozi.context().setOffline(false);

      Locator told = page.getByText("1 waiting message was sent in Draft Code of Practice");
      assertThat(told.first()).isVisible(soon());
      List<JsonObject> entries = said(amina, thread, words);
      assertThat(entries).hasSize(1);
      assertThat(entries.getFirst().getString("seat")).isEqualTo(seatOf(amina, "savanna"));
      ngozi.go(SAVANNA + "/threads/" + thread);
      assertThat(page.locator("article").getByText(words)).hasCount(1);
      assertThat(page.getByText("Saved in this browser.")).hasCount(0);
    }
  }

  @Test
  void whatOneSeatDidTheOtherIsNotOfferedToUndo() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(SAVANNA + "/trackers/COP");
      page.locator("main a[data-row]").first().click();
      ngozi.button("Close issue").click();
      ngozi.button("Undo").first().waitFor();

      page.locator(".rail summary").click();
      page.locator(".rail").getByText("Act for Lantern Rights Initiative").click();
      page.waitForURL("**/w/code-of-practice~lantern");

      assertThat(ngozi.button("Undo"))
          .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(GONE_MS));
    }
  }

  @Test
  void filesAndPicturesAreThoseOfTheSeatThatThePageIsOf() throws Exception {
    try (Visitor ngozi = stage.seated("ngozi")) {
      String lantern = Visitor.WORKSPACE + "~lantern";
      Page page = ngozi.page();
      try (Visitor amina = stage.seated("amina")) {
        ngozi.go(lantern + "/threads/" + thread(amina));
      }
      page.locator("form.composer textarea").fill("The hall: ![the hall](hall.png)");
      page.locator("form.composer input[type=file]")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("hall.png", "image/png", png()),
                new FilePayload("memo.txt", "text/plain", "The memo.".getBytes(US_ASCII))
              });
      page.locator("form.composer").getByText("2 files are ready").waitFor();
      page.locator("form.composer .send").click();

      Locator picture = page.locator("article img[alt='the hall']");
      picture.scrollIntoViewIfNeeded();
      page.waitForFunction(
          "() => document.querySelector('article img[alt=\"the hall\"]')?.naturalWidth > 0");
      Locator file =
          page.locator("article .files a")
              .filter(new Locator.FilterOptions().setHasText("memo.txt"));
      assertThat(file.getAttribute("href")).as("what is copied").doesNotContain("lantern");
      file.click();
      Download got = page.waitForDownload(() -> ngozi.link("Download").click());
      assertThat(got.failure()).isNull();
      assertThat(Files.readString(got.path())).isEqualTo("The memo.");
    }
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  @Test
  void whatWaitsIsSentAlsoFromThePageOfAllWorkspaces() {
    String words = "Written for Savanna, sent from the overview.";
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      String thread = thread(amina);
      writes(ngozi, thread, words);
      ngozi.page().navigate("about:blank");
      ngozi.context().setOffline(false);
      ngozi.go("/?all");

      assertThat(ngozi.page().getByText("1 waiting message was sent").first()).isVisible(soon());
      assertThat(said(amina, thread, words)).hasSize(1);
    }
  }

  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SENT_MS);
  }
}
