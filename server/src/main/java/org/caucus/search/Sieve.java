package org.caucus.search;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.members.Scope;
import org.caucus.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Which documents each class of readers may read, by their number. Made by asking for each document
 * the one question that guards every door; kept as long as no commit changes who reads what was
 * said before, and only asked on for what is new.
 */
final class Sieve {
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

  /** Documents up to a number that may be read. */
  private record Passed(BitSet readable, int upTo) {}

  /** Who reads what may be different from now on. */
  void forget() {
    classes.clear();
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
    if (before != null && before.upTo() == documents.size()) {
      return before.readable();
    }
    BitSet readable = before == null ? new BitSet() : (BitSet) before.readable().clone();
    Predicate<Scope> reads = state.access().asked(reader);
    for (int i = before == null ? 0 : before.upTo(); i < documents.size(); i++) {
      if (state.scopeOf(documents.get(i)).filter(reads).isPresent()) {
        readable.set(i);
      }
    }
    classes.put(name, new Passed(readable, documents.size()));
    return readable;
  }
}
