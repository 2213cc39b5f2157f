package org.caucus.views.search;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Matches the documents that a reader may read. Asked for together with words it leads where it is
 * the rarer, so that a search never walks through more than its reader may read: how often a word
 * stands in what is hidden from them is not told by the time it takes either.
 */
final class ReadableQuery extends Query {
  private final BitSet numbers;

  /** These, by their number. */
  ReadableQuery(BitSet numbers) {
    this.numbers = numbers;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        FixedBitSet documents = documents(context);
        BitSetIterator all = new BitSetIterator(documents, documents.cardinality());
        return ConstantScoreScorerSupplier.fromIterator(
            all, score(), mode, context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return false;
      }
    };
  }

  /** Every document is asked, no matter who reads it: that takes as long for everybody. */
  private FixedBitSet documents(LeafReaderContext context) throws IOException {
    FixedBitSet documents = new FixedBitSet(context.reader().maxDoc());
    NumericDocValues number = DocValues.getNumeric(context.reader(), SearchIndex.NUMBER);
    for (int d = number.nextDoc(); d != NumericDocValues.NO_MORE_DOCS; d = number.nextDoc()) {
      if (numbers.get((int) number.longValue())) {
        documents.set(d);
      }
    }
    return documents;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "readable";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
