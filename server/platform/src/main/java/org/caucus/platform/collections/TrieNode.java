package org.caucus.platform.collections;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One level of a {@link PersistentMap}: entries first, then, from the end backwards, the nodes
 * below. A bit of {@code entryBits} or {@code nodeBits} stands for five bits of a hash. Below the
 * last level lie entries whose hashes are the same; there the bits mean nothing.
 */
final class TrieNode {
  /** Bits of a hash that a level looks at. */
  static final int BITS = 5;

  /** Bits of all levels. */
  static final int DEEPEST = 35;

  static final TrieNode EMPTY = new TrieNode(0, 0, new Object[0], 0);

  private final int entryBits;
  private final int nodeBits;
  private final Object[] slots;

  /** Entries in this node and below. */
  final int count;

  private TrieNode(int entryBits, int nodeBits, Object[] slots, int count) {
    this.entryBits = entryBits;
    this.nodeBits = nodeBits;
    this.slots = slots;
    this.count = count;
  }

  /**
   * A key's hash with its upper half brought down, as in HashMap: many hashes differ only there.
   */
  static int spread(Object key) {
    int hash = key.hashCode();
    return hash ^ (hash >>> 16);
  }

  private static int bit(int hash, int shift) {
    return 1 << ((hash >>> shift) & 31);
  }

  private static int before(int bits, int bit) {
    return Integer.bitCount(bits & (bit - 1));
  }

  private int slotOf(int bit) {
    return 2 * before(entryBits, bit);
  }

  private int slotOfNode(int bit) {
    return slots.length - 1 - before(nodeBits, bit);
  }

  int entries() {
    return (slots.length - Integer.bitCount(nodeBits)) / 2;
  }

  Object key(int entry) {
    return slots[2 * entry];
  }

  Object value(int entry) {
    return slots[2 * entry + 1];
  }

  /** A bit for each branch that has something; none where all entries are of one hash. */
  int branches() {
    return entryBits | nodeBits;
  }

  /** The entry in this branch; -1 if there is a node below. */
  int entryIn(int bit) {
    return (entryBits & bit) == 0 ? -1 : before(entryBits, bit);
  }

  TrieNode below(int bit) {
    return (TrieNode) slots[slotOfNode(bit)];
  }

  @Nullable Object get(Object key, int hash, int shift) {
    TrieNode node = this;
    for (int s = shift; s < DEEPEST; s += BITS) {
      int bit = bit(hash, s);
      if ((node.entryBits & bit) != 0) {
        int slot = node.slotOf(bit);
        return node.slots[slot].equals(key) ? node.slots[slot + 1] : null;
      }
      if ((node.nodeBits & bit) == 0) {
        return null;
      }
      node = (TrieNode) node.slots[node.slotOfNode(bit)];
    }
    int slot = node.find(key);
    return slot < 0 ? null : node.slots[slot + 1];
  }

