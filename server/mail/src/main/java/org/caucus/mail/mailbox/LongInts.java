package org.caucus.mail.mailbox;

/** From numbers that are not 0 to numbers that are not negative: twelve octets a place. */
public final class LongInts {
  private static final int FEW = 64;

  private long[] keys = new long[FEW];
  private int[] values = new int[FEW];
  private int size;

  /** What stands under a key; -1 for nothing. */
  public int get(long key) {
    return values[place(keys, key)] - 1;
  }

  /** Puts one there, in place of another. */
  public void put(long key, int value) {
    if ((size + 1) * 3 > keys.length * 2) {
      grow();
    }
    int at = place(keys, key);
    size += keys[at] == 0 ? 1 : 0;
    keys[at] = key;
    values[at] = value + 1;
  }

  private void grow() {
    long[] before = keys;
    int[] held = values;
    keys = new long[before.length * 2];
    values = new int[before.length * 2];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        int at = place(keys, before[i]);
        keys[at] = before[i];
        values[at] = held[i];
      }
    }
  }

  /** Where a key stands, or would; the keys are as good as random already. */
  private static int place(long[] keys, long key) {
    int at = (int) (key ^ (key >>> 32)) & (keys.length - 1);
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }
}
