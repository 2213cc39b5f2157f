package org.caucus.workspace;

import java.util.Optional;
import org.caucus.command.Committed;
import org.caucus.command.Key;
import org.caucus.command.Refused;
import org.caucus.command.SeatId;
import org.caucus.trie.Trie;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** What was done under which key, so that a repeated command is answered and not done again. */
record Receipts(PMap<String, Receipt> byKey, PVector<String> order) {
  /** Newest keys remembered per workspace; at a thousand acts a day, three weeks. */
  static final int MAX_KEYS = 20_000;

  record Receipt(String fingerprint, Committed committed) {}

  static Receipts none() {
    return new Receipts(Trie.empty(), TreePVector.empty());
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
      throw Refused.invalid(
          "Idempotency-Key",
          "This key was used for another request. Make a new key for a new act.");
    }
    return Optional.of(receipt.committed());
  }

  Receipts plus(Commit commit, String thing) {
    Key key = commit.key();
    if (key == null) {
      return this;
    }
    String name = name(commit.seat(), key);
    Receipt receipt = new Receipt(key.fingerprint(), new Committed(commit.id(), thing));
    if (order.size() < MAX_KEYS) {
      return new Receipts(byKey.plus(name, receipt), order.plus(name));
    }
    return new Receipts(byKey.minus(order.get(0)).plus(name, receipt), order.minus(0).plus(name));
  }

  private static String name(@Nullable SeatId seat, Key key) {
    return (seat == null ? "" : seat.value()) + " " + key.value();
  }
}
