package org.caucus.views.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Loading;
import org.caucus.kernel.SeatId;
import org.caucus.kernel.WorkspaceId;
import org.caucus.messaging.notifications.autoreply.MailFinder;
import org.caucus.views.stream.ActivityTitles;
import org.caucus.workspace.Workspace;

/** Answers a search that was asked for by mail: the same finding as that of the browser. */
public final class MailSearch implements MailFinder {
  private final SearchIndexes indexes;

  /** Answers from these indexes. */
  public MailSearch(SearchIndexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public Optional<Answer> find(WorkspaceId workspace, SeatId seat, String words) {
    SearchQuery question = SearchQuery.of(words);
    try {
      SearchIndexes.Sight sight = indexes.look(workspace, seat);
      try (SearchIndex.View view = sight.view()) {
        List<SearchResults.Hit> hits = SearchResults.of(view, question);
        List<Found> newest = new ArrayList<>();
        for (SearchResults.Hit hit : SearchResults.newest(hits, "", MOST)) {
          show(sight.state(), seat, question, hit).ifPresent(newest::add);
        }
        return Optional.of(new Answer(hits.size(), newest));
      }
    } catch (Loading later) {
      return Optional.empty();
    }
  }

  /** What cannot be read now is not among them, whatever was remembered. */
  private static Optional<Found> show(
      Workspace state, SeatId reader, SearchQuery question, SearchResults.Hit hit) {
    Optional<Scope> scope =
        MinutesOf.scope(state, hit.newest()).filter(s -> state.access().canRead(reader, s));
    Optional<SearchDocument> document = SearchDocument.of(state, hit.newest());
    if (scope.isEmpty() || document.isEmpty()) {
      return Optional.empty();
    }
    SearchDocument d = document.get();
    String snippet =
        Snippet.of(d.text(), question).stream()
            .map(Snippet.Part::text)
            .collect(Collectors.joining());
    return Optional.of(
        new Found(d.in(), scope.get(), ActivityTitles.of(state, d.in()), d.at(), snippet));
  }
}
