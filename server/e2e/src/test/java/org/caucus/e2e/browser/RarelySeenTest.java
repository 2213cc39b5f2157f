package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Views that come up once in a coalition's life: who is invited, who has gone, who only mails. */
class RarelySeenTest extends OnStage {
  private static final Pattern LINK = Pattern.compile("(/join/[\\w.~-]+)");
  private static final String W = Visitor.WORKSPACE;

  private void picture(Visitor visitor, String view) {
    visitor.settle();
    look.at(visitor.page(), view);
    Look.undress(visitor.page());
  }

  private static void invite(Visitor convenor, String address, String organisation, String name) {
    JsonObject invitation =
        new JsonObject()
            .put("address", address)
            .put("organisation", organisation)
            .put("role", "MEMBER");
    convenor.act("/invitations", name.isEmpty() ? invitation : invitation.put("name", name));
  }

  private static String thread(Visitor who) {
    JsonArray all = who.read("/lists/coalition/threads").getJsonArray("items");
    return all.getJsonObject(0).getString("id");
  }

  @Test
  void whoIsInvitedAsConvenorsSeeThemAndTheFirstMinuteInside() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor came = stage.stranger()) {
      invite(amina, "efe@harbour.example", "harbour", "Efe Oghene");
      invite(
          amina,
          "the-whole-legal-department-of-a-network@a-rather-long-name-of-a-house.example",
          "meridian",
          "");
      String link = stage.mail().find("efe@harbour.example", LINK);
      amina.go(W + "/organisations");
      assertThat(amina.page().locator("main")).containsText("efe@harbour.example");
      assertThat(amina.page().getByText("Efe Oghene · efe@harbour.example")).isVisible();
      picture(amina, "rare-invitations");

      came.go(link);
      assertThat(came.page().locator("h1")).containsText("Join");
      assertThat(came.page().getByLabel("Your name")).hasValue("Efe Oghene");
      came.button("Join").click();
      came.page().waitForURL("**" + W + "**");
      picture(came, "rare-first-minute");
      assertThat(amina.page().locator("main")).not().containsText("efe@harbour.example");
      assertThat(came.complaints()).isEmpty();
    }
  }

  @Test
  void whoseSeatHasEndedAsTheySeeItAndAsOthersDo() {
    try (Visitor amina = stage.seated("amina");
        Visitor kelechi = stage.seated("kelechi")) {
      String thread = thread(amina);
      JsonObject said =
          new JsonObject().put("text", "My last word here.").put("audience", "EVERYONE");
      kelechi.act("/threads/" + thread + "/entries", said);
      kelechi.go(W + "/threads/" + thread);
      String seat = kelechi.read("").getString("seat");
      amina.act("/seats/" + seat + "/end", new JsonObject());
      assertThat(kelechi.page().locator("main")).containsText("your membership has ended");
      assertThat(kelechi.page().getByRole(AriaRole.LINK, named("Trackers"))).hasCount(0);
      // they are still who they are
      Locator account = kelechi.page().locator(".rail button.account");
      assertThat(account).containsText("Kelechi");
      assertThat(account.locator("[data-initials]"))
          .hasAttribute("data-initials", Pattern.compile("^K[A-Z]$"));
      picture(kelechi, "rare-seat-ended");
      account.click();
      assertThat(kelechi.page().getByRole(AriaRole.MENUITEM, named("Your account"))).isVisible();
      assertThat(kelechi.page().getByRole(AriaRole.MENUITEM, named("Email settings"))).hasCount(0);
      kelechi.page().keyboard().press("Escape");

      amina.go(W + "/threads/" + thread);
      Locator entry = amina.page().locator("article").filter(hasText("My last word here."));
      assertThat(entry).containsText("former");
      picture(amina, "rare-said-by-former");
      amina.go(W + "/organisations");
      assertThat(amina.page().locator("li.card#savanna")).containsText("1 former member");
      picture(amina, "rare-former-seat");
      amina.go(W + "/organisations/savanna");
      picture(amina, "rare-organisation-of-former");
    }
  }

  @Test
  void whoTakesPartByMailAloneAsAConvenorSeesThem() throws Exception {
    try (Visitor amina = stage.seated("amina")) {
      new Letter(
              "halima@harbour.example",
              "coalition@lists.example",
              "From a place without a browser",
              "I read all of it by mail.\r\n\r\n> quoted by my program\r\n")
          .send(stage.smtpPort());
      Page page = amina.page();
      amina.go(W + "/lists/coalition");
      page.getByText("From a place without a browser").first().click();
      Locator entry = page.locator("article").first();
      assertThat(entry).containsText("I read all of it by mail.");
      picture(amina, "rare-by-mail");
      String post =
          amina
              .read("/threads/" + page.url().replaceAll(".*/threads/([^?#]+).*", "$1"))
              .getJsonArray("entries")
              .getJsonObject(0)
              .getString("id");
      amina.go(W + "/entries/" + post + "/mail");
      picture(amina, "rare-by-mail-deliveries");
      amina.go(W + "/organisations/harbour");
      assertThat(page.locator("main")).containsText("Halima Yaro");
      picture(amina, "rare-by-mail-organisation");
      String seat = seatOf(amina, "Halima Yaro");
      amina.go(W + "/organisations/handover/" + seat);
      picture(amina, "rare-by-mail-handover");
    }
  }

  private static String seatOf(Visitor reader, String name) {
    return reader.read("").getJsonArray("seats").stream()
        .map(JsonObject.class::cast)
        .filter(seat -> seat.getString("name").equals(name))
        .map(seat -> seat.getString("id"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anInvitationThatIsTakenBackWhileSomebodyReadsIt() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor late = stage.stranger()) {
      invite(amina, "late@harbour.example", "harbour", "");
      String link = stage.mail().find("late@harbour.example", LINK);
      late.go(link);
      amina.go(W + "/organisations");
      amina
          .page()
          .getByRole(AriaRole.LISTITEM)
          .filter(hasText("late@harbour.example"))
          .getByText("Cancel invitation")
          .click();
      assertThat(amina.page().getByText("Invitation cancelled.")).isVisible();

      late.page().getByLabel("Your name").fill("Too late");
      late.button("Join").click();
      assertThat(late.page().getByText("This invitation is not valid").first()).isVisible();
      picture(late, "rare-invitation-gone");
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.FilterOptions hasText(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
