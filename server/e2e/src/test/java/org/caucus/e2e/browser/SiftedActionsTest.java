package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A company looks at what civil society does, as far as that is open to it, and at what it is asked
 * for.
 */
class SiftedActionsTest extends OnStage {
  private static final String W = Visitor.WORKSPACE;
  private static final int MORE_THAN_ARE_SHOWN = 8;

  @BeforeAll
  static void actionsOfBothSides() {
    try (Visitor amina = stage.seated("amina");
        Visitor dara = stage.seated("dara")) {
      planned(amina, "CALL", "Sifted: call on appeals", "EVERYONE", List.of("brightline"));
      planned(amina, "SUBMISSION", "Sifted: memo for all to read", "EVERYONE", List.of());
      planned(amina, "CALL", "Sifted: call among ourselves", "CIVIL_SOCIETY", List.of());
      planned(dara, "CALL", "Sifted: call of the company", "EVERYONE", List.of());
    }
  }

  private static void planned(
      Visitor by, String kind, String title, String audience, List<String> asked) {
    by.act(
        "/actions",
        new JsonObject()
            .put("kind", kind)
            .put("title", title)
            .put("audience", audience)
            .put("zone", "Africa/Lagos")
            .put("startsAt", "2031-03-01T15:00:00+01:00")
            .put("organisations", new JsonArray(asked)));
  }

  private static List<String> shown(Page page) {
    return page.locator("h3 a[data-row]").allInnerTexts().stream()
        .filter(title -> title.startsWith("Sifted: "))
        .map(title -> title.substring("Sifted: ".length()))
        .sorted()
        .toList();
  }

  private static Locator choice(Page page, String name) {
    return page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void aLiaisonFindsWhatCivilSocietyDoesAndWhatTheyAreAskedFor() {
    try (Visitor dara = stage.seated("dara")) {
      Page page = dara.page();
      dara.go(W + "/actions");
      assertThat(shown(page))
          .containsExactly("call of the company", "call on appeals", "memo for all to read");

      choice(page, "Owner").selectOption("side:civil_society");
      assertThat(page.getByText("call of the company")).hasCount(0);
      choice(page, "Kind").selectOption("call");
      assertThat(page.getByText("memo for all to read")).hasCount(0);
      assertThat(shown(page)).containsExactly("call on appeals");
      look.at(page, "actions-sifted");
      Look.undress(page);

      // what is chosen stands in the address, and stays for the month and after a reload
      page.reload();
      dara.settle();
      assertThat(shown(page)).containsExactly("call on appeals");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Month").setExact(true))
          .click();
      dara.settle();
      assertThat(page.url()).contains("q=side%3Acivil_society+kind%3Acall", "view=month");

      dara.button("Clear filter").click();
      assertThat(page.url()).contains("view=month").doesNotContain("q=");
      dara.button("Agenda").click();
      assertThat(page.getByText("memo for all to read")).isVisible();
      page.getByLabel("We are asked").focus();
      page.keyboard().press("Space");
      assertThat(page.getByText("memo for all to read")).hasCount(0);
      assertThat(shown(page)).containsExactly("call on appeals");
      assertThat(dara.complaints()).isEmpty();
    }
  }

  @Test
  void whereNothingMatchesThereIsAWayBackToAll() {
    try (Visitor dara = stage.seated("dara")) {
      Page page = dara.page();
      dara.go(W + "/actions?q=kind%3Apress_conference+org%3Aharbour+is%3Aasked");
      assertThat(page.locator("main")).containsText("No action matches this filter");
      look.at(page, "actions-sifted-none");
      Look.undress(page);
      page.locator("[data-rows] button").getByText("Show all").click();
      assertThat(page.getByText("memo for all to read")).isVisible();
    }
  }

  @Test
  void whatIsTypedIsTheLanguageOfTheApiAndWhatIsWrongIsNamed() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions");
      Locator filter = choice(page, "Filter");
      page.keyboard().press("f");
      assertThat(filter).isFocused();

      filter.fill("kind:event -asked:brightline \"among ourselves\"");
      assertThat(page.getByText("memo for all to read")).hasCount(0);
      assertThat(shown(page)).containsExactly("call among ourselves");
      assertThat(choice(page, "Kind")).hasValue("event");
      assertThat(
              amina
                  .read("/actions?q=kind:event%20-asked:brightline%20%22among%20ourselves%22")
                  .getJsonArray("items"))
          .hasSize(1);

      filter.fill("kidn:call");
      assertThat(page.locator("main")).containsText("“kidn:call” is not valid");
      assertThat(page.getByText("memo for all to read")).isVisible();
      assertThat(choice(page, "Kind")).isDisabled();
      assertThat(amina.complaints()).isEmpty();
    }
  }

  @Test
  void aTaskThatIsUnderWayWaitsAndNothingThatWaitsIsLeftOut() {
    try (Visitor halima = stage.seated("halima")) {
      String seat = halima.read("").getString("seat");
      for (int n = 1; n <= MORE_THAN_ARE_SHOWN; n++) {
        // of which no browser knows the zone: it is no reason to show nobody anything
        JsonObject task = new JsonObject().put("kind", "TASK").put("zone", "UTC+01:00");
        task.put("title", "Halima's task " + n);
        String id = halima.act("/actions", task.put("owner", seat)).getString("id");
        halima.change("/actions/" + id, new JsonObject().put("state", "UNDER_WAY"));
      }
      Page page = halima.page();
      halima.go(W);

      Locator tasks = page.locator("details li").filter(saying("Halima's task"));
      assertThat(tasks).hasCount(6);
      halima.button("Show more: Your tasks and deadlines").click();
      assertThat(tasks).hasCount(MORE_THAN_ARE_SHOWN);
      assertThat(halima.complaints()).isEmpty();
    }
  }

  private static Locator.FilterOptions saying(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  @Test
  void anAddressForACalendarShowsWhatThePageShows() {
    try (Visitor amina = stage.seated("amina")) {
      Page page = amina.page();
      amina.go(W + "/actions?q=kind%3Acall+%22on+appeals%22");
      amina.button("In my calendar").click();
      amina.button("Create address").click();
      assertThat(page.locator("code").first())
          .containsText("/calendar.ics?q=kind%3Acall+%22on+appeals%22");
    }
  }
}
