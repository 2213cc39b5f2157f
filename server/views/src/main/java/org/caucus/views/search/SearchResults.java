package org.caucus.views.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.caucus.kernel.Ref;
import org.caucus.views.search.analysis.TextAnalyzer;

/**
 * The documents that answer a question and that its reader may read, gathered by conversation.
 * Nothing is scored: how often a word stands in what a reader cannot read must not move what they
 * can.
 */
final class SearchResults {
  /**
   * A conversation in which something was found.
   *
   * @param newest the newest document of it that answers
   * @param matches how many do
   */
  record Hit(Ref newest, long at, int matches) {}

  /**
   * As many searches at a time as there are processors, in order. A search never waits for anything
   * else, and there are more carrier threads than processors: eight at once would share two
   * processors in slices, and each would take as long as all of them.
   */
  private static final Semaphore TURNS =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  private SearchResults() {}

  /** The newest first; those of one instant, as letters of an archive are, always in one order. */
  private static final Comparator<Hit> NEWEST_FIRST =
      Comparator.comparingLong(Hit::at).reversed().thenComparing(h -> h.newest().id());

  /**
   * The newest hits after one of them, in order.
   *
   * @param before the hit that the last page ended with, empty for the first page
   * @param limit how many at most
   */
  static List<Hit> newest(List<Hit> hits, String before, int limit) {
    if (before.isEmpty()) {
      return newest(hits.stream(), limit);
    }
    return hits.stream()
        .filter(h -> h.newest().toString().equals(before))
        .findFirst()
        .map(last -> newest(hits.stream().filter(h -> NEWEST_FIRST.compare(h, last) > 0), limit))
        .orElse(List.of());
  }

  /** Without sorting all: a common word stands in thousands of conversations. */
  private static List<Hit> newest(Stream<Hit> hits, int limit) {
    PriorityQueue<Hit> newest = new PriorityQueue<>(NEWEST_FIRST.reversed());
    hits.forEach(
        hit -> {
          if (newest.size() < limit) {
            newest.add(hit);
          } else if (limit > 0 && NEWEST_FIRST.compare(hit, newest.element()) < 0) {
            newest.remove();
            newest.add(hit);
          }
        });
    return newest.stream().sorted(NEWEST_FIRST).toList();
  }

  /** All hits, in no order. */
  static List<Hit> of(SearchIndex.View view, SearchQuery question) {
    Gathering gathering = new Gathering(view, question);
    TURNS.acquireUninterruptibly();
    try {
      IndexSearcher searcher = new IndexSearcher(view.reader());
      searcher.setQueryCache(null); // what one seat looked for is kept for nobody
      return searcher.search(query(question, view.readable(), view.authors()), new Once(gathering));
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be read", e);
    } finally {
      TURNS.release();
    }
  }

  /** One after the other: without helpers there is one collector. */
  private record Once(Gathering gathering) implements CollectorManager<Gathering, List<Hit>> {
    @Override
    public Gathering newCollector() {
      return gathering;
    }

    @Override
    public List<Hit> reduce(Collection<Gathering> all) {
      return gathering.hits();
    }
  }

  private static final class Gathering extends SimpleCollector {
    private final SearchIndex.Facts facts;
    private final SearchQuery question;
    private final long since;
    private final long until;
    private final Set<String> notIn;
    private int[] newest = new int[64];
    private int[] matches = new int[64];
    private int[] touched = new int[64];
    private int touchedCount;
    private NumericDocValues numbers = DocValues.emptyNumeric();

    Gathering(SearchIndex.View view, SearchQuery question) {
      this.facts = view.facts();
      this.question = question;
      this.since = question.since() == null ? Long.MIN_VALUE : question.since().toEpochMilli();
      this.notIn = Set.copyOf(question.not().places());
      this.until = question.until() == null ? Long.MAX_VALUE : question.until().toEpochMilli();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
      numbers = DocValues.getNumeric(context.reader(), SearchIndex.NUMBER);
    }

