package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caucus.coalition.actions.Called.CALL;
import static org.caucus.coalition.actions.Called.opened;
import static org.caucus.workspace.Parties.AMINA;
import static org.caucus.workspace.Parties.BOLA;
import static org.caucus.workspace.Parties.CHIKA;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.audience.AudienceEvent;
import org.caucus.coalition.actions.ActionCommand;
import org.caucus.coalition.actions.Called;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Minutes are found by those for whom they were written, and by nobody who came to the action
 * later.
 */
class MinutesFoundTest {
  private static final List<String> QUESTIONS =
      List.of("haggle", "agency", "hello", "\"we haggle\"", "from:bola", "after:2000", "call");

  private final Searcher searcher = new Searcher();

  @AfterEach
  void close() {
    searcher.close();
  }

  private static Given planned() {
    return Called.planned(Audience.civilSociety());
  }

  private static ActionCommand writes(String text) {
    return new ActionCommand.WriteMinutes(CALL, text);
  }

  private List<JsonObject> hits(Given given, SeatId seat, String question) {
    return searcher.hits(given.state(), seat, question).toList();
  }

  private boolean finds(Given given, SeatId seat, String question) {
    return !hits(given, seat, question).isEmpty();
  }

  @Test
  void theyAreFoundWithWhoWroteThemWhenAndForWhom() {
    Given given = planned().does(BOLA, writes("We haggle until Thursday."));

    JsonObject hit = hits(given, AMINA, "haggle").getFirst();
    assertThat(hit.getJsonObject("ref").encode())
        .isEqualTo("{\"kind\":\"action\",\"id\":\"call\"}");
    assertThat(hit.getJsonObject("in")).isEqualTo(hit.getJsonObject("ref"));
    assertThat(hit.getString("title")).isEqualTo("Call with the agency");
    assertThat(hit.getBoolean("minutes")).isTrue();
    assertThat(hit.getString("seat")).isEqualTo(BOLA.value());
    assertThat(hit.getString("audience")).isEqualTo("CIVIL_SOCIETY");
    assertThat(finds(given, AMINA, "from:bola haggle")).isTrue();
    assertThat(finds(given, CHIKA, "haggle")).isFalse();
    // the action itself is found as it was
    assertThat(hits(given, AMINA, "agency").getFirst().containsKey("minutes")).isFalse();
  }

  @Test
  void whatWasWrittenForFewerIsFoundByTheseAlone() {
    Given with = opened(planned().does(BOLA, writes("We haggle until Thursday.")));
    Given without = opened(planned());
    assertThat(finds(with, AMINA, "haggle")).isTrue();
    for (String question : QUESTIONS) {
      try (Searcher elsewhere = new Searcher()) {
        assertThat(searcher.ask(with.state(), CHIKA, question))
            .as(question)
            .isEqualTo(elsewhere.ask(without.state(), CHIKA, question));
      }
    }

    with = with.does(CHIKA, writes("We said hello."));
    assertThat(finds(with, CHIKA, "hello")).isTrue();
    assertThat(finds(with, CHIKA, "haggle")).isFalse();
    assertThat(finds(with, AMINA, "haggle")).isTrue();
    JsonObject page = searcher.ask(with.state(), AMINA, "we");
    assertThat(page.getInteger("found")).as("both are of one action").isOne();
    assertThat(page.getJsonArray("items").getJsonObject(0).getInteger("matches")).isEqualTo(2);
  }

  @Test
  void whatOthersStandInThePlaceOfIsFoundNoMore() {
    Given given = planned().does(BOLA, writes("We haggle until Thursday."));
    assertThat(finds(given, AMINA, "haggle")).isTrue();
    given =
        given.does(
            AMINA,
            new ActionCommand.WriteMinutes(
                CALL,
                "We walk out.",
                given
                    .state()
                    .actions()
                    .find(CALL)
                    .orElseThrow()
                    .presence()
                    .minutes()
                    .getLast()
                    .at()));

    assertThat(finds(given, BOLA, "haggle")).isFalse();
    assertThat(finds(given, BOLA, "walk")).isTrue();
    assertThat(searcher.ask(given.state(), BOLA, "haggle").getInteger("found")).isZero();
  }

  @Test
  void whatIsNarrowedIsFoundByFewer() {
    Given given = opened(planned()).does(CHIKA, writes("We said hello."));
    assertThat(finds(given, CHIKA, "hello")).isTrue();
    given =
        given.and(
            new AudienceEvent.Narrowed(
                Ref.to(Ref.Kind.ACTION, CALL),
                Audience.everyone(),
                Audience.civilSociety(),
                BOLA,
                List.of()));

    assertThat(finds(given, CHIKA, "hello")).isFalse();
    assertThat(finds(given, BOLA, "hello")).isTrue();
    assertThat(hits(given, BOLA, "hello").getFirst().getString("audience"))
        .isEqualTo("CIVIL_SOCIETY");
  }
}
