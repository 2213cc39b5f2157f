package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Amina checks what Brightline's liaisons see before she says something. */
class SeeAsTest extends OnStage {
  @Test
  void aFrameSaysWhoseEyesTheseAreUntilOneLeaves() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.go(Visitor.WORKSPACE + "/organisations");
      Locator civil = amina.page().locator("nav").getByText("Civil society");
      assertThat(civil.first()).isVisible();

      amina.button("View as Brightline").click();
      assertThat(amina.page().getByText("You are viewing as Brightline.")).isVisible();
      assertThat(civil).hasCount(0);
      look.at(amina.page(), "seen-as");
      Look.undress(amina.page());
      staysInSight(amina.page());

      amina.go(Visitor.WORKSPACE + "/lists/coalition");
      assertThat(amina.page().getByText("You are viewing as Brightline.")).isVisible();
      assertThat(amina.page().getByRole(AriaRole.BUTTON, named("New thread"))).hasCount(0);

      amina.button("Back to my view").click();
      assertThat(civil.first()).isVisible();
      assertThat(amina.page().getByText("You are viewing as")).hasCount(0);

      dara.go(Visitor.WORKSPACE + "/organisations");
      assertThat(dara.page().getByRole(AriaRole.BUTTON, named("View as"))).hasCount(0);
    }
  }

  @Test
  void whatWaitsWhileOneLooksIsSentAsOneselfAndOnlyThen() {
    try (Visitor amina = stage.seated("amina")) {
      String words = "Written before she looked.";
      JsonArray threads = amina.read("/lists/coalition/threads").getJsonArray("items");
      String thread = threads.getJsonObject(0).getString("id");
      amina.go(Visitor.WORKSPACE + "/threads/" + thread);
      Page page = amina.page();
      List<String> asked = new ArrayList<>();
      page.route(
          "**/threads/*/entries*",
          route -> {
            asked.add(route.request().url());
            route.abort();
          });
      page.locator("form.composer textarea").fill(words);
      page.locator("form.composer .send").click();
      assertThat(page.getByText("Saved in this browser.")).isVisible();
      amina.link("Organisations").first().click();
      amina.button("View as Brightline").click();
      assertThat(page.getByText("1 message waits until you are back")).isVisible();
      assertThat(page.getByText("was not sent")).hasCount(0);
      look.at(page, "seen-as-waiting");
      Look.undress(page);

      page.unroute("**/threads/*/entries*");
      amina.button("Back to my view").click();
      page.waitForURL("**" + Visitor.WORKSPACE);
      amina.go(Visitor.WORKSPACE + "/threads/" + thread);
      assertThat(page.locator("article").getByText(words)).hasCount(1);
      assertTrue(asked.stream().noneMatch(url -> url.contains("as=")), asked.toString());
    }
  }

  /** On a phone, however far one reads. */
  private static void staysInSight(Page page) {
    page.setViewportSize(360, 740);
    page.evaluate("scrollTo(0, 500)");
    Locator bar = page.getByText("You are viewing as Brightline.").locator("..");
    assertThat(bar).isInViewport();
    Look.atTheDesk(page);
  }

  @Test
  void linksToLettersAndTheirPartsLookWithTheSameEyes() throws Exception {
    String secret = "civil-only-figures.csv";
    Letter.withFile("ngozi@savanna.example", "civil@lists.example", "For us", "See", secret, "a,1")
        .send(stage.smtpPort());
    Letter.withFile(
            "ngozi@savanna.example", "coalition@lists.example", "For all", "See", "open.csv", "b,2")
        .send(stage.smtpPort());
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      amina.go(Visitor.WORKSPACE + "/lists/civil");
      amina.page().getByText("For us").first().click();
      String hidden = hrefs(amina).getFirst();
      assertEquals(200, status(amina, hidden));

      amina.go(Visitor.WORKSPACE + "/organisations");
      amina.button("View as Brightline").click();
      assertThat(amina.page().getByText("You are viewing as Brightline.")).isVisible();
      amina.go(Visitor.WORKSPACE + "/lists/coalition");
      amina.page().getByText("For all").first().click();
      List<String> shown = hrefs(amina);

      assertEquals(2, shown.size());
      for (String href : shown) {
        assertTrue(href.endsWith("?as=brightline"), href);
        String own = href.substring(0, href.indexOf('?'));
        assertEquals(body(dara, own), body(amina, href), "as that company's liaison has it");
      }
      assertEquals(404, status(amina, hidden + "?as=brightline"));
      assertEquals(body(dara, hidden), body(amina, hidden + "?as=brightline"));
    }
  }

  /** Where the links of the open thread to files and the original lead. */
  private static List<String> hrefs(Visitor who) {
    Locator links = who.page().locator("article a[href^='/api/']");
    assertThat(links).hasCount(2);
    return links.all().stream().map(l -> l.getAttribute("href")).toList();
  }

  private static int status(Visitor who, String path) {
    return who.context().request().get(stage.base() + path).status();
  }

  private static String body(Visitor who, String path) {
    return who.context().request().get(stage.base() + path).text();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