  /** The key's slot among entries of one hash; -1 if it is not there. */
  private int find(Object key) {
    for (int slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot].equals(key)) {
        return slot;
      }
    }
    return -1;
  }

  TrieNode plus(Object key, Object value, int hash, int shift) {
    if (shift >= DEEPEST) {
      int slot = find(key);
      return slot < 0 ? inserted(0, slots.length, key, value) : replaced(slot, value);
    }
    int bit = bit(hash, shift);
    if ((nodeBits & bit) != 0) {
      int slot = slotOfNode(bit);
      TrieNode child = (TrieNode) slots[slot];
      TrieNode changed = child.plus(key, value, hash, shift + BITS);
      return changed == child ? this : with(slot, changed, count + changed.count - child.count);
    }
    int slot = slotOf(bit);
    if ((entryBits & bit) == 0) {
      return inserted(bit, slot, key, value);
    }
    return slots[slot].equals(key)
        ? replaced(slot, value)
        : pushedDown(bit, slot, key, value, hash, shift);
  }

  private TrieNode replaced(int slot, Object value) {
    return slots[slot + 1] == value ? this : with(slot + 1, value, count);
  }

  private TrieNode with(int slot, Object changed, int newCount) {
    Object[] copy = slots.clone();
    copy[slot] = changed;
    return new TrieNode(entryBits, nodeBits, copy, newCount);
  }

  private TrieNode inserted(int bit, int slot, Object key, Object value) {
    Object[] more = new Object[slots.length + 2];
    System.arraycopy(slots, 0, more, 0, slot);
    more[slot] = key;
    more[slot + 1] = value;
    System.arraycopy(slots, slot, more, slot + 2, slots.length - slot);
    return new TrieNode(entryBits | bit, nodeBits, more, count + 1);
  }

  /** Two keys meet in one place: both go into a node below. */
  private TrieNode pushedDown(int bit, int slot, Object key, Object value, int hash, int shift) {
    TrieNode below =
        EMPTY
            .plus(slots[slot], slots[slot + 1], spread(slots[slot]), shift + BITS)
            .plus(key, value, hash, shift + BITS);
    Object[] fewer = without(slot, 1);
    // the entry's two slots became the node's one, counted from the end
    int at = fewer.length - 1 - before(nodeBits, bit);
    System.arraycopy(slots, slot + 2, fewer, slot, at - slot);
    fewer[at] = below;
    System.arraycopy(slots, at + 2, fewer, at + 1, slots.length - at - 2);
    return new TrieNode(entryBits & ~bit, nodeBits | bit, fewer, count + 1);
  }

  private Object[] without(int slot, int left) {
    Object[] fewer = new Object[slots.length - 2 + left];
    System.arraycopy(slots, 0, fewer, 0, slot);
    return fewer;
  }

  TrieNode minus(Object key, int hash, int shift) {
    if (shift >= DEEPEST) {
      int slot = find(key);
      return slot < 0 ? this : removed(0, slot);
    }
    int bit = bit(hash, shift);
    if ((entryBits & bit) != 0) {
      int slot = slotOf(bit);
      return slots[slot].equals(key) ? removed(bit, slot) : this;
    }
    if ((nodeBits & bit) == 0) {
      return this;
    }
    int slot = slotOfNode(bit);
    TrieNode child = (TrieNode) slots[slot];
    TrieNode changed = child.minus(key, hash, shift + BITS);
    if (changed == child) {
      return this;
    }
    return changed.count == 1 ? pulledUp(bit, slot, changed) : with(slot, changed, count - 1);
  }

  private TrieNode removed(int bit, int slot) {
    Object[] fewer = without(slot, 0);
    System.arraycopy(slots, slot + 2, fewer, slot, fewer.length - slot);
    return new TrieNode(entryBits & ~bit, nodeBits, fewer, count - 1);
  }

  /** One entry is left below: it takes the node's place here. */
  private TrieNode pulledUp(int bit, int slot, TrieNode child) {
    int at = slotOf(bit);
    Object[] more = new Object[slots.length + 1];
    System.arraycopy(slots, 0, more, 0, at);
    more[at] = child.slots[0];
    more[at + 1] = child.slots[1];
    System.arraycopy(slots, at, more, at + 2, slot - at);
    System.arraycopy(slots, slot + 1, more, slot + 2, slots.length - slot - 1);
    return new TrieNode(entryBits | bit, nodeBits & ~bit, more, count - 1);
  }

  /** A node in the making: branches come in their order. */
  static final class Draft {
    private final Object[] entries;
    private final Object[] nodes;
    private int entryBits;
    private int nodeBits;
    private int count;

    /**
     * @param branches most that will come
     */
    Draft(int branches) {
      this.entries = new Object[2 * branches];
      this.nodes = new Object[branches];
    }

    void entry(int branch, Object key, Object value) {
      int slot = 2 * Integer.bitCount(entryBits);
      entries[slot] = key;
      entries[slot + 1] = value;
      entryBits |= 1 << branch;
      count++;
    }

    /** A node below, or its entry in its stead if it has only one. */
    void below(int branch, TrieNode node) {
      if (node.count == 1) {
        entry(branch, node.key(0), node.value(0));
        return;
      }
      nodes[Integer.bitCount(nodeBits)] = node;
      nodeBits |= 1 << branch;
      count += node.count;
    }

    TrieNode node() {
      int values = 2 * Integer.bitCount(entryBits);
      int below = Integer.bitCount(nodeBits);
      Object[] slots = Arrays.copyOf(entries, values + below);
      for (int i = 0; i < below; i++) {
        slots[slots.length - 1 - i] = nodes[i];
      }
      return new TrieNode(entryBits, nodeBits, slots, count);
    }
  }
}
