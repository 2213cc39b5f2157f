package org.caucus.e2e.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Search over HTTP, as members of the demo use it. */
@Tag("slow")
class SearchStoryTest extends OnDemo {
  private static Browser.Reply ask(Browser who, String q, String more) {
    return who.get(W + "/search?q=" + URLEncoder.encode(q, UTF_8) + more);
  }

  private static List<String> titles(Browser who, String q) {
    return titles(ask(who, q, "").json());
  }

  private static List<String> titles(JsonObject page) {
    return page.getJsonArray("items").stream()
        .map(i -> ((JsonObject) i).getString("title"))
        .toList();
  }

  private static JsonObject thread(String subject, String text) {
    return new JsonObject().put("subject", subject).put("text", text);
  }

  @Test
  void whatWasJustSaidIsFoundByThoseWhoCanReadIt() {
    amina.post(W + "/lists/coalition/threads", thread("Open", "A xylophone for all")).id();
    amina.post(W + "/lists/civil/threads", thread("Among us", "The xylophones stay here")).id();

    assertThat(titles(amina, "xylophone")).containsExactly("Among us", "Open");
    assertThat(titles(dara, "xylophone")).containsExactly("Open");
    assertThat(ask(dara, "\"xylophones stay\"", "").text())
        .isEqualTo(ask(dara, "\"xylophones fly\"", "").text());
    assertThat(ask(dara, "xylophone", "").text()).doesNotContain("Among us", "stay");
  }

  @Test
  void noSearchIsSooner() {
    amina.post(W + "/lists/civil/threads", thread("Among us", "A quagga grazes here")).id();
    assertThat(titles(amina, "quagga")).containsExactly("Among us");
    long quickest = Long.MAX_VALUE;
    for (int i = 0; i < 60; i++) {
      for (String word : List.of("quagga", "unheardof")) {
        long began = System.nanoTime();
        assertThat(titles(dara, word)).isEmpty();
        quickest = Math.min(quickest, System.nanoTime() - began);
      }
    }

    assertThat(Duration.ofNanos(quickest)).isGreaterThanOrEqualTo(Duration.ofMillis(5));
  }

  @Test
  void pagesGoOnWhereTheyEnded() {
    for (int i = 0; i < 5; i++) {
      amina.post(W + "/lists/coalition/threads", thread("Part " + i, "zeppelin " + i)).id();
    }
    JsonObject first = ask(dara, "zeppelin", "&limit=2").json();
    JsonObject second = ask(dara, "zeppelin", "&limit=2&before=" + first.getString("next")).json();
    JsonObject third = ask(dara, "zeppelin", "&limit=2&before=" + second.getString("next")).json();

    assertThat(first.getInteger("found")).isEqualTo(5);
    assertThat(List.of(first, second, third))
        .flatExtracting(SearchStoryTest::titles)
        .containsExactly("Part 4", "Part 3", "Part 2", "Part 1", "Part 0");
    assertThat(third.containsKey("next")).isFalse();
  }

  @Test
  void whatCannotBeAskedIsSaidAndWhoHasNoSeatLearnsNothing() {
    assertThat(ask(amina, "before:soon", "").status()).isEqualTo(400);
    assertThat(ask(amina, "before:soon", "").json().getString("field")).isEqualTo("q");
    assertThat(ask(amina, "x".repeat(301), "").json().getString("detail")).contains("300");
    assertThat(amina.get(W + "/search").status()).isBetween(400, 422);
    assertThat(ask(amina, "x", "&limit=51").status()).isBetween(400, 422);
    assertThat(amina.get("/api/workspaces/nowhere/search?q=x").status()).isEqualTo(404);
  }
}
