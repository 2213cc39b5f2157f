package org.caucus.views.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.entries.Channel;
import org.caucus.coalition.entries.EntryEvent;
import org.caucus.coalition.lists.ListEvent;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Given;
import org.caucus.workspace.Parties;
import org.junit.jupiter.api.Test;

/** How often a word stands in what is hidden makes a search no longer. */
class HiddenMatchesTest {
  private static Given says(Given given, String id, Audience audience) {
    return given.and(
        new EntryEvent.EntryPosted(
            id,
            Ref.to(Ref.Kind.THREAD, "t1"),
            null,
            Parties.AMINA,
            audience,
            "Another removal notice.",
            Channel.WEB,
            null));
  }

  /** Documents that a search goes through at most, as Lucene counts beforehand. */
  private static long goneThrough(Searcher searcher, Given given, SeatId seat, String question)
      throws IOException {
    try (SearchIndex.View view = searcher.index.view(given.state(), seat).orElseThrow()) {
      return goneThrough(
          view, SearchResults.query(SearchQuery.of(question), view.readable(), view.authors()));
    }
  }

  /** The same, of what is asked for to leave it out. */
  private static long leftOut(Searcher searcher, Given given, SeatId seat, String question)
      throws IOException {
    try (SearchIndex.View view = searcher.index.view(given.state(), seat).orElseThrow()) {
      BooleanQuery all =
          (BooleanQuery)
              SearchResults.query(SearchQuery.of(question), view.readable(), view.authors());
      return goneThrough(view, all.getClauses(BooleanClause.Occur.MUST_NOT).iterator().next());
    }
  }

  private static long goneThrough(SearchIndex.View view, Query asked) throws IOException {
    IndexSearcher lucene = new IndexSearcher(view.reader());
    Query query = lucene.rewrite(asked);
    Weight weight = lucene.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    long most = 0;
    for (LeafReaderContext leaf : view.reader().leaves()) {
      ScorerSupplier scorers = weight.scorerSupplier(leaf);
      most += scorers == null ? 0 : scorers.cost();
    }
    return most;
  }

  @Test
  void aSearchGoesThroughNoMoreThanItsReaderMayRead() throws IOException {
    Given given =
        Given.coalition()
            .and(
                new ListEvent.ThreadStarted(
                    "t1", "coalition", "Memo", Audience.everyone(), Parties.AMINA));
    given = says(given, "open", Audience.everyone());
    for (int i = 0; i < 300; i++) {
      given = says(given, "hidden" + i, Audience.civilSociety());
    }

    try (Searcher searcher = new Searcher()) {
      assertThat(searcher.found(given.state(), Parties.VERA, "notice")).containsExactly("open");
      assertThat(goneThrough(searcher, given, Parties.VERA, "notice")).isEqualTo(1);
      assertThat(goneThrough(searcher, given, Parties.VERA, "after:2000")).isEqualTo(1);
      assertThat(goneThrough(searcher, given, Parties.AMINA, "notice")).isGreaterThan(300);
      assertThat(searcher.found(given.state(), Parties.VERA, "memo -notice")).isEmpty();
      assertThat(leftOut(searcher, given, Parties.VERA, "memo -notice")).isEqualTo(1);
      assertThat(leftOut(searcher, given, Parties.AMINA, "memo -notice")).isGreaterThan(300);
    }
  }
}
