package org.caucus.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone whose clock is days off says the same of what is due, and of when something was said. */
class WrongClockTest extends OnStage {
  private static final String OFF =
      """
      {
        const Right = Date;
        globalThis.Date = class extends Right {
          constructor(...given) {
            super(...(given.length > 0 ? given : [Right.now() + OFF_MS]));
          }
          static now() {
            return Right.now() + OFF_MS;
          }
        };
      }\
      """;

  private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
  private static final Pattern JUST_NOW = Pattern.compile("^(now|[0-9]+ (sec|min)\\.? ago)$");

  private static void assign(Visitor visitor, String title, LocalDate due) {
    visitor.act(
        "/trackers/COP/issues",
        new JsonObject()
            .put("title", title)
            .put("due", due.toString())
            .put("assignees", new JsonArray().add(visitor.read("").getString("seat"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, -2})
  void whatIsDueAndWhatIsNewGoesByTheServersClock(int daysOff) {
    try (Visitor ngozi = stage.seated("ngozi")) {
      long off = Duration.ofDays(daysOff).toMillis();
      ngozi.page().addInitScript(OFF.replace("OFF_MS", "(" + off + ")"));
      String tomorrow = "Ask the agency, off by " + daysOff;
      String yesterday = "Count the notices, off by " + daysOff;
      assign(ngozi, tomorrow, LocalDate.now(LAGOS).plusDays(1));
      assign(ngozi, yesterday, LocalDate.now(LAGOS).minusDays(1));

      ngozi.go(Visitor.WORKSPACE);
      assertThat(waiting(ngozi, tomorrow)).not().containsText("Overdue");
      assertThat(waiting(ngozi, yesterday)).containsText("Overdue since");
      Locator newest = ngozi.page().locator("main time .screen").first();
      assertThat(newest).hasText(JUST_NOW);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, -2})
  void theHourOfADraftIsToComeByTheServersClock(int daysOff) {
    try (Visitor dara = stage.seated("dara")) {
      long off = Duration.ofDays(daysOff).toMillis();
      dara.page().addInitScript(OFF.replace("OFF_MS", "(" + off + ")"));
      String title = "Appeals from tomorrow on, off by " + daysOff;
      ZonedDateTime hour = ZonedDateTime.now(LAGOS).plusDays(1).truncatedTo(ChronoUnit.MINUTES);
      dara.act(
          "/updates",
          new JsonObject()
              .put("title", title)
              .put("body", "Within 48 hours.")
              .put("publishAt", hour.toOffsetDateTime().toString()));
      dara.go(Visitor.WORKSPACE + "/updates");
      dara.button("Edit: " + title).click();
      assertThat(dara.page().locator("form.edit input[type=datetime-local]"))
          .hasValue(hour.toLocalDateTime().toString());
      dara.page().locator("form.edit").getByText("Cancel").click();
      assertThat(dara.page().locator("form.edit")).hasCount(0);
    }
  }

  private static Locator waiting(Visitor visitor, String title) {
    return visitor
        .page()
        .getByRole(AriaRole.LISTITEM)
        .filter(new Locator.FilterOptions().setHasText(title))
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("[Dd]ue")));
  }
}
