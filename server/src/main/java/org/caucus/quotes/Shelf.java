package org.caucus.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the same people can read, in two generations. */
final class Shelf {
  private Generation young = new Generation();
  private @Nullable Generation old;

  private static final class Generation {
    final Fingerprints fingerprints = new Fingerprints();
    final List<QuoteIndex.Source> sources = new ArrayList<>();
  }

  int size() {
    return young.fingerprints.size() + (old == null ? 0 : old.fingerprints.size());
  }

  /** False if no more are wanted. */
  boolean each(long fingerprint, Predicate<QuoteIndex.Source> more) {
    boolean further = young.fingerprints.each(fingerprint, s -> more.test(young.sources.get(s)));
    Generation before = old;
    return further
        && (before == null
            || before.fingerprints.each(fingerprint, s -> more.test(before.sources.get(s))));
  }

  void add(QuoteIndex.Source source, String words) {
    if (young.fingerprints.full()) {
      old = young;
      young = new Generation();
    }
    int number = young.sources.size();
    young.sources.add(source);
    Shingles.of(words).forEach(f -> young.fingerprints.add(f, number));
    Shingles.paragraphs(words, false).forEach(f -> young.fingerprints.add(f, number));
  }
}
