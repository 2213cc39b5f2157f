package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.FeedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One filter finds the same actions over the API, in both feeds and in the calendar. */
@Tag("slow")
class FilteredActionsTest extends FeedsOnDemo {
  private static final String ACTIONS = W + "/actions";

  private void planned(String kind, String title, JsonObject more) {
    JsonObject action =
        new JsonObject()
            .put("kind", kind)
            .put("title", title)
            .put("zone", "Africa/Lagos")
            .put("startsAt", "2026-12-21T10:00:00+01:00");
    assertThat(amina.post(ACTIONS, action.mergeIn(more)).status()).isEqualTo(201);
  }

  private static String q(String filter) {
    return "q=" + URLEncoder.encode(filter, UTF_8);
  }

  private static List<String> titles(Browser.Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().getJsonArray("items").stream()
        .map(item -> ((JsonObject) item).getString("title"))
        .sorted()
        .toList();
  }

  @Test
  void theSameIsFoundByTheApiTheFeedsAndTheCalendarAsFarAsItIsRead() throws FeedException {
    JsonObject asked = new JsonObject().put("organisations", JsonArray.of("brightline"));
    planned("CALL", "Sieved call", asked);
    planned("CALL", "Sieved call among us", new JsonObject().put("audience", "CIVIL_SOCIETY"));
    planned("TASK", "Sieved task", new JsonObject());
    String calls = q("kind:event state:planned sieved");
    JsonObject mine = make(amina);
    JsonObject daras = make(dara);

    assertThat(titles(amina.get(ACTIONS + "?" + calls)))
        .containsExactly("Sieved call", "Sieved call among us");
    assertThat(titles(dara.get(ACTIONS + "?" + calls))).containsExactly("Sieved call");
    assertThat(titles(narrowed(mine.getString("actionsJson"), calls))).hasSize(2);
    assertThat(parsed(narrowed(daras.getString("actionsAtom"), calls)).getEntries()).hasSize(1);
    assertThat(narrowed(mine.getString("calendar"), calls).text())
        .contains("SUMMARY:Sieved call", "SUMMARY:Sieved call among us")
        .doesNotContain("Sieved task");
    assertThat(narrowed(daras.getString("calendar"), calls).text())
        .contains("SUMMARY:Sieved call")
        .doesNotContain("among us");
    // what is asked of one's own organisation is asked by its own seat
    assertThat(titles(dara.get(ACTIONS + "?" + q("is:unanswered sieved"))))
        .containsExactly("Sieved call");
    assertThat(titles(amina.get(ACTIONS + "?" + q("is:unanswered sieved")))).isEmpty();
    assertThat(titles(amina.get(ACTIONS + "?" + q("sieved") + "&state=DONE"))).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsNamedEverywhereAndShowsNothing() {
    planned("CALL", "Never shown by mistake", new JsonObject());
    JsonObject made = make(amina);

    Browser.Reply api = amina.get(ACTIONS + "?" + q("kidn:call"));

    assertThat(api.status()).isEqualTo(400);
    assertThat(api.text()).contains("\\\"kidn:call\\\" is not understood", "\"field\":\"q\"");
    for (String form : List.of("actionsAtom", "actionsJson", "calendar")) {
      Browser.Reply fed = narrowed(made.getString(form), q("kidn:call"));
      assertThat(fed.status()).isEqualTo(400);
      assertThat(fed.text())
          .startsWith(
              "\"kidn:call\" is not understood, because the key \"kidn\" is not known. Use one of"
                  + " these: kind")
          .doesNotContain("Never shown");
      assertThat(narrowed(made.getString(form), q("a ".repeat(600))).status()).isEqualTo(400);
    }
    assertThat(amina.get(ACTIONS + "?" + q("a ".repeat(31))).status()).isEqualTo(400);
  }

  @Test
  void whereMailHoldsNoWordsAFilterFindsNoActions() {
    planned("CALL", "Wordless call", new JsonObject());
    JsonObject made = make(amina);
    contentOfMail("ALL");
    try {
      assertThat(titles(narrowed(made.getString("actionsJson"), q("wordless")))).isEmpty();
      assertThat(narrowed(made.getString("calendar"), q("wordless")).text())
          .doesNotContain("VEVENT");
    } finally {
      contentOfMail("OFF");
    }
    assertThat(titles(narrowed(made.getString("actionsJson"), q("wordless")))).hasSize(1);
    assertThat(narrowed(made.getString("calendar"), q("wordless")).text()).contains("VEVENT");
  }
}
