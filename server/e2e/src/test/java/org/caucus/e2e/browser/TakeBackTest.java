package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Amina posts to the wrong people, sees it, and takes it back; later she lets them read it. */
class TakeBackTest extends OnStage {
  private void picture(Visitor who, String view) {
    look.at(who.page(), view);
    Look.undress(who.page());
  }

  @Test
  void aPostIsTakenBackWhereItStandsAndNobodyElseIsOffered() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String id =
          amina
              .act(
                  "/lists/coalition/threads",
                  new JsonObject().put("subject", "Numbers").put("text", "Open words"))
              .getString("id");
      String path = Visitor.WORKSPACE + "/threads/" + id;
      amina.go(path);
      dara.go(path);
      field(amina.page(), "Write a reply").fill("Meant for us alone");
      amina.page().getByRole(AriaRole.BUTTON, named("Send to")).click();
      assertThat(dara.page().getByText("Meant for us alone")).isVisible();
      assertThat(dara.button("Undo send")).hasCount(0);
      picture(amina, "take-back");

      amina.button("Undo send").last().click();

      assertThat(dara.page().getByText("Meant for us alone")).not().isVisible();
      assertThat(dara.page().getByText("Open words")).isVisible();
      assertThat(amina.page().getByText("Meant for us alone")).isVisible();
      assertThat(
              amina
                  .page()
                  .getByText(Pattern.compile("^Send undone|Only you can read it now"))
                  .first())
          .isVisible();
      picture(amina, "taken-back");
      amina.page().keyboard().press("Escape");

      amina.button("Share earlier message…").click();
      assertThat(amina.page().getByRole(AriaRole.DIALOG)).containsText("Share with");
      picture(amina, "release");
      amina.page().getByRole(AriaRole.BUTTON, named("Share with")).click();
      assertThat(dara.page().getByText("Meant for us alone")).isVisible();
    }
  }

  @Test
  void afterTheMinuteItIsNotOffered() {
    try (Visitor amina = stage.seated("amina")) {
      String id =
          amina
              .act(
                  "/lists/coalition/threads",
                  new JsonObject().put("subject", "Long ago").put("text", "Said"))
              .getString("id");
      amina.go(Visitor.WORKSPACE + "/threads/" + id);
      assertThat(amina.button("Undo send")).hasCount(1);
      amina.context().clock().install();
      amina.go(Visitor.WORKSPACE + "/threads/" + id);
      amina.context().clock().fastForward(Duration.ofSeconds(61).toMillis());
      assertThat(amina.button("Undo send")).hasCount(0);
    }
  }

  @Test
  void anIssueWithItsDutiesIsTakenBackAsAWhole() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String issue =
          amina
              .act(
                  "/trackers/COP/issues",
                  new JsonObject()
                      .put("title", "Opened in haste")
                      .put("assignees", new JsonArray().add(dara.read("").getString("seat"))))
              .getString("id");
      String path = Visitor.WORKSPACE + "/issues/" + issue;
      dara.go(path);
      assertThat(dara.page().getByText("Opened in haste").first()).isVisible();
      amina.go(path);

      amina.button("Undo send").click();

      assertThat(dara.page().getByText("Opened in haste")).hasCount(0);
      assertThat(amina.page().getByText("Opened in haste").first()).isVisible();
    }
  }

  @Test
  void peopleAreNamedInTheDialogThatNarrows() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String id =
          amina
              .act(
                  "/lists/coalition/threads",
                  new JsonObject().put("subject", "For a few").put("text", "Said to all"))
              .getString("id");
      String path = Visitor.WORKSPACE + "/threads/" + id;
      amina.go(path);
      dara.go(path);
      Page page = amina.page();
      page.locator("main .chip").first().click();
      page.getByRole(AriaRole.BUTTON, named("Change readers")).click();
      page.getByRole(AriaRole.DIALOG).locator("select").selectOption("NAMED");
      page.getByRole(AriaRole.CHECKBOX, named("Halima").setExact(false)).check();
      assertThat(page.locator("[role=dialog] [data-will-see]"))
          .containsText("Will be seen by 2 people in 2 organisations");
      picture(amina, "name-in-change");
      page.getByRole(AriaRole.BUTTON, named("Hide from")).click();

      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      assertThat(dara.page().getByText("Said to all")).hasCount(0);
    }
  }

  @Test
  void aConvenorChoosesThatLettersWait() {
    try (Visitor amina = stage.seated("amina")) {
      amina.go(Visitor.WORKSPACE + "/settings");
      Locator section = amina.page().locator("section[aria-labelledby=mail-content]");
      section.getByLabel("Emails to the other side wait one minute").check();
      for (int width : new int[] {1440, 360}) {
        amina.page().setViewportSize(width, 900);
        section.screenshot(
            new Locator.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "mail-waits-" + width + ".png")));
      }
      assertThat(section.getByLabel("Emails to the other side wait one minute")).isChecked();
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator field(Page page, String label) {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
  }
}
