package org.caucus.platform.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * A moment of the embedded database. While this is open, the first {@link #length} bytes of its
 * file stay as they were at that moment, though the server goes on writing behind them; only the
 * file's head may change, and is therefore kept here. Those bytes, with this head, are a database
 * that has every change acknowledged before the moment.
 */
public final class HeldStore implements AutoCloseable {
  private final Path file;
  private final long length;
  private final byte[] head;
  private final Instant moment;
  private final BooleanSupplier intact;
  private final Runnable release;

  HeldStore(Point point, BooleanSupplier intact, Runnable release) {
    this.file = point.file();
    this.length = point.length();
    this.head = point.head();
    this.moment = point.moment();
    this.intact = intact;
    this.release = release;
  }

  /** What is held. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Point(Path file, long length, byte[] head, Instant moment) {}

  /** The database's file. */
  public Path file() {
    return file;
  }

  /** How much of the file belongs to the moment, in bytes. */
  public long length() {
    return length;
  }

  /** The first bytes of the file as they were at the moment. */
  public byte[] head() {
    return head.clone();
  }

  /** Every change acknowledged before it is in. */
  public Instant moment() {
    return moment;
  }

  /** Whether it was held until now; false if the store had to be opened again meanwhile. */
  public boolean intact() {
    return intact.getAsBoolean();
  }

  /** Lets the file's space be used again. */
  @Override
  public void close() {
    release.run();
  }
}
