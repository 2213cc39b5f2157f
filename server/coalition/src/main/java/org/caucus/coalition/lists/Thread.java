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
    boolean byConvenor) {
  Thread readBy(Audience to) {
    return new Thread(id, list, subject, to, startedBy, startedAt, byConvenor);
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.THREAD, id);
  }
}
