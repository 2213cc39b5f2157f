package org.caucus.messaging.inbound.leakguard;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Which sources have which fingerprint: an open-addressed table in plain arrays, some 30 bytes a
 * fingerprint, for {@value #MAX} of them.
 */
final class FingerprintTable {
  /** Most that are kept; anyone who fills it begins another. */
  static final int MAX = 150_000;

  /** Places that an empty one has. */
  static final int FIRST_SIZE = 64;

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long[] keys = new long[FIRST_SIZE];

  /** The newest posting of each key, counted from 1; 0 where no key is. */
  private int[] heads = new int[FIRST_SIZE];

  private int[] sources = new int[FIRST_SIZE];
  private int[] older = new int[FIRST_SIZE];
  private int size;
  private int distinct;

  boolean full() {
    return size >= MAX;
  }

  int size() {
    return size;
  }

  void add(long key, int source) {
    if (distinct * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    if (heads[slot] == 0) {
      keys[slot] = key;
      distinct++;
    } else if (sources[heads[slot] - 1] == source) {
      return;
    }
    if (size == sources.length) {
      sources = Arrays.copyOf(sources, size * 2);
      older = Arrays.copyOf(older, size * 2);
    }
    sources[size] = source;
    older[size] = heads[slot];
    size++;
    heads[slot] = size;
  }

  /**
   * The sources with this fingerprint, the newest first, as long as more are wanted: the same words
   * may stand under everything that was ever said. False if no more are.
   */
  boolean each(long key, IntPredicate more) {
    for (int p = heads[slot(key)]; p != 0; p = older[p - 1]) {
      if (!more.test(sources[p - 1])) {
        return false;
      }
    }
    return true;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * GOLDEN) >>> 32) & mask;
    while (heads[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    keys = new long[oldKeys.length * 2];
    heads = new int[oldHeads.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldHeads[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
      }
    }
  }
}
