package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Ngozi of a civil-society organisation and Dara, a company's liaison, at the same time. How soon
 * one sees what the other did is what {@code infra/bench/browser} measures.
 */
@Tag(OnStage.KEEPS_PROGRAM)
class TwoSidesTest extends OnStage {
  private static final String LISTS = Visitor.WORKSPACE + "/lists/";

  private Visitor ngozi;
  private Visitor dara;

  @BeforeEach
  void bothSitDown() {
    ngozi = stage.seated("ngozi");
    dara = stage.seated("dara");
  }

  @AfterEach
  void neitherPageComplained() {
    assertThat(ngozi.complaints()).allMatch(TwoSidesTest::isOfTheLine);
    assertThat(dara.complaints()).allMatch(TwoSidesTest::isOfTheLine);
    ngozi.close();
    dara.close();
  }

  /**
   * Chromium itself writes a line to the console for each request that a cut line ends, and another
   * if that was for the program's keeper.
   */
  private static boolean isOfTheLine(String complaint) {
    return complaint.contains("net::ERR_INTERNET_DISCONNECTED")
        || complaint.contains("net::ERR_FAILED") // what the kept program's worker could not fetch
        || complaint.equals("An unknown error occurred when fetching the script.");
  }

  @Test
  void whatOneWritesTheOtherReadsAtOnce() {
    String thread = welcome();
    ngozi.go(thread);
    dara.go(thread);

    write(ngozi, "The memo goes out on Friday.");
    send(ngozi).click();
    appears(dara, "The memo goes out on Friday.");

    write(dara, "Thank you. We will read it the same day.");
    send(dara).click();
    appears(ngozi, "Thank you. We will read it the same day.");
  }

