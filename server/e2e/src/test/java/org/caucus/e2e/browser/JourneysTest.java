package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people come for, from the first click to the last, and what the other side sees of it. */
@Tag(OnStage.KEEPS_PROGRAM)
class JourneysTest extends OnStage {
  private static final Pattern JOIN = Pattern.compile("(/join/[\\w.~-]+)");
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  @Test
  void aVisitorOfTheDemoTakesASeatByItsButton() {
    try (Visitor stranger = stage.stranger()) {
      stranger.go("/demo");
      stranger.link("Amina").click();
      stranger.button("Continue as").click();
      assertThat(heading(stranger, "Activity")).isVisible();
      assertThat(stranger.page().locator(".rail")).containsText("Amina");
    }
  }

  @Test
  void anInvitedPersonTakesTheSeatAndComesBackByCode() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor zainab = stage.stranger()) {
      amina.go(Visitor.WORKSPACE + "/organisations");
      amina.button("Invite").click();
      Locator dialog = dialog(amina);
      dialog.getByLabel("Email address").fill("zainab@harbour.example");
      dialog.getByLabel("Organisation").selectOption("harbour");
      dialog.getByRole(AriaRole.BUTTON).getByText("Send invitation").click();
      assertThat(amina.page().getByText("Invitation sent to zainab@harbour.example")).isVisible();
      assertThat(amina.page().locator("main")).containsText("zainab@harbour.example");

      zainab.go(stage.mail().find("zainab@harbour.example", JOIN));
      assertThat(zainab.page().locator("main"))
          .containsText("invites you to join for Harbour Press Freedom Network");
      zainab.page().getByLabel("Your name").fill("Zainab Musa");
      zainab.button("Join").click();
      assertThat(heading(zainab, "Activity")).isVisible();
      amina.page().getByText("Zainab Musa").first().waitFor();
      assertThat(amina.page().locator("main")).not().containsText("zainab@harbour.example");

      zainab.page().locator(".rail button.account").click();
      zainab.page().getByText("Sign out").click();
      zainab.page().getByLabel("Your email address").fill("zainab@harbour.example");
      zainab.button("Send code").click();
      zainab.page().getByLabel("Six-digit code").waitFor();
      String code = stage.mail().find("zainab@harbour.example", CODE);
      zainab.page().getByLabel("Six-digit code").fill(code);
      zainab.button("Sign in").click();
      assertThat(heading(zainab, "Activity")).isVisible();
      assertThat(zainab.page().locator(".rail")).containsText("Zainab Musa");
    }
  }

  @Test
  void anInvitationThatWasTakenBackOpensNothing() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor late = stage.stranger()) {
      amina.go(Visitor.WORKSPACE + "/organisations");
      amina.button("Invite").click();
      dialog(amina).getByLabel("Email address").fill("late@northwind.example");
      dialog(amina).getByLabel("Organisation").selectOption("northwind");
      dialog(amina).getByText("Send invitation").click();
      String link = stage.mail().find("late@northwind.example", JOIN);
      amina
          .page()
          .getByRole(AriaRole.LISTITEM)
          .filter(new Locator.FilterOptions().setHasText("late@northwind.example"))
          .getByText("Cancel invitation")
          .click();
      assertThat(amina.page().getByText("Invitation cancelled")).isVisible();

      late.go(link);

      assertThat(heading(late, "This invitation is not valid")).isVisible();
    }
  }

  @Test
  void aHeldLetterIsLetThroughAndAnotherRefused() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.go(Visitor.WORKSPACE + "/holds");
      dara.go(Visitor.WORKSPACE + "/lists/coalition");
      from("forum@elsewhere.example", "May our forum join?", "We run a small forum.");
      from("offers@elsewhere.example", "Cheap followers", "Only today.");
      Locator good = held(amina, "May our forum join?");
      Locator bad = held(amina, "Cheap followers");
      good.waitFor();
      bad.waitFor();
      assertThat(good).containsText("We run a small forum.");

      bad.getByText("Reject…").click();
      dialog(amina).getByLabel("Note to the sender").fill("This list takes no advertisements.");
      dialog(amina).getByText("Reject", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(bad).isHidden();
      good.getByText("Approve").click();
      assertThat(good).isHidden();
      assertThat(amina.page().locator("h1, [data-row]").and(amina.page().locator(":focus")))
          .hasCount(1);

      dara.link("May our forum join?").first().waitFor();
      dara.link("May our forum join?").first().click();
      assertThat(dara.page().locator("article")).not().containsText("forum@elsewhere.example");
      assertThat(dara.page().locator("article")).containsText("approved by Amina Danladi");
      assertThat(dara.page().getByText("Cheap followers")).hasCount(0);
      stage.mail().find("offers@elsewhere.example", Pattern.compile("(takes no advertisements)"));
    }
  }

  @Test
  void aLetterGivesItsFileAndItsOriginal() throws Exception {
    String table = "notice,hours\r\nA-1,23\r\nA-2,30";
    Letter.withFile(
            "halima@harbour.example",
            "coalition@lists.example",
            "Notices we counted",
            "The table is attached.",
            "notices.csv",
            table)
        .send(stage.smtpPort());
    try (Visitor yuki = stage.seated("yuki")) {
      yuki.go(Visitor.WORKSPACE + "/lists/coalition");
      yuki.link("Notices we counted").first().waitFor();
      yuki.link("Notices we counted").first().click();

      yuki.link("notices.csv").click();
      yuki.page().getByRole(AriaRole.CELL).first().waitFor();
      Download file = yuki.page().waitForDownload(() -> yuki.link("Download").click());
      yuki.page().keyboard().press("Escape");
      Download letter = yuki.page().waitForDownload(() -> yuki.link("Original email").click());

      assertThat(file.suggestedFilename()).isEqualTo("notices.csv");
      assertThat(text(file).strip()).isEqualTo(table);
      assertThat(text(letter))
          .contains("Subject: Notices we counted\r\n", "The table is attached.", table);
    }
  }

  @Test
  void aLiaisonWithOneMinutePostsAnUpdate() {
    try (Visitor yuki = stage.seated("yuki");
        Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(Visitor.WORKSPACE + "/updates");
      Locator northwind = ngozi.link("Northwind").first();
      assertThat(northwind).containsText("No update yet");
      yuki.go(Visitor.WORKSPACE + "/updates");

      // the headline has the focus already, so two fields and a chord are all
      yuki.page().keyboard().type("A contact address from July");
      yuki.page().keyboard().press("Tab");
      yuki.page().keyboard().type("Notices reach us at one address, day and night.");
      yuki.page().locator("form button[type=submit]:enabled").waitFor();
      yuki.page().keyboard().press("Control+Enter");

      ngozi.link("A contact address from July").waitFor();
      assertThat(northwind).not().containsText("No update yet");
      assertThat(northwind).containsText("Last update today");
      assertThat(yuki.link("A contact address from July")).hasCount(1);
    }
  }

  @Test
  void whatOneOrganisationPlansAnotherTakesPartIn() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      dara.go(Visitor.WORKSPACE + "/actions");
      ngozi.go(Visitor.WORKSPACE + "/actions");
      plan(ngozi, "Line to take before the hearing", "Civil society");
      assertThat(heading(ngozi, "Line to take before the hearing")).isVisible();
      ngozi.link("Actions").first().click();
      plan(ngozi, "Hearing at the ministry", "Everyone");
      assertThat(heading(ngozi, "Hearing at the ministry")).isVisible();

      dara.link("Hearing at the ministry").waitFor();
      assertThat(dara.page().locator("main")).not().containsText("Line to take");
      dara.link("Hearing at the ministry").click();
      dara.button("We will take part").click();

      assertThat(dara.page().locator("button[aria-pressed=true]")).hasText("We will take part");
      ngozi
          .page()
          .locator("main li, main p")
          .filter(new Locator.FilterOptions().setHasText("Brightline"))
          .first()
          .waitFor();
    }
  }

  @Test
  void anIssueIsClosedByOneAndReopenedByAnother() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      ngozi.go(Visitor.WORKSPACE + "/issues/COP-3");
      dara.go(Visitor.WORKSPACE + "/issues/COP-3");

      ngozi.button("Close issue").click();
      assertThat(ngozi.page().getByText("COP-3 is closed.")).isVisible();
      dara.button("Reopen").waitFor();
      assertThat(state(dara)).containsText("Done");
      ngozi.button("Undo").click();
      assertThat(state(ngozi)).containsText("In progress");
      assertThat(state(dara)).containsText("In progress");

      ngozi.button("Close issue").click();
      dara.button("Reopen").click();

      ngozi.button("Close issue").waitFor();
      assertThat(state(ngozi)).containsText("Open");
    }
  }

  private static void plan(Visitor who, String title, String audience) {
    who.button("Plan an action").click();
    Locator dialog = dialog(who);
    dialog.getByLabel("Title").fill(title);
    dialog.getByLabel("Starts").fill(LocalDate.now(ZoneOffset.UTC).plusDays(9) + "T10:00");
    dialog.locator(".pick").click();
    who.page()
        .getByRole(AriaRole.MENUITEMRADIO)
        .filter(
            new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + audience + "\\s+\\d")))
        .first()
        .click();
    dialog.locator("button[type=submit]:enabled").click();
  }

  private static void from(String sender, String subject, String text) throws IOException {
    new Letter(sender, "coalition@lists.example", subject, text).send(stage.smtpPort());
  }

  private static Locator held(Visitor who, String subject) {
    return who.page()
        .locator("main li.card")
        .filter(new Locator.FilterOptions().setHasText(subject));
  }

  private static Locator state(Visitor who) {
    return who.page().locator("section.issue header .state-menu");
  }

  private static Locator dialog(Visitor who) {
    return who.page().getByRole(AriaRole.DIALOG);
  }

  private static Locator heading(Visitor who, String words) {
    return who.page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setLevel(1));
  }

  private static String text(Download file) throws IOException {
    return Files.readString(file.path(), StandardCharsets.UTF_8);
  }
}
