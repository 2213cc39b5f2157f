package org.caucus.workspace;

import java.util.List;
import java.util.Optional;
import org.caucus.command.Committed;
import org.caucus.command.Key;
import org.caucus.command.SeatId;
import org.caucus.trie.Trie;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * What was done under which key, so that a repeated command is answered and not done again.
 *
 * @param from index in the history before which no key is remembered
 */
record Receipts(PMap<String, Receipt> byKey, int from) {
  /** Newest keys remembered per workspace; at a thousand acts a day, three weeks. */
  static final int MAX_KEYS = 20_000;

  record Receipt(String fingerprint, Committed committed) {}

  static Receipts none() {
    return new Receipts(Trie.empty(), 0);
  }

  /** What this key led to before. Refused if it was for something else. */
  Optional<Committed> find(@Nullable SeatId seat, @Nullable Key key) {
    if (key == null) {
      return Optional.empty();
    }
    Receipt receipt = byKey.get(name(seat, key));
    if (receipt == null) {
      return Optional.empty();
    }
    if (!receipt.fingerprint().equals(key.fingerprint())) {
      throw Key.usedForAnother();
    }
    return Optional.of(receipt.committed());
  }

  /**
   * With what the commits from {@code first} on did. Of many only the newest are looked at, since
   * the keys of the others would be forgotten again.
   *
   * @param history all commits
   * @param things what each of those from {@code first} on made
   */
  Receipts plus(List<Commit> history, int first, List<String> things) {
    int start = firstRemembered(history, first);
    if (start > first) {
      Receipts newest = new Receipts(Trie.empty(), start).plusEach(history, first, start, things);
      // fewer if a key was used twice: what is forgotten when is then left to the long way
      if (newest.byKey.size() == MAX_KEYS) {
        return newest;
      }
    }
    return plusEach(history, first, first, things);
  }

  /**
   * Where the newest keys begin, of as many as are remembered; {@code first} if that is earlier.
   */
  private static int firstRemembered(List<Commit> history, int first) {
    int keys = 0;
    for (int i = history.size() - 1; i >= first; i--) {
      if (history.get(i).key() != null && ++keys > MAX_KEYS) {
        return i + 1;
      }
    }
    return first;
  }

  private Receipts plusEach(List<Commit> history, int first, int start, List<String> things) {
    Receipts all = this;
    for (int i = start; i < history.size(); i++) {
      all = all.plus(history.get(i), things.get(i - first), history);
    }
    return all;
  }

  /**
   * With what this commit did; over the limit the oldest is forgotten.
   *
   * @param history the commits before it, and perhaps some after
   */
  Receipts plus(Commit commit, String thing, List<Commit> history) {
    Key key = commit.key();
    if (key == null) {
      return this;
    }
    Receipt receipt = new Receipt(key.fingerprint(), new Committed(commit.id(), thing));
    Receipts rest = byKey.size() < MAX_KEYS ? this : withoutOldest(history);
    return new Receipts(rest.byKey.plus(name(commit.seat(), key), receipt), rest.from);
  }

  private Receipts withoutOldest(List<Commit> history) {
    for (int i = from; i < history.size(); i++) {
      Commit old = history.get(i);
      String name = old.key() == null ? null : name(old.seat(), old.key());
      if (name != null && byKey.containsKey(name)) {
        return new Receipts(byKey.minus(name), i + 1);
      }
    }
    return this;
  }

  private static String name(@Nullable SeatId seat, Key key) {
    return (seat == null ? "" : seat.value()) + " " + key.value();
  }
}
