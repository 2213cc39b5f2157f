package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Ngozi takes a second seat, is told for whom she acts, and goes from one to the other. */
class SeatSwitchTest extends OnStage {
  private static final Pattern LINK = Pattern.compile("https?://\\S+(/join/[\\w.]+)");

  private static void invite(Visitor amina) {
    APIResponse invited =
        amina
            .context()
            .request()
            .post(
                stage.base() + "/api/workspaces/code-of-practice/invitations",
                RequestOptions.create()
                    .setHeader("Origin", stage.base())
                    .setData(
                        Map.of(
                            "address", "ngozi@savanna.example",
                            "organisation", "lantern",
                            "role", "MEMBER")));
    assertThat(invited.status()).as(invited.text()).isEqualTo(201);
  }

  @Test
  void aSecondSeatIsTakenSaidOnEveryPageAndLeftForTheOther() throws Exception {
    try (Visitor amina = stage.seated("amina");
        Visitor ngozi = stage.seated("ngozi")) {
      invite(amina);
      ngozi.go(stage.mail().find("ngozi@savanna.example", LINK));
      ngozi.page().getByLabel("Your name").fill("Ngozi Ekwueme");
      ngozi.button("Join").click();

      ngozi.page().waitForURL("**/w/code-of-practice~lantern");
      ngozi.settle();
      Locator rail = ngozi.page().locator(".rail");
      assertThat(rail).containsText("Acting for Lantern Rights Initiative");
      look.at(ngozi.page(), "seat-lantern");
      Look.undress(ngozi.page());

      rail.locator("summary").click();
      look.at(ngozi.page(), "seat-switch-open");
      Look.undress(ngozi.page());
      rail.getByText("Act for Savanna Digital Policy Centre").click();
      ngozi.page().waitForURL("**/w/code-of-practice~savanna");
      assertThat(rail).containsText("Acting for Savanna Digital Policy Centre");

      ngozi.page().navigate(stage.base() + "/w/code-of-practice/organisations");
      Locator asks = ngozi.page().locator("main");
      assertThat(asks).containsText("Which organisation?");
      look.at(ngozi.page(), "seat-which");
      Look.undress(ngozi.page());
      asks.getByText("Act for Lantern Rights Initiative").click();
      ngozi.page().waitForURL("**/w/code-of-practice~lantern/organisations");
      ngozi.page().locator("li.card#lantern").waitFor();
      ngozi.go("/?all");
      assertThat(ngozi.page().locator("main")).containsText("Lantern Rights Initiative");
      look.at(ngozi.page(), "seats-home");
      Look.undress(ngozi.page());
      assertThat(ngozi.complaints().stream().filter(c -> !c.contains("409"))).isEmpty();
    }
  }
}
