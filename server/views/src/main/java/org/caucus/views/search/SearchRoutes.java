package org.caucus.views.search;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.caucus.coalition.access.Item;
import org.caucus.coalition.access.Scope;
import org.caucus.coalition.entries.EntryPresenter;
import org.caucus.http.ApiRequest;
import org.caucus.http.ApiResponse;
import org.caucus.http.Operations;
import org.caucus.http.Routes;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.views.stream.ActivityTitles;
import org.caucus.workspace.Workspace;

/** {@code /search}: what this seat can read and looks for, newest first. */
public final class SearchRoutes implements Routes {
  /** Conversations of a page unless stated. */
  private static final int DEFAULT_LIMIT = 20;

  private final SearchIndexes indexes;

  /** Answers from these indexes. */
  public SearchRoutes(SearchIndexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public void mount(Operations operations) {
    operations.on("search", this::search);
  }

  private ApiResponse search(ApiRequest call) {
    SearchQuery question = SearchQuery.of(call.query("q").orElse(""));
    return ConstantTimeSearch.timed(() -> found(call, question));
  }

  private ApiResponse found(ApiRequest call, SearchQuery question) {
    SearchIndexes.Sight sight = indexes.look(call.workspace(), call.seat());
    try (SearchIndex.View view = sight.view()) {
      return ApiResponse.ok(
          page(
              sight.state(),
              call.seat(),
              question,
              SearchResults.of(view, question),
              call.query("before").orElse(""),
              call.query("limit", DEFAULT_LIMIT)));
    }
  }

  /** A page of hits; what cannot be read now is not among them, whatever was remembered. */
  static JsonObject page(
      Workspace state,
      SeatId reader,
      SearchQuery question,
      List<SearchResults.Hit> hits,
      String before,
      int limit) {
    List<SearchResults.Hit> next = SearchResults.newest(hits, before, limit + 1);
    List<SearchResults.Hit> shown = next.subList(0, Math.min(limit, next.size()));
    JsonArray items = new JsonArray();
    for (SearchResults.Hit hit : shown) {
      show(state, reader, question, hit).ifPresent(items::add);
    }
    JsonObject page = new JsonObject().put("items", items).put("found", hits.size());
    if (next.size() > limit) {
      page.put("next", shown.getLast().newest().toString());
    }
    return page;
  }

  private static Optional<JsonObject> show(
      Workspace state, SeatId reader, SearchQuery question, SearchResults.Hit hit) {
    Optional<Scope> scope =
        MinutesOf.scope(state, hit.newest()).filter(s -> state.access().canRead(reader, s));
    Optional<SearchDocument> document = SearchDocument.of(state, hit.newest());
    if (scope.isEmpty() || document.isEmpty()) {
      return Optional.empty();
    }
    SearchDocument d = document.get();
    JsonObject shown =
        new JsonObject()
            .put("ref", EntryPresenter.ref(d.ref()))
            .put("in", EntryPresenter.ref(d.in()))
            .put("title", ActivityTitles.of(state, d.in()))
            .put("at", d.at().toString())
            .put("matches", hit.matches())
            .put("audience", scope.get().audience().wire())
            .put("readers", state.access().count(scope.get()))
            .put("snippet", snippet(d.text(), question));
    if (!d.place().isEmpty()) {
      shown.put("place", d.place());
    }
    ActivityTitles.terms(state, d.in()).ifPresent(terms -> shown.put("attribution", terms.name()));
    MinutesOf.find(state, hit.newest())
        .ifPresentOrElse(
            m -> shown.put("seat", m.by().value()).put("minutes", true),
            () -> author(state, reader, d.ref(), shown));
    return Optional.of(shown);
  }

  private static void author(Workspace state, SeatId reader, Ref ref, JsonObject shown) {
    switch (ref.kind()) {
      case ENTRY ->
          state
              .entries()
              .find(ref.id())
              .ifPresent(
                  e -> {
                    shown.put("seat", e.seat().value());
                    state.stranger(e, reader).ifPresent(from -> shown.put("from", from));
                  });
      case ISSUE ->
          state.issues().find(ref.id()).ifPresent(i -> shown.put("seat", i.openedBy().value()));
      case UPDATE ->
          state
              .updates()
              .find(ref.id())
              .ifPresent(
                  u -> {
                    shown.put("seat", u.seat().value());
                    if (!u.stands()) {
                      shown.put("retracted", true);
                    }
                  });
      case POLL, REVIEW ->
          state.item(ref).map(Item::author).ifPresent(by -> shown.put("seat", by.value()));
      case ACTION ->
          state.actions().find(ref.id()).ifPresent(a -> shown.put("seat", a.plannedBy().value()));
      default -> {}
    }
  }

  private static JsonArray snippet(String text, SearchQuery question) {
    JsonArray parts = new JsonArray();
    for (Snippet.Part part : Snippet.of(text, question)) {
      JsonObject shown = new JsonObject().put("text", part.text());
      parts.add(part.marked() ? shown.put("found", true) : shown);
    }
    return parts;
  }
}
