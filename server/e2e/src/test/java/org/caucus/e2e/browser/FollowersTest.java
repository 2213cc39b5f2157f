package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/**
 * Who follows an issue is named to the person who reads it, and nobody is who cannot read it any
 * more.
 */
class FollowersTest extends OnStage {
  @Test
  void followersAreNamedAndWhoIsOutOfSightIsNeitherNamedNorCounted() {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi");
        Visitor dara = stage.seated("dara")) {
      JsonObject issue = new JsonObject().put("title", "Followed").put("audience", "EVERYONE");
      String id = amina.act("/trackers/COP/issues", issue).getString("id");
      amina.act("/issues/" + id + "/following", new JsonObject());
      dara.act("/issues/" + id + "/following", new JsonObject());

      ngozi.go(Visitor.WORKSPACE + "/issues/" + id);
      Locator who = ngozi.page().locator(".hear details");
      assertThat(who.locator("summary")).hasText("2 people follow");
      who.locator("summary").focus();
      ngozi.page().keyboard().press("Enter");
      assertThat(who.getByRole(AriaRole.LISTITEM)).hasCount(2);
      assertThat(who).containsText("Dara Whitfield");
      ngozi
          .page()
          .locator(".hear")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Follow"))
          .first()
          .click();
      assertThat(who.getByRole(AriaRole.LISTITEM).first()).containsText("Ngozi Ekwueme (you)");
      look.at(ngozi.page(), "issue-followers");
      Look.undress(ngozi.page());

      String of = "issue:" + id;
      String asked = "/audience/preview?of=" + of + "&to=CIVIL_SOCIETY";
      String token = amina.read(asked).getString("token");
      JsonObject narrower = new JsonObject().put("of", of).put("to", "CIVIL_SOCIETY");
      amina.act("/audience", narrower.put("token", token));
      assertThat(who.locator("summary")).hasText("2 people follow");
      assertThat(who).not().containsText("Dara");
      assertThat(ngozi.complaints()).isEmpty();
    }
  }
}
