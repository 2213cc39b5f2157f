package org.caucus.app.doctor;

import java.util.List;

/**
 * Looks at one thing.
 *
 * @param name of what it looks at; its findings begin with it or have names of their own
 * @param look may block; what it throws is a finding of its own
 */
record SystemCheck(String name, Look look) {
  /** The look itself. */
  @FunctionalInterface
  interface Look {
    /** What was seen, at least one. */
    List<Finding> findings() throws Exception;
  }
}
