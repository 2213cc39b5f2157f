package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What was begun stays with its author, its place, and those for whom it was meant. */
class DraftsTest extends OnStage {
  @Test
  void anEditThatWasBegunForFewerWaitsUntilItsAuthorHasSeenWhoReadsItNow() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      JsonObject body =
          new JsonObject()
              .put("title", "What we concede")
              .put("description", "Nothing yet.")
              .put("audience", "CIVIL_SOCIETY");
      String id = ngozi.act("/trackers/COP/issues", body).getString("id");
      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      description(ngozi).click();
      assertThat(text(ngozi)).hasValue("Nothing yet.");
      text(ngozi).fill("We would concede the threshold.");
      widen(ngozi, id);

      assertThat(alert(ngozi)).containsText("The readers changed");
      assertThat(ngozi.button("Save")).hasCount(0);
      text(ngozi).press("Control+Enter");
      assertThat(alert(ngozi)).containsText("Brightline");

      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      description(ngozi).click();
      assertThat(text(ngozi)).hasValue("We would concede the threshold.");
      assertThat(alert(ngozi)).containsText("Civil society");
      text(ngozi).fill("See the memo.");
      alert(ngozi).getByRole(AriaRole.BUTTON).first().click();
      ngozi.button("Save").click();
      assertThat(ngozi.page().getByText("See the memo.")).isVisible();
      assertThat(ngozi.page().getByText("concede the threshold")).hasCount(0);
    }
  }

  private static void widen(Visitor ngozi, String id) {
    JsonObject shown = ngozi.read("/audience/preview?of=issue:" + id + "&to=EVERYONE");
    ngozi.act(
        "/audience",
        new JsonObject()
            .put("of", "issue:" + id)
            .put("to", "EVERYONE")
            .put("token", shown.getString("token")));
  }

  @Test
  void whatIsHalfWrittenComesBackWithItsReadersAndIsOfferedNowhereElse() {
    try (Visitor tobi = stage.seated("tobi")) {
      String thread = Visitor.WORKSPACE + "/threads/" + first(tobi, "/lists/coalition/threads");
      tobi.go(thread);
      Locator reply = tobi.page().getByLabel("Write a reply").last();
      reply.fill("Between ourselves: ");
      tobi.page().locator("form.composer .pick").click();
      tobi.page().getByRole(AriaRole.RADIO, named("Civil society")).or(item(tobi)).first().click();
      assertThat(tobi.page().locator("form.composer .pick")).containsText("Civil society");

      tobi.go(thread);
      assertThat(tobi.page().getByLabel("Write a reply").last()).hasValue("Between ourselves: ");
      assertThat(tobi.page().locator("form.composer .pick")).containsText("Civil society");

      tobi.go(Visitor.WORKSPACE + "/threads/" + first(tobi, "/lists/brightline-table/threads"));
      assertThat(tobi.page().getByLabel("Write a reply").last()).hasValue("");
    }
  }

  private static Locator item(Visitor who) {
    return who.page().getByRole(AriaRole.MENUITEMRADIO, named("Civil society"));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static String first(Visitor who, String path) {
    return who.read(path).getJsonArray("items").getJsonObject(0).getString("id");
  }

  private static Locator description(Visitor who) {
    return who.button("Edit: Description");
  }

  private static Locator text(Visitor who) {
    return who.page().getByLabel("Description").and(who.page().locator("textarea"));
  }

  private static Locator alert(Visitor who) {
    return who.page().locator("form .others");
  }

  /** Puts this much text into the field that has the focus, as the keys for it do. */
  private static boolean paste(Page page, int letters) {
    return (Boolean)
        page.evaluate(
            """
            letters => {
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', 'x'.repeat(letters));
              const asked = { clipboardData, bubbles: true, cancelable: true };
              return document.activeElement.dispatchEvent(new ClipboardEvent('paste', asked));
            }
            """,
            letters);
  }

  @Test
  void whatAFieldHasNoRoomForIsNotCutOffWithoutAWord() {
    try (Visitor ngozi = stage.seated("ngozi")) {
      Page page = ngozi.page();
      ngozi.go(Visitor.WORKSPACE + "/lists/coalition");
      ngozi.button("New thread").click();
      page.getByLabel("Subject").fill("On fees");
      assertTrue(paste(page, 200), "there is room for this");
      assertThat(page.locator(".toast")).hasCount(0);

      assertFalse(paste(page, 300), "browsers would cut it off");
      assertThat(page.locator(".toast")).containsText("Subject: the text would be 307 characters");
      assertThat(page.locator(".toast")).containsText("The limit is 250. Nothing was inserted");
      assertThat(page.getByLabel("Subject")).hasValue("On fees");

      page.locator(".composer textarea").focus();
      assertFalse(paste(page, 5_000_000), "what nobody reads");
      assertThat(page.locator(".toast").last())
          .containsText("5,000,000 characters long. The limit is 100,000");
    }
  }

  private static Locator reply(Visitor who) {
    return who.page().locator("form.composer textarea");
  }

  private static void answer(Visitor who, String choice) {
    who.page().locator("form.composer .two").getByText(choice).click();
  }

  @Test
  void aPhoneGoesOnWhereTheLaptopStoppedAndNothingOfEitherIsLost() {
    try (Visitor laptop = stage.seated("ngozi");
        Visitor phone = stage.seated("ngozi");
        Visitor amina = stage.seated("amina")) {
      phone.page().setViewportSize(390, 844);
      String thread = Visitor.WORKSPACE + "/threads/" + first(laptop, "/lists/coalition/threads");
      laptop.go(thread);
      phone.go(thread);
      reply(laptop).fill("Our line on fees: ");
      laptop.page().locator("form.composer .pick").click();
      laptop
          .page()
          .getByRole(AriaRole.RADIO, named("Civil society"))
          .or(item(laptop))
          .first()
          .click();
      assertThat(reply(phone)).hasValue("Our line on fees: ");
      assertThat(phone.page().locator("form.composer .pick")).containsText("Civil society");
      assertThat(reply(phone)).not().isFocused();

      // it is typed on there, and follows back; a page that is opened later has it, too
      reply(phone).fill("Our line on fees: none.");
      laptop.page().locator("h1").first().click();
      assertThat(reply(laptop)).hasValue("Our line on fees: none.");
      laptop.go(thread);
      assertThat(reply(laptop)).hasValue("Our line on fees: none.");

      // written on both while one has no line: both are kept, and the author says which
      phone.context().setOffline(true);
      reply(phone).fill("Our line on fees: none for small platforms.");
      reply(laptop).fill("Our line on fees: to be agreed.");
      phone.page().waitForTimeout(3_000);
      phone.context().setOffline(false);
      Locator two = phone.page().locator("form.composer .two");
      assertThat(two).containsText("to be agreed.");
      assertThat(reply(phone)).hasValue("Our line on fees: none for small platforms.");
      look.at(phone.page(), "drafts-two-versions");
      answer(phone, "Put the other below mine");
      assertThat(two).hasCount(0);
      String both =
          "Our line on fees: none for small platforms.\n\nOur line on fees: to be agreed.";
      assertThat(reply(phone)).hasValue(both);
      laptop.page().locator("h1").first().click();
      assertThat(reply(laptop)).hasValue(both);

      // nobody else has it; once it is sent, no device has it
      amina.go(thread);
      assertThat(reply(amina)).hasValue("");
      phone.page().locator("form.composer button[type=submit]").click();
      assertThat(reply(phone)).hasValue("");
      assertThat(reply(laptop)).hasValue("");
      laptop.go(thread);
      assertThat(laptop.page().getByText("none for small platforms.").first()).isVisible();
      assertThat(reply(laptop)).hasValue("");
    }
  }

  private static Locator row(Page page, String words) {
    return page.locator("main li.card", new Page.LocatorOptions().setHasText(words));
  }

  @Test
  void whatWasBegunIsListedOpenedAndDiscardedWithAWayBack() {
    try (Visitor laptop = stage.seated("halima");
        Visitor phone = stage.seated("halima")) {
      Page page = laptop.page();
      laptop.go(Visitor.WORKSPACE + "/drafts");
      assertThat(page.getByText("No drafts")).isVisible();
      String thread = Visitor.WORKSPACE + "/threads/" + first(laptop, "/lists/coalition/threads");
      laptop.go(thread);
      reply(laptop).fill("**Our line** on fees: none.");
      laptop.go(Visitor.WORKSPACE + "/trackers/COP#new");
      page.getByRole(AriaRole.DIALOG).locator("input").first().fill("قاعة الجلسة");

      // the menu leads there, by keys alone; what, where and when
      page.keyboard().press("Escape");
      laptop.go(Visitor.WORKSPACE);
      page.locator("button.account:visible").focus();
      page.keyboard().press("Enter");
      page.getByRole(AriaRole.MENUITEM, named("Drafts")).press("Enter");
      assertThat(page.locator("h1")).hasText("Your drafts");
      assertThat(row(page, "Our line on fees: none.")).containsText("Reply · Welcome");
      assertThat(row(page, "قاعة الجلسة")).containsText("New issue · Provisions");
      assertThat(row(page, "قاعة الجلسة")).not().containsText("only in this browser");
      look.at(page, "drafts");
      Look.undress(page);

      // a phone has the same, and what it discards is gone on both, until it is taken back
      phone.page().setViewportSize(390, 844);
      phone.go(Visitor.WORKSPACE + "/drafts");
      row(phone.page(), "Our line")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Discard"))
          .click();
      assertThat(row(phone.page(), "Our line")).hasCount(0);
      assertThat(row(page, "Our line")).hasCount(0);
      phone.page().locator(".toast").getByText("Undo").click();
      assertThat(row(phone.page(), "Our line")).isVisible();
      assertThat(row(page, "Our line")).isVisible();
      row(page, "Our line").getByText("Open").click();
      assertThat(reply(laptop)).hasValue("**Our line** on fees: none.");
      reply(laptop).fill("");
      laptop.go(Visitor.WORKSPACE + "/drafts");
      row(page, "قاعة الجلسة").getByText("Open").click();
      assertThat(page.getByRole(AriaRole.DIALOG).locator("input").first()).hasValue("قاعة الجلسة");
      assertThat(laptop.complaints()).isEmpty();
    }
  }

  @Test
  void anEditGoesOnOnAnotherDeviceAndMeetsWhatWasSavedMeanwhile() {
    try (Visitor laptop = stage.seated("rafael");
        Visitor phone = stage.seated("rafael");
        Visitor amina = stage.seated("amina")) {
      JsonObject body =
          new JsonObject()
              .put("title", "Fees of small platforms")
              .put("description", "None are proposed.");
      String id = laptop.act("/trackers/COP/issues", body).getString("id");
      String issue = Visitor.WORKSPACE + "/issues/" + id;
      laptop.go(issue);
      description(laptop).click();
      text(laptop).fill("None are proposed, and none are wanted.");
      phone.page().setViewportSize(390, 844);
      phone.go(Visitor.WORKSPACE + "/drafts");
      assertThat(row(phone.page(), "none are wanted")).containsText("Edit of a description");
      row(phone.page(), "none are wanted").getByText("Open").click();
      description(phone).click();
      assertThat(text(phone)).hasValue("None are proposed, and none are wanted.");

      // both write while one has no line
      phone.context().setOffline(true);
      text(phone).fill("None are proposed, says the agency.");
      text(laptop).fill("None are proposed yet.");
      phone.page().waitForTimeout(3_000);
      phone.context().setOffline(false);
      Locator two = phone.page().locator("form.edits .two");
      assertThat(two).containsText("None are proposed yet.");
      look.at(phone.page(), "drafts-two-edits");
      Look.undress(phone.page());
      two.getByText("Use the other version").click();
      assertThat(text(phone)).hasValue("None are proposed yet.");

      // somebody else saves: both are shown, and nothing is lost
      amina.change("/issues/" + id, new JsonObject().put("description", "They are proposed."));
      phone.page().getByRole(AriaRole.BUTTON, named("Save").setExact(true)).click();
      Locator conflict = phone.page().locator("form.edits section[role=alert]");
      assertThat(conflict).containsText("They are proposed.");
      assertThat(conflict).containsText("yet");
      look.at(phone.page(), "drafts-changed-meanwhile");
      Look.undress(phone.page());
      conflict.getByRole(AriaRole.BUTTON).first().click();
      assertThat(phone.page().getByText("None are proposed yet.").first()).isVisible();
      laptop.go(Visitor.WORKSPACE + "/drafts");
      assertThat(row(laptop.page(), "None are proposed")).hasCount(0);
      assertThat(phone.complaints())
          .allMatch(one -> one.contains("ERR_INTERNET_DISCONNECTED") || one.contains("409"));
    }
  }
}
