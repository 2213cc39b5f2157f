package org.caucus.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Search from the keyboard: what it teaches, what it finds, what it says when there is nothing. */
class SearchViewTest extends OnStage {
  private void seen(Visitor visitor, String view) {
    visitor.settle();
    look.at(visitor.page(), view);
    Look.undress(visitor.page());
  }

  @Test
  void whatIsLookedForIsFoundFromTheKeyboard() {
    try (Visitor amina = stage.seated("amina")) {
      amina.goInside(Visitor.WORKSPACE);
      Page page = amina.page();
      page.keyboard().press("/");
      page.locator("input[type=search]").waitFor();
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("search-words");
      assertThat(page.locator("main").innerText()).contains("has:attachment");
      seen(amina, "search-empty");

      page.locator("input[type=search]").fill("notice");
      page.keyboard().press("Enter");
      page.locator("mark").first().waitFor();
      assertThat(page.locator("mark").allInnerTexts())
          .allMatch(m -> m.toLowerCase(java.util.Locale.ROOT).startsWith("notice"));
      assertThat(page.url()).endsWith("/search#q=notice");
      seen(amina, "search-found");

      page.evaluate("document.activeElement.blur()");
      page.keyboard().press("j");
      page.keyboard().press("Enter");
      page.waitForURL(url -> !url.contains("/search"));
      page.goBack();
      page.locator("mark").first().waitFor();
      assertThat(page.locator("input[type=search]").inputValue()).isEqualTo("notice");

      page.locator("input[type=search]").fill("no-such-word-anywhere");
      page.keyboard().press("Enter");
      page.getByText("No results").first().waitFor();
      seen(amina, "search-nothing");

      page.locator("input[type=search]").fill("before:yesterday");
      page.keyboard().press("Enter");
      page.getByText("Write a day, a month or a year").first().waitFor();
      seen(amina, "search-refused");
    }
  }

  @Test
  void whatWasNarrowedMeanwhileLeavesThePage() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      String thread =
          amina
              .act(
                  "/lists/coalition/threads",
                  new JsonObject().put("subject", "Zither").put("text", "A zither for everyone"))
              .getString("id");
      dara.goInside(Visitor.WORKSPACE + "/search");
      dara.page().locator("input[type=search]").fill("zither");
      dara.page().keyboard().press("Enter");
      dara.page().locator("mark").first().waitFor();

      JsonObject shown = amina.read("/audience/preview?of=thread:" + thread + "&to=CIVIL_SOCIETY");
      amina.act(
          "/audience",
          new JsonObject()
              .put("of", "thread:" + thread)
              .put("to", "CIVIL_SOCIETY")
              .put("token", shown.getString("token")));

      dara.page().getByText("No results").first().waitFor();
      assertThat(dara.page().locator("main").innerText()).doesNotContain("A zither");
    }
  }
}
