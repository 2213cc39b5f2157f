package org.caucus.app.wiring;

/**
 * How many platform threads carry the virtual ones: more than there are processors. Work that never
 * waits keeps its carrier for as long as it goes on; with one carrier for each processor, two such
 * pieces would stop everybody else. With more of them the operating system shares the processors
 * out in slices of a few milliseconds, and who only reads waits for one of those.
 */
public final class CarrierThreads {
  /** For each processor. */
  static final int PER_PROCESSOR = 4;

  /** At most, as each costs a stack. */
  static final int MOST = 32;

  private static final String SETTING = "jdk.virtualThreadScheduler.parallelism";

  private CarrierThreads() {}

  /** Before the first virtual thread is begun; a value from the command line wins. */
  public static void set() {
    if (System.getProperty(SETTING) == null) {
      int wanted = Math.min(PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), MOST);
      System.setProperty(SETTING, String.valueOf(wanted));
    }
  }
}
