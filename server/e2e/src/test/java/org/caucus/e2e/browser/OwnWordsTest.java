package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/**
 * What somebody did themselves is new to others and never to them: in a list, in the activity, in
 * the number beside it and on the bell, in all their tabs and after a reload.
 */
class OwnWordsTest extends OnStage {
  private static final String W = Visitor.WORKSPACE;
  private static final String LIST = W + "/lists/coalition";

  private static void write(Visitor by, String subject) {
    by.act(
        "/lists/coalition/threads",
        new JsonObject()
            .put("subject", subject)
            .put("text", "To be said on Thursday.")
            .put("audience", "EVERYONE"));
  }

  private static Locator news(Page page) {
    return page.getByText("1 new", new Page.GetByTextOptions().setExact(true));
  }

  private static Locator number(Page page) {
    return page.locator(".rail a.place[href='" + W + "'] .n").first();
  }

  @Test
  void onesOwnThreadIsThereAtOnceAndIsNoNews() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor amina = stage.seated("amina")) {
      ngozi.go(LIST);
      amina.go(LIST);
      ngozi.page().mouse().move(700, 500); // in the list: what others say would wait
      write(ngozi, "Own words: a thread");
      assertThat(ngozi.link("Own words: a thread")).isVisible();
      assertThat(amina.link("Own words: a thread")).isVisible();
      assertThat(news(amina.page())).isVisible();
      assertThat(news(ngozi.page())).hasCount(0);

      // nor is it in the activity, where the line stands under what others did
      ngozi.turnTo(W);
      write(ngozi, "Own words: another");
      assertThat(ngozi.page().locator(".act").first()).containsText("Own words: another");
      assertThat(news(ngozi.page())).hasCount(0);
      assertThat(ngozi.complaints()).isEmpty();
    }
  }

  @Test
  void howMuchIsNewAgreesInAllTabsAndAfterAReload() {
    try (Visitor ngozi = stage.seated("ngozi");
        Visitor amina = stage.seated("amina")) {
      ngozi.go(W);
      Page one = ngozi.page();
      Page two = ngozi.context().newPage();
      two.navigate(stage.base() + LIST);
      two.locator("h1").waitFor();
      ngozi.turnTo(W + "/actions");
      ngozi.settle();

      int rings = ngozi.read("/bell").getInteger("unread");
      write(ngozi, "Counted: my own");
      write(amina, "Counted: hers");
      assertThat(number(one)).hasText("1");
      assertThat(number(two)).hasText("1");
      one.reload();
      assertThat(number(one)).hasText("1");
      assertThat(ngozi.read("/bell").getInteger("unread")).isEqualTo(rings);

      // anyone who looks in one tab has looked
      ngozi.turnTo(W);
      assertThat(two.locator(".rail a.place[href='" + W + "'] .n")).hasCount(0);
      write(amina, "Counted: while she looks");
      assertThat(one.getByText("Counted: while she looks").first()).isVisible();
      ngozi.turnTo(W + "/actions");
      two.reload();
      assertThat(two.locator("h1")).isVisible();
      assertThat(two.locator(".rail a.place[href='" + W + "'] .n")).hasCount(0);
      two.close();
      assertThat(ngozi.complaints()).isEmpty();
    }
  }
}
