package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;
import static org.caucus.workspace.Parties.VERA;

import java.time.ZoneOffset;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.actions.Action;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.ActionDetails;
import org.caucus.coalition.updates.Update;
import org.caucus.coalition.updates.UpdateCommand;
import org.caucus.coalition.updates.UpdateReferences;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of a thing besides its title and its text is found too. */
class ParticularsTest {
  private final Searcher searcher = new Searcher();
  private Given given = Given.coalition();

  @AfterEach
  void close() {
    searcher.close();
  }

  @Test
  void anUpdateIsFoundByItsProvisionAndAnActionByItsPlaceAndChannel() {
    given =
        given.does(
            CHIKA,
            new UpdateCommand.PostUpdate(
                null,
                Update.Kind.STATUS,
                Update.Stage.NOTED,
                "Notice period",
                "We ask for 72 hours.",
                Update.Attribution.ON_RECORD,
                Audience.everyone(),
                null,
                List.of(),
                new UpdateReferences("Schedule of penalties", List.of(), null)));
    assertThat(searcher.found(given.state(), VERA, "penalties")).containsExactly(Given.THING);

    given =
        Given.coalition()
            .does(
                BOLA,
                new ActionCommand.PlanAction(
                    Action.Kind.SUBMISSION,
                    "Memo to the agency",
                    "",
                    null,
                    new Action.When(null, null, ZoneOffset.UTC),
                    "Transcorp hall",
                    Audience.everyone(),
                    new ActionDetails(
                        false,
                        List.of(),
                        List.of(),
                        "",
                        "",
                        "The registry's portal",
                        "",
                        null,
                        List.of(),
                        List.of(),
                        List.of()),
                    null,
                    List.of()));
    assertThat(searcher.found(given.state(), VERA, "transcorp")).containsExactly(Given.THING);
    assertThat(searcher.found(given.state(), VERA, "portal")).containsExactly(Given.THING);
  }
}
