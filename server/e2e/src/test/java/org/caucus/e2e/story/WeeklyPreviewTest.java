package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a weekly letter would say today is asked for by its reader, and is what they may read. */
class WeeklyPreviewTest extends OnDemo {
  private static final String SECRET = "Our red lines before the call";

  private static JsonObject preview(Browser who, String which) {
    Browser.Reply shown = who.get(W + "/weekly/" + which);
    assertThat(shown.status()).as(shown.text()).isEqualTo(200);
    return shown.json();
  }

  @Test
  void eachSeesTheirOwnLetterAndNobodyElses() {
    JsonObject issue = new JsonObject().put("title", SECRET);
    amina.post(W + "/trackers/COP/issues", issue.put("audience", "CIVIL_SOCIETY")).id();

    JsonObject own = preview(amina, "activity");
    assertThat(own.getString("subject")).contains("in the week to");
    assertThat(own.getString("text"))
        .contains("opened “[COP-", SECRET + "”.", "/w/code-of-practice/issues/");
    assertThat(Instant.parse(own.getString("next"))).isAfter(Instant.now());
    assertThat(preview(dara, "activity").getString("text")).isNotEmpty().doesNotContain(SECRET);
    assertThat(preview(dara, "updates").encode()).doesNotContain(SECRET);
  }

  @Test
  void whoHasNoSeatIsAnsweredAsOfWhatDoesNotExist() {
    Browser stranger = new Browser(base);
    assertThat(stranger.get(W + "/weekly/activity").status()).isEqualTo(401);
    assertThat(amina.get("/api/workspaces/elsewhere/weekly/activity").status()).isEqualTo(404);
    assertThat(amina.get(W + "/weekly/monthly").status()).isEqualTo(404);
  }
}