  @Test
  void aReactionIsSeenByTheOtherSideUntilItIsTakenBack() {
    String thread = welcome();
    ngozi.go(thread);
    dara.go(thread);
    write(ngozi, "The hearing is on Monday.");
    send(ngozi).click();
    appears(dara, "The hearing is on Monday.");

    Locator read = message(dara, "The hearing is on Monday.");
    read.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("React")).click();
    dara.page()
        .getByRole(
            AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Add your reaction: Thank you"))
        .click();

    Locator given =
        message(ngozi, "The hearing is on Monday.").locator("[aria-label=Reactions] li");
    assertThat(given).hasCount(1);
    assertThat(given).containsText("Thank you");
    assertThat(given).containsText("Brightline");
    read.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setPressed(true)).click();
    assertThat(given).hasCount(0);
  }

  @Test
  void anEditAndADeletionAreSeenByTheOtherSide() {
    String thread = welcome();
    ngozi.go(thread);
    dara.go(thread);
    write(ngozi, "Providers answer within 24 hours.");
    send(ngozi).click();
    appears(dara, "Providers answer within 24 hours.");

    choose(message(ngozi, "within 24 hours"), "Edit message");
    Locator field = ngozi.page().getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
    field.fill("Providers answer within 48 hours.");
    field.press("Control+Enter");
    appears(dara, "Providers answer within 48 hours.");

    message(dara, "within 48 hours")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edited"))
        .click();
    Locator texts = dara.page().getByRole(AriaRole.DIALOG);
    assertThat(texts.locator("del")).containsText("24");
    assertThat(texts.locator("ins")).containsText("48");
    dara.page().keyboard().press("Escape");

    choose(message(ngozi, "within 48 hours"), "Delete message");
    ngozi
        .page()
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete message"))
        .click();
    appears(dara, "(author)");
    assertThat(message(dara, "within 48 hours")).hasCount(0);
  }

  private static void choose(Locator message, String act) {
    message.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More")).click();
    message.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(act)).click();
  }

  private static Locator message(Visitor visitor, String words) {
    return visitor.page().locator("article", new Page.LocatorOptions().setHasText(words));
  }

  @Test
  void whatCivilSocietySaysAmongItselfNeverReachesTheLiaison() {
    ngozi.go(LISTS + "civil");
    dara.go(Visitor.WORKSPACE);

    ngozi.button("New thread").click();
    ngozi.page().getByLabel("Subject").fill("Our line for the press");
    write(ngozi, "Sources first, deadlines second.");
    send(ngozi).click();
    appears(ngozi, "Sources first, deadlines second.");

    // a later post that she may read has come, so an earlier one would have, too
    ngozi.go(welcome());
    write(ngozi, "We meet on Thursday.");
    send(ngozi).click();
    appears(dara, "We meet on Thursday.");
    assertThat(dara.page().content())
        .doesNotContain("Our line for the press", "Sources first", "Civil society · 8");
    dara.go(Visitor.WORKSPACE);
    assertThat(dara.page().content()).doesNotContain("Our line for the press");
  }

  @Test
  void aLetterAppearsAsAPostDoes() throws IOException {
    ngozi.go(LISTS + "coalition");
    dara.go(LISTS + "coalition");

    new Letter(
            "halima@harbour.example",
            "coalition@lists.example",
            "Press conference: the room is booked",
            "Harbour House, at eleven.")
        .send(stage.smtpPort());

    Locator row = dara.link("Press conference: the room is booked").first();
    row.waitFor(); // the letter is first checked, then posted
    ngozi.link("Press conference: the room is booked").first().waitFor();
    row.click();
    appears(dara, "Harbour House, at eleven.");
    assertThat(dara.page().getByText("Sent by email").first()).isAttached();
    assertThat(dara.link("Original email")).isVisible();
  }

  @Test
  void whatIsWrittenWithoutALineIsSentOnceAndTheRestCaughtUp() {
    String thread = welcome();
    ngozi.go(thread);
    dara.go(thread);

    ngozi.context().setOffline(true);
    write(ngozi, "Written on the train.");
    send(ngozi).click();
    assertThat(ngozi.page().getByText("1 message is saved")).isVisible();
    write(dara, "Meanwhile the agency called.");
    send(dara).click();
    appears(dara, "Meanwhile the agency called.");

    ngozi.context().setOffline(false);
    appears(dara, "Written on the train.");
    assertThat(ngozi.page().getByText("Meanwhile the agency called.")).isVisible();
    assertThat(ngozi.page().getByText("1 message is saved")).isHidden();
    ngozi.page().reload();
    assertThat(ngozi.page().getByText("Written on the train.")).hasCount(1);
    assertThat(dara.page().getByText("Written on the train.")).hasCount(1);
  }

  @Test
  void theComposerSaysWhoWillReadAndOnlyNarrows() {
    ngozi.go(welcome());
    dara.go(welcome());

    assertThat(send(ngozi))
        .hasText("Send to 11 people in 6 organisations, with Brightline and Northwind");
    write(ngozi, "For those who draft: see the memo.");
    audience(ngozi).click();
    Locator offered = ngozi.page().getByRole(AriaRole.MENUITEMRADIO);
    assertThat(offered.first()).containsText("Everyone");
    offered.filter(new Locator.FilterOptions().setHasText("8 people in 4")).click();
    assertThat(audience(ngozi)).containsText("Civil society");
    assertThat(send(ngozi)).hasText("Send to 8 people in 4 organisations");
    send(ngozi).click();
    appears(ngozi, "For those who draft: see the memo.");

    write(ngozi, "And this is for everyone.");
    assertThat(audience(ngozi)).containsText("Everyone");
    send(ngozi).click();
    appears(dara, "And this is for everyone.");
    assertThat(dara.page().getByText("For those who draft")).hasCount(0);
  }

  @Test
  void anAnswerKeepsTheAudienceOfWhatItAnswers() {
    String thread = welcome();
    String id = thread.substring(thread.lastIndexOf('/') + 1);
    ngozi.act(
        "/threads/" + id + "/entries",
        new JsonObject().put("text", "Among ourselves.").put("audience", "CIVIL_SOCIETY"));
    ngozi.go(thread);

    Locator narrow =
        ngozi
            .page()
            .getByRole(AriaRole.ARTICLE)
            .filter(new Locator.FilterOptions().setHasText("Among ourselves."));
    narrow.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reply")).click();

    assertThat(ngozi.page().getByText("A reply has the same readers")).isVisible();
    assertThat(audience(ngozi)).containsText("Civil society");
    assertThat(send(ngozi)).hasText("Send to 8 people in 4 organisations");
  }

  @Test
  void twoWhoChangeOneActionSeeWhatStands() {
    String call = action("Joint call with the platforms");
    ngozi.go(call);
    dara.go(call);

    edit(ngozi).click();
    edit(dara).click();
    what(dara).fill("Joint call at Brightline");
    what(ngozi).fill("Joint call, with the agency");
    ngozi.button("Save").click();
    assertThat(dara.page().locator("h1")).hasText("Joint call, with the agency");

    Locator conflict = dara.page().getByRole(AriaRole.ALERT);
    assertThat(conflict).containsText("Someone changed this while you were writing");
    // what each of them changed
    assertThat(conflict.locator("ins"))
        .hasText(new String[] {"at", "Brightline", "call,", "agency"});
    dara.button("Keep current version").click();
    assertThat(dara.page().locator("h1")).hasText("Joint call, with the agency");
    assertThat(dara.complaints()).isEmpty();
  }

  @Test
  void takesPartWithANote() {
    String conference = action("Press conference on the draft");
    ngozi.go(conference);
    dara.go(conference);

    ngozi.page().getByLabel("Note with your answer").fill("Two of us, one speaks.");
    ngozi.button("We will take part").click();

    dara.page().getByText("Two of us, one speaks.").waitFor();
  }

  @Test
  void signingOutWithSomethingUnsentSaysWhatWouldBeLost() {
    ngozi.go(welcome());
    ngozi.context().setOffline(true);
    write(ngozi, "Not sent yet.");
    send(ngozi).click();

    ngozi.page().locator(".rail button.account").click();
    ngozi.page().getByText("Sign out").click();

    Locator dialog = ngozi.page().getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("1 message is not sent yet");
    assertThat(dialog).containsText("Not sent yet.");
    ngozi.button("Stay signed in").click();
    ngozi.context().setOffline(false);
    ngozi.page().getByText("1 message is saved").waitFor(gone());
  }

  @Test
  void theActivityTellsInPlainWordsWhoDidWhat() {
    Visitor amina = stage.seated("amina");
    amina.go(Visitor.WORKSPACE);
    for (int page = 0; page < 3 && amina.button("Show more").isVisible(); page++) {
      amina.button("Show more").click();
      amina.settle();
    }
    String told = amina.page().locator(".feed").innerText();
    assertThat(told)
        .contains(
            "answered the request to take part in Press conference on the draft",
            "planned Submit the memo to the agencies",
            "closed COP-4",
            "commented on COP-1",
            "posted the update We asked the agency",
            "opened the tracker Memo to the agencies",
            "opened the list Coalition",
            "Yuki Tanabe joined for Northwind",
            "added Northwind",
            "opened the workspace Draft Code of Practice");
    amina.close();
  }

  private String action(String title) {
    JsonArray actions = ngozi.read("/actions").getJsonArray("items");
    for (int i = 0; i < actions.size(); i++) {
      if (actions.getJsonObject(i).getString("title").equals(title)) {
        return Visitor.WORKSPACE + "/actions/" + actions.getJsonObject(i).getString("id");
      }
    }
    throw new AssertionError("the demo plans: " + title);
  }

  private static Locator edit(Visitor who) {
    return who.page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Edit").setExact(true));
  }

  private static Locator what(Visitor who) {
    return who.page().getByLabel("Title");
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
  }

  private String welcome() {
    JsonArray threads = ngozi.read("/lists/coalition/threads").getJsonArray("items");
    for (int i = 0; i < threads.size(); i++) {
      if (threads.getJsonObject(i).getString("subject").startsWith("Welcome")) {
        return Visitor.WORKSPACE + "/threads/" + threads.getJsonObject(i).getString("id");
      }
    }
    throw new AssertionError("the demo begins with a welcome");
  }

  private static void write(Visitor who, String text) {
    who.page().locator("form.composer textarea").fill(text);
  }

  private static Locator send(Visitor who) {
    return who.page().locator("form.composer button[type=submit]");
  }

  private static Locator audience(Visitor who) {
    return who.page().locator("form.composer .pick");
  }

  private static void appears(Visitor who, String text) {
    who.page().getByText(text, new Page.GetByTextOptions().setExact(true)).first().waitFor();
  }
}
