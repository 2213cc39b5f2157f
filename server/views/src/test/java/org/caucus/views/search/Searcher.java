package org.caucus.views.search;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;

/** One workspace's index, asked as the API asks it. */
public final class Searcher implements AutoCloseable {
  /** Words that stand in everything, conditions that hold of much, and what is neither. */
  public static final List<String> EVERYTHING =
      List.of(
          "text",
          "title",
          "minutes",
          "after:2000",
          "list:coalition",
          "has:attachment",
          "-text",
          "-title -list:coalition");

  final SearchIndex index = new SearchIndex();

  /** The whole answer. */
  public JsonObject ask(Workspace state, SeatId seat, String question) {
    SearchQuery asked = SearchQuery.of(question);
    try (SearchIndex.View view = index.view(state, seat).orElseThrow()) {
      return SearchRoutes.page(state, seat, asked, SearchResults.of(view, asked), "", 50);
    }
  }

  /** A page, as the browser gets it. */
  public String page(Workspace state, SeatId seat, String question) {
    SearchQuery asked = SearchQuery.of(question);
    try (SearchIndex.View view = index.view(state, seat).orElseThrow()) {
      return SearchRoutes.page(state, seat, asked, SearchResults.of(view, asked), "", 20).encode();
    }
  }

  /** Bytes the index takes. */
  public long bytes() {
    return index.bytes();
  }

  /** Ids of what is found, newest first. */
  public List<String> found(Workspace state, SeatId seat, String question) {
    return hits(state, seat, question).map(h -> h.getJsonObject("ref").getString("id")).toList();
  }

  Stream<JsonObject> hits(Workspace state, SeatId seat, String question) {
    return ask(state, seat, question).getJsonArray("items").stream().map(JsonObject.class::cast);
  }

  /** Whether the first of these words find this thing. */
  public boolean finds(Workspace state, SeatId seat, String words, String id) {
    String question = String.join(" ", List.of(words.split(" ", -1)).subList(0, 2));
    return found(state, seat, question).contains(id);
  }

  @Override
  public void close() {
    index.close();
  }
}