    @Override
    public void collect(int document) throws IOException {
      if (!numbers.advanceExact(document)) {
        return;
      }
      int number = (int) numbers.longValue();
      if (!fits(number)) {
        return;
      }
      int in = facts.in()[number];
      makeRoom(in);
      if (matches[in]++ == 0) {
        touched[touchedCount++] = in;
        newest[in] = number;
      } else if (isNewer(number, newest[in])) {
        newest[in] = number;
      }
    }

    /**
     * Of two of one instant, as letters of an archive are, always the same: where they stand in the
     * index follows from how it grew, also by what is hidden (R8).
     */
    private boolean isNewer(int one, int other) {
      int later = Long.compare(facts.at()[one], facts.at()[other]);
      return later > 0
          || (later == 0 && facts.ref()[one].id().compareTo(facts.ref()[other].id()) > 0);
    }

    /** By conversation: common words match thousands of documents, and a table of boxes is slow. */
    private void makeRoom(int conversation) {
      if (conversation >= matches.length) {
        int more = Math.max(conversation + 1, matches.length * 2);
        newest = Arrays.copyOf(newest, more);
        matches = Arrays.copyOf(matches, more);
      }
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, touchedCount * 2);
      }
    }

    private boolean fits(int number) {
      long at = facts.at()[number];
      return at >= since
          && at < until
          && (!question.attachment() || facts.attachment()[number])
          && !(question.not().attachment() && facts.attachment()[number])
          && (question.place() == null || question.place().equals(facts.place()[number]))
          && (notIn.isEmpty() || !notIn.contains(facts.place()[number]));
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }

    List<Hit> hits() {
      List<Hit> hits = new ArrayList<>(touchedCount);
      for (int i = 0; i < touchedCount; i++) {
        int number = newest[touched[i]];
        hits.add(new Hit(facts.ref()[number], facts.at()[number], matches[touched[i]]));
      }
      return hits;
    }
  }

  /**
   * Of what may be read, before anything else is asked.
   *
   * @param authors the field in which authors are looked for
   */
  static Query query(SearchQuery question, BitSet readable, String authors) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    question.words().forEach(w -> all.add(word(w), BooleanClause.Occur.MUST));
    question
        .phrases()
        .forEach(p -> all.add(exactly(TextAnalyzer.EXACT, p), BooleanClause.Occur.MUST));
    question.from().forEach(f -> all.add(exactly(authors, f), BooleanClause.Occur.MUST));
    all.add(new ReadableQuery(readable), BooleanClause.Occur.FILTER);
    if (question.not().isSaid()) {
      all.add(not(question.not(), readable, authors), BooleanClause.Occur.MUST_NOT);
    }
    return all.build();
  }

  /**
   * What is not looked for, of what may be read: else a search would go through all that it leaves
   * out, and take the longer the more of that is hidden.
   */
  private static Query not(SearchQuery.Not not, BitSet readable, String authors) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    not.words().forEach(w -> any.add(word(w), BooleanClause.Occur.SHOULD));
    not.phrases().forEach(p -> any.add(exactly(TextAnalyzer.EXACT, p), BooleanClause.Occur.SHOULD));
    not.from().forEach(f -> any.add(exactly(authors, f), BooleanClause.Occur.SHOULD));
    return new BooleanQuery.Builder()
        .add(any.build(), BooleanClause.Occur.MUST)
        .add(new ReadableQuery(readable), BooleanClause.Occur.FILTER)
        .build();
  }

  /** As written, or in a form of it in any of the languages. */
  private static Query word(String word) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(exactly(TextAnalyzer.EXACT, word), BooleanClause.Occur.SHOULD);
    for (TextAnalyzer.Language language : TextAnalyzer.Language.values()) {
      List<String> stems = TextAnalyzer.of(language.field(), word, 2);
      if (stems.size() == 1) {
        any.add(
            new TermQuery(new Term(language.field(), stems.getFirst())),
            BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }

  private static Query exactly(String field, String text) {
    List<String> words = TextAnalyzer.of(field, text, SearchQuery.MAX_PHRASE_WORDS);
    return words.size() == 1
        ? new TermQuery(new Term(field, words.getFirst()))
        : new PhraseQuery(field, words.toArray(String[]::new));
  }
}
