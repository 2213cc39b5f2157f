package org.caucus.lists;

import java.time.Instant;
import org.caucus.command.Ref;
import org.caucus.command.SeatId;
import org.caucus.members.Audience;

/** A conversation on a list. */
@SuppressWarnings(
    "JavaLangClash") // the word of the field, and nothing here starts a java.lang.Thread
public record Thread(
    String id,
    String list,
    String subject,
    Audience audience,
    SeatId startedBy,
    Instant startedAt) {
  Thread readBy(Audience to) {
    return new Thread(id, list, subject, to, startedBy, startedAt);
  }

  /** Its name. */
  public Ref ref() {
    return Ref.to(Ref.Kind.THREAD, id);
  }
}
