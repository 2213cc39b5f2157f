package org.caucus.views.search;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.caucus.coalition.access.Scope;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Which documents each class of readers may read, by their number. Made by asking for each document
 * the one question that guards every door; kept as long as no commit changes who reads what was
 * said before, and only asked on for what is new, and again for what may be read by others now.
 */
final class VisibilityBitmap {
  /** Most classes that are remembered, the last used. */
  static final int MAX_CLASSES = 200;

  private final Map<String, Passed> classes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Passed> eldest) {
          return size() > MAX_CLASSES;
        }
      };

  /**
   * Documents up to a number that may be read.
   *
   * @param doubtful those of which it is to be asked again
   */
  private record Passed(BitSet readable, int upTo, BitSet doubtful) {
    private Passed doubting(BitSet more) {
      BitSet all = (BitSet) doubtful.clone();
      all.or(more);
      return new Passed(readable, upTo, all);
    }
  }

  /** Who reads what may be different from now on. */
  void forget() {
    classes.clear();
  }

  /**
   * Who reads these may be different from now on. To ask of all others too would take long enough
   * to tell anyone who searches next that some audience was changed, which they may not read.
   */
  void doubt(BitSet numbers) {
    classes.replaceAll((name, passed) -> passed.doubting(numbers));
  }

  /**
   * The documents this seat may read in this state. Nobody changes the answer later.
   *
   * @param documents by number, all of them
   */
  BitSet of(Workspace state, SeatId reader, List<Ref> documents) {
    if (!state.access().isHere(reader)) {
      return new BitSet();
    }
    String name = state.readerClass(reader);
    @Nullable Passed before = classes.get(name);
    if (before != null && before.upTo() == documents.size() && before.doubtful().isEmpty()) {
      return before.readable();
    }
    BitSet readable = before == null ? new BitSet() : (BitSet) before.readable().clone();
    Predicate<Scope> reads = state.access().asked(reader);
    BitSet asked = before == null ? new BitSet() : (BitSet) before.doubtful().clone();
    asked.set(before == null ? 0 : before.upTo(), documents.size());
    for (int i = asked.nextSetBit(0); i >= 0; i = asked.nextSetBit(i + 1)) {
      readable.set(i, MinutesOf.scope(state, documents.get(i)).filter(reads).isPresent());
    }
    classes.put(name, new Passed(readable, documents.size(), new BitSet()));
    return readable;
  }
}
