package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A convenor stops a list; anyone who writes there lands on a page that says that it waits, and
 * why; and both see what becomes of it.
 */
@Tag("browser")
class HeldPostsTest {
  private static final String LIST = Visitor.WORKSPACE + "/lists/coalition";
  private static final String BANNER = "This list is moderated";

  @TempDir Path data;
  private Stage stage;
  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    stage = Stage.open(data).savingData();
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private static Locator dialog(Visitor who) {
    return who.page().getByRole(AriaRole.DIALOG);
  }

  private static Locator shown(Locator locator) {
    locator.waitFor();
    return locator;
  }

  private static void stops(Visitor convenor) {
    convenor.go(Visitor.WORKSPACE + "/holds");
    convenor.link("Moderation").click();
    convenor.page().getByLabel(Pattern.compile("^Moderate… .*oalition")).first().click();
    dialog(convenor).getByText("Moderate this list").click();
    shown(convenor.page().getByText("is moderated. Every message waits"));
  }

  private static void writes(Visitor who, String subject) {
    who.go(LIST);
    shown(who.page().getByText(BANNER).first());
    who.button("New thread").first().click();
    who.page().getByLabel("Subject").fill(subject);
    who.page().getByLabel("Write to the list").last().fill("Part I is done, please read it.");
    who.page().locator("form.composer button[type=submit]:enabled").click();
    shown(heading(who, "Message pending approval"));
  }

  private static Locator heading(Visitor who, String words) {
    return who.page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setLevel(1));
  }

  private void look(Visitor who, String view) {
    new Look(faults).at(who.page(), view);
    Look.undress(who.page());
  }

  @Test
  void aPostOnAStoppedListLandsWhereItSaysWhyItWaitsAndWhatBecameOfIt() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(LIST);
      assertThat(ngozi.page().getByText(BANNER)).hasCount(0);
      stops(amina);
      shown(ngozi.page().getByText(BANNER).first());
      look(amina, "moderation");
      look(ngozi, "list-stopped");

      writes(ngozi, "The memo");
      assertThat(ngozi.page().locator("main"))
          .containsText("A convenor reads every message first.");
      assertThat(ngozi.page().locator("main")).containsText("If no one decides by");
      look(ngozi, "hold-own");

      amina.go(Visitor.WORKSPACE + "/holds");
      amina.link("The memo").first().click();
      shown(heading(amina, "Message pending your decision"));
      assertThat(amina.page().locator("main")).containsText("Part I is done, please read it.");
      look(amina, "hold");
      amina.page().keyboard().press("!");
      dialog(amina).getByLabel("Note to the sender").fill("Part II first, please.");
      assertThat(dialog(amina).locator("[data-will-see]")).containsText("Will be seen by");
      dialog(amina).getByText("Reject", new Locator.GetByTextOptions().setExact(true)).click();

      shown(heading(ngozi, "Message not posted"));
      assertThat(ngozi.page().locator("blockquote")).containsText("Part II first, please.");
      look(ngozi, "hold-refused");

      writes(ngozi, "The memo, again");
      shown(amina.link("Pending messages").first()).click();
      amina.link("The memo, again").first().click();
      // the list that is left has a button of that name, too, until the page is there
      shown(heading(amina, "Message pending your decision"));
      shown(amina.button("Approve")).focus();
      amina.page().keyboard().press("Enter");
      shown(heading(ngozi, "Message posted"));
      ngozi.link("Go to list").click();
      shown(ngozi.link("The memo, again").first());
      assertThat(amina.complaints()).isEmpty();
      assertThat(ngozi.complaints()).isEmpty();
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void whatItsAuthorReadBeforeTheWordFellDoesNotHideTheWord() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      List<Runnable> late = new ArrayList<>();
      ngozi.go(LIST);
      stops(amina);
      ngozi
          .page()
          .route(
              Pattern.compile(".*/holds/[^/]+$"),
              route -> {
                APIResponse before = route.fetch();
                late.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(before)));
              });
      writes(ngozi, "The memo");
      amina.go(Visitor.WORKSPACE + "/holds");
      shown(amina.button("Approve")).click();
      shown(heading(ngozi, "Message posted"));

      assertThat(late).isNotEmpty();
      late.forEach(Runnable::run);
      ngozi.settle();
      assertThat(heading(ngozi, "Message posted")).isVisible();
    }
  }

  @Test
  void anAnswerThatWaitsStandsUnderItsThreadUntilItIsTakenBack() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      ngozi.go(LIST);
      ngozi.page().locator("[data-row]").first().click();
      shown(ngozi.page().locator("article").first());
      stops(amina);
      shown(ngozi.page().getByText(BANNER).first());
      ngozi.page().locator("textarea").fill("I disagree with the second point.");
      ngozi.page().locator("form.composer button[type=submit]:enabled").click();
      Locator held = shown(ngozi.page().locator("[data-held]"));
      assertThat(held).containsText("I disagree with the second point.");

      held.getByText("Why it waits").click();
      shown(heading(ngozi, "Message pending approval"));
      ngozi.button("Withdraw").click();
      dialog(ngozi).getByText("Withdraw").last().click();

      shown(heading(ngozi, "Message withdrawn"));
      amina.go(Visitor.WORKSPACE + "/holds");
      assertThat(amina.page().getByText("I disagree with the second point.")).hasCount(0);
    }
  }

  @Test
  void aPersonIsReadFirstUntilAConvenorLetsThemPost() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      amina.go(Visitor.WORKSPACE + "/moderation");
      shown(amina.page().getByText("No moderated members."));
      amina
          .page()
          .getByLabel("Member", new Page.GetByLabelOptions().setExact(true))
          .selectOption("Ngozi Ekwueme");
      amina.button("Moderate member").click();
      shown(amina.page().getByLabel("Stop moderating: Ngozi Ekwueme"));
      ngozi.go(LIST);
      shown(ngozi.page().getByText("Your messages need a convenor’s approval.").first());

      amina.page().getByLabel("Stop moderating: Ngozi Ekwueme").click();

      shown(amina.page().getByText("No moderated members."));
      ngozi
          .page()
          .getByText("Your messages need a convenor’s approval.")
          .first()
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
      ngozi.go(Visitor.WORKSPACE + "/moderation");
      assertThat(ngozi.page().locator("main")).containsText("Only convenors can change this.");
      assertThat(ngozi.page().locator("main select")).hasCount(0);
    }
  }

  @Test
  void aConvenorDiscardsByKeyboardAndThePageSaysThatNothingIsLeft() throws IOException {
    try (Visitor amina = stage.seated("amina")) {
      new Letter("offers@elsewhere.example", "coalition@lists.example", "Cheap followers", "Today.")
          .send(stage.smtpPort());
      amina.go(Visitor.WORKSPACE + "/holds");
      shown(amina.link("Cheap followers").first()).click();
      shown(heading(amina, "Message pending your decision"));
      amina.page().keyboard().press("#");
      shown(dialog(amina).getByText("This cannot be undone."));
      amina.page().keyboard().press("Escape");
      assertThat(dialog(amina)).hasCount(0);
      assertThat(heading(amina, "Message pending your decision")).isVisible();
      amina.page().keyboard().press("#");
      dialog(amina).getByText("Discard", new Locator.GetByTextOptions().setExact(true)).click();

      shown(heading(amina, "Message not posted"));
      assertThat(amina.page().locator("main")).containsText("Decided by Amina Danladi.");
      amina.go(Visitor.WORKSPACE + "/holds");
      shown(amina.page().getByText("No pending messages"));
    }
  }
}
