package org.caucus.coalition.lists;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a thread stands in its list, immutable.
 *
 * @param pinned whether it stands first there, for everyone
 * @param locked whether only convenors reply
 * @param formerSubjects what it was called before, the oldest first
 */
public record ThreadStatus(boolean pinned, boolean locked, List<String> formerSubjects) {
  /** Of a thread to which nothing was done yet. */
  static final ThreadStatus NEW = new ThreadStatus(false, false, List.of());

  /** A copy that nobody else can change. */
  public ThreadStatus {
    formerSubjects = List.copyOf(formerSubjects);
  }

  ThreadStatus pinned(boolean on) {
    return new ThreadStatus(on, locked, formerSubjects);
  }

  ThreadStatus locked(boolean on) {
    return new ThreadStatus(pinned, on, formerSubjects);
  }

  ThreadStatus renamedFrom(String subject) {
    List<String> former = Stream.concat(formerSubjects.stream(), Stream.of(subject)).toList();
    return new ThreadStatus(pinned, locked, former);
  }
}
