package org.caucus.e2e.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Long lists come in pages; together they are the whole, and a page tells of nothing hidden. */
@Tag("slow")
class PagesTest extends OnDemo {
  private static JsonArray together(Browser who, String path, String field, int limit) {
    JsonArray all = new JsonArray();
    String before = "";
    do {
      JsonObject page = who.get(path + "?limit=" + limit + before).json();
      JsonArray items = page.getJsonArray(field);
      assertThat(items.size()).isLessThanOrEqualTo(limit);
      all.addAll(items);
      String next = page.getString("next");
      before = next == null ? "" : "&before=" + next;
      assertThat(next == null || next.equals(items.getJsonObject(items.size() - 1).getString("id")))
          .as("what a page goes on with is what it ends with: of nothing hidden")
          .isTrue();
    } while (!before.isEmpty());
    return all;
  }

  private void isWhole(String path, String field) {
    for (Browser who : List.of(amina, dara)) {
      JsonArray whole = who.get(path).json().getJsonArray(field);
      assertThat(whole.size()).as(path).isGreaterThan(1);
      for (int limit : new int[] {1, 2, whole.size(), whole.size() + 1}) {
        assertThat(together(who, path, field, limit)).as(path + " by " + limit).isEqualTo(whole);
      }
    }
  }

  @Test
  void pagesOfIssuesAndActionsAreTheWhole() {
    isWhole(W + "/trackers/COP/issues", "items");
    isWhole(W + "/actions", "items");
  }

  @Test
  void pagesOfAThreadAreTheWhole() {
    String thread =
        amina.get(W + "/lists/coalition/threads").json().getJsonArray("items").stream()
            .map(JsonObject.class::cast)
            .filter(t -> t.getInteger("entries") > 1)
            .findFirst()
            .orElseThrow()
            .getString("id");
    JsonArray whole = amina.get(W + "/threads/" + thread).json().getJsonArray("entries");
    assertThat(together(amina, W + "/threads/" + thread, "entries", 1)).isEqualTo(whole);
  }

  /** Amina comments for all and, every third time, for civil society alone. */
  private JsonArray commented(String path) {
    for (int i = 1; i <= 7; i++) {
      JsonObject entry = new JsonObject().put("text", "Comment " + i);
      if (i % 3 == 0) {
        entry.put("audience", "CIVIL_SOCIETY");
      }
      assertThat(amina.post(path + "/entries", entry).status()).isEqualTo(201);
    }
    return amina.get(path).json().getJsonArray("entries");
  }

  @Test
  void commentsComeWithTheLastFirstAndTellNothingOfWhatIsHidden() {
    for (String kind : List.of("trackers/COP/issues", "updates", "actions")) {
      String id =
          dara.get(W + "/" + kind).json().getJsonArray("items").stream()
              .map(i -> (JsonObject) i)
              .filter(i -> i.getString("audience").equals("EVERYONE"))
              .map(i -> i.getString("id"))
              .findFirst()
              .orElseThrow();
      String path = W + "/" + kind.replaceAll("^.*/", "") + "/" + id;
      JsonArray whole = commented(path);
      JsonArray theirs = dara.get(path).json().getJsonArray("entries");
      assertThat(theirs.size()).isLessThan(whole.size());
      for (int limit : new int[] {1, 2, whole.size(), 500}) {
        assertThat(backwards(amina, path, limit)).as(path + " by " + limit).isEqualTo(whole);
        assertThat(backwards(dara, path, limit)).as(path + " by " + limit).isEqualTo(theirs);
      }
      String hidden =
          whole.stream()
              .filter(e -> !theirs.contains(e))
              .map(e -> ((JsonObject) e).getString("id"))
              .findFirst()
              .orElseThrow();
      assertThat(dara.get(path + "?limit=2&before=" + hidden).json())
          .isEqualTo(dara.get(path + "?limit=2&before=none").json());
      assertThat(amina.get(path + "?limit=501").status()).isEqualTo(400);
    }
  }

  private static JsonArray backwards(Browser who, String path, int limit) {
    JsonArray all = new JsonArray();
    String before = "";
    do {
      JsonObject page = who.get(path + "?limit=" + limit + before).json();
      JsonArray items = page.getJsonArray("entries");
      assertThat(items.size()).isBetween(1, limit);
      all = new JsonArray(items.getList()).addAll(all);
      String next = page.getString("next");
      assertThat(next == null || next.equals(items.getJsonObject(0).getString("id"))).isTrue();
      before = next == null ? "" : "&before=" + next;
    } while (!before.isEmpty());
    return all;
  }

  @Test
  void whatCannotBeReadIsNoPlaceToGoOnFrom() {
    String path = W + "/trackers/COP/issues";
    JsonArray hers = amina.get(path).json().getJsonArray("items");
    JsonArray theirs = dara.get(path).json().getJsonArray("items");
    String hidden =
        hers.stream()
            .map(i -> ((JsonObject) i).getString("id"))
            .filter(
                id -> theirs.stream().noneMatch(t -> ((JsonObject) t).getString("id").equals(id)))
            .findFirst()
            .orElseThrow();
    assertThat(dara.get(path + "?limit=1&before=" + hidden).text())
        .isEqualTo(dara.get(path + "?limit=1&before=" + "x".repeat(hidden.length())).text());
  }
}
