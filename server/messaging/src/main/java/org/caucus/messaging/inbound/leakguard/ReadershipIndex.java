package org.caucus.messaging.inbound.leakguard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the same people can read, in two generations. */
final class ReadershipIndex {
  private Generation young = new Generation();
  private @Nullable Generation old;

  private static final class Generation {
    final FingerprintTable fingerprints = new FingerprintTable();
    final List<QuoteIndex.Source> sources = new ArrayList<>();
  }

  /** Fingerprints; what one is made of counts where there are none yet. */
  int size() {
    return size(young) + (old == null ? 0 : size(old));
  }

  private static int size(Generation one) {
    return Math.max(FingerprintTable.FIRST_SIZE, one.fingerprints.size());
  }

  /** Whether there is an older generation. */
  boolean isDoubled() {
    return old != null;
  }

  void forgetOld() {
    old = null;
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
    TextFingerprint.of(words).forEach(f -> young.fingerprints.add(f, number));
    TextFingerprint.paragraphs(words, false).forEach(f -> young.fingerprints.add(f, number));
  }
}
