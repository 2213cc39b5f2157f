package org.caucus.platform.collections;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/**
 * An immutable hash map: a compressed hash-array mapped prefix tree (Steindorfer and Vinju, OOPSLA
 * 2015). Order of iteration means nothing; but two keys come in the same order whatever else is
 * there, so that no reader learns by it of what is hidden.
 *
 * @param <K> never null
 * @param <V> never null
 */
public final class PersistentMap<K, V> extends AbstractMap<K, V> implements PMap<K, V> {
  private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(TrieNode.EMPTY);

  private final TrieNode root;

  private PersistentMap(TrieNode root) {
    this.root = root;
  }

  /** No entries. */
  @SuppressWarnings("unchecked") // nothing in it has a type
  public static <K, V> PersistentMap<K, V> empty() {
    return (PersistentMap<K, V>) EMPTY;
  }

  /**
   * All these at once, several times quicker than one after the other. Of one key the last counts.
   *
   * @param values one for each key
   */
  public static <K, V> PersistentMap<K, V> of(List<K> keys, List<V> values) {
    return new PersistentMap<>(new TrieBuilder(keys, values).root());
  }

  @Override
  public PersistentMap<K, V> plus(K key, V value) {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
    TrieNode changed = root.plus(key, value, TrieNode.spread(key), 0);
    return changed == root ? this : new PersistentMap<>(changed);
  }

  @Override
  public PersistentMap<K, V> plusAll(Map<? extends K, ? extends V> map) {
    PersistentMap<K, V> all = this;
    for (Entry<? extends K, ? extends V> e : map.entrySet()) {
      all = all.plus(e.getKey(), e.getValue());
    }
    return all;
  }

  @Override
  public PersistentMap<K, V> minus(Object key) {
    TrieNode changed = root.minus(key, TrieNode.spread(key), 0);
    return changed == root ? this : new PersistentMap<>(changed);
  }

  @Override
  public PersistentMap<K, V> minusAll(Collection<?> keys) {
    PersistentMap<K, V> rest = this;
    for (Object key : keys) {
      rest = rest.minus(key);
    }
    return rest;
  }

  @Override
  @SuppressWarnings("unchecked") // only values are in the places of values
  public @Nullable V get(@Nullable Object key) {
    return key == null ? null : (V) root.get(key, TrieNode.spread(key), 0);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return root.count;
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<K, V>> iterator() {
        return new Walk<>(root);
      }

      @Override
      public int size() {
        return root.count;
      }
    };
  }

  @Override
  @Deprecated
  public V put(K key, V value) {
    throw new UnsupportedOperationException("it never changes; see plus");
  }

  @Override
  @Deprecated
  public V remove(Object key) {
    throw new UnsupportedOperationException("it never changes; see minus");
  }

  @Override
  @Deprecated
  public void putAll(Map<? extends K, ? extends V> map) {
    throw new UnsupportedOperationException("it never changes; see plusAll");
  }

  @Override
  @Deprecated
  public void clear() {
    throw new UnsupportedOperationException("it never changes; see empty");
  }

  /** Every entry, by the bits of its hash: where a node has gone below makes no difference. */
  private static final class Walk<K, V> implements Iterator<Map.Entry<K, V>> {
    private final Deque<Level> levels = new ArrayDeque<>();
    private Map.@Nullable Entry<K, V> next;

    /** A node, and what of it is still to come. */
    private static final class Level {
      private final TrieNode node;
      private int branches;
      private int alike; // of entries whose hashes are the same, the next

      Level(TrieNode node) {
        this.node = node;
        this.branches = node.branches();
      }
    }

    Walk(TrieNode root) {
      levels.push(new Level(root));
      next = following();
    }

    private Map.@Nullable Entry<K, V> following() {
      while (!levels.isEmpty()) {
        Level level = levels.getFirst();
        if (level.node.branches() == 0 && level.alike < level.node.entries()) {
          return entry(level.node, level.alike++);
        }
        int bit = Integer.lowestOneBit(level.branches);
        level.branches ^= bit;
        int entry = bit == 0 ? -1 : level.node.entryIn(bit);
        if (entry >= 0) {
          return entry(level.node, entry);
        }
        if (bit == 0) {
          levels.pop();
        } else {
          levels.push(new Level(level.node.below(bit)));
        }
      }
      return null;
    }

    @SuppressWarnings("unchecked") // keys and values are where they were put
    private static <K, V> Map.Entry<K, V> entry(TrieNode node, int entry) {
      return Map.entry((K) node.key(entry), (V) node.value(entry));
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Map.Entry<K, V> next() {
      Map.Entry<K, V> is = next;
      if (is == null) {
        throw new NoSuchElementException();
      }
      next = following();
      return is;
    }
  }
}
