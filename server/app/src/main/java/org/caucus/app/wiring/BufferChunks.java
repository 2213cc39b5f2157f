package org.caucus.app.wiring;

/**
 * How much memory Netty takes at a time for buffers of connections: each event loop keeps what it
 * once took. Netty's own 4 MiB are meant for thousands of connections to one loop.
 */
public final class BufferChunks {
  /** As a power of two of Netty's pages of 8 KiB: 1 MiB. */
  static final int ORDER = 7;

  private static final String SETTING = "io.netty.allocator.maxOrder";

  private BufferChunks() {}

  /** Before the first buffer is taken; a value from the command line wins. */
  public static void set() {
    if (System.getProperty(SETTING) == null) {
      System.setProperty(SETTING, String.valueOf(ORDER));
    }
  }
}
