package org.caucus.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.caucus.kernel.Committed;
import org.caucus.kernel.IdempotencyKey;
import org.caucus.kernel.SeatId;
import org.caucus.platform.collections.PersistentMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * What was done under which key, so that a repeated command is answered and not done again. Each
 * seat's keys are counted apart: when one is forgotten tells a seat how much it did itself since,
 * and not how much others did that it cannot read (R8).
 *
 * @param bySeat under an empty name those of what no seat did, such as letters that wait
 */
record IdempotencyKeys(PMap<String, Own> bySeat) {
  /**
   * Newest keys remembered of one seat; anyone who repeats a command does so at once, or nearly.
   */
  static final int MAX_KEYS = 5_000;

  record Receipt(String fingerprint, Committed committed) {}

  static IdempotencyKeys none() {
    return new IdempotencyKeys(PersistentMap.empty());
  }

  /** What this key led to before. Refused if it was for something else. */
  Optional<Committed> find(@Nullable SeatId seat, @Nullable IdempotencyKey key) {
    if (key == null) {
      return Optional.empty();
    }
    Receipt receipt = of(name(seat)).byKey().get(key.value());
    if (receipt == null) {
      return Optional.empty();
    }
    if (!receipt.fingerprint().equals(key.fingerprint())) {
      throw IdempotencyKey.usedForAnother();
    }
    return Optional.of(receipt.committed());
  }

  private Own of(String name) {
    return bySeat.getOrDefault(name, Own.NOTHING);
  }

  private static String name(@Nullable SeatId seat) {
    return seat == null ? "" : seat.value();
  }

  /**
   * With what the commits from {@code first} on did.
   *
   * @param history all commits
   * @param things what each of those from {@code first} on made
   */
  IdempotencyKeys plus(List<Commit> history, int first, List<String> things) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = first; i < history.size(); i++) {
      if (history.get(i).key() != null) {
        places.computeIfAbsent(name(history.get(i).seat()), n -> new ArrayList<>()).add(i);
      }
    }
    PMap<String, Own> all = bySeat;
    for (Map.Entry<String, List<Integer>> one : places.entrySet()) {
      Own own = of(one.getKey()).plus(history, one.getValue(), i -> things.get(i - first));
      all = all.plus(one.getKey(), own);
    }
    return new IdempotencyKeys(all);
  }

  /**
   * With what this commit did; over the limit the oldest of its seat is forgotten.
   *
   * @param history the commits before it, and perhaps some after
   */
  IdempotencyKeys plus(Commit commit, String thing, List<Commit> history) {
    if (commit.key() == null) {
      return this;
    }
    String name = name(commit.seat());
    return new IdempotencyKeys(bySeat.plus(name, of(name).plus(commit, thing, history)));
  }

  private static PMap<String, Receipt> receipts(
      List<Commit> history, List<Integer> places, IntFunction<String> things) {
    List<String> keys = new ArrayList<>(places.size());
    List<Receipt> receipts = new ArrayList<>(places.size());
    for (int place : places) {
      keys.add(key(history.get(place)).value());
      receipts.add(receipt(history.get(place), things.apply(place)));
    }
    return PersistentMap.of(keys, receipts);
  }

  private static IdempotencyKey key(Commit commit) {
    return Objects.requireNonNull(commit.key());
  }

  private static Receipt receipt(Commit commit, String thing) {
    return new Receipt(key(commit).fingerprint(), new Committed(commit.id(), thing));
  }

  private static Own withoutOldest(Own all, @Nullable SeatId seat, List<Commit> history) {
    for (int i = all.from(); i < history.size(); i++) {
      Commit old = history.get(i);
      boolean own = old.key() != null && Objects.equals(old.seat(), seat);
      if (own && all.byKey().containsKey(key(old).value())) {
        return new Own(all.byKey().minus(key(old).value()), i + 1);
      }
    }
    return all;
  }

  /**
   * What one seat did.
   *
   * @param from index in the history before which no key of it is remembered
   */
  record Own(PMap<String, Receipt> byKey, int from) {
    private static final Own NOTHING = new Own(PersistentMap.empty(), 0);

    /**
     * With what its commits at these places did. Of many only the newest are looked at, since the
     * keys of the others would be forgotten again.
     */
    private Own plus(List<Commit> history, List<Integer> places, IntFunction<String> things) {
      int start = Math.max(0, places.size() - MAX_KEYS);
      if (byKey.isEmpty() || start > 0) {
        List<Integer> newest = places.subList(start, places.size());
        PMap<String, Receipt> receipts = receipts(history, newest, things);
        // fewer if a key was used twice: what is forgotten when is then left to the long way
        if (receipts.size() == newest.size()) {
          return new Own(receipts, start == 0 ? from : places.get(start - 1) + 1);
        }
      }
      Own all = this;
      for (int place : places) {
        all = all.plus(history.get(place), things.apply(place), history);
      }
      return all;
    }

    private Own plus(Commit commit, String thing, List<Commit> history) {
      Own rest = byKey.size() < MAX_KEYS ? this : withoutOldest(this, commit.seat(), history);
      return new Own(rest.byKey.plus(key(commit).value(), receipt(commit, thing)), rest.from);
    }
  }
}
