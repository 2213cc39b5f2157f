package org.caucus.mail.mailbox;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which marks of a stream name letters, and under which path each lies: some sixty octets a letter,
 * and no more letters than a box may have, whatever a small file unpacks to.
 */
final class FastExportMarks {
  /** Files that are named, at most. */
  static final int MOST = 1_000_000;

  private final long salt = ThreadLocalRandom.current().nextLong();
  private final LongInts held = new LongInts();
  private final LongInts places = new LongInts();
  private long[] marks = new long[64];
  private int size;
  private int elsewhere;
  private boolean cut;

  /** A file with this mark lies there now. */
  void add(String mark, String path) throws IOException {
    if (size == MOST) {
      throw new IOException("more than " + MOST + " emails in one mailbox file; split it");
    }
    if (size == marks.length) {
      marks = Arrays.copyOf(marks, size * 2);
    }
    held.put(key(mark), 1);
    marks[size] = key(mark);
    places.put(key(path), size++);
  }

  void remove(String mark) {
    held.put(key(mark), 0);
  }

  /** What lies there was taken away. */
  void gone(String path) {
    int at = places.get(key(path));
    if (at >= 0) {
      held.put(marks[at], 0);
    }
  }

  boolean holds(String mark) {
    return held.get(key(mark)) > 0;
  }

  /** What has this mark was come to. */
  void met(String mark) {
    held.put(key(mark), 2);
  }

  /** One more lies there whose words are in another stream. */
  void elsewhere() {
    elsewhere++;
  }

  /** The stream ends too early. */
  void cut() {
    cut = true;
  }

  boolean isCut() {
    return cut;
  }

  /** How many are named and were not come to. */
  int missing() {
    return elsewhere + (int) Arrays.stream(marks, 0, size).filter(m -> held.get(m) == 1).count();
  }

  /** Nobody who writes a stream knows which of them fall together. */
  private long key(String name) {
    long hash = salt;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 32;
    }
    return hash == 0 ? 1 : hash;
  }
}
