package org.caucus.coalition.lists;

import org.caucus.platform.collections.PersistentVector;

/**
 * The threads of one list by their ids, immutable.
 *
 * @param here those that are on it, in the order they came
 * @param left those that were moved away or merged into another, in the order they went
 */
record ThreadOrder(PersistentVector<String> here, PersistentVector<String> left) {
  static final ThreadOrder NONE =
      new ThreadOrder(PersistentVector.empty(), PersistentVector.empty());

  ThreadOrder plus(String id) {
    return new ThreadOrder(here.plus(id), without(left, id));
  }

  /**
   * Without a thread.
   *
   * @param isLeft whether a line leads from here to where it went
   */
  ThreadOrder minus(String id, boolean isLeft) {
    PersistentVector<String> gone = without(left, id);
    return new ThreadOrder(without(here, id), isLeft ? gone.plus(id) : gone);
  }

  private static PersistentVector<String> without(PersistentVector<String> some, String id) {
    if (!some.contains(id)) {
      return some;
    }
    PersistentVector<String> rest = PersistentVector.empty();
    for (String each : some) {
      if (!each.equals(id)) {
        rest = rest.plus(each);
      }
    }
    return rest;
  }
}
