package org.caucus.platform.collections;

import java.util.List;
import java.util.Objects;

/**
 * Makes the nodes of many entries from the leaves up, so that no node is made twice: entries are
 * dealt out by five bits of their hash, and each heap again by the next five.
 */
final class TrieBuilder {
  private static final int BRANCHES = 1 << TrieNode.BITS;

  private final Object[] keys;
  private final Object[] values;
  private final int[] hashes;

  TrieBuilder(List<?> keys, List<?> values) {
    if (keys.size() != values.size()) {
      throw new IllegalArgumentException(keys.size() + " keys, " + values.size() + " values");
    }
    this.keys = keys.toArray();
    this.values = values.toArray();
    this.hashes = new int[this.keys.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = TrieNode.spread(this.keys[i]);
      Objects.requireNonNull(this.values[i]);
    }
  }

  TrieNode root() {
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    return node(order, 0, order.length, new int[order.length], 0);
  }

  /** The node of the entries at these places of {@code order}; {@code spare} is for dealing out. */
  private TrieNode node(int[] order, int from, int to, int[] spare, int shift) {
    if (shift >= TrieNode.DEEPEST || to - from <= 2) {
      return oneByOne(order, from, to, shift);
    }
    int[] ends = dealt(order, from, to, spare, shift);
    TrieNode.Draft draft = new TrieNode.Draft(Math.min(to - from, BRANCHES));
    int begin = from;
    for (int branch = 0; branch < BRANCHES; branch++) {
      int end = ends[branch];
      if (end - begin == 1) {
        draft.entry(branch, keys[spare[begin]], values[spare[begin]]);
      } else if (end - begin > 1) {
        draft.below(branch, node(spare, begin, end, order, shift + TrieNode.BITS));
      }
      begin = end;
    }
    return draft.node();
  }

  /** Puts them into {@code spare} branch by branch, as they came; where each branch ends there. */
  private int[] dealt(int[] order, int from, int to, int[] spare, int shift) {
    int[] next = new int[BRANCHES];
    for (int i = from; i < to; i++) {
      next[branch(order[i], shift)]++;
    }
    int sum = from;
    for (int branch = 0; branch < BRANCHES; branch++) {
      int size = next[branch];
      next[branch] = sum;
      sum += size;
    }
    for (int i = from; i < to; i++) {
      spare[next[branch(order[i], shift)]++] = order[i];
    }
    return next;
  }

  private int branch(int entry, int shift) {
    return (hashes[entry] >>> shift) & (BRANCHES - 1);
  }

  private TrieNode oneByOne(int[] order, int from, int to, int shift) {
    TrieNode node = TrieNode.EMPTY;
    for (int i = from; i < to; i++) {
      int entry = order[i];
      node = node.plus(keys[entry], values[entry], hashes[entry], shift);
    }
    return node;
  }
}
