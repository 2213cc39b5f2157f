package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people talk beside the lists; a third is added, and one leaves. */
class ConversationsPageTest extends OnStage {
  private static final String CONVERSATIONS = Visitor.WORKSPACE + "/conversations";

  private Visitor ngozi;
  private Visitor tobi;

  @BeforeEach
  void bothSitDown() {
    ngozi = stage.seated("ngozi");
    tobi = stage.seated("tobi");
  }

  @AfterEach
  void neitherPageComplained() {
    assertThat(ngozi.complaints()).isEmpty();
    assertThat(tobi.complaints()).isEmpty();
    ngozi.close();
    tobi.close();
  }

  private static Locator button(Visitor visitor, String name) {
    return visitor
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void choose(Visitor visitor, String name) {
    visitor.page().locator("main header button[aria-haspopup=menu]").click();
    visitor
        .page()
        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static Locator box(Visitor visitor, String name) {
    return visitor.page().getByRole(AriaRole.DIALOG).getByText(name);
  }

  @Test
  void peopleTalkByNameAreAddedAndLeave() {
    tobi.go(CONVERSATIONS);
    assertThat(tobi.page().getByText("No conversations yet")).isVisible();
    look.at(tobi.page(), "conversations-empty");

    ngozi.go(CONVERSATIONS);
    ngozi.page().locator("main header").getByText("New conversation").click();
    box(ngozi, "Tobi Adewumi").click();
    look.at(ngozi.page(), "conversation-people");
    button(ngozi, "Continue").click();
    assertThat(ngozi.page().locator("input.subject")).hasValue("Ngozi Ekwueme, Tobi Adewumi");
    ngozi.page().locator("form.composer textarea").fill("Shall we share a taxi?");
    ngozi.page().locator("form.composer button[type=submit]").click();
    assertThat(ngozi.page().locator("h1")).hasText("Ngozi Ekwueme, Tobi Adewumi");
    assertThat(ngozi.page().getByText("Convenors who are not in it cannot.")).isVisible();

    Locator row = tobi.page().locator("[data-rows] li");
    assertThat(row).containsText("Ngozi Ekwueme, Tobi Adewumi");
    row.locator("a").first().click();
    assertThat(tobi.page().locator("article")).containsText("Shall we share a taxi?");

    choose(ngozi, "Rename conversation");
    ngozi.page().getByLabel("Title").fill("Taxi");
    button(ngozi, "Rename").click();
    assertThat(tobi.page().locator("h1")).hasText("Taxi");

    choose(ngozi, "Add people");
    box(ngozi, "Dara Whitfield").click();
    ngozi.page().getByRole(AriaRole.DIALOG).locator("button.primary").click();
    assertThat(tobi.page().locator("main header .chip").first()).containsText("3");

    choose(tobi, "Leave conversation");
    button(tobi, "Leave").click();
    assertThat(tobi.page().getByText("You left this conversation.")).isVisible();
    assertThat(tobi.page().locator("form.composer")).hasCount(0);
    assertThat(tobi.page().locator("article")).containsText("Shall we share a taxi?");
    assertThat(ngozi.page().locator("main header .chip").first()).containsText("2");
    look.at(tobi.page(), "conversation-left");
  }

  @Test
  void aPersonsLineLeadsToTheConversationOfTheTwo() {
    ngozi.go(Visitor.WORKSPACE + "/organisations");
    ngozi.page().getByLabel("Write to Yuki Tanabe").click();
    ngozi.page().locator("form.composer textarea").fill("One question about the deadline.");
    ngozi.page().locator("form.composer button[type=submit]").click();
    assertThat(ngozi.page().locator("article")).containsText("One question about the deadline.");
    String there = ngozi.page().url();

    ngozi.go(Visitor.WORKSPACE + "/organisations");
    ngozi.page().getByLabel("Write to Yuki Tanabe").click();
    assertThat(ngozi.page().locator("article")).containsText("One question about the deadline.");
    assertThat(ngozi.page().url()).isEqualTo(there);
  }
}
