package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What people write with marks is laid out as they meant it, and acts on nobody who reads it. */
class MarksTest extends OnStage {
  private static final String MEMO =
      """
      # What we ask of Part I

      Removal within **24 hours** is *not* what the ~~agency~~ draft says:
      see [the draft](https://example.org/draft) or https://example.org/_notes_/1.

      ## Who does what

      - [ ] Send the memo to the `agency`
      - [x] Ask Brightline
        1. for the figures of March
        2. for a name

      | Provision | Asked | Reply due by the agency, at the latest |
      |-----------|------:|:---------------------------------------|
      | Part I, 4 | 24 h  | 1 March, or when the session is called |
      | Part II   | 7 d   | not said                               |

      > Platforms shall remove within 24 hours.

      ```
      notice := received_at + 24h  # a line that is much longer than a phone is wide, as logs are
      ```

      الإشعار يجب أن يصل إلى **الشركة** خلال 24 ساعة.

      * الفقرة الأولى
      * الفقرة الثانية

      ![A map](https://track.example/p.gif?reader=7) <img src=https://track.example/q onerror=alert(1)>
      [https://agency.example](https://evil.example/login) [now](javascript:alert(1))
      """;

  private static String issue(Visitor by, String title, String description) {
    JsonObject issue =
        new JsonObject()
            .put("title", title)
            .put("description", description)
            .put("audience", "EVERYONE");
    return by.act("/trackers/COP/issues", issue).getString("id");
  }

  @Test
  void aDescriptionIsLaidOutAndNobodyIsTold() {
    try (Visitor amina = stage.seated("amina")) {
      String id = issue(amina, "What we ask of Part I", MEMO);
      Set<String> asked = ConcurrentHashMap.newKeySet();
      amina.context().onRequest((Request request) -> asked.add(request.url()));
      amina.go(Visitor.WORKSPACE + "/issues/" + id);
      Locator body = amina.page().locator("main .text").first();

      assertThat(body.locator(".head.h1")).hasText("What we ask of Part I");
      assertThat(body.locator(".head.h2")).hasText("Who does what");
      assertThat(body.locator("strong").first()).hasText("24 hours");
      assertThat(body.locator("input[type=checkbox]:disabled")).hasCount(2);
      assertThat(body.locator("input:checked")).hasAttribute("aria-label", "Done");
      assertThat(body.locator("ul ol li")).hasCount(2);
      assertThat(body.locator("table td")).hasCount(6);
      assertThat(body.locator("pre")).containsText("received_at + 24h");
      assertThat(body).containsText("<img src=https://track.example/q onerror=alert(1)>");
      assertThat(body).containsText("A map (https://track.example/p.gif?reader=7)");
      assertThat(body).containsText("https://agency.example (evil.example)");
      assertThat(body).containsText("[now](javascript:alert(1))");
      assertThat(body.locator("img, script, iframe, [onerror]")).hasCount(0);
      for (Locator link : body.locator("a").all()) {
        assertThat(link.getAttribute("href")).startsWith("https://");
        assertThat(link.getAttribute("rel")).contains("noopener", "noreferrer");
      }
      look.at(amina.page(), "marks");
      assertThat(asked).allMatch(url -> url.startsWith(stage.base()));
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void aLetterStaysAsItCameAndACommentIsLaidOut() throws Exception {
    String stars = "A **firm** no\r\n\r\n- [ ] one";
    new Letter("ngozi@savanna.example", "coalition@lists.example", "With stars", stars)
        .send(stage.smtpPort());
    try (Visitor amina = stage.seated("amina")) {
      String id = issue(amina, "Two hands", "plain");
      amina.act(
          "/issues/" + id + "/entries", new JsonObject().put("text", "A **firm** no\n\n- one"));
      amina.go(Visitor.WORKSPACE + "/issues/" + id);
      Locator comment = amina.page().locator("article .text");
      assertThat(comment.locator("strong")).hasText("firm");
      assertThat(comment.locator("li")).hasText("one");

      amina.go(Visitor.WORKSPACE + "/lists/coalition");
      amina.page().getByText("With stars").first().click();
      Locator letter = amina.page().locator("article .text").first();
      assertThat(letter).containsText("A **firm** no");
      assertThat(letter).containsText("- [ ] one");
      assertThat(letter.locator("strong, li, input")).hasCount(0);
    }
  }

  @Test
  void aBombStandsAsItWasWritten() {
    try (Visitor amina = stage.seated("amina")) {
      String id = issue(amina, "Nothing but quotes", "> ".repeat(40_000) + "the end");
      amina.go(Visitor.WORKSPACE + "/issues/" + id);
      Page page = amina.page();
      assertThat(page.getByText("It is shown as written, and complete.")).isVisible();
      assertThat(page.locator("main .text").first()).containsText("the end");
      assertThat(page.locator("main .text blockquote")).hasCount(0);
    }
  }

  @Test
  void howItWillLookIsSeenBeforeItIsSaid() {
    try (Visitor amina = stage.seated("amina")) {
      String id = issue(amina, "Said with care", "plain");
      amina.go(Visitor.WORKSPACE + "/issues/" + id);
      Page page = amina.page();
      Locator field = page.getByRole(AriaRole.TEXTBOX, role("Write a comment"));
      field.fill("firm");
      field.press("Control+a");
      field.press("Control+b");
      assertThat(field).hasValue("**firm**");
      field.press("Control+b");
      assertThat(field).hasValue("firm");
      field.press("Control+z");
      assertThat(field).hasValue("**firm**");

      Locator preview = page.getByRole(AriaRole.BUTTON, role("Preview"));
      assertThat(preview).hasAttribute("aria-expanded", "false");
      preview.press("Enter");
      Locator shown = page.getByRole(AriaRole.REGION, region("Preview of the text"));
      assertThat(shown.locator("strong")).hasText("firm");
      look.at(page, "marks-preview");
      assertThat(amina.complaints()).isEmpty();
    }
  }

  private static Page.GetByRoleOptions role(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions region(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
