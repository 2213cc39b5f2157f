package org.caucus.coalition.lists;

import java.util.List;
import java.util.stream.Stream;
import org.caucus.coalition.access.Audience;
import org.caucus.coalition.access.Scope;

/**
 * How a thread stands in its list, immutable.
 *
 * @param pinned whether it stands first there, for everyone
 * @param locked whether only convenors reply
 * @param former what it was called before, the oldest first
 */
public record ThreadStatus(boolean pinned, boolean locked, List<FormerSubject> former) {
  /** Of a thread to which nothing was done yet. */
  static final ThreadStatus NEW = new ThreadStatus(false, false, List.of());

  /**
   * A title that was replaced.
   *
   * @param audience who read it when it was replaced
   */
  public record FormerSubject(String subject, Audience audience) {
    /** Who reads it now, where the thread has this scope: nobody who could not then (R5). */
    Scope under(Scope thread) {
      return new Scope(audience, null, thread);
    }
  }

  /** A copy that nobody else can change. */
  public ThreadStatus {
    former = List.copyOf(former);
  }

  ThreadStatus pinned(boolean on) {
    return new ThreadStatus(on, locked, former);
  }

  ThreadStatus locked(boolean on) {
    return new ThreadStatus(pinned, on, former);
  }

  ThreadStatus renamedFrom(String subject, Audience audience) {
    FormerSubject was = new FormerSubject(subject, audience);
    return new ThreadStatus(
        pinned, locked, Stream.concat(former.stream(), Stream.of(was)).toList());
  }
}
