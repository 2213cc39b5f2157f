package org.caucus.coalition.lists;

import java.time.Instant;
import org.caucus.coalition.access.Audience;
import org.caucus.kernel.Ref;
import org.caucus.kernel.SeatId;

/**
 * A conversation on a list.
 *
 * @param byConvenor whether the person who started it was a convenor then
 */
@SuppressWarnings(
    "JavaLangClash") // the word of the field, and nothing here starts a java.lang.Thread
public record Thread(
    String id,
    String list,
    String subject,
    Audience audience,
    SeatId startedBy,
    Instant startedAt,
    boolean byConvenor,
    ThreadStatus status) {
  /** One to which nothing was done yet. */
  Thread(
      String id,
      String list,
      String subject,
      Audience audience,
      SeatId startedBy,
      Instant startedAt,
      boolean byConvenor) {
    this(id, list, subject, audience, startedBy, startedAt, byConvenor, ThreadStatus.NEW);
  }

  Thread readBy(Audience to) {
    return new Thread(id, list, subject, to, startedBy, startedAt, byConvenor, status);
  }

  Thread renamed(String to) {
    ThreadStatus now = status.renamedFrom(subject, audience);
    return new Thread(id, list, to, audience, startedBy, startedAt, byConvenor, now);
  }

  Thread with(ThreadStatus now) {
    return new Thread(id, list, subject, audience, startedBy, startedAt, byConvenor, now);
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.THREAD, id);
  }
}
