package org.caucus.platform.collections;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * An immutable list that grows at its end: {@link #plus}, {@link #with} and {@link #get} take
 * constant time. Equal to any list of the same elements. The bit-partitioned vector of Bagwell and
 * Hickey, append only.
 *
 * @param <E> never null
 */
public final class PersistentVector<E> extends AbstractList<E> implements RandomAccess {
  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final Object[] NONE = {};
  private static final PersistentVector<?> EMPTY = new PersistentVector<>(0, BITS, NONE, NONE);

  private final int size;
  private final int shift;
  private final Object[] root;
  private final Object[] tail;

  private PersistentVector(int size, int shift, Object[] root, Object[] tail) {
    this.size = size;
    this.shift = shift;
    this.root = root;
    this.tail = tail;
  }

  /** No elements. */
  @SuppressWarnings("unchecked") // nothing in it has a type
  public static <E> PersistentVector<E> empty() {
    return (PersistentVector<E>) EMPTY;
  }

  /** The row with one more at its end. */
  public PersistentVector<E> plus(E element) {
    Objects.requireNonNull(element);
    if (tail.length < WIDTH) {
      Object[] longer = Arrays.copyOf(tail, tail.length + 1);
      longer[tail.length] = element;
      return new PersistentVector<>(size + 1, shift, root, longer);
    }
    Object[] fresh = {element};
    boolean full = size >> BITS > 1 << shift;
    return full
        ? new PersistentVector<>(
            size + 1, shift + BITS, new Object[] {root, path(shift, tail)}, fresh)
        : new PersistentVector<>(size + 1, shift, hung(root, shift, size - 1), fresh);
  }

  /** The row with another element in the place of one. */
  public PersistentVector<E> with(int index, E element) {
    Objects.requireNonNull(element);
    Objects.checkIndex(index, size);
    return index >= size - tail.length
        ? new PersistentVector<>(size, shift, root, put(tail, 0, index, element))
        : new PersistentVector<>(size, shift, put(root, shift, index, element), tail);
  }

  /** The node with this element in the place with this index. */
  private static Object[] put(Object[] node, int height, int index, Object element) {
    int slot = (index >>> height) & (WIDTH - 1);
    Object[] copy = node.clone();
    copy[slot] = height == 0 ? element : put((Object[]) node[slot], height - BITS, index, element);
    return copy;
  }

  /** A branch of this height that leads to nothing but the block. */
  private static Object[] path(int height, Object[] block) {
    return height == 0 ? block : new Object[] {path(height - BITS, block)};
  }

  /** The node with the tail hung into it, at the place of the element with this index. */
  private Object[] hung(Object[] node, int height, int index) {
    int slot = (index >>> height) & (WIDTH - 1);
    Object[] copy = Arrays.copyOf(node, Math.max(node.length, slot + 1));
    boolean leaf = height == BITS;
    if (leaf) {
      copy[slot] = tail;
    } else if (slot < node.length) {
      copy[slot] = hung((Object[]) node[slot], height - BITS, index);
    } else {
      copy[slot] = path(height - BITS, tail);
    }
    return copy;
  }

  @Override
  @SuppressWarnings("unchecked") // only elements are in the blocks
  public E get(int index) {
    Objects.checkIndex(index, size);
    if (index >= size - tail.length) {
      return (E) tail[index & (WIDTH - 1)];
    }
    Object[] node = root;
    for (int height = shift; height > 0; height -= BITS) {
      node = (Object[]) node[(index >>> height) & (WIDTH - 1)];
    }
    return (E) node[index & (WIDTH - 1)];
  }

  @Override
  public int size() {
    return size;
  }
}
